"""The application as a browser meets it: addresses, token, headers, limits, languages, hostile text and files."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import msgspec
import pytest
from starlette.testclient import TestClient

from document import Label
from pipelines.corrections import digest_of, read_corrections
from pipelines.review.app import make_app
from pipelines.review.images import PageImages
from pipelines.review.index import Index
from pipelines.review.pages import FOLDER, LANGUAGES
from tests.pipelines.review.conftest import HOSTILE, LETTER, make_out

TOKEN = "kupiya-belgi"  # noqa: S105 - of these tests
VIEWS = (
    "/",
    "/documents",
    "/documents?name=хат",
    "/documents/1/1",
    "/documents/3/1",
    "/pages",
    "/pages?tenth=9&method=ocr&language=kk",
    "/search",
    "/search?q=сарсенов",
    "/search?label=PERSON&least=0.1&most=0.99",
    "/search?since=бүгін",
    "/search?q=alert&document=3",
    "/names/person",
    "/names/person?begin=сәр",
    "/names/person?key=sarsenov+a",
    "/names/order",
    "/holdings",
    "/holdings?archive=ЦГА+РК&fonds=1125",
    "/holdings?archive=<script>&fonds=",
    "/holdings/mentions?archive=ЦГА+РК&fonds=1125",
    "/years",
)


class Undrawn(PageImages):
    """No worker, and no true picture."""

    def page(self, *_: Any) -> bytes | str:
        return b"\xff\xd8 a page"

    def crop(self, *_: Any) -> bytes | str:
        return "no room for a crop"


@pytest.fixture(name="reader", scope="module")
def a_reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A browser without the token, over a folder that these tests only look at."""
    yield from browser(make_out(tmp_path_factory.mktemp("қарау") / "шығыс"))


@pytest.fixture(name="stranger")
def a_stranger(out: Path) -> Iterator[TestClient]:
    """A browser without the token, over a folder of its own."""
    yield from browser(out)


@pytest.fixture(name="writer")
def a_writer(stranger: TestClient) -> TestClient:
    stranger.get("/", params={"token": TOKEN})
    return stranger


def browser(out: Path) -> Iterator[TestClient]:
    index = Index(out)
    index.update()
    with TestClient(make_app(index, Undrawn(out), TOKEN), base_url="http://127.0.0.1:8765") as client:
        yield client


def wish(**changed: object) -> dict[str, object]:
    text = LETTER.texts[1]
    start = text.index("Қарқаралыда")
    place = {"start": start, "end": start + 11, "label": "LOC", "text": "Қарқаралыда", "value": None}
    made: dict[str, object] = {
        "file": f"{LETTER.name}.jsonl", "what": "delete", "who": "А", "page": 1, "block": digest_of(text),
        "before": place, "after": None,
    }  # fmt: skip
    return {**made, **changed}


