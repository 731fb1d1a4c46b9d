"""The notebook of ``docs/`` runs, and shows what is committed in it.

After a change that is meant to change it, in a cell or in what a cell shows::

    make tour
    git diff docs
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from tests import notebooks

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
TOUR = ROOT / "docs" / "tour.ipynb"
WRITE = os.environ.get("KG_TOUR") == "write"
KEPT = notebooks.read(TOUR)

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The notebook after a run beside the examples, with no settings of a user; written anew if that is asked for."""
    folder = tmp_path_factory.mktemp("tour")
    shutil.copytree(ROOT / "examples", folder / "examples")
    (folder / "docs").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
            patch.setenv(name, str(folder / name.lower()))
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))))
        made = notebooks.run(TOUR, folder=folder / "docs")
    if WRITE:
        notebooks.write(made, TOUR)
    yield made
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def kept(ran: Any) -> Any:  # noqa: ANN401 (nbformat has no types)
    """The notebook as it is committed, or as it was just written."""
    return ran if WRITE else KEPT


@pytest.mark.parametrize("number", range(len(KEPT.cells)))
def test_cell_shows_what_is_kept(ran: Any, kept: Any, number: int) -> None:  # noqa: ANN401 (so)
    """A cell that is run now shows the words and tables that are committed."""
    found, wanted = (notebooks.words(where.cells[number]) for where in (ran, kept))
    assert found == wanted, "stale: run `make tour`, and read the difference"


@pytest.mark.parametrize("number", range(len(KEPT.cells)))
def test_cell_draws_what_is_kept(ran: Any, kept: Any, number: int) -> None:  # noqa: ANN401 (so)
    """A cell that is run now draws the pictures that are committed, but for single points."""
    found, wanted = (notebooks.pictures(where.cells[number]) for where in (ran, kept))
    assert notebooks.alike(found, wanted), "stale: run `make tour`, and look at the picture"


def test_nothing_went_wrong(ran: Any) -> None:  # noqa: ANN401 (so)
    """No cell fails, and none prints a warning."""
    outputs = [output for cell in ran.cells for output in cell.get("outputs", ())]
    assert [output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"] == []


def test_no_library_shows_anything(ran: Any) -> None:  # noqa: ANN401 (so)
    """A cell shows what it prints and its last line, and no script that a library puts there."""
    kinds = {output.output_type for cell in ran.cells for output in cell.get("outputs", ())}
    assert kinds == {"stream", "execute_result"}


def test_it_is_kept_without_what_changes() -> None:
    """The file has no numbers of executions, no version of Python and no path of a machine."""
    text = TOUR.read_text(encoding="utf-8")
    assert text == notebooks.text(notebooks.stripped(notebooks.read(TOUR)))
    assert re.findall(r"(?<![\w.])/(?:home|root|tmp|var|usr|Users|work)/", text) == []


def test_it_has_pictures(kept: Any) -> None:  # noqa: ANN401 (so)
    """Some cells draw, or the comparison of pictures would compare nothing."""
    assert sum(len(notebooks.pictures(cell)) for cell in kept.cells) > 1


def test_readme_leads_to_it() -> None:
    """The README names the notebook."""
    assert "docs/tour.ipynb" in (ROOT / "README.md").read_text(encoding="utf-8")


# ------------------------------------------------------------------------------------------------ the comparison


def shown(*, words: str = "2 rows", shade: int = 255, wide: int = 40) -> Any:  # noqa: ANN401 (so)
    """A cell that shows words and a grey picture, 10 points high."""
    picture = notebooks.png(np.full((10, wide, 3), shade, dtype=np.uint8))
    return notebooks.shows({"text/plain": words, notebooks.PICTURE: picture})


def test_other_words_are_seen() -> None:
    """A table that says something else is another one."""
    assert notebooks.words(shown()) == notebooks.words(shown(shade=0))
    assert notebooks.words(shown()) != notebooks.words(shown(words="3 rows"))


@pytest.mark.parametrize(("other", "alike"), [({"shade": 250}, True), ({"shade": 200}, False), ({"wide": 41}, False)])
def test_other_pictures_are_seen(other: dict[str, Any], alike: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """A picture of another size or of other colours is another one; one that is off by a shade is the same."""
    assert notebooks.alike(notebooks.pictures(shown()), notebooks.pictures(shown(**other))) == alike


def test_a_missing_picture_is_seen() -> None:
    """A cell that draws nothing shows something else than one that does."""
    assert not notebooks.alike([], notebooks.pictures(shown()))
