"""Lines of invented papers in Kazakh, Russian and English, with the tokens in them that recognisers get wrong.

A form is a line with slots: `{order}` asks for an order's number, `{Geneva|latin}` marks its own words as a token of
that kind. Every name, place and number is invented or drawn by lot. The forms of the two halves differ, so that
whoever looks at the errors of the first half sees nothing of the second but its kinds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ingest.numerals import MONTHS

SLOT = re.compile(r"\{([^{}|]+)(?:\|([a-z]+))?\}")
LANGUAGES = ("kk", "ru", "en", "mixed")
HALVES = 2


@dataclass(frozen=True, slots=True)
class Token:
    """Characters `start:end` of a line, to be found exactly."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """One line of text, its language and its tokens in order."""

    text: str
    language: str
    tokens: tuple[Token, ...]


# One text a half; one form a line.
FORMS: dict[str, tuple[str, str]] = {
    "kk": (
        """Тергеу ісі {case} бойынша {initials} Жаңабергенов ұсталды
{roman} {съезд|letters} шешіміне сәйкес {order} бұйрық шықты
Ауылдық кеңестің {roman} сессиясы {kkdate} күні ашылды
ҚазКСР ҚК-нің {article}-бабы{dash}екі жылға дейін
Қаулы {brackets} және оған қосымша {section} оқылды
{quoted} ұжымшарының төрағасы {Щербинин|letters} тыңдалды
Мұрағат: {fonds}
{order} хаттама{dash}үштіктің отырысынан үзінді
Бұл {объект|letters} туралы {latin} кітабында айтылған
Ол {ещё|letters} жас еді, {initials} Төлеуұлы куә болды
{roman} ғасырдың басында {latin} газеті шықты
Айыпталушы {kkdate} туған, {order} анкета толтырды
{roman} тарау, {section}, {quoted} туралы ереже
Ісі {case}, парағы {folios}, {brackets}
{Подъячев|letters} пен {Королёв|letters} {date} күні жауап берді""",
        """{initials} Есқұлов {order} қаулымен ақталды
Аудандық {roman} конференция {kkdate} өтті
Қарағанды облысы, {quoted} кеңшары, {order} тізім
Іс {case} қайта қаралып, {date} жабылды
{section} бойынша {brackets} өзгерту енгізілді
{Объявление|letters} жарияланды{dash}жұрт жиналды
Қылмыстық кодекстің {article} бабымен сотталған
Сілтеме: {fonds}
{latin} мұражайында {roman} ғасырдың қолжазбасы бар
{Ещё|letters} бір {подъезд|letters} салынды, {Хрущёв|letters} көшесі
{roman} дәрежелі {quoted} ордені тапсырылды
Өтініш {order} тіркеліп, {folios} тігілді""",
    ),
    "ru": (
        """Приказ {order} от {date} о проведении операции
Дело {case} по обвинению {initials} Савушкина
Осуждён по ст. {article} УК РСФСР{dash}десять лет
{roman} {съезд|letters} Советов, {roman} сессия, {quoted}
Решение {section} и {section} отменить {brackets}
Архив: {fonds}
Рождён в {roman} веке, {ещё|letters} жив, {объявлен|letters} в розыск
Протокол {order} заседания тройки от {date}
В книге {latin} приведён список {brackets}
Колхоз {quoted}{dash}в деле на {folios}
Следователь {initials} Ельцов, удостоверение {order}
См. {latin}, том {roman}, {section}, прим. {brackets}
Выслан {date} г. по делу {case}
Комиссия установила{dash}виновен {initials} Ильясов""",
        """Справка {order} выдана {initials} Шульгиной
