"""What each part of people's names looks like, one letter for each: `И. Сталин В. Молотов` is `ISIS`.

`I` initials, `S` a word that is plainly a surname, `N` one that may be a surname or a given name (`Умсын`, `Энгельс`),
`P` a patronymic, `W` any other word with a capital. What parts people is a sign for itself: `n` a new line, `,`, `/`,
`-`, `&` for `и` and the like, `t` a rank or a form of address.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from pipelines.entities.kazakh_endings import base_form
from pipelines.entities.known_people import declined
from pipelines.entities.people_edges import OF_FATHER
from pipelines.entities.repairs import TITLE

PARTS = frozenset("ISNPW")
BREAKS = frozenset("n,/-&t")
WORD = r"\p{Lu}[\p{L}\p{M}]+(?:[-‑’'][\p{L}\p{M}]+)*"
# Two letters only where they are known for one initial: `Да. Вышинский` is an answer.
INITIAL = r"(?:\p{Lu}|Дж|Дз|Дм|Ал|Вл|Ив|Ст|Ев|Ник|Dzh|Zh|Kh|Sh|Ch|Yu|Ya|Ts|Iu|Ia)\."
INITIALS = rf"(?:{INITIAL}[  ]?\-?){{1,3}}(?<![  \-])"
INITIALS_BEFORE = regex.compile(r"(?<![\p{L}.])(?:\p{Lu}\p{Ll}?\.\s?){1,3}$")
LONGEST_INITIALS = 12
TOKEN = regex.compile(
    rf"(?P<I>(?<![\p{{L}}])(?:{INITIALS}|\p{{Lu}}(?=,|\n|$)))"
    rf"|(?P<P>\p{{Lu}}[\p{{L}}\p{{M}}]+{OF_FATHER}(?!\p{{L}}))"
    rf"|(?P<W>{WORD}(?:[  ]?\([^()\n]{{2,40}}\))?)"
    r"|(?P<n>\.?\s*\n\s*)|(?P<stop>\.[  ](?=\p{Lu}\p{L}))|(?P<slash>/)|(?P<dash>[  ]?[–—][  ]?)|(?P<hyphen>[  ]-[  ])"
    r"|(?P<comma>[,;][  ]?)|(?P<and>[  ](?:и|мен|пен|бен|және|and)[  ])|(?P<blank>[^\S\n]+)|(?P<strange>.)",
    regex.DOTALL,
)
SIGNS = {
    "slash": "/",
    "dash": "-",
    "hyphen": "-",
    "comma": ",",
    "stop": ",",
    "and": "&",
    "strange": "?",
}
PATRONYMIC = regex.compile(
    r".{2}(?:[оеё]вич|ьич|[кмт]ич|[оеё]вн(?=[аыеуо])|иничн(?=[аыеуо])|ovich|evich|ovna|evna)(?:[ауые]|ем|ой)?$"
    r"|.{2}(?:оглы|кызы|улы|ұлы|қызы|uly|kyzy|qyzy)(?:[нмд]\p{L}{1,3})?$"
)
SURNAME = regex.compile(
    r".(?:[оеё]в|[оеё]в(?:а|у|ым|е|ой)|[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)|енко|[нй]ько|[аоуыи]йко|швили|[аиуе]дзе"
    r"|[чщн]ук(?:а|у|ом|е)?|[oe]v|sky|skii)$"
)
SURNAME_OR_GIVEN = regex.compile(r".(?:[иы]н(?:а|у|ым|е|ой)?|(?<![ьи])ян(?:а|у|ом|е)?)$")
# Children were named after them: `Энгельс Төлегенов`.
NAMED_AFTER = regex.compile(r"(?:маркс|энгельс|тельман|дан|тито|мао|франко|marx|engels)(?:а|у|ом|е)?$")
# Given names in -ин, -ов and -ев that are common enough to be told, in any case.
GIVEN = regex.compile(
    r"(?:август|алевт|ал|альб|ам|ангел|антон|ар|валент|вениам|галин|дар|д|екатер|ир|кар|капитол|карол|констант|крист|л|мад|мар"
    r"|марк|март|н|пол|рег|руф|саб|север|сераф|уст|фа|харит|христ|юст|зар|з|эдв|эльв|эм|эрв)ин(?:а|ы|у|ой|ом|е)?$"
    r"|галин(?:а|ы|у|ой|е)$|(?:яков|иаков|иов|мартын|айдын)(?:а|у|ом|е)?$|(?:лев|lev|sev)$|.*(?:дд|тд|уд)ин(?:а|у|ом|е)?$"
)
# Surnames of two words that one person has; who bears them is never two.
DOUBLE = frozenset(
    """
    антонов-овсеенко бестужев-рюмин бонч-бруевич васильев-южин воронцов-дашков гарин-михайловский голенищев-кутузов
    гусев-оренбургский иванов-разумник лебедев-кумач мамин-сибиряк муравьев-апостол мусин-пушкин немирович-данченко
    николаев-журид новиков-прибой овсянико-куликовский орлов-давыдов петров-водкин римский-корсаков салтыков-щедрин
    семенов-тян-шанский сергеев-ценский скворцов-степанов соколов-микитов соловьев-седой степанов-скворцов
    сухово-кобылин туган-барановский тер-ваганян
    """.split()  # noqa: SIM905 - a list of quoted names would be many times as long
)
# Those who are named in one breath, with a hyphen between: `пакт Молотова-Риббентропа`, `дело Зиновьева-Каменева`.
TOGETHER = tuple(
    """
    маркс энгельс ленин сталин троцкий зиновьев каменев бухарин рыков томский угланов радек пятаков сокольников
    серебряков муралов шестов раковский крестинский преображенский сырцов ломинадзе рютин слепков стецкий бакаев
    евдокимов смирнов мрачковский ходжаев икрамов розенгольц гринько шарангович зеленский тухачевский уборевич якир
    корк эйдеман фельдман примаков путна гамарник блюхер молотов ворошилов каганович микоян жданов маленков хрущев
    хрущёв булганин берия андреев калинин киров куйбышев орджоникидзе шверник шепилов вознесенский кузнецов
    мануильский свердлов горький дзержинский менжинский ягода ежов фриновский заковский реденс вышинский ульрих абакумов
    литвинов рамзин эйхе косиор постышев рудзутак енукидзе мирзоян голощекин голощёкин плеханов мартов дан керенский
    милюков корнилов деникин колчак врангель юденич махно петлюра каутский бернштейн бебель гитлер муссолини
    риббентроп даладье чемберлен лаваль франко пилсудский черчилль рузвельт мао тито ракоши гомулка торез тольятти
    тельман димитров байтурсынов байтұрсынов дулатов букейханов бөкейханов stalin lenin marx engels trotsky zinoviev
    kamenev bukharin rykov molotov voroshilov kaganovich kautsky plekhanov ribbentrop hitler mussolini daladier
    chamberlain
    """.split()  # noqa: SIM905 - a list of quoted names would be many times as long
)
KNOWN = frozenset(form for surname in TOGETHER for form in declined(surname))


class Token(NamedTuple):
    """A part of a name, or what stands between two: characters `start:end` of the text, and its sign."""

    start: int
    end: int
    sign: str


def read(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]` without blanks; `?` is the sign of what is in no name."""
    tokens: list[Token] = []
    place = start
    while place < end:
        title = TITLE.match(text, place, end)
        # A title with a capital stands first, or is a name: `Тё Ген Ман`.
        if title and (place == start or text[place].islower() or "." in title.group()):
            tokens.append(Token(place, title.end(), "t"))
            place = title.end()
            continue
        found = TOKEN.match(text, place, end)
        if found is None:  # pragma: no cover - the last alternative takes any sign
            break
        kind = found.lastgroup or "strange"
        if kind == "W":
            tokens += of_word(found)
        elif kind != "blank":
            tokens.append(Token(place, found.end(), SIGNS.get(kind, kind)))
        place = found.end()
    return tokens


