"""Mends the edges of names that a tagger found: titles and quotation marks out, initials and whole words in."""

from __future__ import annotations

from collections.abc import Callable

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.abbreviations import IN_BRACKETS
from pipelines.entities.bearers import as_place_called_after, is_borne
from pipelines.entities.candidate import Candidate
from pipelines.entities.common_nouns import is_common, is_periodical
from pipelines.entities.given_names import GIVEN_NAMES
from pipelines.entities.imprint_names import in_imprint
from pipelines.entities.latin_edges import (
    BROKEN_OFF,
    with_district_of_columbia,
    with_honour,
    with_kind_of_place,
    with_listed_surname,
    with_ordinal,
    with_particle,
    with_side,
    with_soft_sign,
    with_street,
    with_works,
    without_brackets,
    without_initials_of_next,
    without_owner,
)
from pipelines.entities.name_kinds import as_institution, as_letters_say, as_place, as_town, without_office
from pipelines.entities.people_edges import (
    with_word_for_son,
    without_office_behind,
    without_opening,
    without_title_behind,
)

Repair = Callable[[str, Candidate], Candidate]

# Ranks and forms of address stand outside a person's name. Stems, with any ending after them; English words whole.
# fmt: off
TITLE_STEMS = (
    "товарищ", "гражданин", "гражданк", "нарком", "комиссар", "комбриг", "комдив", "комкор", "командарм", "маршал",
    "генерал", "полковник", "подполковник", "майор", "капитан", "лейтенант", "профессор", "академик", "доктор",
    "сержант", "адмирал", "министр", "комендант", "атаман", "митрополит", "архиепископ", "протоиерей", "барон",
    "прокурор", "следовател", "секретар", "председател", "начальник", "директор", "инженер", "священник", "епископ",
    "жолдас", "азамат", "халком", "комиссары", "төраға", "хатшы", "тергеуші", "бастығы", "ақын", "жазушы",
)
TITLE_WORDS = (
    "тов", "тт", "гр", "гр-н", "гр-ка", "проф", "акад", "ген", "полк", "св",
    "дорогой", "дорогая", "уважаемый", "уважаемая", "милый", "милая", "бабушка", "дедушка", "дядя", "тётя",
    "қымбатты", "құрметті",
    "comrade", "citizen", "mr", "mrs", "ms", "dr", "professor", "prof", "general", "colonel", "major", "captain",
    "lieutenant", "marshal", "commissar", "chairman", "secretary", "prosecutor", "investigator", "engineer",
    "uncle", "aunt", "count", "ambassador", "baron", "prince", "princess", "lady", "lord", "herr", "frau", "dear",
    "grandma", "grandpa", "sergeant", "corporal", "admiral", "warden", "commandant", "minister", "president",
    "premier", "judge", "consul", "bishop", "archbishop", "metropolitan", "pastor", "rabbi", "imam", "ishan",
    "mullah", "ataman", "aksakal", "batyr", "biy", "akyn", "academician", "citizeness", "feldsher", "tsar", "king",
    "khan", "chancellor", "father", "mother", "sister", "nurse", "senator", "monsieur", "mme", "messrs", "sir", "rev",
    "reverend", "lt", "col", "lt.-col", "capt", "maj", "sgt", "governor", "mayor", "rank", "chief",
    "abbess", "abbot", "cardinal", "sheikh", "mufti", "archpriest", "archimandrite", "deacon", "brother",
    "field marshal", "delegate", "defendant", "brigadier", "chargé", "cf", "comrades",
    "war minister", "foreign minister", "prime minister",
)
# fmt: on
# `Майоров Иван` is no major.
NO_SURNAME = r"(?!(?-i:\p{Lu})\p{L}+(?:[оеё]в(?:а|у|ым|е|ой)?|ск(?:ий|ая|ого|ому|ой)|енко|[оеё]вич|[қк]ызы|[ұу]лы)\s)"
TITLE = regex.compile(
    rf"{NO_SURNAME}(?:(?:{'|'.join(TITLE_STEMS)})\p{{Ll}}{{0,4}}|(?:{'|'.join(TITLE_WORDS)}|(?-i:т))\b\.?)\s+(?=\p{{Lu}}\p{{L}}|\p{{Lu}}\.)",
    regex.IGNORECASE,
)
INITIAL = r"\p{Lu}\p{Ll}?\."
INITIALS_BEFORE = regex.compile(rf"(?<![\p{{L}}.])(?:{INITIAL}[ \-]?){{1,3}}\Z")
# Initials before another surname are that one's: `Ежов, Н.И. Петров`.
INITIALS_AFTER = regex.compile(rf"(?>[ ]?{INITIAL}(?:[ -]?{INITIAL}){{0,2}})(?!\s?\p{{Lu}}\p{{Ll}})")
OUTER = "«»„“”\"'‘’()[]{}<>,;:!?№/*"
PAIRS = {"«": "»", "(": ")", "“": "”", "„": "“", "[": "]", '"': '"'}
SOFT_SIGN = regex.compile(r"(?<!')\b[a-zA-Z]{2,}[lnrtmdzbpv]['’]$")  # of transliteration: `Stepnoi lager'`
POSSESSIVE = regex.compile(r"['’]s$")
OWNERS_S = regex.compile(r"s\s(?=\p{Lu})")
KAZAKH_ENDING = regex.compile(r"^[-–](?:[нтд][ыі]ң?|[нтд][ае]н?|[дт][ае]ғы|[қғкг][ае]|[мпб]ен|[дт]егі)(?!\p{L})")
# In a list of works the title follows: `Lee E. A Theory`. A given name and an initial go on: `John F. Kennedy`.
TWO_INITIALS = regex.compile(rf"\p{{Lu}}[\p{{L}}\-’']+,? {INITIAL} ?{INITIAL}(?= ?\p{{L}})")
ONE_INITIAL = regex.compile(rf"(?P<word>\p{{Lu}}[\p{{L}}\-’']+),? {INITIAL}(?= ?\p{{L}}[\p{{L}} ])")
QUESTION = regex.compile(r"(?:^|[.?!]\s|\n)(?:Q|В)\.\s[^?\n]{3,300}[?.]\s{1,2}$")
SIGN_OF_ANSWER = regex.compile(r"[AО]\.\s{1,2}(?=\p{Lu})")
ASKED = 400  # characters before an answer in which its question begins
ONLY_INITIALS = regex.compile(rf"(?:{INITIAL}[  -]?)+")
SURNAME_BEFORE = regex.compile(r"(?<![\p{L}.])\p{Lu}\p{Ll}[\p{L}\-’']+,[  ]$")
# One more initial, a surname or a particle behind initials end the name: `Abdirov M. Zh.`, `Loy W. Henderson`.
LAST_OF_NAME = regex.compile(
    rf" ?(?:{INITIAL}|(?P<surname>\p{{Lu}}[\p{{L}}\-’']+)|(?:von|van|de|zu)(?: \p{{Lu}}\p{{Ll}}+)?)"
)
OWN_INITIAL = regex.compile(r"\p{L}\. ?$")
WHOLE_NAME = regex.compile(r"\p{Cyrillic}+ \p{Cyrillic}+ \p{Lu}\p{Cyrillic}*(?i:вич|вн|ич)\p{Ll}{0,2}")
MONSIEUR = "M. "  # in Latin letters; as an initial the taggers see it themselves, save in lists of people
LISTED_AFTER = regex.compile(rf",? (?:and )?(?!M\.){INITIAL}[ -]?(?:{INITIAL} ?)?\p{{Lu}}\p{{Ll}}")
LISTED_BEFORE = regex.compile(rf"(?<![\p{{L}}.])(?!M\.){INITIAL} ?\p{{Lu}}\p{{Ll}}[\p{{L}}’'\-]+,?(?: and)? $")
NAME_ENDS = regex.compile(r"\s?(?:[,;.:()/\]»”]|['’]s|$)")
# In Latin letters the initials behind a surname are its own: `Kapekova G. [Turar Ryskulov]`.
OWNED = regex.compile(r"(?<![\p{L}.])\p{Lu}[a-z][\p{Latin}\-’']+(?<!stan),? $")
LIST_AFTER = regex.compile(r",? (?:and|&|и|және) |[,;(]|\s?//")
SURNAME_AFTER = regex.compile(r"[  ]?(?:(?:von|van|de|der|den|la|del|di|zu) ){0,2}\p{Lu}\p{Ll}[\p{L}\-’']+")
CAPITAL = r"\p{Lu}[\p{L}’'\-]+"
FIRST_OF_TWO = regex.compile(
    rf"(?:(?:{INITIAL}[  ]?){{1,3}}{CAPITAL}|{CAPITAL}(?:[  ]?{INITIAL}){{1,3}})"
    rf"(?=,[  ](?:{INITIAL}|{CAPITAL}[  ]{INITIAL}))"
)
# What an institution is named after belongs to its name: `Institute of History named after Ә. Б. Vershinsky`.
NAMED_AFTER = regex.compile(
    rf",? (?:named after|named for|of the name of)(?: \p{{Ll}}+)? (?:{INITIAL} ?)*{CAPITAL}(?: {CAPITAL})?"
)
REPUBLIC = regex.compile(r"\p{Lu}\p{Ll}+ (?:А?[КС]СР|A?SSR)(?=\s\p{Lu}\p{Ll})")
REPUBLIC_BEFORE = regex.compile(
    r"(?:\b(?:(?:Federal|Democratic|People['’]s|Socialist|Soviet|Autonomous) )*(?:Republic|Commonwealth) of "
    r"|\b(?:(?:Автономн|Народн|Социалистическ|Советск)\p{Ll}{2,3} )*Республик(?:а|и|е|у|ой) )$"
)
ABBREVIATION = regex.compile(rf"{IN_BRACKETS.pattern}$")
STOP_AFTER_NUMBER = regex.compile(r"(?<=\d)\.$")
WORD_BEFORE = regex.compile(r"\b(?P<word>\p{Lu}\p{Ll}+) $")
ARTICLE = regex.compile(r"[Tt]he\s+")


