"""What is asked of a token again and again, worked out once for its Doc."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.extract.tree import Token
    from kg.ontology import Lexicon

T = TypeVar("T")


def once(function: Callable[[Token, Lexicon], T]) -> Callable[[Token, Lexicon], T]:
    """Keeps the answers of a pure function in the Doc that the token belongs to, until its tree is changed."""
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def known(token: Token, lexicon: Lexicon) -> T:
        answers = token.doc.answers.setdefault(name, {})
        key = token.i, id(lexicon)
        if key not in answers:
            answers[key] = function(token, lexicon)
        answer: T = answers[key]
        return answer

    return known
