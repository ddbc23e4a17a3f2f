"""Surnames everybody knows name a person by themselves, in any case, but not what is called after them."""

from __future__ import annotations

import pytest

from models.lexicon import load_lexicon
from pipelines.entities.known_people import KnownPeople, declined

KNOWN = KnownPeople(load_lexicon().surnames)


# `[…]` marks what is to be found.
@pytest.mark.parametrize(
    "line",
    [
        "Доклад [Вышинского] слушали [Ежов] и [Ягода].",
        "письмо [Н. Ежову] от [Берии]",
        "[СТАЛИН] подписал, с [Хрущёвым] говорили",
        "[Ежовтың] бұйрығы, [Сталинге] хат, [Бөкейхановқа] айтты",
        "a letter to [Yezhov] from [A. Vyshinsky], [Beria]’s deputy",
        "[Yezhov], [Radek] and others",
        "улица Сталина, колхоз имени Ворошилова, завод им. Кагановича",
        "Сталин атындағы ұжымшар",
        "the Lenin Library and the Stalin Prize",
        "Сталинск, сталинский, ягода, Ежовск",
    ],
)
def test_known_surnames(line: str) -> None:
    text = line.replace("[", "").replace("]", "")
    found = [text[each.start : each.end] for each in KNOWN.find(text)]
    assert found == [part.partition("]")[0] for part in line.split("[")[1:]]


@pytest.mark.parametrize(
    ("surname", "forms"),
    [
        ("ежов", "ежов ежова ежову ежовым ежове"),
        ("вышинский", "вышинский вышинского вышинскому вышинским вышинском"),
        ("радек", "радек радека радеку радеком радеке"),
        ("берия", "берия берии берию берией"),
        ("эйхе", "эйхе"),
        ("stalin", "stalin"),
    ],
)
def test_cases(surname: str, forms: str) -> None:
    assert declined(surname) == set(forms.split())
