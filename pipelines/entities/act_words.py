"""The words normative acts are named by in Kazakh, Russian and English, and who issued them."""

from __future__ import annotations

from collections.abc import Sequence

import regex

# Kazakh words as they are also typed without the letters of their own: `буйрыгы`, `каулысы`.
BUIRY = "б[ұүу]йры"
QAULY = "[қк]аулы"
JARLY = "жарлы"
# The English noun for the kind of act, and the words for it: Russian and Kazakh with their endings, English.
NOUN_RU = r"(?:а|у|ом|е|ы|ов|ам|ами|ах)?"
NEUTER_RU = r"(?:е|я|ю|ем|и|й|ям|ями|ях)"
FEMININE_RU = r"(?:я|и|ю|ей|й|ям|ями|ях)"
# Endings that a word borrowed from Russian takes in Kazakh: plural, possessive, case; `приказал` has none of them.
ENDING_KK = (
    r"(?:(?:[лдт][ае]р)?(?:[ыі]м?[ыі]?[зң]?|с[ыі])?(?:н?[ыі][ңн]|[нтд][ыі]ң?|[қғ]а|[кг]е|на|не"
    r"|н?[дт][ае](?:ғ[ыі]|г[ыі]|н)?|н[ае]н|[мбп]ен|н)?)"
)
# `«… туралы» заңды қабылдады`: elsewhere the word means `lawful`.
LAW_IN_ACCUSATIVE = (
    r"(?<=туралы[»”\"]?\s)заңды(?=\Z|\s?[.,;)]|\s(?:\p{Ll}+\s)?(?:қабылда|бекіт|шығар|жария|қолдан|бұз|іске|ұстан|орында|өзгерт|жүзеге"
    r"|күш|мақұлда|басшылық|негізге|оқы|талқыла|қол\s))"
)
ACTS: Sequence[tuple[str, str]] = (
    (
        "order",
        rf"(?:опер|спец|теле)?приказ{NOUN_RU}|приказани{NEUTER_RU}|(?:опер)?приказ{ENDING_KK}|прик\.|пр\.(?=\s?№|(?:\s\p{{Lu}}{{3,5}}){{1,2}}\s№|\s0\d\d)"
        rf"|(?:опер)?{BUIRY}[қғкг]\p{{Ll}}*|orders?(?:[\s-]in[\s-]council)?|prikaz[yua]?",
    ),
    (
        "directive",
        rf"директивалық\sхат\p{{Ll}}*|директив(?:а|ы|е|у|ой|ам|ах)?|директива\p{{Ll}}*|directives?|директивн\p{{Ll}}{{2,3}}\sпись?м{NOUN_RU}о?"
        r"|directive\sletters?",
    ),
    (
        "circular",
        rf"циркуляр(?:лық)?\sхат\p{{Ll}}*|циркуляр{NOUN_RU}|циркуляр\p{{Ll}}*|циркулярн\p{{Ll}}{{2,3}}\sпись?м(?:о|а|у|ом|е|ах|ам)?|circulars?"
        r"|circular\sletters?|tsirkuliary?",
    ),
    (
        "decree",
        rf"указ{NOUN_RU}|указ{ENDING_KK}|декрет{NOUN_RU}|{JARLY}[қғкг]\p{{Ll}}*|декрет\p{{Ll}}*|decree-laws?|decrees?|edicts?|ukaz|uka[sz]es?|dekret",
    ),
    (
        "resolution",
        rf"постановлени{NEUTER_RU}|постановление{ENDING_KK}|пост(?:ан(?:овл)?)?\.|{QAULY}\p{{Ll}}*|қарар(?:ы|да|ға|дың|мен)?\p{{Ll}}{{0,4}}|резолюци{FEMININE_RU}"
        r"|резолюция\p{Ll}+"
        r"|resolutions?|postanovleni[eia]+",
    ),
    ("law", rf"закон{NOUN_RU}|{LAW_IN_ACCUSATIVE}|заң(?!ды(?!ң)|сыз|ғар|гер|нама|дас)\p{{Ll}}*|laws?"),
    ("decision", rf"решени{NEUTER_RU}|решение{ENDING_KK}|шеш[іиi]м\p{{Ll}}*|ұйғарым\p{{Ll}}*|decisions?"),
    (
        "instruction",
        rf"инструкци[яиюей]{{1,2}}|инструкция{ENDING_KK}|нұсқама\p{{Ll}}*|указани{NEUTER_RU}|предписани{NEUTER_RU}|н[ұу]с[қк]ау\sхат\p{{Ll}}*|н[ұу]с[қк]ау(?!шы)\p{{Ll}}*|instructions?",
    ),
    ("regulation", rf"положени{NEUTER_RU}|ереже\p{{Ll}}*|устав{NOUN_RU}|жарғы\p{{Ll}}*|regulations?|statutes?"),
    (
        "ordinance",
        rf"(?:циркулярн\p{{Ll}}{{2,3}}\s)?распоряжени{NEUTER_RU}|распоряжение{ENDING_KK}|өк[іi]м(?!ет)\p{{Ll}}*|ordinances?|rasporiazhenie",
    ),
    (
        "telegram",
        r"(?:(?:шифрованн|циркулярн|директивн)\p{Ll}{2,3}\s|шифр(?:о|\.)?)телеграмм(?:а\p{Ll}*|ы|е|у|ой)|шифровк(?:а|и|е|у|ой)"
        r"|шифрограмм(?:а\p{Ll}*|ы|е|у|ой)|жедел\s?хат\p{Ll}*|шифр\p{Ll}*\sжеделхат\p{Ll}*"
        r"|(?:ciphered|cipher|coded|cypher|circular)\stelegrams?",
    ),
    (
        "memorandum",
        rf"меморандум{NOUN_RU}|жадынама\p{{Ll}}*|меморандум{ENDING_KK}|memorand(?:um|a)(?=\sNo\.?\s?\d{{5}})",
    ),
    ("declaration", rf"деклараци{FEMININE_RU}|декларация\p{{Ll}}+|declarations?"),
)
# Two words for one act: `қаулы-бұйрығы`.
SECOND = (
    rf"-(?:{BUIRY}|{QAULY}|{JARLY}|наряд|нұсқау|шеш[іi]м|қарар|өк[іi]м|хат|ереже|указани|распоряжени|письм|директив"
    r"|циркуляр)\p{Ll}*"
)
ACT = "(?i:" + "|".join(words for _, words in ACTS) + rf")(?:{SECOND})?(?![\p{{L}}])"
ACT_PATTERNS = tuple(
    (kind, regex.compile(rf"(?<!\p{{L}})(?:{words})(?!\p{{L}})", regex.IGNORECASE)) for kind, words in ACTS
)
# Acts of which a date alone is enough to tell which is meant, where an authority made them.
LAWGIVING = (
    rf"(?i:закон{NOUN_RU}|указ{NOUN_RU}|указ{ENDING_KK}|декрет{NOUN_RU}|постановлени{NEUTER_RU}|пост(?:ан(?:овл)?)?\.|приказ{NOUN_RU}|директив[аыеу]"
    rf"|директивой|циркуляр{NOUN_RU}|(?:циркулярн|директивн)\p{{Ll}}{{2,3}}\sпись?м(?:о|а|у|ом|е)|распоряжени{NEUTER_RU}|резолюци{FEMININE_RU}|указани{NEUTER_RU}|предписани{NEUTER_RU}|решени{NEUTER_RU}|инструкци[яиюей]{{1,2}})(?!\p{{L}})"
)
# Acts that courts and boards make, too, on single people.
OF_COURTS = frozenset({"resolution", "decision", "ordinance", "order"})
# Acts that only an authority makes; orders and instructions anybody gives.
OF_THEMSELVES = frozenset({"law", "decree"})
OPERATIONAL = (
    r"(?:совместн|оперативн|секретн)\p{L}{2,3}|(?:joint\s)?operati(?:onal|ve)|joint"
    r"|executive(?=\sorder)|public(?=\slaw)"
)
KIND_OF_ORDER = rf"(?i:{OPERATIONAL}|(?:бірлескен\s)?жедел|бірлескен)\s"

