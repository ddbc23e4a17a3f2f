"""Mends names of Russian institutions: the body, number or head that begins them in; labels that their words belie."""

from __future__ import annotations

from collections.abc import Callable

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.russian_compounds import is_compound
from pipelines.entities.russian_heads import ADJECTIVE, LOWER_ADJECTIVE, OF_A_NAME, OF_A_PLACE

REACH = 60
"""Characters looked at before a name."""
# A body of an institution is named with it: `коллегия [ОГПУ]`, `судебная коллегия по уголовным делам [Верхсуда]`.
BODY = regex.compile(
    r"(?<![\p{L}\-])(?:(?:[Сс]удебн|[Оо]соб|[Вв]ыездн|[Вв]оенн|[Сс]пециальн|[Оо]бластн|[Кк]раев|[Оо]кружн|[Вв]рем)"
    r"(?:ая|ое|ой|ую|ым|ый|ого|ому|ом)\s){0,2}"
    r"(?:(?i:президиум|трибунал)(?:а|у|ом|е)?|(?i:(?:суд|спец|парт)?коллеги|сесси)(?:я|и|ю|ей)|(?i:бюро)|(?:жен|орг|полит|сан|культ|агит)отдел(?:а|у|ом|е)?"
    r"|(?i:секретариат)(?:а|у|ом|е)?|[Сс]ледственн(?:ая|ой|ую)\sчаст(?:ь|и|ью)|(?i:присутстви)(?:е|я|ю|ем|и)|(?i:(?:спец)?тройк|двойк|прокуратур|следчаст)(?:а|и|у|ой|е|ы|ь|ью))"
    r"(?:\sпо\s(?:уголовным|гражданским|политическим)\sделам)?(?:\sпри)?\s$"
)
COURT = regex.compile(r"(?:\p{Lu}\p{Ll}+\s){0,2}(?:[Сс]уда|Верх\p{Ll}*суда|ВС\s)")
PLENUM = regex.compile(r"(?<!\p{L})[Пп]ленум(?:а|у|ом|е)?\s$")  # of a court, which judges; that of a party is a meeting
# `1 [спецотдел НКВД]`, `II [отделение ОЧО]`: what is numbered, in the singular.
NUMBERED = regex.compile(
    r"(?:спец)?отдел(?:а|у|ом|е|ени[еяюи]|ением)?\s|(?:\p{Ll}+(?:ого|ому|ом|ый|ой|ая|ую|им)\s){0,3}"
    r"(?:полк|батальон|корпус|эскадрон)(?:а|у|ом|е)?(?!\p{L})|(?:\p{Ll}+(?:ой|ая|ую)\s){0,3}(?:дивизи[яиюе]|арми[яиюе]|бригад[аыуе]|рот[аыуе])(?!\p{L})"
)
NUMBER = regex.compile(r"(?<![\p{L}\d.,№/-]|№\s)(?:\d{1,3}|[IVX]{1,5})(?:-?\p{Ll}{1,3})?\s$")
OPENING = "«“„\"'‘"
CLOSING = "»”“\"'’"
# What bears a name in quotation marks, in the singular.
HEAD_OF_QUOTED = regex.compile(rf"(?<![\p{{L}}-])(?:{OF_A_NAME})\s[«“„\"'‘]$")
NEXT_QUOTED = regex.compile(r"[»”“\"'’](?:,|\sи)\s[«“„\"'‘]")
ADJECTIVE_OF_PLACE = regex.compile(ADJECTIVE)
HEAD_AFTER = regex.compile(rf"\s(?:{LOWER_ADJECTIVE}\s){{0,2}}(?:{OF_A_PLACE})(?![\p{{L}}-])")
PLACE_AND_HEAD = regex.compile(rf"{ADJECTIVE}\s(?:{LOWER_ADJECTIVE}\s)?(?:{OF_A_PLACE})")
# What a state or region has of its own: `компартия [Германии]`.
OF_A_STATE = regex.compile(
    r"(?<![\p{L}-])(?:(?i:компарти)(?:я|и|ю|ей)|(?i:комсомол)(?:а|у|ом|е)?|(?:[Гг]енеральн\p{Ll}{2,3}\s)?(?i:(?:ген)?консульств|"
    r"посольств|полпредств)(?:о|а|у|ом|е)|(?i:прокуратур)(?:а|ы|у|ой|е)|[Кк]оммунистическ(?:ая|ой|ую)\sпарти(?:я|и|ю|ей))\s$"
)
GENITIVE = regex.compile(r"[\p{L}-]+(?:ии|[аяыи])(?:\s\p{Lu}{2,5})?|\p{Lu}{2,5}|\p{Lu}\p{L}+(?:ой|их)\s\p{Lu}{2,4}")
# What kind of place it is belongs to the name of one place: `рекой [Сокур]`; of several, or of a land's, it does not.
KIND_OF_PLACE = regex.compile(
    r"(?<![\p{L}-])(?:(?i:станци)(?:я|ю|ей)|(?i:пос[её]л)(?:ок|к[ауе]|ком)|(?i:деревн|станиц|пустын|долин|улиц|заимк)(?:ю|ей|е|у|ой)"
    r"|(?i:рек)(?:у|ой|е)|(?i:остров|хутор|разъезд|кишлак|аул|проспект|фольварк)(?:а|у|ом|е)?|(?i:сел|озер|местечк|урочищ)(?:о|е|ом|ем|у|ю)"
    r"|(?i:бухт)(?:а|ы|у|ой|е)|(?i:пристан)(?:ь|ью)|(?i:мыс)(?:а|у|ом|е)?|(?:станции|реки|деревни|села|озера|улицы)(?=\s$))\s$"
)
WIDE = regex.compile(
    r"област|обл\.|кра[йяею]|район|р-н|уезд|губ|округ|респ|ССР|РСФСР|волост|(?:Казахстан|Росси|Украин|Сибир|Белорус|Польш|Урал|Кавказ"
    r"|Германи|Поволж|Ази|Европ|Карели|Грузи|Армени|Азербайдж|Узбек|Киргиз|Туркмен|Таджик|Восток|Север|Кубан|Крым|Дон(?!\p{L})|Москв|Ленинград|Алма-Ат)"
)
CANAL_BEFORE = regex.compile(r"(?<!\p{L})[Кк]анал(?:а|у|ом|е)?\s$")
OTHER_END = regex.compile(r"\s?[–—-]\s?\p{Lu}\p{Ll}+")
STREET = regex.compile(r"(?:Больш|Мал|Нов|Стар)(?:ой|ая|ую)\s\p{Lu}\p{Ll}+(?:ск(?:ой|ая|ую)|нк(?:е|а|у|ой))")
STREET_BEFORE = regex.compile(r"(?<!\p{L})(?:[Нн]а|[Пп]о|[Сс])\s$")
UNION = regex.compile(r"Союз(?:а|у|ом|е)?\sССР")
STATE = regex.compile(r"\p{Lu}{0,4}А?ССР|РСФСР")


