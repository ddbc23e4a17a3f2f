"""Mends the edges of people's names by how others are spoken to and signed for: `Да. Вышинский`, `Вас, Иван Ильич`."""

from __future__ import annotations

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate

# Words that never belong to a name and stand before one with a capital: answers, votes, pronouns, references.
ANSWERS = (
    "Да|Нет|Не|Так|Вот|Это|Он|Она|Они|Мы|Вы|Ты|Его|Её|Ее|Ему|Кто|Что|Где|Как|Там|Тут|Был|Была|Были|Есть|См|Ср|Никогда"
    "|Верно|Точно|Знаю|Знал|Знала|Подтверждаю|Признаю|Отрицаю|За|Против|Согласен|Согласна|Иә|Жоқ|Yes|No|Well"
)
PRONOUNS = (
    "Вас|Вам|Вами|Тебя|Тебе|Вашего|Вашему|Ваш|Ваша|Вашу|Твой|Твоя|Мой|Моя|Мою|Наш|Наша|Нашего|Сізге|Сізден|Сізді|Сіз"
)
# What letters, protocols and orders ask for or tell, at the beginning of a sentence.
REQUESTS = (
    "Передай|Поцелуй|Целуй|Обними|Обнимай|Скажи|Спроси|Пришли|Напиши|Пиши|Береги|Позови|Зови|Попроси|Привези|Отправь"
    "|Найди|Помни|Прости|Поблагодари|Поздравь|Поздравляю|Целую|Обнимаю|Прошу|Умоляю|Благодарю|Просим|Считаю|Помню"
    "|Видел|Видела|Встретил|Встретила|Люблю|Жду|Спасибо|Арестовать|Вызвать|Допросить|Освободить|Направить|Расстрелять"
    "|Исключить|Назначить|Утвердить|Снять|Просить|Обязать|Поручить|Предложить|Заслушать|Позвать|Найти|Слушали"
    "|Освободили|Арестовали|Исключили|Подписали|Подписал|Подпись|Допросил|Допросила|Допросили|Принял|Сдал|Выступили"
    "|Выступил|Присутствовали|Присутствовал|Воздержался|Воздержались|Свидетель|Обвиняемый"
    "|Арестуйте|Скажите|Передайте|Расскажите|Назовите|Спросите|Позвоните|Направьте|Вызовите|Допросите|Пришлите|Помогите"
    "|Простите|Поздравьте|Поцелуйте|Отпустите|Освободите|Проверьте|Найдите|Примите|Вспомните|Объясните|Здравствуйте"
    "|Ответьте|Пригласите|Введите|Позовите|Садитесь|Пропустите|Уведите|Приведите|Назначьте|Снимите|Исключите|Напишите"
)
# What a sentence about somebody begins with; no surname sounds so.
PREPOSITIONS = r"Между|Об|От|Для|Без|При|Перед|Через|После|Кроме|Вместо|Против|Около|(?:О|К|У|С)(?=[  ]\p{Lu}\p{Ll}{4})"
OCCUPATIONS = (
    "Сосед|Соседка|Скрипач|Учитель|Учительница|Врач|Агент|Подсудимый|Подсудимая|Арестованный|Арестованная|Заключенный"
    "|Заключённый|Заключенная|Заключённая|Осужденный|Осуждённый|Свидетельница|Обвиняемая|Колхозник|Колхозница|Бригадир"
    "|Брат|Сестра|Мать|Отец|Сын|Дочь|Жена|Муж|Дед|Тётка|Тетка|Шофер|Шофёр|Студент|Студентка|Красноармеец|Бухгалтер|Счетовод"
    "|Агроном|Зоотехник|Журналист|Писатель|Поэт|Художник|Артист|Артистка|Певица|Архитектор|Геолог|Историк|Переводчик"
    "|Машинист|Почтальон|Уборщица|Доярка|Чабан|Глубокоуважаемый|Глубокоуважаемая|Многоуважаемый|Многоуважаемая|Родной"
    "|Родная|Любимый|Любимая|Мұғалім|Дәрігер|Ағасы|Інісі|Анасы|Әкесі|Құрметті"
    "|Понятой|Понятая|Эксперт|Нотариус|Заявитель|Заявительница|Жалобщик|Жалобщица|Потерпевший|Потерпевшая"
    "|Подследственный|Подследственная|Реабилитированный|Реабилитированная|Расстрелянный|Расстрелянная|Сосланный|Сосланная"
    "|Ссыльный|Ссыльная|Спецпоселенец|Спецпоселенка|Спецпереселенец|Спецпереселенка|Ветеран"
    "|Конвоир|Переводчица|Стенографист|Стенографистка|Машинистка|Надзиратель|Надзирательница|Воспитатель|Воспитательница"
    "|Завхоз|Завуч|Фельдшер|Аптекарь|Санитарка|Медсестра|Кладовщик|Кладовщица|Кассирша|Техник|Забойщик|Шахтер|Шахтёр"
    "|Учётчик|Учетчик|Нормировщик|Нарядчик|Десятник|Домработница|Домохозяйка|Квартирант|Квартирантка|Крестьянин|Крестьянка"
    "|Большевик|Большевичка|Комсомолец|Комсомолка|Матрос|Летчик|Лётчик|Танкист|Составитель|Составительница|Владелец|Владелица"
    "|Свекровь|Свёкор|Тесть|Тёща|Невестка|Золовка|Куәгер|Айыпталушы|Күйеуі|Әйелі|Қызы|Ұлы|Тергеуші|Аудармашы"
    "|Әпкесі|Зайыбы|Жары|Шәкірті|Жылқышы|Диқан|Ақсақал|Аңшы|Балықшы|Кенші|Күзетші|Болыс|Старшын"
    "|Blacksmith|Stenographer|Guardsman|Orderly|Miner|Kulak|Settler|Exile|Typist|Peasant"
)
# Words for people that are surnames too: only where initials and a surname follow is one of them none.
TRADES = (
    "Кулак|Солдат|Мастер|Кузнец|Плотник|Мельник|Кочегар|Лесник|Охотник|Рыбак|Староста|Хозяин|Хозяйка|Боец|Рядовой"
    "|Столяр|Гончар|Ткач|Пекарь|Бондарь|Скорняк|Сапожник|Портной|Портниха|Токарь|Слесарь|Сторож|Пастух|Писарь|Старшина"
    "|Шопан|Молда|Шебер|Ұста|Хан|Сұлтан|Батыр|Shepherd|Carpenter"
)
OPENING = regex.compile(
    rf"(?:(?:{ANSWERS})[.!?,:]|(?:{PRONOUNS}|{REQUESTS}),?|{PREPOSITIONS}|{OCCUPATIONS}"
    rf"|(?:{TRADES})(?=[  ](?:\p{{Lu}}\.[  ]?){{1,2}}\p{{Lu}}\p{{Ll}}))[  ](?=\p{{Lu}}\p{{Ll}}|\p{{Lu}}\.)"
)
# Offices that follow a signature, shortened, on the next line or behind it: `Ежов⏎Зам. наркома`.
OFFICE = regex.compile(
    r"\s(?:Зам|Нач|Пом|Зав|Чл|Секр|Сек|Пред|Уполн|Опер|Оперуп|Врид|Врио|Упр|Дир|Гл|Мл|Секретарь|Члены|Член|Прокурор"
    r"|Начальник|Председатель|Нарком|Комиссар|Следователь|Допросил|Допросила|Составил|Принял|Сдал|Верно|Подпись|Подписи|Постановили|Слушали|Присутствовали"
    r"|Протокол|Допрос|Копия|Справка|Список|Дело|Приговор|Экз|Исп|Отп|Разослано|Приложение|Примечание|Төраға|Хатшы)$"
)
# In Kazakh `қызы` behind a blank is somebody's daughter: `Дулатұлының қызы`.
OF_FATHER = r"(?:[  \-](?:оглы|оглу|кызы|улы)|-(?:ұлы|қызы))"
SON_OR_DAUGHTER = regex.compile(rf"{OF_FATHER}(?!\p{{L}})")
GENITIVE = regex.compile(r"[ыі]ң$")
# In Russian and Kazakh no name has initials in its middle; a work's title or another name begins behind them.
INITIALS_WITHIN = regex.compile(
    r"(?P<surname>\p{Lu}\p{Ll}[\p{L}\-]+)[  ](?P<initials>\p{Lu}\p{Ll}?\.(?:[  ]?\p{Lu}\.){0,2})[  ]"
    r"(?=\p{Cyrillic})(?P<behind>\p{Lu}\p{Ll}[\p{L}\-]+)(?:[  ]\p{L}+)*"
)
SURNAME = regex.compile(r"(?:[оеё]ва?|[иы]на?|[сц]кий|енко|ұлы|ян|швили|дзе|юк)$")


