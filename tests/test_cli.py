"""The command line's promises: streams, files and exit codes, by the real command."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result

import cli
from models.language.detector import load_detector
from pipelines.entities.tagger import Tagger
from pipelines.tools import TextTools

ROOT = Path(__file__).resolve().parent.parent
TEXT = "КІРІСПЕ\n\n1937 жылғы 25 шілдеде Ахмет Оспанов Қарағанды қаласында тұтқынға алынды.\n"


def muragat(*arguments: str | Path, stdin: str = "", folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "cli.py"), *map(str, arguments)]
    return subprocess.run(command, cwd=folder, input=stdin, capture_output=True, text=True, timeout=120, check=False)


def invoke(*arguments: str | Path) -> Result:
    """The same without starting Python again, which takes seconds where much is to be loaded."""
    return CliRunner().invoke(cli.main, list(map(str, arguments)))


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of two letters, and beside it inputs that cannot be read."""
    folder = tmp_path_factory.mktemp("кіріс") / "хаттар"
    (folder / "екінші қор").mkdir(parents=True)
    (folder / "Ұлы дала хаты.txt").write_text(TEXT, "utf-8")
    (folder / "екінші қор" / ("а" * 100 + ".txt")).write_text("Архивтегі екінші хат.\n", "utf-8")
    (folder.parent / "бос.pdf").touch()
    (folder.parent / "сынық.pdf").write_bytes(b"%PDF-1.7\nnothing that follows\n")
    return folder


@pytest.fixture
def letter(inputs: Path) -> Path:
    return inputs / "Ұлы дала хаты.txt"


class Run(NamedTuple):
    out: Path
    done: subprocess.CompletedProcess[str]


def bad_inputs(inputs: Path) -> list[Path]:
    return [inputs.parent / name for name in ("жоқ.pdf", "бос.pdf", "сынық.pdf")]


@pytest.fixture(scope="module")
def runs(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, subprocess.CompletedProcess[str]]:
    """Two runs at the same time, for each loads for seconds."""
    out = tmp_path_factory.mktemp("шығыс")
    with ThreadPoolExecutor() as threads:
        good = threads.submit(muragat, "run", inputs, "-o", out, "-j", "1")
        mixed = threads.submit(muragat, "run", *bad_inputs(inputs), inputs, "-o", "-", "-j", "2")
    return Run(out, good.result()), mixed.result()


@pytest.fixture(scope="module")
def good(runs: tuple[Run, subprocess.CompletedProcess[str]]) -> Run:
    """One run over the folder of letters."""
    return runs[0]


@pytest.fixture(scope="module")
def mixed(runs: tuple[Run, subprocess.CompletedProcess[str]]) -> subprocess.CompletedProcess[str]:
    """One run by two workers over inputs that cannot be read and the folder of letters, to standard output."""
    return runs[1]


@pytest.fixture
def text_tools(tagger: Tagger, monkeypatch: pytest.MonkeyPatch) -> None:
    """What `tag` loads, loaded once for all tests."""
    tools = TextTools(load_detector(), tagger)
    monkeypatch.setattr("pipelines.tools.load_text_tools", lambda: tools)


def kinds(lines: str) -> list[str]:
    return [json.loads(line)["kind"] for line in lines.splitlines()]


def outputs(out: Path) -> list[str]:
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*.jsonl"))


def test_a_run_writes_a_file_for_each_input_and_a_report(good: Run) -> None:
    assert (good.done.returncode, good.done.stdout) == (0, "")
    assert outputs(good.out) == ["екінші қор/" + "а" * 100 + ".txt.jsonl", "Ұлы дала хаты.txt.jsonl"]
    report = json.loads((good.out / "run.json").read_text("utf-8"))
    assert (report["finished"], report["totals"]["done"]) == (True, 2)


def test_the_records_tell_the_document(good: Run, letter: Path) -> None:
    document, *sections = map(json.loads, (good.out / f"{letter.name}.jsonl").read_text("utf-8").splitlines())
    assert document["source"]["path"] == letter.name
    sha256 = hashlib.sha256(letter.read_bytes()).hexdigest()
    assert (document["source"]["sha256"], document["id"]) == (sha256, sha256[:16])
    assert [(each["document"], each["id"]) for each in sections] == [(sha256[:16], f"{sha256[:16]}/0001")]
    assert document["languages"] == {"kk": 1.0}
    assert [section["title"] for section in sections] == ["КІРІСПЕ"]
    dates = [found["value"]["edtf"] for found in sections[0]["entities"] if found["label"] == "DATE"]
    assert dates == ["1937-07-25"]


