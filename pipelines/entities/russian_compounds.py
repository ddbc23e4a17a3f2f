"""Russian institutions with compound names of the Soviet kind, told by their parts: `Наркомвнешторг`, `Вахшстрой`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from document import Label
from pipelines.entities.candidate import Candidate

BY = "rule:compound-name"
# Parts that hardly any other capitalised word ends in: `Казпотребсоюз`, `Кузбассугля`, `Средазбюро`.
LAST_PARTS = (
    r"\p{Lu}\p{Ll}+(?:стро[йяюе]|строем|трест|снаб|сбыт|торг|уголь|углем|угл[яюе]|нефт[ьи]|нефтью|золото|цветмет|полиметалл"
    r"|хлопок|хлопк|овцевод|скотовод|исполком|ревком|продком|обком|райком|горком|крайком|губком|окружком|водхоз|комхоз"
    r"|пром|банк|бюро|энерго|интерн|совнархоз|земотдел|реввоентрибунал|страхкасс|облзу|крайзу|облоно|санупр)"
    r"|\p{Lu}\p{Ll}{3,}(?:союз|хлеб|транс)"
    r"|(?:Север|Глав|Союз|Карел|Урал|Дальн|Камо?|Волго|Двино|Мурман|Краснояр|Вят|Казах)\p{Ll}*лес"  # not `Гонсалес`
)
# What hardly any other word begins with; verbs, adjectives and offices that begin so are spared.
FIRST_PARTS = (
    r"Нарком(?!ат)\p{Ll}{2,16}|Гипро\p{Ll}{3,}|Загот(?!ов)\p{Ll}{3,}|Облпотреб\p{Ll}+|Экспорт(?!н|[её]р|ир)\p{Ll}{3,}"
    r"|Глав(?!н|ар|вра|бух|ред|реж|инж|ком(?!хоз)|ой|ою|ам|ах|к[аиуо])\p{Ll}{3,}|(?:Лит|Муз)фонд|Гос(?:цирк|кино|театр|арбитраж|контрол|пароход|рыб|лес|зерно|скот|торг|хлоп)\p{Ll}*"
    r"|(?:Гор|Рай|Обл|Край|Губ|Окр)(?:оно|зо|зу|план|финотдел|здравотдел|собес|внуторг|лит|профсовет|совпроф)"
)
WHOLE = (
    r"Истпарт|Совнарком|Госплан|Госбанк|Госстрах|Госиздат|Рабкрин|Рабпрос|Торгсин|Осоавиахим|Верхсуд|Верхтриб|Ревтрибунал"
    r"|Реввоенсовет|Комзет|Спецстал[ьи]|Спецсталью|(?:Ком|Пром)академи[яиюей]{1,2}"
)
COMPOUND = regex.compile(rf"(?:{LAST_PARTS}|{FIRST_PARTS}|{WHOLE})(?:а|у|ом|е|ы|и|ью)?")
# Bodies that every district has: at the head of a sentence the capital says nothing.
OF_EVERY_DISTRICT = regex.compile(
    r"(?:Гор|Рай|Обл|Край|Губ|Окр|Окруж|Вол|Сель|У|Ис)"
    r"(?:исполком|полком|ревком|ком|комхоз|оно|зо|зу|план|финотдел|здравотдел|собес|внуторг|лит|профсовет|совпроф|земотдел|снаб|торг"
    r"|пром)\p{Ll}{0,3}"
)
# Imperatives, nouns of action, offices and adjectives that look so; `Парторг` and the like are people.
NONE = regex.compile(
    r"(?:Пере|На|От|За|До|По|Пр[ие]|У|Рас|Вы|Внутри|Ново|Само)стро\p{Ll}{1,2}|Проф?союз\p{Ll}*|(?:Ис|Рас|Вос|От|В)торг\p{Ll}*"
    r"|(?:Пред|Зам|Нач|Пом)\p{Ll}+|(?:Парт|Культ|Комс|Проф|Физ)\p{Ll}{0,3}орг\p{Ll}*|\p{L}+(?:[сц]к|н)(?:ий|ый|ая|ое|ого|ому|им|ом|ой|ую|ие|ые|их|ых)"
)
WORD = regex.compile(r"(?<![\p{L}\-])\p{Lu}\p{Ll}{4,}(?![\p{L}\-])")
NAMED_AFTER = regex.compile(
    r"(?:\bул\.|улиц\p{Ll}+|\bпл\.|площад\p{Ll}+|проспект\p{Ll}*|\bим\.|имени)\s?$", regex.IGNORECASE
)
SENTENCE_BEFORE = regex.compile(r"(?:^|[.?!…:\n])[\s«\"„“–—-]*$")
REACH = 12
"""Characters looked at before a word."""


def is_compound(word: str) -> bool:
    """Whether a word is such a name, in any case: `Наркомлеса`, `Донпродкомом`."""
    return COMPOUND.fullmatch(word) is not None and NONE.fullmatch(word) is None


def find_compounds(text: str) -> Iterator[Candidate]:
    """Every word that is such a name."""
    for word in WORD.finditer(text):
        if not is_compound(word.group()):
            continue
        before = text[max(0, word.start() - REACH) : word.start()]
        if NAMED_AFTER.search(before):
            continue
        if OF_EVERY_DISTRICT.fullmatch(word.group()) and SENTENCE_BEFORE.search(before):
            continue
        yield Candidate(word.start(), word.end(), Label.ORG, BY)
