"""Misreadings that the neighbours of a word make certain, each rule beside the line that asked for it.

Only words read from an image come here: what a text layer says is never touched by these rules.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf
from statistics import median

import msgspec
import regex

from document import Word
from ingest.doubts import KAZAKH
from ingest.figures_for_letters import (
    figure_behind_surname,
    figure_in_initials,
    figure_in_word,
    fonds_of_archive,
    nought_alone,
    noughts_of_department,
    soft_sign_for_y,
    word_at,
)
from ingest.ink import ink_in
from ingest.lookalikes import TO_LATIN, TWINS, Script, script_of
from ingest.numerals import with_roman_month
from ingest.raster import POINTS_PER_INCH, Raster

INITIAL = regex.compile(r"\p{Lu}\.")
SURNAME = regex.compile(r"\p{Lu}\p{L}*\p{Ll}\p{L}+[.,;:)]*")
# A hand's б and a 6 are much alike: ВКП(6), РКП(6)б, ЦККП(6)К; 6/п and 6/n stand for беспартийный.
BOLSHEVIKS = regex.compile(r"(?<=КП ?\()6(?=\))|(?<=^\()6(?=\)[.,;:»”\"]*$)")
NO_PARTY = regex.compile(r"6/[пПn]([.,;:)]*)")
ABOUT = regex.compile(r"([«“„\"])0(6?)")
LOW_WORD = regex.compile(r"(?!(?:янв|февр|апр|июн|июл|август|окт)\p{Ll})[\p{Cyrillic}&&\p{Ll}]{3,}+.?", regex.V1)
NO_WORD = regex.compile(r"(\(?[гдГД])[;:,]")  # such letters stand for words, with a point
PLACE = regex.compile(r"\p{Lu}\p{Ll}{2,}[\p{L}-]*[.,;:)]*")
ARTICLE_SIGN = regex.compile(r"(\(?[сС]т)[,:;]")
ARTICLE = regex.compile(r"ст\.|58[-–\d\p{L}]*[.,;:)]*|\d{2,3}(?:[-–]\d\p{L}*)*[.,;:)]*")
SPECK_OF_NUMBER = regex.compile(r"^[`'‘’.,:]{1,2}(?=\d)|(?<=^\(?№)[`'‘’.,:]{1,2}(?=\d)")
GRAVE = regex.compile(r"^`(?=\p{Cyrillic})|(?<=\p{Cyrillic})`$")  # between letters a space may be meant
OPEN_QUOTE = regex.compile(r"[‘‚](?=\p{Cyrillic})")
CLOSING_QUOTE = regex.compile(r"[’‘“']")
ZERO = regex.compile(r"(\(?)0\.")
ZEROS = regex.compile(r"(\(?)0\.0\.")
ZERO_AND_INITIAL = regex.compile(r"(?P<before>\(?(?:\p{Lu}\.)?)0(?P<after>\.(?:(?<=\p{Lu}\.0\.)|\p{Lu}\.)[,;:)]*)")
ABBREVIATION_AND_ZERO = regex.compile(r"(\(?\p{Cyrillic}{1,2})0([.,;:)]*)")
ABBREVIATION = regex.compile(r"[\p{Cyrillic}&&\p{Lu}]{3,}[.,;:)]*", regex.V1)
THREE = regex.compile(r"(\(?)3\.")
NAMED = regex.compile(  # endings of surnames, in any case
    r"\p{Lu}\p{L}+(?:[оеё]в|[иы]н|ск(?:ий|ая|ого|ому|ой)|ұлы|улы|енко|швили|ян|ov|ev|in|sky|uly)\p{L}{0,4}[.,;:)]*"
)
FIRST_HALF = regex.compile(r"^\p{Lu}\p{L}+-(?=\p{Lu}\p{L})")  # of Сәлімова-Гурская
NUMBER = regex.compile(r"(?:\p{L}-)?\d[\d\p{L}–-]*[.,;]?")
KAZAKH_INVENTORY = regex.compile(r"[ТT]\.")
KAZAKH_FILE = regex.compile(r"[ІI1]\.\d*[.,;]?")
FONDS_NOT_READ = regex.compile(r"(\(?)[0ОOo9©®]\.")
INVENTORY = regex.compile(r"[ОоOo0][пnpнш][.,:]")
SIGN_OF_FILE = regex.compile(r"Ц\.|(?!\p{Cyrillic})[^\d\s]{1,2}\.|[^\d\s.]{1,2}[\]|}][.,]?")  # J]. or I. for Д.
FOLIO = regex.compile(r"\(?[лЛ]{1,2}\.")
VERSO = regex.compile(r"[0оo][6б]([.,;)]*)")
# Д. 3, Л. 3, Ф. 3: signs of holdings before a number
HOLDINGS = frozenset({"Ф.", "Д.", "Л.", "С.", "П.", "Т.", "К.", "Г.", "Б.", "Ч.", "Р."})
HYPHENS = regex.compile(r"[-–_=]{1,2}")
DASH_WIDTH = 0.92  # of the room a letter takes: a hyphen has half of it, a typewriter's four fifths, a dash all or more
LATIN_P = regex.compile(r"(?<![\p{L}\d])P(?=-\d)")
LATIN_C = regex.compile(r"(?<=\d[-/]?)c{1,2}(?![\p{L}\d])")
LATIN_INITIAL = regex.compile(r"[A-Z]\.")
TWO_STROKES = regex.compile(r"[IІ]{2}\.")
SIGN_OF_FONDS = regex.compile(r"(\(?)[^\s(]{1,2}[.:]{1,2}")
BROKEN_FOLIO = regex.compile(r"J[IlІ1]\.")
LOOKS_OP = regex.compile(r"[ОOоo][рp]\.")
LOOKS_CIT = regex.compile(r"(?:[cс][iі]t|[cс]і?т|сит|си|сле|се|cif)([.,]{1,2})")
DIGIT = regex.compile(r"\d")
TELLING = 3  # letters of a word that tells how much that is

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
    """0. Қ. Сәлімов → О. Қ. Сәлімов; Б. 0. → Б. О.; 0.0. Сәлімов: no number is a nought between initials."""
    if (both := ZEROS.fullmatch(texts[place])) and NAMED.fullmatch(word_at(texts, place + 1)):
        return f"{both[1]}О.О." if script_of(word_at(texts, place + 1)) is Script.CYRILLIC else f"{both[1]}O.O."
    found = ZERO.fullmatch(texts[place])
    if found is None:
        return None
    beside = INITIAL.fullmatch(word_at(texts, place - 1)) or INITIAL.fullmatch(word_at(texts, place + 1))
    beside = beside or (THREE.fullmatch(word_at(texts, place - 1)) and SURNAME.fullmatch(word_at(texts, place + 1)))
    beside = beside or (ZERO.fullmatch(word_at(texts, place + 1)) and NAMED.fullmatch(word_at(texts, place + 2)))
    name = FIRST_HALF.sub("", word_at(texts, place + 1))
    named = NAMED.fullmatch(name) is not None and not _is_number(texts, place - 1)
    return f"{found[1]}{_like(texts, place, 'О', 'O')}." if beside or named else None


def point_of_abbreviation(texts: list[str], place: int) -> str | None:
    """в г; Өскемен → в г. Өскемен; по ст, 58-10 → по ст. 58-10: other signs do not stand there."""
    after = word_at(texts, place + 1)
    town = NO_WORD.fullmatch(texts[place])
    if town and PLACE.fullmatch(after) and not _is_number(texts, place - 1):
        return f"{town[1]}."
    article = ARTICLE_SIGN.fullmatch(texts[place])
    return f"{article[1]}." if article and ARTICLE.fullmatch(after) else None


def speck_before_number(texts: list[str], place: int) -> str | None:
    """№ `00447, №‘00447 → № 00447, №00447."""
    behind = texts[place].lstrip("(").startswith("№") or word_at(texts, place - 1).endswith("№")
    text = SPECK_OF_NUMBER.sub("", texts[place]) if behind else texts[place]
    return text if text != texts[place] else None


def quote_of_specks(texts: list[str], place: int) -> str | None:
    """`Қазалы → Қазалы, ‘Қазалы и → Қазалы и: specks; no machine has such quotes, and none is closed on the line."""
    text = GRAVE.sub("", texts[place])
    if OPEN_QUOTE.match(text) and not any(CLOSING_QUOTE.search(other) for other in (text[1:], *texts[place + 1 :])):
        text = text[1:]
    return text if text != texts[place] else None


def six_for_b(texts: list[str], place: int) -> str | None:
    """ЦК ВКП(6) → ЦК ВКП(б), немка, 6/п → немка, б/п."""
    found = NO_PARTY.fullmatch(texts[place])
    if found and not _latin_line(texts):
        return f"б/п{found[1]}"
    party = texts[place].startswith("(") and not word_at(texts, place - 1).endswith("КП")
    mended = texts[place] if party else BOLSHEVIKS.sub("б", texts[place])
    return mended if mended != texts[place] else None


def about(texts: list[str], place: int) -> str | None:
    """«0 судьбе Ә. Жүнісова» → «О судьбе …, «06 изъятии → «Об изъятии: how titles of acts and works begin."""
    found = ABOUT.fullmatch(texts[place])
    return f"{found[1]}О{'б' if found[2] else ''}" if found and LOW_WORD.fullmatch(word_at(texts, place + 1)) else None


def zero_beside_initial(texts: list[str], place: int) -> str | None:
    """Ахметов 0.Қ. → Ахметов О.Қ.; Қ.0. Сәлімов → Қ.О. Сәлімов: the same where initials are typed without a space."""
    found = ZERO_AND_INITIAL.fullmatch(texts[place])
    if found is None or not (NAMED.fullmatch(word_at(texts, place - 1)) or NAMED.fullmatch(word_at(texts, place + 1))):
        return None
    letter = "О" if script_of(word_at(texts, place)) is Script.CYRILLIC else "O"
    return f"{found['before']}{letter}{found['after']}"


def zero_in_abbreviation(texts: list[str], place: int) -> str | None:
    """Р0 УНКВД → РО УНКВД, УНКВД Л0 → УНКВД ЛО: capitals and a nought beside an abbreviation."""
    found = ABBREVIATION_AND_ZERO.fullmatch(texts[place])
    beside = ABBREVIATION.fullmatch(word_at(texts, place - 1)) or ABBREVIATION.fullmatch(word_at(texts, place + 1))
    return f"{found[1]}О{found[2]}" if found and found[1].isupper() and beside else None


def three_for_z(texts: list[str], place: int) -> str | None:
    """В. 3. Савушкин → В. З. Савушкин: after an initial and before a surname, where no holdings are numbered."""
    found = THREE.fullmatch(texts[place])
    if found is None or _is_number(texts, place - 2):
        return None
    before, after = word_at(texts, place - 1), word_at(texts, place + 1)
    if _latin_line(texts) or script_of(before + after) is Script.LATIN:
        return None
    second = INITIAL.fullmatch(before) and (
        NAMED.fullmatch(after) or (SURNAME.fullmatch(after) and len(after) > 3 and before not in HOLDINGS)
    )
    listed = any(regex.fullmatch(r"\(?[12][.)]", text) for text in texts)
    goes_on = before[-1:].islower() or (before[-1:] == "," and not listed)
    initial = INITIAL.fullmatch(after) or ZERO.fullmatch(after)
    first = initial and SURNAME.fullmatch(word_at(texts, place + 2)) and goes_on
    first = first or (
        THREE.fullmatch(after) and NAMED.fullmatch(word_at(texts, place + 2)) and not _is_number(texts, place - 1)
    )
    return f"{found[1]}З." if second or first else None


def one_for_i(texts: list[str], place: int) -> str | None:
    """Н. 1. Төлеуов → Н. І. Төлеуов: after an initial and before a surname, on a line with Kazakh letters."""
    if texts[place] != "1." or not INITIAL.fullmatch(word_at(texts, place - 1)) or not any(map(KAZAKH.search, texts)):
        return None
    return "І." if NAMED.fullmatch(word_at(texts, place + 1)) else None


def cyrillic_initial(texts: list[str], place: int) -> str | None:
    """I. K. Сәлімов → І. К. Сәлімов: Latin initials before a Cyrillic surname."""
    if not LATIN_INITIAL.fullmatch(texts[place]) or texts[place][0] not in TWINS:
        return None
    name = _name_behind(texts, place)
    numeral = texts[place] == "I." and not any(map(KAZAKH.search, texts))
    if numeral or script_of(name) is not Script.CYRILLIC or not NAMED.fullmatch(name):
        return None
    return f"{TWINS[texts[place][0]]}."


def barred(texts: list[str], place: int) -> str | None:
    """©. М. Төлеуұлы → Ө. М. Төлеуұлы: on a line with Kazakh letters."""
    if texts[place] != "©." or not any(map(KAZAKH.search, texts)):
        return None
    beside = INITIAL.fullmatch(word_at(texts, place - 1)) or INITIAL.fullmatch(word_at(texts, place + 1))
    return "Ө." if beside or SURNAME.fullmatch(word_at(texts, place + 1)) else None


def latin_initial(texts: list[str], place: int) -> str | None:
    """O. К. Malyshkin → O. K. Malyshkin: a Cyrillic initial before a Latin name, on a line of Latin letters."""
    letter, name = texts[place][:1], _name_behind(texts, place)
    if letter not in TO_LATIN or not INITIAL.fullmatch(texts[place]) or not _latin_line(texts):
        return None
    return f"{TO_LATIN[letter]}." if script_of(name) is Script.LATIN and SURNAME.fullmatch(name) else None


def doubled_stroke(texts: list[str], place: int) -> str | None:
    """II. Е. Сәлімов → П. Е. Сәлімов: no numeral stands before an initial and a surname."""
    between = INITIAL.fullmatch(word_at(texts, place + 1)) and NAMED.fullmatch(word_at(texts, place + 2))
    cyrillic = script_of(word_at(texts, place + 2)) is Script.CYRILLIC
    return "П." if TWO_STROKES.fullmatch(texts[place]) and between and cyrillic else None


def roman_month(texts: list[str], place: int) -> str | None:
    """15.У1.1925 → 15.VI.1925."""
    mended = with_roman_month(texts[place])
    return mended if mended != texts[place] else None


def fonds(texts: list[str], place: int) -> str | None:
    """0. 260. On. 124. J]. 5. JI. 6. → Ф. 260. Оп. 124. Д. 5. Л. 6."""
    first = SIGN_OF_FONDS.fullmatch(texts[place])
    if (
        first
        and texts[place] != "Ф."
        and _is_number(texts, place + 1)
        and INVENTORY.fullmatch(word_at(texts, place + 2))
    ):
        return f"{first[1]}Ф."
    if (
        SIGN_OF_FILE.fullmatch(texts[place])
        and _is_number(texts, place + 1)
        and INVENTORY.fullmatch(word_at(texts, place - 2))
    ):
        return "Д."
    if BROKEN_FOLIO.fullmatch(texts[place]) and _is_number(texts, place + 1) and _is_number(texts, place - 1):
        return "Л."
    if INVENTORY.fullmatch(texts[place]) and _is_number(texts, place - 1) and _is_number(texts, place + 1):
        return ("о" if texts[place][0] in "оo" else "О") + "п."
    return None


def kazakh_fonds(texts: list[str], place: int) -> str | None:
    """©. 364. Т. 2. І. 19. → Ф. 364. Т. 2. І. 19.: қор, тізімдеме, іс."""
    found = FONDS_NOT_READ.fullmatch(texts[place])
    numbered = _is_number(texts, place + 1) and KAZAKH_INVENTORY.fullmatch(word_at(texts, place + 2))
    listed = numbered and _is_number(texts, place + 3) and KAZAKH_FILE.fullmatch(word_at(texts, place + 4))
    return f"{found[1]}Ф." if found and listed else None


def kazakh_file(texts: list[str], place: int) -> str | None:
    """Ф. 364. Т. 2. I. 19. → Ф. 364. Т. 2. І. 19.: the letter of the line's script."""
    found = KAZAKH_FILE.fullmatch(texts[place])
    begun = any(text in {"Ф.", "(Ф."} for text in texts[max(0, place - 4) : place])
    listed = _is_number(texts, place - 1) and KAZAKH_INVENTORY.fullmatch(word_at(texts, place - 2))
    return f"І{texts[place][1:]}" if found and begun and listed and texts[place] != "1." else None


