"""Parts people whom a tagger took for one, by the form of their names: `И. Сталин В. Молотов` are two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.korean_names import PARTS as TRIPLE
from pipelines.entities.korean_names import is_korean
from pipelines.entities.name_signs import BREAKS, INITIAL, PARTS, WORD, Token, is_double, is_known, read

# The forms of one person's name, in signs.
PAIRS = ("I[SNWP]", "[SNWP]I", "[SNW]P", "[SN]W|SN", "W[SN]|NS")
TRIPLES = ("[SNW][SNW]P", "[SNW]P[SNW]")
ONE = regex.compile(rf"{'|'.join((*PAIRS, *TRIPLES))}|[SNWP]|W[SNWP]{{1,2}}")
SURNAMES = regex.compile(r"S{2,}|S[SNP]{3,}|[SN]*S[SN]*S[SN]*(?<=...)")
# A row is one form again and again, since a list keeps to one order.
ROWS = tuple(
    (regex.compile(rf"(?:{form}){{2,}}"), length) for forms, length in ((TRIPLES, 3), (PAIRS, 2)) for form in forms
)
# Behind a name with its patronymic somebody else begins: `Иванов Петр Ильич Ахметов Жумабай`.
FULL_AND_MORE = regex.compile(r"(?:[SNW]{2}P)+(?=[SNW]{1,2}$)|(?:[SNW]P[SNW])+(?=[SNW]{1,2}P$)")
PLAIN = regex.compile(rf"(?:{INITIAL}[  ]?)+{WORD}|{WORD}(?:[  ]?{INITIAL})+")
ONE_WORD = regex.compile(r"[\p{L}\p{M}]+")
ALIAS = regex.compile(r"\(\p{Lu}[\p{L}\-]+\)\s\p{Lu}")
HYPHEN_OR_BLANK = regex.compile(r"[  –—\-]")
DASHES = regex.compile(r"\s*[-–—/]\s*")
FAR_APART = regex.compile(r"\n[^\S\n]*\n")
# What bears these names is one institution: `Институт Маркса-Энгельса-Ленина`.
BEARER = regex.compile(
    r"(?:институт\p{L}*|имени|им\.|музе\p{L}+|улиц\p{L}+|ул\.|площад\p{L}+|пл\.|проспект\p{L}*|[«\"“])\s*$",
    regex.IGNORECASE,
)
# What says that several are named next: `тт. Шварцман Родос Эсаулов`.
PLURAL = regex.compile(
    r"\b(?:тт\.?|т\.\s?т\.|товарищ(?:и|ей|ам|ами)|граждан(?:е|ам)?|член(?:ы|ов|ам|ами)|подсудимы(?:е|х|м|ми)"
    r"|обвиняемы(?:е|х|м|ми)|осужд[её]нны(?:е|х|м|ми)|арестованны(?:е|х|м|ми)|поняты(?:е|х|м|ми)|свидетел(?:и|ей|ям|ями)"
    r"|следовател(?:и|ей|ям|ями)|участник(?:и|ов|ам|ами)|судь(?:и|ям|ями)|подписали|присутствовали|выступили|допросили"
    r"|избраны|голосовали|жолдастар|в составе):?\s$",
    regex.IGNORECASE,
)
SEVERAL = regex.compile(r"(?=.*S)[SNWP]{3,}")
GIVEN_AMONG = regex.compile("[NW]P|SW[SN]?W|[NW]S[NW]?S")
# Whose the person is may stand between: `жена Молотова Полина Жемчужина`.
SOMEBODYS = regex.compile(
    r"\b(?:жен(?:а|ы|е|у|ой)|вдов(?:а|ы|е|у|ой)|сестр(?:а|ы|е|у|ой)|мать|матери|доч(?:ь|ери)|сын(?:а|у|ом)?|брат(?:а|у|ом)?"
    r"|от(?:ец|ца|цу|цом)|адъютант(?:а|у)?|секретар(?:ь|я|ю)|помощник(?:а|у)?|заместител(?:ь|я|ю)|порученец|просьбе|показаниям"
    r"|приказу|указанию|поручению|предложению|настоянию|слов)\s$"
)
GENITIVE = regex.compile(r"(?:а|я|ого)$")
REACH = 20
SHORTEST_SURNAME = 4
STEM = 4


def rejoined(text: str, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates; people with but a blank between are joined where they are one, or one row to be parted anew."""
    waiting: Candidate | None = None
    for each in candidates:
        joined = waiting and replace(waiting, end=each.end, confidence=min(waiting.confidence, each.confidence))
        if waiting and joined and (has_alias(text, waiting, each) or are_one_row(text, waiting, each)):
            waiting = joined
            continue
        if waiting:
            yield waiting
        waiting = each
    if waiting:
        yield waiting


