"""What the form of a clause asks for, what something takes, and what is told by a modal of several words."""

from __future__ import annotations

import pytest

from tests.extract.conftest import parsed, read_as

INSISTED = """
    Bell       insisted/insist that   {}      {}      .
    NNP/PERSON VBD             IN     {}      {}      .
    nsubj:2    ROOT            mark:5 nsubj:5 ccomp:2 punct:2
"""


@pytest.mark.parametrize(
    ("subject", "tag", "verb", "expected"),
    [
        ("she", "PRP", ("leave", "VB"), "requested unknown future"),
        ("she", "PRP", ("leaves/leave", "VBZ"), "certain"),
        ("they", "PRP", ("leave", "VBP"), "certain"),
    ],
)
def test_mandative_subjunctive(subject: str, tag: str, verb: tuple[str, str], expected: str) -> None:
    """A bare form where a tense would show is asked for; of "they" nothing shows."""
    doc = parsed(INSISTED.format(subject, verb[0], tag, verb[1]))
    assert read_as(doc, verb[0].partition("/")[0]) == expected


@pytest.mark.parametrize(
    ("be", "tag", "expected"), [("be", "VB", "requested unknown future"), ("was", "VBD", "certain")]
)
def test_subjunctive_of_a_passive(be: str, tag: str, expected: str) -> None:
    """So is what is to "be" done."""
    doc = parsed(f"""
        Bell       insisted/insist that   it          {be}/be   sold/sell .
        NNP/PERSON VBD             IN     PRP         {tag}     VBN       .
        nsubj:2    ROOT            mark:6 nsubjpass:6 auxpass:6 ccomp:2   punct:2
    """)
    assert read_as(doc, "sold") == expected


def test_what_something_takes() -> None:
    """A gerund tells what it takes, and what nobody asks of anybody."""
    doc = parsed("""
        The   plan    requires/require closing/close the   mine   .
        DT    NN      VBZ              VBG           DT    NN     .
        det:2 nsubj:3 ROOT             xcomp:3       det:6 dobj:4 punct:3
    """)
    assert read_as(doc, "closing") == "unknown future"


@pytest.mark.parametrize(("verb", "expected"), [("prove", "unknown future"), ("pay", "certain")])
def test_what_something_is_used_for(verb: str, expected: str) -> None:
    """What something is used to prove may not be proved; what it is used to do is done."""
    doc = parsed(f"""
        Bell       used/use the   case   to    {verb}  it     .
        NNP/PERSON VBD      DT    NN     TO    VB      PRP    .
        nsubj:2    ROOT     det:4 dobj:2 aux:6 xcomp:2 dobj:6 punct:2
    """)
    assert read_as(doc, verb) == expected


def test_stop_to_do() -> None:
    """Who stopped to look looked."""
    doc = parsed("""
        Bell       stopped/stop to    look    .
        NNP/PERSON VBD          TO    VB      .
        nsubj:2    ROOT         aux:4 xcomp:2 punct:2
    """)
    assert read_as(doc, "look") == "certain"


def test_having_and_an_infinitive_apart() -> None:
    """An infinitive behind what somebody has tells of nothing that he has to do."""
    doc = parsed("""
        They    have/have doubts/doubt about  her    right  to    serve   .
        PRP     VBP       NNS          IN     PRP$   NN     TO    VB      .
        nsubj:2 ROOT      dobj:2       prep:3 poss:6 pobj:4 aux:8 xcomp:2 punct:2
    """)
    assert read_as(doc, "serve") == "unknown future"


@pytest.mark.parametrize(
    ("modal", "tag", "expected"),
    [("will", "MD", "unknown future"), ("now", "RB", "requested unknown future")],
)
def test_what_will_have_to_be(modal: str, tag: str, expected: str) -> None:
    """What somebody will have to do is foreseen, and asked for by nobody."""
    relation = "aux:3" if tag == "MD" else "advmod:3"
    doc = parsed(f"""
        They    {modal}    have/have to    pay     .
        PRP     {tag}      VBP       TO    VB      .
        nsubj:3 {relation} ROOT      aux:5 xcomp:3 punct:3
    """)
    assert read_as(doc, "pay") == expected


