"""Why each entity was found: the rule with its examples or the model, and the parts it read, for people to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from document import Entity, Label
from pipelines.entities import grammar
from pipelines.entities.rule import Match, PatternRule
from pipelines.value_text import value_of

RULE = "rule:"
# What the groups of the patterns mean, where their names are short; others speak for themselves.
CALENDAR = {
    "y": "year",
    "y2": "last year",
    "m": "month",
    "m2": "last month",
    "d": "day",
    "d2": "last day",
    "c": "century",
    "c2": "last century",
    "t": "decade",
    "t2": "last decade",
    "w": "century of the decade",
    "w2": "century of the last decade",
    "u": "ones",
    "more": "days between",
    "m3": "month",
}
NUMBERS = {"numero": "sign", **dict.fromkeys(("n", "n0", "n2", "n3", "n4"), "number")}
HOLDINGS = {"f": "fonds", "i": "inventory", "d": "file", "l": "folios", "v": "verso", "tail": "what follows"}
PROVISIONS = {
    "list": "articles",
    "items": "points and parts",
    "before": "points and parts before",
    "before_list": "code before",
}
MEANINGS: Mapping[Label, Mapping[str, str]] = {
    Label.DATE: {**CALENDAR, "n": "decade"},
    Label.FONDS: HOLDINGS,
    Label.ORDER: {**CALENDAR, **NUMBERS},
    Label.ARTICLE: PROVISIONS,
    Label.CASE: NUMBERS,
    Label.CAMP: NUMBERS,
}


def explain(text: str, entities: tuple[Entity, ...]) -> Iterator[str]:
    """Yield lines for each entity: what it is and where, how it was found, the parts read, the value, how sure."""
    rules = rules_by_name()
    for entity in entities:
        yield f"{entity.label}  {one_line(entity.text)}  [{entity.start}:{entity.end}]"
        rule = rules.get(entity.by)
        yield f"    found by  {found_by(entity, rule)}"
        if rule is not None and (match := match_of(rule, text, entity)):
            parts = parts_of(match, MEANINGS.get(entity.label, {}))
            if parts:
                yield f"    read      {'; '.join(f'{name}: {part}' for name, part in parts.items())}"
        if entity.value is not None:
            yield f"    value     {value_of(entity.value)}"
        yield f"    sure      {entity.confidence:.0%}"


def rules_by_name() -> dict[str, PatternRule]:
    """Every rule of the grammar by the name entities carry it under."""
    return {
        f"{RULE}{rule.name}": rule
        for module in grammar.LABELS
        for rule in getattr(module, "RULES", ())
        if isinstance(rule, PatternRule)
    }


def found_by(entity: Entity, rule: PatternRule | None) -> str:
    """Name the rule with its examples, or the model."""
    kind, _, name = entity.by.partition(":")
    if kind == "model":
        return f"the statistical model {name}"
    examples = one_line((rule.read.__doc__ or "").split("\n\n", 1)[0]) if rule else ""
    return f"the rule {name}: {examples}" if examples else f"the rule {name}"


def match_of(rule: PatternRule, text: str, entity: Entity) -> Match | None:
    """Find what the rule's pattern matched: within the entity, which may be longer by a name before."""
    matches = [
        match
        for match in rule.pattern.finditer(text, max(0, entity.start - 1), min(len(text), entity.end + 1))
        if match.start() < entity.end and match.end() > entity.start
    ]
    return max(matches, key=lambda match: match.end() - match.start(), default=None)


def parts_of(match: Match, meanings: Mapping[str, str]) -> dict[str, str]:
    """Give the parts that a pattern names and that were written, in their order in the text; not mere signs."""
    named = match.groupdict().items()
    written = sorted((match.start(name), name) for name, part in named if part and any(map(str.isalnum, part)))
    parts: dict[str, str] = {}
    for _, name in written:
        meaning, part = meanings.get(name, name), one_line(match[name].lstrip(" .,;:"))
        parts[meaning] = f"{parts[meaning]}, {part}" if meaning in parts else part
    return parts


def one_line(text: str) -> str:
    """Write a text on one line, with nothing in it that would disturb a terminal."""
    plain = " ".join(text.split())
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in plain)
