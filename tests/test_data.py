"""The folders that ship with the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg import data
from kg.errors import NotFoundError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty package in an empty checkout."""
    monkeypatch.setattr(data, "PACKAGE", tmp_path / "kg")
    return tmp_path / "kg"


def test_installed_folder_comes_first(package: Path) -> None:
    """What was installed with the package is taken."""
    (package / "_data" / "queries").mkdir(parents=True)
    (package.parent / "queries").mkdir()
    assert data.folder("queries") == package / "_data" / "queries"


def test_checkout_is_next(package: Path) -> None:
    """In a checkout, the folder beside the package is taken."""
    (package.parent / "queries").mkdir()
    assert data.folder("queries") == package.parent / "queries"


def test_missing_folder_is_said(package: Path) -> None:
    """Without either, the error says where the folder was expected."""
    with pytest.raises(NotFoundError, match=r"folder queries/ is missing; expected it at .*; install newskg again"):
        data.folder("queries")
    assert not package.exists()
