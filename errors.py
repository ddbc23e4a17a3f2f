"""What can go wrong for the whole run, each with its exit code.

MuragatError
├── MissingToolError   3  a program, language pack or model is not installed
├── SourceError        -  one file cannot be opened; becomes a Failure of that file
└── OutputError        5  the output folder cannot be written, or holds nothing to go by

Wrong usage (2) is click's own; 4 and 5, some or all inputs failed, are no exceptions but counts of failures.
"""

from __future__ import annotations

from enum import IntEnum

from document import Failure


class ExitCode(IntEnum):
    """What the command answers to the shell."""

    DONE = 0
    USAGE = 2
    MISSING_TOOL = 3
    SOME_FAILED = 4
    NOTHING_DONE = 5
    INTERRUPTED = 130


class MuragatError(Exception):
    """Base of all errors that end a run; the message says what happened and what to do."""

    exit_code = ExitCode.NOTHING_DONE


class MissingToolError(MuragatError):
    """Something needed is not installed; the message holds the command that installs it."""

    exit_code = ExitCode.MISSING_TOOL


class OutputError(MuragatError):
    """The output cannot be written, or nothing is found in it that is needed."""


class SourceError(MuragatError):
    """A file, or a page of it, cannot be read; `failure` says which, where and why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure)
        self.failure = failure

    def __str__(self) -> str:
        return self.failure.message
