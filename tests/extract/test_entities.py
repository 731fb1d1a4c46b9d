"""Mentions of persons, bodies, places, groups and things."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.entities import is_agent
from kg.model import MentionKind
from tests.extract.conftest import LEXICON, mentions, parsed, token

if TYPE_CHECKING:
    from kg.extract.tree import Doc
    from kg.model import EntityMention


def mention(doc: Doc, head: str) -> EntityMention:
    """The mention whose head is written ``head``."""
    return mentions(doc)[token(doc, head).i]


def agent(doc: Doc, word: str) -> bool:
    """Whether ``word`` can be a party."""
    head = token(doc, word)
    return is_agent(head, mentions(doc).get(head.i), LEXICON)


# ------------------------------------------------------------------------------------------------ kinds


def test_name() -> None:
    """A name has its label and kind."""
    doc = parsed("""
        Norland left/leave .
        NNP/GPE VBD        .
        nsubj:2 ROOT       punct:2
    """)
    found = mention(doc, "Norland")
    assert (found.kind, found.type, found.name) == (MentionKind.NAMED, "GPE", "Norland")


@pytest.mark.parametrize(("word", "found"), [("W]e", False), ("We-Two", True)])
def test_word_with_a_bracket(word: str, found: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """A word into which a bracket was put is no name: "[W]e left"."""
    doc = parsed(f"""
        {word}  left/leave .
        NN      VBD        .
        nsubj:2 ROOT       punct:2
    """)
    assert (token(doc, word).i in mentions(doc)) is found


def test_nominal() -> None:
    """A common noun is named without its article."""
    doc = parsed("""
        The   new    envoy   left/leave .
        DT    JJ     NN      VBD        .
        det:3 amod:3 nsubj:4 ROOT       punct:4
    """)
    found = mention(doc, "envoy")
    assert (found.kind, found.span.of(doc.text), found.name) == (MentionKind.NOMINAL, "The new envoy", "new envoy")


def test_pronoun() -> None:
    """A pronoun shows number and gender."""
    doc = parsed("""
        She     left/leave .
        PRP     VBD        .
        nsubj:2 ROOT       punct:2
    """)
    found = mention(doc, "She")
    assert (found.kind, found.number, found.gender) == (MentionKind.PRONOMINAL, "singular", "feminine")


def test_relative_pronoun_stands_beside_its_antecedent() -> None:
    """A "who" is a mention beside the one that its clause is about."""
    doc = parsed("""
        The   rebels/rebel who     attacked/attack the   town   fled/flee .
        DT    NNS          WP      VBD             DT    NN     VBD       .
        det:2 nsubj:7      nsubj:4 relcl:2         det:6 dobj:4 ROOT      punct:7
    """)
    found = mentions(doc)
    assert found[token(doc, "who").i].apposition == found[token(doc, "rebels").i].span


def test_other_pronouns_are_no_mentions() -> None:
    """A relative "which" denotes through its antecedent alone."""
    doc = parsed("""
        The   bank     which   closed/close the   office fled/flee .
        DT    NN       WDT     VBD          DT    NN     VBD       .
        det:2 nsubj:7  nsubj:4 relcl:2      det:6 dobj:4 ROOT      punct:7
    """)
    assert token(doc, "which").i not in mentions(doc)


def test_mentions_follow_the_text() -> None:
    """Mentions are sorted by their heads."""
    doc = parsed("""
        Norland urged/urge Sudria  to    admit   the   refugees/refugee .
        NNP/GPE VBD        NNP/GPE TO    VB      DT    NNS              .
        nsubj:2 ROOT       dobj:2  aux:5 xcomp:2 det:7 dobj:5           punct:2
    """)
    assert [m.name for m in mentions(doc).values()] == ["Norland", "Sudria", "refugees"]


# ------------------------------------------------------------------------------------------------ names


def test_title_is_no_part_of_the_name() -> None:
    """*Mr* stands in the span, tells the gender, and is not in the name."""
    doc = parsed("""
        Mr         Marn       left/leave .
        NNP        NNP/PERSON VBD        .
        compound:2 nsubj:3    ROOT       punct:3
    """)
    found = mention(doc, "Marn")
    assert (found.span.of(doc.text), found.name, found.gender) == ("Mr Marn", "Marn", "masculine")


def test_possessive_is_no_part_of_the_name() -> None:
    """The 's after a name does not name."""
    doc = parsed("""
        Norland 's     envoy   left/leave .
        NNP/GPE POS    NN      VBD        .
        poss:3  case:1 nsubj:4 ROOT       punct:4
    """)
    assert mention(doc, "Norland").name == "Norland"


