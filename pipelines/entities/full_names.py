"""People whose names are plain from their form: initials beside a surname, or a Russian patronymic behind two names."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from document import Label
from pipelines.entities.candidate import Candidate
from pipelines.entities.repairs import is_title

REACH = 40
"""Characters looked at before a name."""
WORD = r"\p{Lu}[\p{L}\p{M}]+(?:[-‑’'][\p{L}\p{M}]+)*"
GIVEN = r"\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?"
INITIAL = r"\p{Lu}\p{Ll}?\."
PATRONYMIC = "|".join(
    (
        r"\p{Lu}\p{Ll}+(?:[оеё]вич|[ькмт]ич)(?:а|у|ем|е)?",
        r"\p{Lu}\p{Ll}+(?:[оеё]вн|иничн|[кмь]иничн)(?:а|ы|е|у|ой)",
        r"\p{Lu}+(?:[ОЕЁ]ВИЧ|[ОЕЁ]ВН|ЬИЧ|ИНИЧН)(?:А|У|ЕМ|Е|Ы|ОЙ)?",
    )
)
LATIN_PATRONYMIC = r"\p{Lu}[\p{Ll}’']+(?:[oey]vich|[oey]vna|ichna|ovych)"
OTHER = rf"\((?:урожд\p{{Ll}}*\.?[  ]|он[  ]же[  ]|она[  ]же[  ])?{WORD}\)[  ]"
BREAK = r"(?<![\p{L}\p{M}.\-])"
END = r"(?![\p{L}\p{M}])"
RULES: tuple[tuple[str, regex.Pattern[str]], ...] = (
    ("initials-surname", regex.compile(rf"{BREAK}(?:{INITIAL}[  ]?){{2}}{WORD}")),
    ("surname-initials", regex.compile(rf"{BREAK}{WORD}[  ]{INITIAL}[  ]?{INITIAL}(?![  ]?{WORD})")),
    # As lists of people put it: `BUKHARIN, Nikolai Ivanovich`.
    (
        "surname-comma-patronymic",
        regex.compile(rf"{BREAK}{WORD},[  ]{GIVEN}[  ](?:{PATRONYMIC}|{LATIN_PATRONYMIC}){END}(?![  ]{WORD})"),
    ),
    # Another form of a part may stand behind it in brackets: `Тугина Хилия (Хилья) Петровна`.
    (
        "surname-given-patronymic",
        regex.compile(
            rf"{BREAK}{WORD}[  ](?:{OTHER})?{WORD}[  ](?:{OTHER})?(?:{PATRONYMIC})"
            rf"(?:[  ]\((?:{PATRONYMIC})\))?{END}"
        ),
    ),
)
# What bears a person's name is no mention of the person: `колхоз имени С.М. Кирова`, `И. В. Сталин атындағы`.
NAMED_AFTER = regex.compile(
    r"(?:имени|им\.|named after|улиц\p{Ll}+|ул\.)\s+(?:тов\.?\s+|товарища\s+)?$", regex.IGNORECASE
)
# In a list of works the initials are those of the surname before them: `Тасболатов А.С. Узы дружбы`.
SURNAME_BEFORE = regex.compile(rf"{WORD},?\s+$")
NAMED_AFTER_KAZAKH = regex.compile(r"\s+атындағы")


def find_full_names(text: str) -> Iterator[Candidate]:
    """Every name of these forms."""
    for name, pattern in RULES:
        for match in pattern.finditer(text):
            start, end = match.span()
            before = text[max(0, start - REACH) : start]
            if NAMED_AFTER.search(before) or NAMED_AFTER_KAZAKH.match(text, end):
                continue
            if name == "initials-surname" and (word := SURNAME_BEFORE.search(before)) and not is_title(word.group()):
                continue
            yield Candidate(start, end, Label.PERSON, f"rule:{name}")
