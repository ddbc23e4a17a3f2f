import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from document import Block, Entity, Label, Language, Method, NameValue, PersonValue, Section, SectionRole
from pipelines.entities.tagger import Tagger, runs
from tests.pipelines.entities.notation import parse

SENTENCES = """
ru: Постановлением тройки [PERSON Сидоров Пётр Кузьмич], [DATE 1904 г.] рождения, осуждён [DATE 12 ноября 1937 г.]
ru: [PERSON ТОКАРЕВ Степан Ильич], арестован [DATE 3 марта 1938 г.]
kk: [DATE 1937 жылы] [LOC Қарағандыда] және [LOC Алматыда] көптеген адамдар ұсталды.
kk: Ол [LOC Мәскеуден] [LOC Қазақстанға] [DATE 1935 жылы] келді.
en: In [DATE 1937] [PERSON Pavel Vershinsky] was arrested in [LOC Moscow] by the [ORG NKVD].
en: The German writer left [LOC Berlin] for [LOC Kazakhstan] in [DATE 1935].
"""
HOSTILE = [
    "",
    " ",
    "\n\n",
    "\x00\x01",
    "a\ud800b Иванов",
    "Ә" * 5_000,
    ". " * 3_000,
    "А.Б." * 500,
    "\u0301" * 50,
    "😀 Иван 😀",
]


@pytest.mark.parametrize("line", SENTENCES.strip().splitlines())
def test_names_and_dates_of_invented_sentences(line: str, tagger: Tagger) -> None:
    language, _, marked = line.partition(": ")
    case = parse(marked)
    found = {(each.start, each.end, each.label) for each in tagger.tag(case.text, Language(language))}
    assert found == {(each.start, each.end, each.label) for each in case.expected}


def test_values_are_base_forms(tagger: Tagger) -> None:
    by_text = {each.text: each.value for each in tagger.tag("Ол Мәскеуден Қазақстанға 1935 жылы келді.", Language.KK)}
    assert isinstance(by_text["Мәскеуден"], NameValue)
    assert by_text["Мәскеуден"].name == "Мәскеу"
    people = tagger.tag("Арестованы Сидоров Пётр Кузьмич и Токарева Анна Ильинична.", Language.RU)
    assert [each.value.surname for each in people if isinstance(each.value, PersonValue)] == ["Сидоров", "Токарева"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("language", list(Language))
def test_any_text_will_do(text: str, language: Language, tagger: Tagger) -> None:
    check_offsets(text, tagger.tag(text, language))


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="АБИванов Ежқәң.,-«»№\n 1937abT'", max_size=120), st.sampled_from(Language))
def test_offsets_always_hold(tagger: Tagger, text: str, language: Language) -> None:
    check_offsets(text, tagger.tag(text, language))


def test_a_language_that_is_none_of_ours_gets_grammar_alone(tagger: Tagger) -> None:
    found = tagger.tag("Ф. 17. Оп. 120. Д. 262. 22.08.1937 Иванов Иван", Language.UND)
    assert {each.by.partition(":")[0] for each in found} == {"rule"}


def test_a_section_is_tagged_by_its_blocks_languages(tagger: Tagger) -> None:
    section = make_section(
        ("Сидоров Пётр Кузьмич арестован 12 ноября 1937 г.", Language.RU),
        ("Ол Мәскеуден Қазақстанға 1935 жылы келді.", Language.KK),
        ("He left Berlin for Moscow in 1935.", Language.EN),
    )
    tagged = tagger.tag_section(section)
    check_offsets(section.text, tagged.entities)
    assert {each.text for each in tagged.entities} >= {
        "12 ноября 1937 г.",
        "Мәскеуден",
        "Қазақстанға",
        "Berlin",
        "Moscow",
    }
    models = {each.by for each in tagged.entities if each.label is Label.LOC}
    assert models == {"model:names-kk", "model:names-en"}


def test_no_name_goes_from_one_block_into_the_next(tagger: Tagger) -> None:
    section = make_section(("Протокол подписал Сидоров", Language.RU), ("Пётр Токарев арестован.", Language.RU))
    border = section.starts[1]
    assert all(each.end < border or each.start >= border for each in tagger.tag_section(section).entities)


def test_initials_at_the_end_of_a_block_are_not_those_of_the_next_name(tagger: Tagger) -> None:
    first = "Начальник лагеря - подполковник Ходасов Н. И."
    section = make_section((first, Language.RU), ("Жүнісова Анна Ильинична, 46 лет.", Language.RU))
    found = [each.text for each in tagger.tag_section(section).entities]
    assert found == ["Ходасов Н. И.", "Жүнісова Анна Ильинична"]


def test_furniture_is_left_alone(tagger: Tagger) -> None:
    section = make_section(("Сидоров Пётр Кузьмич, 1937 г.", Language.RU), role=SectionRole.FURNITURE)
    assert tagger.tag_section(section) == section


def check_offsets(text: str, entities: tuple[Entity, ...]) -> None:
    last = 0
    for each in entities:
        assert last <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.text
        assert 0 <= each.confidence <= 1
        last = each.end


def make_section(*texts: tuple[str, Language], role: SectionRole = SectionRole.BODY) -> Section:
    blocks = tuple(Block(page=1, text=text, method=Method.TEXT, language=language) for text, language in texts)
    starts = tuple(sum(len(block.text) + 1 for block in blocks[:place]) for place in range(len(blocks)))
    return Section(
        level=1,
        path=("I",),
        role=role,
        title="I",
        text="\n".join(block.text for block in blocks),
        blocks=blocks,
        starts=starts,
    )


def test_no_name_goes_from_one_line_of_a_form_into_the_next(tagger: Tagger) -> None:
    form = "Место работы: Петропавловский мясокомбинат\nПартийность: беспартийный\nҰлты: қазақ"
    section = make_section((form, Language.RU))
    assert [run.borders for run in runs(section)] == [(form.index("Парт"), form.index("Ұлты"))]
    assert not any("\n" in each.text for each in tagger.tag_section(section).entities if each.label is Label.ORG)


def test_no_name_goes_from_one_end_of_a_row_to_the_other(tagger: Tagger) -> None:
    row = "Председатель тройки\tӘ. Сәрсенов"
    section = make_section((row, Language.RU))
    assert [run.borders for run in runs(section)] == [(row.index("Ә"),)]
    assert not any("\t" in each.text for each in tagger.tag_section(section).entities)
