"""Text is settled here, once, before any offset exists: characters, look-alike letters, certain misreadings."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.characters import SOFT_HYPHEN, plain_characters, single_spaces, without_soft_hyphens
from ingest.hyphens import BREAKS, HYPHENS, PUNCTUATION, join_at_break
from ingest.lookalikes import Script, Surroundings, fold_between, fold_word, script_of, surroundings_of
from ingest.number_signs import with_number_signs


def settle_text(text: str) -> str:
    """Answer running text settled: NFC, plain characters, look-alikes folded, words broken at line ends whole again.

    Line breaks stay, a mended word on the line where it began; settled text comes back unchanged.
    """
    lines = [line.split(" ") for line in single_spaces(plain_characters(text).replace("\t", " ")).split("\n")]
    lines = [[_inside(word) for word in words] for words in lines]
    folded = [[word for word in words if word] or [""] for words in _folded(lines)]
    whole = _folded(_rejoined(folded))  # once more: halves of a broken word may have been taken for two scripts
    return "\n".join(" ".join(_settled_line(words)) for words in whole)


def settle_lines(lines: Sequence[Sequence[str]]) -> list[list[str]]:
    """Answer the words of each line settled one by one, as many as were given.

    A word may come out empty. A soft hyphen or `¬` at its end stays: it says how the word meets the next line.
    """
    return [_settled_line(words) for words in _folded(lines)]


def _folded(lines: Sequence[Sequence[str]]) -> list[list[str]]:
    plain = [[_settled_characters(word) for word in words] for words in lines]
    folded = [[fold_word(word, Surroundings.UNKNOWN) for word in words] for words in plain]
    surroundings = surroundings_of([word for words in folded for word in words])
    return [[fold_word(word, surroundings) for word in words] for words in folded]


def settle_halves(left: str, right: str) -> tuple[str, str]:
    """Answer the two halves of a word that was broken, their letters folded as those of the one word they are.

    Each by itself may have been taken for another script: `рес` and `pec` look alike.
    """
    whole = fold_word(left + right, Surroundings.UNKNOWN)
    return (whole[: len(left)], whole[len(left) :]) if len(whole) == len(left) + len(right) else (left, right)


def known_words(lines: Sequence[Sequence[str]]) -> frozenset[str]:
    """The words of a text in lower case, but for those broken at line ends: evidence for what a broken word may be."""
    known: set[str] = set()
    broken = False
    for words in lines:
        known.update(word.strip(PUNCTUATION).lower() for word in words[broken:] if not word.endswith(HYPHENS))
        broken = bool(words) and words[-1].endswith(HYPHENS)
    return frozenset(known)


def _settled_characters(word: str) -> str:
    return _inside(plain_characters(word).replace("\n", " ").replace("\t", " "))


def _inside(word: str) -> str:
    """`word` without soft hyphens, but for one that ends it."""
    settled = single_spaces(without_soft_hyphens(word))
    return settled + SOFT_HYPHEN if settled and word.endswith(SOFT_HYPHEN) else settled


def _settled_line(words: Sequence[str]) -> list[str]:
    """Rules that look at the neighbours: letters between Cyrillic words, number signs before numbers."""
    lettered = [place for place, word in enumerate(words) if any(map(str.isalpha, word))]
    settled = list(words)
    for order, place in enumerate(lettered):
        before = settled[lettered[order - 1]] if order else ""
        after = settled[lettered[order + 1]] if order + 1 < len(lettered) else ""
        settled[place] = fold_between(settled[place], before or after, after or before)
    if sum(script_of(word) is Script.CYRILLIC for word in settled) * 2 > len(lettered):
        settled = with_number_signs(settled)
    return settled


def _rejoined(lines: list[list[str]]) -> list[list[str]]:
    known = known_words(lines)
    settled = [lines[0]]
    for words in lines[1:]:
        last = settled[-1][-1]
        joint = join_at_break(last, words[0], known)
        if joint.glue:
            settled.append(words)
            continue
        settled[-1][-1] = joint.left + words[0]
        if settled[-1][-1].endswith(HYPHENS):
            settled[-1] += words[1:]  # a line end here would break another word
        elif words[1:]:
            settled.append(words[1:])
    return [[settle_unbroken(word) for word in words] for words in settled]


def settle_unbroken(word: str) -> str:
    """Answer a word that meets no other without the sign of its break."""
    return without_soft_hyphens(word) if word.endswith(BREAKS) else word