def test_name_goes_on_after_its_head() -> None:
    """The Bank of Arvenia is a bank with its place in the name."""
    doc = parsed("""
        The    Bank    of     Arvenia left/leave .
        DT/ORG NNP/ORG IN/ORG NNP/ORG VBD        .
        det:2  nsubj:5 prep:2 pobj:3  ROOT       punct:5
    """)
    found = mention(doc, "Bank")
    assert (found.span.of(doc.text), found.name) == ("The Bank of Arvenia", "Bank of Arvenia")


def test_name_before_another_noun_is_a_mention() -> None:
    """The body in "State Department spokesman" is mentioned beside the spokesman."""
    doc = parsed("""
        The    Harbour    Office     spokesman left/leave .
        DT/ORG NNP/ORG    NNP/ORG    NN        VBD        .
        det:4  compound:3 compound:4 nsubj:5   ROOT       punct:5
    """)
    assert [m.name for m in mentions(doc).values()] == ["Harbour Office", "Harbour Office spokesman"]


def test_unlabelled_name() -> None:
    """A proper noun without a label is a name of no known type."""
    doc = parsed("""
        Red        Lantern left/leave .
        NNP        NNP     VBD        .
        compound:2 nsubj:3 ROOT       punct:3
    """)
    found = mention(doc, "Lantern")
    assert (found.kind, found.type, found.name) == (MentionKind.NAMED, None, "Red Lantern")


def test_each_span_is_mentioned_once() -> None:
    """No two mentions have one span."""
    doc = parsed("""
        The    Harbour    Office  left/leave .
        DT/ORG NNP/ORG    NNP/ORG VBD        .
        det:3  compound:3 nsubj:4 ROOT       punct:4
    """)
    spans = [m.span for m in mentions(doc).values()]
    assert len(spans) == len(set(spans)) == 1


# ------------------------------------------------------------------------------------------------ types


def test_role_noun_is_a_person() -> None:
    """*The envoy* is a person."""
    doc = parsed("""
        The   envoy   left/leave .
        DT    NN      VBD        .
        det:2 nsubj:3 ROOT       punct:3
    """)
    assert mention(doc, "envoy").type == "PERSON"


def test_role_noun_in_the_plural_is_a_group() -> None:
    """*The envoys* are no one person."""
    doc = parsed("""
        The   envoys/envoy left/leave .
        DT    NNS          VBD        .
        det:2 nsubj:3      ROOT       punct:3
    """)
    found = mention(doc, "envoys")
    assert (found.type, found.number) == ("NORP", "plural")


def test_number_that_stands_for_people() -> None:
    """*Thousands* who flee are people, and can take part."""
    doc = parsed("""
        Thousands/thousand fled/flee .
        NNS                VBD       .
        nsubj:2            ROOT      punct:2
    """)
    assert mention(doc, "Thousands").type == "NORP"
    assert agent(doc, "Thousands")


def test_number_of_things() -> None:
    """*Thousands of shells* are not."""
    doc = parsed("""
        Thousands/thousand of     shells/shell fell/fall .
        NNS                IN     NNS          VBD       .
        nsubj:4            prep:1 pobj:2       ROOT      punct:4
    """)
    assert mention(doc, "Thousands").type is None
    assert not agent(doc, "Thousands")


def test_collective_noun_is_a_body() -> None:
    """*The company* is an organisation."""
    doc = parsed("""
        The   company left/leave .
        DT    NN      VBD        .
        det:2 nsubj:3 ROOT       punct:3
    """)
    assert mention(doc, "company").type == "ORG"


def test_thing_has_no_type() -> None:
    """*The treaty* is neither."""
    doc = parsed("""
        The   treaty  failed/fail .
        DT    NN      VBD         .
        det:2 nsubj:3 ROOT        punct:3
    """)
    assert mention(doc, "treaty").type is None


