"""What is known of English words and worn type, for words that are none (`ingest.misspelt`): data."""

from __future__ import annotations

from typing import Final

# What worn type makes of a letter, as the recogniser prints it; the likeliest original first.
SHAPES: Final = {
    "a": ("e", "s", "o", "m", "u"),
    "b": ("h",),
    "c": ("e", "o"),
    "d": ("a",),
    "e": ("a", "c", "o"),
    "f": ("t",),
    "g": ("c", "e"),
    "h": ("n", "b"),
    "i": ("l", "f", "t"),
    "k": ("h",),
    "l": ("i",),
    "m": ("n", "un", "w"),
    "n": ("h", "m", "u"),
    "o": ("c", "a", "e"),
    "p": ("m",),
    "q": ("a",),
    "r": ("n", "t"),
    "s": ("a", "e", "c"),
    "t": ("f", "l"),
    "u": ("n", "a", "m"),
    "v": ("p",),
    "w": ("m",),
    "x": ("k", "r"),
    "é": ("d", "e"),
    "cl": ("d",),
    "ii": ("h", "n", "u"),
    "li": ("h",),
    "rn": ("m",),
    "vm": ("wn",),
    "vv": ("w",),
}
# The commonest words, which a short word that is none is taken for.
COMMON: Final = frozenset(
    """
    the and that this they them then there their these than was were what when where which who has had have
    her his him she but not for from with been being are of to in is it as at be by on or we an all any can
    did one our out some such only other into more would could should about after before because also between
    under until will may must made many time year if so no up my you your do most over how now its said those
    while same very each
    """.split()  # noqa: SIM905 - a list of quoted words would be six times as long
)

# In dictionaries made of what is found on the network, but no words: `ond` for and, `tbe` for the.
NO_WORDS: Final = frozenset(
    """
    ahd ahe amd aud bcen bnt bv cau cne cvery dnd fcr fhe fron frou fram hcr hes hed hie ihe ior irom itn ln
    ls lt ner nis nad oan onc ond ono snd sne tbat tbe thc thet tho thot thst thut tke tnat tne tney trom tuen
    uot waa wbich whan whieh whioh wiih witb wlth wos wcre yeu
    """.split()  # noqa: SIM905 - a list of quoted words would be six times as long
)

# No English words, but in English books about these archives, where dictionaries have few of them.
FOREIGN: Final = frozenset(
    """
    akyn artel arteli aul aula auls bai bais batyr bey beys bis delo der desiatina des des die du est et fond
    fondy gubernia jataks kolkhoz kolkhozes kolkhozy kopek kopeks kulak kulaks kumis kumys lageri list listy
    maslikhat oblast oblasts okrug okrugs opis opisi pood poods raion raions ruble rubles sovkhoz sovkhozes
    troika troikas uezd uezds und verst versts volost volosts von yurt yurta yurts zek zeks zemstvo zhuz zum
    zur
    """.split()  # noqa: SIM905 - a list of quoted words would be six times as long
)
