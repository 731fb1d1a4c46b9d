"""Reading a dependency parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.subjectless import is_imperative
from kg.extract.subjects import subjects
from kg.extract.syntax import (
    antecedent,
    conjuncts,
    governor_of,
    is_passive,
    meant,
    objects_of,
    phrase,
    predicates,
    span_of,
    words,
)
from tests.extract.conftest import parsed, token

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.tree import Token


def texts(tokens: Iterable[Token]) -> list[str]:
    """The words of tokens."""
    return [each.text for each in tokens]


# ------------------------------------------------------------------------------------------------ predicates


def test_predicates_are_the_main_verbs() -> None:
    """An auxiliary is no predicate."""
    doc = parsed("""
        Norland has/have signed/sign the   treaty and  will  open   the    border .
        NNP/GPE VBZ      VBN         DT    NN     CC   MD    VB     DT     NN     .
        nsubj:3 aux:3    ROOT        det:5 dobj:3 cc:3 aux:8 conj:3 det:10 dobj:8 punct:3
    """)
    assert texts(predicates(doc)) == ["signed", "open"]


def test_attributive_participle_is_no_predicate() -> None:
    """The "burned" of "the burned town" tells of no event of its own."""
    doc = parsed("""
        Norland left/leave the   burned/burn town   .
        NNP/GPE VBD        DT    VBN         NN     .
        nsubj:2 ROOT       det:5 amod:5      dobj:2 punct:2
    """)
    assert texts(predicates(doc)) == ["left"]


def test_scale_of_money_is_no_predicate() -> None:
    """The m of "$2m" is no verb, whatever the tagger says."""
    doc = parsed("""
        Norland gave/give $       2        m         to     Sudria  .
        NNP/GPE VBD       $/MONEY CD/MONEY VBP/MONEY IN     NNP/GPE .
        nsubj:2 ROOT      nmod:4  dobj:2   dobj:2    prep:2 pobj:6  punct:2
    """)
    assert texts(predicates(doc)) == ["gave"]


def test_predicates_of_furniture_are_left_out() -> None:
    """What stands in no block is not read."""
    doc = parsed(
        """
        Norland signed/sign the   treaty .
        NNP/GPE VBD         DT    NN     .
        nsubj:2 ROOT        det:4 dobj:2 punct:2
    """,
        """
        Norland left/leave .
        NNP/GPE VBD        .
        nsubj:2 ROOT       punct:2
    """,
    )
    doc.spans["blocks"] = list(doc.spans["blocks"])[1:]
    assert texts(predicates(doc)) == ["left"]


# ------------------------------------------------------------------------------------------------ phrases


def test_span_covers_first_to_last() -> None:
    """The order in which tokens come does not matter."""
    doc = parsed("""
        Norland signed/sign the   treaty .
        NNP/GPE VBD         DT    NN     .
        nsubj:2 ROOT        det:4 dobj:2 punct:2
    """)
    assert span_of([doc[3], doc[1]]).of(doc.text) == "signed the treaty"


def test_phrase_ends_at_its_head() -> None:
    """A base phrase holds what stands before the noun, and no prepositional phrase after it."""
    doc = parsed("""
        The   new    envoy   of     Norland left/leave .
        DT    JJ     NN      IN     NNP/GPE VBD        .
        det:3 amod:3 nsubj:6 prep:3 pobj:4  ROOT       punct:6
    """)
    assert texts(phrase(token(doc, "envoy"))) == ["The", "new", "envoy"]


def test_phrase_leaves_out_a_preposition_before_it() -> None:
    """A preposition that the parse hangs on the noun is no part of its phrase."""
    doc = parsed("""
        About       200         refugees/refugee left/leave .
        IN/CARDINAL CD/CARDINAL NNS              VBD        .
        advmod:3    nummod:3    nsubj:4          ROOT       punct:4
    """)
    assert texts(phrase(token(doc, "refugees"))) == ["200", "refugees"]


def test_phrase_keeps_what_bounds_its_number() -> None:
    """The words that bound a number are of the phrase: "up to 900" are not 900."""
    doc = parsed("""
        Up         to         900        children/child left/leave .
        IN         IN         CD         NNS            VBD        .
        quantmod:3 quantmod:3 nummod:4   nsubj:5        ROOT       punct:5
    """)
    assert texts(phrase(token(doc, "children"))) == ["Up", "to", "900", "children"]


def test_words_are_the_whole_clause() -> None:
    """A clause has all its words, without the conjunction that opens it and the marks around it."""
    doc = parsed("""
        Norland said/say that   Sudria  shelled/shell the   town   .
        NNP/GPE VBD      IN     NNP/GPE VBD           DT    NN     .
        nsubj:2 ROOT     mark:5 nsubj:5 ccomp:2       det:7 dobj:5 punct:2
    """)
    assert texts(words(token(doc, "shelled"))) == ["Sudria", "shelled", "the", "town"]


# ------------------------------------------------------------------------------------------------ coordination


def test_conjuncts_are_chained() -> None:
    """All members of a list are found, in the order of the text."""
    doc = parsed("""
        Norland ,       Sudria  and  Estia   met/meet .
        NNP/GPE ,       NNP/GPE CC   NNP/GPE VBD      .
        nsubj:6 punct:1 conj:1  cc:3 conj:3  ROOT     punct:6
    """)
    assert texts(conjuncts(token(doc, "Norland"))) == ["Norland", "Sudria", "Estia"]


def test_objects_of_a_preposition() -> None:
    """A preposition governs every member of a list."""
    doc = parsed("""
        Norland met/meet with   Sudria  and  Estia   .
        NNP/GPE VBD      IN     NNP/GPE CC   NNP/GPE .
        nsubj:2 ROOT     prep:2 pobj:3  cc:4 conj:4  punct:2
    """)
    assert texts(objects_of(token(doc, "with"))) == ["Sudria", "Estia"]


def test_partitive_is_about_what_it_counts() -> None:
    """The meaning of "dozens of rebels" is rebels."""
    doc = parsed("""
        Dozens/dozen of     rebels/rebel fled/flee .
        NNS/CARDINAL IN     NNS          VBD       .
        nsubj:4      prep:1 pobj:2       ROOT      punct:4
    """)
    assert meant(token(doc, "Dozens")).text == "rebels"


ONE_OF = """
    One/CARDINAL of     the   lawyers/lawyer ,       Ana/PERSON Bell/PERSON ,       spoke/speak .
    CD           IN     DT    NNS            ,       NNP        NNP         ,       VBD         .
    nsubj:9      prep:1 det:4 pobj:2         punct:1 compound:7 appos:1     punct:1 ROOT        punct:9
