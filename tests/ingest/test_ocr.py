from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from document import Box, Engine, Language, Settings, Word
from errors import MissingToolError
from ingest import ocr
from ingest.ocr import choose_packs, find_tessdata, load_recognizer, parse_hocr
from ingest.raster import Raster
from tests.ingest.made_page import ENGLISH, KAZAKH, LINES, RUSSIAN, raster, write

KK, RU, EN, UND = Language.KK, Language.RU, Language.EN, Language.UND


@pytest.fixture(scope="module")
def page() -> Raster:
    return raster(write())


@pytest.fixture(scope="module")
def by_library(page: Raster) -> tuple[Word, ...]:
    return load_recognizer(Settings()).recognize(page)


@pytest.mark.parametrize(
    ("languages", "packs"),
    [
        ((KK, RU, EN), ("kaz", "rus", "eng")),
        ((EN, KK), ("eng", "kaz")),
        ((KK,), ("kaz", "rus")),  # never alone
        ((RU, RU, UND), ("rus",)),
        ((), ("kaz", "rus", "eng")),
    ],
)
def test_packs_in_the_order_asked_for(languages: tuple[Language, ...], packs: tuple[str, ...]) -> None:
    assert choose_packs(languages) == packs


def test_both_ways_read_the_same_words(page: Raster, by_library: tuple[Word, ...]) -> None:
    by_command = load_recognizer(Settings(engine=Engine.PYTESSERACT)).recognize(page)
    assert [word.text for word in by_command] == [word.text for word in by_library]
    for ours, theirs in zip(by_library, by_command, strict=True):
        assert np.allclose(_numbers(ours.box), _numbers(theirs.box), atol=1.0)
        assert ours.confidence == pytest.approx(theirs.confidence, abs=0.08)
        assert ours.size == pytest.approx(theirs.size, rel=0.1)


def test_three_languages_in_one_reading(by_library: tuple[Word, ...]) -> None:
    text = " ".join(word.text for word in by_library)
    assert text.startswith(KAZAKH)
    assert RUSSIAN in text
    assert ENGLISH in text


def test_boxes_are_points_and_sizes_those_of_type(page: Raster, by_library: tuple[Word, ...]) -> None:
    first = by_library[0]
    assert first.box.x0 == pytest.approx(44 * 1.5 * 72 / 300, abs=2)
    assert all(0 <= word.box.x0 < word.box.x1 <= page.width for word in by_library)
    assert all(8 < word.size < 14 for word in by_library)
    assert all(0.5 < word.confidence <= 1 for word in by_library)


def test_one_page_does_not_teach_the_next(page: Raster, by_library: tuple[Word, ...]) -> None:
    recognizer = load_recognizer(Settings())
    recognizer.recognize(raster(write(LINES[::-1])))
    assert recognizer.recognize(page) == by_library


@pytest.mark.parametrize(
    ("languages", "has_one"), [((KK, RU, EN), True), ((RU, EN), True), ((KK, RU), False), ((EN,), False)]
)
def test_the_english_model_reads_alone_only_beside_others(languages: tuple[Language, ...], has_one: bool) -> None:
    recognizer = load_recognizer(Settings(languages=languages))
    assert isinstance(recognizer, ocr.Polyglot)
    assert (recognizer.english_alone() is not None) is has_one


@pytest.mark.parametrize("engine", list(Engine))
@pytest.mark.parametrize("shape", [(1, 1), (2, 40_000), (500, 2), (40, 40)])
def test_slivers_have_no_words(engine: Engine, shape: tuple[int, int]) -> None:
    assert load_recognizer(Settings(engine=engine)).recognize(Raster(np.full(shape, 255, np.uint8), 300)) == ()


@pytest.mark.parametrize("engine", list(Engine))
def test_versions_are_numbers(engine: Engine) -> None:
    assert load_recognizer(Settings(engine=engine)).version[0].isdigit()


def test_a_missing_pack_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "rus.traineddata").touch()
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    monkeypatch.setattr(ocr, "TESSDATA_FOLDERS", ())
    assert find_tessdata(("rus",)) == tmp_path
    with pytest.raises(MissingToolError, match=r"kaz.*apt-get install tesseract-ocr tesseract-ocr-kaz`"):
        find_tessdata(("kaz", "rus"))


def test_a_missing_command_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pytesseract.pytesseract.tesseract_cmd", "no-such-tesseract")
    with pytest.raises(MissingToolError, match="apt-get install tesseract-ocr"):
        load_recognizer(Settings(engine=Engine.PYTESSERACT))


def test_without_the_library_the_command_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    importing = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "tesserocr":
            raise ImportError(name)
        return importing(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    assert isinstance(load_recognizer(Settings()), ocr.CommandRecognizer)


@pytest.mark.parametrize("engine", list(Engine))
def test_a_column_is_read_by_one_model_alone(engine: Engine) -> None:
    recognizer = load_recognizer(Settings(engine=engine, languages=(KK,)))  # further models are loaded when asked for
    assert isinstance(recognizer, ocr.Rereader)
    column = raster(write(("съезд", "объект")))
    assert [word.text for word in recognizer.read_column(column, RU)] == ["съезд", "объект"]
    assert "ъ" not in " ".join(word.text for word in recognizer.read_column(column, KK))
    assert recognizer.read_column(column, UND) == ()


def test_hocr_words_with_their_lines_size() -> None:
    hocr = """<div class='ocr_page'><p class='ocr_par'>
      <span class='ocr_line' title="bbox 0 0 90 30; baseline 0 -5; x_size 30; x_descenders 6">
        <span class='ocrx_word' id='w1' title='bbox 10 5 60 25; x_wconf 91'>Қасым&amp;Ко</span>
        <span class='ocrx_word' title='bbox 70 5 90 25; x_wconf 40'> </span></span>
      <span class='ocr_header' title="bbox 0 40 90 55; x_size 15"><span class='ocrx_word'
        title='bbox 10 40 60 55; x_wconf 7'><strong><em>ің</em></strong></span></span></p></div>"""
    first, second = parse_hocr(hocr, 144)
    assert (first.text, first.box, first.confidence, first.size) == ("Қасым&Ко", Box(5, 2.5, 30, 12.5), 0.91, 15)
    assert (second.text, second.confidence, second.size) == ("ің", 0.07, 7.5)


def _numbers(box: Box) -> tuple[float, float, float, float]:
    return box.x0, box.y0, box.x1, box.y1
