"""Makes the tables of models/lexicon from the collected gazetteers: `python -m models.train.lexicon`.

Rows of doubtful confidence (C) are left out. What was added by hand stands below with its evidence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from models.lexicon.loading import FOLDER, forms, rows

GAZETTEERS = Path(__file__).resolve().parents[2] / ".." / "shared" / "gazetteers"

ISSUERS: Mapping[str, str] = {
    "ВЦИК": "VTsIK",
    "ГКО": "GKO",
    "МВД": "MVD-USSR",
    "МВД СССР": "MVD-USSR",
    "МВД, МГБ, Генеральная прокуратура СССР": "MVD-MGB-Procuracy-USSR",
    "НКВД": "NKVD-USSR",
    "НКВД СССР": "NKVD-USSR",
    "ОГПУ": "OGPU",
    "Политбюро ЦК ВКП(б)": "Politburo",
    "Президент РК": "President-RK",
    "Президент СССР": "President-USSR",
    "Президиум Верховного Совета СССР": "PVS-USSR",
    "Президиум ЦИК СССР": "TsIK-USSR",
    "РСФСР": "RSFSR",
    "Республика Казахстан": "RK",
    "СНК СССР": "SNK-USSR",
    "СНК СССР и ЦК ВКП(б)": "SNK-USSR-TsK",
    "ЦИК СССР": "TsIK-USSR",
    "ЦИК и СНК Казакской АССР": "TsIK-SNK-KazASSR",
    "ЦИК и СНК СССР": "TsIK-SNK-USSR",
}

TYPES: Mapping[str, str] = {
    "директива": "directive",
    "закон": "law",
    "постановление": "resolution",
    "приказ": "order",
    "решение": "decision",
    "указ": "decree",
}

MONTHS = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)

MORE_ARCHIVE_FORMS: Mapping[str, tuple[str, ...]] = {
    "ГАРФ": ("РФМА", "РФ МА"),  # the thesis in the sources lists РФМА for Ресей Федерациясының мемлекеттік архиві
    "ЦГАОР СССР": ("ЦГАОР",),
    "РГАСПИ": ("RSASPH",),  # how its English summary renders the name
    "АП РК": (
        "ҚР ПА",
        "Архив Президента Казахстана",
        "Қазақстан Президентінің архиві",
        "Archive of the President of Kazakhstan",
    ),
    "ГАЮКО": ("ОҚО МА",),
    "ЦА ФСБ РФ": ("ЦА ФСБ", "ЦА ФСБ России"),  # how works published since 1995 name it
    "ГАСКО": ("СҚО МА",),
    "ГАЗКО": ("БҚО МА",),
    "ГАКО": ("ҚО МА",),
    "ГАПО": ("ПО МА",),
    "ГАЖО": ("ЖО МА",),
    "АВП РФ": ("АВП", "AVP RF"),
    "ЦГА РК": ("ЦГА Казахстана",),
}

# As memoirs and scholarship call them.
MORE_CAMP_FORMS: Mapping[str, tuple[str, ...]] = {
    "Соловецкий ИТЛ ОГПУ": ("Соловецкий лагерь", "Соловки лагері", "Solovki camp", "Solovetsky camp", "УСЛОН"),
}

MORE_ARCHIVES: Sequence[tuple[str, ...]] = (
    ("ПермГАСПИ", "ПермГАСПИ|Пермский государственный архив социально-политической истории", "Пермь"),
    ("ГОПАПО", "ГОПАПО|Государственный общественно-политический архив Пермской области", "Пермь"),
    ("РГИА", "РГИА|RGIA|Российский государственный исторический архив", "Санкт-Петербург"),
    ("РГАВМФ", "РГАВМФ|РГА ВМФ|RGAVMF|Российский государственный архив Военно-морского флота", "Санкт-Петербург"),
    ("РГАНТД", "РГАНТД|RGANTD|Российский государственный архив научно-технической документации", "Москва"),
    ("ЦХИДК", "ЦХИДК|TsKhIDK|Центр хранения историко-документальных коллекций", "Москва"),
    ("ЦХСД", "ЦХСД|TsKhSD|Центр хранения современной документации", "Москва"),
    ("ЦГАНХ СССР", "ЦГАНХ СССР|ЦГАНХ|TsGANKh", "Москва"),
    ("ЦА МВД РФ", "ЦА МВД РФ|ЦА МВД|TsA MVD", "Москва"),
    ("ЦГА ПД КР", "ЦГА ПД КР|Центральный государственный архив политической документации", "Бишкек"),
    ("ИсАОО", "ИсАОО|ИАОО|Исторический архив Омской области", "Омск"),
    ("ГААК", "ГААК|Государственный архив Алтайского края", "Барнаул"),
    ("ГАСО", "ГАСО|Государственный архив Свердловской области", "Екатеринбург"),
    ("ЦДООСО", "ЦДООСО|Центр документации общественных организаций Свердловской области", "Екатеринбург"),
    ("ЦАМО", "ЦАМО|ЦАМО РФ|TsAMO|Центральный архив Министерства обороны", "Подольск"),
    ("ЦГАИПД", "ЦГАИПД СПб|ЦГАИПД", "Санкт-Петербург"),
    ("ЦГАМО", "ЦГАМО|Центральный государственный архив Московской области", "Москва"),
    ("ГАНО", "ГАНО|Государственный архив Новосибирской области", "Новосибирск"),
    ("ГАТО Томск", "ЦДНИ ТО", "Томск"),
    ("ОГА СБУ", "ОГА СБУ|ГДА СБУ|HDA SBU", "Киев"),
    ("ЦГАВО Украины", "ЦГАВО Украины|ЦДАВО|TsDAVO", "Киев"),
    ("ЦГАОО Украины", "ЦГАОО Украины|ЦДАГО|TsDAHO", "Киев"),
    ("ГАОО Одесса", "Госархив Одесской области", "Одесса"),
    ("НАРБ", "НАРБ|NARB|Национальный архив Республики Беларусь", "Минск"),
)


# Decrees of mobilization and criminal decrees that published collections print with number and date.
MORE_ORDERS: Sequence[tuple[str, ...]] = (
    (
        "GKO/1123сс", "resolution", "GKO", "ГКО", "1123сс", "1942-01-10",
        "О порядке использования немцев-переселенцев призывного возраста от 17 до 50 лет",
        "A",
    ),
    (
        "GKO/1281сс", "resolution", "GKO", "ГКО", "1281сс", "1942-02-14",
        "О мобилизации немцев-мужчин призывного возраста от 17 до 50 лет, постоянно проживающих в "
        "областях, краях, автономных и союзных республиках",
        "A",
    ),
    (
        "GKO/2383сс", "resolution", "GKO", "ГКО", "2383сс", "1942-10-07",
        "О дополнительной мобилизации немцев для народного хозяйства СССР",
        "A",
    ),
    (
        "GKO/2409сс", "resolution", "GKO", "ГКО", "2409сс", "1942-10-14",
        "О распространении постановлений ГОКО № 1123сс и № 1281сс на граждан других национальностей "
        "воюющих с СССР стран",
        "A",
    ),
    (
        "PVS-USSR/1940-06-26", "decree", "PVS USSR", "Президиум Верховного Совета СССР", "", "1940-06-26",
        "О переходе на восьмичасовой рабочий день, на семидневную рабочую неделю и о запрещении "
        "самовольного ухода рабочих и служащих с предприятий и учреждений",
        "A",
    ),
)  # fmt: skip

# Letters of sentences that memoirs and camp registers explain, beside those of the gazetteer.
MORE_LETTER_ARTICLES: Sequence[tuple[str, str]] = (
    ("АСЭ", "антисоветский элемент"),
    ("АСВЗ", "антисоветский военный заговор"),
    ("СВПШ", "связи, ведущие к подозрению в шпионаже"),
    ("ВАД", "восхваление американской демократии"),
    ("ВАТ", "восхваление американской техники"),
    ("ПД", "преступная деятельность"),
    ("ЧСР", "член семьи репрессированного"),
)


def main() -> None:
    """Write every table and say how many rows each has."""
    tables: Mapping[str, tuple[Sequence[str], Iterable[Sequence[str]]]] = {
        "archives.tsv": (("id", "forms", "place"), archives()),
        "camps.tsv": (("id", "name", "forms"), camps()),
        "orders.tsv": (("id", "type", "issuer", "issuer_ru", "number", "date", "title", "confidence"), orders()),
        "organisations.tsv": (("id", "name", "forms", "abbreviations"), organisations()),
        "places.tsv": (("id", "name", "forms"), places()),
        "letter_articles.tsv": (("abbreviation", "meaning"), letter_articles()),
    }
    for name, (heading, lines) in tables.items():
        written = ["\t".join(heading), *("\t".join(line) for line in lines)]
        (FOLDER / name).write_text("\n".join(written) + "\n", encoding="utf-8")
        print(f"{name}: {len(written) - 1} rows")


def archives() -> Iterator[Sequence[str]]:
    """List archives of the gazetteer, then those added above."""
    for row in rows(GAZETTEERS / "archives.tsv"):
        identity = forms(row["abbr_ru"])[0]
        cells = ("abbr_ru", "abbr_kk", "abbr_en", "name_ru", "name_kk", "name_en")
        every = [form for cell in cells for form in unbracketed(row[cell])]
        every += MORE_ARCHIVE_FORMS.get(identity, ())
        yield identity, joined(every), row["place"]
    yield from MORE_ARCHIVES


def camps() -> Iterator[Sequence[str]]:
    """Camps of Kazakhstan first, with their Kazakh names, then the rest of the map."""
    known: set[str] = set()
    identities: Counter[str] = Counter()
    for row in rows(GAZETTEERS / "camps_kz.tsv"):
        if row["source"].endswith("(C)"):
            continue
        cells = ("name_ru", "short_ru", "name_kk", "short_kk", "name_en", "short_en")
        every = [form for cell in cells for name in unbracketed(row[cell]) for form in name.split(", ")]
        known.update(every)
        yield latin_id(forms(row["short_en"] or row["name_en"])[0]), every[0], joined(every)
    for row in rows(GAZETTEERS / "camps_all.tsv"):
        if row["name_ru"] in known:
            continue
        english = [row["name_en"], *forms(row["alt_en"])] if row["name_en"] != "New prison" else []
        more = MORE_CAMP_FORMS.get(row["name_ru"], ())
        every = [form for form in (row["name_ru"], *forms(row["alt_ru"]), *english, *more) if form]
        identity = latin_id(romanized(row["name_ru"]))
        identities[identity] += 1
        if identities[identity] > 1:
            identity = f"{identity}-{identities[identity]}"
        yield identity, row["name_ru"], joined(every)


def orders() -> Iterator[Sequence[str]]:
    """Known acts, then the orders named in the histories of the camps."""
    seen: set[str] = set()
    for row in rows(GAZETTEERS / "orders.tsv"):
        if row["confidence"] == "C":
            continue
        identity = f"{ISSUERS[row['issuer']]}/{row['number'].replace(' ', '') or row['date']}"
        seen.add(identity)
        kind = TYPES[row["kind"]]
        issuer = issuer_name(row["issuer"])
        yield identity, kind, issuer, row["issuer"], row["number"], row["date"], row["title_ru"], row["confidence"]
    for row in rows(GAZETTEERS / "orders_camps.tsv"):
        issuer = row["issuer"] if row["issuer"].endswith("СССР") else f"{row['issuer']} СССР"
        identity = f"{ISSUERS[row['issuer']]}/{row['number']}"
        if identity not in seen:
            seen.add(identity)
            yield identity, "order", issuer_name(issuer), issuer, row["number"], iso(row["date_text"]), "", "B"
    yield from (row for row in MORE_ORDERS if row[0] not in seen)


def issuer_name(russian: str) -> str:
    """Name an issuer in Latin letters: НКВД СССР → `NKVD USSR`."""
    return ISSUERS[russian].replace("-", " ")


def organisations() -> Iterator[Sequence[str]]:
    """Bodies of state and party under their abbreviations and full names."""
    for row in rows(GAZETTEERS / "orgs.tsv"):
        short = [form for cell in ("abbr_ru", "abbr_kk", "abbr_en") for form in forms(row[cell])]
        full = [form for cell in ("full_ru", "full_kk", "full_en") for form in unbracketed(row[cell])]
        yield forms(row["abbr_ru"])[0], row["full_ru"], joined([*short, *full]), joined(short)


def places() -> Iterator[Sequence[str]]:
    """Cities under their old and new names, then units of administration."""
    for row in rows(GAZETTEERS / "cities.tsv"):
        cells = ("modern_ru", "modern_kk", "modern_en", "old_ru", "old_kk", "old_en")
        every = [form for cell in cells for form in unbracketed(row[cell])]
        yield row["modern_en"], row["modern_ru"], joined(every)
    for row in rows(GAZETTEERS / "admin_units.tsv"):
        every = [form for cell in ("name_ru", "name_kk", "name_en") for form in unbracketed(row[cell])]
        yield row["name_en"], every[0], joined(every)


def letter_articles() -> Iterator[Sequence[str]]:
    """Accusations by letters; what stands for no accusation (б/п, а/с) is no article."""
    for row in rows(GAZETTEERS / "letter_articles.tsv"):
        if row["abbr_ru"].isupper() and len(row["abbr_ru"]) > 1 and row["abbr_ru"] != "БОЗ":
            yield row["abbr_ru"], row["full_ru"]
    yield from MORE_LETTER_ARTICLES


def unbracketed(cell: str) -> list[str]:
    """Give the names in a cell without remarks in brackets; a bracketed initial stays out of the name too."""
    return [re.sub(r"\s*\([^б)][^)]*\)", "", form).strip() for form in forms(cell)]


def joined(names: Iterable[str]) -> str:
    """Write names into one cell, each once."""
    return "|".join(dict.fromkeys(name for name in names if name))


def iso(text: str) -> str:
    """`18/20 мая 1943` → `1943-05-20`, the later day, on which the order was signed; "" when it is no such date."""
    found = re.fullmatch(r"(?:\d+/)?(\d{1,2}) (\w+) (\d{4})", text.strip())
    if not found or found[2] not in MONTHS:
        return ""
    return f"{found[3]}-{MONTHS.index(found[2]) + 1:02d}-{int(found[1]):02d}"


def latin_id(name: str) -> str:
    """Make a name an identifier of Latin letters, digits and hyphens."""
    return re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-").lower()


# fmt: off
ROMAN: Mapping[str, str] = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}
# fmt: on


def romanized(name: str) -> str:
    """Spell a Russian name in Latin letters."""
    return "".join(ROMAN.get(letter, letter) for letter in name.casefold())


if __name__ == "__main__":
    main()
