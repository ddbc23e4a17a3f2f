"""Our way through slovnet's network gives slovnet's own answers."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from slovnet import NER

from models.names.slovnet import EMBEDDINGS_FILE, LABELS, TAGGER_FILE, Slovnet, load_vectors
from models.names.span import Span

TEXTS = (
    "В декабре 1937 года Иван Петрович Сорокин, уроженец села Ивановка, работал на заводе «Прогресс» в Алма-Ате.",
    "",
    "Ә",
    "Әлихан Бөкейханов пен Ахмет Байтұрсынов Семейден Орынборға келді.",
    "Нач. УНКВД по Карагандинской обл. – кап. ГБ П. Р. Адамович; прокурор М. М. Ким.\nКопия: тов. Сталину, ЦК ВКП(б).",
    "ЗАСЕДАНИЕ ТРОЙКИ ПРИ УНКВД ПО ЮЖНО-КАЗАХСТАНСКОЙ ОБЛАСТИ",
)


@pytest.mark.slow
def test_answers_are_those_of_slovnet() -> None:
    found = importlib.util.find_spec("natasha")
    assert found is not None
    assert found.origin is not None
    folder = Path(found.origin).parent
    theirs = NER.load(str(folder / TAGGER_FILE))
    theirs.navec(load_vectors(folder / EMBEDDINGS_FILE))
    written = [text for text in TEXTS if text]
    answers = iter(theirs.map(written))
    expected = [
        tuple(Span(each.start, each.stop, LABELS[each.type]) for each in next(answers).spans) if text else ()
        for text in TEXTS
    ]
    assert list(Slovnet(theirs).find(TEXTS)) == expected
    assert sum(map(len, expected)) >= 10
