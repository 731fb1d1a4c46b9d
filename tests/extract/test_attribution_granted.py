"""What is told in passing within what somebody only asks for, and the grounds of a verdict."""

from __future__ import annotations

import pytest

from kg.extract.attribution.granted import is_granted
from tests.extract.conftest import parsed, token, words_of_the_package


@pytest.mark.parametrize(("verb", "told"), [("jailed/jail", True), ("trained/train", False)])
def test_what_befell_one_person(verb: str, *, told: bool) -> None:
    """Whoever asks for the release of somebody who was jailed does not tell that he was."""
    doc = parsed(f"""
        Norland demands/demand the   release of     a     lawyer {verb}  in     May    .
        NNP/GPE VBZ            DT    NN      IN     DT    NN     VBN     IN     NNP    .
        nsubj:2 ROOT           det:4 dobj:2  prep:4 det:7 pobj:5 acl:7   prep:8 pobj:9 punct:2
    """)
    assert is_granted(token(doc, verb.partition("/")[0]), words_of_the_package()) is told


@pytest.mark.parametrize(("subject", "told"), [("they", True), ("that", False)])
def test_what_was_done_to_a_thing(subject: str, *, told: bool) -> None:
    """Talks that somebody left were left; talks that failed may be any."""
    doc = parsed(f"""
        Norland urged/urge Sudria  to    resume  talks/talk {subject} left/leave in     May    .
        NNP/GPE VBD        NNP/GPE TO    VB      NNS        {"PRP" if told else "WDT"} VBD IN NNP .
        nsubj:2 ROOT       dobj:2  aux:5 xcomp:2 dobj:5     nsubj:8   relcl:6    prep:8 pobj:9 punct:2
    """)
    assert is_granted(token(doc, "left"), words_of_the_package()) is told
