"""Where rows end in a stream that comes in pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import QueryResultsFormat, QuerySolutions, Store

from kg.serve.workers.cutting import EnoughError, RowCut
from kg.serve.workers.spool import Spool

if TYPE_CHECKING:
    from pathlib import Path

QUERY = """SELECT * { VALUES (?a ?b) {
    ("x" <urn:x>) (UNDEF UNDEF) ("\\"\\\\" "},{") ("a\\r\\nb, \\"c\\"" UNDEF) ("</result>"@en "\\\\\\"") } }"""
FORMATS = [QueryResultsFormat.JSON, QueryResultsFormat.XML, QueryResultsFormat.CSV, QueryResultsFormat.TSV]


@pytest.mark.parametrize("form", FORMATS, ids=str)
def test_pieces_do_not_matter(form: QueryResultsFormat, tmp_path: Path) -> None:
    """However the stream is cut into pieces, the same rows are passed on."""
    found_rows = Store().query(QUERY)
    assert isinstance(found_rows, QuerySolutions)
    written = found_rows.serialize(format=form) or b""
    for most in range(6):
        found = set()
        for size in range(1, len(written) + 1):
            spool = Spool(str(tmp_path / "spool"), in_memory=10**6, most=10**6, gzip=False)
            cut = RowCut(spool, form, most_rows=most, most_bytes=None)
            try:
                for start in range(0, len(written), size):
                    cut.write(written[start : start + size])
                cut.close()
            except EnoughError:
                pass
            found.add(spool.finished())
        assert len(found) == 1
        assert (found == {written}) == (most == 5)
