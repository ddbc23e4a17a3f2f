"""References to archival holdings, a line a case."""

from __future__ import annotations

import pytest

from document import FondsValue
from models.lexicon import Lexicon
from pipelines.entities.fonds import find
from tests.pipelines.entities.notation import cases, check

RUSSIAN = """
см.: [FONDS РГАСПИ. Ф. 17. Оп. 120. Д. 262. Л. 45–46 об.|РГАСПИ. Ф. 17. Оп. 120. Д. 262. Л. 45–46 об.]
см.: [FONDS РГАСПИ. Ф. 17. Оп. 120. Д. 262. Л. 45–46 об.|archive=РГАСПИ; fonds=17; folios=45–46v]
[FONDS ГАРФ. Ф. Р-9401. Оп. 1а. Д. 163. Л. 15|ГАРФ. Ф. Р-9401. Оп. 1а. Д. 163. Л. 15].
[FONDS ГАРФ. Ф. Р‑5446. Оп. 1а. Д. 12. Лл. 4, 5 и 6|ГАРФ. Ф. Р-5446. Оп. 1а. Д. 12. Л. 4, 5, 6].
[FONDS РГАСПИ, ф.17, оп.171, дело 414, лист 443|file=414; folios=443]. Список
Данные: [FONDS Фонд: Р-4033. Опись: 6. Дело: 560. Листы: 7, 7 зв., 19-21, 23|folios=7, 7v, 19–21, 23].
[FONDS Объединенный государственный архив Челябинской области; Фонд Р-467, Дело 3020, 3021|file=3020, 3021]
[FONDS Государственный архив Карагандинской области, ф. 18, оп. 1, д. 5|archive=ГАКО; fonds=18]
[FONDS ЦА ФСБ России. Р–45761. Л. 14|archive=ЦА ФСБ РФ; file=Р-45761; folios=14].
[FONDS ГА Карагандинской области. Ф. 18. Оп. 1. Д. 5. Л. 6об.-7|folios=6v–7].
[FONDS АП РФ. Ф. 3. Оп. 24. Д. 285. Т. 2. Л. 16–18|file=285, т. 2; folios=16–18]
[FONDS ЦА ФСБ РФ. Ф. 3. Оп. 4. Пор. 6. Л. 12–15об.|folios=12–15v]
[FONDS РГВА. Ф. 1п. Оп. 9в. Д. 44|fonds=1п; inventory=9в]; [FONDS Ф. 3п. Оп. 4. Д. 27; Оп. 5. Д. 39|fonds=3п].
[FONDS ПермГАСПИ. Ф.641/1. Оп.1. Д.15925|fonds=641/1; file=15925].
Арх. данные: [FONDS ф. 1, оп. 2, д. 3, лл. 4, 5 и 6 об.|folios=4, 5, 6v]
[FONDS Архив УФСБ РФ по Омской области. Ф. 1. Д. 5|archive=Архив УФСБ РФ по Омской области].
[FONDS Архив УФСБ по Омской обл. Ф. 4. Оп. 1. Д. 12|archive=Архив УФСБ по Омской обл]
[FONDS АПРФ, фонд № 3, опись № 24|archive=АП РФ; inventory=24]
[FONDS ЦГАОР, ф. 393, оп. 43 а, ед. хр. 1796, л. 230|archive=ЦГАОР СССР; inventory=43 а; file=1796]
в [FONDS фонде 141|fonds=141] хранятся протоколы
"""

