"""What is called after a person is no mention of them: orders, ships, works, and streets, which are places."""

from __future__ import annotations

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate

REACH = 30
HONOUR = regex.compile(r"\b(?:орден|преми|стипенди)\p{L}{0,5}[  ](?:им\.[  ]?|имени[  ])?$", regex.IGNORECASE)
# In quotation marks behind the word for it: `крейсер «Киров»`, `роман «Анна Каренина»`.
WORK_OR_SHIP = regex.compile(
    r"\b(?:крейсер|линкор|ледокол|пароход|теплоход|танкер|баржа|барж|дирижабл|бронепоезд|паровоз|роман|повест|рассказ|поэм|пьес"
    r"|драм|опер|балет|кантат|оратори|фильм|кинофильм|картин|спектакл|трагеди|памятник)\p{L}{0,4}"
    r"[  ][«\"“„](?:\p{Lu}\p{Ll}+[  ])?$",
    regex.IGNORECASE,
)
PLACE = regex.compile(
    r"\b(?:улиц(?:а|ы|е|у|ей)|ул\.|проспект(?:а|у|е|ом)?|просп\.|площад(?:ь|и|ью)|пл\.|переул(?:ок|ка|ке)|пер\.|бульвар(?:а|е)?"
    r"|пик(?:а|е)?|мыс(?:а|е)?|станци(?:я|и|ю|ей)|разъезд(?:а|е)?)[  ]$"
)
GENITIVE = regex.compile(r"(?:[аяыи]|ого|его|ой|ей|их|ых)$")


def is_borne(text: str, candidate: Candidate) -> bool:
    """Whether what seems a person is the name of an order, a ship or a work."""
    if candidate.label is not Label.PERSON:
        return False
    before = text[max(0, candidate.start - REACH) : candidate.start]
    return before.endswith(tuple('«"“„  ')) and bool(HONOUR.search(before) or WORK_OR_SHIP.search(before))


def as_place_called_after(text: str, candidate: Candidate) -> Candidate:
    """`улица [Чокана Валиханова]` is a place, all of it."""
    if candidate.label is not Label.PERSON or not GENITIVE.search(text, candidate.start, candidate.end):
        return candidate
    kind = PLACE.search(text, max(0, candidate.start - REACH), candidate.start)
    return replace(candidate, start=kind.start(), label=Label.LOC) if kind else candidate
