"""A line with the doubted words in `[ ]`; then what each model reads of them, its confidence after `/`."""

from __future__ import annotations

import pytest

from document import Box, Language, Word
from ingest.doubts import RULES, Row, Rule, Sight

MODELS = {"ru": Language.RU, "en": Language.EN, "kk": Language.KK}


def row_of(text: str, confidence: float = 0.9) -> Row:
    return Row(tuple(Word(word, Box(0, 0, 10, 10), confidence) for word in text.split()))


def doubted(row: Row) -> dict[int, tuple[Rule, int]]:
    """The first rule that doubts each word, and how many words."""
    found = {}
    for place in range(len(row.words)):
        for rule in RULES:
            if count := rule.doubts(row, place):
                found[place] = (rule, count)
                break
    return found


def decided(line: str, told: str, strokes: int = 0) -> str:
    """What becomes of the words in brackets."""
    before, words, _ = line.replace("]", "[").split("[")
    row, place = row_of(line.replace("[", "").replace("]", "")), len(before.split())
    rule, count = doubted(row)[place]
    assert count == len(words.split())
    readings = {}
    for reading in told.split(" | "):
        name, text, confidence = reading.replace(": ", "/").split("/")
        language = MODELS[name.strip()]
        assert language in rule.languages
        readings[language] = tuple(Word(part, Box(0, 0, 1, 1), float(confidence)) for part in text.split())
    return rule.decide(Sight(row, place, count, readings, strokes)) or words


@pytest.mark.parametrize(
    ("line", "told", "settled"),
    [
        ("бұйрық [Хо 708] шықты", "ru: № 708/.9 | en: Ne 708/.8", "№ 708"),
        ("қосымша [8 67,] оқылды", "ru: $ 67,/.9 | en: § 67,/.9", "§ 67,"),
        ("қосымша [$ 67] оқылды", "ru: $ 67/.9 | en: S 67/.2", "§ 67"),
        ("ақысы [$ 67] болды", "ru: $ 67/.9 | en: $ 67/.9", "$ 67"),  # a dollar to both
        ("барлығы [8 67] болды", "ru: 8 67/.9 | en: 8 67/.9", "8 67"),
        ("барлығы [8 67] болды", "ru: 8 67/.9 | en: § 61/.9", "8 67"),  # not the same number
        ("дело [М 14316] жабылды", "ru: № 14316/.4 | en: W 14316/.2", "№ 14316"),
        ("see [No. 584] of this", "ru: № 584/.9 | en: No. 584/.9", "No. 584"),
        ("see [№. 584] of this", "ru: №. 584/.9 | en: No. 584/.95", "No. 584"),
        ("осы [№. 584] бұйрық", "ru: №. 584/.9 | en: No. 584/.95", "№ 584"),
        ("осы [Х% 146] бұйрық", "ru: № 146/.9 | en: Neo 146/.7", "№ 146"),
        ("see [Ne 584] of this", "ru: № 584/.9 | en: Ne 584/.9", "№ 584"),
        ("парағы [п. 96-97,] іс", "ru: л. 96-97,/.9", "л. 96-97,"),
        ("парағы [п. 96-97,] іс", "ru: п. 96-97,/.9", "п. 96-97,"),
        ("парағы [п. 96-97,] іс", "ru: л. 96-91,/.9", "п. 96-97,"),
        ("қосымша [$ 62,] оқылды", "ru: ‚ $ 62,/.9 | en: , § 62,/.34", "§ 62,"),
        ("куә [©.] Сәрсенов", "kk: ө./.9", "Ө."),
    ],
)
def test_signs(line: str, told: str, settled: str) -> None:
    assert decided(line, told) == settled


@pytest.mark.parametrize(
    ("line", "told", "strokes", "settled"),
    [
        ("[ХУП] ғасыр", "en: XVII/.9", 4, "XVII"),
        ("[ХХ,] томы", "en: XX,/.9", 2, "XX,"),
        ("болған [ХІ,] содан", "en: XL,/.8", 2, "XI,"),  # the letters of a numeral themselves
        ("[ІІІ-ші] дәреже", "en: III-wi/.6", 3, "III-ші"),
        ("[ҮШ] сессия", "en: VII/.4", 4, "VIII"),  # strokes against an unsure reading
        ("[Ш] съезд", "en: Ill/.4", 1, "III"),  # what is counted
        ("сол [П] болған", "en: II/.9", 2, "II"),  # two pieces of ink
        ("сол [П] болған", "en: II/.9", 1, "П"),  # one letter
        ("сол [МІІ] болған", "en: MII/.9", 3, "МІІ"),  # nothing is counted, and no numeral was seen
        ("жақта [ШУ] өзені", "en: Wy/.5", 2, "ШУ"),
    ],
)
def test_roman_numerals(line: str, told: str, strokes: int, settled: str) -> None:
    assert decided(line, told, strokes) == settled


