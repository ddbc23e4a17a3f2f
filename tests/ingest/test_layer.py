from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from document import Box, Method, Mode, Settings, Source
from ingest.layer import Verdict, judge
from ingest.layer_evidence import Evidence, looks_written
from ingest.pdf import Contents, Picture, Sample
from ingest.pdf_pages import Found, PdfPages
from tests.ingest.small_pdf import Sheet, paint, show, written_paper

Make = Callable[..., Source]
PAGE = Box(0, 0, 400, 600)

KAZAKH = "Аудандық комитеттің төрағасы Әлібек Сарбасұлы ауылға келіп, жиналыс өткізді. Үкім шығарылды."
RUSSIAN = "Председатель районного комитета Сарбасов прибыл в аул и провёл собрание. Вынесено решение."
ENGLISH = "The chairman of the district committee came to the village and held a meeting of all members."


def paper() -> NDArray[np.uint8]:
    return written_paper()


def photograph() -> NDArray[np.uint8]:
    rows, columns = np.mgrid[0:600, 0:400]
    shades: NDArray[np.uint8] = (90 + 60 * np.sin(rows / 70) + 50 * np.cos(columns / 50)).astype(np.uint8)
    return shades


def verdict(text: str, /, mode: Mode = Mode.AUTO, **changes: Any) -> Verdict:
    """The verdict on a page whose text fills it."""
    picture = changes.get("picture")
    opaque = bool(changes.get("opaque", True))
    contents = Contents(
        text=text,
        lines=(Box(0, 0, 400, 600),) if changes.get("filled", True) else (Box(100, 40, 300, 60),),
        samples=(Sample(200, 50, bool(changes.get("invisible")), int(str(changes.get("order", 9)))),),
        pictures=(Picture(picture, 800, 1200, 5, opaque),) if isinstance(picture, Box) else (),
        paths=int(str(changes.get("paths", 0))),
    )
    look = changes.get("look", paper)
    assert callable(look)
    return judge(Evidence(contents, 400, 600, look), mode)


@pytest.mark.parametrize(
    "text",
    [
        KAZAKH,
        RUSSIAN,
        ENGLISH,
        KAZAKH.replace("ә", "ə").replace("і", "i"),  # Latin twins of Kazakh letters are mended later
        KAZAKH.replace("ө", "ӛ"),
        "Алматы, 1937 жыл. № 00447 бұйрық, 58-10-бап, Ф. 17. Оп. 120. Д. 262. Л. 45–46 об., іс 24-а",
        "НКВД СССР, КПСС, ГУЛАГ, ЦК ВКП(б), УНКВД, ЦИК, СНК, ОГПУ, РСФСР, КазССР, ҚазКСР, АССР",
        "КІРІСПЕ ................................................. 3\n1 ТАРАУ . . . . . . . . . . . . . . . . 17",
        "__________________ қолы\n----------------------------------",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20",
        "https://мұрағат.kz/x1y2z3 https://e-history.kz/aB2cD www.archive.kz/kL9 a@b.kz http://a1b2c3.kz x@y.kz q@w.kz",
        "Grüße aus Köln: Bürger für Bücher, Äpfel, Öl, über, schön, Straße, süß, Tür, grün, müde",
        "Србија: љубав, њива, ћуприја, џеп, ђак, наш, дом, вода, хлеб, сунце, месец",
        KAZAKH + " \ufffd",
    ],
)
def test_layers_to_be_believed(text: str) -> None:
    assert verdict(text) == Verdict(Method.TEXT, "text layer")


GARBAGE = (
    "npHKa3 Hap0Moro KoMHccapa BHyTpeHHHx Aen o6 apecTe 6biBmHx KynaKoB H yroJIOBHHKoB ropo)la AJIMa-ATbI CCCP rPynna"
)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (GARBAGE, "capitals and digits inside the words"),
        (RUSSIAN.encode("cp1251").decode("latin-1"), "letters of a wrong alphabet"),
        (RUSSIAN.encode("utf-8").decode("latin-1"), "glyphs without characters"),
        (KAZAKH.replace("қ", "ќ").replace("ғ", "ѓ").replace("ң", "њ"), "letters of a wrong alphabet"),
        ("".join(chr(ord(letter) + 0xF000 - 0x400) if letter.isalpha() else letter for letter in RUSSIAN), "glyphs"),
        ("\x01\x02\x03 \x04\x05\x06\x07 \x08\x0e\x0f\x10", "glyphs without characters"),
        (". , - ; , , « » . ? - : , , . \u00ad , . , ( ) . . , - ; 5 , . \u00ad , , , . , / 31 - 42 . , . ,", "signs"),
        ("Брsдрл wрgвr наfо zакqн приvаз dело нqаг сqдwя лdст lистq оbыск", "words of mixed alphabets"),
        ("Wkh fkdlupdq ri wkh glvwulfw frpplwwhh fdph wr wkh ylooodjh dqg khog d phhwlqj".replace("o", "w"), "vowels"),
    ],
)
def test_layers_not_to_be_believed(text: str, reason: str) -> None:
    found = verdict(text)
    assert found.method is Method.OCR
    assert reason in found.reason


