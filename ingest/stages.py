"""Whatever goes wrong at a stage of a page becomes a `SourceError` that says so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from document import Failure, Reason, Source, Stage
from errors import MuragatError, SourceError


@contextmanager
def failing_at(stage: Stage, source: Source, page: int) -> Iterator[None]:
    """Turn errors inside into `SourceError`, with file, page and stage."""
    try:
        yield
    except MuragatError:
        raise
    except Exception as error:
        told = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        message = f"page {page} of {source.name} cannot be read ({told}): copy or scan the file again"
        raise SourceError(Failure(source.name, stage, Reason.UNREADABLE, message, page)) from error