def test_group_with_an_origin() -> None:
    """Sudrian refugees come from where the demonym says."""
    doc = parsed("""
        Sudrian refugees/refugee left/leave .
        JJ/NORP NNS              VBD        .
        amod:2  nsubj:3          ROOT       punct:3
    """)
    assert mention(doc, "refugees").origin == "Sudrian"


def test_thing_has_no_origin() -> None:
    """Sudrian treaties are no people."""
    doc = parsed("""
        Sudrian treaties/treaty failed/fail .
        JJ/NORP NNS             VBD         .
        amod:2  nsubj:3         ROOT        punct:3
    """)
    assert mention(doc, "treaties").origin is None


def test_bare_plural() -> None:
    """*Refugees* without an article are no certain ones."""
    doc = parsed("""
        Refugees/refugee left/leave .
        NNS              VBD        .
        nsubj:2          ROOT       punct:2
    """)
    assert not mention(doc, "Refugees").definite


def test_definite_plural() -> None:
    """*The refugees* are certain ones."""
    doc = parsed("""
        The   refugees/refugee left/leave .
        DT    NNS              VBD        .
        det:2 nsubj:3          ROOT       punct:3
    """)
    found = mention(doc, "refugees")
    assert found.definite


def test_apposition() -> None:
    """What the text puts beside a name for the same person leads to it."""
    doc = parsed("""
        Marn       ,       the   envoy   ,       left/leave .
        NNP/PERSON ,       DT    NN      ,       VBD        .
        nsubj:6    punct:1 det:4 appos:1 punct:1 ROOT       punct:6
    """)
    assert mention(doc, "envoy").apposition == mention(doc, "Marn").span


def test_pronoun_with_an_apposition() -> None:
    """What stands right after a pronoun tells who it is."""
    doc = parsed("""
        We      ,       the   miners  ,       left/leave .
        PRP     ,       DT    NNS     ,       VBD        .
        nsubj:6 punct:1 det:4 appos:1 punct:1 ROOT       punct:6
    """)
    assert mention(doc, "miners").apposition == mention(doc, "We").span


def test_far_from_a_pronoun() -> None:
    """What stands far behind a pronoun is no apposition of it."""
    doc = parsed("""
        He      left/leave then     :       Norland .
        PRP     VBD        RB       :       NNP/GPE .
        nsubj:2 ROOT       advmod:2 punct:2 appos:1 punct:2
    """)
    assert mention(doc, "Norland").apposition is None