def verso(texts: list[str], place: int) -> str | None:
    """Л. 69-70 06. → Л. 69-70 об."""
    found = VERSO.fullmatch(texts[place])
    return (
        f"об{found[1]}"
        if found and _is_number(texts, place - 1) and FOLIO.fullmatch(word_at(texts, place - 2))
        else None
    )


def case_letters(texts: list[str], place: int) -> str | None:
    """P-342, 1107-cc → Р-342, 1107-сс on a line of Cyrillic."""
    text = LATIN_P.sub("Р", texts[place])
    text = LATIN_C.sub(lambda found: "с" * len(found[0]), text)
    return text if text != texts[place] and not _latin_line(texts) else None


def latin_phrase(texts: list[str], place: int) -> str | None:
    """Ор. cit., Ор. сле. → Op. cit.: Cyrillic letters of the same look, and what is made of the rest."""
    if LOOKS_OP.fullmatch(texts[place]) and LOOKS_CIT.fullmatch(word_at(texts, place + 1)):
        return "Op." if texts[place][0].isupper() else "op."
    found = LOOKS_CIT.fullmatch(texts[place]) if LOOKS_OP.fullmatch(word_at(texts, place - 1)) else None
    return f"cit{found[1]}" if found else None


def at_for_a(texts: list[str], place: int) -> str | None:
    """I attended @ school → I attended a school: no number follows that the sign would price."""
    between = word_at(texts, place - 1)[-1:].islower() and word_at(texts, place + 1)[:1].isalpha()
    return "a" if texts[place] == "@" and between and _latin_line(texts) else None


