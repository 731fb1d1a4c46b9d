"""The RDF that a request carries: one body, or several files in a form. What is long waits in a file, not in memory."""

from __future__ import annotations

import asyncio
import contextlib
import os
import tempfile
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from kg.serve.problems import Problem
from kg.serve.protocol.parameters import CLOSE, kind, too_long
from kg.serve.writer.tasks import Sent
from kg.store.updating import MEDIA_TYPES

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

    from starlette.datastructures import FormData
    from starlette.requests import Request

MULTIPART = "multipart/form-data"
DATA_SETS = ("application/trig", "application/n-quads")
IN_MEMORY = 1_000_000  # bytes
PIECE = 256 * 1024
BY_SUFFIX = {
    ".ttl": "text/turtle",
    ".nt": "application/n-triples",
    ".rdf": "application/rdf+xml",
    ".jsonld": "application/ld+json",
    ".trig": "application/trig",
    ".nq": "application/n-quads",
}


@asynccontextmanager
async def payloads(request: Request, *, base: str) -> AsyncIterator[tuple[Sent, ...]]:
    """What a request carries; its files are removed at the end. Relative IRIs are relative to ``base``.

    :raises Problem: 400 for a form that cannot be read or has no files, 408 for a body that does not come, 413 and 415
        for one that is too long or of an unknown type.
    """
    with contextlib.ExitStack() as files:
        media_type = kind(request, (*MEDIA_TYPES, MULTIPART))
        limits = request.app.state.settings.config
        stream = _bounded(request, longest=limits.longest_write)
        try:
            async with asyncio.timeout(limits.body_seconds):
                if media_type == MULTIPART:
                    found = await _files(request, stream, files, base=base)
                else:
                    found = (await _sent(stream, files, media_type=media_type, base=base),)
        except TimeoutError:
            raise Problem(408, detail="the body did not come in time; send it again", headers=CLOSE) from None
        yield found


async def _bounded(request: Request, *, longest: int) -> AsyncGenerator[bytes, None]:
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > longest:
        raise too_long(longest)
    read = 0
    async for piece in request.stream():
        read += len(piece)
        if read > longest:
            raise too_long(longest)
        yield piece


async def _sent(stream: AsyncIterator[bytes], files: contextlib.ExitStack, *, media_type: str, base: str) -> Sent:
    """A payload from a stream, in a file as soon as it is long."""
    content, file = bytearray(), None
    async for piece in stream:
        content += piece
        if file is None and len(content) > IN_MEMORY:
            file = files.enter_context(tempfile.NamedTemporaryFile(prefix="kg-"))  # noqa: SIM115  (``files`` is one)
        if file is not None:
            file.write(content)
            content.clear()
    if file is None:
        return Sent(media_type=media_type, content=bytes(content), base=base)
    file.flush()
    return Sent(media_type=media_type, file=file.name, base=base)


async def _files(
    request: Request, stream: AsyncGenerator[bytes, None], files: contextlib.ExitStack, *, base: str
) -> tuple[Sent, ...]:
    """The files of a form, each a payload."""
    most = request.app.state.settings.config.parameters
    try:
        form = await MultiPartParser(request.headers, stream, max_files=most, max_fields=most).parse()
    except (MultiPartException, KeyError) as error:
        detail = f"the form cannot be read ({getattr(error, 'message', error)}); expected {MULTIPART} with files"
        raise Problem(400, detail=detail) from None
    try:
        return tuple([await _sent(_pieces(each), files, media_type=_type(each), base=base) for each in _uploads(form)])
    finally:
        await form.close()


def _uploads(form: FormData) -> list[UploadFile]:
    found = [value for _, value in form.multi_items() if isinstance(value, UploadFile)]
    if not found or len(found) < len(form.multi_items()):
        raise Problem(400, detail="the form has fields that are no files, or none at all; expected files of RDF")
    return found


def _type(file: UploadFile) -> str:
    """The media type of a file in a form: as it says, else by the end of its name."""
    said = (file.content_type or "").partition(";")[0].strip().lower()
    suffix = os.path.splitext(file.filename or "")[1].lower()  # noqa: PTH122  (a name that somebody sent, not a path)
    media_type = said if said in MEDIA_TYPES else BY_SUFFIX.get(suffix, "")
    if not media_type:
        expected = ", ".join(MEDIA_TYPES)
        detail = f"a file of type {said[:80] or 'none'} in the form; expected one of {expected}"
        raise Problem(415, detail=detail, headers={"Accept": expected})
    return media_type


async def _pieces(file: UploadFile) -> AsyncIterator[bytes]:
    while piece := await file.read(PIECE):
        yield piece
