"""Notebooks as data: run in a kernel of this environment, stripped of what differs from run to run, compared."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING, Any

import nbformat
import numpy as np
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    Points = np.ndarray[Any, Any]

SECONDS = 300  # until a cell is given up
KERNEL = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
PICTURE = "image/png"
SHADES, SHARE = 24, 0.002  # how far a point of a picture may be off, of 255, and the share of points further off


def read(path: Path) -> Any:  # noqa: ANN401 (nbformat has no types)
    """A notebook of the newest format."""
    return nbformat.read(path, as_version=4)


def run(path: Path, *, folder: Path) -> Any:  # noqa: ANN401 (so)
    """The notebook of a file as it is when it has run in ``folder``, stripped.

    The kernel is that of the Python that runs the tests, whichever others a user has installed.
    """
    notebook = read(path)
    manager = AsyncKernelManager(kernel_name="python3", kernel_spec_manager=KernelSpecManager(kernel_dirs=[]))
    client = NotebookClient(notebook, km=manager, timeout=SECONDS, record_timing=False)
    client.execute(cwd=str(folder), cleanup_kc=True)
    return stripped(notebook)


def stripped(notebook: Any) -> Any:  # noqa: ANN401 (so)
    """The notebook without what differs from run to run: numbers of executions, versions, pieces of what it prints."""
    notebook.metadata = nbformat.from_dict(KERNEL)
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({})
        if cell.cell_type == "code":
            cell.execution_count = None
            cell.outputs = list(_joined(cell.outputs))
    return notebook


def _joined(outputs: Any) -> Iterator[Any]:  # noqa: ANN401 (so)
    last = None
    for output in outputs:
        if output.output_type == "execute_result":
            output.execution_count = None
        if last is not None and output.output_type == last.output_type == "stream" and output.name == last.name:
            last.text += output.text
        else:
            yield (last := output)


def text(notebook: Any) -> str:  # noqa: ANN401 (so)
    """A notebook as a file: the same notebook gives the same text."""
    return str(nbformat.writes(notebook)).rstrip() + "\n"


def write(notebook: Any, path: Path) -> None:  # noqa: ANN401 (so)
    """Writes a notebook."""
    path.write_text(text(notebook), encoding="utf-8")


def shows(data: Mapping[str, str]) -> Any:  # noqa: ANN401 (so)
    """A cell that shows data by their MIME types."""
    return nbformat.from_dict({"cell_type": "code", "outputs": [{"output_type": "display_data", "data": dict(data)}]})


def png(points: Points) -> str:
    """A picture of points as a cell holds it."""
    made = io.BytesIO()
    Image.fromarray(points).save(made, format="PNG")
    return base64.b64encode(made.getvalue()).decode()


def words(cell: Any) -> list[Any]:  # noqa: ANN401 (so)
    """What a cell shows, pictures apart: those may differ in single points from machine to machine."""
    return [
        {name: shown for name, shown in output.get("data", output).items() if name != PICTURE}
        for output in cell.get("outputs", ())
    ]


def pictures(cell: Any) -> list[Points]:  # noqa: ANN401 (so)
    """The pictures that a cell shows, as points of red, green and blue, 0 to 255."""
    data = [output.data[PICTURE] for output in cell.get("outputs", ()) if PICTURE in output.get("data", {})]
    return [np.asarray(Image.open(io.BytesIO(base64.b64decode(each))).convert("RGB")) for each in data]


def alike(some: Sequence[Points], others: Sequence[Points]) -> bool:
    """Whether pictures are as many, as large, and nearly alike: see ``SHADES`` and ``SHARE``."""
    if [each.shape for each in some] != [each.shape for each in others]:
        return False
    off = [np.abs(one.astype(int) - other).max(axis=2) > SHADES for one, other in zip(some, others, strict=True)]
    return all(np.mean(each) <= SHARE for each in off)
