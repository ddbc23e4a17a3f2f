"""Words to be looked at again: what stands where Tesseract's packs lack the character, each rule with its evidence.

A rule names the words it doubts, the languages whose models shall read them again, and what to make of that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from document import Box, Language, Word
from ingest.evidence import credence
from ingest.figures import may_be_misread, mended_figures
from ingest.lookalikes import TO_LATIN, TWINS, Script, script_of
from ingest.numerals import COUNTED, LOOKS, MONTHS, NUMERAL, as_numeral

KK, RU, EN = Language.KK, Language.RU, Language.EN
SURE = 0.6  # confidence of a second reading that saw the character asked for
HALF_SURE = 0.35  # where the first reading makes little sense
SURER = 0.8  # where nothing else speaks for it
SUREST = 0.87  # where something speaks against it
NEVER = 2.0
BETTER = 0.1  # what the script of the line counts for, as confidence
CLEARLY = 0.15  # by how much one must be where neither is very sure
LITTLE = 0.02  # beside that, by how much one model must be surer than the other

NUMBER = regex.compile(r"\(?\p{L}{0,2}-?\d[\d\p{L}/–-]*[.,;:)»\]]*")
DIGITS = regex.compile(r"\d+")
EDGES = regex.compile(r"^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$")
KAZAKH = regex.compile(r"[әғқңөұүһі]", regex.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """The words of one line."""

    words: tuple[Word, ...]
    points_above: Callable[[Word], int] = lambda word: 0  # noqa: ARG005 - how many pieces of ink hang over a word
    knows: Callable[[str], bool] = lambda core: False  # noqa: ARG005 - whether the Russian dictionary has a word
    plain: frozenset[Box] = frozenset()  # places of numbers whose every 5 is one by its form

    @cached_property
    def script(self) -> Script:
        """The script most of its words are in."""
        scripts = [script_of(word.text) for word in self.words if not DIGITS.search(word.text) and len(word.text) > 2]
        return Script.CYRILLIC if scripts.count(Script.CYRILLIC) >= scripts.count(Script.LATIN) else Script.LATIN

    def text(self, place: int) -> str:
        """The word at a place, empty beyond the ends."""
        return self.words[place].text if 0 <= place < len(self.words) else ""


@dataclass(frozen=True)
class Sight:
    """Words as they were read first, again by each model, and how many pieces of ink as high as letters they are."""

    row: Row
    place: int
    count: int
    readings: Mapping[Language, tuple[Word, ...]]
    strokes: int

    @property
    def first(self) -> str:
        """What was read first."""
        return " ".join(word.text for word in self.row.words[self.place : self.place + self.count])

    def text(self, language: Language) -> str:
        """What the model of a language read."""
        return " ".join(word.text for word in self.readings.get(language, ()))

    def confidence(self, language: Language, place: int | None = None) -> float:
        """How sure that model is of its word at a place, or of its least sure one."""
        words = self.readings.get(language, ())
        chosen = words if place is None else words[place : place + 1]
        return min((word.confidence for word in chosen), default=0.0)

    def credence(self, language: Language) -> float:
        """The same weighed by how word-like its words look."""
        return min(map(credence, self.readings.get(language, ())), default=0.0)


@dataclass(frozen=True)
class Rule:
    """`doubts` answers how many words from a place on are doubted, `decide` what they are, or None to leave them."""

    doubts: Callable[[Row, int], int]
    languages: tuple[Language, ...]
    decide: Callable[[Sight], str | None]
    apart: bool = False  # what it doubts is so much that it would change how the doubts of others are read


# Signs before numbers: Хо 708, Ne 12, М 5, 8 67, $ 90.
SIGN = regex.compile(r"[(«]?(?:[$856S&]|(?:[NМMЖХXКJ]|Л(?!\.))(?:[°º6%]|\p{L}[.:]?)?|7%|(?:УХ|Jf\p{L}|NM)[.:]?|№[.:])")
GLUED_SIGN = regex.compile(r"[$§]\d[\d.,;:)]*")


def sign_before_number(row: Row, place: int) -> int:
    """A sign or short word that is often read for № or §, and a number after it; `$90` in one."""
    text = row.text(place)
    if GLUED_SIGN.fullmatch(text):
        return 1
    return 2 if text != "№" and SIGN.fullmatch(text) and NUMBER.fullmatch(row.text(place + 1)) else 0


def decide_sign(sight: Sight) -> str | None:
    """№ where the Russian model sees it, § where the English one does, if the figures are those read before."""
    number = sight.first.split(" ")[-1].lstrip("$§")
    if sight.row.script is Script.LATIN and regex.match(r"No\b", sight.first):
        return None  # English for №
    if sight.row.script is Script.LATIN and sight.text(EN).startswith("No. ") and sight.confidence(EN, 0) >= SUREST:
        return f"No. {number}"
    signs = []
    for language, sign in ((RU, "№"), (EN, "§")):
        text = sight.text(language)
        if regex.match(r"[^\p{L}\d№§]*" + sign, text) and _same_figures(text, number):
            place = next(place for place, word in enumerate(sight.readings[language]) if sign in word.text)
            signs.append((sight.confidence(language, place), sign))
    dollar = sight.row.script is Script.CYRILLIC and all(sight.text(language).startswith("$") for language in (RU, EN))
    if not dollar and sight.row.script is Script.CYRILLIC and "$" in sight.first and sight.text(RU).startswith("$"):
        signs.append((SURE, "§"))  # how the Russian model prints §; the English one tells a dollar
    needed = SURE if sight.first.lstrip("(«")[:1].isdigit() else HALF_SURE
    needed = 0.0 if "$" in sight.text(RU) else needed
    if not signs or max(signs)[0] < needed:
        return None
    opening = "".join(character for character in sight.first[:1] if character in "(«")
    return f"{opening}{max(signs)[1]} {number}"


PLAIN = regex.compile(r"[IІVXХ]{2,}")  # numerals but for the alphabet


def looks_roman(row: Row, place: int) -> int:
    """Capitals that may be the strokes of a numeral; one letter with a point is an initial."""
    text = row.text(place)
    core = EDGES.sub(r"\2", text).split("-")[0]
    if not LOOKS.fullmatch(core) or core.isdigit() or (NUMERAL.fullmatch(core) and core.isascii()):
        return 0
    if text[-1:] == "." and (len(core) == 1 or regex.fullmatch(r"\p{Lu}\.", row.text(place + 1))):
        return 0
    return 0 if len(core) == 1 and regex.match(r"\p{L}-\d", text) else 1


def decide_roman(sight: Sight) -> str | None:
    """The numeral that the English model read, or what the strokes tell where a noun asks for one."""
    before, core, after = EDGES.fullmatch(sight.first).groups()  # type: ignore[union-attr]
    core, hyphen, ending = core.partition("-")
    seen = EDGES.sub(r"\2", sight.text(EN)).split("-")[0]
    seen = seen.replace("l", "I") if seen[:1] in "IVXl" else seen
    guess = as_numeral(core)
    counted = COUNTED.match(sight.row.text(sight.place + 1)) or COUNTED.match(sight.row.text(sight.place - 1))
    numeral = seen if NUMERAL.fullmatch(seen) else None
    plain = PLAIN.fullmatch(core)
    if len(core) == 1 and core not in "ІI":
        # П or II, Ш or III: the ink tells, or what is counted
        apart = guess is not None and sight.strokes == len(guess) > 1
        numeral = guess if (apart or counted) and (numeral == guess or counted or apart) else None
    elif guess is not None and (counted or plain if numeral is None else sight.confidence(EN) < SURER):
        numeral = guess  # two readings tell it by their strokes
    elif numeral is not None and guess is None and sight.confidence(EN) < SURE:
        numeral = None
    return f"{before}{numeral}{hyphen}{ending}{after}" if numeral else None


# 14.Ш.1937 is told by its letters alone; 14.1.1937 and 14.11.1937 may have been 14.I.1937, 14.II.1937, 14.III.1937.
FIGURES_FOR_MONTH = regex.compile(r"\(?\d{1,2}\.(?:1{1,3}|[1IІ]*[IІ][1IІ]*)\.(?:1[789])?\d\d\D{0,3}")


def figures_for_month(row: Row, place: int) -> int:
    """A date whose month is all ones, or ones and strokes."""
    text = row.text(place)
    return 1 if FIGURES_FOR_MONTH.fullmatch(text) and text.split(".")[1] not in MONTHS else 0


def decide_month(sight: Sight) -> str | None:
    """A Roman month where the strokes tell it, or the English model sees it and the Russian one no figures either."""
    seen, first = sight.text(EN), sight.first
    parts, shown = first.split(".", 2), seen.split(".", 2)
    unsure = any(sight.readings.values()) and {first} != {sight.text(language) for language in sight.readings}
    if unsure and _strokes_of_month(sight) == len("III"):
        return ".".join([parts[0], "III", parts[2]])
    agree = len(parts) == len(shown) == 3 and parts[0] == shown[0] and _same_figures(parts[2], shown[2])
    month = "III" if agree and shown[1] == "111" else shown[1] if agree else ""
    if month not in MONTHS or sight.text(RU) == first:
        return None
    return ".".join([parts[0], month, parts[2]])


def _strokes_of_month(sight: Sight) -> int:
    """How many pieces of ink the month of a date has; letters and figures run together make it fewer, never more."""
    day, _, year = sight.first.split(".", 2)
    return sight.strokes - sum(map(str.isalnum, day + year)) - sum(map(sight.first.count, "()"))


# сьезд, обьект, Подьячев; Щ and Ё read as Ш and Е
LACKING = regex.compile(
    r"ш(?!ы|а\b)|ь[еёюя]|[бвдзклнпрстф]һ[еёюя]", regex.IGNORECASE
)  # no щ stands before ы, hardly one in a last -ща
KNOWN = regex.compile(r"[щЩъЪёЁ]")  # was read by a model that has them
POINTED = regex.compile(r"[йЙёЁіi]")
UNLIKE = str.maketrans("щЩъЪёЁһҺ", "шШьЬеЕьЬ")


def lacks_letters(row: Row, place: int) -> int:
    """A word in Cyrillic letters, none of them Kazakh, with letters that stand for what the Kazakh pack lacks."""
    text = row.text(place)
    if script_of(text) is not Script.CYRILLIC or KAZAKH.search(regex.sub("[һҺ]", "", text)) or KNOWN.search(text):
        return 0
    if LACKING.search(text):
        return 1
    has_e = regex.search("[еЕ]", text) is not None
    return 1 if has_e and row.points_above(row.words[place]) > len(POINTED.findall(text)) else 0


def decide_letters(sight: Sight) -> str | None:
    """What the Russian model read, where it differs in just those letters."""
    seen = sight.text(RU)
    alike = seen.translate(UNLIKE) == sight.first.translate(UNLIKE)
    changed = [letter for letter, was in zip(seen, sight.first, strict=False) if letter != was]
    needed = SURER if len(changed) > 1 or "ъ" in changed else SUREST  # Kazakh words have ш and е, seldom ь
    return seen if alike and changed and sight.confidence(RU) >= needed else None


MEASURE = regex.compile(r"\d+\p{Cyrillic}{1,3}[.,;]?")
ONE_PRINT = str.maketrans(TWINS)


def in_other_script(row: Row, place: int) -> int:
    """A word of another script than the line's, or of two, or of letters and figures; see the rules below for which."""
    core = EDGES.sub(r"\2", row.text(place))
    script, letters = script_of(core), sum(map(str.isalpha, core))
    if letters == 0 or (NUMERAL.fullmatch(core) and core.isascii()):
        return 0
    if script is Script.OTHER or (letters > 1 and _figures_inside(core)):
        return 1
    if script is row.script:
        return 1 if _twins_beside_latin(row, place, core) or _odd_capitals(row.words[place], core) else 0
    foreign = sum(character not in TWINS for character in core if character.isalpha())
    plain = script is Script.LATIN and foreign >= 3 and row.words[place].confidence >= SURER
    return 0 if plain else 1