def is_title(word: str) -> bool:
    """Whether a word is a rank or a form of address: `Нарком`, `тов.`."""
    return TITLE.match(f"{word.strip()} Ә.") is not None


def without_sign_of_answer(text: str, candidate: Candidate) -> Candidate:
    """`Q. Your name? A. Walter Stern.`: the sign of an answer is no initial."""
    sign = SIGN_OF_ANSWER.match(text, candidate.start)
    if candidate.label is not Label.PERSON or sign is None or sign.end() >= candidate.end:
        return candidate
    asked = QUESTION.search(text[max(0, candidate.start - ASKED) : candidate.start])
    return replace(candidate, start=sign.end()) if asked else candidate


def without_title(text: str, candidate: Candidate) -> Candidate:
    """`Нарком Н.И. Ежов` → `Н.И. Ежов`."""
    if candidate.label is not Label.PERSON:
        return candidate
    start = candidate.start
    while title := TITLE.match(text, start, candidate.end):
        start = title.end()
    return replace(candidate, start=start)


def without_marks(text: str, candidate: Candidate) -> Candidate:
    """Quotation marks, brackets and punctuation at the edges go, unless their other half is inside the name."""
    start, end = candidate.start, candidate.end
    # A number is part of the name of what is numbered: `№ 1 мектеп`, `№ 99 лагерь`.
    outer = OUTER if candidate.label is Label.PERSON else OUTER.replace("№", "")
    while start < end and (text[start] in outer + "." or text[start].isspace()) and not opens(text[start:end]):
        start += 1
    while end > start and (text[end - 1] in OUTER or text[end - 1].isspace()) and not closes(text[start:end]):
        if SOFT_SIGN.search(text, start, end):
            break
        end -= 1
    return replace(candidate, start=start, end=end)


