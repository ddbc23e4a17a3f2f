"""The web application of the review page: addresses to views, writes only with the token, nothing from elsewhere."""

from __future__ import annotations

import secrets
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from itertools import groupby
from typing import Any

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from document import Box, Label, MediaType, Source
from errors import OutputError
from pipelines.corrections import digest_of
from pipelines.exports.kept import Kept
from pipelines.records import SourceRecord
from pipelines.review import leaf, views
from pipelines.review.edtf_span import span_of
from pipelines.review.images import PageImages
from pipelines.review.index import Index
from pipelines.review.pages import FOLDER, Pages, chart_rows
from pipelines.review.search import PAGE_SIZE, Filters, Hits, search
from pipelines.review.writing import Desk, RefusedError, Wish

HOSTS = ["127.0.0.1", "localhost"]
LANGUAGE_COOKIE = "muragat-language"
MOST_BYTES = 1_000_000
"""Of a correction."""
PLAIN = "text/plain"
MOST_SECONDS, STEPS = 20.0, 100_000
"""A question to the index may take so long, looked at every so many steps of SQLite."""
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Review:
    """What the addresses answer, over one output folder."""

    def __init__(self, index: Index, images: PageImages, token: str) -> None:
        self._index = index
        self._images = images
        self._token = token
        # Browsers keep cookies by host, not by port: another review at the same time has a cookie of its own.
        self._cookie = f"muragat-{digest_of(token)[:8]}"
        self._desk = Desk(index)
        self._kept = Kept(index.out)
        self._out = index.out
        self._pages = Pages()

    def routes(self) -> list[Route | Mount]:
        """Every address."""
        return [
            Route("/", self._answer(self.overview)),
            Route("/documents", self._answer(self.documents)),
            Route("/documents/{document:int}", self._answer(self.opened)),
            Route("/documents/{document:int}/{page:int}", self._answer(self.page)),
            Route("/documents/{document:int}/{page:int}/image", self._answer(self.image)),
            Route("/documents/{document:int}/{page:int}/crop", self._answer(self.crop)),
            Route("/pages", self._answer(self.pages)),
            Route("/search", self._answer(self.search)),
            Route("/names/{label}", self._answer(self.names)),
            Route("/holdings", self._answer(self.holdings)),
            Route("/holdings/mentions", self._answer(self.holding)),
            Route("/years", self._answer(self.years)),
            Route("/language", self._answer(self.language)),
            Route("/corrections", self._answer(self.correct), methods=["POST"]),
            Mount("/static", StaticFiles(directory=FOLDER / "static")),
        ]

    def _answer(self, view: Callable[[Request, sqlite3.Connection], Response]) -> Callable[[Request], Any]:
        """A view with a connection of its own, in a thread: SQLite and drawing wait there, not in the event loop."""

        async def answer(request: Request) -> Response:
            request.state.body = b""
            if request.method == "POST":
                async for piece in request.stream():
                    request.state.body += piece
                    if len(request.state.body) > MOST_BYTES:
                        return Response("too large", 413, media_type=PLAIN)
            return await run_in_threadpool(self._with_connection, view, request)

        return answer

    def _with_connection(self, view: Callable[[Request, sqlite3.Connection], Response], request: Request) -> Response:
        entered = request.query_params.get("token")
        if entered is not None:
            # The token leaves the address, or it would be in the browser's history and in what is copied from it.
            answer: Response = RedirectResponse(request.url.remove_query_params("token").path, 303)
            if secrets.compare_digest(entered.encode(), self._token.encode()):
                answer.set_cookie(self._cookie, self._token, httponly=True, samesite="strict")
            return answer
        try:
            with closing(self._index.connect()) as database:
                late = time.monotonic() + MOST_SECONDS
                database.set_progress_handler(lambda: time.monotonic() > late, STEPS)
                return view(request, database)
        except sqlite3.OperationalError as error:
            return Response(
                f"{self._index.file.name} does not answer ({error}): load the page again", 503, media_type=PLAIN
            )
        except OverflowError:  # a number in the address that no document has
            return Response("there is no such document", 404, media_type=PLAIN)

    def may_write(self, request: Request) -> bool:
        """Whether the browser holds the token."""
        held = request.cookies.get(self._cookie, "")
        return secrets.compare_digest(held.encode(), self._token.encode())

    def overview(self, request: Request, database: sqlite3.Connection) -> Response:
        """Counts, and what needs an eye first."""
        overview = views.overview(database, self._out)
        rows = chart_rows(overview, self._pages.words(self._language(request)))
        return self._show(request, "overview", {"overview": overview, **rows})

    def documents(self, request: Request, database: sqlite3.Connection) -> Response:
        """The documents by name."""
        name, first = request.query_params.get("name", ""), _number(request, "first")
        return self._show(
            request, "documents", {"name": name, **_listed(views.documents(database, name, first), first)}
        )

    def pages(self, request: Request, database: sqlite3.Connection) -> Response:
        """The pages read in one way, in one language or with one confidence."""
        method, tongue, tenth = (request.query_params.get(name, "") for name in ("method", "language", "tenth"))
        asked = views.PagesAsked(method, tongue, int(tenth) if tenth in set(map(str, range(views.BINS))) else None)
        first = _number(request, "first")
        listed = _listed(views.pages(database, asked, first), first)
        return self._show(request, "pages", {"method": method, "tongue": tongue, "tenth": tenth, **listed})

    def opened(self, request: Request, database: sqlite3.Connection) -> Response:
        """The first page of a document."""
        document = int(request.path_params["document"])
        first = leaf.first_page(database, document)
        if first is None:
            return self._show(request, "missing", {}, 404)
        return RedirectResponse(f"/documents/{document}/{first}", 303)

    def page(self, request: Request, database: sqlite3.Connection) -> Response:
        """One page of a document."""
        document = int(request.path_params["document"])
        shown = leaf.page(database, document, int(request.path_params["page"]))
        if shown is None:
            return self._show(request, "missing", {}, 404)
        source = self._source(database, document)
        words = self._pages.words(self._language(request))
        return self._show(
            request,
            "page",
            {
                "shown": shown,
                "told": leaf.told(shown, may_write=self.may_write(request), words=words),
                "sections": views.sections(database, document),
                "history": self._desk.history(shown.document["document"]),
                "stale": msgspec.json.decode(shown.document["stale"]),
                "no_image": source if isinstance(source, str) else "",
            },
        )

    def image(self, request: Request, database: sqlite3.Connection) -> Response:
        """The picture of a page as JPEG, or 404 with the reason."""
        source = self._source(database, int(request.path_params["document"]))
        if isinstance(source, str):
            return Response(source, 404, media_type=PLAIN)
        width = _number(request, "width") or 1400
        return _picture(self._images.page(source, int(request.path_params["page"]), width))

    def crop(self, request: Request, database: sqlite3.Connection) -> Response:
        """The part of a page around `box=x0,y0,x1,y1` as JPEG."""
        document, page = int(request.path_params["document"]), int(request.path_params["page"])
        source, across = self._source(database, document), leaf.width_of(database, document, page)
        try:
            box = Box(*map(float, request.query_params.get("box", "").split(",")))
        except (ValueError, TypeError):
            return Response("box is four numbers", 400, media_type=PLAIN)
        if isinstance(source, str):
            return Response(source, 404, media_type=PLAIN)
        return _picture(self._images.crop(source, page, box, across))

    def search(self, request: Request, database: sqlite3.Connection) -> Response:
        """What was searched for."""
        query, first = request.query_params.get("q", ""), _number(request, "first")
        asked = {name: request.query_params.get(name) for name in Filters.__struct_fields__}
        try:
            filters = msgspec.convert({name: text for name, text in asked.items() if text}, Filters, strict=False)
        except msgspec.ValidationError as error:
            return Response(str(error), 400, media_type=PLAIN)
        wrong = next((date for date in (filters.since, filters.until) if date and span_of(date) is None), "")
        hits = Hits((), more=False) if wrong else search(database, query, filters, first)
        told = {
            "query": query,
            "filters": filters,
            "hits": hits,
            "first": first,
            "size": PAGE_SIZE,
            "wrong": wrong,
            "asked": bool(query.strip()) or filters.asks_entities,
            "about": views.document(database, filters.document),
        }
        return self._show(request, "search", told)

    def names(self, request: Request, database: sqlite3.Connection) -> Response:
        """The names of one label, or with `key` the mentions of one of them."""
        try:
            label = Label(request.path_params["label"].upper())
        except ValueError:
            return self._show(request, "missing", {}, 404)
        key, first = request.query_params.get("key"), _number(request, "first")
        if key is not None:
            many = self._pages.words(self._language(request))["labels_many"]
            hits = views.mentions(database, label, key, first)
            heading = views.shown_name(database, label, key)
            return self._mentions(request, hits, first, (f"/names/{label.value.lower()}", many[label.value], heading))
        begin = request.query_params.get("begin", "")
        listed = _listed(views.names(database, label, begin, first), first)
        return self._show(request, "names", {"label": label.value, "begin": begin, **listed})

    def holdings(self, request: Request, database: sqlite3.Connection) -> Response:
        """The references as a tree: archives with their fonds, or one fonds with all that is in it."""
        root = views.holdings(database)
        parts = [request.query_params.get(level) for level in ("archive", "fonds")]
        chosen = None not in parts
        if chosen:
            root = root.only([str(part) for part in parts])
        return self._show(request, "holdings", {"holdings": root, "chosen": chosen})

    def holding(self, request: Request, database: sqlite3.Connection) -> Response:
        """The mentions of an archive, fonds, inventory or file."""
        parts = {level: request.query_params[level] for level in views.DEPTHS if level in request.query_params}
        words, first = self._pages.words(self._language(request))["holdings"], _number(request, "first")
        heading = " · ".join(f"{words[level]} {part or '–'}" for level, part in parts.items())
        hits = views.holding_mentions(database, parts, first)
        return self._mentions(request, hits, first, ("/holdings", words["title"], heading))

    def years(self, request: Request, database: sqlite3.Connection) -> Response:
        """The dates on a line."""
        years = views.years(database)
        decades = [(decade, list(some)) for decade, some in groupby(years, key=lambda each: each[0] // 10 * 10)]
        most = max((count for _, count in years), default=0)
        return self._show(request, "years", {"decades": decades, "most": most})

    def language(self, request: Request, database: sqlite3.Connection) -> Response:  # noqa: ARG002 - asks nothing
        """Remember the language of the page and go back."""
        back = request.query_params.get("back", "/")
        answer = RedirectResponse(back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/", 303)
        answer.set_cookie(LANGUAGE_COOKIE, self._pages.known(request.query_params.get("to", "")), samesite="strict")
        return answer

    def correct(self, request: Request, database: sqlite3.Connection) -> Response:  # noqa: ARG002 - the desk has its own
        """Make a correction: 201, or 403 without the token, 409 where it no longer fits."""
        # A form of another site can send neither this kind of body nor the cookie.
        own = f"{request.url.scheme}://{request.headers.get('host', '')}"
        from_here = (
            request.headers.get("origin", own) == own and request.headers.get("content-type") == "application/json"
        )
        if not self.may_write(request) or not from_here:
            return _json({"error": "no-token"}, 403)
        try:
            wish = msgspec.json.decode(request.state.body, type=Wish)
        except (ValueError, RecursionError) as error:
            return _json({"error": str(error)}, 400)
        try:
            return _json(self._desk.take(wish), 201)
        except RefusedError as error:
            return _json({"error": str(error)}, 409)
        except OutputError as error:
            return _json({"error": str(error)}, 500)

    def _source(self, database: sqlite3.Connection, document: int) -> Source | str:
        """The input of a document, only if it is still what was read: no other file is ever opened."""
        row = views.document(database, document)
        if row is None:
            return "there is no such document"
        media_type = MediaType(row["media_type"])
        if media_type is MediaType.TEXT:
            return "plain text has no pages"
        return self._kept.source(SourceRecord(row["path"], row["sha256"], row["bytes"], media_type))

    def _mentions(self, request: Request, hits: Hits, first: int, titles: tuple[str, str, str]) -> Response:
        """A list of mentions; `titles` are the address of the list above it, its name, and the heading."""
        up, up_told, heading = titles
        told = {"hits": hits.hits, "more": hits.more, "first": first, "size": PAGE_SIZE}
        return self._show(request, "mentions", {**told, "up": up, "up_told": up_told, "heading": heading})

    def _language(self, request: Request) -> str:
        return self._pages.choose(request.cookies.get(LANGUAGE_COOKIE), request.headers.get("accept-language", ""))

    def _show(self, request: Request, view: str, told: Mapping[str, object], status: int = 200) -> Response:
        path, query = request.url.path, request.url.query
        here = f"{path}?{query}" if query else path
        common = {"path": path, "here": here, "links": True, "may_write": self.may_write(request)}
        page = self._pages.render(view, self._language(request), {**common, **told})
        return Response(page, status, media_type="text/html")


def _listed(rows: Sequence[object], first: int) -> dict[str, object]:
    """A part of a list, for its template."""
    return {"rows": rows[: views.ROWS], "more": len(rows) > views.ROWS, "first": first, "size": views.ROWS}


def make_app(index: Index, images: PageImages, token: str) -> Starlette:
    """The application over an index that is up to date."""
    middleware = [
        Middleware(BaseHTTPMiddleware, dispatch=_guard),
        Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS, www_redirect=False),
    ]
    return Starlette(routes=Review(index, images, token).routes(), middleware=middleware)


async def _guard(request: Request, go_on: RequestResponseEndpoint) -> Response:
    answer = await go_on(request)
    answer.headers.update(HEADERS)
    if not request.url.path.startswith("/static") and "cache-control" not in answer.headers:
        answer.headers["Cache-Control"] = "no-store"
    return answer


def _picture(made: bytes | str) -> Response:
    if isinstance(made, str):
        return Response(made, 404, media_type=PLAIN)
    return Response(made, media_type="image/jpeg", headers={"Cache-Control": "private, max-age=86400"})


def _json(value: object, status: int) -> Response:
    return Response(msgspec.json.encode(value), status, media_type="application/json")


def _number(request: Request, name: str) -> int:
    text = request.query_params.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0