def _twins_beside_latin(row: Row, place: int, core: str) -> bool:
    """`Ор. cit.`: a Cyrillic word that would look the same in Latin letters, and a Latin word beside it."""
    beside = script_of(row.text(place - 1)), script_of(row.text(place + 1))
    return (
        row.script is Script.CYRILLIC and Script.LATIN in beside and all(not c.isalpha() or c in TO_LATIN for c in core)
    )


def _odd_capitals(word: Word, core: str) -> bool:
    """МКҮР: capitals the recogniser was not sure of, may be a Latin abbreviation."""
    return len(core) >= 3 and core.isalpha() and core.isupper() and word.confidence < SURER


def decide_script(sight: Sight) -> str | None:
    """What one model is surer of than the other: a little for the script of the line, clearly for another."""
    latin, cyrillic = sight.text(EN), sight.text(RU)
    sure_latin = sight.credence(EN) if script_of(latin) is Script.LATIN else 0.0
    sure_cyrillic = sight.credence(RU) if script_of(cyrillic) is Script.CYRILLIC else 0.0
    if KAZAKH.search(sight.first):
        cyrillic, sure_cyrillic = sight.first, credence(sight.row.words[sight.place])  # unknown to the Russian model
        if _figures_inside(cyrillic):
            sure_cyrillic = 0.0
    if latin == cyrillic and sight.row.words[sight.place].confidence < HALF_SURE:
        return latin or None  # both see the same, and what was read first was a guess
    of_line = _of_line(sight)
    if sight.row.script is Script.CYRILLIC and MEASURE.fullmatch(sight.first):
        sure_latin = 0.0  # 8кг: a measure
    if sure_latin >= _needed(latin, sight) and sure_latin + of_line > sure_cyrillic + LITTLE:
        return _if_figures_stay(latin, sight.first)
    if sure_cyrillic >= _needed(cyrillic, sight) and sure_cyrillic - of_line > sure_latin + LITTLE:
        return _if_figures_stay(cyrillic, sight.first)
    if _foreign_only_to_all(sight) and sure_cyrillic >= max(SURE, sure_latin + CLEARLY):
        return _if_figures_stay(cyrillic, sight.first)
    return None


