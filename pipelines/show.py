"""Records made readable for people: a table of documents, and sections with their entities in colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from document import Label, SectionRole
from pipelines.outputs import Output
from pipelines.records import SectionRecord
from pipelines.terminal import plain
from pipelines.value_text import value_of

COLOURS = {
    Label.PERSON: "bold red",
    Label.ORG: "blue",
    Label.LOC: "green",
    Label.DATE: "yellow",
    Label.FONDS: "magenta",
    Label.ORDER: "cyan",
    Label.ARTICLE: "bright_magenta",
    Label.CASE: "bright_cyan",
    Label.CAMP: "bright_red",
}


def show_table(shown: Iterable[Output], console: Console) -> None:
    """Each document in a row: pages by method, languages, confidence, entities by label."""
    table = Table("document", "pages", "languages", "confidence", "sections", "entities", "failed")
    for one in shown:
        pages = one.document.pages
        methods = Counter(page.method.value for page in pages)
        characters = sum(page.characters for page in pages)
        confidence = sum(page.confidence * page.characters for page in pages) / characters if characters else 0.0
        entities = Counter(mention.label.value for section in one.sections for mention in section.entities)
        table.add_row(
            Text(plain(one.name)),
            ", ".join(f"{count} {method}" for method, count in sorted(methods.items())),
            ", ".join(f"{language} {share:.0%}" for language, share in one.document.languages.items()),
            f"{confidence:.2f}",
            str(len(one.sections)),
            ", ".join(f"{count} {label}" for label, count in entities.most_common()),
            str(len(one.document.failures) or ""),
        )
    console.print(table)


def show_section(one: Output, section: SectionRecord, console: Console) -> None:
    """The section's text with its entities coloured, and their values below."""
    title = plain(f"{one.name} · {section.role} · {' › '.join(section.path) or 'no title'}")
    console.rule(Text(title))
    text = Text(plain(section.text, lines=True))
    for mention in section.entities:
        text.stylize(COLOURS[mention.label], mention.start, mention.end)
    console.print(text)
    values = Table("label", "text", "value", "confidence", "by", box=None)
    for mention in section.entities:
        value = value_of(mention.value) if mention.value else ""
        label = Text(mention.label, COLOURS[mention.label])
        values.add_row(
            label, Text(plain(mention.text)), Text(plain(value)), f"{mention.confidence:.2f}", Text(mention.by)
        )
    console.print(values)


def richest(shown: Iterable[Output]) -> tuple[Output, SectionRecord] | None:
    """The section of running text with the most kinds of entities, the shorter where several have as many."""
    candidates = (
        (one, section) for one in shown for section in one.sections if section.role is not SectionRole.FURNITURE
    )
    return max(
        candidates,
        key=lambda pair: (len({mention.label for mention in pair[1].entities}), -len(pair[1].text)),
        default=None,
    )
