"""How the command ends: an error is one line, and only here become errors exit codes."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import UnsupportedOperation
from typing import Any

import click

from kg.errors import KgError


class Group(click.Group):
    """Ends on an error with its one line; exit code 1: it could not be done, 2: wrong usage."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (click's own signature)
        """Runs the command, and turns what it raises into one line."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except KgError as error:
            raise _failed(str(error)) from error
        except click.UsageError as error:
            raise _WrongUsage(error) from error
        except BrokenPipeError:
            # The reader of a pipe went away ("kg … | head"): there is nobody left to tell.
            _silence()
            sys.exit(1)
        except OSError as error:
            _silence()  # else Python tries to write the rest once more when it ends
            where = error.filename or "the output"
            message = f"{where}: {error.strerror or error}; free some space or name another place"
            raise _failed(message) from error
        return result


class _WrongUsage(click.ClickException):
    """In one line what click says in three, without the usage: the help of the command has that and an example."""

    exit_code = 2

    def __init__(self, error: click.UsageError) -> None:
        command = error.ctx.command_path if error.ctx else "kg"
        super().__init__(f"{_line(error.format_message())} See `{command} --help`.")


def _failed(message: str) -> click.ClickException:
    return click.ClickException(_line(message))


def _line(message: str) -> str:
    """One line that a terminal cannot mistake for a command."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in message).split())


def _silence() -> None:
    with suppress(UnsupportedOperation):  # a stream that another program has put there is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