def has_alias(text: str, one: Candidate, other: Candidate) -> bool:
    """Whether the second candidate goes on with another surname of the first: `[Троцкий] [(Бронштейн) Л.Д.]`."""
    return (
        one.label is other.label is Label.PERSON
        and text[one.end : other.start] == " "
        and ALIAS.match(text, other.start, other.end) is not None
        and ONE_WORD.fullmatch(text, one.start, one.end) is not None
    )


def are_one_row(text: str, one: Candidate, other: Candidate) -> bool:
    """Whether two candidates of one tagger follow one another and their names make a row together."""
    if not (one.label is other.label is Label.PERSON and one.by == other.by and other.start - one.end == 1):
        return False
    if not text[one.end].isspace():
        return False
    tokens = inner(read(text, one.start, other.end))
    signs = "".join(token.sign for token in tokens)
    return all(sign in PARTS for sign in signs) and not ONE.fullmatch(signs) and bool(in_row(text, tokens, signs))


def apart(text: str, candidate: Candidate) -> Sequence[Candidate]:
    """The people that a candidate holds, or the candidate; an institution or a place only where all are known."""
    if not may_be_several(text, candidate):
        return (candidate,)
    tokens = inner(read(text, candidate.start, candidate.end))
    if not all(token.sign in PARTS or token.sign in BREAKS for token in tokens):
        return (candidate,)
    people = parted(text, tokens)
    if len(people) < 2 and are_surnames(text, tokens):
        people = [[token] for token in tokens]
    if len(people) < 2 and is_somebodys(text, tokens):
        people = [tokens[:1], tokens[1:]]
    if len(people) < 2:
        return (candidate,)
    return [replace(candidate, start=each[0].start, end=each[-1].end, label=Label.PERSON) for each in people]


def may_be_several(text: str, candidate: Candidate) -> bool:
    """Whether it is worth while to look at the parts of a candidate."""
    start, end = candidate.start, candidate.end
    if candidate.label in {Label.ORG, Label.LOC}:
        words = DASHES.split(text[start:end])
        return (
            len(words) > 1
            and all(word[:1].isupper() and is_known(word.casefold()) for word in words)
            and BEARER.search(text, max(0, start - REACH), start) is None
        )
    if candidate.label is not Label.PERSON or ONE_WORD.fullmatch(text, start, end) or PLAIN.fullmatch(text, start, end):
        return False
    return not is_double(HYPHEN_OR_BLANK.split(text[start:end].casefold()))


