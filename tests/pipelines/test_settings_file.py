"""Settings: flag before environment before file before default, and what is wrong in a file is named."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from document import Language
from pipelines.options import FROM_ENVIRONMENT, RUN_OPTIONS, RunOptions, resolved
from pipelines.order import Option, Origin


@click.command("run", params=list(RUN_OPTIONS), context_settings=FROM_ENVIRONMENT)
@click.pass_context
def command(context: click.Context, /, **chosen: Any) -> tuple[RunOptions, Mapping[str, Option]]:
    return RunOptions(**chosen), resolved(context)


def choose(*arguments: str, **environment: str) -> tuple[RunOptions, Mapping[str, Option]]:
    done = CliRunner().invoke(command, arguments, env=environment, standalone_mode=False)
    assert done.exception is None, done.exception
    options, origins = done.return_value
    return options, origins


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(folder: Path, text: str, name: str = "muragat.toml") -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_flag_before_environment_before_file_before_default(folder: Path) -> None:
    put(folder, 'output = "шығыс"\njobs = 2\nretry = true\npage-timeout = 30\nmax-pages = 7')
    options, origins = choose("-j", "4", MURAGAT_JOBS="3", MURAGAT_PAGE_TIMEOUT="60", MURAGAT_FORCE="1")
    assert (options.jobs, options.page_timeout, options.force, options.retry) == (4, 60.0, True, True)
    assert (options.max_pages, options.max_image_mpixels) == (7, 128.0)
    assert options.output == Path("шығыс")
    assert {name: origins[name].origin for name in ("jobs", "page-timeout", "max-pages", "mode")} == {
        "jobs": Origin.FLAG,
        "page-timeout": Origin.ENVIRONMENT,
        "max-pages": Origin.FILE,
        "mode": Origin.DEFAULT,
    }
    assert origins["languages"].value == "kk,ru,en"
    assert origins["config"].value == "muragat.toml"


def test_every_option_can_come_from_the_environment(folder: Path) -> None:
    values = {"LANGUAGES": "kaz+rus", "PAGES": "1-3,7", "MODE": "text", "OCR": "pytesseract", "OUTPUT": "-"}
    values |= {"FAIL_OVER": "0.2", "LOG_JSON": "a.jsonl", "QUIET": "yes", "VERBOSE": "no", "PROGRESS": "0"}
    values |= {"MAX_IMAGE_MPIXELS": "5", "MAX_PAGES": "6", "MAX_TEXT_MBYTES": "7", "WORKER_MEMORY": "0", "RETRY": "1"}
    values |= {"JOBS": "3", "PAGE_TIMEOUT": "9", "FORCE": "1", "CONFIG": str(put(folder, "", "other.toml"))}
    values |= {"ENGINE": "dask", "SCHEDULER": "tcp://мұрағат:8786"}
    assert {name.lower() for name in values} == set(RunOptions.__slots__)
    options, origins = choose(**{f"MURAGAT_{name}": value for name, value in values.items()})
    assert {option.origin for option in origins.values()} == {Origin.ENVIRONMENT}
    assert options.languages == (Language.KK, Language.RU)
    assert (options.pages, options.quiet, options.progress) == (((1, 3), (7, 7)), True, False)
    assert origins["pages"].value == "1-3,7"


def test_paths_in_a_file_are_relative_to_it(folder: Path) -> None:
    path = put(folder, 'output = "шығыс"\nlog-json = "../оқиғалар.jsonl"', "баптау/сканер.toml")
    options, _ = choose("--config", str(path))
    assert options.output == path.parent / "шығыс"
    assert options.log_json == path.parent / ".." / "оқиғалар.jsonl"
    put(folder, 'output = "-"\nlanguages = ["kk", "ru"]\npages = ["1-2", "5"]')
    options, _ = choose()
    assert (options.output, options.languages) == (Path("-"), (Language.KK, Language.RU))
    assert options.pages == ((1, 2), (5, 5))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("jbos = 2", "'jbos' is no setting; there are engine, fail-over, force, jobs"),
        ("[run]\njobs = 2", "'run' is no setting"),
        ("page_timeout = 2", "'page_timeout' is no setting"),
        ("config = 'x.toml'", "'config' is no setting"),
        ('jobs = "2"', "jobs = '2': it has to be a whole number"),
        ("jobs = true", "jobs = True: it has to be a whole number"),
        ("jobs = 0", "jobs = 0: 0 is not in the range x>=1"),
        ("page-timeout = 'ұзақ'", "page-timeout = 'ұзақ': it has to be a number"),
        ("fail-over = 20", "fail-over = 20: 20"),
        ("page-timeout = inf", "page-timeout = inf: inf is no number to count with"),
        ("max-image-mpixels = nan", "max-image-mpixels = nan: nan is no number to count with"),
        ("force = 1", "force = 1: it has to be true or false"),
        ("mode = 'guess'", "mode = 'guess': 'guess' is not one of"),
        ("mode = 1", "mode = 1: it has to be one of auto, force-ocr, text"),
        ("output = 1", "output = 1: it has to be a path in quotation marks"),
        ("languages = ['tt']", "languages = ['tt']: 'tt' is not among kaz"),
        ("languages = []", "languages = []: give at least one of kaz"),
        ("languages = [1]", "languages = [1]: it has to be text"),
        ("pages = []", "pages = []: give at least one page, as 1-3,7"),
        ("pages = '3-1'", "pages = '3-1': '3-1' is not like 1-3,7"),
        ("jobs 2", "is not TOML"),
    ],
)
def test_what_is_wrong_in_a_file_is_named_with_what_is_allowed(folder: Path, text: str, said: str) -> None:
    put(folder, text)
    done = CliRunner().invoke(command, ["-o", "out"])
    assert done.exit_code == 2
    assert f"muragat.toml: {said}" in done.stderr or (said == "is not TOML" and said in done.stderr)
    assert CliRunner().invoke(command, ["--config", "жоқ.toml", "-o", "out"]).exit_code == 2


def test_blanks_between_languages_do_not_matter(folder: Path) -> None:
    assert choose("-o", "out", "-l", "kk, rus + eng")[0].languages == (Language.KK, Language.RU, Language.EN)


def test_nothing_in_a_file_acts_on_a_terminal(folder: Path) -> None:
    put(folder, '"\\u001b[2J" = 1')
    done = CliRunner().invoke(command, ["-o", "out"])
    assert "\x1b" not in done.stderr
