"""JSON laid out for people: an object or array on one line where it fits, else a line for each of its parts."""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any

WIDTH = 120  # code points of a line


def laid(value: Any, at: int = 0) -> str:  # noqa: ANN401 (a JSON value)
    """A JSON value in lines that are indented by one for each level, the first one standing at column ``at``.

    >>> print(laid({"a": [1, 2], "b": "x" * 110}, 1).replace("x" * 110, "xxx"))
    {
      "a": [1, 2],
      "b": "xxx"
     }
    """
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, dict):
        parts, (first, last) = [f"{encode_basestring(key)}: {laid(held, at + 1)}" for key, held in value.items()], "{}"
    elif isinstance(value, list):
        parts, (first, last) = [laid(held, at + 1) for held in value], "[]"
    else:
        return json.dumps(value)
    line = ", ".join(parts)
    if at + len(line) + 2 <= WIDTH and "\n" not in line:
        return first + line + last
    start = "\n" + " " * (at + 1)
    return first + start + ("," + start).join(parts) + "\n" + " " * at + last