def without_full_stop(text: str, candidate: Candidate) -> Candidate:
    """The stop behind a number ends the sentence: `[школы № 16.]`."""
    stop = STOP_AFTER_NUMBER.search(text, candidate.start, candidate.end)
    return replace(candidate, end=stop.start()) if stop and candidate.label is Label.ORG else candidate


def opens(name: str) -> bool:
    """Whether the first sign of a name is the other half of one inside it: `«Заря» зауыты`."""
    return PAIRS.get(name[0], "\0") in name[1:-1]


def closes(name: str) -> bool:
    """Whether the last sign of a name is the other half of one inside it: `завод «Буревестник»`, `ВКП(б)`."""
    return any(closing == name[-1] and opening in name[1:-1] for opening, closing in PAIRS.items())


def with_other_half(text: str, candidate: Candidate) -> Candidate:
    """The mark whose other half is inside a name belongs to it: `«[Заря» зауыты]`, `[завод «Заря]»`."""
    name = text[candidate.start : candidate.end]
    before, after = text[max(0, candidate.start - 1) : candidate.start], text[candidate.end : candidate.end + 1]
    for opening, closing in PAIRS.items():
        halves = name.count(opening) + name.count(closing) if opening != closing else name.count(opening)
        if halves % 2 and before == opening and closing in name[:-1]:
            return replace(candidate, start=candidate.start - 1)
        if halves % 2 and after == closing and opening in name[1:]:
            return replace(candidate, end=candidate.end + 1)
    return candidate


