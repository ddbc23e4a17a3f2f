"""Tells years from other numbers of four figures: quantities, numbers after №, imprints of publications."""

from __future__ import annotations

import regex

BEFORE = 80
AFTER = 30

NUMBERED = regex.compile(
    r"(?:№:?|N[o°ºо]?\.?|#|(?<!\p{L})(?:[ТтДдІIФфЛлБбpPСс]\.|[Сс]тр?\.|вып\.|кв\.|т/п|п/я))\s{0,2}$|\)/$"
)
COUNTED = regex.compile(
    r"\s{1,2}(?:адам|кісі|отбас|шаруа|рубль|сом|мың|млн|тонна|км|га|шақырым|тұтқын"
    r"|человек|чел\.|семе|хозяйств|руб|заключ[её]нн|тонн|экз|тыс|млн|кг|км|лиц|шт\.|экземпляр"
    r"|people|persons|families|prisoners|men|women|rubles|roubles|members|km|copies|were|thousand|million)"
)
# Any noun in the plural of many: `1943 красноармейцев`, `1800 volunteers`.
COUNTED_PLURAL = regex.compile(r"\s{1,2}\p{Ll}{3,}(?:ов|ев|ей|их|ых)(?!\p{L})|\s[a-z]{3,}[a-rt-z]s(?!\p{L})")
TIME_BEFORE = regex.compile(
    r"(?<!\p{L})(?:в|во|с|со|до|к|по|после|от|на|in|since|by|until|till|from|of|after|before|during|to|and"
    r"|between|for|род\.|born|b\.)\s$|\($",
    regex.IGNORECASE,
)
PAGES_AFTER = regex.compile(
    r"(?:\s?г\.?)?[.,;:]?\s{0,2}[-‐‑–—−]?\s{0,2}(?:№|N[o°º]|[СCБPР]\.|[сcбpр]{1,2}\.|[Тт]\.|T\.|[Вв]ып|Vol|pp?\b"
    r"|[\d–—-]{1,9}\s?(?:[сcбpр]|бет|стр)\b|\d{1,4}\ss\.|\d{1,4}\s?\(\d)"
)
PUBLISHER_BEFORE = regex.compile(
    r"(?:(?:\b(?:М|Л|СПб|Спб|Алматы|Алма-Ата|Астана|Москва|Мәскеу|Ленинград|Нұр-Сұлтан|Караганда|Қарағанды|Новосибирск"
    r"|Киев|Минск|Ташкент|Moscow|London|New\sYork|Paris|Berlin|Cambridge|Oxford|Almaty|Chicago|Stanford|Princeton"
    r"|Yale|Press|\p{Lu}?\p{L}+издат|Наука|Ғылым|Мысль|Просвещение|РОССПЭН|[Ии]зд-во|[Бб]аспасы"
    r"|University)\.?\s?[,:;]|//)[^;\[\]]{0,70})$"
)


# (Surname, 2014: 103), (Surname A.B. 2004): a reference to a work, not to a time.
CITED_BEFORE = regex.compile(r"\(\p{Lu}\p{Ll}[^()\d]{1,60}$")
CITED_AFTER = regex.compile(r"[a-zа-в]?(?:\s?\)|[:,]\s?\d)")
FIRST_CITED = 1960


def is_quantity(text: str, start: int, end: int) -> bool:
    """Say whether the number counts something or stands after № or a letter for a volume, file or page."""
    if NUMBERED.search(text, max(0, start - 10), start):
        return True
    if TIME_BEFORE.search(text, max(0, start - 10), start):
        return False
    if text[start + 2 : end] == "00":
        return True  # a round number with nothing that makes it a time
    stop = min(len(text), end + AFTER)
    return COUNTED.match(text, end, stop) is not None or COUNTED_PLURAL.match(text, end, stop) is not None


def is_imprint(text: str, start: int, end: int) -> bool:
    """Say whether the year belongs to a publication: place and publisher before it, or pages after it."""
    if PAGES_AFTER.match(text, end, min(len(text), end + AFTER)):
        return True
    if int(text[start : start + 4]) >= FIRST_CITED and CITED_AFTER.match(text, end):
        return CITED_BEFORE.search(text, max(0, start - BEFORE), start) is not None
    return PUBLISHER_BEFORE.search(text, max(0, start - BEFORE), start) is not None