def test_outputs_are_valid(good: Run) -> None:
    assert muragat("validate", *good.out.rglob("*.jsonl")).returncode == 0


def test_a_folder_of_outputs_is_validated_file_by_file(good: Run, letter: Path, tmp_path: Path) -> None:
    shutil.copytree(good.out, tmp_path / "шығыс")
    assert invoke("validate", tmp_path / "шығыс").exit_code == 0
    (tmp_path / "шығыс" / "бос.jsonl").touch()
    done = invoke("validate", tmp_path / "шығыс")
    assert done.exit_code == 4
    assert "бос.jsonl:1: the file is empty" in done.stderr
    assert letter.name not in done.stderr


def test_a_broken_output_is_named_by_file_and_line(good: Run, letter: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    text = (good.out / f"{letter.name}.jsonl").read_text("utf-8")
    broken.write_text(text.replace('"1937-07-25"', "1937"), "utf-8")
    done = invoke("validate", broken, tmp_path / "missing.jsonl")
    assert done.exit_code == 4
    assert f"{broken}:2: " in done.stderr
    assert "missing.jsonl: No such file" in done.stderr


def test_a_second_run_does_nothing_again(good: Run, inputs: Path) -> None:
    def written() -> dict[str, int]:
        return {name: (good.out / name).stat().st_mtime_ns for name in outputs(good.out)}

    before = written()
    assert muragat("run", inputs, "-o", good.out, "-j", "1").returncode == 0
    assert written() == before


def test_standard_output_gets_the_same_records_whatever_the_number_of_workers(
    good: Run, mixed: subprocess.CompletedProcess[str]
) -> None:
    assert kinds(mixed.stdout) == ["document", "section", "document", "section"]
    assert mixed.stdout == "".join((good.out / name).read_text("utf-8") for name in outputs(good.out))


def test_show_is_readable(good: Run) -> None:
    shown = muragat("show", good.out, "--section", "best").stdout
    assert "Оспанов" in shown
    assert "1937-07-25" in shown


@pytest.mark.parametrize(
    "held",
    ["", "сынған жол\n", '{"kind":"document"}\n', "\udcff\n", '{"ә":"\udcff"}\n', "[1]\n", '{"ә":' + '{"ә":' * 100_000],
    ids=("empty", "no JSON", "half a record", "no UTF-8", "UTF-8 broken off", "no object", "too deep"),
)
def test_records_that_are_damaged_are_named(tmp_path: Path, held: str) -> None:
    (tmp_path / "сынық.jsonl").write_bytes(held.encode("utf-8", "surrogateescape"))
    for command in (["show"], ["export", "--to", "csv", "-o", str(tmp_path / "кесте")]):
        done = CliRunner().invoke(cli.main, [*command, str(tmp_path)])
        assert (done.exit_code, "сынық.jsonl is not what Muragat writes" in done.stderr) == (5, True), done.exception


def test_a_damaged_line_is_named(good: Run, letter: Path, tmp_path: Path) -> None:
    whole = (good.out / f"{letter.name}.jsonl").read_bytes()
    (tmp_path / "сынық.jsonl").write_bytes(whole[: whole.index(b"\n") + 30])
    for command in (["show"], ["export", "--to", "csv", "-o", str(tmp_path / "кесте")]):
        done = invoke(*command, tmp_path)
        assert (done.exit_code, "сынық.jsonl is not what Muragat writes (line 2: " in done.stderr) == (5, True)
    done = invoke("validate", tmp_path)
    assert (done.exit_code, "сынық.jsonl:2: " in done.stderr) == (4, True)


@pytest.mark.parametrize("name", ["run.json", ".muragat/progress.json", ".muragat/lock"])
def test_traces_of_a_run_that_are_damaged_do_not_stop_anybody(good: Run, tmp_path: Path, name: str) -> None:
    out = shutil.copytree(good.out, tmp_path / "шығыс")
    (out / name).write_bytes(b'{"state":"\xff"}')
    assert invoke("report", out, "-o", tmp_path / "есеп.html").exit_code == 0
    assert invoke("status", out).exit_code == (5 if "progress" in name else 0)


OVER_A_FOLDER = [
    ("show",),
    ("validate",),
    ("export", "--to", "csv", "-o", "кесте"),
    ("review", "--port", "0"),
    ("report", "-o", "есеп.html"),
]


@pytest.mark.parametrize("command", OVER_A_FOLDER, ids=lambda command: command[0])
def test_a_folder_without_records_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "бос қалта").mkdir()
    done = invoke(*command, "бос қалта")
    assert (done.exit_code, done.stdout) == (5, "")
    assert "there are no records in бос қалта: give the folder that -o of the run names" in done.stderr
    assert [path.name for path in tmp_path.rglob("*")] == ["бос қалта"], "nothing was written"


