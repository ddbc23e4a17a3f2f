"""The verdict on a page's text layer: believe it, or read the page's image; always with a stated reason.

A layer is measured by what cannot be argued with: whether it is painted, what covers it, whether its characters can be
words, and how much written on the page it leaves out. How many characters it has says nothing: scans of Cyrillic pages
come under thousands of letters of Latin garbage.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import regex

from document import Method, Mode
from ingest.layer_evidence import MUCH_OF_PAGE, Evidence

MOST_OF_PAGE = 0.5
WHOLE_PAGE = 0.85
MOST_OF_LAYER = 0.5
FEWEST_WORDS = 8  # fewer say nothing by their shares
FEW_LETTERS = 20
CAPTION = 250  # characters that a caption, a stamp and a page number have together
OUTLINES_FROM = 150  # paths: ruled tables have fewer, a page of drawn letters has thousands

UNMAPPED_SHARE = 0.05
ODD_SHARE = 0.4  # garbage has 0.56 and more, readable layers up to 0.08
FEWEST_SIGNS = 8
ALONE_SHARE = 0.3
MIXED_SHARE = 0.2
MUTE_SHARE = 0.3
WESTERN_SHARE = 0.33  # French and Czech have up to 0.2
BALKAN_SHARE = 0.005

PUNCTUATION = regex.compile(r"[.,;:!?()«»\"“”„\u00ad]+")  # no dashes: tables have them for nothing
LEADERS = regex.compile(r"([^\p{L}\p{N}\s])(?:\s*\1){2,}")  # rows of dots in tables of contents, ruled lines
UNMAPPED = regex.compile(r"[\ufffd\p{Co}\x01-\x08\x0e-\x1f\x7f-\x9f]")
# A capital after a small letter, a digit among letters, a sign between letters that no writing puts there.
ODD = regex.compile(
    r"\p{Ll}\p{Lu}|\p{L}\d+\p{L}|\d\p{Ll}+\d|(?<![\p{L}\d])\d\p{L}{3}|\p{L}[~^|*<>{}=+!?;\"«»•\\]+\p{L}"
)
WESTERN = regex.compile(r"[\u00c0-\u00ff]")
# Latin letters that no Cyrillic letter looks like, side by side with Cyrillic ones.
MIXED = regex.compile(r"[bdfgjlqrsvwzDFGJLNQRSUVWZ]\p{Cyrillic}|\p{Cyrillic}[bdfgjlqrsvwzDFGJLNQRSUVWZ]")
WORD_IN_SMALL = regex.compile(r"\b\p{Lu}?\p{Ll}{3,}\b")
VOWEL = regex.compile(r"[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿœəıаеёиоуыэюяәіөүұєї]", regex.IGNORECASE)
# Fonts of the nineties keep Kazakh letters in the places of Serbian and Macedonian ones; texts in those have no ы or я.
BALKAN = regex.compile(r"[ЂЃЉЊЋЌЏђѓљњћќџ]")
NOT_BALKAN = regex.compile(r"[ыэюяЫЭЮЯ]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a page is to be read, and why; `warning` names what is lost by it."""

    method: Method
    reason: str
    warning: str | None = None


def judge(evidence: Evidence, mode: Mode) -> Verdict:
    """Decide how to read a page; the first rule that answers decides."""
    if mode is Mode.FORCE_OCR:
        return Verdict(Method.OCR, "OCR was asked for")
    if mode is Mode.TEXT:
        return _as_asked(evidence)
    for rule in RULES:
        verdict = rule(evidence)
        if verdict is not None:
            return verdict
    return Verdict(Method.TEXT, "text layer")


def _as_asked(evidence: Evidence) -> Verdict:
    if evidence.characters:
        return Verdict(Method.TEXT, "text layer, which was asked for")
    warning = None if nothing_painted(evidence) else "the page has no text layer, and only text layers were asked for"
    return Verdict(Method.BLANK, "no text layer", warning)


def outside_the_page(evidence: Evidence, mode: Mode) -> Verdict:
    """Decide on a page whose whole text layer turned out to lie where it is not displayed."""
    if mode is not Mode.TEXT and (evidence.contents.pictures or evidence.contents.paths):
        return Verdict(Method.OCR, "text layer outside the page as displayed")
    return Verdict(Method.BLANK, "text layer outside the page as displayed")


def nothing_painted(evidence: Evidence) -> Verdict | None:
    """No text, picture or path, or no place for one: there is nothing to read."""
    contents = evidence.contents
    if min(evidence.width, evidence.height) < 1 or not (evidence.characters or contents.pictures or contents.paths):
        return Verdict(Method.BLANK, "nothing on the page")
    return None


def no_layer(evidence: Evidence) -> Verdict | None:
    """No text, but something is painted."""
    return None if evidence.characters else Verdict(Method.OCR, "no text layer")


