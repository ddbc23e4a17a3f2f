"""Rules for camps in Kazakh: `Қарағанды лагеріне`, `Карлагтың Долинка бөлімшесі`, `№ 99 Спасск лагері`."""

from __future__ import annotations

import regex

from document import Label
from models.lexicon import Lexicon
from pipelines.entities.camp_names import named
from pipelines.entities.holiday_camps import for_holidays
from pipelines.entities.rule import Found, Match, PatternRule, rule

# Words before `лагері` that name no single camp; the last are whole words, the others begin like these.
NATIONS_KK = regex.compile(
    r"(?:Кеңес|КСРО|ІІХК|ІІМ|Балалар|Ер(?:лер)?(?:дің)?$|Әйел|Жіберілген|Көшпенді|Жазғы|Демалыс|Пионер|Спорт|Наполеон|НКВД|ГУЛАГ|Неміс|Фашист|Герман|Нацист|Сталин|Еңбек|Түзе|Арнайы|Ерекше|Концентр|Қазақстан"
    r"|Сібір|Ресей|Поляк|Жапон|Бухенвальд|Дахау|Освенцим|Аушвиц|Маутхаузен|Заксенхаузен|Равенсбрюк|Собибор|Майданек|Верне|Гюрс|Олар|Осындай|Кейін|Алайда|Әскери|Қатаң|Социалист|Капиталист|\p{L}{2,}(?:лар|лер|дар|дер|тар|тер)(?:дың|дің|ы|і)?$|(?:Осы|Бұл|Сол|Ол|Біз|Екі|Үш|Алаш|Жау|Батыс|Шығыс)(?!\p{L}))"
)
# What may begin a name of two words; any other capital word before the name is its sentence's, not the camp's.
FIRST_OF_TWO = regex.compile(
    r"(?:Оңтүстік|Солтүстік|Шығыс|Батыс|Орталық|Жаңа|Ескі|Үлкен|Кіші|Төменгі|Жоғарғы|Қызыл|Ақ|Қара|Қиыр|Алыс)$"
)
KIND_KK = (
    r"(?:(?:түзету-еңбек|түзеу-еңбек|еңбекпен\sтүзе(?:ту|у)|еңбек-түзе(?:ту|у)|еңбек|арнайы|арнаулы|ерекше|түзеу|әйелдер"
    r"|тексеру-сүзгі|сүзгі|балық\sаулау|әскери\sтұтқындар)\s){0,2}"
    r"(?:(?:конц)?лагерь?і|лагерь?лері|лагпункті|лагерь?\sбөлімшесі|ЕТЛ)"
)


@rule(
    Label.CAMP,
    rf"(?<![\p{{L}}\d-])(?<!\p{{Lu}}\.\s?)(?P<name>\p{{Lu}}[\p{{L}}-]+"
    rf"(?:\s\p{{Lu}}[\p{{L}}-]+)?)\s{KIND_KK}(?!лер)(?:-?\p{{Ll}}{{0,8}})(?!\p{{L}})",
)
def kazakh_camp(match: Match, lexicon: Lexicon) -> Found | None:
    """`Қарағанды лагеріне`, `Темников түзету-еңбек лагері`, `Колыма лагерлерінде`."""
    words = match["name"].split()
    if NATIONS_KK.match(words[-1]):
        return None
    start = match.start()
    if len(words) > 1 and not FIRST_OF_TWO.match(words[0]):
        start += len(words[0]) + 1
    return named(start, match.end(), match.string[start : match.end()], lexicon)


@rule(Label.CAMP, rf"[«“\"]\p{{Lu}}[^«»“”\"\n]{{2,40}}[»”\"]\s{KIND_KK}\p{{Ll}}{{0,6}}(?!\p{{L}})")
def kazakh_quoted_camp(match: Match, lexicon: Lexicon) -> Found | None:
    """`«АЛЖИР» лагерінде`: quotation marks inside a longer name."""
    return None if for_holidays(match) else named(match.start(), match.end(), match[0], lexicon)


@rule(
    Label.CAMP,
    rf"(?<![\p{{L}}\d])(?:(?:\p{{Lu}}\p{{Ll}}+ск|Қарағанды|Балқаш|Кеңгір|Актас)\s)?№\s?\d{{1,5}}(?:/\d{{1,3}})?\s(?:\p{{Lu}}[\p{{L}}-]+\s)?"
    rf"(?:(?i:арнайы|арнаулы|ерекше)\s(?:лагерь?|ЕТЛ)|лагерь?|{KIND_KK})\p{{Ll}}{{0,6}}(?!\p{{L}}|\sбастығ)"
    r"(?:(?<=[тдн][іы]ң)\s\d{1,2}(?:-ш[іы]|-)?\s?(?:лагерь\s)?бөлімше\p{Ll}{0,8}(?!\p{L}))?",
)
def kazakh_number_and_camp(match: Match, lexicon: Lexicon) -> Found | None:
    """`№ 99 лагерьде`, `№ 4 арнайы лагерінде`."""
    return named(match.start(), match.end(), match[0], lexicon)


@rule(
    Label.CAMP,
    r"(?<![\p{L}\d])(?P<stem>\p{Lu}[\p{L}-]{2,24}?лаг)-?(?:тың|дың|ның)\s(?:\p{Lu}[\p{L}-]+\s|\d{1,2}\s?-?\s?(?:ш[іы]\s)?)"
    r"(?:лагерь?\s|арнайы\s|әйелдер\s|еңбек\s)?(?:бөлімшесі|бөлімі|лагпункті|учаскесі)\p{Ll}{0,5}(?!\p{L})",
)
def kazakh_unit(match: Match, lexicon: Lexicon) -> Found | None:
    """`Карлагтың Долинка бөлімшесінде`, `Степлагтың 3-бөлімшесі`."""
    return named(match.start(), match.end(), match[0], lexicon)


RULES: tuple[PatternRule, ...] = (kazakh_camp, kazakh_quoted_camp, kazakh_number_and_camp, kazakh_unit)
