"""The terms of our own: each is explained, and only explained ones are in use."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import RDF, RDFS

from kg import model
from kg.ids import Ids

ROOT = Path(__file__).parent.parent
TERMS = ROOT / "ontology" / "kg.ttl"
KG = rdflib.Namespace(Ids().prefixes["kg"])
USED = re.compile(r"\bkg:(\w+)")
LISTS = {
    "Genre": model.Genre,
    "Modality": model.Modality,
    "Polarity": model.Polarity,
    "Certainty": model.Certainty,
    "Quotation": model.Quotation,
    "Factuality": model.Factuality,
    "TimePrecision": model.TimePrecision,
}


@cache
def terms() -> rdflib.Graph:
    """The file of terms, read once."""
    return rdflib.Graph().parse(TERMS)


@cache
def declared() -> frozenset[str]:
    """The local names of all terms that have a type."""
    return frozenset(str(term).removeprefix(KG) for term in terms().subjects(RDF.type) if str(term).startswith(KG))


def test_read_alike() -> None:
    """Two libraries read the same number of statements."""
    assert len(set(ox.parse(path=TERMS, format=ox.RdfFormat.TURTLE))) == len(terms())


def test_explained() -> None:
    """Every term has a label and a comment."""
    ours = [KG[name] for name in declared() if name]
    assert [term for term in ours if not (terms().value(term, RDFS.label) and terms().value(term, RDFS.comment))] == []


def test_own_words() -> None:
    """No term is mentioned in the file and not declared in it."""
    assert set(USED.findall(TERMS.read_text())) <= declared()


@pytest.mark.parametrize(
    "path", [ROOT / "ontology" / "shapes.ttl", *sorted((ROOT / "queries").glob("*.rq"))], ids=lambda path: path.stem
)
def test_declared(path: Path) -> None:
    """Shapes and questions use declared terms only."""
    assert set(USED.findall(path.read_text())) <= declared()


@pytest.mark.parametrize("name", LISTS)
def test_lists(name: str) -> None:
    """The individuals of a class are the values that the records know."""
    individuals = {str(term).removeprefix(KG) for term in terms().subjects(RDF.type, KG[name])}
    assert individuals == {value.value for value in LISTS[name]}


def test_claim_is_only_close() -> None:
    """A claim is tied to GRaSP and SEM by closeness, and is a subclass of neither."""
    assert list(terms().objects(KG.Claim, RDFS.subClassOf)) == []


def test_nouns_of_the_records() -> None:
    """Every record and list of ``kg.model`` stands in the glossary."""
    glossary = (ROOT / "GLOSSARY.md").read_text().lower()
    nouns = set(model.__all__)
    apart = {noun: re.sub(r"(?<!^)([A-Z])", r" \1", noun).lower() for noun in nouns}
    assert [noun for noun in nouns if noun.lower() not in glossary and apart[noun] not in glossary] == []


def test_files_explained() -> None:
    """The README of the ontology names every file beside it."""
    readme = (ROOT / "ontology" / "README.md").read_text()
    files = {path.name for path in (ROOT / "ontology").iterdir() if path.is_file()} - {"README.md"}
    assert {name for name in files if f"`{name}`" not in readme} == set()


def test_verdicts() -> None:
    """The individuals of the verdict are those of the records; a positive verdict is no positive polarity."""
    individuals = {str(term).removeprefix(KG) for term in terms().subjects(RDF.type, KG["Verdict"])}
    assert individuals == {f"{verdict.value}Verdict" for verdict in model.Verdict}
