"""By whom something is done: agents of a passive, and those joined to them."""

from __future__ import annotations

import pytest

from tests.extract.conftest import event, parsed, roles

BEATEN = """
    The   party       was/be    beaten/beat by      Bell       's     {}      .
    DT    NN          VBD       VBN         IN      NNP/PERSON POS    {}      .
    det:2 nsubjpass:4 auxpass:4 ROOT        agent:4 {}         case:6 {}      punct:4
"""


def test_what_an_owner_has() -> None:
    """Beaten by Bell's is beaten by what is Bell's, and not by Bell."""
    doc = parsed(BEATEN.format("again", "RB", "pobj:5", "advmod:4"))
    agents = [role for role in event(doc, "beaten").roles if role.name.value == "actor"]
    assert [(role.span.of(doc.text), role.mention) for role in agents] == [("Bell's", None)]


def test_agent_with_an_owner() -> None:
    """A noun behind the owner is the agent."""
    assert "actor: Bell's league" in roles(parsed(BEATEN.format("league", "NN", "poss:8", "pobj:5")), "beaten")


TAKEN = """
    One    taken/take by      Bell       {}   {}     {}     the   bank   .
    CD     VBN        IN      NNP/PERSON {}   NNS    IN     DT    NN     .
    ROOT   acl:1      agent:2 pobj:3     cc:4 conj:4 prep:6 det:9 pobj:7 punct:1
"""


@pytest.mark.parametrize(
    ("link", "tag", "other", "preposition", "expected"),
    [
        ("and", "CC", "others/other", "by", ["actor: Bell"]),
        ("nor", "CC", "others/other", "of", ["actor: Bell"]),
        ("and", "CC", "others/other", "of", ["actor: Bell", "actor: others"]),
    ],
)
def test_what_is_joined_to_an_agent(link: str, tag: str, other: str, preposition: str, expected: list[str]) -> None:
    """Neither "others by the bank" nor what "nor" joins does what the agent does."""
    doc = parsed(TAKEN.format(link, other, preposition, tag))
    assert [role for role in roles(doc, "taken") if role.startswith("actor")] == expected


HEARD = """
    It          was/be    heard/hear by      ministers/minister rather   {}   envoys/envoy .
    PRP         VBD       VBN        IN      NNS                RB       {}   NNS          .
    nsubjpass:3 auxpass:3 ROOT       agent:3 pobj:4             advmod:7 cc:5 conj:5       punct:3
"""


@pytest.mark.parametrize(
    ("link", "tag", "expected"),
    [("than", "IN", ["actor: ministers"]), ("and", "CC", ["actor: ministers", "actor: envoys"])],
)
def test_who_is_ruled_out(link: str, tag: str, expected: list[str]) -> None:
    """Whoever stands behind "rather than" does nothing."""
    doc = parsed(HEARD.format(link, tag))
    assert [role for role in roles(doc, "heard") if role.startswith("actor")] == expected


DEMAND = """
    {}     demand raised/raise by      Bell       failed/fail .
    {}     NN     VBN          IN      NNP/PERSON VBD         .
    {}     nsubj:6 acl:2       agent:3 pobj:4     ROOT        punct:6
"""


@pytest.mark.parametrize(
    ("first", "tag", "relation", "expected"),
    [("The", "DT", "det:2", ["actor: Bell"]), ("Her", "PRP$", "poss:2", ["actor: Her"])],
)
def test_owner_and_agent(first: str, tag: str, relation: str, expected: list[str]) -> None:
    """A demand that has an owner is the owner's, whoever does what a participle behind it says."""
    doc = parsed(DEMAND.format(first, tag, relation))
    assert [role for role in roles(doc, "demand") if role.startswith("actor")] == expected
