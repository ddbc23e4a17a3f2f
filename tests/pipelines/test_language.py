"""Languages of pages in a small notation: one block a line, `xx` the language expected for it."""

from __future__ import annotations

import pytest

from document import Block, Language, Method, Page
from models.language.detector import Detector, load_detector
from pipelines.language import language_shares, main_language, mark_languages

KAZAKH = "Айыпталушының ісі бойынша қаулы шығарылды, мүлкі тәркіленсін"
RUSSIAN = "Дело рассмотрено тройкой, имущество постановлено конфисковать"
ENGLISH = "The prisoner was sent to a labour camp in the steppe that autumn"
GERMAN = "Der Verhaftete wurde im Herbst nach dem Lager gebracht und verhört"
NAMES = "Матиас Ганс Керрен, Отто Вейль, Тойво Лахти, Рихард Бом"


@pytest.fixture(scope="module")
def detector() -> Detector:
    return load_detector()


def page(*texts: str, number: int = 1) -> Page:
    blocks = tuple(Block(number, text, Method.TEXT) for text in texts)
    return Page(number, 595.0, 842.0, Method.TEXT, "a layer", blocks=blocks)


def marked(detector: Detector, *pages: Page) -> list[list[str]]:
    return [[str(block.language) for block in page.blocks] for page in mark_languages(pages, detector)]


@pytest.mark.parametrize(
    ("texts", "languages"),
    [
        ((KAZAKH, RUSSIAN, ENGLISH, GERMAN), "kk ru en und"),
        (("КАРЛАГ", KAZAKH), "kk kk"),
        (("КАРЛАГ", RUSSIAN), "ru ru"),
        (("БҰЙРЫҚ", RUSSIAN), "kk ru"),
        ((RUSSIAN, "12", KAZAKH), "ru kk kk"),
        ((ENGLISH, "NKVD", ENGLISH), "en en en"),
        ((RUSSIAN, "NKVD", ENGLISH), "ru en en"),
        ((KAZAKH, "Нет", GERMAN), "kk kk und"),
        ((GERMAN, "7"), "und und"),
        ((KAZAKH, NAMES), "kk kk"),
        ((RUSSIAN, NAMES), "ru ru"),
        (("7",), "und"),
    ],
)
def test_languages_of_blocks(detector: Detector, texts: tuple[str, ...], languages: str) -> None:
    assert marked(detector, page(*texts)) == [languages.split()]


def test_a_list_of_names_is_told_by_all_of_it(detector: Detector) -> None:
    names = ("Тлеубаев Ескендир, чабан", "Мамбетов Кенжебек, кузнец", "Сарсенбаев Жаксылык, писарь") * 3
    assert set(marked(detector, page(*names))[0]) == {"ru"}


def test_a_page_of_short_blocks_looks_back(detector: Detector) -> None:
    assert marked(detector, page(KAZAKH), page("1937", "Карлаг", number=2)) == [["kk"], ["kk", "kk"]]


def test_thousands_of_short_blocks_take_no_time(detector: Detector) -> None:
    texts = [KAZAKH, *["7"] * 20_000, RUSSIAN]
    languages = marked(detector, page(*texts))[0]
    assert languages[1] == "kk"
    assert languages[-2] == "ru"


def test_pages_flow_one_by_one(detector: Detector) -> None:
    def pages() -> list[Page]:
        raise AssertionError("the second page was asked for before the first was given")

    def stream() -> object:
        yield page(KAZAKH)
        yield from pages()

    first = next(mark_languages(stream(), detector))  # type: ignore[arg-type]
    assert main_language(first.blocks) is Language.KK


def test_shares_count_characters_of_known_languages(detector: Detector) -> None:
    pages = list(mark_languages([page(KAZAKH, KAZAKH, RUSSIAN, GERMAN)], detector))
    shares = language_shares(pages)
    assert list(shares) == [Language.KK, Language.RU]
    assert sum(shares.values()) == pytest.approx(1.0)
    assert shares[Language.RU] == pytest.approx(len(RUSSIAN) / (2 * len(KAZAKH) + len(RUSSIAN)), abs=1e-4)


def test_nothing_known_has_no_shares(detector: Detector) -> None:
    pages = list(mark_languages([page(GERMAN, "7")], detector))
    assert language_shares(pages) == {}
    assert main_language(pages[0].blocks) is Language.UND
