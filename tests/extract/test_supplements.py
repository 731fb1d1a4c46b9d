"""What a writer adds to what he reports."""

from __future__ import annotations

import pytest

from kg.extract import extraction
from kg.extract.attribution.supplements import afterthought, supplement
from kg.model import Document
from tests.extract.conftest import LEXICON, parse, parsed, token, words_of_the_package

RELATIVE = """
    Bell       {said:9} Norlink  ,       {which:7} {owns:9} ports/port ,       {would:6} pay     .
    NNP/PERSON {VBD:9} NNP/ORG  ,       {WDT:7} {VBZ:9} NNS        ,       MD     VB      .
    nsubj:2    ROOT      nsubj:10 punct:3 nsubj:6 relcl:3   dobj:6     punct:3 aux:10 ccomp:2 punct:2
"""
PRESENT = {"said": "said/say", "VBD": "VBD", "which": "which", "WDT": "WDT", "owns": "owns/own", "VBZ": "VBZ"}


def test_present_within_a_report_of_the_past() -> None:
    """A relative clause in the present, within what was said in the past tenses, is the writer's."""
    doc = parsed(RELATIVE.format(**PRESENT, would="would"))
    found = supplement(token(doc, "owns"))
    assert found is not None
    assert found.place.of(doc.text) == "which owns ports"


@pytest.mark.parametrize(
    "other",
    [
        {"owns": "owned/own", "VBZ": "VBD", "would": "would"},
        {"said": "says/say", "VBD": "VBZ", "would": "will"},
        {"which": "that", "WDT": "WDT", "would": "would"},
    ],
)
def test_may_be_the_speakers(other: dict[str, str]) -> None:
    """A relative clause in the past, in a report of the present, or not set apart may be the speaker's."""
    doc = parsed(RELATIVE.format(**PRESENT | other))
    assert supplement(next(t for t in doc.tokens if t.lemma_ == "own")) is None


BRACKETS = """
    Bell       said/say the   town   ({}     it      fell/fall in     May      ){}     would  pay     .
    NNP/PERSON VBD      DT    NN     -LRB-   PRP     VBD       IN     NNP/DATE -RRB-   MD     VB      .
    nsubj:2    ROOT     det:4 nsubj:12 punct:7 nsubj:7 parataxis:12 prep:7 pobj:8 punct:7 aux:12 ccomp:2 punct:2
"""


def test_brackets() -> None:
    """What stands in brackets is the writer's."""
    doc = parsed(BRACKETS.format("", ""))
    found = supplement(token(doc, "fell"))
    assert found is not None
    assert found.place.of(doc.text) == "(it fell in May)"
    assert supplement(token(doc, "pay")) is None


DASH = """
    Bell       said/say Cole       was/be  {dash}  {noun}   others/other saw/see .
    NNP/PERSON VBD      NNP/PERSON VBD     {tag}   NN       NNS          VBD     .
    nsubj:2    ROOT     nsubj:4    ccomp:2 punct:6 attr:4   nsubj:8      relcl:6 punct:2
"""


def test_behind_a_dash() -> None:
    """What is told of a noun behind a dash is the writer's; without the dash it is what was said."""
    assert supplement(token(parsed(DASH.format(dash="—", noun="something", tag=":")), "saw")) is not None
    assert supplement(token(parsed(DASH.format(dash="just", noun="something", tag="RB")), "saw")) is None


def test_events_of_a_supplement() -> None:
    """The events of a supplement are in no attribution before it, and keep no cue of it."""
    doc = parse(BRACKETS.format("", ""))
    found = extraction(doc.parses, Document(name="test", text=doc.text), LEXICON)
    claimed = [span.of(doc.text) for a in found.attributions for span in a.events]
    assert "fell" not in claimed
    assert "pay" in claimed


BEFORE = """
    Norlink  ,       which   owns/own ports/port ,       paid/pay ,       according/according to/to  Bell/Bell  .
    NNP/ORG  ,       WDT     VBZ      NNS        ,       VBD      ,       VBG                 IN     NNP/PERSON .
    nsubj:7  punct:1 nsubj:4 relcl:1  dobj:4     punct:1 ROOT     punct:7 prep:7              prep:9 pobj:10    punct:7
"""


def test_supplement_before_its_source() -> None:
    """A source behind the sentence is no source of what the writer adds in it."""
    doc = parse(BEFORE)
    found = extraction(doc.parses, Document(name="test", text=doc.text), words_of_the_package())
    claimed = [span.of(doc.text) for a in found.attributions for span in a.events]
    assert claimed == ["paid"]


REQUIRED = """
    If     Norland requires/require banks/bank to    report  ,       Sudria  will  follow .
    IN     NNP/GPE VBZ              NNS        TO    VB      ,       NNP/GPE MD    VB     .
    mark:3 nsubj:3 advcl:10         dobj:3     aux:6 xcomp:3 punct:3 nsubj:10 aux:10 ROOT punct:10
"""


