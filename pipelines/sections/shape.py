"""What the shape of a line tells without its words: capitals, endings, references, bylines, prose."""

from __future__ import annotations

import regex

from models.lexicon.headings import close_up

LONGEST_HEADING = 320
PROSE_LETTERS = 160
LONGEST_LEADERS = 200

SENTENCE_END = regex.compile(r"[.!?…][»”\"')\]]*$")
OPEN_END = regex.compile(
    r"(?:[,;(–—-]|\b(?:и|в|на|с|по|о|об|к|от|из|за|для|при|мен|және|пен|бен|of|and|the|in|on|to|for|by))$"
)
ABBREVIATED_END = regex.compile(r"(?<!\p{L})(?:\p{L}{1,2}|\p{L}\.\s?\p{L}|обл|рай|ССР|гос|стр)\.$")
LEADERS = regex.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}|·{4,}")
ENTRY_END = regex.compile(r"(?:[\s.…_·]{2,}+|\s)\d{1,4}$")
LINK = regex.compile(r"https?:|www\.|\S@\S|\b(?:doi|orcid|issn|isbn)\b", regex.IGNORECASE)
REFERENCE = regex.compile(
    r"""//|\s[–—-]\s?(?:С|Б|P|Л|Т)\.\s?\d|\b\d+\s?(?:с|б|p|бб|стр)\.$|\b(?:С|Б|P|PP|Л|ЛЛ|Ф|Оп|О|Д)\.\s?\d|\bpp?\.\s?\d
      |\b(?:ф|оп|қ|тізім|іс|п)\.\s?\d+|\d-(?:қор|тізбе|іс|т|п)\b|\b(?:М|Л|А|СПб|Алматы|Москва|Астана)\.?\s?[,:]\s?(?:\p{L}+,\s)?(?:19|20)\d\d""",
    regex.VERBOSE,
)
GIVEN_INITIALS = r"\p{Lu}\p{Ll}?\.(?:\s?-?\p{Lu}\p{Ll}?\.){0,2}"
SURNAME = r"\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+)?"
MARK = r"(?:\s|[*¹²³⁴⁵,;]|(?<!\d)\d(?!\d))*+"
ITEM = regex.compile(r"\[?\d{1,3}(?:[\].)]\s*|\s+)\p{L}")
AUTHOR = regex.compile(rf"{GIVEN_INITIALS}\s?{SURNAME}|{SURNAME},?\s{GIVEN_INITIALS}")
NAME = rf"(?:{GIVEN_INITIALS}\s?{SURNAME}|{SURNAME},?\s{GIVEN_INITIALS})"
BYLINE = regex.compile(rf"{MARK}{NAME}(?:{MARK}(?:(?:and|и|және)\s)?{NAME})*{MARK}")
PATRONYMIC = regex.compile(
    r"\b\p{L}{2,}(?:[ое]вич|[ое]вна|ич|ична|инична|ұлы|улы|қызы|кызы|оглы|оғлы)(?:а|у|ем|ом|ың|нің|ын)?\b",
    regex.IGNORECASE,
)
FULL_NAME = regex.compile(
    r"(?:\p{Lu}\p{Ll}+\s){1,2}\p{Lu}\p{Ll}+(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|ск(?:ий|ая)|ұлы|қызы|[oe]v|[oe]va|in|ina|sk(?:y|ii|aya)|uly|kyzy)"
)
SURNAME_FIRST = regex.compile(r"(?:\d+[.)]\s)?[\p{Lu}-]{3,}(?:\s\([\p{L}-]+\))?(?:\s\p{Lu}\p{Ll}+){1,3}")
BORN = regex.compile(
    r"\b1[89]\d\d\s?(?:г\.?\s?р|ж\.?\s?т|года рожд|жылы т|жылғы т)"
    r"|\bродил(?:ся|ась)\b|\bтуған\b|\bborn\b",
    regex.IGNORECASE,
)
SOON = 24


def is_item(text: str) -> bool:
    """Whether the text opens with the number of an entry: 134 Иванов …; [12] …; 7. …."""
    return bool(ITEM.match(text))


def is_capitals(text: str) -> bool:
    """Whether nearly all letters are capitals, five at least."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) >= 5 and sum(map(str.isupper, letters)) >= 0.85 * len(letters)


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does; the full stop of an abbreviation is no such end."""
    return bool(SENTENCE_END.search(text)) and not ABBREVIATED_END.search(text)


def ends_open(text: str) -> bool:
    """Whether the text cannot be over where it stops."""
    return bool(OPEN_END.search(text))


def begins_low(text: str) -> bool:
    """Whether the first letter or digit is a small letter."""
    return next((character.islower() for character in text if character.isalnum()), False)


def is_prose(text: str) -> bool:
    """Whether the text is long enough to be running text rather than a line of its own."""
    return len(text) >= PROSE_LETTERS and not is_capitals(text)


def is_reference(text: str) -> bool:
    """Whether the text cites a book, a page or a file, or holds an address."""
    return bool(REFERENCE.search(text) or LINK.search(text))


def is_byline(text: str) -> bool:
    """Whether the line holds names with initials and nothing else."""
    return len(text) <= 200 and bool(BYLINE.fullmatch(close_up(text)))


def byline_end(text: str) -> int:
    """Where the names with initials that open the text end; 0 where it opens otherwise."""
    match = BYLINE.match(close_up(text)[:LONGEST_HEADING])
    return match.end() if match else 0


def names_person(text: str) -> bool:
    """Whether the line names a person in full, surname first, or says when one was born."""
    return bool(
        PATRONYMIC.search(text) or FULL_NAME.fullmatch(text) or SURNAME_FIRST.fullmatch(text) or BORN.search(text)
    )


def tells_birth(text: str) -> bool:
    """Whether the text opens with when someone was born: it goes on with a name above."""
    return bool(BORN.search(text, 0, SOON))


def without_number_of_page(text: str) -> str | None:
    """The title in a line of a table of contents; None where the line does not end with leaders or a page."""
    line = text.strip()
    entry = ENTRY_END.search(line, max(0, len(line) - LONGEST_LEADERS))
    if entry is not None:
        title = line[: entry.start()].rstrip(" .…_·")
        return title if any(map(str.isalpha, title)) else None
    return LEADERS.sub("", text).strip() if LEADERS.search(text) else None