# Issuers as they are written, and the name their orders carry in the lexicon.
ISSUERS: Sequence[tuple[str, str]] = (
    (
        "NKVD USSR",
        r"(?<!\p{L})НКВД(?!\p{L})|внутренних\sдел\sСССР|нутренних\sдел|ІІХК|Ішкі\sістер\sхалық|NKVD"
        r"|Internal\sAffairs|Ежова(?!\p{L})",
    ),
    ("NKGB USSR", r"(?<!\p{L})НКГБ(?!\p{L})|NKGB|МҚХК(?!\p{L})"),
    ("OGPU", r"ОГПУ|БМСБ|OGPU|БММБ(?!\p{L})"),
    ("MGB USSR", r"(?<!\p{L})МГБ(?!\p{L})|(?<!\p{L})MGB|(?<!\p{L})ММҚ(?!\p{L})"),
    (
        "MVD USSR",
        r"(?<!\p{L})МВД|ІІМ(?!\p{L})|(?<!\p{L})MVD|(?<!\p{L})MIA(?!\p{L})|[Мм]инист\p{Ll}+\sвнутренних\sдел"
        r"|Ішкі\sістер\sминистр|Ministry\sof\s(?:the\s)?Internal\sAffairs",
    ),
    (
        "GKO",
        r"(?<!\p{L})ГКО|ГОКО|Комитета\sОбороны|GKO|Мемлекеттік\sҚорғаныс|(?<!\p{L})МҚК(?!\p{L})"
        r"|State\sDefen[cs]e\sCommittee",
    ),
    ("PVS USSR", r"Верховного\sСовета|(?<!\p{L})ПВС|УПВС|Жоғарғы\sКеңес|Supreme\sSoviet"),
    ("VTsIK", r"(?<!\p{L})ВЦИК|VTsIK|БОАК"),
    ("TsIK USSR", r"(?<!\p{L})ЦИК|(?<!\p{L})ОАК(?!\p{L})|TsIK|Central\sExecutive\sCommittee|(?<!\p{L})CEC(?!\p{L})"),
    (
        "SNK USSR",
        r"(?<!\p{L})СНК|Народных\sКомиссаров|Халық\sКомиссарлар|(?<!\p{L})ХКК(?!\p{L})|Sovnarkom|SNK"
        r"|Council\sof\sPeople['’]s\sCommissars|(?<!\p{L})CPC(?!\p{L})",
    ),
    ("SM USSR", r"Совета?\s[Мм]инистров|Совмина?|(?<!\p{L})СМ(?!\p{L})|Министрлер\sКеңес|Council\sof\sMinisters"),
    ("Politburo", r"Политбюро|Саяси\s[Бб]юро|Politburo"),
    ("TsK VKP(b)", r"(?<!\p{L})ЦК\s(?:ВКП|РКП)|БК\(б\)П\sОК|(?<!\p{L})CC\s(?:of\sthe\s)?(?:VKP|CPSU|AUCP)"),
    (
        "STO",
        r"Труда\sи\sОбороны|Еңбек\sжәне\sҚорғаныс|(?<!\p{L})ЕҚК(?!\p{L})|(?<!\p{L})СТО(?!\p{L})|(?<!\p{L})STO(?!\p{L})",
    ),
    ("President USSR", r"Президента\sСССР|USSR\sPresident|КСРО\sПрезидент"),
    ("RSFSR", r"(?:закон|Закон)\p{L}*\sРСФСР|РКФСР\s[Зз]аң"),
    ("RK", r"Республики\sКазахстан|Қазақстан\sРеспубликасы|Republic\sof\sKazakhstan"),
)
ISSUER_PATTERNS = tuple((issuer, regex.compile(words)) for issuer, words in ISSUERS)


