"""Why an entity was found is told in words."""

from __future__ import annotations

import pytest

from document import DateValue, Entity, Label, PersonValue
from models.lexicon import load_lexicon
from pipelines.entities.agreement import agree
from pipelines.entities.grammar import find_all
from pipelines.explain import MEANINGS, explain, rules_by_name

LEXICON = load_lexicon()


def explained(text: str) -> list[str]:
    """The lines about what the grammar finds in a text."""
    found = (
        Entity(one.start, one.end, one.label, text[one.start : one.end], one.confidence, one.by, one.value)
        for one in agree(find_all(text, LEXICON), text)
    )
    return list(explain(text, tuple(found)))


def test_a_rule_is_named_with_its_examples_and_the_parts_it_read() -> None:
    lines = explained("Ол 1937 жылғы 25 шілдеде ұсталды.")
    assert lines[0] == "DATE  1937 жылғы 25 шілдеде  [3:24]"
    assert lines[1].startswith("    found by  the rule year-day-month-kk: `1937 жылғы 25 шілдеде`")
    assert lines[2:4] == ["    read      year: 1937; day: 25; month: шілдеде", "    value     edtf: 1937-07-25"]
    assert lines[4].startswith("    sure      9")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("ҚР ПМ 141-қор, 1-тізбе, 12-парақ", "fonds: 141"),
        ("РГАСПИ, 17/162/21/89", "fonds: 17; inventory: 162; file: 21; folios: 89"),
        ("в тридцать седьмом году", "decade: тридцать; ones: седьм"),
        ("в 1930-е годы", "decade: 30"),
        ("приказ № 00447 туралы", "act: приказ; number: 00447"),
        ("ҚазССР ІІХК-нің 1937 жылғы 25 шілдедегі бұйрығы", "date: 1937 жылғы 25 шілдедегі; act: бұйрығы"),
        ("дело № 8472", "number: 8472"),
        ("ст. 58-10 ч. 1 УК РСФСР", "articles: 58-10 ч. 1; code: УК РСФСР"),
        ("ГАРФ. Ф. 9401. Оп. 1. Д. 5.", "what follows: Оп. 1. Д. 5"),
    ],
)
def test_parts_are_called_by_what_they_are(text: str, read: str) -> None:
    assert any(line.startswith("    read      ") and read in line for line in explained(text))


def test_no_part_goes_by_a_single_letter() -> None:
    unnamed = {
        name
        for rule in rules_by_name().values()
        for name in rule.pattern.groupindex
        if len(MEANINGS[rule.label].get(name, name)) < 3
    }
    assert unnamed <= {"of", "s", "s2", "j"}  # signs, mostly


def test_lists_of_a_value_are_told_as_people_write_them() -> None:
    lines = explained("п. 7 ч. 1 ст. 58 УК РСФСР")
    assert any(line.startswith("    value     ") and "(" not in line and "[" not in line for line in lines), lines


def test_signs_between_parts_are_not_told() -> None:
    (read,) = (line for line in explained("Хат 22.08.1937 жазылды") if "read" in line)
    assert read == "    read      day: 22; month: 08; year: 1937"


def test_a_model_is_named() -> None:
    value = PersonValue(name="Сапаров", key="saparov", surname="Сапаров")
    lines = list(explain("Сапаровты", (Entity(0, 9, Label.PERSON, "Сапаровты", 0.81, "model:names-kk", value),)))
    assert lines == [
        "PERSON  Сапаровты  [0:9]",
        "    found by  the statistical model names-kk",
        "    value     name: Сапаров; key: saparov; surname: Сапаров",
        "    sure      81%",
    ]


def test_an_entity_that_no_single_rule_made_is_told_all_the_same() -> None:
    entity = Entity(0, 9, Label.DATE, "1937—1938", 0.9, "rule:date-range", DateValue("1937/1938"))
    assert list(explain("1937—1938", (entity,)))[1] == "    found by  the rule date-range"


def test_every_rule_gives_examples() -> None:
    assert all("`" in (rule.read.__doc__ or "") for rule in rules_by_name().values())