def parted(text: str, tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """The tokens of each person; of one person all."""
    tokens = inner(tokens)
    # A name may go on in the next line.
    together = [token for token in tokens if token.sign != "n" or FAR_APART.search(text, token.start, token.end)]
    signs = "".join(token.sign for token in together)
    if ONE.fullmatch(signs):
        return [tokens]
    return in_row(text, together, signs) or at_breaks(text, tokens) or [tokens]


def inner(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens without breaks at both ends."""
    names = [place for place, token in enumerate(tokens) if token.sign not in BREAKS]
    return tokens[names[0] : names[-1] + 1] if names else ()


def in_row(text: str, tokens: Sequence[Token], signs: str) -> list[Sequence[Token]] | None:
    """People whose names follow one another without a break; None where they form no row."""
    if SURNAMES.fullmatch(signs):
        return [[token] for token in tokens]
    for row, length in ROWS:
        if row.fullmatch(signs):
            return [tokens[place : place + length] for place in range(0, len(tokens), length)]
    more = FULL_AND_MORE.match(signs)
    if more:
        full = [tokens[place : place + TRIPLE] for place in range(0, more.end(), TRIPLE)]
        return [*full, *parted(text, tokens[more.end() :])]
    if set(signs) <= {"W", "S", "N"} and is_family(text, tokens):
        return [tokens[place : place + 2] for place in range(0, len(tokens), 2)]
    triples = [tokens[place : place + TRIPLE] for place in range(0, len(tokens), TRIPLE)]
    if len(triples) > 1 and all(is_korean([text[each.start : each.end] for each in triple]) for triple in triples):
        return list(triples)
    return None


def is_family(text: str, tokens: Sequence[Token]) -> bool:
    """Whether every other word is one surname: `Ткач Иван Ткач Пелагея`."""
    surnames = {text[token.start : token.end].casefold()[:STEM] for token in tokens[0::2]}
    given = {text[token.start : token.end].casefold() for token in tokens[1::2]}
    return len(surnames) == 1 and len(given) * 2 == len(tokens) > 2


def is_somebodys(text: str, tokens: Sequence[Token]) -> bool:
    """Whether the first word is somebody else, known to everybody, to whom the person belongs."""
    first = text[tokens[0].start : tokens[0].end].casefold() if tokens else ""
    return (
        len(tokens) > 1
        and GENITIVE.search(first) is not None
        and is_known(first)
        and ONE.fullmatch("".join(token.sign for token in tokens[1:])) is not None
        and SOMEBODYS.search(text, max(0, tokens[0].start - REACH), tokens[0].start) is not None
    )


def are_surnames(text: str, tokens: Sequence[Token]) -> bool:
    """Whether three words and more are surnames, since what is said before them speaks of several people."""
    signs = "".join(token.sign for token in tokens)
    return (
        SEVERAL.fullmatch(signs) is not None
        and GIVEN_AMONG.search(signs) is None
        and PLURAL.search(text, max(0, tokens[0].start - REACH), tokens[0].start) is not None
    )


def at_breaks(text: str, tokens: Sequence[Token]) -> list[Sequence[Token]] | None:
    """People between signs that part them; None where what is parted is no name by itself."""
    places = [-1, *(place for place, token in enumerate(tokens) if token.sign in BREAKS), len(tokens)]
    pieces = [tokens[one + 1 : other] for one, other in pairwise(places) if other > one + 1]
    if len(pieces) < 2:
        return None
    people = [person for piece in pieces for person in parted(text, piece)]
    forms = ["".join(token.sign for token in person) for person in people]
    breaks = {token.sign: token for token in tokens if token.sign in BREAKS}
    if not all(ONE.fullmatch(form) for form in forms) or not part(breaks, forms):
        return None
    return people if "-" not in breaks or is_apart(breaks["-"], people) else None


def part(breaks: dict[str, Token], forms: Sequence[str]) -> bool:
    """Whether such breaks part people of such forms."""
    alone = any(form in {"I", "W", "P"} for form in forms)
    # `Орлов, Петр Ильич` and `Орлова/Сеитова Мария` are one person.
    if breaks.keys() & {",", "/"} and (len({len(form) for form in forms}) > 1 or (alone and "/" not in breaks)):
        return False
    # A line ends within a name too: `Иванов⏎Петр`.
    return not (alone and "n" in breaks)


def is_apart(dash: Token, people: Sequence[Sequence[Token]]) -> bool:
    """Whether a dash stands between people and is no hyphen of bad print: `Чой–Су–Пок`."""
    words = [person[0] for person in people if len(person) == 1]
    wide = dash.end - dash.start > 1
    return all(word.sign in {"S", "N"} or (wide and word.end - word.start >= SHORTEST_SURNAME) for word in words)