@pytest.mark.parametrize(("article", "beside"), [("the", True), ("a", False)])
def test_firm_beside_a_person(article: str, beside: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """An envoy of whom the text has not told is no firm."""
    doc = parsed(f"""
        Marn       met/meet {article} envoy  ,       Wool       Works   .
        NNP/PERSON VBD      DT        NN     ,       NNP/ORG    NNP/ORG .
        nsubj:2    ROOT     det:4     dobj:2 punct:4 compound:7 appos:4 punct:2
    """)
    assert (mention(doc, "Works").apposition is not None) is beside


@pytest.mark.parametrize(("words", "beside"), [("D-Varn", False), ("Varn-Dahl", True)])
def test_seat_beside_a_person(words: str, beside: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """The party and seat of a member of parliament are no other name of hers."""
    doc = parsed(f"""
        Marn       (       {words}    )       left/leave .
        NNP/PERSON -LRB-   NNP/PERSON -RRB-   VBD        .
        nsubj:5    punct:1 appos:1    punct:1 ROOT       punct:5
    """)
    assert (mention(doc, words).apposition is not None) is beside


@pytest.mark.parametrize(("tag", "beside"), [("NN", True), ("NNS", False)])
def test_list_behind_a_dash(tag: str, beside: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """The first of several whom a dash lists is not the one before it."""
    doc = parsed(f"""
        Norland saw/see the   envoy  -       Marn       and  two      guards/guard .
        NNP/GPE VBD     DT    NN     :       NNP/PERSON CC   CD       {tag}        .
        nsubj:2 ROOT    det:4 dobj:2 punct:4 appos:4    cc:6 nummod:9 conj:6       punct:2
    """)
    assert (mention(doc, "Marn").apposition is not None) is beside


def test_neighbour_is_no_apposition() -> None:
    """A conjunct is somebody else."""
    doc = parsed("""
        Marn       and  the   envoy  left/leave .
        NNP/PERSON CC   DT    NN     VBD        .
        nsubj:5    cc:1 det:4 conj:1 ROOT       punct:5
    """)
    assert mention(doc, "envoy").apposition is None


# ------------------------------------------------------------------------------------------------ parties


@pytest.mark.parametrize("word", ["Norland", "envoy", "police", "they"])
def test_party(word: str) -> None:
    """Names, roles, bodies and personal pronouns can act."""
    doc = parsed("""
        Norland  ,       the   envoy   ,       the   police and  they   left/leave .
        NNP/GPE  ,       DT    NN      ,       DT    NNS    CC   PRP    VBD        .
        nsubj:10 punct:1 det:4 appos:1 punct:4 det:7 conj:4 cc:7 conj:7 ROOT       punct:10
    """)
    assert agent(doc, word)


@pytest.mark.parametrize("word", ["treaty", "Tuesday"])
def test_no_party(word: str) -> None:
    """Things and days cannot."""
    doc = parsed("""
        Norland broke/break the   treaty on     Tuesday  .
        NNP/GPE VBD         DT    NN     IN     NNP/DATE .
        nsubj:2 ROOT        det:4 dobj:2 prep:2 pobj:5   punct:2
    """)
    assert not agent(doc, word)


def test_it_that_acts() -> None:
    """*It* as a subject can act."""
    doc = parsed("""
        It      left/leave .
        PRP     VBD        .
        nsubj:2 ROOT       punct:2
    """)
    assert agent(doc, "It")


def test_it_that_is_acted_upon() -> None:
    """*It* as an object is a thing."""
    doc = parsed("""
        Norland broke/break it     .
        NNP/GPE VBD         PRP    .
        nsubj:2 ROOT        dobj:2 punct:2
    """)
    assert not agent(doc, "it")


def test_it_that_is_asked() -> None:
    """*It* that is urged to do something is a party."""
    doc = parsed("""
        Norland urged/urge it     to    vote    .
        NNP/GPE VBD        PRP    TO    VB      .
        nsubj:2 ROOT       dobj:2 aux:5 xcomp:2 punct:2
    """)
    assert agent(doc, "it")


TITLE = """
    They    backed/back the   Relief for    Miners/miner {}     .
    PRP     VBD         DT    NNP    IN     NNS          {}     .
    nsubj:2 ROOT        det:4 dobj:2 prep:4 {}           {}     punct:2
"""


def test_title_of_a_law() -> None:
    """The title of a law reaches to its last noun, and a law is no party."""
    doc = parsed(TITLE.format("Act", "NNP", "compound:7", "pobj:5"))
    assert (mention(doc, "Relief").name, mention(doc, "Relief").type) == ("Relief for Miners Act", "LAW")
    assert not agent(doc, "Relief")


def test_name_before_a_phrase() -> None:
    """Where no law follows, the name ends with its noun."""
    assert mention(parsed(TITLE.format("again", "RB", "pobj:5", "advmod:2")), "Relief").name == "Relief"


DATED = """
    {}        Monday     the   farmers left/leave .
    {}        NNP/DATE   DT    NNS     VBD        .
    advmod:2  npadvmod:4 det:4 nsubj:5 ROOT       punct:5
"""


def test_date_before_a_noun() -> None:
    """A date that the parse hangs on a noun behind it is no part of it; what says more of the noun is."""
    doc = parsed(DATED.format("Late", "RB/DATE"))
    assert mention(doc, "farmers").span.of(doc.text) == "the farmers"
    other = parsed(DATED.replace("/DATE", "    ").replace("npadvmod:4", "compound:4").format("Old", "JJ"))
    assert mention(other, "farmers").span.of(other.text) != "the farmers"


HEADLINE = """
    Ana        Bell       {}            Home     .
    NNP/PERSON NNP/PERSON {}/PERSON     NN       .
    compound:2 {}         {}            advmod:3 punct:3
"""


def test_verb_in_a_name() -> None:
    """The verb of a headline that the pipeline takes into a person's name is no part of it; a surname is."""
    verb = mentions(parsed(HEADLINE.format("Gives/give", "VBZ", "nsubj:3", "ROOT")))
    assert [each.name for each in verb.values()][:1] == ["Ana Bell"]
    assert not any("Gives" in each.name for each in verb.values())
    surname = mentions(parsed(HEADLINE.format("Gives", "NNP", "compound:3", "ROOT")))
    assert "Ana Bell Gives" in [each.name for each in surname.values()]


@pytest.mark.parametrize(
    ("after", "name", "kind"),
    [(". . punct:2", "Dahl's", MentionKind.NOMINAL), ("plan NN dobj:2", "Dahl", MentionKind.NAMED)],
)
def test_what_is_left_out(after: str, name: str, kind: MentionKind) -> None:
    """A name with its mark and no noun tells what is not said again; before a noun it is the owner's."""
    word, tag, dep = after.split()
    doc = parsed(f"""
        They    liked/like Dahl       's     {word} .
        PRP     VBD        NNP/PERSON POS    {tag}  .
        nsubj:2 ROOT       pobj:2     case:3 {dep}  punct:2
    """)
    found = mentions(doc)[token(doc, "Dahl").i]
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.parametrize(("article", "name"), [("a", "Miss Norland"), ("then", "Norland")])
def test_title_that_is_won(article: str, name: str) -> None:
    """Behind an article "Miss" belongs to the name; elsewhere it goes before one."""
    tag, dep = ("DT", "det:4") if article == "a" else ("RB", "advmod:5")
    doc = parsed(f"""
        They    {article} Miss       Norland    met/meet .
        PRP     {tag}     NNP        NNP/PERSON VBD      .
        nsubj:5 {dep}     compound:4 dobj:5     ROOT     punct:5
    """)
    assert mentions(doc)[token(doc, "Norland").i].name == name


@pytest.mark.parametrize(("mark", "name"), [(":", "Dahl"), (",", "Said Dahl")])
def test_verb_before_a_speaker(mark: str, name: str) -> None:
    """A "said" that opens a sentence up to a colon is no given name of who says what follows; elsewhere it is one."""
    doc = parsed(f"""
        Said       Dahl       {mark}  We      won/win .
        NNP/PERSON NNP/PERSON {mark}  PRP     VBD     .
        compound:2 dep:5      punct:5 nsubj:5 ROOT    punct:5
    """)
    assert mentions(doc)[token(doc, "Dahl").i].name == name


@pytest.mark.parametrize(
    ("before", "label", "name"), [("Arveya", "", "Arveya Dahl"), ("Minister", "", "Dahl"), ("Sudrian", "/NORP", "Dahl")]
)
def test_given_name_unknown_to_the_pipeline(before: str, label: str, name: str) -> None:
    """A word before a surname that is no role, verb or origin is a given name, though the pipeline did not see it."""
    doc = parsed(f"""
        {before}     Dahl       left/leave .
        NNP{label}   NNP/PERSON VBD        .
        compound:2   nsubj:3    ROOT       punct:3
    """)
    assert mentions(doc)[token(doc, "Dahl").i].name == name


@pytest.mark.parametrize(("noun", "beside"), [("company", "Works"), ("mayor", "Bell")])
def test_firm_behind_an_office(noun: str, beside: str) -> None:
    """A firm that stands behind a person's office is the one named right before it; a mayor is the person."""
    doc = parsed(f"""
        Bell       ,       head    of     Works    ,       a     {noun}  ,       left/leave .
        NNP/PERSON ,       NN      IN     NNP/ORG  ,       DT    NN      ,       VBD        .
        nsubj:10   punct:1 appos:1 prep:3 pobj:4   punct:1 det:8 appos:1 punct:1 ROOT       punct:10
    """)
    found = mentions(doc)
    assert found[token(doc, noun).i].apposition == found[token(doc, beside).i].span


def test_name_cut_before_its_noun() -> None:
    """A name that the pipeline cuts at "of the" goes on to the noun that it is of."""
    doc = parsed("""
        The   Centre    of      the     Upper      Town   appealed/appeal .
        DT    NNP/ORG   IN/ORG  DT/ORG  NNP        NN     VBD             .
        det:2 nsubj:7   prep:2  det:6   compound:6 pobj:3 ROOT            punct:7
    """)
    assert mention(doc, "Centre").name == "Centre of the Upper Town"