# Republics with governments of their own, whose acts bear the same numbers as those of the Union.
REPUBLICS: Sequence[tuple[str, str]] = (
    ("KazASSR", r"Каз(?:ах|ак)ской\sАССР|КазАССР|КАССР|Қазақ\sА(?:КСР|ССР)|ҚазАКСР|ҚАКСР|Kazakh\sASSR"),
    ("KazSSR", r"Каз(?:ах|ак)ской\sССР|КазССР|Қазақ\s(?:КСР|ССР)|Қаз(?:КСР|ССР)|Kazakh\sSSR|KazSSR"),
    ("RSFSR", r"РСФСР|РКФСР|RSFSR"),
    ("UkrSSR", r"УССР|Украинской\sССР|Украина\sКСР|Ukrainian\sSSR"),
    ("BSSR", r"БССР|Белорусской\sССР|Belorussian\sSSR"),
    ("UzSSR", r"УзССР|Узбекской\sССР|Өзбек\sКСР|Uzbek\sSSR"),
    ("KirSSR", r"КиргССР|Киргизской\sССР|Қырғыз\sКСР|Kirgh?iz\sSSR"),
)
REPUBLIC_AFTER = tuple(
    (name, regex.compile(rf"[\p{{L}}]*\s(?:of\s)?(?:the\s)?(?:{words})(?!\p{{L}})")) for name, words in REPUBLICS
)
REPUBLIC_BEFORE = tuple(
    (name, regex.compile(rf"(?<!\p{{L}})(?:{words})(?:-?[нтд][іыңі]{{1,3}})?\s$")) for name, words in REPUBLICS
)
OF_UNION = " USSR"