def without_possessive(text: str, candidate: Candidate) -> Candidate:
    """`Stalin's` → `Stalin`, `Annenkov'[s Partisan Division]` → `Partisan Division`."""
    if OWNERS_S.match(text, candidate.start, candidate.end) and text[candidate.start - 1 : candidate.start] in {
        "'",
        "’",
    }:
        candidate = replace(candidate, start=candidate.start + 2)
    found = POSSESSIVE.search(text, candidate.start, candidate.end)
    return replace(candidate, end=found.start()) if found else candidate


def without_article(text: str, candidate: Candidate) -> Candidate:
    """`the Comintern` → `Comintern`."""
    found = ARTICLE.match(text, candidate.start, candidate.end)
    return replace(candidate, start=found.end()) if found and found.end() < candidate.end else candidate


def with_initials(text: str, candidate: Candidate) -> Candidate:
    """Initials beside a surname belong to it: `Н.И. [Ежов]`, `[Ежов] Н.И.`."""
    if candidate.label is not Label.PERSON or "." in text[candidate.start : candidate.end]:
        return candidate
    before = INITIALS_BEFORE.search(text, max(0, candidate.start - 12), candidate.start)
    if before and WHOLE_NAME.fullmatch(text, candidate.start, candidate.end):
        return candidate  # they are those of the name before
    if before and (
        is_monsieur(text, before.start(), candidate) or OWNED.search(text, max(0, before.start() - 60), before.start())
    ):
        return candidate
    if before and (len(before.group()) < 4 or not is_title(before.group())):
        return replace(candidate, start=before.start())
    after = INITIALS_AFTER.match(text, candidate.end)
    return replace(candidate, end=after.end()) if after else candidate


def is_monsieur(text: str, start: int, candidate: Candidate) -> bool:
    """Whether `M. ` before a surname may be a form of address: nobody beside it in a list has initials."""
    return text[start : candidate.start] == MONSIEUR and not (
        LISTED_AFTER.match(text, candidate.end) or LISTED_BEFORE.search(text, max(0, start - 40), start)
    )


def is_whole(text: str, surname: int, candidate: Candidate) -> bool:
    """Whether initials end a name in Latin letters that begins at `surname`: two, and none before it."""
    two = text.count(".", candidate.start, candidate.end) > 1 and text[candidate.start].isascii()
    return (
        two
        and not text[candidate.end : candidate.end + 1].isdigit()
        and not OWN_INITIAL.search(text, max(0, surname - 3), surname)
    )


def with_surname(text: str, candidate: Candidate) -> Candidate:
    """Initials alone take the surname beside them: `Waller, [A.B.]`, `[A. B.] Waller`."""
    if candidate.label is not Label.PERSON or not ONLY_INITIALS.fullmatch(text, candidate.start, candidate.end):
        return candidate
    before = SURNAME_BEFORE.search(text, max(0, candidate.start - 30), candidate.start)
    if before and (LIST_AFTER.match(text, candidate.end) or is_whole(text, before.start(), candidate)):
        return replace(candidate, start=before.start())
    after = SURNAME_AFTER.match(text, candidate.end)
    return replace(candidate, end=after.end()) if after else candidate


def without_abbreviation(text: str, candidate: Candidate) -> Candidate:
    """An abbreviation in brackets is a name of its own: `[Ural Machine Plant] (UZTM)`."""
    short = ABBREVIATION.search(text, candidate.start, candidate.end) if candidate.label is Label.ORG else None
    return (
        replace(candidate, end=short.start()) if short and " " in text[candidate.start : short.start()] else candidate
    )


def with_namesake(text: str, candidate: Candidate) -> Candidate:
    """`[Institute of History] named after A. Waller` → all of it."""
    found = NAMED_AFTER.match(text, candidate.end) if candidate.label is Label.ORG else None
    return replace(candidate, end=found.end()) if found else candidate


def without_title_of_work(text: str, candidate: Candidate) -> Candidate:
    """What follows a surname and its initials is no name: `Lee E. A Theory`."""
    if candidate.label is not Label.PERSON:
        return candidate
    found = TWO_INITIALS.match(text, candidate.start, candidate.end)
    if found is None:
        found = ONE_INITIAL.match(text, candidate.start, candidate.end)
        found = None if found and found["word"] in GIVEN_NAMES else found
    if found is None or _ends_name(text, found.end(), candidate.end):
        return candidate
    return replace(candidate, end=found.end())