@pytest.mark.parametrize(
    ("changes", "method", "reason"),
    [
        ({"picture": PAGE, "invisible": True}, Method.OCR, "scan with an invisible text layer"),
        ({"picture": PAGE, "order": 1}, Method.OCR, "scan over a text layer"),
        ({"picture": PAGE, "order": 1, "opaque": False}, Method.TEXT, "text layer"),  # a watermark
        ({"picture": PAGE}, Method.TEXT, "text layer"),  # a picture behind the text
        ({"picture": Box(0, 0, 90, 90), "invisible": True}, Method.OCR, "invisible text layer"),
        ({"picture": PAGE, "filled": False}, Method.OCR, "text layer of a part of the page only"),
        ({"picture": PAGE, "filled": False, "look": photograph}, Method.OCR, "text layer of a part of the page only"),
        ({"picture": Box(0, 100, 400, 500), "filled": False, "look": photograph}, Method.TEXT, "text layer"),
        ({"picture": Box(0, 200, 400, 400), "filled": False}, Method.OCR, "text layer of a part of the page only"),
        ({"picture": Box(0, 200, 200, 300), "filled": False}, Method.TEXT, "text layer"),
        ({"paths": 5000}, Method.TEXT, "text layer"),
    ],
)
def test_what_lies_around_a_good_layer_decides(changes: dict[str, Any], method: Method, reason: str) -> None:
    found = verdict(KAZAKH, **changes)
    assert (found.method, found.reason) == (method, reason)


def test_long_text_before_a_photograph_is_kept() -> None:
    assert verdict(KAZAKH * 5, picture=PAGE, filled=False, look=photograph) == Verdict(Method.TEXT, "text layer")


def test_long_text_beside_a_written_picture_is_kept_with_a_warning() -> None:
    found = verdict(KAZAKH * 5, picture=Box(0, 200, 400, 400), filled=False)
    assert found.method is Method.TEXT
    assert found.warning is not None
    assert "--mode force-ocr" in found.warning


@pytest.mark.parametrize(
    ("text", "changes", "method", "reason"),
    [
        ("", {}, Method.BLANK, "nothing on the page"),
        (" \r\n", {}, Method.BLANK, "nothing on the page"),
        ("", {"picture": PAGE}, Method.OCR, "no text layer"),
        ("", {"paths": 1}, Method.OCR, "no text layer"),
        ("12", {"paths": 5000}, Method.OCR, "hardly any text beside many shapes"),
    ],
)
def test_pages_with_little_or_no_text(text: str, changes: dict[str, Any], method: Method, reason: str) -> None:
    found = verdict(text, **changes)
    assert (found.method, found.reason) == (method, reason)


def test_the_user_may_decide() -> None:
    assert verdict(KAZAKH, Mode.FORCE_OCR).method is Method.OCR
    assert verdict(GARBAGE, Mode.TEXT, picture=PAGE, invisible=True).method is Method.TEXT
    scanned = verdict("", Mode.TEXT, picture=PAGE)
    assert scanned.method is Method.BLANK
    assert scanned.warning is not None
    assert verdict("", Mode.TEXT).warning is None


def test_paper_with_ink_looks_written_and_photographs_do_not() -> None:
    assert looks_written(paper())
    assert looks_written((150 - (255 - paper()) / 5).astype(np.uint8))  # faint ink on grey paper
    assert not looks_written(photograph())
    assert not looks_written(np.full((50, 50), 240, dtype=np.uint8))
    assert not looks_written(255 - paper())
    assert not looks_written(np.zeros((0, 0), dtype=np.uint8))


def look(source: Source, mode: Mode = Mode.AUTO) -> Found:
    with PdfPages(source) as pages:
        return pages.find(1, Settings(mode=mode))


SCAN = {"Scan": written_paper(1200, 800)}
WHOLE = paint("Scan", 0, 0, 400, 600)


@pytest.mark.parametrize(
    ("sheet", "method", "reason"),
    [
        (Sheet(), Method.BLANK, "nothing on the page"),
        (Sheet(show(KAZAKH, 20, 500, size=6)), Method.TEXT, "text layer"),
        (Sheet(WHOLE, images=SCAN), Method.OCR, "no text layer"),
        (Sheet(WHOLE + show(GARBAGE, 20, 500, mode=3), images=SCAN), Method.OCR, "scan with an invisible text layer"),
        (Sheet(WHOLE + show(KAZAKH, 20, 500, mode=3), images=SCAN), Method.OCR, "scan with an invisible text layer"),
        (Sheet(show(KAZAKH, 20, 500) + WHOLE, images=SCAN), Method.OCR, "scan over a text layer"),
        (
            Sheet(WHOLE + show("Көшірме", 20, 590, size=8), images=SCAN),
            Method.OCR,
            "text layer of a part of the page only",
        ),
        (Sheet(WHOLE, rotate=90, crop=(10, 10, 300, 500), images=SCAN), Method.OCR, "no text layer"),
        (Sheet(show("1", 200, 20) + b"0 0 m 9 9 l S\n" * 300), Method.OCR, "hardly any text beside many shapes"),
    ],
)
def test_pages_as_written(make_pdf: Make, sheet: Sheet, method: Method, reason: str) -> None:
    found = look(make_pdf(sheet))
    assert (found.verdict.method, found.verdict.reason) == (method, reason)
    assert (found.raster is not None) == (method is Method.OCR)
    assert (found.layer is not None) == (method is Method.TEXT)


def test_pictures_inside_forms_are_found_where_they_are_painted(make_pdf: Make) -> None:
    source = make_pdf(Sheet(WHOLE + show(GARBAGE, 20, 500, mode=3), crop=(0, 300, 400, 600), images=SCAN))
    with PdfPages(source) as pages, pages._file.page(1) as page:
        (picture,) = page.contents().pictures
    assert (picture.columns, picture.rows) == (800, 1200)
    assert (round(picture.box.y0), round(picture.box.y1)) == (0, 600)
    assert round(picture.dpi) == 144
