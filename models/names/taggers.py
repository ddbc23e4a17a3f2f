"""All name taggers together: the general and the Russian one give opinions, the archival one decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from document import Language
from models.lexicon import Lexicon
from models.names.archival import Archival, Opinions, load_archival
from models.names.clues import Clues
from models.names.english import EnglishWords
from models.names.features import FeatureMaker
from models.names.gazetteer import Gazetteer
from models.names.general import General, load_general
from models.names.morphology import Morphology
from models.names.slovnet import Slovnet, load_slovnet
from models.names.span import Span
from models.names.tokens import encodable, with_one_dash

AT_ONCE = 16
"""Texts that the advisers read together: what they hold meanwhile does not grow with the document."""


class Advisers:
    """Those who give opinions: slovnet on Russian, the general tagger on Kazakh and English.

    The general tagger learned Russian too, but on archival Russian slovnet is far better and the two together are
    worse than slovnet alone.
    """

    def __init__(self, general: General | None, slovnet: Slovnet | None) -> None:
        self.general = general
        self.slovnet = slovnet

    def opinions(self, texts: Sequence[str]) -> list[Opinions]:
        """What each adviser sees in each text; the texts are of the language the advisers were loaded for."""
        nothing: tuple[tuple[Span, ...], ...] = ((),) * len(texts)
        texts = [with_one_dash(text) for text in texts]
        general = self.general.find(texts) if self.general else nothing
        slovnet = self.slovnet.find(texts) if self.slovnet else nothing
        return [{"general": first, "slovnet": second} for first, second in zip(general, slovnet, strict=True)]


class NameTagger:
    """The taggers of one language."""

    def __init__(self, language: Language, advisers: Advisers, archival: Archival) -> None:
        self.language = language
        self.advisers = advisers
        self.archival = archival

    def find(self, texts: Sequence[str]) -> Iterator[tuple[Span, ...]]:
        """The names of each text, as offsets into it."""
        for first in range(0, len(texts), AT_ONCE):
            yield from self._find([encodable(text) for text in texts[first : first + AT_ONCE]])

    def _find(self, texts: Sequence[str]) -> Iterator[tuple[Span, ...]]:
        promising = [text for text in texts if any(letter.isupper() for letter in text)]
        advised = iter(self.advisers.opinions(promising))
        for text in texts:
            # Every name has a capital: rules of dots and empty table cells need not be looked at.
            hopeless = not any(letter.isupper() for letter in text)
            yield () if hopeless else tuple(self.archival.find(text, self.language, next(advised)))


def load_advisers() -> dict[Language, Advisers]:
    """Load those who give opinions and say who advises on which language."""
    general, slovnet = Advisers(load_general(), None), Advisers(None, load_slovnet())
    return {Language.KK: general, Language.RU: slovnet, Language.EN: general}


def load_name_taggers(lexicon: Lexicon, morphology: Morphology) -> dict[Language, NameTagger]:
    """Load the taggers of all languages, each part once; `MissingToolError` names what is not there."""
    archival = load_archival(FeatureMaker(morphology, Gazetteer(lexicon), Clues(), EnglishWords()))
    return {language: NameTagger(language, advisers, archival) for language, advisers in load_advisers().items()}