def _ends_name(text: str, start: int, end: int) -> bool:
    """Whether what stands behind initials ends the name, and no title of a work begins there."""
    found = LAST_OF_NAME.fullmatch(text, start, end)
    return found is not None and (found["surname"] is None or NAME_ENDS.match(text, end) is not None)


def without_next_person(text: str, candidate: Candidate) -> Candidate:
    """Two people of a list are two: `[P. A. Orlov], V. I. Sidorov`; the rules for initials find the second."""
    found = FIRST_OF_TWO.match(text, candidate.start, candidate.end) if candidate.label is Label.PERSON else None
    return replace(candidate, end=found.end()) if found else candidate


def with_given_name(text: str, candidate: Candidate) -> Candidate:
    """A given name before a surname belongs to it: `Pavel [Vershinsky]`."""
    before = WORD_BEFORE.search(text, max(0, candidate.start - 20), candidate.start)
    if candidate.label is Label.PERSON and before and before["word"] in GIVEN_NAMES:
        return replace(candidate, start=before.start())
    return candidate


def with_republic(text: str, candidate: Candidate) -> Candidate:
    """What kind of state it is belongs to its name: `Republic of [Kazakhstan]`, `Республика [Алтай]`."""
    if candidate.label is not Label.LOC:
        return candidate
    before = REPUBLIC_BEFORE.search(text, max(0, candidate.start - 60), candidate.start)
    return replace(candidate, start=before.start()) if before else candidate


def without_state_office(text: str, candidate: Candidate) -> Candidate:
    """What stands behind a republic is no part of its name: `[Қазақ ССР] Прокурорына`."""
    republic = REPUBLIC.match(text, candidate.start, candidate.end) if candidate.label is Label.LOC else None
    return replace(candidate, end=republic.end()) if republic else candidate


def with_kazakh_ending(text: str, candidate: Candidate) -> Candidate:
    """A Kazakh ending behind a hyphen is inside the name: `[ЦК]-нің`."""
    ending = KAZAKH_ENDING.match(text[candidate.end : candidate.end + 8])
    return replace(candidate, end=candidate.end + ending.end()) if ending else candidate


# What is left to do for names in Latin letters once their edges are mended.
LAST_LATIN_REPAIRS: tuple[Repair, ...] = (
    *BROKEN_OFF,
    with_soft_sign,
    with_side,
    with_kind_of_place,
    with_street,
    with_ordinal,
    with_district_of_columbia,
    as_place,
    as_town,
    without_office,
    as_institution,
    with_works,
    as_letters_say,
)
REPAIRS: tuple[Repair, ...] = (
    without_marks,
    with_other_half,
    without_abbreviation,
    without_full_stop,
    without_title,
    without_office_behind,
    without_next_person,
    with_surname,
    with_particle,
    with_listed_surname,
    without_initials_of_next,
    with_honour,
    without_brackets,
    without_title_of_work,
    without_title_behind,
    with_namesake,
    without_article,
    without_possessive,
    without_owner,
    with_republic,
    without_state_office,
    with_kazakh_ending,
    with_word_for_son,
    with_initials,
    with_given_name,
    without_sign_of_answer,
    without_opening,
    as_place_called_after,
    *LAST_LATIN_REPAIRS,
)

# What only names in Latin letters need.
LATIN_REPAIRS = frozenset(
    {
        with_particle,
        with_listed_surname,
        without_initials_of_next,
        with_honour,
        without_brackets,
        without_owner,
        *LAST_LATIN_REPAIRS,
    }
)
OTHER_REPAIRS = tuple(repair for repair in REPAIRS if repair not in LATIN_REPAIRS)
NO_NAMES = (is_common, is_periodical, in_imprint, is_borne)
FIRST_CYRILLIC = "\u0400"


def repaired(text: str, candidate: Candidate) -> Candidate | None:
    """The candidate with its edges mended; None when nothing with a letter is left."""
    for repair in OTHER_REPAIRS if text[candidate.start] >= FIRST_CYRILLIC else REPAIRS:
        candidate = repair(text, candidate)
    name = text[candidate.start : candidate.end]
    named = any(letter.isalpha() for letter in name) and not any(none(text, candidate) for none in NO_NAMES)
    return candidate if named else None