@pytest.mark.parametrize("command", OVER_A_FOLDER, ids=lambda command: command[0])
def test_a_folder_that_may_not_be_looked_into_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    def refuse(folder: str) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), folder)

    monkeypatch.chdir(tmp_path)
    (tmp_path / "жабық").mkdir()
    monkeypatch.setattr("os.scandir", refuse)
    done = invoke(*command, "жабық")
    assert (done.exit_code, done.stderr) == (5, "muragat: жабық cannot be read: Permission denied\n")


def test_a_name_that_cannot_be_is_said(tmp_path: Path) -> None:
    long = tmp_path / ("ұзын" * 100)
    done = invoke("validate", long)
    assert (done.exit_code, done.stderr) == (4, f"{long}: File name too long\n")
    done = invoke("run", long, "-o", tmp_path / "шығыс", "-j", "1")
    assert (done.exit_code, "File name too long" in done.stderr) == (5, True)
    done = invoke("plan", long, "-o", long, "-j", "1")
    assert (done.exit_code, done.stdout) == (0, "files: 1\ncannot be read: 1 unreadable\n")


def test_a_folder_may_be_named_with_a_slash_at_its_end(good: Run, tmp_path: Path) -> None:
    out = f"{good.out}/"
    for command in (["validate"], ["status"], ["show"], ["export", "--to", "csv", "-o", f"{tmp_path}/кесте/"]):
        assert invoke(*command, out).exit_code == 0
    assert (tmp_path / "кесте" / "entities.csv").exists()


@pytest.mark.parametrize("command", ["status", "export", "review", "report"])
def test_a_file_where_a_folder_belongs_is_wrong_usage(letter: Path, tmp_path: Path, command: str) -> None:
    target = str(tmp_path / "кесте")
    more = {"export": ["--to", "csv", "-o", target], "report": ["-o", target]}
    done = invoke(command, letter, *more.get(command, []))
    assert (done.exit_code, "is a file" in done.stderr) == (2, True)


def test_an_export_of_nothing_is_told_apart(good: Run, tmp_path: Path) -> None:
    done = invoke("export", good.out, "--to", "alto", "-o", tmp_path / "alto")
    assert done.exit_code == 5
    *left_out, last = done.stderr.splitlines()
    assert sorted(line.partition(".txt: ")[2] for line in left_out) == ["plain text has no pages"] * 2
    assert last == "muragat: nothing was exported as alto; documents left out: 2"
    assert not (tmp_path / "alto").exists()


def test_the_log_of_a_run_may_lie_beside_its_records(good: Run, tmp_path: Path) -> None:
    out = shutil.copytree(good.out, tmp_path / "шығыс")
    (out / "оқиғалар.jsonl").write_text('{"event":"run-ended","at":"2026-01-01T00:00:00Z"}\n', "utf-8")
    for command in ("show", "validate"):
        assert CliRunner().invoke(cli.main, [command, str(out)]).exit_code == 0
    assert CliRunner().invoke(cli.main, ["validate", str(out / "оқиғалар.jsonl")]).exit_code == 4, "asked for by name"


def test_a_section_that_is_not_there_is_said(good: Run) -> None:
    done = CliRunner().invoke(cli.main, ["show", str(good.out), "--section", "0003"])
    assert (done.exit_code, "no section has the id 0003" in done.stderr) == (2, True)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
@pytest.mark.parametrize("to_standard_output", [False, True], ids=["version", "run"])
def test_standard_output_that_has_no_room_is_said(letter: Path, to_standard_output: bool) -> None:
    command = ["run", str(letter), "-o", "-", "-j", "1", "-q"] if to_standard_output else ["version"]
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run([sys.executable, str(ROOT / "cli.py"), *command], stdout=full, stderr=-1, check=False)
    assert told.returncode == 5
    assert told.stderr.decode() == "muragat: cannot write to standard output: No space left on device\n"


