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


# A town, or several, and perhaps a publisher, at the end of a title: `. New Haven, `, ` – Köln: Böhlau, `.
TOWN = r"(?P<town>\p{Lu}[\p{L}’'-]*)\.?(?:[\s-](?:\p{Lu}\.?[\p{L}’'-]*|am?\.?|der?|du|upon|на)){0,2}"
TOWNS = rf"{TOWN}(?:\s?[;,–—-]\s?{TOWN}){{0,2}}"
END_OF_TITLE = r"(?:[.!?:»”\"’'\]\)]|\s[–—-])\s{1,2}"
PUBLISHED_BEFORE = regex.compile(rf"{END_OF_TITLE}{TOWNS}\s?:\s[\p{{Lu}}\p{{N}}\[«“\"][^:;\n]{{1,60}},\s{{1,2}}$")
TOWN_BEFORE = regex.compile(rf"{END_OF_TITLE}{TOWNS},?\s{{1,2}}$")
PUBLISHED_AFTER = regex.compile(r"[.;)\]]|,?\s?[–—-]?\s\d|\s?\[|\s[–—-]\s|\s{0,2}$|\n")
IMPRINT_AFTER = regex.compile(rf"[.;)\]]*{END_OF_TITLE}{TOWNS}\s?:\s\p{{Lu}}")  # the year is the title's own
YEAR = 4  # figures of one; a span of years belongs to a title
# What stands before a colon in questionnaires and lists of people, and is no town: `Родился: Польша, 1904`.
HEADS = regex.compile(
    r".*(?:лся|лась|лись|[ае]на?|[ое]вал|ение|ание|ния|ция)|Прож|Род|Урож|Осужд|Арест|Туған|Туды|Тұрған|Тұрады|Ұсталған"
    r"|Born|Died|Lived?|Living|Arrested|Sentenced|Convicted|Shot|Executed|Released|Rehabilitated|Resid\p{L}+|Address"
    r"|Date|Place|Note|Source|Camp|Prison|Nationality|Sentence"
)
# (Surname, 2014: 103), (Surname A.B. 2004), Surname, A. (2009), Review 61 (2002): a reference to a work, not to a time.
CITED_BEFORE = regex.compile(
    r"(?:\(|;\s|see\s|also\s|in\s)\p{Lu}\p{Ll}[^();\d]{1,60}$|(?:\p{Lu}\.|\([Ee]ds?\.\)),?\s\(?$|(?:\d|Spring|Summer|Fall|Winter)\s\($"
)
CITED_AFTER = regex.compile(r"[a-zа-в]?(?:\s?\)|;|\.\s|[:,]\s?(?:\d|pp?\.|table|[сcб]\.))")
FIRST_CITED = 1960
# Waller (1994, 212), Waller (2003: 17): only a work has pages.
AUTHOR_BEFORE = regex.compile(r"\p{Lu}[\p{L}’'-]+\s\($")
PAGE_AFTER = regex.compile(r"[a-d]?[,:]\s?(?:pp?\.\s?)?\d{1,3}(?:\s?[–-]\s?\d{1,3})?\)")


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
    since, recent = max(0, start - BEFORE), int(text[start : start + 4]) >= FIRST_CITED
    if recent and CITED_AFTER.match(text, end) and CITED_BEFORE.search(text, since, start):
        return True
    if PUBLISHER_BEFORE.search(text, since, start) or (
        recent and PAGE_AFTER.match(text, end) and AUTHOR_BEFORE.search(text, since, start)
    ):
        return True
    if end - start > YEAR or not PUBLISHED_AFTER.match(text, end) or IMPRINT_AFTER.match(text, end):
        return False
    named = PUBLISHED_BEFORE.search(text, since, start)
    if named is None and recent:
        named = TOWN_BEFORE.search(text, since, start)
    return named is not None and not any(HEADS.fullmatch(word) for word in named.captures("town"))
