"""Words that the parser hangs too low, and that belong to the verb above."""

from __future__ import annotations

import pytest

from tests.extract.conftest import words_of_the_package
from tests.extract.repairing import mended, place

LEXICON = words_of_the_package()
ARGUED = """
    Miners  said/say {}      had/have ended/end ,       citing/cite losses .
    NNS     VBD      {}      VBD      VBN       ,       VBG         NNS    .
    nsubj:2 ROOT     nsubj:5 aux:5    ccomp:2   punct:5 advcl:5     dobj:7 punct:2
"""


def test_what_only_a_speaker_does() -> None:
    """What a thing cannot do, whoever speaks of it does."""
    assert place(mended(ARGUED.format("work", "NN"), LEXICON), "citing") == ("advcl", "said")


def test_what_both_may_do() -> None:
    """Where the one spoken of may do it too, the parse stands."""
    assert place(mended(ARGUED.format("Bell", "NNP/PERSON"), LEXICON), "citing") == ("advcl", "ended")


def test_emphatic_pronoun() -> None:
    """A pronoun that stresses the subject is no part of a thing."""
    doc = mended("""
        Dahl       sat/sit for    an    interview himself .
        NNP/PERSON VBD     IN     DT    NN        PRP     .
        nsubj:2    ROOT    prep:2 det:5 pobj:3    appos:5 punct:2
    """)
    assert place(doc, "himself") == ("advmod", "sat")


MEDIUM = """
    Dahl       {}    the   {}     in     a     letter .
    NNP/PERSON VBD   DT    NNS    IN     DT    NN     .
    nsubj:2    ROOT  det:4 dobj:2 prep:4 det:7 pobj:5 punct:2
"""


@pytest.mark.parametrize(
    ("verb", "noun", "over"),
    [
        ("announced/announce", "cuts", "announced"),
        ("rejected/reject", "claims/claim", "claims"),
        ("saw/see", "cuts", "cuts"),
    ],
)
def test_medium(verb: str, noun: str, over: str) -> None:
    """What is said is said in a letter; claims may stand in one, and what is seen too."""
    assert place(mended(MEDIUM.format(verb, noun), LEXICON), "in") == ("prep", over)


def test_content_behind_a_medium() -> None:
    """What somebody says in a statement is what they say."""
    doc = mended(
        """
        Dahl       said/say in     a     statement that   it      failed/fail .
        NNP/PERSON VBD      IN     DT    NN        IN     PRP     VBD         .
        nsubj:2    ROOT     prep:2 det:5 pobj:3    mark:8 nsubj:8 acl:5       punct:2
        """,
        LEXICON,
    )
    assert place(doc, "failed") == ("ccomp", "said")


SILENT = """
    Dahl       has/have {}     said/say when     it      ends/end .
    NNP/PERSON VBZ      RB     VBN      WRB      PRP     VBZ      .
    nsubj:4    aux:4    {}:4   ROOT     advmod:7 nsubj:7 advcl:4  punct:4
"""


def test_question_that_is_not_answered() -> None:
    """What somebody does not say is a question, and no time."""
    assert place(mended(SILENT.format("not", "neg"), LEXICON), "ends") == ("ccomp", "said")


def test_time_of_saying() -> None:
    """Where something is said, "when" may tell the time."""
    assert place(mended(SILENT.format("often", "advmod"), LEXICON), "ends") == ("advcl", "said")


TROUBLE = """
    Dahl       sought/seek {}     {}     floods/flood .
    NNP/PERSON VBD         NN     IN     NNS          .
    nsubj:2    ROOT        dobj:2 prep:3 pobj:4       punct:2
"""


@pytest.mark.parametrize(
    ("noun", "preposition", "over"),
    [("help", "amid", "sought"), ("paper", "during", "sought"), ("paper", "of", "paper")],
)
def test_trouble_in_which_it_is_done(noun: str, preposition: str, over: str) -> None:
    """What goes on meanwhile belongs to the verb, and not to a thing."""
    assert place(mended(TROUBLE.format(noun, preposition), LEXICON), preposition) == ("prep", over)


def test_office_with_its_own_phrase() -> None:
    """What stands right behind an office belongs to it."""
    doc = mended(
        """
        They    work as     advisers to     Dahl       .
        PRP     VBP  IN     NNS      IN     NNP/PERSON .
        nsubj:2 ROOT prep:2 pobj:3   prep:2 pobj:5     punct:2
        """,
        LEXICON,
    )
    assert place(doc, "to") == ("prep", "advisers")


@pytest.mark.parametrize(("article", "over"), [("a/DT/det", "kept"), ("mere/JJ/amod", "selling")])
def test_agent_of_a_passive_behind_a_gerund(article: str, over: str) -> None:
    """What keeps somebody from a deed does not do the deed, unlike a bare noun that tells how."""
    word, tag, dep = article.split("/")
    doc = mended(
        f"""
        Farmers     were/be   kept/keep from   selling/sell grain  by     {word} ban .
        NNS         VBD       VBN       IN     VBG          NN     IN     {tag}  NN      .
        nsubjpass:3 auxpass:3 ROOT      prep:3 pcomp:4      dobj:5 prep:5 {dep}:9 pobj:7 punct:3
        """,
        LEXICON,
    )
    assert place(doc, "by")[1] == over


def test_gerund_that_looks_like_a_quality() -> None:
    """What somebody is barred from is a deed, and not a kind of what it is done to."""
    doc = mended(
        """
        They    barred/bar Dahl       from   fielding/field candidates .
        PRP     VBD        NNP/PERSON IN     VBG            NNS        .
        nsubj:2 ROOT       dobj:2     prep:2 amod:6         pobj:4     punct:2
        """,
        LEXICON,
    )
    assert (place(doc, "fielding"), place(doc, "candidates")) == (("pcomp", "from"), ("dobj", "fielding"))
