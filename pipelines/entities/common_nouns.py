"""Capitalised English words that name nobody and nothing by themselves: peoples, followers, bodies without a name."""

from __future__ import annotations

import regex

from document import Label
from pipelines.entities.candidate import Candidate

NAMES = frozenset({Label.PERSON, Label.ORG, Label.LOC})
# In the plural only: `German` may be a given name.
PEOPLES = frozenset(
    """
    Kazakhs Kazaks Qazaqs Russians Ukrainians Belorussians Byelorussians Poles Germans Koreans Chechens Ingush Balkars
    Karachais Karachays Karachai Kalmyks Kalmuks Tatars Bashkirs Turks Turkmens Turkmen Tajiks Tadzhiks Uzbeks Kirghiz
    Kyrgyz Karakalpaks Uighurs Uyghurs Dungans Kurds Greeks Armenians Azerbaijanis Georgians Meskhetians Bulgarians Jews
    Finns Estonians Latvians Lithuanians Letts Czechs Slovaks Hungarians Magyars Austrians Romanians Rumanians Italians
    Spaniards Frenchmen Englishmen Americans Japanese Chinese Mongols Buryats Buriats Yakuts Chuvash Mordvins Udmurts
    Persians Iranians Afghans Arabs Serbs Croats Yugoslavs Swedes Danes Norwegians Dutchmen Muslims Moslems Christians
    Orthodox Mennonites Baptists Cossacks Basmachi Bolsheviks Mensheviks Trotskyites Trotskyists Trotskyist
    Zinovievites Zinovievists Bukharinites Leninists Stalinists Communists Fascists Nazis Bais Kulaks Chekists Narkoms
    Komsomols Stakhanovites Decembrists Alashists Europeans Asians Volksdeutsche
    Jesuit Jesuits Uniates
    """.split()  # noqa: SIM905 - a list of quoted names would be twice as long
)
BODIES = frozenset(
    """
    Oblast Region District Rayon Raion Krai Uezd Volost Okrug Kolkhoz Sovkhoz Commission Committee Bureau Embassy
    Legation Government Court Plenum Congress Conference Board Department Directorate Ministry Minister Institute
    University Consulate Presidium Secretariat Tribunal Prosecutor Minutes Protocol Chapter Table Figure Appendix
    Abstract Keywords Introduction Conclusion Discussion Bibliography References Excellency Majesty Historiographical
    """.split()  # noqa: SIM905 - as above
)
CHAPTER = regex.compile(
    r"(?:Chapter|Section|Part|Table|Article|Appendix|Session|Figure|Act|Volume|Book)\s(?:[IVXL]+|\d+)\.?"
)

# Gatherings are no institutions: `Sixth Party Conference`, `Second All-Kazakh Congress of Soviets`.
GATHERING = regex.compile(
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|\d+(?:st|nd|rd|th)|[IVX]+)\s"
    r"(?:\p{Lu}[\p{L}-]+\s){0,4}(?:Congress|Conference|Plenum|Session)(?:\sof\s.+)?"
)
PERIODICALS = regex.compile(
    r"(?:\p{Lu}\p{L}+\s)?Pravda|Izvesti[iy]?a|Trud|Hansard|HANSARD|Krasnaya\sZvezda|Sovetskaya\sStep['’]?|Ogonyok|Novy\sMir"
    r"|(?:Enbekshi|Egemen|Sotsialistik)\s\p{Lu}\p{L}+|Leninshil\sZhas|A[iy]qap|Deutsche\sZentral-Zeitung|Neues\sLeben|The\sTimes"
)
# Newspapers, journals and ships are not tagged: `the newspaper [PERSON Qazaq]`.
PERIODICAL_BEFORE = regex.compile(
    r"(?<!\p{L})(?:newspapers?|journals?|magazines?|almanac|weekly|gazette|steamers?|steamships?|icebreaker)\s[\"“«‘']?$"
)
LONGEST_BEFORE = 14


def is_periodical(text: str, candidate: Candidate) -> bool:
    """Whether a candidate is a newspaper, a journal or a ship: a known one, or by the word before it."""
    since = max(0, candidate.start - LONGEST_BEFORE)
    return candidate.label in NAMES and bool(
        PERIODICAL_BEFORE.search(text, since, candidate.start)
        or PERIODICALS.fullmatch(text, candidate.start, candidate.end)
    )


def is_common(text: str, candidate: Candidate) -> bool:
    """Whether a candidate is only a capitalised common noun: `the [ORG Oblast]`, `[PERSON Karachais]`, `Chapter IV`."""
    if candidate.label not in NAMES:
        return False
    name = text[candidate.start : candidate.end]
    return name in PEOPLES or name in BODIES or bool(CHAPTER.fullmatch(name) or GATHERING.fullmatch(name))