Постановление {roman} пленума от {date} прилагается
Обвинение по {article} УК, дело {case}, {folios}
На основании {section} инструкции {quoted}
{объём|letters} дела{dash}два тома, {brackets}
Фонды: {fonds}
Письмо {latin} от {date}, перевод
{roman} отдел, {order} ордер на арест
Свидетель {Артём|letters} {Щукин|letters}, {ещё|letters} не допрошен
Газета {quoted}, {order}, {date}
Опубликовано: {latin}, {roman}, {brackets}""",
    ),
    "en": (
        """Order {enorder} of {endate} was signed by {eninitials} Malyshkin
Convicted under Article {article}, case {encase}, ten years
The {roman} Congress{dash}see {section} of the minutes
Report {enorder} to the camp commandant, {brackets}
Letter of {endate}{dash}copy in file {encase}
The paper {enquoted} printed in the {roman} century
Under {section} and {section} the sentence was {brackets}
Volume {roman}, {enorder}, {endate}""",
        """Decree {enorder}, {endate}, signed {brackets}
Part {roman}, {section}: the {enquoted} affair
Sentenced under Article {article}{dash}case {encase}
Registered as {enorder} by {eninitials} Petrosov
The {roman} session opened on {endate}
File {encase}, see {section}, {brackets}""",
    ),
    "mixed": (
        """Приказ {order}, қаулы {order}{dash}{latin}
{fonds} {quoted} туралы
{latin} {roman}, {section}: сборник {quoted}
Бұйрық {order} / приказ {order} от {date}
{initials} Оразалин{dash}{latin}, {roman} том
Статья {article} УК, {article}-бап, {case}""",
        """{latin} {order}, {roman} бөлім, {section}