"""


@pytest.mark.parametrize("noun", ["appos:1", "appos:4"])
def test_one_of_several_who_is_named(noun: str) -> None:
    """One of several is the person whose name stands beside, whatever the parse hangs that on."""
    assert meant(token(parsed(ONE_OF.replace("appos:1", noun)), "One")).text == "Bell"


def test_one_of_several_who_is_described() -> None:
    """A noun that stands beside is no name: it is one of the lawyers."""
    described = ONE_OF.replace("Ana/PERSON Bell/PERSON", "a guest").replace("NNP        NNP", "DT NN")
    assert meant(token(parsed(described), "One")).text == "lawyers"


def test_many_of_several_beside_a_name() -> None:
    """Only one can have that name."""
    many = ONE_OF.replace("One/CARDINAL", "Many").replace("CD           IN", "JJ IN")
    assert meant(token(parsed(many), "Many")).text == "lawyers"


def test_other_noun_with_of_is_about_itself() -> None:
    """The leader of the rebels is the leader."""
    doc = parsed("""
        Leaders/leader of     rebels/rebel fled/flee .
        NNS            IN     NNS          VBD       .
        nsubj:4        prep:1 pobj:2       ROOT      punct:4
    """)
    assert meant(token(doc, "Leaders")).text == "Leaders"


# ------------------------------------------------------------------------------------------------ antecedents


def test_antecedent_of_a_relative_pronoun() -> None:
    """*Who* stands for the noun that its clause modifies."""
    doc = parsed("""
        The   rebels/rebel who     attacked/attack the   town   fled/flee .
        DT    NNS          WP      VBD             DT    NN     VBD       .
        det:2 nsubj:7      nsubj:4 relcl:2         det:6 dobj:4 ROOT      punct:7
    """)
    assert antecedent(token(doc, "who")) == token(doc, "rebels")


def test_question_word_has_no_antecedent() -> None:
    """The *who* of a question stands for nobody."""
    doc = parsed("""
        Who     attacked/attack the   town   ?
        WP      VBD             DT    NN     .
        nsubj:2 ROOT            det:4 dobj:2 punct:2
    """)
    assert antecedent(token(doc, "Who")) is None


def test_other_pronoun_has_no_antecedent_here() -> None:
    """A personal pronoun is left to coreference."""
    doc = parsed("""
        The   rebels/rebel said/say they    attacked/attack the   town   .
        DT    NNS          VBD      PRP     VBD             DT    NN     .
        det:2 nsubj:3      ROOT     nsubj:5 ccomp:3         det:7 dobj:5 punct:3
    """)
    assert antecedent(token(doc, "they")) is None


# ------------------------------------------------------------------------------------------------ voice


def test_passive_by_its_auxiliary() -> None:
    """*Was attacked* is passive."""
    doc = parsed("""
        The   town        was/be    attacked/attack .
        DT    NN          VBD       VBN             .
        det:2 nsubjpass:4 auxpass:4 ROOT            punct:4
    """)
    assert is_passive(token(doc, "attacked"))


def test_perfect_is_active() -> None:
    """*Has attacked* is active."""
    doc = parsed("""
        The   rebels/rebel have  attacked/attack .
        DT    NNS          VBP   VBN             .
        det:2 nsubj:4      aux:4 ROOT            punct:4
    """)
    assert not is_passive(token(doc, "attacked"))


def test_reduced_relative_is_passive() -> None:
    """A participle after a noun is passive."""
    doc = parsed("""
        The   rebels/rebel captured/capture by      Norland fled/flee .
        DT    NNS          VBN              IN      NNP/GPE VBD       .
        det:2 nsubj:6      acl:2            agent:3 pobj:4  ROOT      punct:6
    """)
    assert is_passive(token(doc, "captured"))


def test_conjunct_of_a_passive_is_passive() -> None:
    """The auxiliary of one participle serves the next."""
    doc = parsed("""
        The   rebels/rebel were/be   captured/capture and  deported/deport .
        DT    NNS          VBD       VBN              CC   VBN             .
        det:2 nsubjpass:4  auxpass:4 ROOT             cc:4 conj:4          punct:4
    """)
    assert is_passive(token(doc, "deported"))


def test_active_conjunct_of_a_passive() -> None:
    """A finite conjunct of a passive is active."""
    doc = parsed("""
        The   rebels/rebel were/be   captured/capture but  fled/flee .
        DT    NNS          VBD       VBN              CC   VBD       .
        det:2 nsubjpass:4  auxpass:4 ROOT             cc:4 conj:4    punct:4
    """)
    assert not is_passive(token(doc, "fled"))


# ------------------------------------------------------------------------------------------------ subjects


def test_own_subject() -> None:
    """A verb's own subject comes with the name of the construction."""
    doc = parsed("""
        Norland signed/sign the   treaty .
        NNP/GPE VBD         DT    NN     .
        nsubj:2 ROOT        det:4 dobj:2 punct:2
    """)
    assert subjects(token(doc, "signed")) == ([token(doc, "Norland")], "subject")


