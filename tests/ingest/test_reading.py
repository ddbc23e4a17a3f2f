from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from document import Attempt, Box, Language, Settings, Word
from ingest.cleanup import level
from ingest.frame import to_displayed
from ingest.ocr import Recognizer, load_recognizer
from ingest.raster import Raster
from ingest.reading import Reading, read_image
from tests.ingest.made_page import ENGLISH, KAZAKH, LINES, SENTENCE, Pixels, grain, raster, shade, write

TEXT = " ".join(LINES)
SIDE = 34 * 44
LONDON = "The witness had been heard once again before the judge in London"


class Fake:
    """Reads from an image what `say` answers to it; counts how often it was asked."""

    version = "0"

    def __init__(self, say: Callable[[Pixels], tuple[Word, ...]], english: Fake | None = None) -> None:
        self.say, self.english, self.asked = say, english, 0

    def english_alone(self) -> Fake | None:
        return self.english

    def recognize(self, raster: Raster) -> tuple[Word, ...]:
        self.asked += 1
        return self.say(raster.pixels)

    def read_column(self, raster: Raster, language: Language | None) -> tuple[Word, ...]:
        return ()


def sentence(
    confidence: float, text: str = "Ұйғарым бойынша Ғабит Өтепұлы босатылды", size: tuple[int, int] = (400, 400)
) -> tuple[Word, ...]:
    """Words all over the page, so that they cover its marks."""
    return tuple(Word(word, Box(0, 0, *size), confidence) for word in text.split() * 5)


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    return load_recognizer(Settings())


@pytest.fixture(scope="module")
def page() -> Pixels:
    return write()


def text(reading: Reading) -> str:
    return " ".join(word.text for word in reading.words)


def likeness(reading: Reading) -> float:
    """Share of the true words that were read."""
    read = set(text(reading).split())
    return sum(word in read for word in TEXT.split()) / len(TEXT.split())