Дело {case}, іс {case}{dash}{brackets}
{quoted} газеті, {roman} шығарылым, {order}
Выписка {order}, үзінді {order}, {date}
{fonds} {latin} {brackets}""",
    ),
}

CHOICES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "roman": (
        ("I", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XVI", "XVII", "XIX", "XX"),
        ("II", "III", "V", "VI", "VIII", "X", "XII", "XIII", "XIV", "XV", "XVIII", "XXI", "XXII"),
    ),
    "quoted": (
        ("«Қызыл ту»", "«Красный пахарь»", "«Жаңа жол»", "«Заря»", "«Еңбекші»"),
        ("«Ақ бидай»", "«Путь Ильича»", "«Алға»", "«Вперёд»", "«Теңдік»"),
    ),
    "enquoted": (("«Iskra»", "«Red Dawn»", "«New Way»"), ("«The Bell»", "«White Swan»", "«North»")),
    "brackets": (
        ("[подпись]", "(лл. 12–14)", "[1938]", "(копия)", "[sic]", "(қол қойған)"),
        ("[печать]", "(с. 37–41)", "[1941]", "(выписка)", "[n. d.]", "(көшірме)"),
    ),
    "latin": (
        ("Gestapo", "Ibid.", "Cambridge", "Wehrmacht", "NKVD", "Op. cit.", "GULAG", "Samarkand Post"),
        ("Abwehr", "Oxford", "Berliner Zeitung", "KGB", "Memorial", "Stanford", "MGB", "Central Asian Survey"),
    ),
    "initials": (
        ("О. Қ.", "О. И.", "З. Ә.", "Ө. М.", "В. З.", "О. О."),
        ("О. Ж.", "З. О.", "Ү. Қ.", "Г. О.", "Б. І.", "О. Ф."),
    ),
    "eninitials": (("O. K.", "Z. A.", "V. Z.", "I. O."), ("O. J.", "L. I.", "S. O.", "O. Z.")),
}


def compose(half: int, language: str, count: int, random: np.random.Generator) -> list[MarkedLine]:
    """Fill forms of one half (0 or 1) of a language, as many as asked for, all forms in turn."""
    forms = FORMS[language][half].split("\n")
    first = int(random.integers(len(forms)))
    return [fill(forms[(first + place) % len(forms)], language, half, random) for place in range(count)]


def fill(form: str, language: str, half: int, random: np.random.Generator) -> MarkedLine:
    """Fill the slots of a form by lot."""
    text, tokens, end = "", [], 0
    for slot in SLOT.finditer(form):
        text += form[end : slot.start()]
        words, kind = slot[1], slot[2] or slot[1]
        end = slot.end()
        if slot[2] is None:
            words = _drawn(words, half, random)
        if kind == "dash":
            text += " "
        tokens.append(Token(len(text), len(text) + len(words), kind.removeprefix("kk").removeprefix("en")))
        text += words + (" " if kind == "dash" else "")
    return MarkedLine(text + form[end:], language, tuple(tokens))


def _drawn(kind: str, half: int, random: np.random.Generator) -> str:
    if kind in CHOICES:
        choices = CHOICES[kind][half]
        return choices[int(random.integers(len(choices)))]
    return NUMBERS[kind](random)


def _english_order(random: np.random.Generator) -> str:
    number = int(random.integers(1, 2000))
    return (f"№ 00{number:03}", f"№ {number}", f"No. {number}")[number % 3]


def _english_case(random: np.random.Generator) -> str:
    number = int(random.integers(1000, 99999))
    return (f"R-{number}", f"№ {number}", f"P-{number}", f"No. {number}")[number % 4]


def _order(random: np.random.Generator) -> str:
    number = int(random.integers(1, 2000))
    return "№ " + (f"00{number:03}", f"{number}", f"{number}-сс", f"{number}/с", f"{number % 90 + 1}")[number % 5]


def _case(random: np.random.Generator) -> str:
    number = int(random.integers(1000, 99999))
    year = number % 9 + 1932
    return (f"Р-{number}", f"№ {number}", f"{number}-{year % 1000}сс", f"П-{number}", f"д. {number}")[number % 5]


def _article(random: np.random.Generator) -> str:
    return f"{(58, 59, 54, 206)[int(random.integers(4))]}-{random.integers(1, 15)}"


def _section(random: np.random.Generator) -> str:
    return f"§ {random.integers(1, 150)}"


def _date(random: np.random.Generator) -> str:
    day, month, year = random.integers(1, 29), int(random.integers(1, 13)), random.integers(1921, 1957)
    return f"{day:02}.{month:02}.{year}" if month % 3 else f"{day}.{MONTHS[month - 1]}.{year}"


KAZAKH_MONTHS = ("қаңтар", "сәуір", "мамыр", "шілде", "тамыз", "қыркүйек", "қазан", "желтоқсан")
ENGLISH_MONTHS = ("January", "March", "April", "May", "June", "July", "August", "October", "November")


def _kazakh_date(random: np.random.Generator) -> str:
    return f"{random.integers(1921, 1957)} жылғы {random.integers(1, 29)} {KAZAKH_MONTHS[int(random.integers(8))]}"


def _english_date(random: np.random.Generator) -> str:
    return f"{random.integers(1, 29)} {ENGLISH_MONTHS[int(random.integers(9))]} {random.integers(1921, 1957)}"


def _folios(random: np.random.Generator) -> str:
    first = int(random.integers(1, 200))
    return f"л. {first}–{first + 1}" + (" об." if first % 2 else "")


def _fonds(random: np.random.Generator) -> str:
    fonds, inventory, file, folio = (int(random.integers(1, most)) for most in (999, 180, 800, 200))
    prefix = "Р-" if fonds % 3 == 0 else ""
    return f"Ф. {prefix}{fonds}. Оп. {inventory}. Д. {file}. Л. {folio}–{folio + 1} об."


NUMBERS: dict[str, Callable[[np.random.Generator], str]] = {
    "dash": lambda random: "—",  # noqa: ARG005 - nothing to draw
    "order": _order,
    "enorder": _english_order,
    "encase": _english_case,
    "case": _case,
    "article": _article,
    "section": _section,
    "date": _date,
    "kkdate": _kazakh_date,
    "endate": _english_date,
    "folios": _folios,
    "fonds": _fonds,
}
