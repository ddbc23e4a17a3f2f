"""A settings file: TOML whose keys are the long names of options, checked before anything is done."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from pipelines.terminal import plain

SETTINGS_FILE = "muragat.toml"
NOT_IN_A_FILE = frozenset({"config", "help"})


def read_settings(path: Path, options: Iterable[click.Option], context: click.Context) -> dict[str, Any]:
    """Values by parameter name; `click.UsageError` names the file, the key and what is allowed.

    Paths in the file are relative to it.
    """
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise click.UsageError(plain(f"{path} is not TOML: {error}")) from error
    except OSError as error:
        raise click.UsageError(plain(f"{path} cannot be read: {error.strerror}")) from error
    known = {_key(option): option for option in options if option.name not in NOT_IN_A_FILE}
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            raise click.UsageError(plain(f"{path}: {key!r} is no setting; there are {', '.join(sorted(known))}"))
        values[known[key].name or key] = _checked(path, key, value, known[key], context)
    return values


def _key(option: click.Option) -> str:
    return (option.name or "").replace("_", "-")


def _checked(path: Path, key: str, value: Any, option: click.Option, context: click.Context) -> Any:
    """The value, of the option's type and allowed by it."""
    allowed, types = _allowed(option)
    if type(value) not in types or (isinstance(value, list) and not all(isinstance(part, str) for part in value)):
        raise click.UsageError(plain(f"{path}: {key} = {value!r}: it has to be {allowed}"))
    if isinstance(option.type, click.Path) and value != "-":
        value = str(path.parent / value)
    try:
        option.process_value(context, value)
    except click.BadParameter as error:
        raise click.UsageError(plain(f"{path}: {key} = {value!r}: {error.message}")) from error
    return value


def _allowed(option: click.Option) -> tuple[str, tuple[type, ...]]:
    """What a value has to be, in words and as types of TOML."""
    match option.type:
        case _ if option.is_flag:
            return "true or false", (bool,)
        case click.IntRange():
            return "a whole number", (int,)
        case click.FloatRange():
            return "a number", (int, float)
        case click.Choice(choices=choices):
            return f"one of {', '.join(choices)}", (str,)
        case click.Path():
            return "a path in quotation marks", (str,)
    return "text in quotation marks, or a list of such", (str, list)
