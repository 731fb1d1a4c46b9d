"""The SHACL shapes: what they pass, and that they find each violation."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib.namespace import SH

from kg.ids import Ids

ROOT = Path(__file__).parent.parent
SHAPES = ROOT / "ontology" / "shapes.ttl"
CORE = {
    "class", "datatype", "equals", "in", "inversePath", "lessThan", "lessThanOrEquals", "maxCount", "message",
    "minCount", "minInclusive", "nodeKind", "or", "path", "pattern", "property", "targetClass", "targetObjectsOf",
    "targetSubjectsOf",
}  # fmt: skip

VALID = """
doc:d1 a nif:Context , schema:NewsArticle ; nif:isString "Norland gave Sudria $3 million for 20 wells." ;
    dcterms:title "Wells" ; dcterms:publisher ent:harbour-post ; dcterms:date "2024-03-05"^^xsd:date ;
    dcterms:language "en" ; kg:genre kg:report ; dcterms:creator "Lena Moor" ; dcterms:identifier "wells.txt" .
mention:d1-0-44 a nif:Sentence ; nif:referenceContext doc:d1 ; nif:beginIndex 0 ; nif:endIndex 44 .
mention:d1-0-7 a kg:EntityMention ; nif:referenceContext doc:d1 ; nif:beginIndex "0"^^xsd:nonNegativeInteger ;
    nif:endIndex "7"^^xsd:nonNegativeInteger ; nif:anchorOf "Norland" .
mention:d1-8-12 a kg:EventMention ; nif:referenceContext doc:d1 ;
    nif:beginIndex 8 ; nif:endIndex 12 ; nif:anchorOf "gave" ; nif:sentence mention:d1-0-44 ;
    kg:actorMention mention:d1-0-7 ; kg:recipientMention mention:d1-13-19 ; kg:themeMention mention:d1-35-43 ;
    kg:timeMention mention:d1-31-34 .
mention:d1-31-34 nif:referenceContext doc:d1 ; nif:beginIndex 31 ; nif:endIndex 34 ; nif:anchorOf "for" .
mention:d1-35-43 a kg:EntityMention ; nif:referenceContext doc:d1 ;
    nif:beginIndex 35 ; nif:endIndex 43 ; nif:anchorOf "20 wells" .
mention:d1-13-19 a kg:EntityMention ; nif:referenceContext doc:d1 ;
    nif:beginIndex 13 ; nif:endIndex 19 ; nif:anchorOf "Sudria" .
mention:d1-20-30 a kg:AmountMention ; nif:referenceContext doc:d1 ;
    nif:beginIndex 20 ; nif:endIndex 30 ; nif:anchorOf "$3 million" .
event:d1-8-12 a sem:Event ; sem:eventType evt:AID ; kg:action act:give ; kg:factuality kg:fact ;
    kg:theme ent:wells ; kg:actor ent:state-norland ; kg:recipient ent:state-sudria ;
    sem:hasEarliestBeginTimeStamp "2024-03-04"^^xsd:date ;
    sem:hasLatestEndTimeStamp "2024-03-05"^^xsd:date ; kg:timePrecision kg:range ;
    kg:reportCount 1 ; kg:independentReportCount 1 ;
    gaf:denotedBy mention:d1-8-12 .
claim:d1-8-12-harbour-post a kg:Claim ; kg:claims event:d1-8-12 ; kg:authority ent:harbour-post ; kg:document doc:d1 ;
    kg:modality kg:asserted ; kg:polarity kg:positive ; kg:certainty kg:certain ; kg:future false ;
    kg:quantity quantity:d1-35-37 ; kg:quantity quantity:d1-20-30 ; gaf:denotedBy mention:d1-8-12 .
claim:d1-13-19-mira-dahl a kg:Claim ; kg:authority ent:mira-dahl ; kg:document doc:d1 ; kg:quotation kg:direct ;
    kg:text "Sudria" ; gaf:denotedBy mention:d1-13-19 .
quantity:d1-20-30 a schema:MonetaryAmount ; schema:value 3000000 ; schema:currency "USD" ;
    gaf:denotedBy mention:d1-20-30 .
