"""What is committed in ``exports/`` is what ``make demo`` writes now: no file is stale, missing or left over.

The commands are read from the Makefile, and run as they stand there. After a change that is meant to change a file::

    make demo
    git diff exports
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kg.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
EXPORTS = ROOT / "exports"
README = "README.md"
NOT_KEPT = "examples.nq"  # .gitignore names it: a checkout has it after `make demo`

pytestmark = pytest.mark.model


def recipe() -> list[str]:
    """The commands ``kg …`` of ``make demo``, with the graph that it names."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n\t", " ")
    lines = text.split("\ndemo:")[2].split("\n\n")[0].splitlines()
    commands = "\n".join(line.removeprefix("\t$(BIN)/kg ") for line in lines if line.startswith("\t$(BIN)/kg "))
    for name, value in re.findall(r"^(DEMO|ALL) := (.*)$", text, re.MULTILINE):
        commands = commands.replace(f"$({name})", value)
    return commands.splitlines()


def fixed_day() -> str:
    """The day that the demo's record of its run bears, in seconds since 1970."""
    pattern = r"^demo: export SOURCE_DATE_EPOCH := (\d+)$"
    return str(re.findall(pattern, (ROOT / "Makefile").read_text(), re.MULTILINE)[0])


def files(folder: Path) -> set[str]:
    """The exports in a folder, by their path below it, but what is not kept."""
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return found - {README, NOT_KEPT}


KEPT = sorted(files(EXPORTS))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """What the commands of ``make demo`` write in an empty folder beside the examples."""
    folder = tmp_path_factory.mktemp("demo")
    shutil.copytree(ROOT / "examples", folder / "examples")
    (folder / "exports").mkdir()
    (folder / "build").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("SOURCE_DATE_EPOCH", fixed_day())
        for line in recipe():
            done = CliRunner().invoke(main, line.split(), catch_exceptions=False)
            assert done.exit_code == 0, f"kg {line}\n{done.output}"
    yield folder / "exports"
    shutil.rmtree(folder)


def test_the_recipe_is_read() -> None:
    """The commands of the Makefile begin with the build, and each file of them goes to exports/."""
    commands = recipe()
    assert commands[0] == "build examples --graph build/demo.kg"
    written = [line for line in commands if line.startswith(("export", "draw", "report"))]
    assert len(written) > 10
    assert all(" --output exports" in line for line in written)


@pytest.mark.parametrize("name", KEPT)
def test_file_is_what_the_demo_writes(made: Path, name: str) -> None:
    """A file that is committed is, byte for byte, what ``make demo`` writes now."""
    new = made / name
    assert new.exists(), f"exports/{name}: `make demo` does not write it; remove it"
    same = new.read_bytes() == (EXPORTS / name).read_bytes()  # apart, for a diff of so much text takes minutes
    assert same, f"exports/{name} is stale: run `make demo` and read the difference"


def test_no_file_is_missing(made: Path) -> None:
    """Every file that ``make demo`` writes is committed, but what is not kept."""
    assert files(made) - set(KEPT) == set()


def test_what_is_not_kept_is_ignored() -> None:
    """The file that is written and not kept is one that .gitignore names."""
    assert "/exports/*.nq" in (ROOT / ".gitignore").read_text().splitlines()


def named() -> set[str]:
    """The files and folders that the README of the exports tells of, in its table."""
    rows = [line for line in (EXPORTS / README).read_text().splitlines() if line.startswith("| `")]
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[1])}


def test_each_file_is_told_of() -> None:
    """The README tells of every file, by itself or by its folder."""
    told = named()
    assert [name for name in KEPT if not {name, name.split("/")[0] + "/"} & told] == []


def test_each_file_that_is_told_of_is_there() -> None:
    """The README tells of no file that there is not."""
    there = {*KEPT, *(f"{name.split('/')[0]}/" for name in KEPT if "/" in name), NOT_KEPT}
    assert named() - there == set()


def test_pictures_are_shown() -> None:
    """The README shows every picture."""
    text = (EXPORTS / README).read_text()
    assert [name for name in KEPT if name.endswith((".svg", ".png")) and f"]({name})" not in text] == []
