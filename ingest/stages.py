"""Whatever goes wrong with a file or a page of it becomes a `SourceError` that says where and why."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import cv2

from document import Failure, Reason, Source, Stage
from errors import MuragatError, SourceError

NO_MEMORY = -4  # OpenCV's StsNoMem


def no_longer_readable(source: Source, error: Exception) -> Failure:
    """Say that a file which was found cannot be read any more."""
    message = f"{source.name} can no longer be read ({error}): see that it stays in its place during the run"
    return Failure(source.name, Stage.OPEN, Reason.MISSING, message)


@contextmanager
def failing_at(stage: Stage, source: Source, page: int | None) -> Iterator[None]:
    """Turn errors inside into `SourceError`, with file, page (None: the whole file) and stage."""
    try:
        yield
    except (MuragatError, MemoryError):
        raise  # a worker that has no memory left must say so and end
    except cv2.error as error:
        if error.code == NO_MEMORY:
            raise MemoryError from error
        raise SourceError(_unreadable(stage, source, page, error)) from error
    except Exception as error:
        raise SourceError(_unreadable(stage, source, page, error)) from error


def _unreadable(stage: Stage, source: Source, page: int | None, error: Exception) -> Failure:
    told = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    place = f"page {page} of {source.name}" if page else source.name
    message = f"{place} cannot be read ({told}): copy or scan the file again"
    return Failure(source.name, stage, Reason.UNREADABLE, message, page)