def test_what_cannot_be_read_is_said_and_the_rest_is_done(
    inputs: Path, mixed: subprocess.CompletedProcess[str]
) -> None:
    assert mixed.returncode == 4
    assert "Traceback" not in mixed.stderr
    told = [line for line in mixed.stderr.splitlines() if line.startswith("muragat: ")]
    for path in bad_inputs(inputs):
        assert sum(path.name in line for line in told) == 1
        assert sum(path.name in line for line in mixed.stderr.splitlines()) > 1, "and among what needs an eye"
    assert "inputs: 5 (2 done, 0 with failures, 3 failed)" in mixed.stderr
    read = [record["source"]["path"] for record in map(json.loads, mixed.stdout.splitlines()) if "source" in record]
    assert read == ["екінші қор/" + "а" * 100 + ".txt", "Ұлы дала хаты.txt"]


@pytest.mark.slow
def test_every_choice_goes_by_its_promised_name(tmp_path: Path) -> None:
    sample = ROOT / "samples" / "Ұлытау ауданы № 5.png"
    for choice in (("--mode", "force-ocr"), ("--mode", "auto"), ("--ocr", "pytesseract"), ("-l", "kaz+rus")):
        tried = CliRunner().invoke(cli.main, ["run", *choice, str(tmp_path / "missing.pdf"), "-o", str(tmp_path)])
        assert tried.exit_code == 5, tried.output
    done = muragat("run", "--mode", "text", sample, "-o", "-", "-j", "1")
    assert json.loads(done.stdout.splitlines()[0])["pages"][0]["method"] == "blank"


def test_nothing_done_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = muragat("run", tmp_path / "empty", "-o", tmp_path / "out", "-j", "1")
    assert done.returncode == 5
    assert "empty" in done.stderr


def test_an_output_that_is_no_folder_is_said(letter: Path) -> None:
    done = invoke("run", letter, "-o", letter / "out", "-j", "1")
    assert done.exit_code == 5
    assert done.stderr.startswith("muragat: cannot write")


def test_a_missing_language_pack_names_the_command(
    letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.ocr.TESSDATA_FOLDERS", ())
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    done = CliRunner().invoke(cli.main, ["run", str(letter), "-o", str(tmp_path / "out")])
    assert done.exit_code == 3
    assert "apt-get install tesseract-ocr" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("run",),
        ("run", "x.pdf"),
        ("run", "x.pdf", "-o", "out", "--pages", "3-1"),
        ("run", "x.pdf", "-o", "out", "-l", "tt"),
        ("run", "x.pdf", "-o", "out", "--mode", "guess"),
        ("nothing",),
    ],
)
def test_wrong_usage_is_2(arguments: tuple[str, ...]) -> None:
    assert CliRunner().invoke(cli.main, arguments).exit_code == 2


def test_tag_keeps_order_and_keys_and_names_bad_lines() -> None:
    lines = ['{"id": 1, "text": "Ахмет Оспанов 1937 жылы келді."}', "{", '{"id": 2, "text": "", "lang": "ru"}']
    lines += ["[5]", r'{"text": "\ud800 שלום \u0000 1937 жылы"}']
    done = muragat("tag", stdin="\n".join(lines))
    first, second, odd = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 4
    assert "<stdin>:2: not JSON" in done.stderr
    assert '<stdin>:4: not an object with a "text" string' in done.stderr
    assert [found["text"] for found in odd["entities"]] == ["1937 жылы"]
    assert (first["id"], first["lang"], second["id"], second["lang"]) == (1, "kk", 2, "ru")
    assert [(found["label"], found["value"]) for found in first["entities"] if found["label"] == "DATE"] == [
        ("DATE", {"edtf": "1937"})
    ]
    assert all(first["text"][found["start"] : found["end"]] == found["text"] for found in first["entities"])


def test_tag_that_can_do_nothing_is_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.tools.load_text_tools", lambda: None)
    (tmp_path / "хат.txt").write_text("Справка 1937\n", "cp1251")
    done = CliRunner().invoke(cli.main, ["tag", str(tmp_path / "хат.txt")])
    assert (done.exit_code, done.stdout) == (5, "")
    assert ":1: not UTF-8: convert the file first" in done.stderr


