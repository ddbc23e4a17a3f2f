"""The one place that decides between overlapping candidates, by a stated preference."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from document import Label
from pipelines.entities.candidate import Candidate

# Who goes first where spans overlap. The grammar's references hold names and dates as their parts, so they go before
# names; what is left of the same rank is decided by confidence of the longer reading: the longer span wins.
RANK = {Label.FONDS: 0, Label.ORDER: 1, Label.ARTICLE: 2, Label.CASE: 3, Label.CAMP: 4, Label.DATE: 5}
RANK_OF_NAMES = 6
# A number that only the lexicon tells for an order yields to whatever reads more of the text around it.
WEAK_RULES = frozenset({"rule:known-number", "rule:number-beside-act"})
RANK_OF_WEAK = 7
# Names that hold a day without a year as their part: `улица 8 Марта`, `завод имени 1 Мая`; only institutions hold a
# camp: `музей «АЛЖИР»`, `Центральная больница Карлага`.
HOLDERS = frozenset({Label.ORG, Label.LOC})


def agree(candidates: Iterable[Candidate], text: str) -> tuple[Candidate, ...]:
    """Choose candidates that do not overlap, sorted by place; spans lose the white space at their ends."""
    offered = [trimmed for one in candidates if (trimmed := trim(one, text)) is not None]
    holders = sorted((one for one in offered if one.label in HOLDERS), key=lambda one: one.start)
    chosen: list[Candidate] = []
    starts: list[int] = []
    for candidate in sorted((one for one in offered if not is_held(one, holders)), key=preference):
        place = bisect_left(starts, candidate.start)
        clear_before = place == 0 or chosen[place - 1].end <= candidate.start
        clear_after = place == len(chosen) or chosen[place].start >= candidate.end
        if clear_before and clear_after:
            chosen.insert(place, candidate)
            starts.insert(place, candidate.start)
    return tuple(chosen)


def preference(candidate: Candidate) -> tuple[int, int, float, int, str, str]:
    """Order candidates: rank, then length, confidence, place; the rest makes the order the same in every run."""
    return (
        rank(candidate),
        candidate.start - candidate.end,
        -candidate.confidence,
        candidate.start,
        candidate.by,
        candidate.label,
    )


def rank(candidate: Candidate) -> int:
    """Give the rank of the grammar's labels; everything that a name tagger offers comes after them."""
    if candidate.by in WEAK_RULES:
        return RANK_OF_WEAK
    return RANK.get(candidate.label, RANK_OF_NAMES) if candidate.by.startswith("rule:") else RANK_OF_NAMES


def is_held(candidate: Candidate, holders: list[Candidate]) -> bool:
    """Say whether a day without a year, or a camp that a rule found, is only part of a longer name."""
    if candidate.label is Label.CAMP and candidate.by.startswith("rule:"):
        holding = frozenset({Label.ORG})
    elif candidate.label is Label.DATE and candidate.value is None:
        holding = HOLDERS
    else:
        return False
    place = bisect_left(holders, candidate.start + 1, key=lambda one: one.start)
    return any(
        holder.label in holding
        and holder.end >= candidate.end
        and holder.end - holder.start > candidate.end - candidate.start
        for holder in holders[max(0, place - 4) : place]
    )


def trim(candidate: Candidate, text: str) -> Candidate | None:
    """Take white space off the ends; None when nothing is left."""
    span = text[candidate.start : candidate.end]
    start = candidate.start + len(span) - len(span.lstrip())
    end = candidate.end - len(span) + len(span.rstrip())
    if start >= end:
        return None
    if (start, end) == (candidate.start, candidate.end):
        return candidate
    return Candidate(start, end, candidate.label, candidate.by, candidate.confidence, candidate.value)
