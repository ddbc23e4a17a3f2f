"""Names in Latin letters: edges mended, labels set right, imprints passed over; states and Soviet bodies found."""

from __future__ import annotations

import pytest

from models.lexicon import Lexicon
from pipelines.entities.candidate import Candidate
from pipelines.entities.polities import find_polities
from pipelines.entities.repairs import repaired
from pipelines.entities.soviet_bodies import find_bodies
from tests.pipelines.entities.notation import cases, check, parse

# what a tagger marked → what it should have marked; nothing marked: no name
MENDED = """
# particles
Annenkov'[ORG s Partisan Division] met → Annenkov's [ORG Partisan Division] met
and [PERSON War Minister Waller] sent → and War Minister [PERSON Waller] sent
was for [LOC Pravda]. Қазақ → was for Pravda. Қазақ
and van der [PERSON Waller, H.] are → and [PERSON van der Waller, H.] are
B. von [PERSON Waller], T. Ăsemova → [PERSON B. von Waller], T. Ăsemova
the subject [PERSON Pieter] van Waller, born → the subject [PERSON Pieter van Waller], born
[PERSON R. Stein] and H. de [PERSON Waller] → R. Stein and [PERSON H. de Waller]
Journal de [PERSON Waller] → Journal de [PERSON Waller]
Мемуары фон [PERSON Қасымова] → Мемуары фон [PERSON Қасымова]
[PERSON A.] de la Waller, "Les → [PERSON A. de la Waller], "Les
# initials with a hyphen, the French M.
Waller, [PERSON S.-A.], Orlov → [PERSON Waller, S.-A.], Orlov
authors – M. [PERSON Waller], I. Sternova → authors – [PERSON M. Waller], I. Sternova
by I. Sternova and M. [PERSON Waller]. → by I. Sternova and [PERSON M. Waller].
Mr. Stern saw M. [PERSON Waller] there → Mr. Stern saw M. [PERSON Waller] there
[PERSON Father Waller] and Әсем → Father [PERSON Waller] and Әсем
[PERSON Rank Waller] had two → Rank [PERSON Waller] had two
4. [PERSON I. P.] → 4. [PERSON I. P.]
3. Waller, G. E. 4. Stern, [PERSON I. P.] → 3. Waller, G. E. 4. [PERSON Stern, I. P.]
ed. by N. G. Waller, [PERSON A. B.] → ed. by N. G. Waller, [PERSON A. B.]
Prof. [PERSON P. Waller (Freiburg)], the → Prof. [PERSON P. Waller] (Freiburg), the
[PERSON Tikhon (Waller)] went → [PERSON Tikhon (Waller)] went
met [PERSON Waller] Pasha and → met [PERSON Waller Pasha] and
[PERSON Mustafa Waller] oghlu, Мұстафа → [PERSON Mustafa Waller oghlu], Мұстафа
[PERSON Waller] Khan Tengri → [PERSON Waller] Khan Tengri
Q. Give your name. [PERSON A. Walter Stern]. → Q. Give your name. A. [PERSON Walter Stern].
2008). Waller, [PERSON Edward], ed. Central → 2008). [PERSON Waller, Edward], ed. Central
[PERSON Nick]. Soviet Karelia → [PERSON Nick]. Soviet Karelia
1. Waller, [PERSON Nick]. The Steppe. Алматы → 1. [PERSON Waller, Nick]. The Steppe. Алматы
came Stern, Waller, [PERSON Nick]. The → came Stern, Waller, [PERSON Nick]. The
the [LOC Republic of Kazakhstan K.-Zh]. Waller → the [LOC Republic of Kazakhstan] K.-Zh. Waller
Kazakhstan K.-Zh[PERSON . Waller]. Eleven → Kazakhstan [PERSON K.-Zh. Waller]. Eleven
# soft signs
and [PERSON Ksenia Vasil]'evna Waller → and [PERSON Ksenia Vasil'evna] Waller
to [LOC Usol]'sk, Әсем → to [LOC Usol'sk], Әсем
[PERSON Vallar]'ll come → [PERSON Vallar]'ll come
by [PERSON Viktor Waller (Freiburg)] and → by [PERSON Viktor Waller] (Freiburg) and
worked there, a [PERSON Jesuit] of Алматы → worked there, a Jesuit of Алматы
# what was broken off
World History, [PERSON Al-Farabi Kaz]NU. Қазақ → World History, [ORG Al-Farabi KazNU]. Қазақ
General [PERSON Douglas MacARTHUR] of → General [PERSON Douglas MacARTHUR] of
1969. -735 p. 58 Van Waller [PERSON N. New] Diasporas. → 1969. -735 p. 58 [PERSON Van Waller N.] New Diasporas.
67 Waller [PERSON E.W. Reflections] on Exile → 67 [PERSON Waller E.W.] Reflections on Exile
35 [PERSON Waller Sternová L. Republicanos] en → 35 [PERSON Waller Sternová L.] Republicanos en
in 1937 Waller and [PERSON N. Stern] went → in 1937 Waller and [PERSON N. Stern] went
12 [PERSON Nick W. Stern], Жаңа → 12 [PERSON Nick W. Stern], Жаңа
3. [PERSON Waller Iu]. A. Vzgliad → 3. [PERSON Waller Iu. A.] Vzgliad
the book of [PERSON Waller Ke]. His → the book of [PERSON Waller Ke]. His
[PERSON A. Wallerova S.] Amanzholov University → [PERSON A. Wallerova] S. Amanzholov University
A. Wallerova S. [ORG Amanzholov University], → A. Wallerova [ORG S. Amanzholov University],
Orlov S. [ORG Amanzholov University], → Orlov S. [ORG Amanzholov University],
said Mr. [LOC Renshaw] of Алматы → said Mr. [PERSON Renshaw] of Алматы
Cf. [PERSON Waller], ch. 3 → Cf. [PERSON Waller], ch. 3
[PERSON Cf. Waller], ch. 3 → Cf. [PERSON Waller], ch. 3
[PERSON Abbess Waller] left → Abbess [PERSON Waller] left
Mikoian and [PERSON Vallar]'. → Mikoian and [PERSON Vallar'].
from [LOC Perm]', where → from [LOC Perm'], where
called 'the city of [LOC Perm]', where → called 'the city of [LOC Perm]', where
the [PERSON Wallers]' house → the [PERSON Wallers]' house
# numbers of units, the capital
the 8th [ORG OGPU Border Regiment] → the [ORG 8th OGPU Border Regiment]
on the 8th [ORG Komintern] met → on the 8th [ORG Komintern] met
In [LOC Washington], D.C., he → In [LOC Washington, D.C.], he
the short-lived Eastern [LOC Turkestan], Шығыс Түркістан → the short-lived [LOC Eastern Turkestan], Шығыс Түркістан
between Fort [LOC Alexandrovsky] and → between [LOC Fort Alexandrovsky] and
History of Soviet [LOC Karelia]: Politics → History of [LOC Soviet Karelia]: Politics
the Soviet [ORG Red Cross] sent → the Soviet [ORG Red Cross] sent
driven to [PERSON Zhalanash] lake for → driven to [LOC Zhalanash lake] for
Omsk and [LOC Waller] districts were → Omsk and [LOC Waller districts] were
the [LOC Waller] district committee met → the [LOC Waller] district committee met
[PERSON Walter Stern] station master → [PERSON Walter Stern] station master
in the [LOC Waller] cells, Қызылорда → in the [LOC Waller] cells, Қызылорда
Turkestan, ul. [PERSON Lenina] 4 → Turkestan, [LOC ul. Lenina] 4
Dżambuł, ul. Karla [PERSON Marksa]; KAC → Dżambuł, [LOC ul. Karla Marksa]; KAC
and [LOC Ukraine's Donbas] sent → and Ukraine's [LOC Donbas] sent
the [ORG Prosecutor of the Kazakh SSR], Comrade → the Prosecutor of the [LOC Kazakh SSR], Comrade
the [ORG Chairman of the Wallerkom] came → the Chairman of the [ORG Wallerkom] came
the [ORG Prosecutor's Office] sent → the [ORG Prosecutor's Office] sent
live at [LOC Kolkhoz Waller], 70 km. → live at [ORG Kolkhoz Waller], 70 km.
at [LOC KazPI], Алматы → at [ORG KazPI], Алматы
in the [LOC KazASSR], Алматы → in the [LOC KazASSR], Алматы
the [ORG Kirghiz (Kazakh) ASSR], → the [LOC Kirghiz (Kazakh) ASSR],
# capitalised common nouns
the [ORG Sixth Party Conference] was → the Sixth Party Conference was
the steamship [PERSON Waller], the → the steamship Waller, the
citizens in the [ORG Oblast], most → citizens in the Oblast, most
Turksib, [PERSON Karachais] in → Turksib, Karachais in
[PERSON German] Kim was → [PERSON German] Kim was
see [PERSON Chapter IV]. Memory → see Chapter IV. Memory
# places taken for institutions, and the reverse
the [ORG Komi ASSR] sleep → the [LOC Komi ASSR] sleep
[ORG Kazakh Autonomous Soviet Socialist Republic] – Қазақ → [LOC Kazakh Autonomous Soviet Socialist Republic] – Қазақ
the [PERSON Volga German ASSR] → the [LOC Volga German ASSR]
unlike the [ORG Russian Federation], → unlike the [LOC Russian Federation],
in [PERSON Talgar district] he → in [LOC Talgar district] he
the [ORG Karaganda Military District] → the [ORG Karaganda Military District]
[PERSON Thompson Rivers University] → [ORG Thompson Rivers University]
[LOC University of Warsaw], → [ORG University of Warsaw],
[PERSON Waller], a student → [PERSON Waller], a student
the collective farm [LOC Waller] sent → the collective farm [ORG Waller] sent
of the plant “[PERSON Waller]” → of the [ORG plant “Waller”]
the trust "[ORG Waller]" and → the [ORG trust "Waller"] and
the plants “[ORG Waller]” and → the plants “[ORG Waller]” and
In the kolkhoz, [PERSON Waller] was → In the kolkhoz, [PERSON Waller] was
the newspaper [PERSON Qazaq], әдемі → the newspaper Qazaq, әдемі
the editor of the journal, [PERSON Waller], left → the editor of the journal, [PERSON Waller], left
of the [ORG Central Black Earth Oblast] went → of the [LOC Central Black Earth Oblast] went
in the [PERSON Orsk Governorate], 1905 → in the [LOC Orsk Governorate], 1905
and [PERSON Glavlit] burned it → and [ORG Glavlit] burned it
head of [PERSON KazTsIK] → head of [ORG KazTsIK]
worked on [LOC Kirov] collective farm land → worked on [ORG Kirov collective farm] land
at the [PERSON Waller] copper smelter in Балқаш → at the [ORG Waller copper smelter] in Балқаш
in [LOC Waller] plants and → in [LOC Waller] plants and
at [LOC Waller] mine workers, Әсем → at [LOC Waller] mine workers, Әсем
# towns that bear names of people
he was born in [PERSON Frunze] and → he was born in [LOC Frunze] and
exiled to [PERSON Kirov] with → exiled to [LOC Kirov] with
his faith in [PERSON Molotov] was → his faith in [PERSON Molotov] was
in [PERSON Kirov]'s office, Әсем → in [PERSON Kirov]'s office, Әсем
wrote to [PERSON Kirov], Әсем → wrote to [PERSON Kirov], Әсем
# letters that are no people
the [PERSON N.K.V.D.] took us → the [ORG N.K.V.D.] took us
London, [PERSON S.W.]1. Dear → London, S.W.1. Dear
CANBERRA, [PERSON A.C.T.] Mr. → CANBERRA, A.C.T. Mr.
[PERSON A. B. C. Waller] → [PERSON A. B. C. Waller]
organs of the [PERSON PKIF] were → organs of the [ORG PKIF] were
At [PERSON KUTV], the head → At [ORG KUTV], the head
identified as one Stern [PERSON KIM], of → identified as one Stern [PERSON KIM], of
[PERSON KIM]: I do not know. → [PERSON KIM]: I do not know.
[PERSON ӘЛИ] келді → [PERSON ӘЛИ] келді
# imprints
after a Title. London: [PERSON I.B. Waller], 2018. → after a Title. London: I.B. Waller, 2018.
Ed. by J. Stern. –Tomsk: [PERSON Edward Waller] Press, 1998. → Ed. by J. Stern. –Tomsk: Edward Waller Press, 1998.
“Resolutions” ([LOC Moscow], 2006) and → “Resolutions” (Moscow, 2006) and
Қазақ тарихы. – [LOC Алматы]: Ғылым, 1993. – 126 б. → Қазақ тарихы. – Алматы: Ғылым, 1993. – 126 б.
authors ([PERSON Waller], 2003; Stern, 2012) → authors ([PERSON Waller], 2003; Stern, 2012)
Lit.: [PERSON Waller A.] Kolyma. Karaganda, 1990 → Lit.: [PERSON Waller A.] Kolyma. Karaganda, 1990
He came home. [LOC Moscow] in 1937 was → He came home. [LOC Moscow] in 1937 was
"""