def test_condition_behind_a_conjunction() -> None:
    """A condition behind "but only if" is one of what stands before it, whatever the parse hangs it on."""
    doc = parsed("""
        Norland could sell it     ,       but  only     if     prices rise    ,       Bell       said/say .
        NNP/GPE MD    VB   PRP    ,       CC   RB       IN     NNS    VBP     ,       NNP/PERSON VBD      .
        nsubj:3 aux:3 ROOT dobj:3 punct:3 cc:3 advmod:10 mark:10 nsubj:10 advcl:13 punct:13 nsubj:13 conj:3 punct:3
    """)
    assert read_as(doc, "sell") == "conditional unknown"


@pytest.mark.parametrize(("verb", "expected"), [("says/say", "certain"), ("means/mean", "unknown future")])
def test_putative_would(verb: str, expected: str) -> None:
    """What would be, and says much of somebody, has come about; what it means is only thought of."""
    doc = parsed(f"""
        That   banks/bank would pay     {verb} much   .
        IN     NNS        MD    VB      VBZ    JJ     .
        mark:4 nsubj:4    aux:4 csubj:5 ROOT   dobj:5 punct:5
    """)
    assert read_as(doc, "pay") == expected


@pytest.mark.parametrize(("words", "expected"), [("any", "unknown"), ("the", "certain")])
def test_before_with_any(words: str, expected: str) -> None:
    """What had not been done with *any* by then may not have been done since."""
    doc = parsed(f"""
        Bell       left/leave before they    had/have given/give {words} reasons/reason .
        NNP/PERSON VBD        IN     PRP     VBD      VBN        DT      NNS            .
        nsubj:2    ROOT       mark:6 nsubj:6 aux:6    advcl:2    det:8   dobj:6         punct:2
    """)
    assert read_as(doc, "given") == expected


OATH = """
    I       will  be        damned/damn if     I       pay     .
    PRP     MD    VB        VBN         IN     PRP     VBP     .
    nsubj:4 aux:4 auxpass:4 ROOT        mark:7 nsubj:7 advcl:4 punct:4
"""


def test_oath() -> None:
    """Who will be damned if he pays will not pay."""
    assert read_as(parsed(OATH), "pay") == "not certain"


@pytest.mark.parametrize(
    ("stop", "tag", "expected"), [(";", ":", "conditional unknown future"), (",", ",", "probable future")]
)
def test_condition_of_a_list(stop: str, tag: str, expected: str) -> None:
    """The members of a list share the condition that stands with the first."""
    doc = parsed(f"""
        Norbank would pay     nine   if     it      left/leave {stop}  Sudrel  would paid/pay ten    .
        NNP/ORG MD    VB      CD     IN     PRP     VBD        {tag}   NNP/ORG MD    VB   CD     .
        nsubj:3 aux:3 ccomp:11 dobj:3 mark:7 nsubj:7 advcl:3   punct:11 nsubj:11 aux:11 ROOT dobj:11 punct:11
    """)
    assert read_as(doc, "paid") == expected


def test_progressive_with_when() -> None:
    """What somebody does whenever she is doing something is a rule, even if the parse hangs that on a saying."""
    doc = parsed("""
        When     she     is/be selling/sell it     ,       Bell       said/say ,       she      calls/call .
        WRB      PRP     VBZ   VBG          PRP    ,       NNP/PERSON VBD      ,       PRP      VBZ        .
        advmod:4 nsubj:4 aux:4 advcl:8      dobj:4 punct:8 nsubj:8    ROOT     punct:8 nsubj:11 ccomp:8    punct:8
    """)
    assert read_as(doc, "selling") == "conditional unknown"


