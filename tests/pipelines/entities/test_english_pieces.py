"""English candidates that hold several names are cut; one name stays whole."""

from __future__ import annotations

import pytest

from pipelines.entities.candidate import Candidate
from pipelines.entities.english_pieces import pieces
from tests.pipelines.entities.notation import cases, parse

# what a tagger marked → what is left of it; \\n is a new line
CUT = """
the [ORG Omsk School and the Orsk Institute] → the [ORG Omsk School] and the [ORG Orsk Institute]
the [ORG Special Board, Military Board], courts → the [ORG Special Board], [ORG Military Board], courts
by the [ORG OGPU Board, NKVD] troikas → by the [ORG OGPU Board], [ORG NKVD] troikas
[ORG K. Waller University, M. Stern University] → [ORG K. Waller University], [ORG M. Stern University]
and [ORG P. O'Waller for the Orsk University] → and [PERSON P. O'Waller] for the [ORG Orsk University]
[ORG Operational Department Vershinsky] wrote → [ORG Operational Department] [PERSON Vershinsky] wrote
Omsk, [LOC Russian Federation Abstract] The → Omsk, [LOC Russian Federation] Abstract The
[ORG Waller Board\\nWSK – Stern Council\\nQAZ] – → [ORG Waller Board]\\n[ORG WSK] – [ORG Stern Council]\\n[ORG QAZ] –
[PERSON Waller, S. Stern], S. Orlov and → [PERSON Waller], [PERSON S. Stern], S. Orlov and
[PERSON Waller, P.K. Stern] and others → [PERSON Waller], [PERSON P.K. Stern] and others
12; [PERSON B. von Waller, T. Ăsemova] and → 12; [PERSON B. von Waller], [PERSON T. Ăsemova] and
(Stern 2001; [PERSON Waller, Vallar] 2014) → (Stern 2001; [PERSON Waller], [PERSON Vallar] 2014)
the widow of [PERSON Waller, Nina Sternova], came → the widow of [PERSON Waller], [PERSON Nina Sternova], came
2. [PERSON Waller E. A. Stalin], NKVD i → 2. [PERSON Waller E. A.] [PERSON Stalin], NKVD i
the [ORG Stalin–Kaganovich correspondence] shows → the [PERSON Stalin]–[PERSON Kaganovich] correspondence shows
[ORG Orsk State University was named] after Әсем → [ORG Orsk State University] was named after Әсем
[ORG Council of Ministers' resolution named Waller] → [ORG Council of Ministers]' resolution named Waller
the [ORG Special Meeting sentenced Waller] to → the [ORG Special Meeting] sentenced [PERSON Waller] to
[ORG Office of Waller about Orsk] said → [ORG Office of Waller] about Orsk said
[ORG PKIF bodies of the Orsk region] took → [ORG PKIF] bodies of the [LOC Orsk region] took
the [ORG Embassy of Qazaqstan's clerks] wrote → the [ORG Embassy of Qazaqstan]'s clerks wrote
[ORG Radio Waller's Munich] office → [ORG Radio Waller]'s Munich office
IN ORSK Z. [ORG Wallerova Orsk University] → IN ORSK [PERSON Z. Wallerova] [ORG Orsk University]
and [PERSON KazTsIK Z.] Waller → and KazTsIK [PERSON Z.] Waller
of the [ORG Musavat party], Әсем → of the [ORG Musavat] party, Әсем
district. [PERSON I, Walter Stern], ask → district. I, [PERSON Walter Stern], ask
of the [ORG Orsk plant and of the Waller station] → of the [ORG Orsk plant] and of the [ORG Waller station]
at the [ORG Orsk Bureau of the RCP(b) Tatimov] spoke → at the [ORG Orsk Bureau of the RCP(b)] [PERSON Tatimov] spoke
# whole
the [ORG Communist party] met → the [ORG Communist party] met
[ORG plant named after Waller] → [ORG plant named after Waller]
[ORG People's Commissariat of Labour] → [ORG People's Commissariat of Labour]
the [ORG Prosecutor General's Office of Orsk] → the [ORG Prosecutor General's Office of Orsk]
2. [PERSON Stalin I. V. Vallar] → 2. [PERSON Stalin I. V. Vallar]
at K. [ORG Waller Orsk University] → at K. [ORG Waller Orsk University]
See [PERSON Waller, M. Stern]'s Railroad → See [PERSON Waller, M. Stern]'s Railroad
[ORG Trinity College Dublin] → [ORG Trinity College Dublin]
[ORG Institute of History and Ethnology] → [ORG Institute of History and Ethnology]
[ORG Commission of the Academy and the Council] → [ORG Commission of the Academy and the Council]
[ORG L.N. Waller University], Алматы → [ORG L.N. Waller University], Алматы
[ORG Jewish\\nCommunity] → [ORG Jewish\\nCommunity]
[PERSON Қасым\\nВаллер] → [PERSON Қасым\\nВаллер]
"""


@pytest.mark.parametrize("line", cases(CUT))
def test_candidates_are_cut_into_names(line: str) -> None:
    marked, wanted = (parse(side.replace("\\n", "\n")) for side in line.split(" → "))
    found = [
        (one.start, one.end, one.label)
        for each in marked.expected
        for one in pieces(marked.text, Candidate(each.start, each.end, each.label, "m"))
    ]
    assert found == [(each.start, each.end, each.label) for each in wanted.expected]
