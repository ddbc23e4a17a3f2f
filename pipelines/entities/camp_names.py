"""Names of camps: those of several words that the lexicon knows, in any case, and base forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import regex

from document import Label, NameValue
from models.lexicon import Camp, Lexicon, fold
from pipelines.entities.candidate import Candidate
from pipelines.entities.rule import Found, Match

WORD = regex.compile(r"[\p{L}\d]+(?:[-/][\p{L}\d]+)*|№")
CAMP_NOUN = regex.compile(
    r"ИТЛ|ПФЛ|(?<!\p{L})ЛО(?!\p{L})|ОЛП|лагер|лагпункт|экспедиц|пересыл|перпункт|ЕТЛ|[Cc]amp|ITL|лагері",
    regex.IGNORECASE,
)
# Who kept a camp stands behind its long name, and belongs to it: `Карагандинского ИТЛ НКВД`, not `Карлага`.
KEPT = regex.compile(r"(?:№\s?\d+|ИТЛ|лагер\p{L}{1,2}|ЛО|[Cc]amp|ITL)$")
KEEPERS = (
    r"ГУЛЖДС|ГУЛГМП|ГУЛПС|ГУЛМП|ГУЛЛП|ГУШОСДОРа?|ГУАС|ГУСДС|ГУЖДС|Главпромстроя|Главспеццветмета|Дальстроя"
    r"|(?:НКВД|МВД|ОГПУ|УНКВД|УМВД)(?:\s(?:СССР|РСФСР|КазССР))?"
)
KEEPER = regex.compile(rf"\s(?:{KEEPERS}|of\sthe\s(?:NKVD|MVD|OGPU)(?:\sof\sthe\sUSSR)?)(?!\p{{L}}|\sдля)")
# A word of a name in another case: the same stem, another ending of at most four letters.
SHORTEST_STEM = 4
LONGEST_ENDING = 4


@dataclass(slots=True)
class Names:
    """Names of camps as a tree of words: `next` goes by first letters, `camp` is whose name ends here."""

    next: dict[str, list[tuple[str, Names]]] = field(default_factory=dict)
    camp: Camp | None = None

    def after(self, word: str) -> Names:
        """Give the branch of a word, growing it where there is none."""
        branches = self.next.setdefault(word[:SHORTEST_STEM], [])
        for written, branch in branches:
            if written == word:
                return branch
        branches.append((word, Names()))
        return branches[-1][1]


@lru_cache(maxsize=2)
def names_of(camps: tuple[Camp, ...]) -> Names:
    """Plant the tree once for each lexicon."""
    root = Names()
    for camp in camps:
        for form in camp.forms:
            words = [folded(word) for word in WORD.findall(form)]
            if len(words) > 1 and CAMP_NOUN.search(form):
                branch = root
                for word in words:
                    branch = branch.after(word)
                branch.camp = branch.camp or camp
    return root


def folded(word: str) -> str:
    """Fold a word; signs stay as they are."""
    return fold(word) or word


def lexicon_camp(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Find names of several words that the lexicon knows, in any case."""
    root = names_of(lexicon.camps)
    words = list(WORD.finditer(text))
    for place, word in enumerate(words):
        if not word[0][0].isupper() and not word[0].startswith("лагер"):
            continue
        found = longest_name(root, words, place)
        if found:
            last, camp = found
            end = words[last].end()
            end += 1 if text[end : end + 1] in "»”" and "«" in text[word.start() : end] else 0
            keeper = KEEPER.match(text, end) if KEPT.search(text, word.start(), end) else None
            end = keeper.end() if keeper else end
            yield Candidate(word.start(), end, Label.CAMP, "rule:lexicon-camp", 1.0, NameValue(camp.name, camp.id))


def longest_name(names: Names, words: Sequence[Match], place: int) -> tuple[int, Camp] | None:
    """Follow the words from `place` on as far as a name goes; give its last word and whose it is."""
    if place >= len(words):
        return None
    written = folded(words[place][0])
    best: tuple[int, Camp] | None = None
    for base, branch in names.next.get(written[:SHORTEST_STEM], ()):
        if not same_word(written, base):
            continue
        here = (place, branch.camp) if branch.camp else None
        going_on = place + 1 < len(words) and not parted(words[place], words[place + 1])
        found = (longest_name(branch, words, place + 1) if going_on else None) or here
        if found and (best is None or found[0] > best[0]):
            best = found
    return best


def parted(word: Match, following: Match) -> bool:
    """Say whether what stands between two words ends the name: `Steplag; Camp No. 99`."""
    between = word.string[word.end() : following.start()]
    return ";" in between or ":" in between or (". " in between and word[0] not in {"No", "no"})


def same_word(written: str, base: str) -> bool:
    """Say whether a word is a form of another: `карагандинского` of `карагандинский`."""
    if written == base:
        return True
    shared = next(
        (i for i, (one, other) in enumerate(zip(written, base, strict=False)) if one != other),
        min(len(written), len(base)),
    )
    return (
        shared >= SHORTEST_STEM
        and max(len(written), len(base)) - shared <= LONGEST_ENDING
        and base.replace(" ", "").isalpha()
    )


