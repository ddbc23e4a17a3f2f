"""`muragat report`: the overview as one file that can be sent, with nothing in it that is loaded from elsewhere."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from pipelines.review.index import Index
from pipelines.review.pages import FOLDER, Pages, chart_rows
from pipelines.review.views import overview
from pipelines.status import expect_run
from pipelines.store import write_whole


def write_report_file(out: Path, target: Path, language: str) -> None:
    """Write the overview of `out` in `language`; `OutputError` when that cannot be, or no run has been there."""
    expect_run(out)
    index = Index(out)
    index.update()
    with closing(index.connect()) as database:
        seen = overview(database, out)
    pages = Pages()
    told = {
        "overview": seen,
        "style": (FOLDER / "static" / "review.css").read_text("utf-8"),
        "folder": out.resolve().name,
        "links": False,
        "path": "",
        **chart_rows(seen, pages.words(language)),
    }
    write_whole(target, [pages.render("report", language, told).encode()])