def unseen_text(evidence: Evidence) -> Verdict | None:
    """Text that is not what the page shows, as a rule somebody's OCR: even the good do not beat a fresh reading."""
    if evidence.invisible >= MOST_OF_LAYER:
        scan = evidence.coverage >= MOST_OF_PAGE
        return Verdict(Method.OCR, "scan with an invisible text layer" if scan else "invisible text layer")
    if evidence.coverage >= MOST_OF_PAGE and evidence.hidden >= MOST_OF_LAYER:
        return Verdict(Method.OCR, "scan over a text layer")
    return None


def unmapped_glyphs(evidence: Evidence) -> Verdict | None:
    """Fonts that do not say which characters their glyphs are."""
    if len(UNMAPPED.findall(evidence.contents.text)) > UNMAPPED_SHARE * evidence.characters:
        return Verdict(Method.OCR, "glyphs without characters in the text layer")
    return None


def signs_for_letters(evidence: Evidence) -> Verdict | None:
    """Punctuation without words between: letters that the layer's font did not have."""
    tokens = LEADERS.sub(" ", evidence.contents.text).split()
    alone = sum(bool(PUNCTUATION.fullmatch(token)) for token in tokens)
    if alone >= FEWEST_SIGNS and alone >= ALONE_SHARE * len(tokens):
        return Verdict(Method.OCR, "signs in place of letters in the text layer")
    return None


def garbage_words(evidence: Evidence) -> Verdict | None:
    """Capitals and digits inside words: OCR in the wrong alphabet, or a font with the wrong characters."""
    return _if_common(evidence, ODD, ODD_SHARE, "capitals and digits inside the words of the text layer")


def mixed_alphabets(evidence: Evidence) -> Verdict | None:
    """Cyrillic and Latin letters in one word, and not for their likeness."""
    return _if_common(evidence, MIXED, MIXED_SHARE, "words of mixed alphabets in the text layer")


def mute_words(evidence: Evidence) -> Verdict | None:
    """Words without vowels: letters that stand for others."""
    words = WORD_IN_SMALL.findall(" ".join(evidence.words))
    mute = sum(not VOWEL.search(word) for word in words)
    if len(words) >= FEWEST_WORDS and mute >= MUTE_SHARE * len(words):
        return Verdict(Method.OCR, "words without vowels in the text layer")
    return None


def wrong_alphabet(evidence: Evidence) -> Verdict | None:
    """Cyrillic letters told as accented Western ones, Kazakh as Balkan ones: fonts older than Unicode."""
    text = evidence.contents.text
    if evidence.letters < FEW_LETTERS:
        return None
    western = len(WESTERN.findall(text)) >= WESTERN_SHARE * evidence.letters
    balkan = len(BALKAN.findall(text)) >= BALKAN_SHARE * evidence.letters and len(NOT_BALKAN.findall(text)) > 0
    if western or balkan:
        return Verdict(Method.OCR, "letters of a wrong alphabet in the text layer")
    return None


def drawn_letters(evidence: Evidence) -> Verdict | None:
    """Letters drawn as shapes beside hardly any text."""
    if evidence.contents.paths >= OUTLINES_FROM and evidence.letters < FEW_LETTERS:
        return Verdict(Method.OCR, "hardly any text beside many shapes")
    return None


def part_of_the_page(evidence: Evidence) -> Verdict | None:
    """A picture with writing on it that the layer leaves out: most of the page, or more than is told beside it."""
    if evidence.coverage < MUCH_OF_PAGE:
        return None
    caption = evidence.characters < CAPTION
    unread = 1.0 if caption and evidence.beside.mean() >= WHOLE_PAGE else evidence.unread
    if unread >= MOST_OF_PAGE or (unread and caption):
        return Verdict(Method.OCR, "text layer of a part of the page only")
    if unread:
        warning = f"a picture on {unread:.0%} of the page may hold text, which was not read: try --mode force-ocr"
        return Verdict(Method.TEXT, "text layer beside a picture", warning)
    return None


Rule = Callable[[Evidence], Verdict | None]
RULES: tuple[Rule, ...] = (
    nothing_painted,
    no_layer,
    unseen_text,
    unmapped_glyphs,
    signs_for_letters,
    garbage_words,
    wrong_alphabet,
    mixed_alphabets,
    mute_words,
    drawn_letters,
    part_of_the_page,
)


def _if_common(evidence: Evidence, sign: regex.Pattern[str], share: float, reason: str) -> Verdict | None:
    """OCR for `reason` when at least `share` of the words bear the sign."""
    bearing = sum(bool(sign.search(word)) for word in evidence.words)
    if len(evidence.words) >= FEWEST_WORDS and bearing >= share * len(evidence.words):
        return Verdict(Method.OCR, reason)
    return None