def named(start: int, end: int, written: str, lexicon: Lexicon) -> Found:
    """Make a camp of the span, under the lexicon's name where one fits."""
    base = base_form(regex.sub(r"[«»“”\"]", "", in_cyrillic(written)))
    if DOTTED.fullmatch(base):
        base = base.replace(".", "").rstrip("аеу")
    plain = regex.sub(r"\s(?:лагері|лагерь|camp)$", "", base, flags=regex.IGNORECASE)
    tried = (base, plain, regex.sub(r"\s(?:НКВД|МВД)(?=\s№)", "", base), base.replace("-", ""))
    camp = next((camp for name in tried if (camp := lexicon.camp(name))), None)
    return Found(start, end, NameValue(camp.name, camp.id) if camp else NameValue(base))


def in_cyrillic(name: str) -> str:
    """Put Latin letters that look like Cyrillic ones among those into Cyrillic: `Kарлаг`."""
    return name.translate(LOOK_ALIKES) if regex.search(r"\p{Cyrillic}{3}", name) else name


LOOK_ALIKES = str.maketrans("KAECOPTHXMB", "КАЕСОРТНХМВ")
# `А.Л.Ж.И.Р.`, `A.L.Zh.I.R.`, with or without an ending.
DOTTED = regex.compile(r"(?:\p{Lu}\p{Ll}?\.){3,}(?:\p{Lu}\.?)?\p{Ll}?")


# Ends of oblique cases and the nominative that stands for them, from adjectives to nouns.
NOMINATIVES = tuple(
    (regex.compile(pattern), nominative)
    for pattern, nominative in (
        (r"(?<=[сц]к)(?:ого|ому|им|ом)(?=\s)", "ий"),
        (r"(?<=[сц]к)(?:ой|ую)(?=\s(?:ИТК|[Кк]олони|исправ))", "ая"),
        (r"(?<=трудов)(?:ой|ую)(?=\sколони)", "ая"),
        (r"^([Тт]рет)ь(?:его|ему|ем)(?=\s)", r"\1ье"),
        (
            r"(?<=^(?:[Пп]ерв|[Вв]тор|[Чч]етв[её]рт|[Пп]ят|[Шш]ест|[Сс]едьм|[Вв]осьм|[Дд]евят|[Дд]есят))(?:ого|ому|ом)(?=\s(?:лагерн|лаготд|отдел))",
            "ое",
        ),
        (r"(?<=[Лл]агер)(?<!Управления\s[Лл]агер)(?:я|ю|ем|е)(?!\p{L})", "ь"),
        (r"(?<=[Лл]агері)(?:нде|не|нен|нің|н)(?!\p{L})", ""),
        (r"(?<=трудов)(?:ого|ому|ым|ом)(?=\s)", "ой"),
        (r"(?<=ионн|сыльн)(?:ого|ому|ым|ом)(?=\s)", "ый"),
        (r"(?<=лагерн)(?:ого|ому|ым|ом)(?=\s)", "ое"),
        (r"(?<=отделени)(?:я|ю|ем|и)(?!\p{L})", "е"),
        (r"(?<=[Оо]соб)(?:ого|ому|ым|ом)(?=\s)", "ый"),
        (r"(?<=(?:лаг(?:ерный\s)?|пересыльный\s|пер)пункт)(?:а|у|ом|е)(?!\p{L})", ""),
        (r"(?<=(?:бөлімше|учаске)сі|лагпункті|бөлімі)(?:нде|не|нен|нің|н)(?:гі)?(?!\p{L})", ""),
        (r"(?<=№\s?\d+\s)лагер(?:ге|де|ден|дің)(?!\p{L}|\s\d)", "лагерь"),
        (r"(?<=ЕТЛ)-і\p{Ll}*|(?<=лагер)ь(?=інде|іне|інің|іні)", ""),
        (r"(?<=пос)[её]лк(?:а|у|ом|е)(?!\p{L})", "ёлок"),
        (r"(?<=[Кк]олони)(?:и|ю|ей)(?!\p{L})", "я"),
        (r"(?<=лагер(?:ь?лері|і|ь))(?:ндегі|нде|не|нен|нің|н|дегі|де|ден|ге|дің)(?!\p{L})", ""),
        (r"^(\d+)-(?:го|м|му)(?=\s(?:лагерное\sотделение|лаготделение|отделение|ЛО))", r"\1-е"),
        (r"ский\s(?=лагерное\sотд|лаготд|отделение|ЛО(?!\p{L}))", "ское "),
    )
)


def base_form(written: str) -> str:
    """Put a camp's name into the nominative: `Рязанском ПФЛ` → `Рязанский ПФЛ`."""
    for pattern, nominative in NOMINATIVES:
        written = pattern.sub(nominative, written)
    return written