def _foreign_only_to_all(sight: Sight) -> bool:
    """Latin letters in a line of Cyrillic that the Russian model reads as a word as long: italics look Latin."""
    cores = EDGES.sub(r"\2", sight.first), EDGES.sub(r"\2", sight.text(RU))
    plain = sight.row.script is Script.CYRILLIC and not DIGITS.search(sight.first)
    same_case = cores[0].isupper() == cores[1].isupper()
    return plain and same_case and len(cores[0]) == len(cores[1]) > 2


def _of_line(sight: Sight) -> float:
    """What the line speaks for where the letters do not tell: Latin ones above nought, Cyrillic ones below."""
    row, place = sight.row, sight.place
    alike = sight.text(EN).translate(ONE_PRINT) == sight.text(RU).translate(ONE_PRINT)
    if not alike or (row.script is Script.CYRILLIC and _twins_beside_latin(row, place, sight.first)):
        return 0.0
    if row.script is Script.CYRILLIC:
        return -2 * BETTER if len(sight.first) > 2 and sight.text(RU).isupper() else -BETTER  # BMH
    between = script_of(row.text(place - 1)) is script_of(row.text(place + 1)) is Script.LATIN
    return BETTER if between or row.text(place - 1).isdigit() else 0.0  # 17 May; but См. Cambridge


