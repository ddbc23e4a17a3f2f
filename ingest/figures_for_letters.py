"""Figures read for letters in abbreviations, initials behind surnames and archival references: their neighbours tell.

Only words read from an image come here, as to `ingest.misprints`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from ingest.lookalikes import Surroundings, fold_word

_LARGE: Final = "[А-ЯЁӘҒҚҢӨҰҮҺІ]"
_SMALL: Final = "[а-яёәғқңөұүһі]"
_MARKS: Final = r"[.,;:)»”\"-]*"
_AS_LETTER: Final = {"0": "о", "3": "з", "6": "б", "8": "в"}
_OTHER_FIGURES: Final = regex.compile(r"[124579]")
_NOUGHT_IN_CAPITALS: Final = regex.compile(
    rf"(?<={_LARGE}{{2}}|\p{{Lu}}\p{{Ll}}+{_LARGE})0(?!\d)|(?<![\p{{L}}\d])0(?={_LARGE}{{2}}|{_LARGE}-)"
    rf"|(?<={_LARGE})0(?={_LARGE})|(?<![\p{{L}}\d.])0(?={_SMALL}{{3}})"
    rf"|(?<![\p{{L}}\d])0(?={_LARGE}0(?![\p{{L}}\d]))|(?<=(?<![\p{{L}}\d])0{_LARGE})0(?![\p{{L}}\d])"
)
_THREE_IN_CAPITALS: Final = regex.compile(rf"(?<={_LARGE})3(?={_LARGE})")
_FIGURE_IN_WORD: Final = regex.compile(
    rf"(?<={_SMALL})[0368](?={_SMALL})|(?<=(?<!\p{{L}}){_LARGE})0(?={_SMALL}{{2}})|(?<={_SMALL}{{3}})0(?!\w)"
)
_LETTER_AND_NOUGHT: Final = regex.compile(rf"({_LARGE})0({_MARKS})")
_NOUGHT_AND_LETTER: Final = regex.compile(rf"([(«]?)0({_LARGE}{_MARKS})")
_ADJECTIVE: Final = regex.compile(rf"{_LARGE}{_SMALL}+(?:ое|ого|ому|ом|ий|ый|ой)")
_ABBREVIATION: Final = regex.compile(rf"{_LARGE}{{2,}}{_MARKS}")
_UNIT: Final = regex.compile(rf"(?:арми|дивизи|корпус|бригад|полк|фронт|флот|отряд){_SMALL}*{_MARKS}")
_UNIT_NUMBER: Final = regex.compile(r"\d{1,3}(?:-?[йяго]{1,2})?")
_SURNAME: Final = regex.compile(rf"{_LARGE}{_SMALL}{{3,}}(?:-{_LARGE}{_SMALL}+)?")
# What stands behind a preposition and is counted by no nought: `0 градусов`, `0 часов`, `0 рублей`.
_LOCATIVE: Final = regex.compile(
    rf"{_SMALL}{{2,}}(?:[ои]м|ем|ах|ях|ии|[ыи]х|ой)|{_SMALL}{{3,}}[еу]|{_SMALL}{{3,}}[знст]и|тов|гр|том|нём|нем|них|(?:н|вс|мо|тво|сво|наш|ваш)ей|"
    rf"[«„\"]?{_LARGE}{_SMALL}{{2,}}(?:-{_LARGE}?{_SMALL}+)?[еиуыхмйя]"
)
# Soft signs behind these stand before vowels, at ends, and before т and с: готовьте, семьсот, кормься.
_SOFT_FOR_Y: Final = regex.compile(
    r"(?i:(?<=[бвпмф])ь(?=[вгжзлнрхцчшщ])|(?<=[гкх])ь(?=[бвгджзклмнпрстфхцчшщ])|(?<=[тдрс])ь(?=ш))"
)
_MONTH: Final = regex.compile(r"(?:июн|июл|август|окт|апр)")
_VERSO: Final = regex.compile(r"[оo]6([.,;)]*)")
_PAGES: Final = regex.compile(r"\(?\d+(?:[-–]\d+)?")
_FAMILY: Final = regex.compile(
    rf"{_LARGE}\p{{L}}+(?i:[оеё]в|[иы]н|ск(?:ий|ая|ого|ому|ой)|енко|швили|ян|ич|чук)(?i:а|у|ой|ым|е)?"
)
_LETTER_OF_NAME: Final = regex.compile(rf"(?![ФОДЛТСПКРЧГ]){_LARGE}")  # no sign of holdings or pages
_FIRST: Final = regex.compile(rf"{_LETTER_OF_NAME.pattern}\.")
_MISREAD_INITIAL: Final = regex.compile(r"([03])(\.[,;:)]*)")
_INITIAL: Final = regex.compile(rf"{_LARGE}\.[,;:)]*")
_INITIALS: Final = regex.compile(rf"(\(?)((?:(?:{_LARGE}|[03])\.){{2}})([,;:)]*)")
_AS_CAPITAL: Final = str.maketrans("03", "ОЗ")
_NAME: Final = regex.compile(_LARGE + _SMALL)
_NUMBER: Final = regex.compile(r"\d[\d/]*\p{L}?[.,;]*")
# Names of archives: РГАСПИ, ГАРФ, ЦГА РК, ЦДНИ, РГВА, ПермГАСПИ, ҚР ПА; РФМА, РМӘСТА in Kazakh books.
_ARCHIVE: Final = regex.compile(
    r"[(\[]?(?:\p{L}{0,16}(?:ГА|ЦА|ЦД)\p{Lu}{0,16}|Қ?Р[ГФ]?\p{Lu}{0,3}[МС]\p{Lu}{0,2}А|ПА|РФ\)?)[.,]?-?"
)
_FONDS_MISREAD: Final = regex.compile(r"(?:[0ОOо©®]|90|9)\.")
_FONDS_AND_NUMBER: Final = regex.compile(r"[0ОOо©®]\.(?=\d{1,4}(?:/\d+)?[.,]?$)")
_INVENTORY: Final = regex.compile(r"0п\.\d")
_DASH: Final = regex.compile(r"[-–—]")


def figure_in_word(texts: list[str], place: int) -> str | None:
    """БВ0 → БВО, УралВ0, → УралВО,, 0ГПУ → ОГПУ, КА3АХСТАН → КАЗАХСТАН, Ка3ахстан → Казахстан, Павловское Л0 → … ЛО."""
    text = texts[place]
    if _INVENTORY.match(text):
        return f"О{text[1:]}"
    if not any(figure in text for figure in _AS_LETTER) or _OTHER_FIGURES.search(text):
        return None
    mended = _NOUGHT_IN_CAPITALS.sub("О", text)
    mended = _THREE_IN_CAPITALS.sub("З", mended)
    mended = _FIGURE_IN_WORD.sub(lambda found: _AS_LETTER[found[0]], mended)
    before, after = word_at(texts, place - 1), word_at(texts, place + 1)
    alone = _LETTER_AND_NOUGHT.fullmatch(text) if _ADJECTIVE.fullmatch(before) else None
    if alone is None and (_ABBREVIATION.fullmatch(before) or _ABBREVIATION.fullmatch(after)):
        alone = _NOUGHT_AND_LETTER.fullmatch(text)
    mended = f"{alone[1]}О{alone[2]}" if alone else mended
    return mended if mended != text else None


def figure_in_initials(texts: list[str], place: int) -> str | None:
    """Сатова 0.0., Сатов 3.А. → Сатова О.О., Сатов З.А.; А.3. Сатов → А.З. Сатов."""
    found = _INITIALS.fullmatch(texts[place])
    if found is None:
        return None
    letters = found[2].translate(_AS_CAPITAL)
    before, after = word_at(texts, place - 1), word_at(texts, place + 1)
    first_read = found[2][0].isalpha() and _FAMILY.match(after)
    one_nought = (
        "3" not in found[2]
        and _LETTER_OF_NAME.search(found[2])
        and (_SURNAME.fullmatch(before) or _SURNAME.match(after))
    )
    if letters == found[2] or not (_FAMILY.fullmatch(before) or first_read or one_nought):
        return None
    return f"{found[1]}{letters}{found[3]}"


def nought_alone(texts: list[str], place: int) -> str | None:
    """0 том, что → О том, что; 0 Скворцове → О Скворцове; 06 этом → об этом; 88-90 о6. → 88-90 об."""
    text, before, after = texts[place], word_at(texts, place - 1), word_at(texts, place + 1).rstrip('.,;:!?»”")')
    verso = _VERSO.fullmatch(text)
    if verso and _PAGES.fullmatch(before):
        return f"об{verso[1]}"
    of_number = any(figure.isdigit() for figure in before) and before[-1] not in ".)"
    if text not in {"0", "06"} or of_number or not _LOCATIVE.fullmatch(after):
        return None
    if text == "0":
        return "О"  # as high as a capital
    vowel = after[0].lower() in "аоуэиыө" and not _MONTH.match(after)
    return ("Об" if before[-1:] in {".", "!", "?", ":"} else "об") if vowel else None


def soft_sign_for_y(texts: list[str], place: int) -> str | None:
    """ВЬШИНСКИЙ → ВЫШИНСКИЙ, Иртьш → Иртыш, бьл → был, Кьзыл → Кызыл: where no soft sign can stand."""
    mended = _SOFT_FOR_Y.sub(lambda found: "Ы" if found[0] == "Ь" else "ы", texts[place])
    return mended if mended != texts[place] else None


def noughts_of_department(texts: list[str], place: int) -> str | None:
    """00 НКВД, 00 10 СД, 00 16 армии → ОО …: the special department of a unit."""
    if texts[place] != "00":
        return None
    after, behind = word_at(texts, place + 1), word_at(texts, place + 2)
    numbered = _UNIT_NUMBER.fullmatch(after) and (_ABBREVIATION.fullmatch(behind) or _UNIT.fullmatch(behind))
    return "ОО" if numbered or _ABBREVIATION.fullmatch(after) else None


def figure_behind_surname(texts: list[str], place: int) -> str | None:
    """Рейтер 0. Иностранцы → Рейтер О. Иностранцы; Сатова 3. Г., → Сатова З. Г.,; Сатов В. 3. → Сатов В. З."""
    found = _MISREAD_INITIAL.fullmatch(texts[place])
    if found is None:
        return None
    before, after = word_at(texts, place - 1), word_at(texts, place + 1)
    if _FIRST.fullmatch(before) and _FAMILY.fullmatch(word_at(texts, place - 2)):
        behind = True  # a second initial
    elif found[1] == "0":
        behind = bool(_SURNAME.fullmatch(before) and (_NAME.match(after) or _INITIAL.fullmatch(after)))
    else:
        listed = any(text[:2] in {"1.", "2.", "1)", "2)"} for text in texts)
        behind = bool(not listed and _FAMILY.fullmatch(before) and _INITIAL.fullmatch(after))
    return f"{found[1].translate(_AS_CAPITAL)}{found[2]}" if behind else None


def fonds_of_archive(texts: list[str], place: int) -> str | None:
    """РГАСПИ. 0. 17. → РГАСПИ. Ф. 17., ҚР ПА. 0.708. → ҚР ПА. Ф.708.: between an archive and a number."""
    if not _FONDS_MISREAD.match(texts[place]):
        return None
    before = word_at(texts, place - 2 if _DASH.fullmatch(word_at(texts, place - 1)) else place - 1)
    if not _ARCHIVE.fullmatch(fold_word(before, Surroundings.CYRILLIC)):
        return None
    at_end = place + 1 == len(texts)  # its number begins the next line
    if _FONDS_MISREAD.fullmatch(texts[place]) and (at_end or _NUMBER.fullmatch(word_at(texts, place + 1))):
        return "Ф."
    glued = _FONDS_AND_NUMBER.sub("Ф.", texts[place])
    return glued if glued != texts[place] else None


def word_at(texts: Sequence[str], place: int) -> str:
    """The word at a place of a line; nothing beyond its ends."""
    return texts[place] if 0 <= place < len(texts) else ""
