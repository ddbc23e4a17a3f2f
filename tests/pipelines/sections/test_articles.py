from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from models.lexicon.headings import load_headings
from pipelines.sections.splitting import cut_free

NUMBERED_EN = """
                 | Journal of Steppe Studies, vol. 7, no. 2 (2020)
1 front-matter   | *>^ Settlements by the Lake: A Study of Sources
                 | A. Ospanov, B. Clarke
                 | Department of History, University of the North
2 abstract       | * Abstract
                 | ...en
- keywords       | Keywords: exile, lake, archive
2 introduction   | * 1. Introduction
                 | ...en
2 body           | * 2. Sources
3 body           | * 2.1 Archives
                 | ...en
                 | 1. The first kind of paper is the order.
                 | 2. The second kind is the list.
3 body           | * 2.2 Interviews
                 | ...en
2 conclusion     | * 3. Conclusion
                 | ...en
2 body           | * Acknowledgements
                 | ...en
2 references     | * References
                 | 1. Clarke B. Wells and Roads. London, 1999. 210 p.
                 | 2. Ospanov A. The Lake. Almaty, 2004. P. 15–17.
"""

TRILINGUAL_KK = """
                 | ӘОЖ 94(574)
                 | Ғ.Ә. Өтегенов
                 | Өлке тарихы институты, Ақтөбе, Қазақстан
1 front-matter   | *> ӨЛКЕДЕГІ ЖЕР АУДАРЫЛҒАНДАР ТАРИХЫНАН
2 abstract       | Аңдатпа.
                 | ...kk
- keywords       | Түйін сөздер: өлке, жер аудару, мұрағат
2 introduction   | *> Кіріспе
                 | ...kk
2 body           | *> Зерттеу материалдары мен әдістері
                 | ...kk
2 body           | *> Нәтижелер мен талқылау
                 | ...kk
2 conclusion     | *> Қорытынды
                 | ...kk
2 references     | *> Әдебиеттер тізімі
                 | 1. Сейітов Қ. Ел тарихы. – Алматы, 2001. – 210 б.
                 | Г.А. Утегенов
1 front-matter   | * Из истории сосланных в край
2 abstract       | Аннотация:
                 | ...ru
- keywords       | Ключевые слова: край, ссылка, архив
                 | G.A. Utegenov
1 front-matter   | * From the history of the exiled to the province
2 abstract       | Abstract.
                 | ...en
- keywords       | Key words: province, exile, archive
"""

ARTICLE_RU = """
                 | МРНТИ 03.20
1 front-matter   | *> ПЕРЕСЕЛЕНЦЫ В ОЗЁРНОМ КРАЕ: ИСТОЧНИКИ И ВОПРОСЫ
                 | К.Т. Бекова1, А.С. Лунин2
                 | 1Институт истории края, Алматы, Казахстан
                 | 2Северный университет, Омск, Россия
                 | E-mail: bekova@example.kz
2 abstract       | Аннотация.
                 | ...ru
- keywords       | Ключевые слова: край, ссылка, архив.
2 introduction   | * Введение.
                 | ...ru
2 body           | * Материалы и методы.
                 | ...ru
2 body           | * Результаты и обсуждение
                 | ...ru
                 | Как писал Г. Омаров, 12 мая 1931 г. в край прибыли первые эшелоны.
2 conclusion     | * Заключение
                 | ...ru
2 body           | * Финансирование
                 | Статья подготовлена в рамках проекта № 17.
2 references     | * Список литературы
                 | 1. Омаров Б. История посёлка. – Алматы, 1998. – 120 с.
2 references     | * References
                 | 1. Omarov B. History of the village. Almaty, 1998. 120 p.
2 body           | * Сведения об авторах
                 | Бекова К.Т. – доктор исторических наук, профессор.
"""

PLAIN_RU = """
                 | УДК 94(574)
                 | К.Т. Бекова, доктор исторических наук
1 front-matter   | Архивы края о переселенцах
                 | ...ru
                 | ...ru
"""


ARTICLES = {
    "numbered": NUMBERED_EN,
    "abstracts in three languages": TRILINGUAL_KK,
    "in Russian": ARTICLE_RU,
    "plain text": PLAIN_RU,
}


@pytest.mark.parametrize("text", ARTICLES.values(), ids=ARTICLES)
def test_articles(written: Callable[[str], Any], text: str) -> None:
    """Titles are known by authors beside them, their parts stand below; labels of keywords are no titles."""
    article = written(text)
    assert article.got == article.expected, article.why


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Abstract. The paper is about exile.", ["Abstract.", "The paper is about exile."]),
        ("Аңдатпа: Мақала өлке тарихы туралы.", ["Аңдатпа:", "Мақала өлке тарихы туралы."]),
        ("Аннотация – Статья о ссылке.", ["Аннотация –", "Статья о ссылке."]),
        ("1. Введение. В статье речь идёт о ссылке.", ["1. Введение.", "В статье речь идёт о ссылке."]),
        ("Methods. When we read the files, we found more.", ["Methods.", "When we read the files, we found more."]),
        ("КІРІСПЕ Жұмыстың жалпы сипаттамасы.", ["КІРІСПЕ", "Жұмыстың жалпы сипаттамасы."]),
        ("Жұмыс бітті. ҚОРЫТЫНДЫ", ["Жұмыс бітті.", "ҚОРЫТЫНДЫ"]),
        ("Олар көп еді. Түйін сөздер: өлке, жер.", ["Олар көп еді.", "Түйін сөздер: өлке, жер."]),
        ("На основании изложенного ПРИКАЗЫВАЮ:", ["На основании изложенного", "ПРИКАЗЫВАЮ:"]),
        ("СЛУШАЛИ: дело Иванова. ПОСТАНОВИЛИ: сдать.", ["СЛУШАЛИ:", "дело Иванова.", "ПОСТАНОВИЛИ:", "сдать."]),
        ("П О С Т А Н О В И Л: Дело прекратить.", ["П О С Т А Н О В И Л:", "Дело прекратить."]),
        (
            "ТЫҢДАЛДЫ: Әлиев туралы. ҚАУЛЫ ЕТТІ: Босатылсын.",
            ["ТЫҢДАЛДЫ:", "Әлиев туралы.", "ҚАУЛЫ ЕТТІ:", "Босатылсын."],
        ),
        ("Приложение: на трёх листах.", ["Приложение: на трёх листах."]),
        ("Introduction of the plan. It was late.", ["Introduction of the plan. It was late."]),
        ("Заключение под стражу. Оно было долгим.", ["Заключение под стражу. Оно было долгим."]),
        ("Комиссия решила: дело прекратить.", ["Комиссия решила: дело прекратить."]),
        ("Кіріспе сөзінде ол бұл туралы айтты.", ["Кіріспе сөзінде ол бұл туралы айтты."]),
    ],
)
def test_headings_run_into_their_paragraph(written: Callable[[str], Any], line: str, parts: list[str]) -> None:
    """A heading inside a paragraph is cut free where wording and punctuation say so, and only there."""
    blocks = written(f"| {line}").pages[0].blocks
    assert [block.text for block in cut_free(blocks, load_headings())] == parts