def kind_of_act(text: str) -> str | None:
    """Name the kind of act spoken of in `text` by an English noun."""
    places = [(found.start(), kind) for kind, pattern in ACT_PATTERNS if (found := pattern.search(text))]
    return min(places)[1] if places else None


def issuer_of(text: str) -> str | None:
    """Name the first issuer spoken of in `text`, of the Union if no republic is named; None when there is none."""
    places = [(found.span(), issuer) for issuer, pattern in ISSUER_PATTERNS if (found := pattern.search(text))]
    if not places:
        return None
    (start, end), issuer = min(places)
    republic = republic_beside(text, start, end) if issuer.endswith(OF_UNION) else None
    return f"{issuer.removesuffix(OF_UNION)} {republic}" if republic else issuer


def republic_beside(text: str, start: int, end: int) -> str | None:
    """Name the republic whose body stands at `start:end`: `СНК Казахской ССР`, `Қазақ КСР ХКК`."""
    after = (name for name, pattern in REPUBLIC_AFTER if pattern.match(text, end))
    before = (name for name, pattern in REPUBLIC_BEFORE if pattern.search(text[max(0, start - REPUBLIC_NEAR) : start]))
    return next(after, None) or next(before, None)


REPUBLIC_NEAR = 30
"""Characters that the name of a republic may take."""


def is_kazakh_act(word: str) -> bool:
    """Say whether the word for the act is Kazakh, where the number comes first."""
    return KAZAKH_ACT.match(word) is not None


KAZAKH_ACT = regex.compile(
    rf"(?i:(?:опер)?{BUIRY}|{QAULY}|қарар|{JARLY}[қғкг]|заң|шеш[іиi]м|ұйғарым|н[ұу]с[қк]а[ум]|ереже|жарғы|өк[іi]м|жедел|шифрланған|шифрлы|шифр\p{{L}}+сы"
    rf"|директива[слдғмн]|циркуляр(?:[ыдлғм]|\sхат)|декрет[іткпс]|декларация\p{{L}}|резолюция\p{{L}}"
    rf"|(?:приказ|указ)(?!{NOUN_RU}$|ани)|(?:постановление|решение|распоряжение|инструкция)(?!м$)\p{{L}}"
    rf"|жадынама|меморандумы(?:н|м|$)|шифрограммас|\p{{L}}+-(?:хат|бұйры|қаулы|жарлы|нұсқау|шешім|қарар|өкім))"
)
# Words for acts that are Kazakh only by what stands before them.
BORROWED_ACT = (
    r"(?i:директива|циркуляр|декрет|приказы?|указы|инструкция|резолюция|декларация|положение|устав|меморандумы|шифр)"
)
