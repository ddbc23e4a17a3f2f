"""What reading a page costs: a recogniser that counts the pixels it is given, and passes them on."""

from __future__ import annotations

from document import Language, Word
from ingest.dictionary import Dictionary
from ingest.ocr import Literate, Polyglot, Recognizer, Rereader
from ingest.raster import Raster


class Metered:
    """A recogniser that adds up what it and the models it lends out are given to read; made anew for each page.

    Pixels, not seconds, are counted: they are the same on every machine.
    """

    def __init__(self, recognizer: Recognizer, cost: list[int] | None = None) -> None:
        self._recognizer = recognizer
        self._cost = [] if cost is None else cost

    @property
    def version(self) -> str:
        """The release of the program that reads."""
        return self._recognizer.version

    @property
    def mpixels(self) -> float:
        """Million pixels read so far."""
        return sum(self._cost) / 1e6

    def recognize(self, raster: Raster) -> tuple[Word, ...]:
        """Read the words of an upright page."""
        self._cost.append(raster.pixels.size)
        return self._recognizer.recognize(raster)

    def english_alone(self) -> Recognizer | None:
        """Give the recogniser of English alone, counted with this one; `None` where there is none."""
        english = self._recognizer.english_alone() if isinstance(self._recognizer, Polyglot) else None
        return english and Metered(english, self._cost)

    def read_column(self, raster: Raster, language: Language | None) -> tuple[Word, ...]:
        """Read lines that stand one under the other; nothing where the recogniser cannot."""
        if not isinstance(self._recognizer, Rereader):
            return ()
        self._cost.append(raster.pixels.size)
        return self._recognizer.read_column(raster, language)

    def dictionary(self, language: Language) -> Dictionary | None:
        """Give the words of a language; `None` where the recogniser has none."""
        return self._recognizer.dictionary(language) if isinstance(self._recognizer, Literate) else None
