"""What a client is told when its request is refused: a problem body in JSON, after RFC 9457."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

import msgspec
from starlette.responses import Response

from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Mapping

PROBLEM = "application/problem+json"
TITLES = {413: "Content Too Large", 414: "URI Too Long"}  # as RFC 9110 has them; Python's own are older


class Problem(KgError):  # noqa: N818 (what RFC 9457 calls it)
    """A request that cannot be answered: the status, and one line that says what was expected.

    >>> Problem(404, detail="no graph urn:a; expected one that GET /graphs lists").title
    'Not Found'
    """

    def __init__(
        self, status: int, title: str = "", detail: str = "", *, headers: Mapping[str, str] | None = None
    ) -> None:
        """``title`` is the phrase of the status unless given; ``headers`` go out with the answer."""
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.title = title or TITLES.get(status) or HTTPStatus(status).phrase
        self.headers = dict(headers or {})


def content(problem: Problem) -> bytes:
    """The body: ``type``, ``title``, ``status`` and ``detail``.

    >>> content(Problem(406, detail="expected text/csv"))
    b'{"type":"about:blank","title":"Not Acceptable","status":406,"detail":"expected text/csv"}'
    """
    return msgspec.json.encode(
        {"type": "about:blank", "title": problem.title, "status": problem.status, "detail": problem.detail}
    )


def response(problem: Problem) -> Response:
    """The answer to a request that had this problem; no cache keeps it."""
    headers = {"Content-Type": PROBLEM, "Cache-Control": "no-store", **problem.headers}
    return Response(content(problem), status_code=problem.status, headers=headers)
