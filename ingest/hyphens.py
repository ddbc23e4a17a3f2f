"""Hyphens at line ends: which are part of the word and which only break it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from ingest.characters import SOFT_HYPHEN

# `¬` is how some recognisers and old word processors write a hyphen that breaks a word.
BREAKS = (SOFT_HYPHEN, "¬")
HYPHENS = ("-", "\u2010", *BREAKS)
PUNCTUATION = "«»„“”\"'()[].,;:!?…"

# Russian particles written with a hyphen after any word.
PARTICLES = frozenset({"либо", "нибудь", "таки"})
# Words before the particle `-то` (кто-то, какому-то); elsewhere `то` is a syllable: мес-то.
ASKING = ("как", "кто", "кого", "кому", "кем", "что", "чего", "чему", "чем", "где", "куда", "откуда", "когда")
ASKING_WHOLE = frozenset({"почему", "зачем", "сколько", "чей", "чья", "чье", "чьё", "чьи", "то", "ком"})
# Whole left parts, and how the right one begins where the hyphen belongs to the word.
PAIRS = {
    "из": ("за", "под"),  # из-за границы, из-под стражи
    "во": ("первых", "вторых"),
    "в": ("третьих", "четвертых", "четвёртых", "пятых"),
    "кое": ("кто", "кого", "кому", "кем", "что", "чего", "где", "как", "куда"),
    "юго": ("вост", "зап"),  # юго-восток, but Юго-славия
    "северо": ("вост", "зап", "кавк", "казах"),
    "унтер": ("офиц",),
    "обер": ("прок", "офиц", "лейт"),
    "вице": ("адм", "през", "пред", "конс"),
    "социал": ("демокр", "револ", "предат", "шовин", "фаш"),  # but социал-истический
    "военно": ("револ", "полев", "промыш", "морск", "полит", "повст", "учеб", "техн", "истор", "инж", "возд", "козл"),
    "рабоче": ("крест",),  # рабоче-крестьянский
    "партийно": ("сов", "полит", "хоз"),
    "торгово": ("пром", "эконом"),
    "общественно": ("полит", "полезн"),  # but общественно-стью
    "буржуазно": ("нац", "демокр"),
    "контрреволюционно": ("повст", "нац", "троцк", "вред"),
    "шпионско": ("див", "вред", "терр"),
    "диверсионно": ("вред", "терр", "повст"),
    "исправительно": ("труд",),
    "административно": ("хоз", "терр"),
    "оперативно": ("чек", "следст", "розыск"),
    "троцкистско": ("зин", "бух", "терр"),
    "право": ("троцк",),  # право-троцкистский
    "машинно": ("тракт",),
    # Kazakh words in pairs: қуғын-сүргін құрбандары, ата-аналары
    "генерал": ("губерн", "лейт", "майор", "полк", "адъют"),
    "премьер": ("мин",),
    "инженер": ("тех", "мех", "полк", "кап"),
    "капитан": ("лейт",),
    "кулацко": ("байск", "повст"),
    "ата": ("ана", "баба"),
    "аға": ("іні",),
    "апа": ("қарындас",),
    "әке": ("шеше", "бала"),
    "бала": ("шаға",),
    "қатын": ("бала",),
    "ағайын": ("туыс", "туған"),
    "туған": ("туыс",),
    "дос": ("жаран",),
    "көрші": ("қолаң",),
    "құда": ("жекжат",),
    "ерлі": ("зайып",),
    "ел": ("жұрт",),
    "жер": ("су",),
    "мал": ("мүлік", "жан"),
    "дүние": ("мүлік",),
    "үй": ("жай",),
    "іс": ("әрекет", "шара", "қимыл", "сапар"),
    "күш": ("жігер", "қуат"),
    "көңіл": ("күй",),
    "хал": ("жағдай", "ахуал"),
    "жай": ("күй",),
    "тұрмыс": ("тіршілік",),
    "салт": ("дәстүр", "сана"),
    "әдет": ("ғұрып",),
    "үгіт": ("насихат",),
    "қуғын": ("сүргін",),
    "зорлық": ("зомбылық",),
    "қырғын": ("сүргін",),
    "азап": ("қорлық",),
    "ауру": ("сырқау",),
    "азық": ("түлік",),
    "киім": ("кешек",),
    "ыдыс": ("аяқ",),
    "керек": ("жарақ",),
    "құрал": ("жабдық", "сайман"),
    "қару": ("жарақ",),
    "сауда": ("саттық",),
    "алыс": ("беріс",),
    "барыс": ("келіс",),
    "келісім": ("шарт",),
    "ұрыс": ("керіс",),
    "дау": ("дамай", "жанжал"),
    "ой": ("пікір",),
    "пікір": ("талас",),
    "ақыл": ("кеңес", "ой"),
    "оқу": ("ағарту", "тәрбие"),
    "мәдени": ("ағарту",),
    "жан": ("жақ", "тән"),
    "бет": ("әлпет",),
    "күні": ("түні",),
    "ертелі": ("кеш",),
    "анда": ("санда",),
    "әрі": ("бері",),
    "онда": ("мұнда",),
    "көші": ("қон",),
    "көшіп": ("қон",),
    "сұрақ": ("жауап",),
    "талап": ("тілек",),
    "арыз": ("шағым",),
    "хат": ("хабар",),
    "бағыт": ("бағдар",),
    "тәлім": ("тәрбие",),
    "есеп": ("қисап",),
    "ұсақ": ("түйек",),
    "аты": ("жөн",),
    "сондай": ("ақ",),
    "жұмысшы": ("шаруа",),
    "қоғамдық": ("саяси",),
    "self": ("crit", "gov", "det", "def"),
}
ADJECTIVES = ("лық", "лік", "дық", "дік", "тық", "тік")
HANGING = frozenset({"и", "или", "және", "and", "or"})


class Joint(NamedTuple):
    """How two words at a line break meet: the left word as it stands in the text, and what comes between."""

    left: str
    glue: str


def join_at_break(left: str, right: str, known: Collection[str] = frozenset()) -> Joint:
    """Answer how `left`, last of its line, meets `right`, first of the next.

    `known` holds words of the same text in lower case, hyphenated or not: evidence for this one.
    """
    stem = left.rstrip("".join(HYPHENS))
    if stem == left or not stem or not right:
        return Joint(left, " ")
    if left.endswith(BREAKS):
        return Joint(stem, "")
    if len(left) - len(stem) > 1 or not stem[-1].isalnum() or not right.lstrip(PUNCTUATION)[:1].isalnum():
        return Joint(left, " ")
    if "://" in left or left.startswith("www.") or left.count("/") > 1:
        return Joint(left, "")  # an address of the network
    last = _tail(stem)
    first = right.strip(PUNCTUATION)
    if first.lower() in HANGING:
        return Joint(left, " ")
    for rule in RULES:
        keep = rule(last, first, known)
        if keep is not None:
            return Joint(stem + "-" if keep else stem, "")
    return Joint(stem, "")


def _tail(stem: str) -> str:
    """The last part of a word that may already hold hyphens or quotes."""
    return stem.lstrip(PUNCTUATION).rsplit("-", 1)[-1]


Rule = Callable[[str, str, Collection[str]], bool | None]


def digit_beside(left: str, right: str, _: Collection[str]) -> bool | None:
    """`58-|10`, `1937-|38`, `20-|жылдар` keep it."""
    return True if left[-1:].isdigit() or right[:1].isdigit() else None


def seen_hyphenated(left: str, right: str, known: Collection[str]) -> bool | None:
    """The text writes the same word with a hyphen, or without, in the middle of a line."""
    joined, hyphenated = (left + right).lower(), f"{left}-{right}".lower()
    if (joined in known) == (hyphenated in known):
        return None
    return hyphenated in known


def capital_after(left: str, right: str, _: Collection[str]) -> bool | None:
    """`Алма-|Ата` keeps it; in a word of capitals, `ПОСТА-|НОВЛЕНИЕ`, it only breaks."""
    if not right[:1].isupper():
        return None
    return not (left.isupper() and len(left) > 1 and right.isupper() and len(right) > 1)


def lone_letter(left: str, _: str, __: Collection[str]) -> bool | None:
    """No word is broken after a consonant alone: `г-|н`, `т-|щ` are abbreviations."""
    vowels = "аеёиоуыэюяәіөұүaeiouy"
    return True if len(left) == 1 and left.lower() not in vowels else None


def particle(left: str, right: str, _: Collection[str]) -> bool | None:
    """`что-|либо`, `какой-|то` keep it."""
    left, right = left.lower(), right.lower()
    if right in PARTICLES:
        return True
    return True if right == "то" and (left.startswith(ASKING) or left in ASKING_WHOLE) else None


def known_pair(left: str, right: str, _: Collection[str]) -> bool | None:
    """`юго-|восток`, `из-|за` keep it."""
    left, right = left.lower(), right.lower()
    return True if left in PAIRS and right.startswith(PAIRS[left]) else None


def in_the_manner(left: str, right: str, _: Collection[str]) -> bool | None:
    """`по-|русски`, `по-|новому` keep it."""
    return True if left.lower() == "по" and right.lower().endswith(("ски", "цки", "ому", "ему", "ьи")) else None


def doubled(left: str, right: str, _: Collection[str]) -> bool | None:
    """`кем-|кемге`, `чуть-|чуть` keep it."""
    return True if len(left) >= 3 and right.lower().startswith(left.lower()) else None


def abbreviation(left: str, right: str, _: Collection[str]) -> bool | None:
    """`КСРО-|дан`, `ХРККҰ-|ның`: endings are set off from abbreviations."""
    return True if len(left) > 1 and left.isupper() and right[:1].islower() else None


def two_adjectives(left: str, right: str, _: Collection[str]) -> bool | None:
    """`теориялық-|методологиялық` keeps it: each half ends as a Kazakh adjective does."""
    adjectives = len(left) > 5 and len(right) > 5 and left.endswith(ADJECTIVES) and right.endswith(ADJECTIVES)
    return True if adjectives else None


RULES: tuple[Rule, ...] = (
    digit_beside,
    abbreviation,
    seen_hyphenated,
    capital_after,
    particle,
    known_pair,
    in_the_manner,
    doubled,
    two_adjectives,
    lone_letter,
)
