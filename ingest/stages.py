"""Whatever goes wrong with a file or a page of it becomes a `SourceError` that says where and why."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from document import Failure, Reason, Source, Stage
from errors import MuragatError, SourceError


def no_longer_readable(source: Source, error: Exception) -> Failure:
    """Say that a file which was found cannot be read any more."""
    message = f"{source.name} can no longer be read ({error}): see that it stays in its place during the run"
    return Failure(source.name, Stage.OPEN, Reason.UNREADABLE, message)


@contextmanager
def failing_at(stage: Stage, source: Source, page: int | None) -> Iterator[None]:
    """Turn errors inside into `SourceError`, with file, page (None: the whole file) and stage."""
    try:
        yield
    except MuragatError:
        raise
    except Exception as error:
        told = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        place = f"page {page} of {source.name}" if page else source.name
        message = f"{place} cannot be read ({told}): copy or scan the file again"
        raise SourceError(Failure(source.name, stage, Reason.UNREADABLE, message, page)) from error
