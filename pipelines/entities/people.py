"""A person's name in its parts, in base form, and with the key under which its spellings meet.

A Russian surname in -а alone (`Ежова`) may be a man's in the genitive or a woman's: alone it is read as the man's,
which running text mostly means; beside bare initials it is left as written, since lists name people in the
nominative, unless the initials come first and the man's form is a surname known for itself (`С. Сейфуллина`); beside a
given name or patronymic, their gender and case decide. The key is the same either way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from document import Language, PersonValue
from models.names.morphology import GIVEN, PATRONYMIC, SURNAME, Morphology, Reading
from pipelines.entities.given_names import GIVEN_NAMES
from pipelines.entities.kazakh_endings import base_form
from pipelines.entities.known_people import declined
from pipelines.entities.korean_names import is_korean
from pipelines.entities.name_key import name_key

INITIAL = r"(?:\p{Lu}|Дж|Ғ|Ю|Zh|Kh|Sh|Ch|Yu|Ya|Ts)\."
PIECE = regex.compile(
    rf"(?P<initials>(?:{INITIAL}\s*-?)+)|(?P<word>[\p{{L}}\p{{M}}]+(?:[-‑’'ʼ][\p{{L}}\p{{M}}]+)*)|(?P<comma>,)"
)
RUSSIAN_PATRONYMIC = regex.compile(
    r"(?:[оеё]вич|[оеё]вн|ьич|ич|иничн|ичн)(?:а|у|ем|е|ы|ой)?$|(?:[oe]vich|[oe]vna)$", regex.IGNORECASE
)
PATRONYMIC_WORD = regex.compile(r".{2,}(?:ұлы|қызы|улы|кызы|оглы|uly|kyzy|qyzy)$", regex.IGNORECASE)
SURNAME_ENDING = regex.compile(
    r"(?:[оеё]в|[иы]н|ск(?:ий|ой|ая|ого|ому|им|ую)|цк(?:ий|ая|ого)|енко|ук|юк|ян|дзе|швили|[оеё]в[аыу]|[оеё]в(?:ым|ой)|"
    r"[иы]н(?:а|у|ым|ой)|[oe]v|[oe]va|[iy]na?|sky|ski[iy]?|skaya|enko|yan|dze|shvili)$",
    regex.IGNORECASE,
)
# Patronymics made from Turkic and Arabic names, by how those begin or end.
TURKIC_PATRONYMIC = regex.compile(
    r"^(?:Нур|Ахм|Мух|Кас|Жу|Жа|Же|Джа|Бай|Бек|Бей|Тле|Тул|Токт|Сад|Сар|Сей|Сул|Аб[дл]|Ал[иь]|Ома|Осп|Ора|Ер|Ес|Кал|Куд"
    r"|Ибр|Исм|Хас|Хус|Шар|Шак|Рах|Раш|Мук|Мус)|(?:бек|хан|жан|[гк]али|улла|мет|мбет|ба)[еёо]вич"
)
FEMININE = regex.compile(r"(?:[оеё]в|[иы]н)а$")
MEN, WOMEN = "masc", "femn"
# Surnames that decline as adjectives, which the dictionary reads only where it knows them: ending, case, gender, base.
ADJECTIVAL = (
    ("ий", "nomn", MEN, "ий"),
    ("ого", "gent", MEN, "ий"),
    ("ому", "datv", MEN, "ий"),
    ("им", "ablt", MEN, "ий"),
    ("ая", "nomn", WOMEN, "ая"),
    ("ой", "gent", WOMEN, "ая"),
    ("ую", "accs", WOMEN, "ая"),
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A name taken apart; each part as written, None where there is none."""

    surname: str | None = None
    given: str | None = None
    patronymic: str | None = None
    initials: str | None = None