quantity:d1-35-37 a schema:QuantitativeValue ; schema:minValue 20 ; kg:counts ent:wells ;
    gaf:denotedBy mention:d1-35-43 .
ent:wells a kg:Thing ; rdfs:label "wells" ; gaf:denotedBy mention:d1-35-43 .
ent:capital a kg:City ; rdfs:label "Port Vell" ; kg:partOf ent:state-sudria ; kg:state ent:state-sudria ;
    gaf:denotedBy mention:d1-13-19 .
ent:old dcterms:isReplacedBy ent:wells .
ent:state-norland a kg:State ; rdfs:label "Norland" ; gaf:denotedBy mention:d1-0-7 .
ent:state-sudria a kg:State ; rdfs:label "Sudria" ; gaf:denotedBy mention:d1-13-19 .
ent:harbour-post a kg:MediaOrganization ; rdfs:label "The Harbour Post" .
ent:mira-dahl a kg:Person ; rdfs:label "Mira Dahl" .
ent:pop-refugees a kg:PopulationGroup ; rdfs:label "refugees" ; kg:origin ent:state-sudria ;
    gaf:denotedBy mention:d1-13-19 .
ent:membership a org:Membership ; org:member ent:mira-dahl ; org:organization ent:harbour-post ; rdfs:label "reporter" ;
    gaf:denotedBy mention:d1-0-7 .
judgement:j1 a kg:Judgement ; kg:judges event:d1-8-12 , event:d2-8-12 ; kg:verdict kg:positiveVerdict ;
    dcterms:creator "ada" ; dcterms:date "2024-03-06" ; rdfs:comment "the same grant" .
