"""The signs of names: clue words, common words, heads ahead and behind, works cited, known names, glued words."""

from __future__ import annotations

import pytest

from models.lexicon import load_lexicon
from models.names.clues import Clues
from models.names.context import beside_initials, cited, heads
from models.names.gazetteer import Gazetteer
from models.names.tokens import cut


@pytest.fixture(scope="module")
def clues() -> Clues:
    return Clues()


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(load_lexicon())


KINDS = """
зауытының institution
комитеті institution
committee institution
наркоматом institution
наркомземом institution
нарком title
гимназиясында institution
түрмесінде institution
гимназии institution
prison institution
ауданында place
oblast place
жолдас title
comrade title
германияның country
москве city
ежов -
бұзылды -
"""


@pytest.mark.parametrize("line", KINDS.strip().splitlines())
def test_words_tell_of_names(line: str, clues: Clues) -> None:
    word, kind = line.split()
    assert clues.kind(word) == kind


@pytest.mark.parametrize(("word", "usual"), [("болатынын", "word"), ("correspondent", "word"), ("сидоровтың", "-")])
def test_common_words_are_known(word: str, usual: str, clues: Clues) -> None:
    assert clues.usual(word) == usual


def test_the_head_of_a_name_is_seen_from_its_first_word(clues: Clues) -> None:
    tokens = cut("«Таңғы Шапақ» ұлттық комитетінде, содан кейін")
    words = [token.text.lower() for token in tokens]
    kinds = [clues.kind(word) for word in words]
    seen = heads(tokens, words, kinds, ["x"] * len(tokens))
    assert "ahead=institution" in seen[1]
    assert "ahead=комит" in seen[1]
    assert seen[-1] == []  # the comma ends the clause


def test_words_joined_to_their_head_are_told_from_those_that_are_not(clues: Clues) -> None:
    tokens = cut("Directorate of Camps for Үржар then wrote Ghost")
    words = [token.text.lower() for token in tokens]
    seen = heads(tokens, words, [clues.kind(word) for word in words], ["x"] * len(tokens))
    joined = ["behind=institutionxTrue|x" in features for features in seen]
    found = " ".join(token.text for token, here in zip(tokens, joined, strict=True) if here)
    assert found == "of Camps for Үржар then"


def test_a_list_of_works_shows_around_its_signs() -> None:
    tokens = cut("Waller A. A Theory // Journal")
    assert cited(tokens, ["-"] * 6 + ["-", "cited"]) == [3] * len(tokens)


def test_a_surname_beside_initials_is_known_again() -> None:
    tokens = cut("Ә. Вершинский келді. Кейін Вершинскийдің Сидоровқа жазғаны")
    known = beside_initials(tokens, [token.text.lower() for token in tokens])
    assert [token.text for token, here in zip(tokens, known, strict=True) if here] == ["Вершинский", "Вершинскийдің"]


RUN_ONS = """
Кеңес Одағындаболған|Кеңес Одағында болған
Кеңес Одағынаәйелімен|Кеңес Одағына әйелімен
Омбығабір бөлігі|Омбыға бір бөлігі
Қазақстандықтар|Қазақстандықтар
Алматыдағылар|Алматыдағылар
Ресейдегідей|Ресейдегідей
Мәскеуден|Мәскеуден
Одағындағы|Одағындағы
"""


@pytest.mark.parametrize("line", RUN_ONS.strip().splitlines())
def test_words_glued_to_a_place_are_cut_off(line: str, gazetteer: Gazetteer) -> None:
    text, _, tokens = line.partition("|")
    found = list(gazetteer.without_run_ons(cut(text)))
    assert " ".join(token.text for token in found) == tokens
    assert all(text[token.start : token.end] == token.text for token in found)


MARKS = """
Soviet Union|B-place I-place
Кеңес Одағында|B-place? I-place?
Кремль|-
ИККИ|B-organisation
"""


@pytest.mark.parametrize("line", MARKS.strip().splitlines())
def test_known_names_are_marked(line: str, gazetteer: Gazetteer) -> None:
    text, _, marks = line.partition("|")
    assert gazetteer.mark(text.split()) == marks.split()
