"""Institutions whose abbreviation follows in brackets: `Международная организация помощи рабочим (МОПР)`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex
from msgspec.structs import replace

from document import Label
from pipelines.entities.candidate import Candidate

BY = "rule:abbreviation-in-brackets"
# Two capitals at least: `ИККИ`, `ОблЗУ`, `ВКП(б)`; a word with one capital explains rather than abbreviates.
IN_BRACKETS = regex.compile(r"[  ]\((?P<short>\p{Lu}\p{Ll}*\p{Lu}\p{L}*(?:\(\p{Ll}\)\p{Lu}*)?)\)")


def find_abbreviations(text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The abbreviations behind institutions of several words, as sure as these are."""
    for each in found:
        if each.label is Label.ORG and any(mark.isspace() for mark in text[each.start : each.end]):
            short = IN_BRACKETS.match(text, each.end)
            if short is not None:
                yield replace(each, start=short.start("short"), end=short.end("short"), by=BY, value=None)
