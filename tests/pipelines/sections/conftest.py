"""Documents written as lines: what a block starts, a bar, how it looks, what it says.

    1 introduction | *> КІРІСПЕ      a heading of level 1 and this role; `-` for the level of a part without title
                   | ...kk           running text in Kazakh
    +              | *> жалғасы      goes on with the heading above
                   | ===             the next page

`*` bold, `>` centred, `^` larger than the body. Lines without a bar between are kept as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from document import Block, Language, Method, Page
from models.lexicon.headings import close_up
from pipelines.sections import divide
from pipelines.sections.explanation import explain

FILLER = {
    "kk": "Осы жылдары өлкеде жүргізілген шаралар туралы құжаттар мұрағат қорларында сақталып қалған, олардың "
    "көпшілігі бұрын жарияланбаған еді. Зерттеуші әрбір істі қайта қарап, ондағы мәліметтерді өзара салыстырды.",
    "ru": "В эти годы в крае проводились мероприятия, документы о которых сохранились в фондах архива и ранее большей "
    "частью не публиковались. Исследователь заново просмотрел каждое дело и сопоставил сведения между собой.",
    "en": "In these years measures were taken in the province whose papers survive in the holdings of the archive and "
    "had for the most part not been published. The author read every file anew and compared what they say.",
}
LANGUAGES = {"kk": Language.KK, "ru": Language.RU, "en": Language.EN}


@dataclass(frozen=True)
class Written:
    """Pages as written, and the parts they are to fall into: level (`-` for none), role, title."""

    pages: tuple[Page, ...]
    expected: list[str]

    @property
    def got(self) -> list[str]:
        """The parts found, front matter and furniture apart."""
        parts = []
        for section in divide(self.pages):
            if section.title:
                parts.append(f"{section.level} {section.role} {section.title}")
            elif section.role not in {"front-matter", "furniture"}:
                parts.append(f"- {section.role} {section.blocks[0].text[:40]}")
        return parts

    @property
    def why(self) -> str:
        """Every rule and veto that spoke."""
        return "\n".join(f"{item.rule} {item.veto} {item.text[:60]}" for item in explain(self.pages))


def write(text: str) -> Written:
    """Read the notation above."""
    blocks: list[list[Block]] = [[]]
    expected: list[str] = []
    for line in text.strip("\n").splitlines():
        mark, _, content = (part.strip() for part in line.partition("|"))
        if content == "===":
            blocks.append([])
            continue
        flags, _, rest = content.partition(" ")
        if not flags or set(flags) - set("*>^"):
            flags, rest = "", content
        block = _block(rest, flags, len(blocks))
        blocks[-1].append(block)
        if mark == "+":
            broken = expected[-1].endswith("-") and expected[-1][-2].isalpha()
            expected[-1] = expected[-1][:-1] + block.text if broken else f"{expected[-1]} {close_up(block.text)}"
        elif mark:
            expected.append(f"{mark} {block.text[:40] if mark.startswith('-') else close_up(block.text)}")
    pages = tuple(
        Page(number, 595.0, 842.0, Method.TEXT, "written", blocks=tuple(found))
        for number, found in enumerate(blocks, start=1)
    )
    return Written(pages, expected)


def _block(text: str, flags: str, page: int) -> Block:
    language = LANGUAGES.get(text[3:5], Language.UND) if text.startswith("...") else _language(text)
    words = FILLER.get(text[3:5], "") + text[5:] if text.startswith("...") else text
    return Block(
        page=page,
        text=words,
        method=Method.TEXT,
        language=language,
        size=16.0 if "^" in flags else 12.0,
        bold="*" in flags,
        centred=">" in flags,
        lines=1 + len(words) // 80,
    )


def _language(text: str) -> Language:
    if set(text.lower()) & set("әғқңөұүһі"):
        return Language.KK
    if set(text.lower()) & set("бгджзилпуфцчшщъыэюя"):
        return Language.RU
    return Language.EN


@pytest.fixture(scope="session")
def written() -> Callable[[str], Written]:
    """Read documents in the notation of this file."""
    return write