def test_tag_explains_itself(text_tools: None, tmp_path: Path) -> None:
    (tmp_path / "хат.txt").write_text("Ол 1937 жылғы 25 шілдеде ұсталды.\n", "utf-8")
    done = invoke("tag", "--explain", tmp_path / "хат.txt")
    assert done.exit_code == 0
    assert "kk: Ол 1937 жылғы 25 шілдеде ұсталды." in done.stdout
    assert "the rule year-day-month-kk" in done.stdout
    assert "year: 1937; day: 25; month: шілдеде" in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["x", "Қ", "aБ", "«"])
def test_tag_takes_a_million_characters_without_a_space(text_tools: None, tmp_path: Path, piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    (tmp_path / "ұзын.jsonl").write_text(json.dumps({"text": text}) + "\n5\n" + '{"text": "1937 жылы"}\n', "utf-8")
    started = time.process_time()
    done = invoke("tag", tmp_path / "ұзын.jsonl")
    # The promise is 25,000 characters a second of prose, on a machine of its own.
    assert time.process_time() - started < 100
    assert (done.exit_code, done.stderr.partition(": not an object")[0][-2:]) == (4, ":2")
    long, short = map(json.loads, done.stdout.splitlines())
    assert (long["text"], [found["text"] for found in short["entities"]]) == (text, ["1937 жылы"])


@pytest.mark.slow
def test_tag_reads_a_text_file(letter: Path) -> None:
    done = muragat("tag", letter)
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == TEXT.split("\n")[::2][:2]


def test_schema_is_the_published_one() -> None:
    assert CliRunner().invoke(cli.main, ["schema"]).stdout == (ROOT / "muragat.schema.json").read_text("utf-8")


@pytest.mark.parametrize("of", ["report", "events"])
def test_what_a_run_tells_has_schemas_too(of: str) -> None:
    assert json.loads(CliRunner().invoke(cli.main, ["schema", of]).stdout)["$defs"]


def test_doctor_finds_everything_here() -> None:
    done = invoke("doctor")
    assert done.exit_code == 0, done.stdout
    assert "missing" not in done.stdout


@pytest.mark.parametrize("start", [".", "__main__.py", "cli.py"])
def test_a_checkout_is_started_as_it_lies(start: str) -> None:
    done = subprocess.run([sys.executable, start, "version"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout[:8]) == (0, "muragat "), done.stderr


def test_version_and_help_answer() -> None:
    assert CliRunner().invoke(cli.main, ["version"]).stdout.startswith("muragat 0.")
    assert "Usage" in muragat("--help").stdout


def test_a_run_that_is_told_to_end_reports_and_can_be_asked_about(letter: Path, tmp_path: Path) -> None:
    out, log = tmp_path / "шығыс", tmp_path / "оқиғалар.jsonl"
    (tmp_path / "muragat.toml").write_text(f'output = "{out.name}"\njobs = 1\nlog-json = "{log.name}"\n', "utf-8")
    command = [sys.executable, str(ROOT / "cli.py"), "run", str(letter)]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as running:
        while not (out / "run.json").exists():
            time.sleep(0.05)
        going_on = CliRunner().invoke(cli.main, ["status", str(out), "--json"])
        running.terminate()
        _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "the same command goes on from here" in said
    assert json.loads(going_on.stdout)["running"]
    report = json.loads((out / "run.json").read_text("utf-8"))
    assert (report["state"], report["options"]["jobs"]) == ("interrupted", {"value": 1, "origin": "file"})
    assert [json.loads(line)["event"] for line in log.read_text("utf-8").splitlines()][-1] == "run-ended"
    assert "interrupted at " in CliRunner().invoke(cli.main, ["status", str(out)]).stdout
    assert CliRunner().invoke(cli.main, ["status", str(tmp_path)]).exit_code == 5


@pytest.mark.slow
def test_interrupted_is_130_and_goes_on(letter: Path, tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "cli.py"), "run", str(letter), "-o", str(tmp_path / "out"), "-j", "1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as running:
        while not (tmp_path / "out" / "run.json").exists():
            time.sleep(0.05)
        os.killpg(running.pid, signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "interrupted" in said
    assert muragat(*command[2:]).returncode == 0
    assert [path.name for path in (tmp_path / "out").glob("*.jsonl")] == [f"{letter.name}.jsonl"]
