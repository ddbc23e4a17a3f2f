"""What is read for slips in texts with acts, and the way back to the text as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.entities.act_slips import mended

READ = {
    "№  00447   бұйрық": "№ 00447 бұйрық",
    "Order \n\n No. 00447": "Order\nNo. 00447",
    "қау-\nлысы": "қаулысы",
    "<<Жер туралы>> қаулы": "«Жер туралы» қаулы",
    "« Жер туралы » қаулы": "«Жер туралы» қаулы",
    "қaулысындa": "қаулысында",
    "9 маусымдағықаулысымен": "9 маусымдағы қаулысымен",
    "БК(б)П ОКқаулысы": "БК(б)П ОК қаулысы",
    "№ 2238-523сҚаулысында": "№ 2238-523с Қаулысында",
    "закона от18.10.1991": "закона от 18.10.1991",
    "Ұлы бұйрық, № 00447 бұйрығы": "Ұлы бұйрық, № 00447 бұйрығы",
    "Cambridge, 1998; приказ № 5": "Cambridge, 1998; приказ № 5",
}


@pytest.mark.parametrize("text", READ)
def test_what_is_read(text: str) -> None:
    assert mended(text).text == READ[text]


def test_the_way_back() -> None:
    text = "ХКК <<Жер  туралы>>  қaулысы шықты"
    read = mended(text)
    start = read.text.index("«")
    assert read.original(start, read.text.index(" шықты")) == (text.index("<<"), text.index(" шықты"))
    start = read.text.index("қаулысы")
    assert text[slice(*read.original(start, start + 7))] == "қaулысы"


@given(st.text(alphabet=" \n-«»<>abceқаулысыБК1с№от", max_size=40))
def test_any_span_lies_in_the_text(text: str) -> None:
    read = mended(text)
    for place in range(len(read.text)):
        start, end = read.original(place, len(read.text))
        assert 0 <= start <= end <= len(text)