@pytest.mark.parametrize(
    ("line", "told", "settled"),
    [
        ("күні [14.1.1937] болды", "ru: 14.11.1937/.8 | en: 14.111.1937/.7", "14.III.1937"),
        ("күні [14.11.1937] болды", "ru: 14.Ш.1937/.8 | en: 14.III.1937/.9", "14.III.1937"),
        ("күні [14.11.1937] болды", "ru: 14.11.1937/.9 | en: 14.II.1937/.9", "14.11.1937"),
        ("күні [14.11.1937] болды", "ru: 14.П.1937/.9 | en: 14.II.1931/.9", "14.11.1937"),
    ],
)
def test_figures_of_a_date_change_only_where_two_readings_speak(line: str, told: str, settled: str) -> None:
    assert decided(line, told) == settled


@pytest.mark.parametrize(
    ("line", "told", "strokes", "settled"),
    [
        ("күні [14.1.1937] болды", "ru: 14.11.1937/.8 | en: 14.11.1937/.7", 9, "14.III.1937"),  # ink of three strokes
        ("күні [14.11.1937] болды", "ru: 14.11.1937/.8 | en: 14.111.1937/.7", 9, "14.III.1937"),
        ("күні [14.1.1937.] болды", "ru: 14.11.1937./.8 | en: 14.11.1937./.7", 9, "14.III.1937."),
        ("күні [10.11.1937] болды", "ru: 10.11.1937/.9 | en: 10.11.1937/.9", 9, "10.11.1937"),  # a nought in two pieces
    ],
)
def test_strokes_tell_a_month_where_readings_differ(line: str, told: str, strokes: int, settled: str) -> None:
    assert decided(line, told, strokes) == settled


@pytest.mark.parametrize(
    ("line", "told", "settled"),
    [
        ("қуғындалған [1957] жылы", "ru: 1937/.93 | en: 1937/.95", "1937"),
        ("қуғындалған [1957] жылы", "ru: 1957/.93 | en: 1937/.95", "1957"),
        ("қуғындалған [1957] жылы", "ru: 1937/.5 | en: 1937/.6", "1957"),
        ("қуғындалған [1957] жылы", "ru: 193/.9 | en: 193/.9", "1957"),
        ("ғасыр [20-50-жылдарында] болды", "ru: 20-30-жылдарында/.92 | en: 20-30-KbiapbiHaa/.1", "20-30-жылдарында"),
        ("зерттеген [|24).] бұл", "ru: [24]./.9 | en: {24}./.4", "[24]."),
        ("зерттеген [(22).] бұл", "ru: [22]-/.76 | en: (22]./.3", "[22]."),
        ("зерттеген [(22).] бұл", "ru: (22)./.9 | en: (22)./.9", "(22)."),
        ("баптарының [58-11] тармағы", "ru: 58-14/.9 | en: 58-14/.9", "58-11"),  # no 5 stands for a 4 or a 1
        ("бұл [12-151.] құжат", "ru: 12-15]./.9 | en: 12-15]./.9", "12-15]."),
    ],
)
def test_figures_and_brackets_the_kazakh_pack_mistakes(line: str, told: str, settled: str) -> None:
    before, words, after = (
        line.partition(" [")[0],
        line.partition(" [")[2].rpartition("] ")[0],
        line.rpartition("] ")[2],
    )
    row, place = row_of(f"{before} {words} {after}"), len(before.split())
    rule, count = doubted(row)[place]
    assert count == 1
    readings = {}
    for reading in told.split(" | "):
        name, text, confidence = reading.replace(": ", "/").split("/")
        readings[MODELS[name]] = (Word(text, Box(0, 0, 1, 1), float(confidence)),)
    assert (rule.decide(Sight(row, place, count, readings, 0)) or words) == settled


def test_a_line_without_kazakh_letters_may_have_been_read_by_the_kazakh_pack_too() -> None:
    assert list(doubted(row_of("осужден в 1957 году"))) == [2]
    assert doubted(row_of("осужден в 1937 году [12]")) == {}
    assert doubted(row_of("sentenced in 1957 there")) == {}


@pytest.mark.parametrize(
    ("line", "told", "settled"),
    [
        ("бұл [сьезд] туралы", "ru: съезд/.95", "съезд"),
        ("куә [Шербинин] тыңдалды", "ru: Щербинин/.95", "Щербинин"),
        ("сол [еше] туралы", "ru: ещё/.8", "ещё"),
        ("сол [шатыр] астында", "ru: щатыр/.83", "шатыр"),
        ("сол [шатыр] астында", "ru: щотыр/.95", "шатыр"),
    ],
)
def test_letters_the_kazakh_pack_lacks(line: str, told: str, settled: str) -> None:
    assert decided(line, told) == settled


@pytest.mark.parametrize(
    ("line", "told", "settled"),
    [
        ("редакторы [Bepemenoe] Қайырбек", "ru: Веретенов/.62 | en: Bepemenoe/.44", "Веретенов"),  # italics look Latin
        ("редакторы [Bepemenoe] Қайырбек", "ru: Веретенов/.62 | en: Bepemenoe/.6", "Bepemenoe"),
        ("мерзім [2-VII-33] бұл", "ru: 2-утт-33/.7 | en: 2-VII-33/.1", "2-VII-33"),
        ("редакторы [Bepemenoe] Қайырбек", "ru: Верете/.62 | en: Bepemenoe/.1", "Bepemenoe"),  # not as long
    ],
)
def test_latin_letters_that_only_all_models_together_see(line: str, told: str, settled: str) -> None:
    assert decided(line, told) == settled


