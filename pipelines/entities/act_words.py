"""The words normative acts are named by in Kazakh, Russian and English, and who issued them."""

from __future__ import annotations

from collections.abc import Sequence

import regex

# The English noun for the kind of act, and the words for it: Russian and Kazakh with their endings, English.
NOUN_RU = r"(?:а|у|ом|е|ы|ов|ам|ами|ах)?"
NEUTER_RU = r"(?:е|я|ю|ем|и|й|ям|ями|ях)"
ACTS: Sequence[tuple[str, str]] = (
    ("order", rf"приказ{NOUN_RU}|бұйры[қғ]\p{{Ll}}*|orders?"),
    ("directive", r"директив(?:а|ы|е|у|ой|ам|ах)?|директива\p{Ll}*|directives?"),
    ("circular", rf"циркуляр{NOUN_RU}|циркуляр\p{{Ll}}*|circulars?"),
    ("decree", rf"указ{NOUN_RU}|декрет{NOUN_RU}|жарлы[қғ]\p{{Ll}}*|декрет\p{{Ll}}*|decrees?"),
    ("resolution", rf"постановлени{NEUTER_RU}|қаулы\p{{Ll}}*|resolutions?|postanovlenie"),
    ("law", rf"закон{NOUN_RU}|заң(?!ды(?!ң)|сыз|гер|нама|дас)\p{{Ll}}*|laws?"),
    ("decision", rf"решени{NEUTER_RU}|шешім\p{{Ll}}*|decisions?"),
    ("instruction", rf"инструкци[яиюей]{{1,2}}|указани{NEUTER_RU}|нұсқау(?!шы)\p{{Ll}}*|instructions?"),
    ("regulation", rf"положени{NEUTER_RU}|ереже\p{{Ll}}*|regulations?"),
    ("ordinance", rf"распоряжени{NEUTER_RU}|өкім(?!ет)\p{{Ll}}*|ordinances?"),
)
ACT = "(?i:" + "|".join(words for _, words in ACTS) + r")(?![\p{L}])"
ACT_PATTERNS = tuple(
    (kind, regex.compile(rf"(?<!\p{{L}})(?:{words})(?!\p{{L}})", regex.IGNORECASE)) for kind, words in ACTS
)
# Acts that only an authority makes, so that a date alone is enough to tell which is meant.
LAWGIVING = (
    rf"(?i:закон{NOUN_RU}|указ{NOUN_RU}|декрет{NOUN_RU}|постановлени{NEUTER_RU}|приказ{NOUN_RU}"
    rf"|директив[аыеу])(?!\p{{L}})"
)
KIND_OF_ORDER = r"(?i:(?:оперативн|совместн)\p{L}{2,3}|operational|joint|жедел|бірлескен)\s"

# Issuers as they are written, and the name their orders carry in the lexicon.
ISSUERS: Sequence[tuple[str, str]] = (
    ("NKVD USSR", r"(?<!\p{L})НКВД(?!\p{L})|внутренних\sдел|ІІХК|Ішкі\sістер\sхалық|NKVD|Internal\sAffairs"),
    ("OGPU", r"ОГПУ|БМСБ|OGPU"),
    ("MVD USSR", r"(?<!\p{L})МВД(?!\p{L})|ІІМ(?!\p{L})|(?<!\p{L})MVD"),
    ("GKO", r"(?<!\p{L})ГКО|ГОКО|Комитета\sОбороны|GKO|Мемлекеттік\sҚорғаныс"),
    ("PVS USSR", r"Верховного\sСовета|(?<!\p{L})ПВС|УПВС|Жоғарғы\sКеңес|Supreme\sSoviet"),
    ("VTsIK", r"(?<!\p{L})ВЦИК|VTsIK|БОАК"),
    ("TsIK USSR", r"(?<!\p{L})ЦИК|(?<!\p{L})ОАК(?!\p{L})|TsIK"),
    ("SNK USSR", r"(?<!\p{L})СНК|Народных\sКомиссаров|Халық\sКомиссарлар|(?<!\p{L})ХКК(?!\p{L})|Sovnarkom|SNK"),
    ("Politburo", r"Политбюро|Саяси\s[Бб]юро|Politburo"),
    ("STO", r"Труда\sи\sОбороны|Еңбек\sжәне\sҚорғаныс|(?<!\p{L})ЕҚК(?!\p{L})|(?<!\p{L})СТО(?!\p{L})"),
    ("President USSR", r"Президента\sСССР|USSR\sPresident|КСРО\sПрезидент"),
    ("RSFSR", r"(?:закон|Закон)\p{L}*\sРСФСР|РКФСР\s[Зз]аң"),
    ("RK", r"Республики\sКазахстан|Қазақстан\sРеспубликасы|Republic\sof\sKazakhstan"),
)
ISSUER_PATTERNS = tuple((issuer, regex.compile(words)) for issuer, words in ISSUERS)


def kind_of_act(text: str) -> str | None:
    """Name the kind of act spoken of in `text` by an English noun."""
    places = [(found.start(), kind) for kind, pattern in ACT_PATTERNS if (found := pattern.search(text))]
    return min(places)[1] if places else None


def issuer_of(text: str) -> str | None:
    """Name the first issuer spoken of in `text`; None when there is none."""
    places = [(found.start(), issuer) for issuer, pattern in ISSUER_PATTERNS if (found := pattern.search(text))]
    return min(places)[1] if places else None
