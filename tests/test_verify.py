"""Each violation that is planted is found, and a sound graph has none."""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox
import pytest

from kg.ids import Ids
from kg.model import MentionRef
from kg.store import Graph
from kg.verify import Violation, sizes, violations
from tests.articles import Article, grant, graph, second_grant, world

IDS = Ids()
PREFIXES = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in IDS.prefixes.items())
DOC = grant().ident
LATE = second_grant().ident
PAID = f"event:{DOC}-8-12"
CLAIM = f"claim:{DOC}-8-12-harbour-post"


@cache
def sound() -> tuple[ox.Quad, ...]:
    """The graph of two reports."""
    return tuple(graph(world(grant(), second_grant())).quads())


def changed(update: str = "") -> Graph:
    """That graph after a SPARQL update."""
    store = ox.Store()
    store.extend(sound())
    if update:
        store.update(PREFIXES + update)
    made = Graph.memory()
    made.bulk(store)
    return made


def rules(found: list[Violation]) -> set[str]:
    """What is wrong, without where."""
    return {violation.rule for violation in found}


# ------------------------------------------------------------------------------------------------ sound graphs


@pytest.mark.parametrize("shacl", [True, False])
def test_sound(shacl: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """A graph as it was made has no violation, by SPARQL or by SHACL."""
    assert violations(changed(), IDS, shacl=shacl) == []


def test_empty() -> None:
    """An empty graph has none either."""
    assert violations(Graph.memory(), IDS) == []


def test_sound_reciprocal() -> None:
    """The pairs of a reciprocal event are sound: each is an actor of its mention."""
    article = Article("Norland and Sudria met.")
    parties = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
    article.event("met", action="meet", type="CONSULT", actor=parties, reciprocal=True)
    made = graph(world(article))
    assert made.count(IDS.graph("facts")) == 2
    assert violations(made, IDS) == []


def test_sound_with_two_verbs() -> None:
    """Two reports that tell of one event by other verbs give a sound plain triple each."""
    one, two = (Article(f"Norland {verb} Sudria wells.", outlet=f"Paper {verb}") for verb in ("gave", "lent"))
    for article, verb in ((one, "gave"), (two, "lent")):
        norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
        article.event(verb, action=verb, type="AID", actor=norland, recipient=sudria, words=article.at("wells"))
    found = world(one, two)
    assert (len(found.events), len({fact.action for fact in found.facts})) == (1, 2)
    assert violations(graph(found), IDS, shacl=False) == []


def test_sound_without_an_outlet() -> None:
    """A fact of a document that speaks for itself is sound."""
    article = Article("Norland paid Sudria.", outlet=None)
    norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
    article.event("paid", action="pay", type="AID", actor=norland, recipient=sudria)
    assert violations(graph(world(article)), IDS) == []


def test_sound_beyond_the_basic_plane() -> None:
    """Spans count code points, in the check as in the records."""
    article = Article("🕊️🕊️ Ünor paid Sudria.")
    unor, sudria = article.name("Ünor", label="ORG"), article.name("Sudria", label="GPE")
    article.event("paid", action="pay", type="AID", actor=unor, recipient=sudria)
    assert violations(graph(world(article)), IDS) == []


# ------------------------------------------------------------------------------------------------ planted

MENTION = f"mention:{DOC}-8-12"
PLANTED = {
    "an event without factuality": (
        f"DELETE WHERE {{ GRAPH graph:world {{ {PAID} kg:factuality ?f }} }}",
        PAID,
    ),
    "an event without a mention": (
        f"DELETE WHERE {{ GRAPH graph:world {{ {PAID} gaf:denotedBy ?m }} }}",
        PAID,
    ),
    "an event without a claim": (
        f"DELETE WHERE {{ GRAPH graph:world {{ ?c kg:claims {PAID} }} }}",
        PAID,
    ),
    "a claim without an authority": (
        f"DELETE WHERE {{ GRAPH graph:world {{ {CLAIM} kg:authority ?a }} }}",
        CLAIM,
    ),
    "a mention that is in no text": (
        f"DELETE WHERE {{ GRAPH ?g {{ {MENTION} nif:referenceContext ?d }} }}",
        MENTION,
    ),
    "a plain triple that is not of a fact": (
        "INSERT DATA { GRAPH graph:facts { ent:state-sd act:admit ent:pop-norlandic-refugees } }",
        "ent:state-sd",
    ),
    "a fact that no report affirms in its own voice": (
        f"""DELETE {{ GRAPH graph:world {{ ?c kg:certainty kg:certain }} }}
        INSERT {{ GRAPH graph:world {{ ?c kg:certainty kg:probable }} }}
        WHERE {{ GRAPH graph:world {{ ?c kg:claims {PAID} ; kg:certainty kg:certain }} }}""",
        PAID,
    ),
    "two that a person judged apart are one": (
        f"""INSERT DATA {{ GRAPH graph:judgements {{ judgement:j kg:verdict kg:negativeVerdict ; a kg:Judgement ;
            kg:judges {PAID}, event:{LATE}-32-36 }} }}""",
        "judgement:j",
    ),
    "two that a person judged one are two": (
        """INSERT DATA { GRAPH graph:judgements { judgement:j kg:verdict kg:positiveVerdict ; a kg:Judgement ;
            kg:judges ent:state-nd, ent:state-sd } }""",
        "judgement:j",
    ),
    "its span no longer says what the graph says": (
        f"""DELETE {{ GRAPH ?g {{ {MENTION} nif:anchorOf ?old }} }}
        INSERT {{ GRAPH ?g {{ {MENTION} nif:anchorOf "gave" }} }}
        WHERE {{ GRAPH ?g {{ {MENTION} nif:anchorOf ?old }} }}""",
        MENTION,
    ),
}


SOUND_JUDGEMENTS = [
    (PAID, f"event:{LATE}-32-36", "positive"),
    (PAID, f"event:{LATE}-32-36", "unsure"),
    ("ent:state-nd", "ent:state-sd", "negative"),
]


@pytest.mark.parametrize(("one", "other", "verdict"), SOUND_JUDGEMENTS)
def test_sound_judgements(one: str, other: str, verdict: str) -> None:
    """A graph that is as it was judged is sound."""
    said = f"judgement:j a kg:Judgement ; kg:verdict kg:{verdict}Verdict ; kg:judges {one}, {other}"
    assert violations(changed(f"INSERT DATA {{ GRAPH graph:judgements {{ {said} }} }}"), IDS) == []


@pytest.mark.parametrize("rule", PLANTED)
def test_planted(rule: str) -> None:
    """A planted violation is found at its place."""
    update, focus = PLANTED[rule]
    found = violations(changed(update), IDS, shacl=False)
    assert (rule, focus) in {(violation.rule, violation.focus) for violation in found}


AFFIRMING = f"?c kg:claims {PAID}"
STANCES = {
    "modality": ("kg:modality kg:asserted", "kg:modality kg:promised"),
    "polarity": ("kg:polarity kg:positive", "kg:polarity kg:negative"),
    "future": ("kg:future false", "kg:future true"),
    "authority": ("kg:authority ?a", "kg:authority ent:mira-dahl"),
}


@pytest.mark.parametrize("stance", STANCES)
def test_no_fact(stance: str) -> None:
    """A fact whose claims are not asserted, denied, of the future or of somebody else is found."""
    old, new = STANCES[stance]
    update = f"""DELETE {{ GRAPH graph:world {{ ?c {old} }} }} INSERT {{ GRAPH graph:world {{ ?c {new} }} }}
        WHERE {{ GRAPH graph:world {{ {AFFIRMING} ; {old} }} }}"""
    assert rules(violations(changed(update), IDS, shacl=False)) == {"a fact that no report affirms in its own voice"}


def test_fact_of_an_opinion() -> None:
    """A fact that only opinions affirm is found."""
    update = """DELETE { GRAPH ?g { ?d kg:genre kg:report } } INSERT { GRAPH ?g { ?d kg:genre kg:opinion } }
        WHERE { GRAPH ?g { ?d kg:genre kg:report } }"""
    assert "a fact that no report affirms in its own voice" in rules(violations(changed(update), IDS, shacl=False))


def test_one_affirming_report_is_enough() -> None:
    """A fact that one of two reports affirms is sound."""
    update = f"""DELETE {{ GRAPH graph:world {{ {CLAIM} kg:certainty kg:certain }} }}
        INSERT {{ GRAPH graph:world {{ {CLAIM} kg:certainty kg:probable }} }} WHERE {{}}"""
    assert violations(changed(update), IDS, shacl=False) == []


CROSSED = {
    "object": "ent:state-nd act:pay ent:pop-norlandic-refugees",
    "subject": "ent:state-us act:pay ent:state-sd",
    "action": "ent:state-nd act:fund ent:state-sd",
    "direction": "ent:state-sd act:pay ent:state-nd",
}


@pytest.mark.parametrize("wrong", CROSSED)
def test_plain_triple_of_no_mention(wrong: str) -> None:
    """A plain triple with another actor, action, object or direction than a fact's mention is found."""
    update = f"INSERT DATA {{ GRAPH graph:facts {{ {CROSSED[wrong]} }} }}"
    assert rules(violations(changed(update), IDS, shacl=False)) == {"a plain triple that is not of a fact"}


def test_plain_triple_of_a_union() -> None:
    """A plain triple of an actor of one mention and a recipient of another is found."""
    first, second = (
        Article(f"{who} and Norland paid Sudria and {whom}.", outlet=f"Paper {who}")
        for who, whom in (("Mira Dahl", "Tor Lind"), ("Ella Moor", "Kim Aster"))
    )
    for article, who, whom in ((first, "Mira Dahl", "Tor Lind"), (second, "Ella Moor", "Kim Aster")):
        actors = article.name(who), article.name("Norland", label="GPE")
        recipients = article.name("Sudria", label="GPE"), article.name(whom)
        article.event("paid", action="pay", type="AID", actor=actors, recipient=recipients)
    made = graph(world(first, second))
    assert violations(made, IDS, shacl=False) == []
    facts = ox.NamedNode(IDS.graph("facts"))
    one, pay, other = (ox.NamedNode(IDS.prefixes[prefix] + name) for prefix, name in _CROSSED)
    crossed = ox.Quad(one, pay, other, facts)
    made.replace(facts.value, [*made.quads(facts.value), crossed])
    assert rules(violations(made, IDS, shacl=False)) == {"a plain triple that is not of a fact"}


_CROSSED = (("ent", "mira-dahl"), ("act", "pay"), ("ent", "kim-aster"))


def test_text_changed() -> None:
    """A text that is not what it was no longer bears out its spans."""
    update = """DELETE { GRAPH ?g { ?d nif:isString ?old } } INSERT { GRAPH ?g { ?d nif:isString ?new } }
        WHERE { GRAPH ?g { ?d nif:isString ?old } BIND (CONCAT(" ", ?old) AS ?new) }"""
    found = violations(changed(update), IDS, shacl=False)
    anchors = [quad for quad in sound() if quad.predicate.value == IDS.prefixes["nif"] + "anchorOf"]
    assert rules(found) == {"its span no longer says what the graph says"}
    assert len(found) == len(anchors) > 0


def test_detail() -> None:
    """A span that says something else is told with both."""
    update, focus = PLANTED["its span no longer says what the graph says"]
    (found,) = violations(changed(update), IDS, shacl=False)
    assert str(found) == f"{focus}: its span no longer says what the graph says (expected 'gave', text has 'paid')"


# ------------------------------------------------------------------------------------------------ shapes

SHAPES = {
    "two-factualities": (
        f"INSERT DATA {{ GRAPH graph:world {{ {PAID} kg:factuality kg:disputed }} }}",
        "an event has one factuality",
        PAID,
    ),
    "unknown-factuality": (
        f"""DELETE {{ GRAPH graph:world {{ {PAID} kg:factuality kg:fact }} }}
        INSERT {{ GRAPH graph:world {{ {PAID} kg:factuality kg:rumour }} }} WHERE {{}}""",
        "an event has one factuality",
        PAID,
    ),
    "actor-of-words": (
        f'INSERT DATA {{ GRAPH graph:world {{ {PAID} kg:actor "Norland" }} }}',
        "an actor is an entity, not words",
        PAID,
    ),
    "group-in-a-state": (
        "INSERT DATA { GRAPH graph:world { ent:pop-norlandic-refugees kg:partOf ent:state-nd } }",
        "a population group has an origin and is part of nothing",
        "ent:pop-norlandic-refugees",
    ),
    "entity-without-evidence": (
        'INSERT DATA { GRAPH graph:world { ent:lena-moor a kg:Person ; rdfs:label "Lena Moor" } }',
        "an entity without evidence is refused",
        "ent:lena-moor",
    ),
}


@pytest.mark.parametrize("planted", SHAPES)
def test_shapes(planted: str) -> None:
    """What breaks a shape is found at its place, by SPARQL as by pySHACL."""
    update, message, focus = SHAPES[planted]
    broken = changed(update)
    for shacl in (False, True):
        found = violations(broken, IDS, shacl=shacl)
        assert [each for each in found if each.rule.startswith(message) and each.focus == focus]


def test_sorted_and_once() -> None:
    """Violations are sorted, each once, and the same every time."""
    broken = changed(PLANTED["an event without factuality"][0] + ";" + PLANTED["an event without a claim"][0])
    found = violations(broken, IDS)
    assert found == sorted(set(found))
    assert found == violations(broken, IDS)


# ------------------------------------------------------------------------------------------------ sizes


def test_sizes() -> None:
    """The counts of a graph are those of what was put into it."""
    found = world(grant(), second_grant())
    made = graph(found)
    counts = sizes(made, IDS)
    assert {
        name: counts[name] for name in ("documents", "event mentions", "events", "claims", "plain triples", "quads")
    } == {
        "documents": 2,
        "event mentions": sum(len(each.readings) for each in found.resolutions.values()),
        "events": len(found.events),
        "claims": sum(len(resolution.claims) for resolution in found.resolutions.values()),
        "plain triples": len({(fact.subject, fact.action, fact.object) for fact in found.facts}),
        "quads": len(made),
    }


def test_sizes_of_nothing() -> None:
    """An empty graph has no quads for each event mention, rather than an error."""
    counts = sizes(Graph.memory(), IDS)
    assert (counts["documents"], counts["quads for each event mention"]) == (0, 0.0)


def test_quads_for_each_event_mention() -> None:
    """The figure has two parts, and leaves out metadata, knowledge base, ontology and runs."""
    made = changed("INSERT DATA { GRAPH graph:runs { run:r a prov:Activity } GRAPH graph:ontology { kg:a a kg:b } }")
    whole, before = sizes(made, IDS), sizes(changed(), IDS)
    parts = ("of these in the text layer", "of these in the world and facts")
    assert whole["quads for each event mention"] == before["quads for each event mention"]
    assert sum(whole[part] for part in parts) == pytest.approx(whole["quads for each event mention"], abs=0.1)


def test_place_of_the_planted() -> None:
    """The ids of these tests are those of the article."""
    article = grant()
    assert IDS.event(MentionRef(document=DOC, span=article.at("paid"))) == IDS.prefixes["event"] + PAID.removeprefix(
        "event:"
    )


def test_digest_of_the_last_build() -> None:
    """A graph that is not what its last build wrote is told; one that is so is sound."""
    made = graph(world(grant()))
    digest = made.digest()
    assert violations(made, IDS, shacl=False, digest=digest) == []
    subject, predicate, thing = (ox.NamedNode(f"urn:{letter}") for letter in "spo")
    made.change(new=[ox.Quad(subject, predicate, thing, ox.NamedNode(IDS.graph("world")))])
    (found,) = violations(made, IDS, shacl=False, digest=digest)
    assert found.rule.startswith("the graph is not what its last build wrote")
