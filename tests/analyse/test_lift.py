from __future__ import annotations

from kg.analyse.lift import top


def test_circle_ends() -> None:
    """Parts that contain one another end the walk."""
    assert top("a", {"a": "b", "b": "a"}) == "a"


def test_longest_way() -> None:
    """The walk goes through every larger body to the last."""
    assert top("desk", {"desk": "office", "office": "agency", "agency": "union"}) == "union"