KAZAKH = """
[FONDS ҚР ОМА Ф.1125. Т.2. І.70. Б. 13|ЦГА РК. Ф. 1125. Оп. 2. Д. 70. Л. 13].
[FONDS ҚР ОМА Ф. Р-1125, Т.2, І.122, С.3, 12, 100-103; І.302, С.9|fonds=Р-1125].
[FONDS РМӘСТА - Ф. 17 - 120 - І. 262 - Б. 45-46|РГАСПИ. Ф. 17. Оп. 120. Д. 262. Л. 45–46].
[FONDS РФМА. Ф. Р. – 9479, Т. 1, І. 436|ГАРФ. Ф. Р-9479. Оп. 1. Д. 436].
[FONDS ОҚО МА. Ф 77. І. 2а. І. 13|inventory=2а; file=13].
[FONDS РФ МА Ф.364. Т.7. І. 10. Б. 17-17 об.|folios=17–17v]
алдымен [FONDS №121 қор|fonds=121] қаралды
құжаттар [FONDS 495-қорында|Ф. 495] сақталған
[FONDS Ресей Федерациясының мемлекеттік архивіндегі 5283-қорда|fonds=5283]
[FONDS ҚР ПА, 708-қор, 1-тізбе, 45-іс, 12-парақ|АП РК. Ф. 708. Оп. 1. Д. 45. Л. 12]
[FONDS ҚР ПМ. 141-қ., 1-т., 2350-і., 15-п.|АП РК. Ф. 141. Оп. 1. Д. 2350. Л. 15]
[FONDS Алматы облысының мемлекеттік архиві. 685-қор. 1-тізбе. 12-іс|fonds=685; file=12].
[FONDS ҚРОМА. 30-қор, 2-тізбе, 1014-іс, 12-13 парақтар|archive=ЦГА РК; folios=12–13]
[FONDS 8265қордан|fonds=8265] табылған өтініштер
"""

ENGLISH = """
([FONDS RSASPH F. 495. I 292. C 101. P. 10|РГАСПИ. Ф. 495. Оп. 292. Д. 101. Л. 10].)
[FONDS f. 9401, op. 1, d. 4157, l. 201|Ф. 9401. Оп. 1. Д. 4157. Л. 201]
[FONDS GARF, fond R-9401, opis' 2, delo 64, list 12|ГАРФ. Ф. Р-9401. Оп. 2. Д. 64. Л. 12]
from the [FONDS Archive of the President of Kazakhstan, Fond 708|fonds=708]
([FONDS Fonds 1p and 205|fonds=1p, 205])
[FONDS TsA FSB, f. 8, op. 1, por. 80, ll. 57-73|file=por. 80; folios=57–73]
[FONDS RGASPI, 558/11/56/45|РГАСПИ. Ф. 558. Оп. 11. Д. 56. Л. 45].
Materials from the [FONDS Fund 9401|fonds=9401]
"""

CONTINUED = """
[FONDS ГАРФ. Ф. 9414. Оп. 1. Д. 3|file=3]. [FONDS Там же. Оп. 4. Д. 157|ГАРФ. Ф. 9414. Оп. 4. Д. 157].
[FONDS ГАРФ. Ф. 9414. Оп. 1. Д. 3. Л. 5|folios=5]. [FONDS Там же. Л. 45|ГАРФ. Ф. 9414. Оп. 1. Д. 3. Л. 45].
[FONDS І. 27. Б. 166-167|Д. 27. Л. 166–167].
"""

MISREAD = """
[FONDS РГАСПИ. Ф, 17. 0п. 12О. Д. 262. Л. 4З|РГАСПИ. Ф. 17. Оп. 120. Д. 262. Л. 43]
[FONDS ҚР ОМА Ф. 1125. T. 2. I. 7О|ЦГА РК. Ф. 1125. Оп. 2. Д. 70]
[FONDS Фонд 708 оп І, д. 5 893, л.45об|Ф. 708. Оп. 1. Д. 5893. Л. 45 об.]
"""

