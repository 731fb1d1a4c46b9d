"""Words beside a noun that the parser takes for another part of the clause, and the other way round."""

from __future__ import annotations

from tests.extract.conftest import roles, token, words_of_the_package
from tests.extract.repairing import mended, place

LEXICON = words_of_the_package()


def test_date_before_a_subject() -> None:
    """A day that opens a clause is no part of its subject."""
    doc = mended("""
        this    month   old    mines   closed/close .
        DT/DATE NN/DATE JJ     NNS     VBD          .
        det:2   nmod:4  amod:4 nsubj:5 ROOT         punct:5
    """)
    assert place(doc, "month") == ("npadvmod", "closed")


def test_date_of_a_noun() -> None:
    """A date with a possessive ending belongs to its noun."""
    doc = mended("""
        this    month   's     old    mines   closed/close .
        DT/DATE NN/DATE POS    JJ     NNS     VBD          .
        det:2   poss:5  case:2 amod:5 nsubj:6 ROOT         punct:6
    """)
    assert place(doc, "month") == ("poss", "mines")


def test_as_usual() -> None:
    """Business as usual is one phrase."""
    doc = mended("""
        Dahl       defended/defend business as     usual  .
        NNP/PERSON VBD             NN       IN     JJ     .
        nsubj:2    ROOT            dobj:2   prep:2 amod:4 punct:2
    """)
    assert place(doc, "as") == ("prep", "business")


def test_age_behind_a_noun() -> None:
    """An age is no second object, and no time."""
    doc = mended("""
        Rules   allow people ages     55      to    vote    .
        NNS     VBP   NNS    NNS/DATE CD/DATE TO    VB      .
        nsubj:2 ROOT  dobj:2 dobj:2   appos:4 aux:7 xcomp:2 punct:2
    """)
    assert place(doc, "ages") == ("npadvmod", "people")
    assert not token(doc, "ages").ent_type_


def test_of_behind_a_year() -> None:
    """What stands after "of" behind a year belongs to the noun before."""
    doc = mended("""
        Her    promise in     2014   of     rules  failed/fail .
        PRP$   NN      IN     CD/DATE IN    NNS    VBD         .
        poss:2 nsubj:7 prep:2 pobj:3 prep:4 pobj:5 ROOT        punct:7
    """)
    assert place(doc, "of") == ("prep", "promise")


def test_particle_before_a_weekday() -> None:
    """Before a weekday, "in" belongs to the verb."""
    doc = mended("""
        Officials weighed/weigh in     Friday   .
        NNS       VBD           IN     NNP/DATE .
        nsubj:2   ROOT          prep:2 pobj:3   punct:2
    """)
    assert place(doc, "in") == ("prt", "weighed")
    assert place(doc, "Friday") == ("npadvmod", "weighed")


def test_form_that_only_describes() -> None:
    """Disparaging remarks are mentioned, and nobody is said to disparage them."""
    doc = mended(
        """
        Dahl       mentioned/mention disparaging/disparage remarks .
        NNP/PERSON VBD               VBG                   NNS     .
        nsubj:2    ROOT              xcomp:2               dobj:3  punct:2
        """,
        LEXICON,
    )
    assert place(doc, "disparaging") == ("amod", "remarks")
    assert place(doc, "remarks") == ("dobj", "mentioned")


def test_right_that_is_owned() -> None:
    """A right that somebody has is a noun."""
    doc = mended("""
        Dahl       asserted/assert his    right  .
        NNP/PERSON VBD             PRP$   RB     .
        nsubj:2    ROOT            poss:4 dobj:2 punct:2
    """)
    assert token(doc, "right").pos_ == "NOUN"


def test_at_least() -> None:
    """What opens "at least four men" is of the phrase."""
    doc = mended("""
        at       least    four     men     left/leave .
        IN       JJS=ADV  CD       NNS     VBD        .
        advmod:2 advmod:3 nummod:4 nsubj:5 ROOT       punct:5
    """)
    assert roles(doc, "left") == ["actor: at least four men"]


def test_that_much() -> None:
    """A demonstrative of degree is of its phrase."""
    doc = mended("""
        Dahl       earned/earn that     much   .
        NNP/PERSON VBD         IN       JJ     .
        nsubj:2    ROOT        advmod:4 dobj:2 punct:2
    """)
    assert roles(doc, "earned") == ["actor: Dahl", "theme: that much"]


def test_one_or_another() -> None:
    """Who backed one party or another backed no other besides."""
    gloss = """
        Bell       backed/back one      party  or   another .
        NNP/PERSON VBD         CD       NN     CC   DT      .
        nsubj:2    ROOT        nummod:4 dobj:2 cc:4 conj:4  punct:2
    """
    assert place(mended(gloss), "another")[0] == "dep"


def test_little_in_the_way_of_something() -> None:
    """Who offered little in the way of help offered little."""
    gloss = """
        Bell       offered/offer little     in     the   way    of     help   .
        NNP/PERSON VBD           JJ         IN     DT    NN     IN     NN     .
        nsubj:2    ROOT          npadvmod:2 prep:2 det:6 pobj:4 prep:6 pobj:7 punct:2
    """
    doc = mended(gloss)
    assert place(doc, "little") == ("dobj", "offered")
    assert place(doc, "in") == ("prep", "little")


def test_how_much_before_a_noun_of_several() -> None:
    """How much farmers lose tells how much is lost, not how many lose it."""
    gloss = """
        Bell       saw/see how      much   farmers/farmer lose    .
        NNP/PERSON VBD     WRB      JJ     NNS            VBP     .
        nsubj:2    ROOT    advmod:4 amod:5 nsubj:6        ccomp:2 punct:2
    """
    assert place(mended(gloss), "much") == ("advmod", "lose")