def _needed(text: str, sight: Sight) -> float:
    """How sure a reading must be: more if it is not as long as the first one."""
    before, after = len(EDGES.sub(r"\2", sight.first)), len(EDGES.sub(r"\2", text))
    if before == after:
        return SURER
    return NEVER if before == 1 else SUREST  # one letter tells too little of two


def folio_sign(row: Row, place: int) -> int:
    """`п. 96`, `mm. 12-14`: л. read as another letter, before a number on a line of Cyrillic."""
    text = row.text(place)
    known = regex.fullmatch(r"\(?(?:[пn]{1,2}|m{1,2}|[JI]l)\.", text)
    return 2 if known and row.script is Script.CYRILLIC and NUMBER.fullmatch(row.text(place + 1)) else 0


def decide_folio(sight: Sight) -> str | None:
    """л. where the Russian model sees it before the same number."""
    seen, number = sight.text(RU), sight.first.split(" ")[1]
    found = regex.match(r"(\(?[лЛ]{1,2}\.)", seen)
    if found is None or not _same_figures(seen, number):
        return None
    return f"{found[1]} {number}"


def odd_initial(row: Row, place: int) -> int:
    """`©.`: a sign where a letter must stand."""
    return 1 if regex.fullmatch(r"[©®¥€]\.", row.text(place)) else 0