"""

# What is planted: the words to replace, what stands there instead, and how the message begins that must be found.
PLANTED = {
    "document-without-text": (
        'nif:isString "Norland gave Sudria $3 million for 20 wells." ;', "",
        "a document has one text, nif:isString"),
    "document-of-no-kind": ("nif:Context , schema:NewsArticle", "nif:Context", "a document is a schema:NewsArticle"),
    "document-of-two-outlets": (
        "dcterms:publisher ent:harbour-post", "dcterms:publisher ent:harbour-post , ent:mira-dahl",
        "the outlet of a document is one entity"),
    "outlet-in-words": (
        "dcterms:publisher ent:harbour-post", 'dcterms:publisher "The Harbour Post"',
        "the outlet of a document is one entity"),
    "publication-in-words": (
        'dcterms:date "2024-03-05"^^xsd:date', 'dcterms:date "5 March"',
        "the publication date of a document is one xsd:date"),
    "genre-unknown": ("kg:genre kg:report", "kg:genre kg:blog", "a genre is report, opinion or letter"),
    "title-is-a-node": ('dcterms:title "Wells"', "dcterms:title ent:wells", "a document has at most one title"),
    "author-is-a-node": ('dcterms:creator "Lena Moor"', "dcterms:creator ent:mira-dahl", "the author of a document"),
    "name-is-a-node": ('identifier "wells.txt"', "identifier doc:d1", "the name that a document came under is words"),
    "outlet-is-a-document": (
        "dcterms:publisher ent:harbour-post", "dcterms:publisher doc:d1",
        "the outlet of a document is one entity"),
    "span-without-document": (
        "kg:EntityMention ; nif:referenceContext doc:d1", "kg:EntityMention",
        "a span stands in one document,"),
    "span-of-an-unknown-document": (
        "kg:EntityMention ; nif:referenceContext doc:d1", "kg:EntityMention ; nif:referenceContext doc:d9",
        "a span stands in one document,"),
    "span-without-start": ("nif:beginIndex 13 ; ", "", "a span begins at one offset of 0 or more"),
    "span-before-the-text": ("nif:beginIndex 13", "nif:beginIndex -1", "a span begins at one offset of 0 or more"),
    "span-offset-in-words": ("nif:endIndex 19", 'nif:endIndex "19"', "a span ends at one offset"),
    "span-empty": ("nif:endIndex 19", "nif:endIndex 13", "a span begins before it ends"),
    "entity-mention-without-words": (' ; nif:anchorOf "Sudria"', "", "a mention keeps its words, nif:anchorOf"),
    "event-mention-without-words": (' ; nif:anchorOf "gave"', "", "a mention keeps its words, nif:anchorOf"),
    "event-mention-without-sentence": (
        "nif:sentence mention:d1-0-44 ;", "",
        "an event mention stands in one sentence"),
    "actor-mention-no-entity-mention": (
        "kg:actorMention mention:d1-0-7", "kg:actorMention mention:d1-8-12",
        "an actor mention is an entity mention"),
    "time-mention-nowhere": (
        "mention:d1-31-34 nif:referenceContext doc:d1", "mention:d1-31-34 nif:referenceContext doc:d9",
        "a span stands in one document,"),
    "sentence-without-start": (
        "nif:beginIndex 0 ; nif:endIndex 44", "nif:endIndex 44",
        "a span begins at one offset of 0 or more"),
    "sentence-of-another-document": (
        "mention:d1-0-44 a nif:Sentence ; nif:referenceContext doc:d1",
        "doc:d2 a nif:Context . mention:d1-0-44 a nif:Sentence ; nif:referenceContext doc:d2",
        "an event mention stands in a sentence of its own document"),
    "theme-mention-no-mention": (
        "kg:themeMention mention:d1-35-43", "kg:themeMention mention:d1-20-30",
        "a theme mention is a mention of an entity or of an event"),
    "two-actions-of-a-mention": (
        "kg:themeMention mention:d1-35-43", "kg:themeMention mention:d1-35-43 ; kg:action act:give , act:pay",
        "an event mention has at most one action of its own"),
    "event-without-evidence": (
        "kg:independentReportCount 1 ;\n    gaf:denotedBy mention:d1-8-12", "kg:independentReportCount 1",
        "an event without evidence"),
    "event-denoted-by-an-entity-mention": (
        "kg:independentReportCount 1 ;\n    gaf:denotedBy mention:d1-8-12",
        "kg:independentReportCount 1 ;\n    gaf:denotedBy mention:d1-0-7",
        "an event without evidence"),
    "event-unclaimed": ("kg:claims event:d1-8-12", "kg:claims event:d1-9-9", "an event that nobody claims is refused"),
    "event-without-factuality": ("kg:factuality kg:fact ;", "", "an event has one factuality:"),
    "event-of-two-factualities": (
        "kg:factuality kg:fact", "kg:factuality kg:fact , kg:disputed",
        "an event has one factuality:"),
    "factuality-unknown": ("kg:factuality kg:fact", "kg:factuality kg:true", "an event has one factuality:"),
    "event-without-action": ("kg:action act:give ; ", "", "an event has an action"),
    "actor-in-words": ("kg:actor ent:state-norland", 'kg:actor "Norland"', "an actor is an entity, not words"),
    "actor-is-an-event": (
        "kg:actor ent:state-norland", "kg:actor event:d1-8-12",
        "an actor is an entity, not words"),
    "recipient-is-a-mention": (
        "kg:recipient ent:state-sudria", "kg:recipient mention:d1-13-19",
        "a recipient is an entity, not words"),
    "place-is-a-document": ("kg:theme ent:wells ;", "kg:place doc:d1 ;", "a place is an entity, not words"),
    "about-an-event": ("kg:theme ent:wells ;", "kg:about event:d1-8-12 ;", "kg:about is an entity, not words"),
    "theme-is-a-mention": ("kg:theme ent:wells", "kg:theme mention:d1-35-43", "a theme is an event or an"),
    "type-of-no-scheme": ("sem:eventType evt:AID", "sem:eventType evt:GIFT", "an event type is a concept"),
    "days-without-precision": ("kg:timePrecision kg:range ;", "", "an event has days with a time precision"),
    "precision-without-days": (
        """sem:hasEarliestBeginTimeStamp "2024-03-04"^^xsd:date ;
    sem:hasLatestEndTimeStamp "2024-03-05"^^xsd:date ;""", "",
        "an event has days with a time precision, or neither"),
    "theme-in-words": (
        "kg:recipient ent:state-sudria ;", 'kg:recipient ent:state-sudria ; kg:theme "wells" ;',
        "a theme is an event or an"),
    "time-is-a-year": (
        'hasEarliestBeginTimeStamp "2024-03-04"^^xsd:date', 'hasEarliestBeginTimeStamp "2024"^^xsd:gYear',
        "the first day of an event is one xsd:date"),
    "time-backwards": ('"2024-03-04"^^xsd:date', '"2024-03-06"^^xsd:date', "an event does not end before it begins"),
    "time-precision-unknown": ("kg:timePrecision kg:range", "kg:timePrecision kg:hour", "a time precision is day,"),
    "reports-none": ("kg:reportCount 1", "kg:reportCount 0", "an event counts its reports, 1 or more"),
    "reports-uncounted": ("kg:reportCount 1 ; ", "", "an event counts its reports, 1 or more"),
    "independent-reports-too-many": (
        "kg:independentReportCount 1", "kg:independentReportCount 2",
        "independent reports are some of the reports"),
    "claim-without-evidence": (
        "kg:quantity quantity:d1-20-30 ; gaf:denotedBy mention:d1-8-12", "kg:quantity quantity:d1-20-30",
        "a claim without evidence"),
    "claim-without-authority": ("kg:authority ent:harbour-post ; ", "", "a claim has one authority"),
    "claim-of-two-authorities": (
        "kg:authority ent:harbour-post", "kg:authority ent:harbour-post , ent:mira-dahl",
        "a claim has one authority"),
    "claim-without-document": (
        "kg:authority ent:harbour-post ; kg:document doc:d1", "kg:authority ent:harbour-post",
        "a claim stands in one document"),
    "authority-is-an-event": (
        "kg:authority ent:harbour-post", "kg:authority event:d1-8-12",
        "a claim has one authority"),
    "evidence-in-another-document": (
        "mention:d1-8-12 a kg:EventMention ; nif:referenceContext doc:d1",
        "doc:d2 a nif:Context . mention:d1-8-12 a kg:EventMention ; nif:referenceContext doc:d2",
        "the evidence of a claim stands in its document"),
    "spoken-for-an-event": (
        "kg:authority ent:mira-dahl", "kg:authority ent:mira-dahl ; kg:onBehalfOf event:d1-8-12",
        "a body spoken for is an entity"),
    "quantity-is-an-entity": (
        "kg:quantity quantity:d1-35-37", "kg:quantity ent:wells",
        "a quantity is a node, not a number: money or a count"),
    "claim-without-polarity": ("kg:polarity kg:positive ; ", "", "a claim has an event with"),
    "claim-of-nothing": (' ; kg:quotation kg:direct ;\n    kg:text "Sudria"', "", "a claim has an event with"),
    "claim-of-no-event": ("kg:claims event:d1-8-12", "kg:claims ent:state-norland", "what is claimed is an event"),
    "modality-unknown": ("kg:modality kg:asserted", "kg:modality kg:hoped", "a modality is asserted, requested,"),
    "polarity-unknown": ("kg:polarity kg:positive", "kg:polarity kg:neutral", "a polarity is positive or negative"),
    "certainty-unknown": ("kg:certainty kg:certain", "kg:certainty kg:sure", "a certainty is certain, probable,"),
    "future-in-words": ("kg:future false", 'kg:future "no"', "kg:future is true or false"),
    "quotation-unknown": (
        "kg:quotation kg:direct", "kg:quotation kg:loose",
        "a quotation is direct, indirect or mixed"),
    "quantity-is-a-number": (
        "kg:quantity quantity:d1-20-30", "kg:quantity 3000000",
        "a quantity is a node, not a number"),
    "quantity-without-evidence": (
        ' ; schema:currency "USD" ;\n    gaf:denotedBy mention:d1-20-30', ' ; schema:currency "USD"',
        "a quantity without evidence"),
    "quantity-on-no-claim": ("kg:quantity quantity:d1-20-30 ; ", "", "a quantity stands on a claim"),
    "quantity-without-value": ("schema:value 3000000 ; ", "", "a quantity has a value, or a least or a most value"),
    "value-in-words": ("schema:value 3000000", 'schema:value "3m"', "a value is one number"),
    "value-and-bound": (
        "schema:value 3000000", "schema:value 3000000 ; schema:minValue 2",
        "a quantity has a value, or a least or a most value"),
    "counts-an-event": ("kg:counts ent:wells", "kg:counts event:d1-8-12", "what is counted is an entity"),
    "counts-two": ("kg:counts ent:wells", "kg:counts ent:wells , ent:pop-refugees", "what is counted is an entity"),
    "bounds-backwards": (
        "schema:value 3000000", "schema:minValue 4 ; schema:maxValue 3",
        "the least value is not above the most"),
    "currency-missing": (' ; schema:currency "USD"', "", "money has one currency, three letters of ISO 4217"),
    "currency-sign": (
        'schema:currency "USD"', 'schema:currency "$"',
        "money has one currency, three letters of ISO 4217"),
    "entity-without-label": (' ; rdfs:label "Norland"', "", "an entity has one label"),
    "entity-of-two-labels": ('rdfs:label "wells"', 'rdfs:label "wells" , "Wells"', "an entity has one label"),
    "entity-of-two-classes": ("ent:wells a kg:Thing", "ent:wells a kg:Thing , kg:Place", "an entity has one class"),
    "entity-without-evidence": (
        'ent:state-norland a kg:State ; rdfs:label "Norland" ; gaf:denotedBy mention:d1-0-7',
        'ent:state-norland a kg:State ; rdfs:label "Norland"',
        "an entity without evidence"),
    "evidence-is-no-span": (
        'ent:state-norland a kg:State ; rdfs:label "Norland" ; gaf:denotedBy mention:d1-0-7',
        'ent:state-norland a kg:State ; rdfs:label "Norland" ; gaf:denotedBy ent:harbour-post',
        "a span stands in one document,"),
    "group-part-of-a-state": (
        "kg:origin ent:state-sudria", "kg:partOf ent:state-sudria",
        "a population group has an origin and is"),
    "part-of-words": ("kg:partOf ent:state-sudria", 'kg:partOf "Sudria"', "kg:partOf leads to an entity"),
    "part-of-an-event": ("kg:partOf ent:state-sudria", "kg:partOf event:d1-8-12", "kg:partOf leads to an entity"),
    "state-is-a-person": (
        "kg:state ent:state-sudria", "kg:state ent:mira-dahl",
        "an entity belongs to at most one state"),
    "origin-is-an-event": ("kg:origin ent:state-sudria", "kg:origin event:d1-8-12", "an origin is an entity"),
    "replaced-by-two": (
        "ent:old dcterms:isReplacedBy ent:wells", "ent:old dcterms:isReplacedBy ent:wells , ent:mira-dahl",
        "an id is replaced by one other"),
    "replaced-by-words": (
        "ent:old dcterms:isReplacedBy ent:wells", 'ent:old dcterms:isReplacedBy "wells"',
        "an id is replaced by one other"),
    "member-is-a-state": (
        "org:member ent:mira-dahl", "org:member ent:state-sudria",
        "a membership has one member, a person"),
    "member-of-an-event": (
        "org:organization ent:harbour-post", "org:organization event:d1-8-12",
        "a membership is of at most one body"),
    "membership-without-evidence": (
        'rdfs:label "reporter" ;\n    gaf:denotedBy mention:d1-0-7', 'rdfs:label "reporter"',
        "a membership without evidence"),
    "judgement-of-one": ("event:d1-8-12 , event:d2-8-12", "event:d1-8-12", "a judgement is about two ids"),
    "judgement-of-three": (
        "event:d1-8-12 , event:d2-8-12", "event:d1-8-12 , event:d2-8-12 , event:d3-8-12",
        "a judgement is about two ids"),
    "judgement-without-verdict": (" ; kg:verdict kg:positiveVerdict", "", "a judgement has one verdict:"),
    "verdict-is-a-polarity": ("kg:positiveVerdict", "kg:positive", "a judgement has one verdict:"),
    "judged-by-two": ('"ada"', '"ada" , "bo"', "who judged is words"),
    "membership-without-role": ('rdfs:label "reporter" ;', "", "a membership names its role in words"),
}  # fmt: skip


@cache
def shapes() -> rdflib.Graph:
    """The shapes, read once."""
    return rdflib.Graph().parse(SHAPES)


@cache
def classes() -> rdflib.Graph:
    """What the ontology says of classes: which is below which, and what is a concept."""
    made = rdflib.Graph()
    for name in ("kg.ttl", "event-types.ttl"):
        whole = rdflib.Graph().parse(ROOT / "ontology" / name)
        for predicate in (rdflib.RDFS.subClassOf, rdflib.RDF.type):
            made += whole.triples((None, predicate, None))
    return made


def graph_of(turtle: str) -> rdflib.Graph:
    """A graph from Turtle without prefixes."""
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in Ids().prefixes.items())
    return rdflib.Graph().parse(data=prefixes + turtle, format="turtle")


def findings(graph: rdflib.Graph) -> set[str]:
    """The messages of all violations of a graph, beside the ontology."""
    _, report, _ = pyshacl.validate(graph + classes(), shacl_graph=shapes())
    assert isinstance(report, rdflib.Graph)
    return {str(message) for message in report.objects(None, SH.resultMessage)}


def test_shapes_are_shacl() -> None:
    """The shapes conform to the shapes of SHACL itself."""
    conforms, _, text = pyshacl.validate(rdflib.Graph(), shacl_graph=shapes(), meta_shacl=True)
    assert conforms, text


def test_shapes_are_core() -> None:
    """Only terms of SHACL Core that the file's head lists are in use."""
    used = {str(name).removeprefix(str(SH)) for name in shapes().predicates() if str(name).startswith(str(SH))}
    assert used <= CORE