class Seen(HTMLParser):
    """What a browser would make of a page: its elements, and attributes that could run or load something."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_in_every_language_runs_and_loads_nothing_of_others(
    reader: TestClient, view: str, language: str
) -> None:
    answer = reader.get(view, headers={"accept-language": f"{language}-KZ,xx;q=0.5"})
    assert answer.status_code == 200
    seen = Seen(answer.text)
    assert ("html", {"lang": language}) in seen.tags
    for tag, attributes in seen.tags:
        assert not [name for name in attributes if name.startswith("on") or name == "style"], (tag, attributes)
        assert tag not in {"style", "iframe", "object", "embed", "base"}
        for name in ("src", "href", "action"):
            assert (attributes.get(name) or "/").startswith(("/", "#")), attributes
            assert not (attributes.get(name) or "").startswith("//")
        if tag == "script":
            assert (attributes["src"] or "").startswith("/static/")


@pytest.mark.parametrize("view", [*VIEWS, "/none", "/static/review.css", "/documents/9/9", "/names/none"])
def test_every_answer_is_guarded(reader: TestClient, view: str) -> None:
    headers = reader.get(view).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_hostile_text_and_names_are_only_shown(reader: TestClient) -> None:
    for view in ("/", "/documents", "/documents/3/1", "/search?q=alert", "/names/person", "/pages"):
        page = reader.get(view).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "<b>torn</b>" not in page
        # What the scripts are told is the text itself; they put it into fields, never into the page as HTML.
        assert not set(re.sub(r'data-told="[^"]*"', "", page)) & set("\x00\x1b\u202e\u202c")
    page = reader.get("/documents/3/1").text
    assert "&lt;script&gt;alert(2)&lt;/script&gt;" in page
    assert "{{ 7 * 7 }}" in page
    told = next(attributes["data-told"] for _, attributes in Seen(page).tags if "data-told" in attributes)
    blocks = msgspec.json.decode(told or "")["blocks"]
    assert [block["text"] for block in blocks] == list(HOSTILE.texts)  # what is corrected is the text itself


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>x</script>",
        '"><svg onload=x>',
        "\x00",
        "' OR 1=1 --",
        "\u202eұ",
        "{{7*7}}",
        "%s%n",
        "a" * 5000,
        "../..",
    ],
)
@pytest.mark.parametrize(
    "place",
    ["/search?q=", "/names/person?begin=", "/names/person?key=", "/documents?name=", "/holdings/mentions?fonds="],
)
def test_what_is_asked_is_only_shown_too(reader: TestClient, place: str, hostile: str) -> None:
    path, _, name = place.removesuffix("=").partition("?")
    answer = reader.get(path, params={name: hostile})
    assert answer.status_code == 200
    assert "<script>x" not in answer.text
    assert "<svg onload" not in answer.text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/documents/99/1", 404),
        ("/documents/1/99", 404),
        ("/documents/99", 404),
        ("/documents/99/1/image", 404),
        ("/documents/1/1/image", 404),
        ("/documents/1/1/crop?box=1,2", 400),
        ("/documents/1/1/crop?box=9,9,1,1", 400),
        ("/documents/1/1/crop?box=nan,1,2,3", 400),
        ("/documents/99999999999999999999999/1", 404),
        ("/names/жоқ", 404),
        ("/static/../app.py", 404),
        ("/static/%2e%2e/app.py", 404),
        ("/static/%2e%2e/%2e%2e/%2e%2e/cli.py", 404),
        ("/corrections", 405),
        ("/search?least=көп", 400),
    ],
)
def test_what_is_not_there_or_makes_no_sense(reader: TestClient, address: str, status: int) -> None:
    assert reader.get(address).status_code == status


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "169.254.1.1"])
def test_other_hosts_are_turned_away(reader: TestClient, host: str) -> None:
    answer = reader.get("/", headers={"host": host})
    assert answer.status_code == 400
    assert "content-security-policy" in answer.headers


def test_the_token_leaves_the_address_and_lets_correct(stranger: TestClient, out: Path) -> None:
    assert "muragat review" in stranger.get("/documents/1/1").text  # says why it can only be read
    assert stranger.post("/corrections", json=wish()).status_code == 403
    wrong = stranger.get("/", params={"token": "басқа"}, follow_redirects=False)
    assert "set-cookie" not in wrong.headers
    entered = stranger.get("/documents", params={"token": TOKEN}, follow_redirects=False)
    assert (entered.status_code, entered.headers["location"]) == (303, "/documents")
    assert "httponly" in entered.headers["set-cookie"].lower()
    assert "samesite=strict" in entered.headers["set-cookie"].lower()
    assert TOKEN not in stranger.get("/documents/1/1").text
    assert stranger.post("/corrections", json=wish()).status_code == 201
    assert [each.what for each in read_corrections(out)] == ["delete"]


@pytest.mark.parametrize(
    "headers",
    [
        {"content-type": "text/plain"},
        {"content-type": "application/x-www-form-urlencoded"},
        {"content-type": "application/json", "origin": "http://evil.example"},
        {"content-type": "application/json", "origin": "http://127.0.0.1:9999"},
        {"content-type": "application/json", "origin": "null"},
    ],
)
def test_other_pages_cannot_correct(writer: TestClient, out: Path, headers: dict[str, str]) -> None:
    answer = writer.post("/corrections", content=msgspec.json.encode(wish()), headers=headers)
    assert answer.status_code == 403
    assert read_corrections(out) == ()


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"[]", 400),
        (b'{"file": 5}', 400),
        (msgspec.json.encode(wish(more="?")), 400),
        (msgspec.json.encode(wish(what="burn")), 400),
        (msgspec.json.encode(wish(file="../../../etc/passwd")), 409),
        (msgspec.json.encode(wish(block="0" * 16)), 409),
        (b'{"file": "' + b"x" * 1_000_001 + b'"}', 413),
    ],
)
def test_bodies_that_are_wrong(writer: TestClient, out: Path, body: bytes, status: int) -> None:
    answer = writer.post("/corrections", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == status
    assert read_corrections(out) == ()


def test_the_second_of_two_corrections_of_one_text_is_a_conflict(writer: TestClient) -> None:
    text = LETTER.texts[1]
    change = {"what": "text", "before": text, "after": text.replace("Сәрсенов", "Сәрсенбаев")}
    assert writer.post("/corrections", json=wish(**change)).status_code == 201
    second = writer.post("/corrections", json=wish(**{**change, "after": "басқа"}))
    assert second.status_code == 409
    assert "changed meanwhile" in second.json()["error"]
    assert "Сәрсенбаев" in writer.get("/documents/1/1").text


def test_history_undo_and_stale_corrections_are_shown(writer: TestClient, out: Path) -> None:
    writer.post("/corrections", json=wish())
    page = writer.get("/documents/1/1").text
    assert 'data-undo="000001"' in page
    LETTER.write(out)
    changed = out / f"{LETTER.name}.jsonl"
    changed.write_bytes(changed.read_bytes().replace("тұтқындалды".encode(), "тұтқындалған".encode()))
    Index(out).update()
    page = writer.get("/documents/1/1", headers={"accept-language": "en"}).text
    assert 'class="stale"' in page
    assert "no longer fit" in page
    undone = writer.post("/corrections", json={"file": f"{LETTER.name}.jsonl", "what": "undo", "undoes": "000001"})
    assert undone.status_code == 201
    assert 'data-undo="000001"' not in writer.get("/documents/1/1").text


def test_an_input_that_is_not_known_gives_text_and_says_why_no_image(reader: TestClient) -> None:
    page = reader.get("/documents/1/1").text
    assert "Қарқаралыда" in page
    assert "where it was is not kept" in page
    answer = reader.get("/documents/1/1/image")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/plain; charset=utf-8")


@pytest.mark.parametrize(
    ("back", "goes"),
    [
        ("/years", "/years"),
        ("/search?q=ұ&first=20", "/search?q=%D2%B1&first=20"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("/\t/evil.example", "/%09/evil.example"),
        ("\\\\evil.example", "/"),
    ],
)
def test_the_language_is_chosen_by_hand_and_leads_back_here_alone(stranger: TestClient, back: str, goes: str) -> None:
    answer = stranger.get("/language", params={"to": "kk", "back": back}, follow_redirects=False)
    assert answer.headers["location"] == goes
    assert '<html lang="kk">' in stranger.get("/", headers={"accept-language": "en"}).text


def test_an_unknown_language_is_the_default(stranger: TestClient) -> None:
    stranger.get("/language", params={"to": "../../en"})
    assert '<html lang="en">' in stranger.get("/").text


def keys_of(words: dict[str, Any], before: str = "") -> set[str]:
    found = set[str]()
    for name, held in words.items():
        found |= keys_of(held, f"{before}{name}.") if isinstance(held, dict) else {before + name}
    return found


def test_all_languages_have_the_same_words_and_all_labels() -> None:
    words = {each: msgspec.toml.decode((FOLDER / "words" / f"{each}.toml").read_bytes()) for each in LANGUAGES}
    for language in LANGUAGES:
        assert keys_of(words[language]) == keys_of(words["en"])
        for table in ("labels", "labels_many", "labels_short"):
            assert set(words[language][table]) == {label.value for label in Label}
    assert re.search("[әғқңөұүһі]", str(words["kk"]["site"]))


def test_a_folder_that_vanishes_is_said(stranger: TestClient, out: Path) -> None:
    shutil.rmtree(out)
    answer = stranger.get("/documents/1/1")
    assert answer.status_code == 503
    assert "review.sqlite" in answer.text
