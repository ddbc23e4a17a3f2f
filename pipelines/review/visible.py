"""Text from documents made fit to be looked at: signs that are not seen, or turn what is, become signs that are."""

from __future__ import annotations

REPLACED = "\N{REPLACEMENT CHARACTER}"
# One character for one, so that offsets hold: control characters as their pictures; what changes the direction of
# writing, by which a name can pretend to be another, and halves of surrogate pairs as a sign of something not shown.
SIGNS = (
    {number: chr(0x2400 + number) for number in range(32) if chr(number) not in "\t\n"}
    | {0x7F: "\N{SYMBOL FOR DELETE}"}
    | dict.fromkeys(range(0x80, 0xA0), REPLACED)
    | dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), REPLACED)
    | dict.fromkeys(range(0xD800, 0xE000), REPLACED)
)


def visible(text: str) -> str:
    """The text with as many characters, none of which hides or turns what stands around it."""
    return text.translate(SIGNS)