MENDS: tuple[Mend, ...] = (
    fonds,
    kazakh_fonds,
    kazakh_file,
    verso,
    zero_for_o,
    zero_beside_initial,
    zero_in_abbreviation,
    figure_in_word,
    figure_in_initials,
    nought_alone,
    noughts_of_department,
    soft_sign_for_y,
    figure_behind_surname,
    fonds_of_archive,
    six_for_b,
    about,
    point_of_abbreviation,
    speck_before_number,
    quote_of_specks,
    three_for_z,
    one_for_i,
    barred,
    latin_initial,
    cyrillic_initial,
    doubled_stroke,
    roman_month,
    case_letters,
    latin_phrase,
    at_for_a,
)


def _name_behind(texts: Sequence[str], place: int) -> str:
    """The word after an initial, or after two."""
    return word_at(texts, place + 2 if INITIAL.fullmatch(word_at(texts, place + 1)) else place + 1)


def _is_number(texts: Sequence[str], place: int) -> bool:
    return NUMBER.fullmatch(word_at(texts, place)) is not None


def _latin_line(texts: Sequence[str]) -> bool:
    scripts = [script_of(text) for text in texts if len(text) > 2 and not DIGIT.search(text)]
    return scripts.count(Script.LATIN) > scripts.count(Script.CYRILLIC)


def _like(texts: Sequence[str], place: int, cyrillic: str, latin: str) -> str:
    """The letter of the script beside it, or of the line."""
    beside = script_of(word_at(texts, place - 1) + word_at(texts, place + 1))
    if beside is Script.OTHER:
        return latin if _latin_line(texts) else cyrillic
    return latin if beside is Script.LATIN and _latin_line(texts) else cyrillic


def _with_dash(word: Word, row: Sequence[Word], sheet: Raster) -> Word:
    """A dash read as one hyphen or two, told by its length."""
    if not HYPHENS.fullmatch(word.text):
        return word
    pitch = median([other.box.width / len(other.text) for other in row if len(other.text) >= TELLING] or [inf])
    widest = ink_in(word.box, sheet).width.max(initial=0) * POINTS_PER_INCH / sheet.dpi
    return msgspec.structs.replace(word, text="—") if widest >= DASH_WIDTH * pitch else word