def of_word(found: regex.Match[str]) -> list[Token]:
    """A word by its ending; surnames known to everybody, with hyphens between, each by itself."""
    word = found.group().partition("(")[0].rstrip()
    parts = word.casefold().split("-")
    if len(parts) == 1 or not are_people(parts):
        return [Token(found.start(), found.end(), sign_of(word))]
    tokens: list[Token] = []
    place = found.start()
    for part in parts:
        tokens += [Token(place, place + len(part), "S"), Token(place + len(part), place + len(part) + 1, "-")]
        place += len(part) + 1
    return tokens[:-1]


def are_people(parts: Sequence[str]) -> bool:
    """Whether words with hyphens between are so many people: known ones, or three surnames and more."""
    if is_double(parts):
        return False
    if all(is_known(part) for part in parts):
        return True
    return len(parts) > 2 and all(len(part) > 4 and sign_of(part) in {"S", "N"} for part in parts)


def sign_of(word: str) -> str:
    """The sign of a word with a capital."""
    folded = word.casefold()
    if is_known(folded):
        return "N" if NAMED_AFTER.match(folded) else "S"
    if GIVEN.match(folded):
        return "W"
    if PATRONYMIC.search(folded):
        return "P"
    if SURNAME.search(folded):
        return "S"
    return "N" if SURNAME_OR_GIVEN.search(folded) else "W"


def is_known(folded: str) -> bool:
    """Whether a word, in small letters, is the surname of somebody known to everybody."""
    return folded in KNOWN or base_form(folded) in KNOWN


def is_double(parts: Sequence[str]) -> bool:
    """Whether surnames, in small letters, are one person's double surname in any case."""
    return any(
        all(one[:4] == other[:4] for one, other in zip(parts, double.split("-"), strict=True))
        for double in DOUBLE
        if double.count("-") == len(parts) - 1
    )
