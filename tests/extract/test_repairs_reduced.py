"""A participle or infinitive behind a noun that was taken for the main verb: put right."""

from __future__ import annotations

import pytest

from tests.extract.repairing import mended, place


@pytest.mark.parametrize("participle", [("marching/march", "VBG"), ("driven/drive", "VBN")])
def test_participle_taken_for_the_main_verb(participle: tuple[str, str]) -> None:
    """The verb with a tense is the main one and takes the subject; the participle describes it."""
    gloss = f"""
        Farmers/farmer {participle[0]} past     shouted/shout .
        NNS            {participle[1]} RB       VBD           .
        nsubj:2        ROOT            advmod:2 advcl:2       punct:2
    """
    doc = mended(gloss)
    assert place(doc, "shouted") == ("ROOT", "shouted")
    assert place(doc, "Farmers") == ("nsubj", "shouted")
    assert place(doc, participle[0].partition("/")[0]) == ("acl", "Farmers")


def test_two_clauses_of_what_is_thought() -> None:
    """So too where both hang on the verb over them: "some think the weight put on it shows a fear"."""
    doc = mended("""
        Some    think the   weight put/put put     on     it     shows/show a      fear   .
        DT      VBP   DT    NN     VBN     RB      IN     PRP    VBZ        DT     NN     .
        nsubj:2 ROOT  det:4 nsubj:5 ccomp:2 advmod:5 prep:5 pobj:7 ccomp:2  det:11 dobj:9 punct:2
    """)
    assert (place(doc, "weight"), place(doc, "shows")) == (("nsubj", "shows"), ("ccomp", "think"))


def test_infinitive_of_a_noun() -> None:
    """An infinitive with "to" belongs to its noun: "the plan to sell mills was dropped"."""
    doc = mended("""
        The   plan    to    sell mills/mill was/be    dropped/drop .
        DT    NN      TO    VB   NNS        VBD       VBN          .
        det:2 nsubj:4 aux:4 ROOT dobj:4     auxpass:7 ccomp:4      punct:4
    """)
    assert (place(doc, "plan"), place(doc, "sell")) == (("nsubjpass", "dropped"), ("acl", "plan"))


def test_nearest_noun_has_the_participle() -> None:
    """A participle right behind a nearer noun describes that one: "votes in towns held by Dahl count"."""
    doc = mended("""
        Votes/vote in     towns/town held/hold by      Dahl       counted/count .
        NNS        IN     NNS        VBN       IN      NNP/PERSON VBD           .
        nsubj:4    prep:1 pobj:2     ROOT      agent:4 pobj:5     ccomp:4       punct:4
    """)
    assert (place(doc, "Votes"), place(doc, "held")) == (("nsubj", "counted"), ("acl", "towns"))


@pytest.mark.parametrize(
    ("between", "verb"),
    [
        (("and", "CC", "cc:2"), ("shouted/shout", "VBD", "conj:2")),
        ((",", ",", "punct:2"), ("shouted/shout", "VBD", "conj:2")),
        (("now", "RB", "advmod:5"), ("shouts/shout", "VBZ", "advcl:2")),
    ],
)
def test_verb_that_is_joined(between: tuple[str, str, str], verb: tuple[str, str, str]) -> None:
    """A verb behind "and" or a comma, or of another number than the noun, leaves the first one where it is."""
    doc = mended(f"""
        Farmers/farmer driven/drive past     {between[0]} {verb[0]} .
        NNS            VBN          RB       {between[1]} {verb[1]} .
        nsubj:2        ROOT         advmod:2 {between[2]} {verb[2]} punct:2
    """)
    assert place(doc, "Farmers") == ("nsubj", "driven")


LET = """
    Bell       {}   the   town   {}         .
    NNP/PERSON VBD  DT    NN     VBN        .
    nsubj:2    ROOT det:4 nsubj:5 ccomp:2   punct:2
"""


@pytest.mark.parametrize("verb", ["had/have", "saw/see", "left/leave"])
def test_done_to_what_stands_before(verb: str) -> None:
    """What somebody has, sees or leaves done is done to what stands before, and not by it."""
    doc = mended(LET.format(verb, "attacked/attack"))
    assert place(doc, "town") == ("nsubjpass", "attacked")


@pytest.mark.parametrize(("verb", "below"), [("said/say", "attacked/attack"), ("saw/see", "sleep/sleep")])
def test_done_by_what_stands_before(verb: str, below: str) -> None:
    """What somebody says, or what takes no object, is done by it."""
    assert place(mended(LET.format(verb, below)), "town")[0] == "nsubj"


def test_subject_in_a_clause_of_its_own() -> None:
    """The rule that is applied to us is hard: no clause is."""
    gloss = """
        The   rule    applied/apply to     us     is/be hard    .
        DT    NN      VBN           IN     PRP    VBZ   JJ      .
        det:2 nsubj:3 csubj:6       prep:3 pobj:4 ROOT  acomp:6 punct:6
    """
    doc = mended(gloss)
    assert place(doc, "rule") == ("nsubj", "is")
    assert place(doc, "applied") == ("acl", "rule")


@pytest.mark.parametrize(("stop", "expected"), [(".", ("ROOT", "signed")), ("now", ("acl", "Bell"))])
def test_sentence_without_a_tense(stop: str, expected: tuple[str, str]) -> None:
    """What looks like a participle is the main verb of a full sentence that has no other."""
    gloss = """
        Bell       signed/sign a     letter {}
        NNP/PERSON VBN         DT    NN     {}
        ROOT       acl:1       det:4 dobj:2 {}:1
    """
    doc = mended(gloss.format(stop, "." if stop == "." else "RB", "punct" if stop == "." else "advmod"))
    assert place(doc, "signed") == expected
    assert place(doc, "Bell")[0] == ("nsubj" if stop == "." else "ROOT")


def test_name_behind_a_preposition() -> None:
    """Those loyal to a man shell a port, not the man whom the parse takes for a second subject."""
    doc = mended("""
        Fighters/fighter loyal  to     Bell       shelled/shell ports/port .
        NNS              JJ     IN     NNP/PERSON VBD           NNS        .
        nsubj:5          amod:1 prep:2 nsubj:5    ROOT          dobj:5     punct:5
    """)
    assert (place(doc, "Bell"), place(doc, "Fighters")) == (("pobj", "to"), ("nsubj", "shelled"))


def test_name_behind_a_participle() -> None:
    """What stands behind "dubbed" before a clause is the name that its subject is given."""
    doc = mended("""
        Dubbed/dub the   Fox    ,       Bell       ran/run .
        VBN        DT    NNP    ,       NNP/PERSON VBD     .
        advcl:6    det:3 dobj:1 punct:6 nsubj:6    ROOT    punct:6
    """)
    assert place(doc, "Fox") == ("oprd", "Dubbed")