def decide_initial(sight: Sight) -> str | None:
    """The capital that the Kazakh model sees."""
    seen = sight.text(KK)
    return seen.upper() if regex.fullmatch(r"\p{L}\.", seen) else None


# What the Russian model prints for Kazakh letters.
RUSSIAN_FOR = dict(zip("әғқңөұүі", ("аэ", "г", "к", "н", "ео", "у", "у", "и1"), strict=True))


def bracketed(row: Row, place: int) -> int:
    """`[мер]`: the Kazakh model has no square brackets, so the Russian one reads what is in them."""
    text = row.text(place)
    plain = regex.fullmatch(r"\[\p{Cyrillic}+\]?|\[?\p{Cyrillic}+\][.,;]?", text) and not KAZAKH.search(text)
    return 1 if plain and any(KAZAKH.search(word.text) for word in row.words) else 0


def decide_bracketed(sight: Sight) -> str | None:
    """The Kazakh letters that its model sees, in the brackets read before."""
    before, core, after = EDGES.fullmatch(sight.first).groups()  # type: ignore[union-attr]
    seen = EDGES.sub(r"\2", sight.text(KK))
    alike = len(seen) == len(core) and all(
        new == old or old in RUSSIAN_FOR.get(new, "") for new, old in zip(seen, core, strict=True)
    )
    return f"{before}{seen}{after}" if alike and seen != core and sight.confidence(KK) >= SURER else None


def figures_of_kazakh(row: Row, place: int) -> int:
    """A number with what the Kazakh model mistakes, on a line of Cyrillic that it may have read."""
    text, five = row.text(place), "5" in row.text(place) and row.words[place].box not in row.plain
    may_be = row.script is Script.CYRILLIC and may_be_misread(text)
    return 1 if may_be and (five or any(KAZAKH.search(word.text) for word in row.words)) else 0


def decide_figures(sight: Sight) -> str | None:
    """What the other two models make of it together, if one of them is sure."""
    sure = max(sight.confidence(RU), sight.confidence(EN)) >= SURER
    return mended_figures(sight.first, sight.text(RU), sight.text(EN), sure=sure)


RULES: Sequence[Rule] = (
    Rule(sign_before_number, (RU, EN), decide_sign),
    Rule(folio_sign, (RU,), decide_folio),
    Rule(odd_initial, (KK,), decide_initial),
    Rule(figures_for_month, (RU, EN), decide_month),
    Rule(looks_roman, (EN,), decide_roman),
    Rule(bracketed, (KK,), decide_bracketed),
    Rule(lacks_letters, (RU,), decide_letters),
    Rule(figures_of_kazakh, (RU, EN), decide_figures, apart=True),
    Rule(in_other_script, (RU, EN), decide_script),
)


def _same_figures(one: str, other: str) -> bool:
    return DIGITS.findall(one) == DIGITS.findall(other)


def _figures_inside(core: str) -> bool:
    return regex.search(r"\p{L}\d+\p{L}|\d\p{L}{2,}|\p{L}{2,}\d", core) is not None and "-" not in core


def _if_figures_stay(text: str, first: str) -> str | None:
    """A reading that keeps the figures of a number; figures inside a word may have been letters, letters no figures."""
    if not DIGITS.search(first) and DIGITS.search(text):
        return None
    a_number = len(DIGITS.findall(first)) > 0 and sum(map(str.isdigit, first)) * 2 > sum(map(str.isalnum, first))
    (before, core, after), seen = EDGES.fullmatch(first).groups(), EDGES.sub(r"\2", text)  # type: ignore[union-attr]
    if a_number and seen.translate(ONE_PRINT) == core.translate(ONE_PRINT):
        text = f"{before}{seen}{after}"  # a letter was doubted, not the marks around
    return None if (a_number and not _same_figures(text, first)) or text == first else text