def test_every_constraint_speaks() -> None:
    """Every property shape that stands for itself says what is expected."""
    own = set(shapes().subjects(rdflib.RDF.type, SH.NodeShape))
    silent = [
        shape
        for node in own
        for shape in shapes().objects(node, SH.property)
        if (shape, SH.message, None) not in shapes()
    ]
    assert silent == []


def test_valid() -> None:
    """A right graph conforms."""
    assert findings(graph_of(VALID)) == set()


def test_valid_query_graph() -> None:
    """The graph that the named questions are tested on conforms."""
    dataset = rdflib.Dataset()
    dataset.parse(ROOT / "tests" / "data" / "shape.trig")
    union = rdflib.Graph()
    for subject, predicate, value, _ in dataset.quads():
        union.add((subject, predicate, value))
    assert findings(union) == set()


@pytest.mark.parametrize("name", PLANTED)
def test_violation(name: str) -> None:
    """A planted violation is found, by its own message."""
    before, after, message = PLANTED[name]
    assert before in VALID
    assert any(found.startswith(message) for found in findings(graph_of(VALID.replace(before, after, 1))))


def test_opinion() -> None:
    """An opinion is a schema:OpinionNewsArticle."""
    opinion = VALID.replace("schema:NewsArticle", "schema:OpinionNewsArticle").replace("kg:report ", "kg:opinion ")
    assert findings(graph_of(opinion)) == set()


def test_undated() -> None:
    """An event of an undated document has no bounds."""
    undated = VALID
    for words in (
        'sem:hasEarliestBeginTimeStamp "2024-03-04"^^xsd:date ;',
        'sem:hasLatestEndTimeStamp "2024-03-05"^^xsd:date ;',
        "kg:timePrecision kg:range ;",
    ):
        undated = undated.replace(words, "")
    assert findings(graph_of(undated)) == set()


def test_ancestor() -> None:
    """A body that the text does not mention may stand in the graph as the whole of one that it does."""
    ancestor = (
        'ent:state-sudria kg:partOf ent:league . ent:league a kg:IntergovernmentalOrganization ; rdfs:label "League" .'
    )
    assert findings(graph_of(VALID + ancestor)) == set()


def test_drawn_example() -> None:
    """The example of ontology/README.md conforms."""
    block = (ROOT / "ontology" / "README.md").read_text().split("```turtle\n")[1].split("```")[0]
    assert findings(rdflib.Graph().parse(data=block, format="turtle")) == set()
