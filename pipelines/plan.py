"""What a run would do, without doing it: files, pages, how many need OCR and why, how long it may take here.

Files are looked at by worker processes, as they would be by a run, within a time that is given; in an order that has
nothing to do with theirs, so that what is seen by then stands for the rest.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from document import Failure, MediaType, Method, Reason, Settings, Source
from errors import SourceError
from ingest.ocr import describe_recognizer
from ingest.sources import find_sources
from pipelines.keys import digest, make_keys
from pipelines.order import Order
from pipelines.producer import make_producer
from pipelines.report import read_head
from pipelines.standing import duration
from pipelines.store import HIDDEN, Given, Store
from pipelines.tasks import desk
from pipelines.worker import Task
from pipelines.workers import Lost, Workers

PAGES_OF_A_FILE = 5
FILE_SECONDS = 15.0
TRIED = {Method.OCR: 4, Method.TEXT: 4}  # pages that are read to see how long it takes
ENOUGH_PAGES = 20  # of an earlier run, to learn from it
# Of an ordinary machine, where neither an earlier run nor a trial tells; blank pages are hardly ever tried.
GUESSED = {Method.OCR: 4.0, Method.TEXT: 0.3, Method.BLANK: 0.1}
STARTING_SECONDS = 5.0


class Kind(msgspec.Struct, frozen=True):
    """The files of one media type; their pages are estimated where not all of them were opened."""

    media_type: MediaType
    files: int
    pages: int


class Pace(msgspec.Struct, frozen=True):
    """Seconds a page takes a worker, and how that is known."""

    seconds: float
    known_by: str


class Plan(msgspec.Struct, frozen=True):
    """What a run would do; pages by method are estimated from those that were looked at, `reasons` tell of these.

    `done` files are those that the run would not do again, `seconds` the estimated time of the whole run.
    """

    files: int
    done: int
    kinds: tuple[Kind, ...]
    pages: dict[Method, int]
    looked_at_files: int
    looked_at_pages: int
    reasons: dict[str, int]
    problems: dict[Reason, int]
    pace: dict[Method, Pace]
    jobs: int
    seconds: float


class Seen(msgspec.Struct, frozen=True):
    """A file that was looked at: its pages, and by method and reason those of them that were seen."""

    source: Source
    pages: int
    looked_at: tuple[tuple[int, Method, str], ...]


def make_plan(order: Order, out: Path | None, within: float) -> Plan:
    """Look at the inputs for about `within` seconds; `out` is the folder of the run, if there is one already."""
    deadline = time.monotonic() + within
    files, problems, done = _sort_out(order, out, deadline - within / 2)
    files.sort(key=lambda source: digest(source.name))
    with Workers(order.jobs, memory=order.worker_memory) as workers:
        looks = (Task(look_at, (source, order.settings), FILE_SECONDS) for source in files)
        results = list(_within(workers, looks, deadline - within / 4))
    seen = [result for result in results if isinstance(result, Seen)]
    problems.update(result.reason for result in results if not isinstance(result, Seen))
    pages = _by_method(files, seen, len(results))
    pace = _paces(order, out, seen, deadline)
    busy = sum(count * pace[method].seconds for method, count in pages.items())
    return Plan(
        files=len(files) + done + problems.total() - (len(results) - len(seen)),
        done=done,
        kinds=tuple(_kinds(files, seen, len(results))),
        pages=pages,
        looked_at_files=len(results),
        looked_at_pages=sum(len(one.looked_at) for one in seen),
        reasons=dict(Counter(reason for one in seen for *_, reason in one.looked_at).most_common()),
        problems=dict(sorted(problems.items())),
        pace=pace,
        jobs=order.jobs,
        seconds=round(STARTING_SECONDS + busy / min(order.jobs, os.cpu_count() or 1), 1) if pages else 0.0,
    )


def look_at(source: Source, settings: Settings) -> Seen | Failure:
    """Count the pages of a file and look at some, in a worker."""
    from ingest.glance import glance  # noqa: PLC0415 - worked by workers alone

    try:
        found = glance(source, settings, PAGES_OF_A_FILE)
    except SourceError as error:
        return error.failure
    return Seen(source, found.pages, tuple((one.page, one.method, one.reason) for one in found.looked_at))


def time_page(source: Source, number: int, settings: Settings) -> tuple[Method, float]:
    """Read a page as a run would, in a worker, and tell the seconds."""
    from ingest.pages import open_reader  # noqa: PLC0415

    started = time.monotonic()
    with open_reader(source) as reader:
        method = reader.read(number, desk(settings).tools.recognizer, settings).method
    return method, time.monotonic() - started


def describe(plan: Plan) -> str:
    """A few lines for people."""
    lines = [f"files: {plan.files:,}" + (f", {plan.done:,} of them done already" if plan.done else "")]
    if plan.kinds and not plan.looked_at_files:
        lines.append("to read: " + ", ".join(f"{kind.files:,} {kind.media_type.name}" for kind in plan.kinds))
        lines.append("how many pages they have was not seen in time: give more with --within")
    elif plan.kinds:
        kinds = ", ".join(f"{kind.files:,} {kind.media_type.name} with {kind.pages:,} pages" for kind in plan.kinds)
        lines.append(f"to read: {kinds}")
        lines.append("pages: " + ", ".join(f"{count:,} by {method.value}" for method, count in plan.pages.items()))
        reasons = ", ".join(f"{count:,} {reason}" for reason, count in plan.reasons.items())
        rest = ", the rest is estimated" if plan.looked_at_pages < sum(plan.pages.values()) else ""
        lines.append(f"looked at: {plan.looked_at_pages:,} pages of {plan.looked_at_files:,} files{rest} ({reasons})")
    if plan.problems:
        lines.append("cannot be read: " + ", ".join(f"{count:,} {reason}" for reason, count in plan.problems.items()))
    if plan.pages:
        paces = "; ".join(
            f"{pace.seconds:.2f} s a page by {method.value}, {pace.known_by}"
            for method, pace in plan.pace.items()
            if plan.pages.get(method)
        )
        lines.append(f"time: about {duration(plan.seconds)} with -j {plan.jobs} ({paces})")
    return "\n".join(lines)


def _sort_out(order: Order, out: Path | None, deadline: float) -> tuple[list[Source], Counter[Reason], int]:
    """What is to be read, what cannot be, and how many files are done already."""
    begun = out is not None and os.path.isdir(out / HIDDEN)  # noqa: PTH112 - false too where nobody may look
    store = _store(order, out) if out is not None and begun and not order.force else None
    files: list[Source] = []
    problems: Counter[Reason] = Counter()
    done = 0
    for found in find_sources(order.inputs, hashed=False):
        if isinstance(found, Failure):
            problems[found.reason] += 1
        elif store is not None and _is_done(found, store, deadline):
            done += 1
        else:
            files.append(found)
    return files, problems, done


def _store(order: Order, out: Path) -> Store:
    producer = make_producer(describe_recognizer(order.settings)[0])
    return Store(str(out), make_keys(order.settings, producer), Given.by(order), order.retry)


def _is_done(source: Source, store: Store, deadline: float) -> bool:
    """Whether a run would pass the file over; past the deadline, whether one of that name was done."""
    kept = store.kept_file(source.name)
    if kept is None:
        return False
    if time.monotonic() > deadline:
        return kept.key.startswith(store.keys.files)
    found = next(find_sources([Path(source.path)]))
    return isinstance(found, Source) and bool(store.finished(msgspec.structs.replace(found, name=source.name)))


def _within(workers: Workers, tasks: Iterable[Task], deadline: float) -> Iterator[Any]:
    """What tasks answer until the deadline; those under way by then are dropped."""
    waiting: set[Future[Any]] = set()
    coming = iter(tasks)
    while time.monotonic() < deadline:
        while len(waiting) < 2 * workers.jobs and (task := next(coming, None)) is not None:
            waiting.add(workers.submit(task))
        if not waiting:
            return
        ended, waiting = wait(waiting, max(0.0, deadline - time.monotonic()), FIRST_COMPLETED)
        for future in ended:
            yield future.result()


def _kinds(files: Sequence[Source], seen: Sequence[Seen], opened: int) -> Iterator[Kind]:
    for media_type, count in Counter(source.media_type for source in files).most_common():
        # Files that could not be opened have no pages; those not come to yet have as many as others of their kind, and
        # where none of it was seen, as others at all.
        of_this_kind = [one.pages for one in seen if one.source.media_type is media_type]
        pages = of_this_kind if opened == len(files) else of_this_kind or [one.pages for one in seen]
        share = 1.0 if opened == len(files) or not pages else count / len(pages)
        yield Kind(media_type, count, round(sum(pages) * share))


def _by_method(files: Sequence[Source], seen: Sequence[Seen], opened: int) -> dict[Method, int]:
    """Pages by method: of each file as its pages looked at, of all files as those opened."""
    pages: dict[Method, float] = {}
    for one in seen:
        for _, method, _ in one.looked_at:
            pages[method] = pages.get(method, 0.0) + one.pages / len(one.looked_at)
    share = len(files) / opened if opened else 0.0
    return {method: round(count * share) for method, count in sorted(pages.items())}


def _paces(order: Order, out: Path | None, seen: Sequence[Seen], deadline: float) -> dict[Method, Pace]:
    """By an earlier run in the folder where it read enough pages, else by reading some, else by a guess."""
    paces = {method: Pace(seconds, "a guess") for method, seconds in GUESSED.items()}
    if out is not None and (head := read_head(out)) is not None:
        for method, count in head.totals.pages.items():
            seconds = head.totals.page_seconds.get(method)
            if count >= ENOUGH_PAGES and seconds:
                paces[method] = Pace(round(seconds / count, 3), "as in the last run")
    unknown = {method: most for method, most in TRIED.items() if paces[method].known_by == "a guess"}
    samples = list(_samples(seen, unknown))
    if not samples:
        return paces
    tasks = [Task(time_page, (*sample, order.settings), order.page_timeout) for sample in samples]
    taken: dict[Method, list[float]] = {}
    with Workers(order.jobs, memory=order.worker_memory, prepare=partial(desk, order.settings)) as workers:
        for result in _within(workers, tasks, deadline + FILE_SECONDS):
            if not isinstance(result, Lost):
                taken.setdefault(result[0], []).append(result[1])
    for method, times in taken.items():
        paces[method] = Pace(round(sum(times) / len(times), 3), f"as {len(times)} of them took now")
    return paces


def _samples(seen: Sequence[Seen], most: dict[Method, int]) -> Iterator[tuple[Source, int]]:
    """Pages to be read on trial, each of another file as long as there are others."""
    for method, count in most.items():
        found = [
            (place, one.source, page)
            for one in seen
            for place, (page, by, _) in enumerate(one.looked_at)
            if by is method
        ]
        yield from ((source, page) for _, source, page in sorted(found, key=lambda sample: sample[0])[:count])