def test_subject_of_a_relative_clause() -> None:
    """The pronoun is looked through."""
    doc = parsed("""
        The   rebels/rebel who     attacked/attack the   town   fled/flee .
        DT    NNS          WP      VBD             DT    NN     VBD       .
        det:2 nsubj:7      nsubj:4 relcl:2         det:6 dobj:4 ROOT      punct:7
    """)
    assert subjects(token(doc, "attacked")) == ([token(doc, "rebels")], "relative clause")


def test_shared_subject() -> None:
    """The second of two verbs has the subject of the first."""
    doc = parsed("""
        Norland closed/close the   border and  expelled/expel the   envoy  .
        NNP/GPE VBD          DT    NN     CC   VBD            DT    NN     .
        nsubj:2 ROOT         det:4 dobj:2 cc:2 conj:2         det:8 dobj:6 punct:2
    """)
    assert subjects(token(doc, "expelled")) == ([token(doc, "Norland")], "shared subject")


def test_object_control() -> None:
    """Who is urged does."""
    doc = parsed("""
        Norland urged/urge Sudria  to    vote    .
        NNP/GPE VBD        NNP/GPE TO    VB      .
        nsubj:2 ROOT       dobj:2  aux:5 xcomp:2 punct:2
    """)
    assert subjects(token(doc, "vote")) == ([token(doc, "Sudria")], "control")


def test_subject_control() -> None:
    """Who promises does, whoever it is promised to."""
    doc = parsed("""
        Norland promised/promise Sudria  to    vote    .
        NNP/GPE VBD              NNP/GPE TO    VB      .
        nsubj:2 ROOT             dobj:2  aux:5 xcomp:2 punct:2
    """)
    assert subjects(token(doc, "vote")) == ([token(doc, "Norland")], "control")