class TestChoice:
    def test_a_good_reading_is_left_at_that(self, page: Pixels) -> None:
        fake = Fake(lambda _: sentence(0.97))
        reading = read_image(raster(page), fake)
        assert fake.asked == 1
        assert reading.reason == "raw reading, score 0.97"
        assert (reading.rotation, reading.skew, reading.warnings, reading.blank) == (0, 0.0, (), False)

    def test_a_shaded_page_is_evened_out_first_and_a_good_reading_of_it_left_at_that(self, page: Pixels) -> None:
        fake = Fake(lambda pixels: sentence(0.95 if np.median(pixels) > 250 else 0.7))
        reading = read_image(raster(shade(page)), fake)
        assert reading.reason == "evened reading, score 0.95"
        assert fake.asked == 1

    def test_the_raw_reading_wins_over_a_worse_one(self, page: Pixels) -> None:
        grey = shade(page)
        fake = Fake(lambda pixels: sentence(0.5 if np.median(pixels) > 250 else 0.7))
        reading = read_image(raster(grey), fake)
        assert reading.reason == "raw reading, score 0.70 over evened 0.50"
        assert reading.words == sentence(0.7)

    def test_a_sure_reading_of_one_line_loses_to_one_of_all(self, page: Pixels) -> None:
        grey = shade(page)
        fake = Fake(lambda pixels: sentence(0.9) if np.median(pixels) > 250 else sentence(0.99, size=(9, 9))[:3])
        assert read_image(raster(grey), fake).reason.startswith("evened reading")

    def test_rubbish_is_no_reading(self, page: Pixels) -> None:
        fake = Fake(lambda _: sentence(0.3, "ъ1ы |~ ~х{ Ыы"))
        reading = read_image(raster(page), fake)
        assert reading.blank
        assert reading.words == ()
        assert reading.warnings == ("nothing legible",)

    def test_a_doubtful_reading_is_kept_with_a_warning(self, page: Pixels) -> None:
        fake = Fake(lambda _: (*sentence(0.5), *sentence(0.65)[:1]))
        reading = read_image(raster(page), fake)
        assert not reading.blank
        assert reading.warnings == ("hardly legible: score 0.51",)

    def test_english_pages_are_read_by_english_alone(self, page: Pixels) -> None:
        english = Fake(lambda _: sentence(0.93, LONDON))
        fake = Fake(lambda _: sentence(0.95, LONDON.replace("o", "о")), english)  # Cyrillic
        assert "London" in text(read_image(raster(page), fake))
        assert (english.asked, fake.asked) == (2, 0)  # a few words and the page

    def test_worn_english_pages_too(self, page: Pixels) -> None:
        english = Fake(lambda _: sentence(0.93 if english.asked > 1 else 0.4, LONDON))
        assert "London" in text(read_image(raster(page), Fake(lambda _: sentence(0.95, LONDON), english)))
        assert english.asked == 2

    def test_unless_english_makes_much_less_of_them(self, page: Pixels) -> None:
        english = Fake(lambda _: sentence(0.45, LONDON))
        fake = Fake(lambda _: sentence(0.95, "Der Zeuge wurde in Berlin noch einmal gehört"), english)
        assert "gehört" in text(read_image(raster(page), fake))

    def test_cyrillic_pages_are_not(self, page: Pixels) -> None:
        english = Fake(lambda _: sentence(0.35, "YiirapbiM 6olibiHwa Fa6uT"))
        assert "Ғабит" in text(read_image(raster(page), Fake(lambda _: sentence(0.95), english)))
        assert english.asked == 1  # a few words

    def test_where_no_direction_tells_anything_the_page_is_left_as_it_lies(self, page: Pixels) -> None:
        def say(pixels: Pixels) -> tuple[Word, ...]:
            if pixels.shape[0] != pixels.shape[1]:
                return (*sentence(0.54 if fake.asked == 1 else 0.57), *sentence(0.9)[:1])
            return sentence(0.2 if fake.asked == 2 else 0.3)  # a few lines, first as they lie

        fake = Fake(say)
        assert read_image(raster(page), fake).rotation == 0

    @pytest.mark.parametrize("rotation", [90, 270])
    def test_a_page_on_its_side_is_read_whole_only_once_it_is_turned(self, page: Pixels, rotation: int) -> None:
        whole: list[tuple[int, ...]] = []

        def say(pixels: Pixels) -> tuple[Word, ...]:
            if pixels.shape[0] == pixels.shape[1]:  # a few lines
                return sentence(0.95)
            whole.append(pixels.shape)
            return sentence(0.95)

        turned = np.rot90(page[: page.shape[0] * 3 // 4], rotation // 90)
        read_image(raster(turned), Fake(say))
        assert [rows < columns for rows, columns in whole] == [turned.shape[0] >= turned.shape[1]]

    def test_no_second_look_is_taken_where_hardly_a_word_was_read(self, page: Pixels) -> None:
        class Looking(Fake):
            looks = 0

            def read_column(self, raster: Raster, language: Language | None) -> tuple[Word, ...]:
                self.looks += language is not None
                return ()

        def looks(confidence: float) -> int:
            number = (Word("Хо", Box(10, 10, 30, 20), confidence), Word("708", Box(35, 10, 60, 20), confidence))
            fake = Looking(lambda _: (*number, *sentence(confidence, "Ғабит")))
            read_image(raster(page), fake)
            return fake.looks

        assert looks(0.8) > 0
        assert looks(0.45) == 0


class TestBlank:
    @pytest.mark.parametrize("fill", [0, 200, 255])
    @pytest.mark.parametrize("shape", [(1, 1), (2, 3), (900, 700)])
    def test_flat_images_are_never_read(self, shape: tuple[int, int], fill: int) -> None:
        fake = Fake(lambda _: sentence(1.0))
        reading = read_image(raster(np.full(shape, fill, np.uint8)), fake)
        assert reading.blank
        assert reading.reason == "nothing on the page"
        assert fake.asked == 0

    def test_paper_with_grain_is_never_read(self) -> None:
        fake = Fake(lambda _: sentence(1.0))
        reading = read_image(raster(grain(np.full((900, 700), 190, np.uint8), 12)), fake)
        assert (reading.blank, fake.asked) == (True, 0)

    def test_a_whole_page_of_noise_is_never_read(self) -> None:
        noise = np.random.default_rng(7).normal(180, 40, (3508, 2480)).clip(0, 255).astype(np.uint8)
        fake = Fake(lambda _: sentence(1.0))
        reading = read_image(raster(noise), fake)
        assert (reading.blank, reading.reason, fake.asked) == (True, "marks on the page, but in no lines", 0)

    def test_noise_has_no_words(self, recognizer: Recognizer) -> None:
        noise = np.random.default_rng(5).integers(0, 256, (300, 400)).astype(np.uint8)
        reading = read_image(raster(noise), recognizer)
        assert (reading.blank, reading.words) == (True, ())

    @pytest.mark.parametrize("shape", [(3, 400), (400, 3), (2, 2), (20, 20)])
    def test_slivers_of_writing_are_blank(self, recognizer: Recognizer, page: Pixels, shape: tuple[int, int]) -> None:
        rows, columns = shape
        assert read_image(raster(page[70 : 70 + rows, 70 : 70 + columns]), recognizer).words == ()


class TestPages:
    """Made pages through Tesseract itself."""

    def test_a_clean_page_needs_no_preparation(self, recognizer: Recognizer, page: Pixels) -> None:
        reading = read_image(raster(page), recognizer)
        assert reading.reason.startswith("raw reading")
        assert " over " not in reading.reason
        assert likeness(reading) >= 0.95

    def test_shade_and_grain(self, recognizer: Recognizer, page: Pixels) -> None:
        reading = read_image(raster(grain(shade(page), 22)), recognizer)
        assert reading.reason.startswith("evened grainless reading")
        assert likeness(reading) >= 0.9

    def test_strong_skew(self, recognizer: Recognizer, page: Pixels) -> None:
        crooked = np.full((700, page.shape[1]), 255, np.uint8)
        crooked[136 : 136 + page.shape[0]] = page
        reading = read_image(raster(level(crooked, -7.0)), recognizer)
        assert reading.skew == pytest.approx(7.0, abs=0.3)
        assert likeness(reading) >= 0.9

    @pytest.mark.parametrize("rotation", [90, 180, 270])
    def test_turned_pages(self, recognizer: Recognizer, page: Pixels, rotation: int) -> None:
        turned = raster(np.rot90(page, rotation // 90))
        reading = read_image(turned, recognizer)
        assert reading.rotation == rotation
        assert likeness(reading) >= 0.9
        first = reading.words[0]
        assert first.text == KAZAKH.split()[0]
        shown = to_displayed(first.box, turned.width, turned.height, reading.rotation, reading.skew)
        assert _ink_inside(turned, shown) > 0.15
        assert first.box.y1 < 40  # points: the top of the page as read

    def test_a_negative(self, recognizer: Recognizer, page: Pixels) -> None:
        assert likeness(read_image(raster(255 - page // 10 * 8), recognizer)) >= 0.95

    def test_resolution_is_told_from_the_letters(self, recognizer: Recognizer, page: Pixels) -> None:
        reading = read_image(raster(page, 72), recognizer)
        assert likeness(reading) >= 0.95
        assert max(word.box.x1 for word in reading.words) <= SIDE + 1


def _ink_inside(image: Raster, box: Box) -> float:
    scale = image.dpi / 72
    part = image.pixels[int(box.y0 * scale) : int(box.y1 * scale), int(box.x0 * scale) : int(box.x1 * scale)]
    return float((part < 128).mean())


class TestTongue:
    def test_a_page_of_english_with_a_line_of_kazakh_keeps_the_kazakh_letters(self, recognizer: Recognizer) -> None:
        lines = [ENGLISH, "before the judge of the district in the autumn", "and nothing else was said on that day"] * 3
        reading = read_image(raster(write([*lines, SENTENCE])), recognizer)
        assert "Өтепұлы" in text(reading)
        assert "Pemberley" in text(reading)


class TestRecord:
    def test_choice_score_and_cost_are_told(self, page: Pixels) -> None:
        fake = Fake(lambda pixels: sentence(0.65 if np.median(pixels) > 250 else 0.7))
        recognition = read_image(raster(shade(page)), fake).recognition
        assert recognition is not None
        assert (recognition.preparation, recognition.score) == ("raw", 0.7)
        assert recognition.tried == (Attempt("evened", 0.65), Attempt("raw", 0.7))
        assert recognition.mpixels == pytest.approx(2 * page.size * (13 / 22) ** 2 / 1e6, rel=0.4)

    def test_nothing_is_told_of_a_page_that_was_not_read(self) -> None:
        assert read_image(raster(np.full((90, 90), 200, np.uint8)), Fake(lambda _: ())).recognition is None

    def test_a_page_is_told_the_same_whatever_was_read_before(self, recognizer: Recognizer, page: Pixels) -> None:
        first = read_image(raster(grain(shade(page), 22)), recognizer)
        read_image(raster(np.rot90(page)), recognizer)
        assert read_image(raster(grain(shade(page), 22)), recognizer) == first


class TestSecondPreparation:
    def test_it_is_not_tried_on_the_page_where_part_of_it_reads_no_better(self, page: Pixels) -> None:
        asked: list[int] = []

        def say(pixels: Pixels) -> tuple[Word, ...]:
            asked.append(pixels.size)
            places = ((x, y) for x in range(0, 350, 25) for y in range(0, 110, 10))
            return tuple(Word("Ғабит", Box(x, y, x + 25, y + 10), 0.75) for x, y in places)

        reading = read_image(raster(shade(page)), Fake(say))
        assert reading.reason == "evened reading, score 0.75"
        assert len(asked) == 2
        assert asked[1] < asked[0] * 0.25