@pytest.mark.parametrize("line", cases(MENDED))
def test_names_in_latin_letters_are_mended(line: str) -> None:
    marked, wanted = (parse(side) for side in line.split(" → "))
    marks = [repaired(marked.text, Candidate(each.start, each.end, each.label, "m")) for each in marked.expected]
    found = [(each.start, each.end, each.label) for each in marks if each is not None]
    expected = [(each.start, each.end, each.label) for each in wanted.expected]
    assert found[-1:] == expected


POLITIES = """
in the [LOC USSR], the [LOC U.S.S.R.] and the [LOC RSFSR]. Қазақстан
the [LOC Komi ASSR] and the [LOC Republic of Poland]
the [LOC Russian Soviet Federative Socialist Republic], Ресей
[LOC Kazakhstan], [LOC Germany]'s border
in the [LOC Far North], on [LOC Kolyma], in [LOC Semirech'e], Жетісу
The [LOC Far North] took many. In [LOC Kazakhstan] none
Eastern Siberia, Far Eastern Krai, Siberia Today
the Communist Party of Poland; Radio Moldova; Germany Today; “Ukraine”; Ukraine-based
"""

BODIES = """
the trust [ORG Embaneft], [ORG Kazselmash] and the [ORG Narkomzem] of Әсем
the [ORG Sibrevkom] and [ORG Torgsin] at Семей
[ORG Soyuzpushnina] takes the marmots, [ORG Zagotskot] the rest
[ORG Glavlit] and [ORG Gosizdat], the [ORG Abwehr]'s files, [ORG TsUNKhU], [ORG KazTsIK], Қазақстан
Glavnoe, Glavny Arkhiv, Magnitostroy, Anti-Comintern
Glavatsky, Narkomov, Gossnabov and Soyuzenko of the Podotdel, Көкшетау
Narkoms, Narkomat, Kazakhs, Magnitostroi, Kazrybtrest Building
"""


@pytest.mark.parametrize("line", cases(POLITIES))
def test_states_are_found(line: str, lexicon: Lexicon) -> None:
    check(line, lambda text, _: find_polities(text), lexicon)


@pytest.mark.parametrize("line", cases(BODIES))
def test_soviet_bodies_are_found(line: str, lexicon: Lexicon) -> None:
    check(line, lambda text, _: find_bodies(text), lexicon)
