"""Orders, archives, camps, places and abbreviations, as data with evidence: `load_lexicon` reads them."""

from __future__ import annotations

from models.lexicon.entries import Archive, Camp, LetterArticle, Lexicon, Order, Organisation, Place, fold
from models.lexicon.loading import load_lexicon

__all__ = [
    "Archive",
    "Camp",
    "LetterArticle",
    "Lexicon",
    "Order",
    "Organisation",
    "Place",
    "fold",
    "load_lexicon",
]
