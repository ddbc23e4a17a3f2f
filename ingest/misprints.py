"""Misreadings that the neighbours of a word make certain, each rule beside the line that asked for it.

Only words read from an image come here: what a text layer says is never touched by these rules.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import msgspec
import numpy as np
import regex

from document import Box, Word
from ingest.lookalikes import Script, script_of
from ingest.numerals import with_roman_month
from ingest.pieces import cut_out
from ingest.raster import POINTS_PER_INCH, Raster

INITIAL = regex.compile(r"\p{Lu}\.")
SURNAME = regex.compile(r"\p{Lu}\p{L}*\p{Ll}\p{L}+[.,;:)]*")
ZERO = regex.compile(r"(\(?)[0©]\.")
THREE = regex.compile(r"(\(?)3\.")
NUMBER = regex.compile(r"(?:\p{L}-)?\d[\d\p{L}]*[.,;]?")
INVENTORY = regex.compile(r"[ОоOo0][пnp]\.")
FOLIO = regex.compile(r"\(?[лЛ]{1,2}\.")
VERSO = regex.compile(r"[0оo][6б]([.,;)]*)")
# Д. 3, Л. 3, Ф. 3: signs of holdings before a number
HOLDINGS = frozenset({"Ф.", "Д.", "Л.", "С.", "П.", "Т.", "К.", "Г.", "Б.", "Ч.", "Р."})
DASH_WIDTH = 1.28  # of the height of small letters: longer than any hyphen, the typewriter's of 1.1 too
SMALL_LETTER = 13 / 170  # inches, see `LETTER` of `ingest.reading`: only a guess where a line has no letters

Mend = Callable[[list[str], int], str | None]


def mend_row(words: Sequence[Word], sheet: Raster) -> list[Word]:
    """Answer the words of a line, as many as were given, with what is certain mended."""
    texts = [word.text for word in words]
    for place in range(len(texts)):
        for mend in MENDS:
            mended = mend(texts, place)
            if mended is not None:
                texts[place] = mended
                break
    rough = [
        word if word.text == text else msgspec.structs.replace(word, text=text)
        for word, text in zip(words, texts, strict=True)
    ]
    return [_with_dash(word, rough, sheet) for word in rough]


def zero_for_o(texts: list[str], place: int) -> str | None:
    """0. Қ. Сәлімов → О. Қ. Сәлімов; Б. 0. → Б. О.: no number is a nought between initials."""
    found = ZERO.fullmatch(texts[place])
    if found is None:
        return None
    beside = INITIAL.fullmatch(_at(texts, place - 1)) or INITIAL.fullmatch(_at(texts, place + 1))
    named = SURNAME.fullmatch(_at(texts, place + 1)) is not None and not _is_number(texts, place - 1)
    return f"{found[1]}{_like(texts, place, 'О', 'O')}." if beside or named else None


def three_for_z(texts: list[str], place: int) -> str | None:
    """В. 3. Савушкин → В. З. Савушкин: after an initial and before a surname, where no holdings are numbered."""
    found = THREE.fullmatch(texts[place])
    if found is None or _is_number(texts, place - 2):
        return None
    before, after = _at(texts, place - 1), _at(texts, place + 1)
    if script_of(before + after) is not Script.CYRILLIC:
        return None
    second = INITIAL.fullmatch(before) and SURNAME.fullmatch(after) and len(after) > 3 and before not in HOLDINGS
    first = INITIAL.fullmatch(after) and SURNAME.fullmatch(_at(texts, place + 2)) and before[-1:].islower()
    return f"{found[1]}З." if second or first else None


def roman_month(texts: list[str], place: int) -> str | None:
    """15.У1.1925 → 15.VI.1925."""
    mended = with_roman_month(texts[place])
    return mended if mended != texts[place] else None


def fonds(texts: list[str], place: int) -> str | None:
    """0. 260. On. 124. → Ф. 260. Оп. 124."""
    first = regex.fullmatch(r"(\(?)[0©®ФOО]\.", texts[place])
    if first and _is_number(texts, place + 1) and INVENTORY.fullmatch(_at(texts, place + 2)):
        return f"{first[1]}Ф."
    if INVENTORY.fullmatch(texts[place]) and _is_number(texts, place - 1) and _is_number(texts, place + 1):
        return ("о" if texts[place][0] in "оo" else "О") + "п."
    return None


def verso(texts: list[str], place: int) -> str | None:
    """Л. 69-70 06. → Л. 69-70 об."""
    found = VERSO.fullmatch(texts[place])
    return (
        f"об{found[1]}" if found and _is_number(texts, place - 1) and FOLIO.fullmatch(_at(texts, place - 2)) else None
    )


def case_letters(texts: list[str], place: int) -> str | None:
    """P-342, 1107-cc → Р-342, 1107-сс on a line of Cyrillic."""
    if _latin_line(texts):
        return None
    text = regex.sub(r"(?<![\p{L}\d])P(?=-\d)", "Р", texts[place])
    text = regex.sub(r"(?<=\d[-/]?)c{1,2}(?![\p{L}\d])", lambda found: "с" * len(found[0]), text)
    return text if text != texts[place] else None


MENDS: tuple[Mend, ...] = (fonds, verso, zero_for_o, three_for_z, roman_month, case_letters)


def _at(texts: Sequence[str], place: int) -> str:
    return texts[place] if 0 <= place < len(texts) else ""


def _is_number(texts: Sequence[str], place: int) -> bool:
    return NUMBER.fullmatch(_at(texts, place)) is not None


def _latin_line(texts: Sequence[str]) -> bool:
    scripts = [script_of(text) for text in texts]
    return scripts.count(Script.LATIN) > scripts.count(Script.CYRILLIC)


def _like(texts: Sequence[str], place: int, cyrillic: str, latin: str) -> str:
    """The letter of the script beside it, or of the line."""
    beside = script_of(_at(texts, place - 1) + _at(texts, place + 1))
    if beside is Script.OTHER:
        return latin if _latin_line(texts) else cyrillic
    return latin if beside is Script.LATIN and _latin_line(texts) else cyrillic


def _with_dash(word: Word, row: Sequence[Word], sheet: Raster) -> Word:
    """A dash read as one hyphen or two, told by its length."""
    if not regex.fullmatch(r"[-–_=]{1,2}", word.text):
        return word
    letters = [
        other.box.height
        for other in row
        if regex.fullmatch(r"[авгежзиклмнопстхчшыьэюяacemnorsuvwxzңөү]{2,}", other.text)
    ]
    height = min(letters, default=SMALL_LETTER * POINTS_PER_INCH)
    return msgspec.structs.replace(word, text="—") if _ink_width(word.box, sheet) >= DASH_WIDTH * height else word


def _ink_width(box: Box, sheet: Raster) -> float:
    """Width in points of the widest piece of ink."""
    pixels = cut_out(box, sheet, edge=1)
    if pixels.size == 0:
        return 0.0
    _, ink = cv2.threshold(np.ascontiguousarray(pixels), 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    _, _, found, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    return float(max(found[1:, cv2.CC_STAT_WIDTH], default=0)) * POINTS_PER_INCH / sheet.dpi
