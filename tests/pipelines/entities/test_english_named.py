"""English names whose form is plain: authors cited, sons and daughters, regions, numbered settlements, committees."""

from __future__ import annotations

import pytest

from models.lexicon import Lexicon
from pipelines.entities.english_named import find_english
from tests.pipelines.entities.notation import cases, check

NAMED = """
# sons and daughters
and [PERSON Zeinep Tursun kyzy] with [PERSON Ali Rza ogly] of Алматы
Then [PERSON Qasym Toqtar uly] said
a kyzy of the Tursun uly
# authors in brackets
studies ([PERSON Waller] 1968; [PERSON Stern] and [PERSON Vallar] 1999, 41–57; see also [PERSON Orlova A.] 2011: 14)
([PERSON Sternova], 2009: 61–63)
([PERSON K. Waller] and [PERSON T. Stern] 2004)
[PERSON Waller] (2004, 187) and [PERSON Stern] and [PERSON Vallar] (1994: 12) say
(Moscow 1991), (Spring 2002), The Steppe (Ithaca, 2016), the year (1937), Waller (1937), (PhD, Harvard, 2018)
# lists of works
[PERSON Vallar, Talas]. Qyzyl qyrghyn. Almaty: Sanat, 1997.
7. [PERSON Waller, Nick B.], and [PERSON Khadisha Stern]. The Steppe. Алматы, 1984.
23. [PERSON Wallerova, N. A.] Narodnye vosstaniia v stepi. Алматы, 2011.
Waller, Stern. The Steppe is wide.
London, England. A letter of 1937 was found. Қызылорда
Karaganda, Kazakhstan. The archive opened in 1991.
Monday, May. The year 1937 began badly.
(World Cup 1966), (Chernobyl 1986), (Glasnost and Perestroika 1987), Moscow (1999, 12)
# letters
[ORG CIA] estimates and the [ORG NKVD]'s lists, the [ORG IKKI], Қазақстан
anti-NKVD, NKVD-MVD, KIM, ЦИК, VKP (b)
# places
[LOC settlement No. 12] and [LOC aul no. 4], Қызылорда
In the [LOC Steppe Governorate-General], the [LOC Akmolinsk uezd], [LOC Western Siberian Krai]
the Akmolinsk oblast committee and the Karaganda Oblast Court
The Oblast, the Kazakh oblast, Military Okrug
# committees
to [ORG CC VKP(b)], [ORG CC CP(b) of Kazakhstan], the [ORG Politburo of the CC RKP(b)], [ORG TsK KP(b)K], ЦК ВКП(б)
CC and the party
"""


@pytest.mark.parametrize("line", cases(NAMED))
def test_plain_english_names_are_found(line: str, lexicon: Lexicon) -> None:
    check(line, lambda text, _: find_english(text), lexicon)