def test_prepositional_control() -> None:
    """Who is called on does."""
    doc = parsed("""
        Norland called/call on     Sudria  to    vote    .
        NNP/GPE VBD         IN     NNP/GPE TO    VB      .
        nsubj:2 ROOT        prep:2 pobj:3  aux:6 xcomp:2 punct:2
    """)
    assert subjects(token(doc, "vote")) == ([token(doc, "Sudria")], "control")


def test_control_in_the_passive() -> None:
    """Who was urged does."""
    doc = parsed("""
        Sudria      was/be    urged/urge to    vote    .
        NNP/GPE     VBD       VBN        TO    VB      .
        nsubjpass:3 auxpass:3 ROOT       aux:5 xcomp:3 punct:3
    """)
    assert subjects(token(doc, "vote")) == ([token(doc, "Sudria")], "control")


def test_raising() -> None:
    """Who seems to has."""
    doc = parsed("""
        Norland seems/seem to    have  voted/vote .
        NNP/GPE VBZ        TO    VB    VBN        .
        nsubj:2 ROOT       aux:5 aux:5 xcomp:2    punct:2
    """)
    assert subjects(token(doc, "voted")) == ([token(doc, "Norland")], "control")


def test_participle_has_the_subject_of_the_main_clause() -> None:
    """Who closed, stopping, stopped."""
    doc = parsed("""
        Norland closed/close the   border ,       stopping/stop the   convoy .
        NNP/GPE VBD          DT    NN     ,       VBG           DT    NN     .
        nsubj:2 ROOT         det:4 dobj:2 punct:2 advcl:2       det:8 dobj:6 punct:2
    """)
    assert subjects(token(doc, "stopping")) == ([token(doc, "Norland")], "subject of the main clause")


def test_participle_has_the_noun_that_it_modifies() -> None:
    """The men carrying flags carry."""
    doc = parsed("""
        Rebels/rebel carrying/carry flags/flag fled/flee .
        NNS          VBG            NNS        VBD       .
        nsubj:4      acl:1          dobj:2     ROOT      punct:4
    """)
    assert subjects(token(doc, "carrying")) == ([token(doc, "Rebels")], "noun it modifies")


def test_infinitive_has_the_owner_of_its_noun() -> None:
    """Whose plan it is does."""
    doc = parsed("""
        Norland 's     plan    to    vote  failed/fail .
        NNP/GPE POS    NN      TO    VB    VBN         .
        poss:3  case:1 nsubj:6 aux:5 acl:3 ROOT        punct:6
    """)
    assert texts(subjects(token(doc, "vote"))[0]) == ["Norland"]


def test_infinitive_has_the_subject_that_announced_its_noun() -> None:
    """Who announced a plan to do it does."""
    doc = parsed("""
        Norland announced/announce a     plan   to    attack Sudria  .
        NNP/GPE VBD                DT    NN     TO    VB     NNP/GPE .
        nsubj:2 ROOT               det:4 dobj:2 aux:6 acl:4  dobj:6  punct:2
    """)
    assert texts(subjects(token(doc, "attack"))[0]) == ["Norland"]


def test_gerund_after_from_has_the_object() -> None:
    """Who is prevented from building builds not."""
    doc = parsed("""
        Norland prevented/prevent Sudria  from   building/build the   dam    .
        NNP/GPE VBD               NNP/GPE IN     VBG            DT    NN     .
        nsubj:2 ROOT              dobj:2  prep:2 pcomp:4        det:7 dobj:5 punct:2
    """)
    assert subjects(token(doc, "building")) == ([token(doc, "Sudria")], "gerund")


def test_gerund_after_by_has_the_subject() -> None:
    """Who provokes by closing closes."""
    doc = parsed("""
        Norland provoked/provoke Sudria  by     closing/close the   border .
        NNP/GPE VBD              NNP/GPE IN     VBG           DT    NN     .
        nsubj:2 ROOT             dobj:2  prep:2 pcomp:4       det:7 dobj:5 punct:2
    """)
    assert subjects(token(doc, "closing")) == ([token(doc, "Norland")], "gerund")


def test_imperative_has_no_subject() -> None:
    """Nobody is named who should do it."""
    doc = parsed("""
        Release the   prisoners/prisoner .
        VB      DT    NNS                .
        ROOT    det:3 dobj:1             punct:1
    """)
    assert subjects(token(doc, "Release")) == ([], "none")


