"""Words that English institutions are built around: what they are, or are of a district."""

from __future__ import annotations

HEADS = (
    "University|Institute|School|College|Academy|Museum|Library|Theatre|Foundation|Society|Union|League|Party|Council|Committee"
    "|Commission|Commissariat|Ministry|Department|Directorate|Administration|Bureau|Collegium|Court|Embassy|Legation|Consulate"
    "|Hospital|Bank|Trust|Plant|Factory|Works|Cent(?:er|re)"
)
"""Alternatives of a pattern."""
OF_DISTRICTS = (
    "committee|party|executive|soviet|court|department|bureau|branch|office|section|militia|prosecutor|council|troika"
    "|administration|commission|directorate|prison"
)
"""What stands behind the name of a district where an institution of it is meant: `Osakarovka district committee`."""
