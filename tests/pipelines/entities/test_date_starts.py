"""Rules that look where dates may begin find what they would find everywhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipelines.entities.dates import RULES
from pipelines.entities.rule import PatternRule

LINES = """
весной 1937 г., в начале марта 1938 года, с конца 37-го года по лето 1941; В нач. 1930-х гг.
в первой половине XX века, в XIX–XX вв., в 20-50-х годов XX столетия, последней четверти ХІХ века
Мая 1944, февраля по июль 1942 года, сент. 1937 г., ноябрь 19 37 г., НОЯБРЯ 1918 ГОДА
193З г., I937 г., l938 год, 1937-де, конца 1937-го, 1936/37, 1954 to 1965, 1937-07-30, (1917–1922)
зимой 1920-1921 гг., во II квартале 1937 г., 3-й декаде 1942 г., ночь на 1938 год, середине 1940-х, сер. 1930-х
на рубеже 1920-1930-х годов, осенью 1929, летом 33 года, 1895 (1896) г., ХХ век, самом начале 1918
in the late thirties and the '30s, end of the twenties, THE 1930s, of the early 40s
1937 жылғы 30 шілдеде, ХХ ғасырдың 30-жылдары, 1918-1919 жылдары қараша айында
"""


@pytest.mark.parametrize("rule", [rule for rule in RULES if isinstance(rule, PatternRule) and rule.starts])
def test_nothing_begins_elsewhere(rule: PatternRule) -> None:
    found = [match.span() for match in rule.matches(LINES)]
    assert found == [match.span() for match in replace(rule, starts=None).matches(LINES)]
    assert found
