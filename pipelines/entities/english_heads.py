"""Words that English institutions are built around: what they are."""

from __future__ import annotations

HEADS = (
    "University|Institute|School|College|Academy|Museum|Library|Theatre|Foundation|Society|Union|League|Party|Council|Committee"
    "|Commission|Commissariat|Ministry|Department|Directorate|Administration|Bureau|Collegium|Court|Embassy|Legation|Consulate"
    "|Hospital|Bank|Trust|Plant|Factory|Works|Cent(?:er|re)"
)
"""Alternatives of a pattern."""