class PeopleReader:
    """Reads mentions of people with the Russian dictionary's help."""

    def __init__(self, morphology: Morphology, surnames: Iterable[str] = ()) -> None:
        """Take the dictionary, and surnames whose cases are to be known beyond it."""
        self.morphology = morphology
        known = sorted(surnames)
        self.bases = {form: surname for surname in known for form in declined(surname.casefold())}
        self.bases |= {surname.casefold(): surname for surname in known}

    def read(self, mention: str, language: Language) -> PersonValue:
        """The value of a mention: its parts and the whole in base form, and the key."""
        pieces = [(match.lastgroup or "", match.group()) for match in PIECE.finditer(mention)]
        words = [cased(text) for kind, text in pieces if kind == "word"]
        initials = " ".join("".join(text.split()) for kind, text in pieces if kind == "initials") or None
        if not words:
            name = initials or " ".join(mention.split())
            return PersonValue(name=name, key=name_key(name, None), initials=initials)
        known = self._known(words, language, listed=pieces[-1][0] == "initials")
        based = [known] if known else self._base(words, language, bare=initials is not None)
        comma = [kind for kind, _ in pieces[:2]] == ["word", "comma"]
        shouted = [text.isupper() and len(text) > 1 for kind, text in pieces if kind == "word"]
        order = self._order(based, first_is_surname=comma or (shouted[0] and not all(shouted)), bare=bool(initials))
        parts = Parts(**{part: word for part, word in order.items() if word}, initials=initials)
        spoken = iter(based)
        name = " ".join(
            next(spoken) if kind == "word" else "".join(text.split()) for kind, text in pieces if kind != "comma"
        )
        surname = parts.surname or parts.given or name
        first = (parts.given if parts.surname else None) or initials
        return PersonValue(
            name=name,
            key=name_key(surname, first),
            surname=parts.surname,
            given=parts.given,
            patronymic=parts.patronymic,
            initials=parts.initials,
        )

    def _known(self, words: Sequence[str], language: Language, listed: bool) -> str | None:
        """A known surname in base form; in a list, where initials follow, one in -а may as well be a woman's."""
        if language is not Language.RU or len(words) > 1 or (listed and FEMININE.search(words[0])):
            return None
        return self.bases.get(words[0].casefold())

    def _base(self, words: Sequence[str], language: Language, bare: bool) -> list[str]:
        """The words in base form; `bare` says that initials stand beside them."""
        if language is Language.KK:
            last = words[-1]
            return [*words[:-1], last if self.morphology.is_base(last) else base_form(last)]
        if language is Language.RU:
            return self._russian_base(words, bare)
        return list(words)

    def _russian_base(self, words: Sequence[str], bare: bool) -> list[str]:
        """Read all words in one case and gender; words that no reading covers stay as they are."""
        readings = [fitting(word, self.morphology.readings(word)) for word in words]
        if len(words) == 1 and any(each.sign == SURNAME for each in readings[0]):
            readings = [[each for each in readings[0] if each.sign == SURNAME]]
        best = max(
            agreements(readings),
            key=lambda pair: (
                covered(readings, *pair),
                pair == likely_alone(words, bare),
                pair[0] == "nomn",
                pair[1] == MEN,
            ),
            default=None,
        )
        if best is None:
            return list(words)
        return [
            next((cased(each.base) for each in options if (each.case, each.gender) == best), word)
            for word, options in zip(words, readings, strict=True)
        ]

    def _order(self, words: Sequence[str], first_is_surname: bool, bare: bool) -> dict[str, str | None]:
        """Which word is surname, given name and patronymic."""
        rest = list(words)
        if is_korean(words):
            return {"surname": words[0], "given": " ".join(words[1:]), "patronymic": None}
        patronymic = next((word for word in rest[1:] if is_patronymic(word, others=len(words) - 1)), None)
        if patronymic and len(words) == 2 and self._is_surname_like_patronymic(patronymic):
            patronymic = None
        place = words.index(patronymic) if patronymic else None
        if place is not None and patronymic is not None and len(rest) > 1:
            rest.pop(place)
        if len(rest) == 1:
            alone = "given" if patronymic or (not bare and self._is_given(rest[0])) else "surname"
            return {alone: rest[0], "patronymic": patronymic}
        surname_first = first_is_surname or (
            place == len(words) - 1 and len(words) > 2 if place is not None else self._looks_turned(rest)
        )
        surname, given = (rest[0], rest[1:]) if surname_first else (rest[-1], rest[:-1])
        return {"surname": surname, "given": " ".join(given), "patronymic": patronymic}

    def _is_given(self, word: str) -> bool:
        signs = {reading.sign for reading in self.morphology.readings(word) if reading.known}
        return GIVEN in signs and SURNAME not in signs

    def _is_surname_like_patronymic(self, word: str) -> bool:
        """Whether a word in -ич behind a given name is the surname: `Борис Рабинович`, `Boris Rabinovich`."""
        if not regex.search(r"(?:[оеё]вич|ovich|evich)\p{L}{0,2}$", word):
            return False
        if word.isascii():
            return not any(name.startswith(word[:4]) for name in GIVEN_NAMES)
        readings = self.morphology.readings(word)
        known = any(reading.known and reading.sign == PATRONYMIC for reading in readings)
        return not known and not TURKIC_PATRONYMIC.search(word)

    def _looks_turned(self, words: Sequence[str]) -> bool:
        """Whether a name without a patronymic has its surname first."""
        first, last = words[0], words[-1]
        if SURNAME_ENDING.search(first) and not SURNAME_ENDING.search(last):
            return not self._is_given(first)
        return self._is_given(last) and not self._is_given(first)


