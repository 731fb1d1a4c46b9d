"""The file in the graph's folder that holds what people decided: ``judgements.csv``.

It is a person's file. A line is added at its end, whole or not at all; a line that is there is never rewritten, and
goes only when somebody takes it back.
"""

from __future__ import annotations

import csv
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import JudgementError, StoreError
from kg.model import Judgement, Verdict

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from kg.ids import Ids

FILE = "judgements.csv"
COLUMNS = ("left", "right", "verdict", "who", "when", "why")
_NEEDED = COLUMNS[:3]


@dataclass(frozen=True, slots=True)
class JudgementFile:
    """The judgements at ``path``; ``ids`` tells what a person means by an id."""

    path: Path
    ids: Ids

    def read(self) -> tuple[Judgement, ...]:
        """The judgements in the order of their lines; none where there is no file.

        The first line names the columns, of which left, right and verdict are needed and others than ours passed over.

        :raises JudgementError: when a line means nothing.
        :raises StoreError: when the file cannot be read.
        """
        _, rows = self._parsed()
        return tuple(self._judgement(row, first) for row, first, _ in rows)

    def append(self, judgements: Sequence[Judgement]) -> None:
        """Adds judgements at the end of the file, all of them or none; makes the file if it is not there.

        :raises StoreError: when the file cannot be written.
        """
        header, _ = self._parsed()
        text = StringIO()
        writer = csv.DictWriter(text, header or COLUMNS, extrasaction="ignore", lineterminator="\n")
        if not header:
            writer.writeheader()
        writer.writerows(self._row(each) for each in judgements)
        try:
            self._add(text.getvalue().encode())
        except OSError as error:
            raise self._unwritable(error) from error

    def withdraw(self, lines: Collection[int]) -> None:
        """Takes out the judgements that begin on ``lines``, and leaves every other line to the byte.

        :raises StoreError: when the file cannot be written; it is then as it was.
        """
        _, rows = self._parsed()
        gone = {n for _, first, last in rows if first in lines for n in range(first, last + 1)}
        # The file as it is, and each line with its end: what stands in it is the user's.
        kept = [line for n, line in enumerate(StringIO(self._text(), newline=""), 1) if n not in gone]
        temporary: str | None = None
        try:
            handle, temporary = tempfile.mkstemp(dir=self.path.parent)
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.writelines(kept)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).chmod(self.path.stat().st_mode)
            Path(temporary).replace(self.path)
        except OSError as error:
            if temporary is not None:
                Path(temporary).unlink(missing_ok=True)
            raise self._unwritable(error) from error

    # -------------------------------------------------------------------------------------------- reading

    def _text(self) -> str:
        try:
            return self.path.read_bytes().decode("utf-8")
        except FileNotFoundError:
            return ""
        except (OSError, UnicodeDecodeError) as error:
            message = f"{self.path}: cannot be read ({error}); expected CSV in UTF-8 with {','.join(COLUMNS)}"
            raise StoreError(message) from error

    def _parsed(self) -> tuple[list[str], list[tuple[dict[str, str], int, int]]]:
        """The columns, and each row by column with its first and last line."""
        rows = list(self._rows())
        if not rows:
            return [], []
        header = [name.strip() for name in rows[0][0]]
        if missing := [name for name in _NEEDED if name not in header]:
            message = f"{self._line(rows[0][1])}: no column {', '.join(missing)}; expected {','.join(COLUMNS)}"
            raise JudgementError(message)
        out = []
        for cells, first, last in rows[1:]:
            if len(cells) > len(header):
                message = f"{self._line(first)}: {len(cells)} cells; expected {len(header)}: {','.join(header)}"
                raise JudgementError(message)
            filled = [*cells, *[""] * (len(header) - len(cells))]
            out.append((dict(zip(header, filled, strict=True)), first, last))
        return header, out

    def _rows(self) -> Iterator[tuple[list[str], int, int]]:
        """The cells of every row that is not empty, with its first and last line."""
        reader = csv.reader(StringIO(self._text().removeprefix("\ufeff"), newline=""), strict=True)
        first = 1
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield cells, first, reader.line_num
                first = reader.line_num + 1
        except csv.Error as error:
            message = f"{self._line(first)}: not CSV ({error}); expected {','.join(COLUMNS)}"
            raise JudgementError(message) from error

    def _judgement(self, row: dict[str, str], line: int) -> Judgement:
        told = {name: row.get(name, "").strip() for name in COLUMNS}
        try:
            verdict = Verdict(told["verdict"].lower())
            left, right = (self.ids.judged(told[side]) for side in ("left", "right"))
        except ValueError as error:
            message = f"{self._line(line)}: verdict {told['verdict']!r}; expected positive, negative or unsure"
            raise JudgementError(message) from error
        except JudgementError as error:
            message = f"{self._line(line)}: {error}"
            raise JudgementError(message) from error
        rest = {name: told[name] for name in ("who", "when", "why")}
        return Judgement(left=left, right=right, verdict=verdict, line=line, **rest)

    def _line(self, number: int) -> str:
        return f"{self.path}, line {number}"

    # -------------------------------------------------------------------------------------------- writing

    def _row(self, judgement: Judgement) -> dict[str, str]:
        told = {name: " ".join(getattr(judgement, name).split()) for name in ("who", "when", "why")}
        sides = {side: self.ids.shown(getattr(judgement, side)) for side in ("left", "right")}
        return {**sides, "verdict": judgement.verdict.value, **told}

    def _add(self, lines: bytes) -> None:
        """One write at the end of the file; what was cut off in the middle is taken back."""
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
        try:
            end = os.fstat(handle).st_size
            if end and self.path.read_bytes()[-1:] not in {b"\n", b"\r"}:
                lines = b"\n" + lines
            try:
                written = os.write(handle, lines)
                os.fsync(handle)
            except OSError:
                with suppress(OSError):
                    os.ftruncate(handle, end)
                raise
            if written < len(lines):
                os.ftruncate(handle, end)
                message = "only a part could be written"
                raise OSError(message)
        finally:
            os.close(handle)

    def _unwritable(self, error: OSError) -> StoreError:
        reason = error.strerror or error
        return StoreError(f"{self.path}: cannot be written ({reason}); make room, or mend its permissions")
