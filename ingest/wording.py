"""What the words at the ends of a row or block say: markers of lists, ends of sentences, labels, titles of papers."""

from __future__ import annotations

import regex

# What an item of a list begins with: 1. 1) 1.2. а) (а) – •, and 1/ а/ on typewriters without brackets.
MARKER = regex.compile(
    r"\(?(?:(?P<number>\d{1,3}(?:\.\d{1,3})*)(?:[.)]|/$)|(?P<letter>\p{L})(?:\)|/$)|(?P<sign>[—–•▪●■*§-])$)"
)
# a. b. or а. б.: markers only where the letter before or after marks another item; `г.` is a town, `с.` a village.
LETTERED = regex.compile(r"\p{Ll}\.$")
ALPHABETS = ("абвгдежзиклмнопрстуфхцчшщэюя", "аәбвгғдежзийкқлмнңоөпрст", "abcdefghijklmnopqrstuvwxyz")
SENTENCE_END = regex.compile(r"[.!?;…][»”\"')\]]*$")
CLOSED = regex.compile(r"[.!?;:…][»”\"')\]]*$")
LEADERS = regex.compile(r"(?:\.{4,}|(?:\. ){3,}|…{2,}|·{4,})\s*\d{0,4}$")
# Название дела . . . . Описи волостей
LEADERS_WITHIN = regex.compile(r"\w\W{0,2}(?:\.{5,}|(?:\. ){4,}|…{3,}|·{5,}|_{5,})\W{0,2}\w")
# Фамилия, имя, отчество: …
LABEL = regex.compile(r"(?:\d{1,2}[.)]\s*)?\p{Lu}[\p{L}\s,()«»-]{2,40}:(?:\s|$)")
# What papers call themselves, in capitals; bundles of one form repeat it on every page.
PAPER = regex.compile(
    r"\W*(?:протокол|приказ|постановлени|анкет|справк|выписк|ордер|обвинительн|дело|акт\b|опис|список|решени|приговор"
    r"|хаттама|бұйрық|қаулы|анықтама|тізім|шешім|үкім|сауалнама|өтініш|заявлени"
    r"|order\b|protocol|minutes|report|list\b|memorandum|questionnaire)",
    regex.IGNORECASE,
)
# The heads of the two columns of a protocol.
HEARD = regex.compile(r"\W*(?:слушали|заслушали|тыңдалды|тыңдады|heard)\b", regex.IGNORECASE)
RESOLVED = regex.compile(
    r"\W*(?:постанов|решил|определил|приговор|қаулы|ұйғар|шеш|resolved|decided|ruled)", regex.IGNORECASE
)

# A line of nothing but dashes or underscores.
RULE = regex.compile(r"[_—–\-=.\s]*[_—–=-]{4,}[_—–\-=.\s]*")

# A line that is nothing but names with initials: `И. О. Тестов`, `Сынақов Е. Қ., Тестов И. П.`
INITIALED = r"(?:(?:\p{Lu}\.\s?){1,3}\p{Lu}[\p{L}'’-]+|\p{Lu}[\p{Ll}'’-]+\s(?:\p{Lu}\.\s?){1,3})"
BYLINE = regex.compile(rf"{INITIALED}[\d*¹²³]*(?:\s?[,;]\s?{INITIALED}[\d*¹²³]*)*")
# What stands over or under the title of an article: the codes of libraries, addresses to write to.
CODE = regex.compile(
    r"(?:УДК|ӘОЖ|UDC|ББК|КБЖ|ГРНТИ|МРНТИ|ҒТАМР|XҒТАР|ХҒТАР|IRSTI|SRSTI|DOI|ISSN|ISBN|ORCID)\b[:\s]*[\d(]"
    r"|[Ee]-?mail\b\s*:"
)


def begins_low(text: str) -> bool:
    """Whether text begins with a small letter, a list marker aside: it goes on with what was before."""
    if MARKER.match(text.split(" ", 1)[0]):
        return False
    return next((character.islower() for character in text if character.isalnum()), False)


def follow_in_alphabet(one: str, other: str) -> bool:
    """Whether two letters, each with a stop or bracket or without, are neighbours in an alphabet."""
    pairs = ((alphabet.find(one[0]), alphabet.find(other[0])) for alphabet in ALPHABETS)
    return any(first >= 0 and second == first + 1 for first, second in pairs)
