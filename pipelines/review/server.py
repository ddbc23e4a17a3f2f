"""`muragat review`: the application behind an address of this machine alone, its index kept up to date meanwhile."""

from __future__ import annotations

import secrets
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from errors import OutputError
from pipelines.review.app import make_app
from pipelines.review.images import PageImages
from pipelines.review.index import Index
from pipelines.status import expect_run

HOST = "127.0.0.1"
LOOK_SECONDS = 5.0
"""Between looks for what a run has written meanwhile."""
LEAVE_SECONDS = 3
"""What answers under way are given to end when the server is stopped."""


def serve(out: Path, port: int, say: Callable[[str], None]) -> None:
    """Show `out` until Ctrl-C; port 0 takes any free one. `OutputError` when the port is taken or the index fails.

    The same where no run has been in `out`.
    """
    expect_run(out)
    with _listening(port) as listening:
        index = Index(out)
        say(f"reading {out} …")
        index.update()
        token = secrets.token_urlsafe(24)
        with PageImages(out) as images, _kept_up_to_date(index, say):
            config = uvicorn.Config(
                make_app(index, images, token),
                log_level="warning",
                access_log=False,  # it would print the token
                server_header=False,
                timeout_graceful_shutdown=LEAVE_SECONDS,
            )
            say(f"open http://{HOST}:{listening.getsockname()[1]}/?token={token}")
            say("this address lets its holder correct; Ctrl-C ends")
            uvicorn.Server(config).run([listening])


@contextmanager
def _listening(port: int) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, port))
            listening.listen()
        except OSError as error:
            raise OutputError(f"cannot serve on port {port}: {error.strerror}; choose another with --port") from error
        yield listening


@contextmanager
def _kept_up_to_date(index: Index, say: Callable[[str], None]) -> Iterator[None]:
    """Look for new records every few seconds, in a thread of its own."""
    leaving = threading.Event()

    def look() -> None:
        told = ""
        while not leaving.wait(LOOK_SECONDS):
            try:
                index.update()
            except OutputError as error:
                if str(error) != told:  # once, not every few seconds
                    told = str(error)
                    say(told)

    thread = threading.Thread(target=look, name="index")
    thread.start()
    try:
        yield
    finally:
        leaving.set()
        thread.join()
