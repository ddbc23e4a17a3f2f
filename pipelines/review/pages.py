"""Templates and the words in them: HTML in Kazakh, Russian or English."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

import jinja2

LANGUAGES = ("kk", "ru", "en")
DEFAULT = "en"


class Pages:
    """The templates below `folder`, loaded; every text from documents is escaped."""

    def __init__(self, folder: Path) -> None:
        self._templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folder / "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
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
        return template.render(**told, language=language, languages=LANGUAGES, words=self._words[language])
