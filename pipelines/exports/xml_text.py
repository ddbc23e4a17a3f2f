"""What XML can hold of any text, and the bytes of an XML file: the same for the same tree."""

from __future__ import annotations

import regex
from lxml import etree

FORBIDDEN = regex.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """The text with the characters that XML forbids replaced by U+FFFD; no character moves."""
    return FORBIDDEN.sub("\ufffd", text)


def serialized(root: etree._Element) -> bytes:
    """The tree as UTF-8 with a declaration; texts keep their white space."""
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"
