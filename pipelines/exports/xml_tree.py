"""Trees of XML: elements of a name space, what XML can hold of any text, the bytes of a file: the same for one tree.

The only module that knows lxml.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex
from lxml import etree

# Its own name is private, though it is what every tree is made of.
Element = etree._Element
XML = "{http://www.w3.org/XML/1998/namespace}"
FORBIDDEN = regex.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class NameSpace:
    """Makes elements of one name space."""

    name: str

    def root(self, tag: str) -> Element:
        """The element around a tree, in which the name space is the default one."""
        return etree.Element(f"{{{self.name}}}{tag}", nsmap={None: self.name})  # type: ignore[dict-item] # the stubs forget the default name space

    def child(self, parent: Element, tag: str, **attributes: str) -> Element:
        """A new last element within another."""
        return etree.SubElement(parent, f"{{{self.name}}}{tag}", attributes)


def printable(text: str) -> str:
    """The text with the characters that XML forbids replaced by U+FFFD; no character moves."""
    return FORBIDDEN.sub("\ufffd", text)


def serialized(root: Element) -> bytes:
    """The tree as UTF-8 with a declaration; texts keep their white space."""
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"