def without_opening(text: str, candidate: Candidate) -> Candidate:
    """What is said before a name is no part of it: `Вас, [Лаврентий Павлович]`, `Да. [Вышинский]`."""
    if candidate.label is not Label.PERSON:
        return candidate
    start = candidate.start
    while opening := OPENING.match(text, start, candidate.end):
        start = opening.end()
    return replace(candidate, start=start)


def without_office_behind(text: str, candidate: Candidate) -> Candidate:
    """The office of who signs next is no part of a name: `[Ежов]⏎Зам. наркома`."""
    office = OFFICE.search(text, candidate.start, candidate.end) if candidate.label is Label.PERSON else None
    return replace(candidate, end=office.start()) if office else candidate


def without_title_behind(text: str, candidate: Candidate) -> Candidate:
    """`[Хлевнюк О.В. Политбюро]` → `Хлевнюк О.В.`; one initial is a middle name's where no surname is before it."""
    found = INITIALS_WITHIN.fullmatch(text, candidate.start, candidate.end)
    if candidate.label is not Label.PERSON or found is None:
        return candidate
    two = found["initials"].count(".") > 1
    if two or (SURNAME.search(found["surname"]) and not SURNAME.search(found["behind"])):
        return replace(candidate, end=found.end("initials"))
    return candidate


def with_word_for_son(text: str, candidate: Candidate) -> Candidate:
    """`[Алиев Гасан Мамед] оглы` → all of it."""
    found = SON_OR_DAUGHTER.match(text, candidate.end) if candidate.label is Label.PERSON else None
    if found is None or GENITIVE.search(text, candidate.start, candidate.end):
        return candidate
    return replace(candidate, end=found.end())
