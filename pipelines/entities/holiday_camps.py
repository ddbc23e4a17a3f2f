"""Camps for holidays, sport and pioneers, which are written like those of prisoners: `летний лагерь № 3`."""

from __future__ import annotations

import regex

from pipelines.entities.rule import Match

SORT_BEFORE = regex.compile(
    r"(?<!\p{L})(?:(?:пионерск|детск|студенческ|спортивн|оздоровительн|летн|школьн|турист(?:ическ|ск)|альпинистск|скаутск)\p{L}{1,3}|пионер\.?"
    r"|жазғы|пионер(?:лер)?|балалар|спорт|демалыс|оқушылар|мектеп|сауықтыру"
    r"|summer|pioneer|scouts?|holiday|sports?|children['’]s|youth)\s$",
    regex.IGNORECASE,
)
REACH = 24
AFTER = regex.compile(r"\s(?:труда\sи\s)?отдыха(?!\p{L})")
# Known to everybody by their names: of the Crimea, of the Black Sea, of Burabai.
FAMOUS = regex.compile(r"[«“\"](?:Артек|Орл[её]нок|Балд[аә]урен|Artek)[»”\"]")


def for_holidays(match: Match) -> bool:
    """Say whether the camp that matched is one for holidays, by the word before it its name or its purpose."""
    text, start = match.string, match.start()
    return (
        SORT_BEFORE.search(text, max(0, start - REACH), start) is not None
        or FAMOUS.search(text, start, match.end()) is not None
        or AFTER.match(text, match.end()) is not None
    )
