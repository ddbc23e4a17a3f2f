"""What a search finds: `query | filters → words of the hits`."""

from __future__ import annotations

from contextlib import closing

import pytest

from pipelines.review.index import Index
from pipelines.review.search import PAGE_SIZE, Filters, parse, search
from tests.pipelines.review.conftest import LETTER, Paper


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Қарқаралыда", ["Қарқаралыда"]),
        ("karkaral*", ["Қарқаралыда"]),
        ("каркарал*", ["Қарқаралыда"]),
        ("сарсенов", ["Сәрсенов", "Сарсенов"]),
        ("Sarsenov Alikhan", ["Сәрсенов", "Сарсенов"]),
        ('"Әлихан Сәрсенов"', ["Әлихан Сәрсенов", "Алихан Сарсенов"]),
        ('"Сәрсенов Әлихан"', []),
        ('"умер 3 мар*"', ["умер 3 мар"]),
        ("Сәрсенов Карлаге", ["Сарсенов"]),
        ("Ф. 1125", ["Ф"]),
        ("жоқсөз", []),
        ("", []),
        ('"', []),
        ("* - NOT OR ( ^ {", []),
        ("alert", ["alert"]),
    ],
)
def test_words_prefixes_and_phrases(index: Index, query: str, expected: list[str]) -> None:
    with closing(index.connect()) as database:
        found = search(database, query, Filters())
    assert [hit.words[: len(want)] for hit, want in zip(found.hits, expected, strict=True)] == expected


@pytest.mark.parametrize(
    ("query", "filters", "expected"),
    [
        ("", Filters(label="PERSON", least=0.5), ["Әлихан Сәрсенов", "Алихан Сарсенов"]),
        ("", Filters(label="PERSON", language="ru"), ["Алихан Сарсенов"]),
        ("", Filters(label="PERSON", document=1), ["Әлихан Сәрсенов"]),
        ("", Filters(most=0.5), ["<img src=x onerror=alert(3)>", "Қарқаралыда"]),
        ("", Filters(since="1940"), ["3 марта 1942 года"]),
        ("", Filters(since="1937-05", until="1937-06"), ["1937 жылы"]),
        ("", Filters(until="1938"), ["1937 жылы"]),
        ("", Filters(since="1943"), []),
        ("alikhan", Filters(label="PERSON"), ["Әлихан Сәрсенов", "Алихан Сарсенов"]),
        ("alikhan", Filters(label="DATE"), []),
        ("марта", Filters(since="1942"), ["3 марта 1942 года"]),
        ("жылы", Filters(language="ru"), []),
    ],
)
def test_filters(index: Index, query: str, filters: Filters, expected: list[str]) -> None:
    with closing(index.connect()) as database:
        assert [hit.words for hit in search(database, query, filters).hits] == expected


def test_a_hit_says_where_it_is(index: Index) -> None:
    with closing(index.connect()) as database:
        (hit,) = search(database, "тұтқындалды", Filters()).hits
    text = "\n".join(LETTER.texts)
    assert text[hit.start :].startswith("тұтқындалды")
    assert (hit.path, hit.page) == (LETTER.name, 1)
    assert hit.before + hit.words + hit.after == text
    assert hit.box == (72.0, 90.0, 300.0, 110.0)


def test_long_lists_come_in_parts(index: Index) -> None:
    for number in range(PAGE_SIZE + 5):
        Paper(f"{number:02}.pdf", ("бұйрық",)).write(index.out)
    index.update()
    with closing(index.connect()) as database:
        first, second = (search(database, "buirik", Filters(), place) for place in (0, PAGE_SIZE))
    assert (len(first.hits), first.more) == (PAGE_SIZE, True)
    assert (len(second.hits), second.more) == (5, False)
    assert not {hit.path for hit in first.hits} & {hit.path for hit in second.hits}


@pytest.mark.parametrize(
    ("query", "pieces"),
    [
        ("58-10", [("58", "10")]),
        ("бап*", [("bap",)]),
        ('"екі сөз" үш', [("eki", "soz"), ("ush",)]),
        ("«» — …", []),
    ],
)
def test_parsing(query: str, pieces: list[tuple[str, ...]]) -> None:
    assert [piece.words for piece in parse(query)] == pieces
