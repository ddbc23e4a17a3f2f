"""The review page in a browser: a historian's path to an export, the keyboard alone, hostile text, two windows."""

from __future__ import annotations

import csv
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipelines.corrections import read_corrections
from tests.pipelines.review.conftest import LETTER, make_out

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[3]
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def muragat(*arguments: str | Path) -> None:
    command = [sys.executable, str(ROOT / "cli.py"), *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, check=True, timeout=180)


@pytest.fixture(name="browser", scope="module")
def a_browser() -> Iterator[Browser]:
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("no Chromium is installed")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=list(QUIET))
        yield browser
        browser.close()


@contextmanager
def served(out: Path) -> Iterator[str]:
    """The address with the token that the command prints; it ends at Ctrl-C without a word of complaint."""
    command = [sys.executable, str(ROOT / "cli.py"), "review", str(out), "--port", "0"]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        yield next(found[0] for line in process.stderr if (found := re.search(r"http://\S+", line)))
    finally:
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "Traceback" not in told


@pytest.fixture(name="letters", scope="module")
def some_letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run made of a worn scan in three languages and of a note that has no pages on paper."""
    folder = tmp_path_factory.mktemp("хаттар")
    (folder / "in").mkdir()
    for name in ("three-languages.pdf", "note.txt"):
        shutil.copy(ROOT / "samples" / name, folder / "in")
    muragat("run", folder / "in", "-o", folder / "out", "-j", "1", "-q")
    return folder


@pytest.fixture(name="complaints")
def what_browsers_complain_of() -> Iterator[list[str]]:
    """Errors of scripts, what the content security policy kept away, and dialogs that a script opened."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture(name="context")
def a_context(browser: Browser, complaints: list[str]) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 800})
    context.set_default_timeout(15_000)

    def watch(page: Page) -> None:
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        # A conflict answers 409 and a lost scan 404, which Chromium tells the console of.
        page.on("console", lambda told: complaints.append(told.text) if "Content Security" in told.text else None)

    context.on("page", watch)
    yield context
    context.close()


def saved(page: Page) -> None:
    """Wait until the page says that it saved, which it does when it has come again."""
    page.locator("#told", has_text="Saved.").wait_for()
    page.evaluate("document.getElementById('told').textContent = ''")  # the next is not to be taken for this one


def texts(page: Page) -> str:
    return page.locator("article.text").inner_text()


