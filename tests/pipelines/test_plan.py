"""A plan: what a run would do, estimated from what could be looked at in time."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PIL import Image

from document import MediaType, Method, Mode, Reason, Settings, Source
from ingest.glance import glance, spread
from ingest.sources import find_sources
from pipelines import plan as plans
from pipelines.order import Order
from pipelines.plan import Pace, Plan, Seen, describe, make_plan


def source(name: str, media_type: MediaType = MediaType.PDF) -> Source:
    return Source(f"/in/{name}", name, "", 1, media_type)


def seen(name: str, pages: int, *methods: Method) -> Seen:
    return Seen(source(name), pages, tuple((page, method, "бір себеп") for page, method in enumerate(methods, 1)))


@pytest.mark.parametrize(
    ("count", "most", "chosen"),
    [(0, 3, []), (2, 3, [1, 2]), (3, 3, [1, 2, 3]), (100, 3, [17, 51, 84]), (4, 1, [3]), (6, 5, [1, 2, 4, 5, 6])],
)
def test_pages_to_look_at_are_spread_over_the_file(count: int, most: int, chosen: list[int]) -> None:
    assert spread(list(range(1, count + 1)), most) == chosen


def test_pages_are_estimated_from_those_that_were_seen() -> None:
    files = [source(f"{number}.pdf") for number in range(10)]
    found = [seen("0.pdf", 100, Method.OCR, Method.OCR, Method.TEXT, Method.OCR), seen("1.pdf", 20, Method.TEXT)]
    assert plans._by_method(files, found, 2) == {Method.OCR: 375, Method.TEXT: 225}
    (kind,) = plans._kinds(files, found, 2)
    assert (kind.files, kind.pages) == (10, 600)
    assert plans._by_method(files, [], 0) == {}


def test_a_file_that_cannot_be_opened_has_no_pages() -> None:
    files = [source(f"{number}.pdf") for number in range(2)]
    found = [seen("0.pdf", 10, Method.OCR)]
    assert plans._by_method(files, found, 2) == {Method.OCR: 10}
    (kind,) = plans._kinds(files, found, 2)
    assert kind.pages == 10


def test_a_glance_counts_pages_and_frames(tmp_path: Path) -> None:
    (tmp_path / "хат.txt").write_text("1937 жылғы хат\n", "utf-8")
    frames = [Image.new("L", (60, 80), shade) for shade in (255, 200, 100)]
    frames[0].save(tmp_path / "іс.tif", save_all=True, append_images=frames[1:])
    text, tiff = find_sources([tmp_path / "хат.txt", tmp_path / "іс.tif"], hashed=False)
    assert isinstance(text, Source)
    assert isinstance(tiff, Source)
    assert text.sha256 == ""
    assert [one.method for one in glance(text, Settings(), 5).looked_at] == [Method.TEXT]
    found = glance(tiff, Settings(pages=((2, 3),)), 1)
    assert (found.pages, [one.page for one in found.looked_at]) == (2, [3])
    assert [one.method for one in glance(tiff, Settings(mode=Mode.TEXT), 1).looked_at] == [Method.BLANK]


def test_a_plan_looks_at_files_in_workers_and_does_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plans, "TRIED", {})
    folder = tmp_path / "кіріс"
    folder.mkdir()
    (folder / "хат.txt").write_text("1937 жылғы хат\n", "utf-8")
    (folder / "бос.pdf").touch()
    (folder / "сынық.pdf").write_bytes(b"%PDF-1.7\nnothing that follows\n")
    Image.new("L", (60, 80), 255).save(folder / "ақ.png")
    plan = make_plan(Order((folder, tmp_path / "жоқ"), Settings(), 1), tmp_path / "шығыс", 30.0)
    assert (plan.files, plan.done, plan.pages) == (5, 0, {Method.OCR: 1, Method.TEXT: 1})
    assert plan.reasons == {"image": 1, "plain text": 1}
    assert plan.problems == {Reason.BROKEN: 1, Reason.EMPTY: 1, Reason.MISSING: 1}
    assert plan.seconds == pytest.approx(plans.STARTING_SECONDS + 4.3)
    assert [path.name for path in tmp_path.iterdir()] == ["кіріс"]


def test_files_that_were_not_come_to_have_as_many_pages_as_others() -> None:
    def file(name: str, media_type: MediaType) -> Source:
        return Source(f"/in/{name}", name, "0" * 64, 1, media_type)

    files = [*(file(f"{number}.pdf", MediaType.PDF) for number in range(3)), file("қағаз.tiff", MediaType.TIFF)]
    seen = [plans.Seen(files[0], 4, ()), plans.Seen(files[1], 6, ())]
    kinds = list(plans._kinds(files, seen, 2))
    assert kinds == [plans.Kind(MediaType.PDF, 3, 15), plans.Kind(MediaType.TIFF, 1, 5)]
    assert list(plans._kinds(files, [], 0)) == [plans.Kind(MediaType.PDF, 3, 0), plans.Kind(MediaType.TIFF, 1, 0)]


def test_a_plan_that_saw_nothing_does_not_speak_of_pages() -> None:
    kinds = (plans.Kind(MediaType.PDF, 3, 0),)
    plan = Plan(3, 0, kinds, {}, 0, 0, {}, {}, {}, 2, 0.0)
    assert describe(plan).splitlines() == [
        "files: 3",
        "to read: 3 PDF",
        "how many pages they have was not seen in time: give more with --within",
    ]


def test_a_plan_is_told_in_a_few_lines() -> None:
    plan = Plan(
        files=1200,
        done=200,
        kinds=(plans.Kind(MediaType.PDF, 1000, 52_000),),
        pages={Method.OCR: 50_000, Method.TEXT: 2000},
        looked_at_files=900,
        looked_at_pages=4500,
        reasons={"no text layer": 4300, "text layer": 200},
        problems={Reason.ENCRYPTED: 3},
        pace={Method.OCR: Pace(3.6, "as in the last run"), Method.TEXT: Pace(0.2, "a guess")},
        jobs=2,
        seconds=90_205.0,
    )
    assert describe(plan).splitlines() == [
        "files: 1,200, 200 of them done already",
        "to read: 1,000 PDF with 52,000 pages",
        "pages: 50,000 by ocr, 2,000 by text",
        "looked at: 4,500 pages of 900 files, the rest is estimated (4,300 no text layer, 200 text layer)",
        "cannot be read: 3 encrypted",
        "time: about 25 h 3 min with -j 2 (3.60 s a page by ocr, as in the last run; 0.20 s a page by text, a guess)",
    ]
    assert msgspec.json.decode(msgspec.json.encode(plan))["pages"] == {"ocr": 50_000, "text": 2000}