def with_body(text: str, candidate: Candidate) -> Candidate:
    """`президиум [ЦИК]`, `пленумом [Верховного суда]` → with the body."""
    if candidate.label is not Label.ORG or text[candidate.start - 1 : candidate.start] != " ":
        return candidate
    low = max(0, candidate.start - REACH)
    body = BODY.search(text, low, candidate.start)
    if body is None and COURT.match(text, candidate.start, candidate.end):
        body = PLENUM.search(text, low, candidate.start)
    return replace(candidate, start=body.start()) if body else candidate


def with_number(text: str, candidate: Candidate) -> Candidate:
    """`1 [спецотдел НКВД]` → `[1 спецотдел НКВД]`."""
    if candidate.label is not Label.ORG or not NUMBERED.match(text, candidate.start, candidate.end):
        return candidate
    number = NUMBER.search(text, max(0, candidate.start - 12), candidate.start)
    return replace(candidate, start=number.start()) if number else candidate


def with_head_of_quoted(text: str, candidate: Candidate) -> Candidate:
    """`шахта «[Северная]»` → `[шахта «Северная»]`; of several names behind one head each stays alone."""
    start, end = candidate.start, candidate.end
    if candidate.label is not Label.ORG or text[start - 1 : start] not in OPENING or text[end : end + 1] not in CLOSING:
        return candidate
    if start == 0 or end == len(text) or NEXT_QUOTED.match(text, end):
        return candidate
    head = HEAD_OF_QUOTED.search(text, max(0, start - REACH), start)
    return replace(candidate, start=head.start(), end=end + 1) if head else candidate


def as_words_say(text: str, candidate: Candidate) -> Candidate:
    """What a name is by its words, whatever it was taken for: `Вахшстрой`, `Чуйский завод`, `на Большой Ордынке`."""
    name = text[candidate.start : candidate.end]
    if " " in name:
        before = max(0, candidate.start - 4)
        if UNION.fullmatch(name) or (STREET.fullmatch(name) and STREET_BEFORE.search(text, before, candidate.start)):
            return replace(candidate, label=Label.LOC)
    elif STATE.fullmatch(name):
        return replace(candidate, label=Label.LOC)
    if candidate.label is Label.ORG or candidate.by.startswith("rule:"):
        return candidate
    if PLACE_AND_HEAD.fullmatch(name) if " " in name else is_compound(name):
        return replace(candidate, label=Label.ORG)
    if ADJECTIVE_OF_PLACE.fullmatch(name) and (head := HEAD_AFTER.match(text, candidate.end)):
        return replace(candidate, label=Label.ORG, end=head.end())
    return candidate


def of_state(text: str, candidate: Candidate) -> Candidate:
    """`компартия [Германии]` → all of it, an institution."""
    if candidate.label is not Label.LOC or not GENITIVE.fullmatch(text, candidate.start, candidate.end):
        return candidate
    head = OF_A_STATE.search(text, max(0, candidate.start - REACH), candidate.start)
    return replace(candidate, start=head.start(), label=Label.ORG) if head else candidate


def with_kind_of_place(text: str, candidate: Candidate) -> Candidate:
    """`рекой [Сокур]` → `[рекой Сокур]`; a canal is named after both its ends."""
    if candidate.label is not Label.LOC or text[candidate.start - 1 : candidate.start] != " ":
        return candidate
    low = max(0, candidate.start - REACH)
    if canal := CANAL_BEFORE.search(text, low, candidate.start):
        other = OTHER_END.match(text, candidate.end)
        return replace(candidate, start=canal.start(), end=other.end() if other else candidate.end)
    if WIDE.search(text, candidate.start, candidate.end) or WIDE.match(text, candidate.end + 1):
        return candidate
    kind = KIND_OF_PLACE.search(text, low, candidate.start)
    return replace(candidate, start=kind.start()) if kind else candidate


REPAIRS: tuple[Callable[[str, Candidate], Candidate], ...] = (
    as_words_say,
    of_state,
    with_head_of_quoted,
    with_body,
    with_number,
    with_kind_of_place,
)


def whole(text: str, candidate: Candidate) -> Candidate:
    """The candidate with what belongs to it, under the label that its words give it."""
    for repair in REPAIRS:
        candidate = repair(text, candidate)
    return candidate