@pytest.mark.parametrize(("link", "asked"), [("If", []), ("As", ["report"])])
def test_who_would_ask(link: str, asked: list[str]) -> None:
    """What somebody would ask for under a condition is no event of his request."""
    lexicon = words_of_the_package()
    doc = parse(REQUIRED.replace("If", link))
    found = extraction(doc.parses, Document(name="test", text=doc.text), lexicon)
    assert [span.of(doc.text) for a in found.attributions for span in a.events] == asked


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"owns": "owned/own", "VBZ": "VBD"}, True),
        ({}, False),
        ({"which": "that", "owns": "owned/own", "VBZ": "VBD"}, False),
    ],
)
def test_afterthought(words: dict[str, str], *, expected: bool) -> None:
    """A relative clause set apart in the simple past may be the speaker's or the writer's."""
    doc = parsed(RELATIVE.format(**PRESENT | words, would="would"))
    found = afterthought(next(t for t in doc.tokens if t.lemma_ == "own"))
    assert (found is not None) is expected


PERFECT = """
    Bell       said/say Norlink  ,       which    had/have owned/own ports/port ,       would  pay     .
    NNP/PERSON VBD      NNP/ORG  ,       WDT      VBD      VBN       NNS        ,       MD     VB      .
    nsubj:2    ROOT     nsubj:11 punct:3 nsubj:7  aux:7    relcl:3   dobj:7     punct:3 aux:11 ccomp:2 punct:2
"""


def test_shifted_back() -> None:
    """One in the past perfect is the speaker's."""
    assert afterthought(token(parsed(PERFECT), "owned")) is None


@pytest.mark.parametrize(("told", "tag", "expected"), [("owned/own", "VBD", True), ("owns/own", "VBZ", False)])
def test_event_of_an_afterthought(told: str, tag: str, *, expected: bool) -> None:
    """The event of one within a report is undecided."""
    doc = parse(RELATIVE.format(**PRESENT | {"owns": told, "VBZ": tag}, would="would"))
    found = extraction(doc.parses, Document(name="test", text=doc.text), words_of_the_package())
    assert [e.undecided for e in found.events if e.action == "own"] == [expected]


@pytest.mark.parametrize(("verb", "apart"), [("calls/call", True), ("sees/see", False)])
def test_what_it_is_called(verb: str, apart: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """What somebody calls a thing is the writer's tag on it; what he sees is not."""
    doc = parsed(f"""
        Bell       said/say she     lost/lose what   she     {verb} a     war    .
        NNP/PERSON VBD      PRP     VBD       WP     PRP     VBZ    DT    NN     .
        nsubj:2    ROOT     nsubj:4 ccomp:2   dobj:7 nsubj:7 ccomp:4 det:9 oprd:7 punct:2
    """)
    found = supplement(doc.tokens[6])
    assert (found is not None) is apart


@pytest.mark.parametrize(("mark", "apart"), [("-", True), (",", False)])
def test_hyphen_between_blanks(mark: str, apart: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """A hyphen between blanks is a dash."""
    doc = parsed(f"""
        Bell       said/say he      won/win {mark}  something that    helped/help .
        NNP/PERSON VBD      PRP     VBD     :       NN        WDT     VBD         .
        nsubj:2    ROOT     nsubj:4 ccomp:2 punct:4 appos:4   nsubj:8 relcl:6     punct:2
    """)
    assert (supplement(token(doc, "helped")) is not None) is apart


STANDING = """
    Bell       said/say the   port     ,       {made}  by      Norland ,       had/have paid/pay .
    NNP/PERSON VBD      DT    NN       ,       VBN     IN      NNP/GPE ,       VBD      VBN      .
    nsubj:2    ROOT     det:4 nsubj:11 punct:4 acl:4   agent:6 pobj:7  punct:4 aux:11   ccomp:2  punct:2
"""


@pytest.mark.parametrize(("made", "apart"), [("owned/own", True), ("seized/seize", False)])
def test_participle_that_tells_what_it_is(made: str, *, apart: bool) -> None:
    """A participle set apart is the writer's where it tells what a thing is, and maybe the speaker's elsewhere."""
    doc = parsed(STANDING.format(made=made))
    assert (supplement(doc.tokens[5]) is not None) is apart


@pytest.mark.parametrize(
    ("rank", "tag", "expected"), [("second", "JJ", True), ("worst", "JJS", True), ("dry", "JJ", False)]
)
def test_rank_behind_a_report(rank: str, tag: str, *, expected: bool) -> None:
    """Who adds the rank of what somebody told, he or the writer, is open."""
    doc = parsed(f"""
        Bell       said/say she     won/win ,       the   {rank}  time       she      ran/run .
        NNP/PERSON VBD      PRP     VBD     ,       DT    {tag}   NN         PRP      VBD     .
        nsubj:2    ROOT     nsubj:4 ccomp:2 punct:4 det:8 amod:8  npadvmod:4 nsubj:10 relcl:8 punct:2
    """)
    assert (afterthought(token(doc, "ran")) is not None) is expected
