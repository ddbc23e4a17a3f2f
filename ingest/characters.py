"""Single characters made plain: NFC, ordinary spaces, no ligatures, nothing invisible."""

from __future__ import annotations

import re
import unicodedata

SOFT_HYPHEN = "\u00ad"
LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
SPACES_AT_BREAK = re.compile(" *\n *")
SPACES = re.compile(" {2,}")

# Characters that say the same as plainer ones. Only typographic variants of letters and hyphens stand here;
# NFKC would do this too, but also turn № into No and ½ into 1⁄2.
PLAIN = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "\u2010": "-",  # hyphen
    "\u2011": "-",  # non-breaking hyphen
    "\u2043": "•",  # hyphen bullet
    "\uf0b7": "•",  # Symbol font's bullet, in the private use area
    "\uf0a7": "▪",  # Wingdings' square bullet
    "\uf02d": "-",  # Symbol font's hyphen
}


def plain_characters(text: str) -> str:
    r"""Answer `text` in NFC with one kind of space and of line break, ligatures spelt out, invisible characters gone.

    Line breaks become `\n`, tabs stay, every other space is U+0020. Soft hyphens stay: what they mean depends on
    where they stand.
    """
    text = LINE_BREAKS.sub("\n", text)
    return unicodedata.normalize("NFC", "".join(map(_plain_character, text)))


def without_soft_hyphens(text: str) -> str:
    """Answer `text` without soft hyphens, in NFC."""
    return unicodedata.normalize("NFC", text.replace(SOFT_HYPHEN, "")) if SOFT_HYPHEN in text else text


def single_spaces(text: str) -> str:
    """Answer `text` with runs of spaces made one, and none beside a line break."""
    return SPACES_AT_BREAK.sub("\n", SPACES.sub(" ", text)).strip(" ")


def _plain_character(character: str) -> str:
    if character in "\n\t" or character == SOFT_HYPHEN or " " <= character <= "~":
        return character
    if character in PLAIN:
        return PLAIN[character]
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    # Cc controls, Cf joiners and writing directions, Cs lone surrogates, Cn noncharacters
    return "" if category in {"Cc", "Cf", "Cs", "Cn"} else character