def test_from_the_overview_to_the_doubtful_page_to_a_correction_to_the_export(
    letters: Path, context: BrowserContext, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    shutil.copytree(letters / "out", out)
    page = context.new_page()
    with served(out) as address:
        page.goto(address)
        assert "token" not in page.url
        page.locator(".queue a", has_text="three-languages.pdf").first.click()
        page.locator("#scan image").wait_for()
        picture = page.request.get(page.url + "/image?width=700")
        assert picture.headers["content-type"] == "image/jpeg"

        mark = page.locator("article.text mark.label-PERSON").first
        mark.hover()
        number = mark.get_attribute("data-mark")
        assert "pointed" in str(page.locator(f"rect[data-mark='{number}']").get_attribute("class"))
        mark.click()
        name = page.locator("#entity-form [name=words]").input_value()
        page.fill("#who", "А. Оқырман")
        page.select_option("#entity-form [name=label]", "ORG")
        page.click("#entity-form [data-act=save]")
        saved(page)
        assert page.locator("article.text mark.label-ORG", has_text=name).count() == 1

        page.locator("article.text .block").last.click(position={"x": 2, "y": 2})
        box = page.locator("#text-form textarea")
        before = box.input_value()
        box.fill(before + " Қосымша сөз.")
        page.click("#text-form [data-act=save-text]")
        saved(page)
        assert "Қосымша сөз." in texts(page)
        assert page.locator("#history li").count() == 2

        page.goto(page.url.split("/documents")[0] + "/search?q=kosimsha")
        assert page.locator(".hit mark").inner_text() == "Қосымша"
    assert {each.who for each in read_corrections(out)} == {"А. Оқырман"}
    muragat("export", out, "--to", "csv", "-o", tmp_path / "csv", "--corrected")
    with (tmp_path / "csv" / "sections.csv").open(encoding="utf-8-sig", newline="") as file:
        assert any("Қосымша сөз." in row["text"] for row in csv.DictReader(file))
    with (tmp_path / "csv" / "entities.csv").open(encoding="utf-8-sig", newline="") as file:
        assert any((row["text"], row["label"], row["by"]) == (name, "ORG", "person") for row in csv.DictReader(file))


def test_everything_can_be_done_from_the_keyboard(  # noqa: PLR0915 - one path, key after key
    context: BrowserContext, tmp_path: Path
) -> None:
    out = make_out(tmp_path / "шығыс")
    page = context.new_page()
    press, kind = page.keyboard.press, page.keyboard.type
    with served(out) as address:
        page.goto(address)
        press("?")
        assert page.locator("dialog#keys").is_visible()
        press("Escape")
        press("/")
        kind("Алихан")
        press("Enter")
        page.wait_for_url("**/search?q=*")
        page.locator(".hit a").first.focus()
        press("Enter")
        page.wait_for_url("**/documents/1/1*")
        # The hit has the focus; its name is deleted, and the deletion taken back.
        assert page.evaluate("document.activeElement.textContent") == "Әлихан Сәрсенов"
        press("x")
        saved(page)
        assert page.locator("mark.label-PERSON").count() == 0
        press("u")
        saved(page)
        assert page.locator("mark.label-PERSON").count() == 1
        # An entity is confirmed, another moved to fewer words.
        press(".")
        press("c")
        saved(page)
        press("j")
        while page.evaluate("document.activeElement.dataset.short") != "per":
            press(".")
        press("Enter")
        press("ControlOrMeta+a")
        kind("Сәрсенов")
        press("Enter")
        saved(page)
        assert page.locator("mark.label-PERSON").inner_text() == "Сәрсенов"
        # Words are marked, and the text of the block is changed.
        press("a")
        kind("тұтқындалды")
        press("Tab")
        page.keyboard.press("o")
        press("Enter")
        page.locator("#entity-form [data-act=save]").focus()
        press("Enter")
        saved(page)
        assert page.locator("mark", has_text="тұтқындалды").count() == 1
        press("e")
        press("ControlOrMeta+End")
        kind(" Ғ.")
        press("Tab")
        press("Enter")
        saved(page)
        assert page.locator("article.text").inner_text().rstrip().endswith("Ғ.")
        press("d")
        page.wait_for_url("**/documents/2/1")
        press("g")
        press("d")
        page.wait_for_url("**/documents")
    kinds = [each.what.value for each in read_corrections(out)]
    assert kinds == ["delete", "undo", "confirm", "alter", "add", "text"]


def test_hostile_text_runs_nothing_and_is_corrected_as_text(context: BrowserContext, tmp_path: Path) -> None:
    out = make_out(tmp_path / "шығыс")
    page = context.new_page()
    with served(out) as address:
        page.goto(address)
        page.goto(page.url + "documents/3/1")
        assert "<script>alert(2)</script>" in texts(page)
        page.locator("article.text mark").first.click()
        assert page.locator("#entity-form [name=words]").input_value() == "<img src=x onerror=alert(3)>"
        page.select_option("#entity-form [name=label]", "ORG")
        page.fill("#entity-form [name=value-name]", '"><script>alert(4)</script>')
        page.click("#entity-form [data-act=save]")
        saved(page)
        for view in ("", "documents", "search?q=alert", "names/org", "search?q=<script>alert(5)</script>"):
            page.goto(address.split("?")[0] + view)
            page.wait_for_load_state("networkidle")
        assert page.locator("img[src=x]").count() == 0


def test_words_are_marked_where_they_stand_whatever_stands_before_them(context: BrowserContext, tmp_path: Path) -> None:
    """Characters beyond the basic plane, and ones shown by a sign in their place, count as one each."""
    out = make_out(tmp_path / "шығыс")
    file = out / f"{LETTER.name}.jsonl"
    text = LETTER.texts[1]
    file.write_bytes(file.read_bytes().replace("тұтқындалды".encode(), "𐰀\u202eтқынд Ғды".encode()))
    page = context.new_page()
    with served(out) as address:
        page.goto(address)
        page.goto(page.url + "documents/1/1")
        page.evaluate(
            """() => {
              const words = document.querySelectorAll(".block .words")[1];
              const last = [...words.childNodes].find((node) => node.textContent.includes("Ғ"));
              const range = document.createRange();
              range.setStart(last, last.textContent.indexOf("Ғ"));
              range.setEnd(last, last.textContent.indexOf("Ғ") + 1);
              getSelection().addRange(range);
            }"""
        )
        page.keyboard.press("a")
        page.click("#entity-form [data-act=save]")
        saved(page)
    (made,) = read_corrections(out)
    assert made.after is not None
    assert not isinstance(made.after, str)
    assert (made.after.text, made.after.start) == ("Ғ", text.index("тұтқындалды") + 8)


def test_two_windows_that_correct_one_text_do_not_lose_either(context: BrowserContext, tmp_path: Path) -> None:
    out = make_out(tmp_path / "шығыс")
    first, second = context.new_page(), context.new_page()
    with served(out) as address:
        first.goto(address)
        for page, name in ((first, "Бірінші"), (second, "Екінші")):
            page.goto(address.split("?")[0] + "documents/1/1")
            page.locator("article.text .block").first.click(position={"x": 2, "y": 2})
            page.fill("#text-form textarea", f"{name} түзету")
        first.click("#text-form [data-act=save-text]")
        saved(first)
        second.click("#text-form [data-act=save-text]")
        second.locator("#conflict").wait_for(state="visible")
        assert second.locator("#conflict-mine").input_value() == "Екінші түзету"
        second.click("#conflict [data-act=reload]")
        second.wait_for_load_state("networkidle")
        assert "Бірінші түзету" in texts(second)
    assert len(read_corrections(out)) == 1


def test_without_the_token_it_can_only_be_looked_at(context: BrowserContext, tmp_path: Path) -> None:
    page = context.new_page()
    with served(make_out(tmp_path / "шығыс")) as address:
        page.goto(address.split("?")[0] + "documents/1/1")
        assert "without the token" in page.locator(".notice").inner_text()
        page.locator("article.text mark").first.click()
        assert page.locator("#entity-form [data-act=save]").is_disabled()
        page.keyboard.press("x")
        assert page.locator("#told").inner_text() == ""


def test_an_input_that_vanished_leaves_the_text_and_says_so(
    letters: Path, context: BrowserContext, tmp_path: Path
) -> None:
    inputs, out = tmp_path / "in", tmp_path / "out"
    shutil.copytree(letters / "in", inputs)
    muragat("run", inputs, "-o", out, "-j", "1", "-q")
    page = context.new_page()
    with served(out) as address:
        page.goto(address)
        page.goto(page.url + "documents/2/1")
        (inputs / "three-languages.pdf").write_bytes(b"%PDF-1.7 something else")
        page.reload()
        assert "is no longer what was read" in page.locator(".no-image:visible").inner_text()
        (inputs / "three-languages.pdf").unlink()
        page.reload()
        assert "cannot be read" in page.locator(".no-image:visible").inner_text()
        assert len(texts(page)) > 100


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", ["kk-KZ", "ru-RU", "en-GB"])
def test_nothing_is_wider_than_the_window(browser: Browser, tmp_path: Path, language: str, width: int) -> None:
    context = browser.new_context(locale=language, viewport={"width": width, "height": 800})
    page = context.new_page()
    with served(make_out(tmp_path / "шығыс")) as address:
        page.goto(address)
        views = (
            "", "documents", "documents/1/1", "documents/3/1", "pages", "search?q=alert", "names/person",
            "names/person?key=sarsenov+a", "holdings", "years",
        )  # fmt: skip
        for view in views:
            page.goto(address.split("?")[0] + view)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
    context.close()