NOTATIONS = """
[FONDS РГАНИ. Ф. 89. Пер. 73. Д. 1. Л. 3|РГАНИ. Ф. 89. Пер. 73. Д. 1. Л. 3]
[FONDS ЦДНИ ВКО. Ф. 73. Оп. 1. Св. 12. Д. 118|ЦДНИ ВКО. Ф. 73. Оп. 1. Св. 12. Д. 118]
[FONDS АВП РФ. Ф. 0100. Оп. 20. П. 184. Д. 12. Л. 7|АВП РФ. Ф. 0100. Оп. 20. П. 184. Д. 12. Л. 7]
[FONDS ГАРФ. Ф. Р-9414 сч. Оп. 1. Д. 5|fonds=Р-9414 сч]
[FONDS ЦА ФСБ РФ. Д. Р-8765. Л. 14–16|archive=ЦА ФСБ РФ; file=Р-8765]
[FONDS Архив УКНБ по Карагандинской области. Ф. 1. Д. 5893|archive=Архив УКНБ по Карагандинской области]
[FONDS RGASPI f.17/op.162/d.21/l.89|РГАСПИ. Ф. 17. Оп. 162. Д. 21. Л. 89]
[FONDS RGAE, fond 5675, opis' 1, file 48, folio 12|file=48; folios=12]
[FONDS Қарағанды ОМА. 18-қор. 1-тізбе. 5-іс. 12-п.|archive=ГАКО; folios=12]
[FONDS Қазақстан Республикасының Президенті мұрағаты, 141-қор, 17-тізбе|archive=АП РК]
[FONDS ҚР ПА. 141-қор, 1-тізбе, 480-іс, 5-парақ; 481-іс, 3-парақ|archive=АП РК; inventory=1].
[FONDS ҚР ОМА, 1380-қор, 2-тізімдеме, 187-іс, 16-парақтың сырты|folios=16v]
материалы в [FONDS 811-қордың 23-тізбесінде|fonds=811; inventory=23]
The dispatch is in [FONDS TNA, FO 371/21104|TNA. Ф. FO 371. Д. 21104]
[FONDS NARA, RG 59, 861.00/11705|archive=NARA; fonds=RG 59; file=861.00/11705]
"""

THE_SAME = """
[FONDS RGASPI, f. 17, op. 3, d. 989, l. 57|folios=57]. [FONDS Ibid., l. 60|РГАСПИ. Ф. 17. Оп. 3. Д. 989. Л. 60]
[FONDS ҚР ОМА. 30-қор, 1-тізбе, 4-іс, 2-п.|folios=2] [FONDS Сонда. 5-п.|ЦГА РК. Ф. 30. Оп. 1. Д. 4. Л. 5]
# Pages of a book, as long as no holdings were named.
Жандосов О. Статьи. Алма-Ата, 1970. С. 5. Там же. С. 15.
Сонда. 15-б.
"""

NOT_FONDS = """
Ф. И. Асанов, уроженец Ф. 3
Т. 2. С. 15 – том и страница
проживал: ул. Абая, д. 5, кв. 3
кеңес үкіметінің қорытындысы 45-іс
2 фондтан
қор жинау
в избирательный фонд 35 млн рублей
Қор 2019-ыншы жылды аяқтады
М., 1952. Т. 7. С. 114
"""


@pytest.mark.parametrize(
    "line", cases(RUSSIAN + KAZAKH + ENGLISH + CONTINUED + NOTATIONS + THE_SAME + MISREAD + NOT_FONDS)
)
def test_fonds(line: str, lexicon: Lexicon) -> None:
    check(line, find, lexicon)


def test_a_list_of_files_keeps_them_all(lexicon: Lexicon) -> None:
    (found,) = find("РГВА. Ф. 3п. Оп. 4. Д. 27; Оп. 5. Д. 39", lexicon)
    assert found.value == FondsValue(
        normalized="РГВА. Ф. 3п. Оп. 4. Д. 27; Оп. 5. Д. 39",
        archive="РГВА",
        fonds="3п",
        inventory="4; 5",
        file="27; 39",
    )


def test_what_follows_a_semicolon_lies_in_the_same_archive(lexicon: Lexicon) -> None:
    _, second = find("ГАРФ. Ф. 9401. Оп. 1. Д. 5; Ф. 9414. Оп. 1. Д. 7", lexicon)
    assert isinstance(second.value, FondsValue)
    assert second.value.archive == "ГАРФ"