# ------------------------------------------------------------------------------------------------ governors


def test_governor_through_prepositions() -> None:
    """The verb above a noun is found through its preposition."""
    doc = parsed("""
        The   envoy   of     Norland left/leave on     Tuesday  .
        DT    NN      IN     NNP/GPE VBD        IN     NNP/DATE .
        det:2 nsubj:5 prep:2 pobj:3  ROOT       prep:5 pobj:6   punct:5
    """)
    assert governor_of(token(doc, "Norland")) == token(doc, "left")


def test_governor_passes_including() -> None:
    """*Including* is a preposition, whatever the tagger says."""
    doc = parsed("""
        Norland sent/send aid    including/include food   .
        NNP/GPE VBD       NN     VBG               NN     .
        nsubj:2 ROOT      dobj:2 prep:3            pobj:4 punct:2
    """)
    assert governor_of(token(doc, "food")) == token(doc, "sent")


def test_root_noun_has_no_governor() -> None:
    """A heading without a verb has none."""
    doc = parsed("""
        Attack on     Sudria
        NN     IN     NNP/GPE
        ROOT   prep:1 pobj:2
    """)
    assert governor_of(token(doc, "Sudria")) is None


def test_clause_with_a_tense_has_no_understood_subject() -> None:
    """In "Norland says the deal quickly failed", where the parse loses the deal, Norland does not fail."""
    doc = parsed("""
        Norland says/say the   deal    quickly  failed/fail .
        NNP/GPE VBZ      DT    NN      RB       VBD         .
        nsubj:2 ROOT     det:4 dep:2   advmod:6 ccomp:2     punct:2
    """)
    assert subjects(token(doc, "failed"))[0] == []


def test_who_is_called_on_is_no_day() -> None:
    """In "on Monday called on Sudria to pay", Sudria pays."""
    doc = parsed("""
        Norland on     Monday   called/call on     Sudria  to    pay     .
        NNP/GPE IN     NNP/DATE VBD         IN     NNP/GPE TO    VB      .
        nsubj:4 prep:4 pobj:2   ROOT        prep:4 pobj:5  aux:8 xcomp:4 punct:4
    """)
    assert texts(subjects(token(doc, "pay"))[0]) == ["Sudria"]


def test_job_is_its_owner_s() -> None:
    """In "her job is to help", she helps; the job of nobody helps nobody."""
    gloss = """
        Her    job     is/be to    help    Sudria  .
        PRP$   NN      VBZ   TO    VB      NNP/GPE .
        poss:2 nsubj:3 ROOT  aux:5 xcomp:3 dobj:5  punct:3
    """
    nobodys = gloss.replace("Her   ", "The   ").replace("PRP$", "DT  ").replace("poss:2", "det:2 ")
    assert texts(subjects(token(parsed(gloss), "help"))[0]) == ["Her"]
    assert subjects(token(parsed(nobodys), "help"))[0] == []


def test_ship_that_is_to_help() -> None:
    """In "her ship is to help", the ship does."""
    doc = parsed("""
        Her    ship    is/be to    help    Sudria  .
        PRP$   NN      VBZ   TO    VB      NNP/GPE .
        poss:2 nsubj:3 ROOT  aux:5 xcomp:3 dobj:5  punct:3
    """)
    assert texts(subjects(token(doc, "help"))[0]) == ["ship"]


def test_day_is_no_second_subject() -> None:
    """In "Bell Thursday morning said", Bell says it."""
    doc = parsed("""
        Bell       Thursday  said/say .
        NNP/PERSON NNP/DATE  VBD      .
        nsubj:3    nsubj:3   ROOT     punct:3
    """)
    assert texts(subjects(token(doc, "said"))[0]) == ["Bell"]


def test_adjective_behind_its_noun_gives_the_gerund_its_subject() -> None:
    """In "a bank owned by members intent on staying", members stay."""
    doc = parsed("""
        A     bank owned/own by      members/member intent on     staying/stay .
        DT    NN   VBN       IN      NNS            JJ     IN     VBG          .
        det:2 ROOT acl:2     agent:3 pobj:4         amod:5 prep:6 pcomp:7      punct:2
    """)
    assert texts(subjects(token(doc, "staying"))[0]) == ["members"]


def test_don_t_is_an_order() -> None:
    """In "don't wait", nobody named waits."""
    doc = parsed("""
        Do/do n't/not wait .
        VBP   RB      VB   .
        aux:3 neg:3   ROOT punct:3
    """)
    assert is_imperative(token(doc, "wait"))


