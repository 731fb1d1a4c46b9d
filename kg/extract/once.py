"""What is asked of a token again and again, worked out once for its Doc."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.extract.tree import Token
    from kg.ontology import Lexicon

T = TypeVar("T")
_UNASKED: Any = object()


def once(function: Callable[[Token, Lexicon], T]) -> Callable[[Token, Lexicon], T]:
    """Keeps the answers of a pure function in the Doc that the token belongs to, until its tree is changed."""
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def known(token: Token, lexicon: Lexicon) -> T:
        key = token.i, id(lexicon)
        answer: T = token.doc.answers[name].get(key, _UNASKED)
        if answer is _UNASKED:
            answer = function(token, lexicon)
            # Looked up anew: the function itself may have changed the tree.
            token.doc.answers[name][key] = answer
        return answer

    return known


def once_alone(function: Callable[[Token], T]) -> Callable[[Token], T]:
    """The same for a function that asks nothing but the tree."""
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def known(token: Token) -> T:
        answer: T = token.doc.answers[name].get((token.i, 0), _UNASKED)
        if answer is _UNASKED:
            answer = function(token)
            token.doc.answers[name][token.i, 0] = answer
        return answer

    return known
