"""English institutions found by the word for what they are, where nobody has found anything."""

from __future__ import annotations

import pytest

from document import Label
from models.lexicon import Lexicon
from pipelines.entities.candidate import Candidate
from pipelines.entities.english_bodies import find_english_bodies
from pipelines.entities.english_institutions import find_institutions
from tests.pipelines.entities.notation import cases, check

NAMED = """
the [ORG National Movement of Orsk Kazakhs] and the [ORG Organization of Free Waller]. Әсем
The [ORG Counter Intelligence Corps] in Алматы
[ORG State Defence Committee] Decree 5859ss
the Soviet Union; Union of Soviet Socialist Republics; the Organizing Committee; Cornell University Press
Bulletin of the Orsk University; (PhD diss., University of Orsk, 2012); in Soviet Society
"""


@pytest.mark.parametrize("line", cases(NAMED))
def test_institutions_are_found(line: str, lexicon: Lexicon) -> None:
    check(line, lambda text, _: find_institutions(text, (), 0.5), lexicon)


def test_what_was_found_before_stays() -> None:
    text = "the Directorate of the Orsk Trust Waller and the Жаңа"
    found = (Candidate(text.index("Waller"), text.index("Waller") + 6, Label.PERSON, "m"),)
    assert not list(find_institutions(text, found, 0.5))


OF_FIELD = """
the [ORG State Commission for the full rehabilitation of victims of political repressions], Әсем
The [ORG Museum of the history of political repressions] and the [ORG Institute of economics and law] in Алматы
the [ORG Special Board under the People's Commissar of Internal Affairs of the USSR]; the [ORG Karlag museum]
the [ORG Military Council under the People's Commissar of Defense] listened
head of the [ORG NKVD department for Orsk-Aral region] in Қызылорда
NKVD departments; Military Council of Orsk
A Centre of trade and transport; the Museum of the history of the plant; Society for the study of bees
the museum of history; Department of Waller; the Committee on Monday
"""


@pytest.mark.parametrize("line", cases(OF_FIELD))
def test_institutions_go_on_in_small_letters(line: str, lexicon: Lexicon) -> None:
    check(line, lambda text, _: find_english_bodies(text), lexicon)