def fitting(word: str, readings: Sequence[Reading]) -> list[Reading]:
    """The readings as a part of a person's name; of a patronymic only those as such."""
    people = [
        each._replace(gender=gender)
        for each in readings
        if each.sign in {SURNAME, GIVEN, PATRONYMIC}
        # Names that do not decline (Ткаченко) may be a man's and a woman's.
        for gender in ((MEN, WOMEN) if each.gender == "None" else (each.gender,))
    ]
    if RUSSIAN_PATRONYMIC.search(word) and any(each.sign == PATRONYMIC for each in people):
        return [each for each in people if each.sign == PATRONYMIC]
    return people or adjectival(word)


def adjectival(word: str) -> list[Reading]:
    """`Вершинского` read as a surname in -ский."""
    return [
        Reading(SURNAME, case, gender, word.removesuffix(ending).lower() + base, False)
        for ending, case, gender, base in ADJECTIVAL
        if word.endswith((f"ск{ending}", f"цк{ending}"))
    ]


def agreements(readings: Sequence[Sequence[Reading]]) -> list[tuple[str, str]]:
    """Every case and gender that some word can be read in, in a fixed order."""
    return sorted({(each.case, each.gender) for options in readings for each in options})


def covered(readings: Sequence[Sequence[Reading]], case: str, gender: str) -> int:
    """How many words can be read in this case and gender."""
    return sum(any((each.case, each.gender) == (case, gender) for each in options) for options in readings)


def likely_alone(words: Sequence[str], bare: bool) -> tuple[str, str] | None:
    """How to read a surname in -а or -у where nothing beside it decides."""
    if len(words) > 1 or bare or not FEMININE.search(words[0]):
        return None
    return ("gent", MEN)


def is_patronymic(word: str, others: int) -> bool:
    """Whether a word among so many others is a patronymic by its ending; a Kazakh one may as well be the surname."""
    return bool(RUSSIAN_PATRONYMIC.search(word) or (others > 1 and PATRONYMIC_WORD.search(word)))


def cased(word: str) -> str:
    """A word in capitals, or in small letters from the dictionary, as names are written: `ИВАНОВ` → `Иванов`."""
    if len(word) > 1 and (word.isupper() or word.islower()):
        return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))
    return word