@pytest.mark.parametrize(
    ("verb", "expected"), [("demanding/demand", "requested unknown future"), ("seeing/see", "certain")]
)
def test_that_behind_a_word_of_asking(verb: str, expected: str) -> None:
    """*That* right behind a word of asking opens what is asked, whatever the parse hangs it on."""
    doc = parsed(f"""
        Its    habit   of     {verb} that   men     pay  them   hurts/hurt it     .
        PRP$   NN      IN     VBG    IN     NNS     VBP  PRP    VBZ        PRP    .
        poss:2 nsubj:7 prep:2 pcomp:3 mark:7 nsubj:7 ROOT dobj:7 conj:7     dobj:9 punct:7
    """)
    assert read_as(doc, "pay") == expected


@pytest.mark.parametrize(("you", "expected"), [("you", "certain"), ("them", "requested unknown future")])
def test_what_i_must_tell_you(you: str, expected: str) -> None:
    """Who must tell you something tells it by that."""
    doc = parsed(f"""
        I       must  tell {you}  that   it      fell/fell .
        PRP     MD    VB   PRP    IN     PRP     VBD       .
        nsubj:3 aux:3 ROOT dobj:3 mark:7 nsubj:7 ccomp:3   punct:3
    """)
    assert read_as(doc, "tell") == expected


@pytest.mark.parametrize(("tense", "expected"), [("fell/fall", "certain"), ("falls/fall", "conditional unknown")])
def test_what_somebody_knows_whatever_is_so(tense: str, expected: str) -> None:
    """What happened somebody knows under any condition."""
    doc = parsed(f"""
        If     she     refuses/refuse she     knows/know what    {tense}  .
        IN     PRP     VBZ            PRP     VBZ        WP      {"VBD" if "fell" in tense else "VBZ"} .
        mark:3 nsubj:3 advcl:5        nsubj:5 ROOT       nsubj:7 ccomp:5  punct:5
    """)
    assert read_as(doc, "knows") == expected


def test_asked_of_somebody_supposed() -> None:
    """What a man did for whom one is asked to vote is only supposed, even behind a comma."""
    doc = parsed("""
        Would you     back a     Norlander ,       who     sold/sell it     ?
        MD    PRP     VB   DT    NNP/NORP  ,       WP      VBD       PRP    .
        aux:3 nsubj:3 ROOT det:5 dobj:3    punct:5 nsubj:8 relcl:5   dobj:8 punct:3
    """)
    assert read_as(doc, "sold") == "unknown future"


@pytest.mark.parametrize(("verb", "expected"), [("noted/note", "certain"), ("sold/sell", "unknown")])
def test_as_somebody_noted(verb: str, expected: str) -> None:
    """Whose word it is that something would be is no thing that would go with it."""
    doc = parsed(f"""
        As     Bell       {verb} ,       it      would fall .
        IN     NNP/PERSON VBD    ,       PRP     MD    VB   .
        mark:3 nsubj:3    advcl:7 punct:7 nsubj:7 aux:7 ROOT punct:7
    """)
    assert read_as(doc, verb.partition("/")[0]) == expected


@pytest.mark.parametrize(("modal", "expected"), [("would", "unknown"), ("did", "certain")])
def test_passive_of_what_would_be(modal: str, expected: str) -> None:
    """What goes with something that would be is not so yet, in the passive either."""
    tag = "MD" if modal == "would" else "VBD"
    doc = parsed(f"""
        It      {modal} stay before it          was     sold/sell .
        PRP     {tag}   VB   IN     PRP         VBD     VBN       .
        nsubj:3 aux:3   ROOT mark:7 nsubjpass:7 auxpass:7 advcl:3 punct:3
    """)
    assert read_as(doc, "sold") == expected


@pytest.mark.parametrize(("stop", "tag", "expected"), [(".", ".", "unknown"), ("town", "NN", "certain")])
def test_verb_left_out(stop: str, tag: str, expected: str) -> None:
    """Who is "going to", and no more, goes nowhere."""
    relation = "punct:3" if tag == "." else "pobj:4"
    doc = parsed(f"""
        She     is/be going/go to     {stop}     .
        PRP     VBZ   VBG      IN     {tag}      .
        nsubj:3 aux:3 ROOT     prep:3 {relation} punct:3
    """)
    assert read_as(doc, "going") == expected
