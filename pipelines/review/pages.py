"""Templates and the words in them: HTML in Kazakh, Russian or English."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

import jinja2
import msgspec

from document import Label
from pipelines.review.views import DEPTHS, Overview
from pipelines.review.visible import visible

FOLDER = Path(__file__).resolve().parent
LANGUAGES = ("kk", "ru", "en")
DEFAULT = "en"


class Pages:
    """The templates and words; every text from documents is escaped."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folder / "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters |= {
            "visible": visible,
            "number": grouped,
            "decoded": msgspec.json.decode,
            "with_first": with_first,
            "holding": holding_address,
        }
        self._templates.globals |= {
            "labels": [label.value for label in Label],
            "depths": DEPTHS,
            "languages": LANGUAGES,
        }
        self._words = {
            language: tomllib.loads((folder / "words" / f"{language}.toml").read_text("utf-8"))
            for language in LANGUAGES
        }

    def known(self, language: str) -> str:
        """The language itself if the page speaks it, else the default."""
        return language if language in LANGUAGES else DEFAULT

    def choose(self, chosen: str | None, accepted: str) -> str:
        """The language chosen by hand, else the one the browser likes best of those the page speaks."""
        if chosen in LANGUAGES:
            return str(chosen)
        liked = (part.partition(";")[0].strip().lower()[:2] for part in accepted.split(","))
        return next((language for language in liked if language in LANGUAGES), DEFAULT)

    def render(self, view: str, language: str, told: Mapping[str, object]) -> str:
        """A view as HTML."""
        template = self._templates.get_template(f"{view}.html")
        return template.render(**told, language=language, words=self._words[language])

    def words(self, language: str) -> Mapping[str, Any]:
        """The words of a language the page speaks."""
        return self._words[language]


def grouped(count: int) -> str:
    """A number with its thousands apart, as all three languages can read it."""
    return f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def with_first(address: str, first: int) -> str:
    """The same address, its list beginning with the row numbered `first`."""
    path, _, query = address.partition("?")
    asked = [pair for pair in parse_qsl(query) if pair[0] != "first"]
    return f"{path}?{urlencode([*asked, ('first', str(first))])}"


def holding_address(parts: Sequence[str], view: str = "/holdings/mentions") -> str:
    """Where holdings, or their mentions, are shown; the parts come in the order of the levels."""
    return f"{view}?{urlencode(list(zip(DEPTHS, parts, strict=False)))}"


def chart_rows(overview: Overview, words: Mapping[str, Any]) -> dict[str, list[tuple[str, float, str, str]]]:
    """What the charts of the overview show: name, amount, amount in words, and where it leads."""
    return {
        "method_rows": [
            (words["methods"][method], count, grouped(count), f"/pages?method={method}")
            for method, count in sorted(overview.methods.items(), key=lambda each: -each[1])
        ],
        "language_rows": [
            (words["languages"][language], share, f"{share:.0%}".replace("%", " %"), f"/pages?language={language}")
            for language, share in overview.languages.items()
        ],
        "label_rows": [
            (words["labels_many"][label], count, grouped(count), f"/names/{label.lower()}")
            for label, count in overview.labels.items()
        ],
    }
