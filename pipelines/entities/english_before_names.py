"""English words that stand before a name and are no part of it: what begins a sentence, forms of address."""

from __future__ import annotations

OPENINGS = (
    "The|An?|In|On|At|To|By|For|From|With|And|But|As|When|While|After|Before|Under|Through|Then|There|Here|This|That|Every|Each"
    "|Our|My|Their|His|Her|Its|Both|Neither|No|Another|According"
)
"""Alternatives of a pattern."""
ADDRESSES = (
    r"Mr\.?|Mrs\.?|Messrs\.|Dr\.?|Prof\.|Professor|Comrades?|Captain|Colonel|Major|Lieutenant|Lt\.|Col\.|Capt\.|Maj\."
    r"|Sgt\."
)
"""Alternatives of a pattern; rank or title, with or without its point."""
