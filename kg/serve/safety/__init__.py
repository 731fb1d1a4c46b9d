"""What stands between the network and the handlers: hosts, tokens, rates, headers, and the access log."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.requests import Request


def writing(request: Request) -> None:
    """Let a request that would write go on, or not. Call it before its body is read.

    :raises Problem: 403 when the graph is served to read only, or when a page elsewhere sent the request in the name
        of a reader; 401 without the token; 429 after too many wrong ones.
    """
    request.app.state.keeper.admit_writing(request)
