"""Korean names, surname first, as Russian papers and English ones write them."""

from __future__ import annotations

from collections.abc import Sequence

import regex

KOREAN = frozenset(
    """
    ан бан бя вон гон ге дё дю ем ёк заи игай ким кан квон кван кон ко ку кю ли лигай лим лян мин мун нам ни но ногай
    огай пак пан пек пя пягай сен сим син со сон су тен тё тэн тю тюгай тян угай хан хван хе хегай хо хон цай цой цхай
    чагай чан че чен чжон чо чон чу шегай шим шин шон эм югай юн ян
    kim pak park tsoi tsoy choi li lee ten khan han khvan hvan nam yun pyak khegai kan lim khon kwon
    """.split()  # noqa: SIM905 - a list of quoted names would be six times as long
)
SYLLABLE = regex.compile(r"\p{Lu}\p{Ll}{1,5}(?:-\p{L}{2,5})?")
RUSSIAN_ENDING = regex.compile(r"\p{L}{3}(?:[оеё]ва?|ина?|ич|вна|ov|ev|in|vich|vna)$")
PARTS = 3


def is_korean(words: Sequence[str]) -> bool:
    """Whether a name is Korean: a surname and a given name of two syllables, `Ким Чер Су`."""
    return (
        len(words) == PARTS
        and words[0].casefold() in KOREAN
        and all(SYLLABLE.fullmatch(word) and not RUSSIAN_ENDING.search(word) for word in words[1:])
    )
