"""Pictures into files, whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING

from kg.draw.sheet import DOTS, FORMATS, rendered
from kg.errors import ConfigError

if TYPE_CHECKING:
    from kg.draw.sheet import Sheet


def form_of(output: Path | IO[bytes]) -> str:
    """The format that the name of a file asks for; a stream gets SVG.

    >>> form_of(Path("norland.PNG"))
    'png'

    :raises ConfigError: when it is none of svg and png.
    """
    if not isinstance(output, Path):
        return "svg"
    form = output.suffix.lower().removeprefix(".")
    if form not in FORMATS:
        message = f"{output}: {output.suffix or 'a name without suffix'} is no format of pictures; name it .svg or .png"
        raise ConfigError(message)
    return form


def write(sheet: Sheet, output: Path | IO[bytes], *, dots: int = DOTS) -> None:
    """Writes a picture in the format of the file's name, a PNG of so many ``dots`` an inch.

    :raises ConfigError: when the format is unknown or the file cannot be written.
    """
    made = rendered(sheet, form_of(output), dots=dots)
    if not isinstance(output, Path):
        output.write(made)
        return
    try:
        output.write_bytes(made)
    except OSError as error:
        message = f"{output}: cannot be written ({error.strerror}); name another --output"
        raise ConfigError(message) from error