def test_capitals_stay_capitals() -> None:
    row = row_of("СПИСОК ЛИЦ, ОСУЖДЁННЫХ", 0.7)
    readings = {Language.RU: (Word("лиц,", Box(0, 0, 1, 1), 0.79),), Language.EN: (Word("JMU,", Box(0, 0, 1, 1), 0.5),)}
    rule, _ = doubted(row)[1]
    assert rule.decide(Sight(row, 1, 1, readings, 0)) is None


def test_what_both_models_see_goes_before_a_guess() -> None:
    row = row_of("жолдас Өтеген AGH бұйрық", 0.2)
    readings = {language: (Word("/6/", Box(0, 0, 1, 1), 0.6),) for language in (Language.RU, Language.EN)}
    rule, _ = doubted(row)[2]
    assert rule.decide(Sight(row, 2, 1, readings, 0)) == "/6/"


def test_points_over_a_word_may_be_those_of_another_letter() -> None:
    row = row_of("куә Королев пен Алексей")
    assert doubted(row) == {}
    pointed = Row(row.words, lambda word: int(word.text in {"Королев", "Алексей"}))
    assert list(doubted(pointed)) == [1]


@pytest.mark.parametrize(
    ("line", "told", "settled"),
    [
        ("signed [Бу] the judge", "ru: Бу/.6 | en: by/.96", "by"),
        ("on 17 [Мау] of that year", "ru: Мау/.96 | en: May/.96", "May"),
        ("тізімі [mm.] бойынша", "ru: лл./.9 | en: mm./.6", "лл."),
        ("кітабы [Ор.] cit. туралы", "ru: Ор./.8 | en: Op./.95", "Op."),
        ("қалада [Rom] деп", "ru: Кот/.96 | en: Rom/.96", "Rom"),
        ("кітабы [Аппа1ез] деп", "ru: Аппа1ез/.91 | en: Annales/.95", "Annales"),
        ("қалада [CIA,] деп", "ru: СТА,/.95 | en: CIA,/.96", "CIA,"),
        ("кітабы [5ргіпдег] деп", "ru: брг1пдег/.1 | en: Springer/.95", "Springer"),
        ("салмағы [8кг] болды", "ru: 8кг/.5 | en: 8xr/.9", "8кг"),
        ("word [(қол] here too", "ru: (кол/.96 | en: (Kou/.6", "(қол"),
        ("see [Мrs.] Smith here", "ru: ига./.3 | en: arse/.8", "Мrs."),  # its capital is Cyrillic
        ("see [а.] Smith here", "ru: и./.4 | en: Ue/.95", "а."),
        ("[См.] Cambridge University Press", "ru: См./.93 | en: Cm./.91", "См."),
        ("кітабы [On.] туралы", "ru: 0п./.9 | en: On./.8", "On."),
        ("қоры [P-144.] мен", "ru: Р-144,/.65 | en: P-144,/.9", "P-144."),  # its letter is doubted, not its point
        ("кітабы [Мup] деп", "ru: Мир/.79 | en: Mup/.6", "Мир"),
        ("үкімі [BMH] болды", "ru: ВМН/.85 | en: BMH/.96", "ВМН"),
        ("үкімі [BMH] болды", "ru: ВМН/.75 | en: BMH/.96", "BMH"),
    ],
)
def test_scripts(line: str, told: str, settled: str) -> None:
    assert decided(line, told) == settled


@pytest.mark.parametrize(
    ("read", "seen", "settled"),
    [("[мер]", "(мөр)", "[мөр]"), ("[подпись]", "(подпись)", "[подпись]"), ("[кол", "(қол", "[қол")],
)
def test_kazakh_words_in_square_brackets(read: str, seen: str, settled: str) -> None:
    row = row_of(f"Қаулы {read} және")
    (rule,) = (rule for place, (rule, _) in doubted(row).items() if place == 1)
    readings = {Language.KK: (Word(seen, Box(0, 0, 1, 1), 0.9),)}
    assert (rule.decide(Sight(row, 1, 1, readings, 0)) or read) == settled


@pytest.mark.parametrize(
    "line",
    [
        "Ұлытау ауданының Амангелді ауылында тұрады",
        "ІІХК бұйрығы бойынша",
        "А. П. Иванов и С. Х. Ахметов",
        "дело П-24358 закрыто",
        "оған 10 жыл, 8 ай берілді",
        "the XVII century and the year 1937",
        "№ 00447 бұйрық",
        "тұрғынның ашылды деген алты аша бойынша",
    ],
)
def test_ordinary_lines_are_not_doubted(line: str) -> None:
    assert doubted(row_of(line)) == {}