def test_whom_something_was_given() -> None:
    """In "a man given money", the man gives nothing."""
    doc = parsed("""
        A     man  given/give money  .
        DT    NN   VBN        NN     .
        det:2 ROOT acl:2      dobj:3 punct:2
    """)
    assert is_passive(token(doc, "given"))


def test_who_thinks_does_not_do_it() -> None:
    """In "a move, Bell thinks, to shock", she shocks nobody; in "Bell hopes to shock" she does."""
    gloss = """
        Bell       {verb} to    shock   Norland .
        NNP/PERSON VBZ    TO    VB      NNP/GPE .
        nsubj:2    ROOT   aux:4 xcomp:2 dobj:4  punct:2
    """
    thinks, hopes = (parsed(gloss.format(verb=verb)) for verb in ("thinks/think", "hopes/hope"))
    assert subjects(token(thinks, "shock"))[0] == []
    assert texts(subjects(token(hopes, "shock"))[0]) == ["Bell"]


def test_look_is_an_order() -> None:
    """In "look, Bell left", nobody named looks."""
    doc = parsed("""
        Look    ,       Bell       left/leave .
        VB      ,       NNP/PERSON VBD        .
        advcl:4 punct:4 nsubj:4    ROOT       punct:4
    """)
    assert is_imperative(token(doc, "Look"))


def test_contracted_has_before_what_is_sold() -> None:
    """In "the pills he's sold" he sells them; whom "he's forced to sell" to, another forces."""
    pills = parsed("""
        Pills   he          's/be     sold/sell failed/fail .
        NNS     PRP         VBZ=AUX   VBN       VBD         .
        nsubj:5 nsubjpass:4 auxpass:4 relcl:1   ROOT        punct:5
    """)
    assert not is_passive(token(pills, "sold"))
    forced = parsed("""
        He          's/be     forced/force to    sell    .
        PRP         VBZ=AUX   VBN          TO    VB      .
        nsubjpass:3 auxpass:3 ROOT         aux:5 xcomp:3 punct:3
    """)
    assert is_passive(token(forced, "forced"))


def test_who_makes_an_effort() -> None:
    """In "an effort by Sudria to vote", Sudria is to vote."""
    doc = parsed("""
        Norland mocked/mock an    effort by     Sudria  to    vote  .
        NNP/GPE VBD         DT    NN     IN     NNP/GPE TO    VB    .
        nsubj:2 ROOT        det:4 dobj:2 prep:4 pobj:5  aux:8 acl:4 punct:2
    """)
    assert subjects(token(doc, "vote"))[0] == [token(doc, "Sudria")]


def test_effort_beside_something() -> None:
    """In "made an effort in Sudria to vote", who made it is to vote."""
    doc = parsed("""
        Norland made/make an    effort in     Sudria  to    vote  .
        NNP/GPE VBD       DT    NN     IN     NNP/GPE TO    VB    .
        nsubj:2 ROOT      det:4 dobj:2 prep:4 pobj:5  aux:8 acl:4 punct:2
    """)
    assert subjects(token(doc, "vote"))[0] == [token(doc, "Norland")]


@pytest.mark.parametrize(("verb", "found"), [("owns/own", "Works"), ("means/mean", None)])
def test_which_behind_a_body(verb: str, found: str | None) -> None:
    """A "which" that hangs on a person is the body named right before it, if it concludes nothing."""
    doc = parsed(f"""
        Bell       of     Works   ,       which   {verb}  a     mill   ,       left/leave .
        NNP/PERSON IN     NNP/ORG ,       WDT     VBZ     DT    NN     ,       VBD        .
        nsubj:10   prep:1 pobj:2  punct:1 nsubj:6 relcl:1 det:8 dobj:6 punct:1 ROOT       punct:10
    """)
    noun = antecedent(token(doc, "which"))
    assert (noun.text if noun else None) == found


def test_whom_somebody_calls_something() -> None:
    """A participle before a clause with what somebody is called is a passive: "*dubbed* the Fox, Bell ran"."""
    doc = parsed("""
        Dubbed/dub the   Fox    ,       Bell       ran/run .
        VBN        DT    NNP    ,       NNP/PERSON VBD     .
        advcl:6    det:3 dobj:1 punct:6 nsubj:6    ROOT    punct:6
    """)
    assert is_passive(token(doc, "Dubbed"))
