"""What must not be read as a plain certain fact, each beside its near miss that is one."""

from __future__ import annotations

import pytest

from kg import data
from kg.extract.factuality import of_verb
from kg.ontology import lexicon
from tests.extract.conftest import LEXICON, parsed, stance, token

# ------------------------------------------------------------------------------------------------ plain facts


def test_simple_past_is_certain() -> None:
    """What is simply told is a certain, positive, past assertion."""
    doc = parsed("""
        Norland signed/sign the   treaty .
        NNP/GPE VBD         DT    NN     .
        nsubj:2 ROOT        det:4 dobj:2 punct:2
    """)
    assert stance(doc, "signed") == "certain"


def test_perfect_is_certain() -> None:
    """*Has signed* is no modal."""
    doc = parsed("""
        Norland has/have signed/sign the   treaty .
        NNP/GPE VBZ      VBN         DT    NN     .
        nsubj:3 aux:3    ROOT        det:5 dobj:3 punct:3
    """)
    assert stance(doc, "signed") == "certain"


def test_progressive_is_certain() -> None:
    """What is going on is a fact."""
    doc = parsed("""
        Norland is/be shelling/shell the   town   .
        NNP/GPE VBZ   VBG            DT    NN     .
        nsubj:3 aux:3 ROOT           det:5 dobj:3 punct:3
    """)
    assert stance(doc, "shelling") == "certain"


def test_reasons_are_kept() -> None:
    """A reading says which word made it what it is."""
    doc = parsed("""
        Norland may   not   sign the   treaty .
        NNP/GPE MD    RB    VB   DT    NN     .
        nsubj:4 aux:4 neg:4 ROOT det:6 dobj:4 punct:4
    """)
    assert of_verb(token(doc, "sign"), LEXICON).reasons == ("may", "not")


# ------------------------------------------------------------------------------------------------ negation


def test_not_denies() -> None:
    """*Not* makes a certain negative."""
    doc = parsed("""
        Norland did/do not   sign the   treaty .
        NNP/GPE VBD    RB    VB   DT    NN     .
        nsubj:4 aux:4  neg:4 ROOT det:6 dobj:4 punct:4
    """)
    assert stance(doc, "sign") == "not certain"


def test_contracted_not_denies() -> None:
    """*N't* does the same."""
    doc = parsed("""
        Norland did/do n't/not sign the   treaty .
        NNP/GPE VBD    RB      VB   DT    NN     .
        nsubj:4 aux:4  neg:4   ROOT det:6 dobj:4 punct:4
    """)
    assert stance(doc, "sign") == "not certain"


def test_never_denies() -> None:
    """*Never* makes a certain negative."""
    doc = parsed("""
        Norland has/have never  signed/sign the   treaty .
        NNP/GPE VBZ      RB=ADV VBN         DT    NN     .
        nsubj:4 aux:4    neg:4  ROOT        det:6 dobj:4 punct:4
    """)
    assert stance(doc, "signed") == "not certain"


def test_no_before_the_object_denies() -> None:
    """Who sent no troops did not send."""
    doc = parsed("""
        Norland sent/send no    troops/troop .
        NNP/GPE VBD       DT    NNS          .
        nsubj:2 ROOT      det:4 dobj:2       punct:2
    """)
    assert stance(doc, "sent") == "not certain"


def test_no_before_the_subject_denies() -> None:
    """Where no troops crossed, crossing did not happen."""
    doc = parsed("""
        No    troops/troop crossed/cross the   border .
        DT    NNS          VBD           DT    NN     .
        det:2 nsubj:3      ROOT          det:5 dobj:3 punct:3
    """)
    assert stance(doc, "crossed") == "not certain"


def test_no_deeper_in_the_object_does_not_deny() -> None:
    """A bill with no sponsor was passed all the same."""
    doc = parsed("""
        Norland passed/pass a     bill   with   no    sponsor .
        NNP/GPE VBD         DT    NN     IN     DT    NN      .
        nsubj:2 ROOT        det:4 dobj:2 prep:2 det:7 pobj:5  punct:2
    """)
    assert stance(doc, "passed") == "certain"


def test_nobody_denies() -> None:
    """What nobody signed was not signed."""
    doc = parsed("""
        Nobody  signed/sign the   treaty .
        NN=PRON VBD         DT    NN     .
        nsubj:2 ROOT        det:4 dobj:2 punct:2
    """)
    assert stance(doc, "signed") == "not certain"


def test_neither_before_the_subjects_denies() -> None:
    """What neither of two signed was not signed."""
    doc = parsed("""
        Neither   Norland nor  Sudria  signed/sign the   treaty .
        CC        NNP/GPE CC   NNP/GPE VBD         DT    NN     .
        preconj:2 nsubj:5 cc:2 conj:2  ROOT        det:7 dobj:5 punct:5
    """)
    assert stance(doc, "signed") == "not certain"


def test_both_before_the_subjects_affirms() -> None:
    """What both of two signed was signed."""
    doc = parsed("""
        Both      Norland and  Sudria  signed/sign the   treaty .
        CC        NNP/GPE CC   NNP/GPE VBD         DT    NN     .
        preconj:2 nsubj:5 cc:2 conj:2  ROOT        det:7 dobj:5 punct:5
    """)
    assert stance(doc, "signed") == "certain"


@pytest.mark.parametrize("word", ["signed", "opened"])
def test_neither_before_the_verbs_denies(word: str) -> None:
    """Who neither signed nor opened did neither."""
    doc = parsed("""
        Norland neither   signed/sign the   treaty nor  opened/open the   border .
        NNP/GPE CC        VBD         DT    NN     CC   VBD         DT    NN     .
        nsubj:3 preconj:3 ROOT        det:5 dobj:3 cc:3 conj:3      det:9 dobj:7 punct:3
    """)
    assert stance(doc, word) == "not certain"


def test_not_a_single_denies() -> None:
    """What not a single soldier did was not done."""
    doc = parsed("""
        Not   a     single soldier attacked/attack the   town   .
        RB    DT    JJ     NN      VBD             DT    NN     .
        neg:4 det:4 amod:4 nsubj:5 ROOT            det:7 dobj:5 punct:5
    """)
    assert stance(doc, "attacked") == "not certain"


def test_negated_cleft_denies() -> None:
    """That it was not Norland is no word that Norland attacked."""
    doc = parsed("""
        It      was/be not   Norland that    attacked/attack the   town   .
        PRP     VBD    RB    NNP/GPE WDT     VBD             DT    NN     .
        nsubj:2 ROOT   neg:2 attr:2  nsubj:6 ccomp:2         det:8 dobj:6 punct:2
    """)
    assert stance(doc, "attacked") != "certain"


def test_cleft_affirms() -> None:
    """That it was Norland says that Norland attacked."""
    doc = parsed("""
        It      was/be Norland that    attacked/attack the   town   .
        PRP     VBD    NNP/GPE WDT     VBD             DT    NN     .
        nsubj:2 ROOT   attr:2  nsubj:5 ccomp:2         det:7 dobj:5 punct:2
    """)
    assert stance(doc, "attacked") == "certain"


def test_what_a_suggestion_was_is_suggested() -> None:
    """That somebody's suggestion was that Norland attacked is no word that it did."""
    doc = parsed("""
        The   suggestion was/be that   Norland attacked/attack the   town   .
        DT    NN         VBD    IN     NNP/GPE VBD             DT    NN     .
        det:2 nsubj:3    ROOT   mark:6 nsubj:6 ccomp:3         det:8 dobj:6 punct:3
    """)
    assert stance(doc, "attacked") != "certain"


def test_what_the_fact_is_is_certain() -> None:
    """That the fact is that Norland attacked says that it did."""
    doc = parsed("""
        The   fact    is/be that   Norland attacked/attack the   town   .
        DT    NN      VBZ   IN     NNP/GPE VBD             DT    NN     .
        det:2 nsubj:3 ROOT  mark:6 nsubj:6 ccomp:3         det:8 dobj:6 punct:3
    """)
    assert stance(doc, "attacked", lexicon=lexicon.load(data.folder("ontology"))) == "certain"


def test_what_a_kind_does_is_no_event() -> None:
    """That pirates take ships says of no ship that it was taken."""
    doc = parsed("""
        Pirates/pirate take ships/ship .
        NNS            VBP  NNS        .
        nsubj:2        ROOT dobj:2     punct:2
    """)
    assert stance(doc, "take") == "unknown"


def test_what_some_of_a_kind_did_is_an_event() -> None:
    """That pirates took ships tells of some that did."""
    doc = parsed("""
        Pirates/pirate took/take ships/ship .
        NNS            VBD       NNS        .
        nsubj:2        ROOT      dobj:2     punct:2
    """)
    assert stance(doc, "took") == "certain"


def test_without_denies_what_it_governs() -> None:
    """Who left without signing did not sign."""
    doc = parsed("""
        The   envoy   left/leave without signing/sign the   treaty .
        DT    NN      VBD        IN      VBG          DT    NN     .
        det:2 nsubj:3 ROOT       prep:3  pcomp:4      det:7 dobj:5 punct:3
    """)
    assert stance(doc, "signing") == "not certain"


def test_without_leaves_its_governor() -> None:
    """Who left without signing did leave."""
    doc = parsed("""
        The   envoy   left/leave without signing/sign the   treaty .
        DT    NN      VBD        IN      VBG          DT    NN     .
        det:2 nsubj:3 ROOT       prep:3  pcomp:4      det:7 dobj:5 punct:3
    """)
    assert stance(doc, "left") == "certain"


def test_after_does_not_deny() -> None:
    """Who left after signing did sign."""
    doc = parsed("""
        The   envoy   left/leave after  signing/sign the   treaty .
        DT    NN      VBD        IN     VBG          DT    NN     .
        det:2 nsubj:3 ROOT       prep:3 pcomp:4      det:7 dobj:5 punct:3
    """)
    assert stance(doc, "signing") == "certain"


def test_without_denies_an_event_noun() -> None:
    """Where a border closed without talks there were no talks."""
    doc = parsed("""
        Norland closed/close the   border without talks/talk .
        NNP/GPE VBD          DT    NN     IN      NNS        .
        nsubj:2 ROOT         det:4 dobj:2 prep:2  pobj:5     punct:2
    """)
    assert stance(doc, "talks") == "not certain"


def test_instead_of_denies() -> None:
    """Instead of signing means not signing."""
    doc = parsed("""
        The   envoy   left/leave instead  of     signing/sign the   treaty .
        DT    NN      VBD        RB       IN     VBG          DT    NN     .
        det:2 nsubj:3 ROOT       advmod:5 prep:3 pcomp:5      det:8 dobj:6 punct:3
    """)
    assert stance(doc, "signing") == "not certain"


def test_rather_than_denies() -> None:
    """Rather than signing means not signing."""
    doc = parsed("""
        The   envoy   left/leave rather   than   signing/sign the   treaty .
        DT    NN      VBD        RB       IN     VBG          DT    NN     .
        det:2 nsubj:3 ROOT       advmod:5 prep:3 pcomp:5      det:8 dobj:6 punct:3
    """)
    assert stance(doc, "signing") == "not certain"


def test_two_negations_cancel() -> None:
    """Who did not fail to sign has signed."""
    doc = parsed("""
        Norland did/do not   fail to    sign    the   treaty .
        NNP/GPE VBD    RB    VB   TO    VB      DT    NN     .
        nsubj:4 aux:4  neg:4 ROOT aux:6 xcomp:4 det:8 dobj:6 punct:4
    """)
    assert stance(doc, "sign") == "certain"


def test_negated_success_is_none() -> None:
    """Who did not manage to sign has not signed."""
    doc = parsed("""
        Norland did/do not   manage to    sign    the   treaty .
        NNP/GPE VBD    RB    VB     TO    VB      DT    NN     .
        nsubj:4 aux:4  neg:4 ROOT   aux:6 xcomp:4 det:8 dobj:6 punct:4
    """)
    assert stance(doc, "sign") == "not certain"


# ------------------------------------------------------------------------------------------------ implicatives


def test_failed_to() -> None:
    """Who failed to sign did not sign."""
    doc = parsed("""
        Norland failed/fail to    sign    the   treaty .
        NNP/GPE VBD         TO    VB      DT    NN     .
        nsubj:2 ROOT        aux:4 xcomp:2 det:6 dobj:4 punct:2
    """)
    assert stance(doc, "sign") == "not certain"


def test_failing_itself_happened() -> None:
    """The failing is a fact."""
    doc = parsed("""
        Norland failed/fail to    sign    the   treaty .
        NNP/GPE VBD         TO    VB      DT    NN     .
        nsubj:2 ROOT        aux:4 xcomp:2 det:6 dobj:4 punct:2
    """)
    assert stance(doc, "failed") == "certain"


def test_refused_to() -> None:
    """Who refused to admit did not admit."""
    doc = parsed("""
        Norland refused/refuse to    admit   the   refugees/refugee .
        NNP/GPE VBD            TO    VB      DT    NNS              .
        nsubj:2 ROOT           aux:4 xcomp:2 det:6 dobj:4           punct:2
    """)
    assert stance(doc, "admit") == "not certain"


def test_unable_to() -> None:
    """Who was unable to sign did not sign."""
    doc = parsed("""
        Norland was/be unable  to    sign    the   treaty .
        NNP/GPE VBD    JJ      TO    VB      DT    NN     .
        nsubj:2 ROOT   acomp:2 aux:5 xcomp:3 det:7 dobj:5 punct:2
    """)
    assert stance(doc, "sign") == "not certain"


def test_failure_to() -> None:
    """A failure to sign is no signing."""
    doc = parsed("""
        Sudria  condemned/condemn the   failure to    sign  the   treaty .
        NNP/GPE VBD               DT    NN      TO    VB    DT    NN     .
        nsubj:2 ROOT              det:4 dobj:2  aux:6 acl:4 det:8 dobj:6 punct:2
    """)
    assert stance(doc, "sign") == "not certain"


def test_prevented_from() -> None:
    """What was prevented did not happen."""
    doc = parsed("""
        Norland prevented/prevent Sudria  from   building/build the   dam    .
        NNP/GPE VBD               NNP/GPE IN     VBG            DT    NN     .
        nsubj:2 ROOT              dobj:2  prep:2 pcomp:4        det:7 dobj:5 punct:2
    """)
    assert stance(doc, "building") == "not certain"


def test_prevented_event_noun() -> None:
    """A prevented attack is none."""
    doc = parsed("""
        Norland prevented/prevent an    attack .
        NNP/GPE VBD               DT    NN     .
        nsubj:2 ROOT              det:4 dobj:2 punct:2
    """)
    assert stance(doc, "attack") == "not certain"


def test_event_noun_that_was_not_prevented() -> None:
    """An attack that was not prevented took place."""
    doc = parsed("""
        Norland did/do not   prevent the   attack .
        NNP/GPE VBD    RB    VB      DT    NN     .
        nsubj:4 aux:4  neg:4 ROOT    det:6 dobj:4 punct:4
    """)
    assert stance(doc, "attack") == "certain"


def test_event_noun_that_may_be_prevented() -> None:
    """An attack that may be prevented is not yet none."""
    doc = parsed("""
        Norland may   prevent an    attack .
        NNP/GPE MD    VB      DT    NN     .
        nsubj:3 aux:3 ROOT    det:5 dobj:3 punct:3
    """)
    assert stance(doc, "attack") == "not possible"


def test_managed_to() -> None:
    """Who managed to sign has signed."""
    doc = parsed("""
        Norland managed/manage to    sign    the   treaty .
        NNP/GPE VBD            TO    VB      DT    NN     .
        nsubj:2 ROOT           aux:4 xcomp:2 det:6 dobj:4 punct:2
    """)
    assert stance(doc, "sign") == "certain"


def test_began_to() -> None:
    """Who began to admit has admitted."""
    doc = parsed("""
        Norland began/begin to    admit   the   refugees/refugee .
        NNP/GPE VBD         TO    VB      DT    NNS              .
        nsubj:2 ROOT        aux:4 xcomp:2 det:6 dobj:4           punct:2
    """)
    assert stance(doc, "admit") == "certain"


def test_began_shelling() -> None:
    """Who began shelling has shelled."""
    doc = parsed("""
        Norland began/begin shelling/shell the   town   .
        NNP/GPE VBD         VBG            DT    NN     .
        nsubj:2 ROOT        xcomp:2        det:5 dobj:3 punct:2
    """)
    assert stance(doc, "shelling") == "certain"


def test_tried_to() -> None:
    """Whether a try came to anything is open."""
    doc = parsed("""
        Norland tried/try to    sign    the   treaty .
        NNP/GPE VBD       TO    VB      DT    NN     .
        nsubj:2 ROOT      aux:4 xcomp:2 det:6 dobj:4 punct:2
    """)
    assert stance(doc, "sign") == "unknown"


def test_allowed_to() -> None:
    """What was allowed need not have happened."""
    doc = parsed("""
        Norland allowed/allow Sudria  to    build   the   dam    .
        NNP/GPE VBD           NNP/GPE TO    VB      DT    NN     .
        nsubj:2 ROOT          nsubj:5 aux:5 ccomp:2 det:7 dobj:5 punct:2
    """)
    assert stance(doc, "build") == "unknown"


def test_able_to() -> None:
    """Ability is no deed."""
    doc = parsed("""
        Norland is/be able    to    build   the   dam    .
        NNP/GPE VBZ   JJ      TO    VB      DT    NN     .
        nsubj:2 ROOT  acomp:2 aux:5 xcomp:3 det:7 dobj:5 punct:2
    """)
    assert stance(doc, "build") == "unknown"


def test_seems_to() -> None:
    """What seems to have happened is probable."""
    doc = parsed("""
        Norland seems/seem to    have  shelled/shell the   town   .
        NNP/GPE VBZ        TO    VB    VBN           DT    NN     .
        nsubj:2 ROOT       aux:5 aux:5 xcomp:2       det:7 dobj:5 punct:2
    """)
    assert stance(doc, "shelled") == "probable"


def test_unknown_governor() -> None:
    """What hangs on a verb that the ontology does not know is unknown."""
    doc = parsed("""
        Norland hesitated/hesitate to    sign    the   treaty .
        NNP/GPE VBD                TO    VB      DT    NN     .
        nsubj:2 ROOT               aux:4 xcomp:2 det:6 dobj:4 punct:2
    """)
    assert stance(doc, "sign") == "unknown"


# ------------------------------------------------------------------------------------------------ conditions


@pytest.mark.parametrize("word", ["signs", "open"])
def test_if(word: str) -> None:
    """Neither a condition nor what depends on it is said to happen."""
    doc = parsed("""
        If     Norland signs/sign the   treaty ,       Sudria  will  open the    border .
        IN     NNP/GPE VBZ        DT    NN     ,       NNP/GPE MD    VB   DT     NN     .
        mark:3 nsubj:3 advcl:9    det:5 dobj:3 punct:9 nsubj:9 aux:9 ROOT det:11 dobj:9 punct:9
    """)
    assert stance(doc, word).startswith("conditional unknown")


@pytest.mark.parametrize("word", ["signs", "close"])
def test_unless(word: str) -> None:
    """*Unless* makes a condition too."""
    doc = parsed("""
        Sudria  will  close the   border unless Norland signs/sign the    treaty .
        NNP/GPE MD    VB    DT    NN     IN     NNP/GPE VBZ        DT     NN     .
        nsubj:3 aux:3 ROOT  det:5 dobj:3 mark:8 nsubj:8 advcl:3    det:10 dobj:8 punct:3
    """)
    assert stance(doc, word).startswith("conditional unknown")


@pytest.mark.parametrize("word", ["signed", "opened"])
def test_because(word: str) -> None:
    """A reason happened, and so did what it led to."""
    doc = parsed("""
        Sudria  opened/open the   border because Norland signed/sign the   treaty .
        NNP/GPE VBD         DT    NN     IN      NNP/GPE VBD         DT    NN     .
        nsubj:2 ROOT        det:4 dobj:2 mark:7  nsubj:7 advcl:2     det:9 dobj:7 punct:2
    """)
    assert stance(doc, word) == "certain"


def test_because_under_a_negation() -> None:
    """Who did not close it because of something may have had another reason."""
    doc = parsed("""
        Norland did/do not   close the   border because Sudria   has/have signed/sign the    treaty  .
        NNP/GPE VBD    RB    VB    DT    NN     IN      NNP/GPE  VBZ      VBN         DT     NN      .
        nsubj:4 aux:4  neg:4 ROOT  det:6 dobj:4 mark:10 nsubj:10 aux:10   advcl:4     det:12 dobj:10 punct:4
    """)
    assert stance(doc, "signed") == "unknown"


def test_before_a_past() -> None:
    """What something happened before came, unless it was kept from coming."""
    doc = parsed("""
        Norland closed/close the   border before Sudria  signed/sign the   treaty .
        NNP/GPE VBD          DT    NN     IN     NNP/GPE VBD         DT    NN     .
        nsubj:2 ROOT         det:4 dobj:2 mark:7 nsubj:7 advcl:2     det:9 dobj:7 punct:2
    """)
    assert stance(doc, "signed") == "certain"


def test_would_have() -> None:
    """What would have happened did not, as far as is said."""
    doc = parsed("""
        Norland would have  signed/sign the   treaty .
        NNP/GPE MD    VB    VBN         DT    NN     .
        nsubj:4 aux:4 aux:4 ROOT        det:6 dobj:4 punct:4
    """)
    assert stance(doc, "signed").startswith("conditional unknown")


def test_said_it_would_have() -> None:
    """*Would have* is no future of the past, not even in reported speech."""
    doc = parsed("""
        Norland said/say it      would have  signed/sign the   treaty .
        NNP/GPE VBD      PRP     MD    VB    VBN         DT    NN     .
        nsubj:2 ROOT     nsubj:6 aux:6 aux:6 ccomp:2     det:8 dobj:6 punct:2
    """)
    assert stance(doc, "signed").startswith("conditional unknown")


def test_inverted_condition() -> None:
    """*Had X signed* is a condition without *if*."""
    doc = parsed("""
        Had/have Norland signed/sign the   treaty ,        Sudria   would  have   opened/open the    border  .
        VBD      NNP/GPE VBD         DT    NN     ,        NNP/GPE  MD     VB     VBN         DT     NN      .
        aux:3    nsubj:3 advcl:10    det:5 dobj:3 punct:10 nsubj:10 aux:10 aux:10 ROOT        det:12 dobj:10 punct:10
    """)
    assert stance(doc, "signed").startswith("conditional unknown")


def test_asking_if_is_no_condition() -> None:
    """Who asked if something happened did ask."""
    doc = parsed("""
        Norland asked/ask Sudria  if     it      had/have attacked/attack the   town   .
        NNP/GPE VBD       NNP/GPE IN     PRP     VBD      VBN             DT    NN     .
        nsubj:2 ROOT      dobj:2  mark:7 nsubj:7 aux:7    advcl:2         det:9 dobj:7 punct:2
    """)
    assert stance(doc, "asked") == "certain"


@pytest.mark.parametrize("adjective", ["false", "possible", "unclear"])
def test_adjective_that_does_not_affirm(adjective: str) -> None:
    """What is called false, possible or unclear is not told as a fact."""
    doc = parsed(
        """
        It      is/be possible that   Norland attacked/attack the   town   .
        PRP     VBZ   JJ       IN     NNP/GPE VBD             DT    NN     .
        nsubj:2 ROOT  acomp:2  mark:6 nsubj:6 ccomp:2         det:8 dobj:6 punct:2
    """.replace("possible", adjective)
    )
    assert stance(doc, "attacked") != "certain"


def test_adjective_that_affirms() -> None:
    """What is called true is told as a fact."""
    doc = parsed(
        """
        It      is/be possible that   Norland attacked/attack the   town   .
        PRP     VBZ   JJ       IN     NNP/GPE VBD             DT    NN     .
        nsubj:2 ROOT  acomp:2  mark:6 nsubj:6 ccomp:2         det:8 dobj:6 punct:2
    """.replace("possible", "true")
    )
    assert stance(doc, "attacked") == "certain"


def test_clause_before_a_judgement() -> None:
    """A clause that a judgement only follows is told as a fact."""
    doc = parsed("""
        Norland attacked/attack the   town   ,       it      is/be a     pity   .
        NNP/GPE VBD             DT    NN     ,       PRP     VBZ   DT    NN     .
        nsubj:2 ccomp:7         det:4 dobj:2 punct:7 nsubj:7 ROOT  det:9 attr:7 punct:7
    """)
    assert stance(doc, "attacked") == "certain"


def test_negated_adjective_does_not_affirm() -> None:
    """What is not true is not told as a fact."""
    doc = parsed("""
        It      is/be not   true    that   Norland attacked/attack the   town   .
        PRP     VBZ   RB    JJ      IN     NNP/GPE VBD             DT    NN     .
        nsubj:2 ROOT  neg:2 acomp:2 mark:7 nsubj:7 ccomp:2         det:9 dobj:7 punct:2
    """)
    assert stance(doc, "attacked") != "certain"


def test_question() -> None:
    """A question says nothing."""
    doc = parsed("""
        Did/do Norland sign the   treaty ?
        VBD    NNP/GPE VB   DT    NN     .
        aux:3  nsubj:3 ROOT det:5 dobj:3 punct:3
    """)
    assert stance(doc, "sign") == "unknown"


def test_imperative() -> None:
    """A command is a request."""
    doc = parsed("""
        Release the   prisoners/prisoner .
        VB      DT    NNS                .
        ROOT    det:3 dobj:1             punct:1
    """)
    assert stance(doc, "Release") == "requested unknown future"


def test_quoted_imperative() -> None:
    """A command before a verb of saying is a request."""
    doc = parsed("""
        “       Release the   prisoners/prisoner ,       ”       Norland said/say .
        ``      VB      DT    NNS                ,       ''      NNP/GPE VBD      .
        punct:8 ccomp:8 det:4 dobj:2             punct:8 punct:8 nsubj:8 ROOT     punct:8
    """)
    assert stance(doc, "Release") == "requested unknown future"


def test_whether() -> None:
    """A clause with *whether* is open."""
    doc = parsed("""
        Norland asked/ask whether Sudria  had/have signed/sign the   treaty .
        NNP/GPE VBD       IN      NNP/GPE VBD      VBN         DT    NN     .
        nsubj:2 ROOT      mark:6  nsubj:6 aux:6    ccomp:2     det:8 dobj:6 punct:2
    """)
    assert "certain" not in stance(doc, "signed").split()


def test_subject_clause() -> None:
    """A clause that is a subject is only spoken of."""
    doc = parsed("""
        Signing/sign the   treaty would help Sudria  .
        VBG          DT    NN     MD    VB   NNP/GPE .
        csubj:5      det:3 dobj:1 aux:5 ROOT dobj:5  punct:5
    """)
    assert stance(doc, "Signing") == "unknown"


# ------------------------------------------------------------------------------------------------ modals


@pytest.mark.parametrize("modal", ["may", "might", "could"])
def test_modal_of_possibility(modal: str) -> None:
    """*May*, *might* and *could* make it possible."""
    doc = parsed(
        """
        Norland may   sign the   treaty .
        NNP/GPE MD    VB   DT    NN     .
        nsubj:3 aux:3 ROOT det:5 dobj:3 punct:3
    """.replace("may", modal)
    )
    assert stance(doc, "sign") == "possible"


@pytest.mark.parametrize("modal", ["must", "should"])
def test_modal_of_duty(modal: str) -> None:
    """*Must* and *should* ask for it."""
    doc = parsed(
        """
        Norland must  sign the   treaty .
        NNP/GPE MD    VB   DT    NN     .
        nsubj:3 aux:3 ROOT det:5 dobj:3 punct:3
    """.replace("must", modal)
    )
    assert stance(doc, "sign") == "requested unknown future"


def test_will() -> None:
    """What will happen has not."""
    doc = parsed("""
        Norland will  sign the   treaty .
        NNP/GPE MD    VB   DT    NN     .
        nsubj:3 aux:3 ROOT det:5 dobj:3 punct:3
    """)
    assert stance(doc, "sign") == "certain future"


def test_would() -> None:
    """In the document's own voice, *would* is at most probable."""
    doc = parsed("""
        Norland would sign the   treaty .
        NNP/GPE MD    VB   DT    NN     .
        nsubj:3 aux:3 ROOT det:5 dobj:3 punct:3
    """)
    assert stance(doc, "sign") == "probable future"


def test_said_it_would() -> None:
    """In reported speech, *would* is *will*."""
    doc = parsed("""
        Norland said/say it      would sign    the   treaty .
        NNP/GPE VBD      PRP     MD    VB      DT    NN     .
        nsubj:2 ROOT     nsubj:5 aux:5 ccomp:2 det:7 dobj:5 punct:2
    """)
    assert stance(doc, "sign") == "certain future"


def test_is_going_to() -> None:
    """*Is going to* announces."""
    doc = parsed("""
        Norland is/be going/go to    sign    the   treaty .
        NNP/GPE VBZ   VBG      TO    VB      DT    NN     .
        nsubj:3 aux:3 ROOT     aux:5 xcomp:3 det:7 dobj:5 punct:3
    """)
    assert stance(doc, "sign") == "promised probable future"


def test_went_to_a_place() -> None:
    """Who went somewhere went."""
    doc = parsed("""
        The   envoy   went/go to     Arvenia .
        DT    NN      VBD     IN     NNP/GPE .
        det:2 nsubj:3 ROOT    prep:3 pobj:4  punct:3
    """)
    assert stance(doc, "went") == "certain"


def test_is_to() -> None:
    """*Is to* announces."""
    doc = parsed("""
        Norland is/be to    sign    the   treaty .
        NNP/GPE VBZ   TO    VB      DT    NN     .
        nsubj:2 ROOT  aux:4 xcomp:2 det:6 dobj:4 punct:2
    """)
    assert stance(doc, "sign") == "promised probable future"


def test_has_to() -> None:
    """*Has to* demands."""
    doc = parsed("""
        Norland has/have to    sign    the   treaty .
        NNP/GPE VBZ      TO    VB      DT    NN     .
        nsubj:2 ROOT     aux:4 xcomp:2 det:6 dobj:4 punct:2
    """)
    assert stance(doc, "sign") == "requested unknown future"


def test_is_to_in_the_passive() -> None:
    """*Is to be signed* announces too."""
    doc = parsed("""
        The   treaty  is/be to    be        signed/sign .
        DT    NN      VBZ   TO    VB        VBN         .
        det:2 nsubj:3 ROOT  aux:6 auxpass:6 xcomp:3     punct:3
    """)
    assert stance(doc, "signed") == "promised probable future"


def test_has_to_in_the_passive() -> None:
    """*Has to be signed* demands too."""
    doc = parsed("""
        The   treaty  has/have to    be        signed/sign .
        DT    NN      VBZ      TO    VB        VBN         .
        det:2 nsubj:3 ROOT     aux:6 auxpass:6 xcomp:3     punct:3
    """)
    assert stance(doc, "signed") == "requested unknown future"


def test_infinitive_of_a_headline() -> None:
    """*Norland to deport* says what is to come."""
    doc = parsed("""
        Norland to    deport the   refugees/refugee .
        NNP/GPE TO    VB     DT    NNS              .
        nsubj:3 aux:3 ROOT   det:5 dobj:3           punct:3
    """)
    assert stance(doc, "deport").endswith("future")


def test_negated_modal() -> None:
    """*Will not* is negative and to come."""
    doc = parsed("""
        Norland will  not   sign the   treaty .
        NNP/GPE MD    RB    VB   DT    NN     .
        nsubj:4 aux:4 neg:4 ROOT det:6 dobj:4 punct:4
    """)
    assert stance(doc, "sign") == "not certain future"


# ------------------------------------------------------------------------------------------------ requests, promises


@pytest.mark.parametrize(("verb", "lemma"), [("urged", "urge"), ("asked", "ask"), ("ordered", "order")])
def test_requested(verb: str, lemma: str) -> None:
    """What was asked for has not happened."""
    gloss = """
        Norland urged/urge Sudria  to    admit   the   refugees/refugee .
        NNP/GPE VBD        NNP/GPE TO    VB      DT    NNS              .
        nsubj:2 ROOT       dobj:2  aux:5 xcomp:2 det:7 dobj:5           punct:2
    """
    doc = parsed(gloss.replace("urged/urge", f"{verb}/{lemma}"))
    assert stance(doc, "admit") == "requested unknown future"


def test_asking_itself_happened() -> None:
    """The urging is a fact."""
    doc = parsed("""
        Norland urged/urge Sudria  to    admit   the   refugees/refugee .
        NNP/GPE VBD        NNP/GPE TO    VB      DT    NNS              .
        nsubj:2 ROOT       dobj:2  aux:5 xcomp:2 det:7 dobj:5           punct:2
    """)
    assert stance(doc, "urged") == "certain"


def test_demanded_that() -> None:
    """A demanded clause has not happened."""
    doc = parsed("""
        Norland demanded/demand that   Sudria  admit   the   refugees/refugee .
        NNP/GPE VBD             IN     NNP/GPE VB      DT    NNS              .
        nsubj:2 ROOT            mark:5 nsubj:5 ccomp:2 det:7 dobj:5           punct:2
    """)
    assert stance(doc, "admit") == "requested unknown future"


def test_called_on() -> None:
    """The infinitive after *called on* is asked for."""
    doc = parsed("""
        Norland called/call on     Sudria  to    admit   the   refugees/refugee .
        NNP/GPE VBD         IN     NNP/GPE TO    VB      DT    NNS              .
        nsubj:2 ROOT        prep:2 pobj:3  aux:6 xcomp:2 det:8 dobj:6           punct:2
    """)
    assert stance(doc, "admit") == "requested unknown future"


def test_request_of_nobody_named() -> None:
    """In the passive, a request stays one."""
    doc = parsed("""
        Sudria      was/be    urged/urge to    admit   the   refugees/refugee .
        NNP/GPE     VBD       VBN        TO    VB      DT    NNS              .
        nsubjpass:3 auxpass:3 ROOT       aux:5 xcomp:3 det:7 dobj:5           punct:3
    """)
    assert stance(doc, "admit") == "requested unknown future"


def test_requested_not_to() -> None:
    """A request not to do it is negative."""
    doc = parsed("""
        Norland urged/urge Sudria  not   to    sign    the   treaty .
        NNP/GPE VBD        NNP/GPE RB    TO    VB      DT    NN     .
        nsubj:2 ROOT       dobj:2  neg:6 aux:6 xcomp:2 det:8 dobj:6 punct:2
    """)
    assert stance(doc, "sign") == "requested not unknown future"


def test_negated_request_is_none_to_omit() -> None:
    """Who did not ask Sudria to sign did not ask it not to sign."""
    doc = parsed("""
        Norland did/do not   ask  Sudria  to    sign    the   treaty .
        NNP/GPE VBD    RB    VB   NNP/GPE TO    VB      DT    NN     .
        nsubj:4 aux:4  neg:4 ROOT dobj:4  aux:7 xcomp:4 det:9 dobj:7 punct:4
    """)
    assert stance(doc, "sign") == "unknown future"


def test_possible_request() -> None:
    """A request that may be made is itself uncertain."""
    doc = parsed("""
        Norland may   urge Sudria  to    admit   the   refugees/refugee .
        NNP/GPE MD    VB   NNP/GPE TO    VB      DT    NNS              .
        nsubj:3 aux:3 ROOT dobj:3  aux:6 xcomp:3 det:8 dobj:6           punct:3
    """)
    assert (stance(doc, "urge"), stance(doc, "admit")) == ("possible", "requested unknown future")


def test_told_that() -> None:
    """What one is told that happened is asserted, unlike what one is asked for."""
    doc = parsed("""
        Norland told/tell Sudria  that   it      had/have admitted/admit the   refugees/refugee .
        NNP/GPE VBD       NNP/GPE IN     PRP     VBD      VBN            DT    NNS              .
        nsubj:2 ROOT      dobj:2  mark:7 nsubj:7 aux:7    ccomp:2        det:9 dobj:7           punct:2
    """)
    assert stance(doc, "admitted") == "certain"


def test_told_to() -> None:
    """What one is told to do has not happened."""
    doc = parsed("""
        Norland told/tell Sudria  to    admit   the   refugees/refugee .
        NNP/GPE VBD       NNP/GPE TO    VB      DT    NNS              .
        nsubj:2 ROOT      dobj:2  aux:5 xcomp:2 det:7 dobj:5           punct:2
    """)
    assert stance(doc, "admit") == "requested unknown future"


def test_promised() -> None:
    """What is promised is to come."""
    doc = parsed("""
        Norland promised/promise to    admit   the   refugees/refugee .
        NNP/GPE VBD              TO    VB      DT    NNS              .
        nsubj:2 ROOT             aux:4 xcomp:2 det:6 dobj:4           punct:2
    """)
    assert stance(doc, "admit") == "promised certain future"


def test_pledged() -> None:
    """A pledge is a promise."""
    doc = parsed("""
        Norland pledged/pledge that   it      would admit   the   refugees/refugee .
        NNP/GPE VBD            IN     PRP     MD    VB      DT    NNS              .
        nsubj:2 ROOT           mark:6 nsubj:6 aux:6 ccomp:2 det:8 dobj:6           punct:2
    """)
    assert stance(doc, "admit") == "promised certain future"


def test_promised_not_to() -> None:
    """A promise not to do it has modality promised and polarity negative."""
    doc = parsed("""
        Norland promised/promise not   to    deport  the   refugees/refugee .
        NNP/GPE VBD              RB    TO    VB      DT    NNS              .
        nsubj:2 ROOT             neg:5 aux:5 xcomp:2 det:7 dobj:5           punct:2
    """)
    assert stance(doc, "deport") == "promised not certain future"


def test_threatened() -> None:
    """A threat is carried out or not."""
    doc = parsed("""
        Norland threatened/threaten to    close   the   border .
        NNP/GPE VBD                 TO    VB      DT    NN     .
        nsubj:2 ROOT                aux:4 xcomp:2 det:6 dobj:4 punct:2
    """)
    assert stance(doc, "close") == "threatened probable future"


def test_plans() -> None:
    """A plan is to come."""
    doc = parsed("""
        Norland plans/plan to    close   the   border .
        NNP/GPE VBZ        TO    VB      DT    NN     .
        nsubj:2 ROOT       aux:4 xcomp:2 det:6 dobj:4 punct:2
    """)
    assert stance(doc, "close") == "promised probable future"


def test_wants() -> None:
    """A wish is no deed."""
    doc = parsed("""
        Norland wants/want to    close   the   border .
        NNP/GPE VBZ        TO    VB      DT    NN     .
        nsubj:2 ROOT       aux:4 xcomp:2 det:6 dobj:4 punct:2
    """)
    assert stance(doc, "close") == "unknown future"


def test_likely_to() -> None:
    """What is likely to come is probable and future."""
    doc = parsed("""
        Norland is/be likely  to    sign    the   treaty .
        NNP/GPE VBZ   JJ      TO    VB      DT    NN     .
        nsubj:2 ROOT  acomp:2 aux:5 xcomp:3 det:7 dobj:5 punct:2
    """)
    assert stance(doc, "sign") == "probable future"


def test_helped_to() -> None:
    """Who helped Sudria to admit them saw them admitted."""
    doc = parsed("""
        Norland helped/help Sudria  to    admit   the   refugees/refugee .
        NNP/GPE VBD         NNP/GPE TO    VB      DT    NNS              .
        nsubj:2 ROOT        nsubj:5 aux:5 xcomp:2 det:7 dobj:5           punct:2
    """)
    assert stance(doc, "admit") == "certain"


# ------------------------------------------------------------------------------------------------ speech, thought


def test_said_that() -> None:
    """What is said is asserted by who says it, whose word becomes the cue."""
    doc = parsed("""
        Norland said/say that   Sudria  shelled/shell the   town   .
        NNP/GPE VBD      IN     NNP/GPE VBD           DT    NN     .
        nsubj:2 ROOT     mark:5 nsubj:5 ccomp:2       det:7 dobj:5 punct:2
    """)
    reading = of_verb(token(doc, "shelled"), LEXICON)
    assert (stance(doc, "shelled"), reading.cue) == ("certain", token(doc, "said"))


def test_not_said() -> None:
    """What was not said is not known."""
    doc = parsed("""
        Norland did/do not   say  that   Sudria  shelled/shell the   town   .
        NNP/GPE VBD    RB    VB   IN     NNP/GPE VBD           DT    NN     .
        nsubj:4 aux:4  neg:4 ROOT mark:7 nsubj:7 ccomp:4       det:9 dobj:7 punct:4
    """)
    assert stance(doc, "shelled") == "unknown"


def test_accused_of() -> None:
    """An accusation is alleged."""
    doc = parsed("""
        Norland accused/accuse Sudria  of     shelling/shell the   town   .
        NNP/GPE VBD            NNP/GPE IN     VBG            DT    NN     .
        nsubj:2 ROOT           dobj:2  prep:2 pcomp:4        det:7 dobj:5 punct:2
    """)
    assert stance(doc, "shelling").startswith("alleged")


def test_accusing_itself_happened() -> None:
    """The accusing is a fact."""
    doc = parsed("""
        Norland accused/accuse Sudria  of     shelling/shell the   town   .
        NNP/GPE VBD            NNP/GPE IN     VBG            DT    NN     .
        nsubj:2 ROOT           dobj:2  prep:2 pcomp:4        det:7 dobj:5 punct:2
    """)
    assert stance(doc, "accused") == "certain"


def test_denied_that() -> None:
    """What is denied is negative, by who denies it."""
    doc = parsed("""
        Norland denied/deny that   it      shelled/shell the   town   .
        NNP/GPE VBD         IN     PRP     VBD           DT    NN     .
        nsubj:2 ROOT        mark:5 nsubj:5 ccomp:2       det:7 dobj:5 punct:2
    """)
    reading = of_verb(token(doc, "shelled"), LEXICON)
    assert (stance(doc, "shelled"), reading.cue) == ("not certain", token(doc, "denied"))


def test_denied_gerund() -> None:
    """Who denied shelling says that there was none."""
    doc = parsed("""
        Norland denied/deny shelling/shell the   town   .
        NNP/GPE VBD         VBG            DT    NN     .
        nsubj:2 ROOT        xcomp:2        det:5 dobj:3 punct:2
    """)
    assert stance(doc, "shelling") == "not certain"


def test_not_denied() -> None:
    """What was not denied is not thereby said."""
    doc = parsed("""
        Norland did/do not   deny that   it      shelled/shell the   town   .
        NNP/GPE VBD    RB    VB   IN     PRP     VBD           DT    NN     .
        nsubj:4 aux:4  neg:4 ROOT mark:7 nsubj:7 ccomp:4       det:9 dobj:7 punct:4
    """)
    assert "unknown" in stance(doc, "shelled").split()


def test_denied_event_noun() -> None:
    """A denied attack is negative."""
    doc = parsed("""
        Norland denied/deny the   attack .
        NNP/GPE VBD         DT    NN     .
        nsubj:2 ROOT        det:4 dobj:2 punct:2
    """)
    assert stance(doc, "attack") == "not certain"


def test_event_noun_that_was_not_denied() -> None:
    """An attack that was not denied is not thereby told or denied."""
    doc = parsed("""
        Norland did/do not   deny the   attack .
        NNP/GPE VBD    RB    VB   DT    NN     .
        nsubj:4 aux:4  neg:4 ROOT det:6 dobj:4 punct:4
    """)
    assert "unknown" in stance(doc, "attack").split()


def test_condemned_event_noun() -> None:
    """A condemned attack took place."""
    doc = parsed("""
        Norland condemned/condemn the   attack .
        NNP/GPE VBD               DT    NN     .
        nsubj:2 ROOT              det:4 dobj:2 punct:2
    """)
    assert stance(doc, "attack") == "certain"


def test_denied_event_noun_and_its_conjunct() -> None:
    """What is joined to a denied noun is denied too."""
    doc = parsed("""
        Norland denied/deny the   attack and  the   deportation .
        NNP/GPE VBD         DT    NN     CC   DT    NN          .
        nsubj:2 ROOT        det:4 dobj:2 cc:4 det:7 conj:4      punct:2
    """)
    assert stance(doc, "deportation") == "not certain"


def test_said_to_have() -> None:
    """What somebody unnamed says is alleged."""
    doc = parsed("""
        Norland     is/be     said/say to    have  shelled/shell the   town   .
        NNP/GPE     VBZ       VBN      TO    VB    VBN           DT    NN     .
        nsubjpass:3 auxpass:3 ROOT     aux:6 aux:6 xcomp:3       det:8 dobj:6 punct:3
    """)
    assert stance(doc, "shelled") == "alleged possible"


def test_reportedly() -> None:
    """*Reportedly* makes an allegation."""
    doc = parsed("""
        Norland reportedly shelled/shell the   town   .
        NNP/GPE RB         VBD           DT    NN     .
        nsubj:3 advmod:3   ROOT          det:5 dobj:3 punct:3
    """)
    assert stance(doc, "shelled") == "alleged possible"


def test_knows_that() -> None:
    """What is known is so."""
    doc = parsed("""
        Norland knows/know that   Sudria  shelled/shell the   town   .
        NNP/GPE VBZ        IN     NNP/GPE VBD           DT    NN     .
        nsubj:2 ROOT       mark:5 nsubj:5 ccomp:2       det:7 dobj:5 punct:2
    """)
    assert stance(doc, "shelled") == "certain"


def test_not_known() -> None:
    """What one does not know is so all the same."""
    doc = parsed("""
        Norland did/do not   know that   Sudria  shelled/shell the   town   .
        NNP/GPE VBD    RB    VB   IN     NNP/GPE VBD           DT    NN     .
        nsubj:4 aux:4  neg:4 ROOT mark:7 nsubj:7 ccomp:4       det:9 dobj:7 punct:4
    """)
    assert stance(doc, "shelled") == "certain"


def test_believes_that() -> None:
    """What is believed is probable."""
    doc = parsed("""
        Norland believes/believe that   Sudria  shelled/shell the   town   .
        NNP/GPE VBZ              IN     NNP/GPE VBD           DT    NN     .
        nsubj:2 ROOT             mark:5 nsubj:5 ccomp:2       det:7 dobj:5 punct:2
    """)
    assert stance(doc, "shelled") == "probable"


def test_doubts_that() -> None:
    """What is doubted is possibly not so."""
    doc = parsed("""
        Norland doubts/doubt that   Sudria  shelled/shell the   town   .
        NNP/GPE VBZ          IN     NNP/GPE VBD           DT    NN     .
        nsubj:2 ROOT         mark:5 nsubj:5 ccomp:2       det:7 dobj:5 punct:2
    """)
    assert stance(doc, "shelled") == "not possible"


def test_expects() -> None:
    """What is expected is to come."""
    doc = parsed("""
        Norland expects/expect Sudria  to    sign    the   treaty .
        NNP/GPE VBZ            NNP/GPE TO    VB      DT    NN     .
        nsubj:2 ROOT           nsubj:5 aux:5 ccomp:2 det:7 dobj:5 punct:2
    """)
    assert stance(doc, "sign") == "probable future"


def test_suggests_that() -> None:
    """With a finite clause, *suggest* is a weak assertion."""
    doc = parsed("""
        The   report  suggests/suggest that   Norland shelled/shell the   town   .
        DT    NN      VBZ              IN     NNP/GPE VBD           DT    NN     .
        det:2 nsubj:3 ROOT             mark:6 nsubj:6 ccomp:3       det:8 dobj:6 punct:3
    """)
    assert stance(doc, "shelled") == "possible"


def test_suggested_that_somebody_do() -> None:
    """With a bare verb, *suggest* is a proposal."""
    doc = parsed("""
        Norland suggested/suggest that   Sudria  admit   the   refugees/refugee .
        NNP/GPE VBD               IN     NNP/GPE VB      DT    NNS              .
        nsubj:2 ROOT              mark:5 nsubj:5 ccomp:2 det:7 dobj:5           punct:2
    """)
    assert stance(doc, "admit") == "requested possible"


def test_promise_in_reported_speech() -> None:
    """The innermost cue decides: what was promised, as X says, is promised."""
    doc = parsed("""
        Norland said/say Sudria  had/have promised/promise to    admit   the   refugees/refugee .
        NNP/GPE VBD      NNP/GPE VBD      VBN              TO    VB      DT    NNS              .
        nsubj:2 ROOT     nsubj:5 aux:5    ccomp:2          aux:7 xcomp:5 det:9 dobj:7           punct:2
    """)
    assert (stance(doc, "promised"), stance(doc, "admit")) == ("certain", "promised certain future")


def test_finite_clause_before_a_request_is_not_its_content() -> None:
    """A finite clause before a verb of asking was misplaced by the parser."""
    doc = parsed("""
        Norland refused/refuse ,       Sudria  demanded/demand .
        NNP/GPE VBD            ,       NNP/GPE VBD             .
        nsubj:2 ccomp:5        punct:5 nsubj:5 ROOT            punct:5
    """)
    assert stance(doc, "refused") == "certain"


# ------------------------------------------------------------------------------------------------ adverbs, adjectives


def test_perhaps() -> None:
    """*Perhaps* makes it possible."""
    doc = parsed("""
        Perhaps  Norland shelled/shell the   town   .
        RB       NNP/GPE VBD           DT    NN     .
        advmod:3 nsubj:3 ROOT          det:5 dobj:3 punct:3
    """)
    assert stance(doc, "shelled") == "possible"


def test_almost() -> None:
    """What almost happened is not said to have happened."""
    doc = parsed("""
        Norland almost   signed/sign the   treaty .
        NNP/GPE RB       VBD         DT    NN     .
        nsubj:3 advmod:3 ROOT        det:5 dobj:3 punct:3
    """)
    assert stance(doc, "signed") == "unknown"


@pytest.mark.parametrize(
    ("adjective", "expected"),
    [("alleged", "alleged possible"), ("reported", "alleged possible"), ("planned", "promised probable future")],
)
def test_adjective_of_an_event_noun(adjective: str, expected: str) -> None:
    """An alleged, reported or planned attack is not yet one."""
    doc = parsed(
        """
        Norland condemned/condemn the   alleged attack .
        NNP/GPE VBD               DT    JJ      NN     .
        nsubj:2 ROOT              det:5 amod:5  dobj:2 punct:2
    """.replace("alleged", adjective)
    )
    assert (stance(doc, "attack"), stance(doc, "condemned")) == (expected, "certain")


def test_plain_adjective_of_an_event_noun() -> None:
    """A deadly attack took place."""
    doc = parsed("""
        Norland condemned/condemn the   deadly attack .
        NNP/GPE VBD               DT    JJ     NN     .
        nsubj:2 ROOT              det:5 amod:5 dobj:2 punct:2
    """)
    assert stance(doc, "attack") == "certain"


# ------------------------------------------------------------------------------------------------ event nouns


def test_rejected_request_was_made() -> None:
    """A request that is rejected was made."""
    doc = parsed("""
        Sudria  rejected/reject the   request .
        NNP/GPE VBD             DT    NN      .
        nsubj:2 ROOT            det:4 dobj:2  punct:2
    """)
    assert (stance(doc, "rejected"), stance(doc, "request")) == ("certain", "certain")


def test_indefinite_request_that_is_rejected_was_made() -> None:
    """A word of speech exists when it is rejected, whether or not the text has spoken of it before."""
    doc = parsed("""
        Sudria  rejected/reject a     request from   Norland .
        NNP/GPE VBD             DT    NN      IN     NNP/GPE .
        nsubj:2 ROOT            det:4 dobj:2  prep:4 pobj:5  punct:2
    """)
    assert stance(doc, "request") == "certain"


def test_indefinite_event_noun_under_a_rejection() -> None:
    """A deed that is ruled out is none."""
    doc = parsed("""
        Norland rejected/reject an    attack on     Sudria  .
        NNP/GPE VBD             DT    NN     IN     NNP/GPE .
        nsubj:2 ROOT            det:4 dobj:2 prep:4 pobj:5  punct:2
    """)
    assert stance(doc, "attack") != "certain"


@pytest.mark.parametrize(
    ("verb", "lemma", "expected"),
    [
        ("prevented", "prevent", "not certain"),
        ("denied", "deny", "not certain"),
        ("demanded", "demand", "requested unknown future"),
        ("planned", "plan", "promised probable future"),
    ],
)
def test_event_noun_as_the_subject_of_a_passive(verb: str, lemma: str, expected: str) -> None:
    """An attack that was prevented, denied, demanded or planned is none, in the passive too."""
    doc = parsed(
        """
        An    attack      was/be    prevented/prevent .
        DT    NN          VBD       VBN               .
        det:2 nsubjpass:4 auxpass:4 ROOT              punct:4
    """.replace("prevented/prevent", f"{verb}/{lemma}")
    )
    assert stance(doc, "attack") == expected


def test_event_noun_as_the_subject_of_a_plain_passive() -> None:
    """An attack that was condemned took place."""
    doc = parsed("""
        An    attack      was/be    condemned/condemn .
        DT    NN          VBD       VBN               .
        det:2 nsubjpass:4 auxpass:4 ROOT              punct:4
    """)
    assert stance(doc, "attack") == "certain"


def test_event_noun_that_is_called_likely() -> None:
    """An attack that is likely has not happened."""
    doc = parsed("""
        An    attack  on     Sudria  is/be likely  .
        DT    NN      IN     NNP/GPE VBZ   JJ      .
        det:2 nsubj:5 prep:2 pobj:3  ROOT  acomp:5 punct:5
    """)
    assert stance(doc, "attack") == "probable future"


def test_request_that_is_called_false() -> None:
    """A request that was false was made."""
    doc = parsed("""
        The   request was/be false   .
        DT    NN      VBD    JJ      .
        det:2 nsubj:3 ROOT   acomp:3 punct:3
    """)
    assert stance(doc, "request") == "certain"


def test_event_noun_that_is_called_deadly() -> None:
    """An attack that was deadly took place."""
    doc = parsed("""
        An    attack  on     Sudria  was/be deadly  .
        DT    NN      IN     NNP/GPE VBD    JJ      .
        det:2 nsubj:5 prep:2 pobj:3  ROOT   acomp:5 punct:5
    """)
    assert stance(doc, "attack") == "certain"


def test_demanded_event_noun() -> None:
    """What is demanded has not happened, and what hangs on it neither."""
    doc = parsed("""
        Norland demanded/demand the   release of     the   prisoners/prisoner .
        NNP/GPE VBD             DT    NN      IN     DT    NNS                .
        nsubj:2 ROOT            det:4 dobj:2  prep:4 det:7 pobj:5             punct:2
    """)
    assert stance(doc, "release") == "requested unknown future"


def test_called_for_event_noun() -> None:
    """The noun after *called for* is asked for."""
    doc = parsed("""
        Norland called/call for    talks/talk with   Sudria  .
        NNP/GPE VBD         IN     NNS        IN     NNP/GPE .
        nsubj:2 ROOT        prep:2 pobj:3     prep:4 pobj:5  punct:2
    """)
    assert stance(doc, "talks") == "requested unknown future"


def test_fears_of_an_event_noun() -> None:
    """An attack that is feared is at most probable."""
    doc = parsed("""
        Fears/fear of     an    attack closed/close the   market .
        NNS        IN     DT    NN     VBD          DT    NN     .
        nsubj:5    prep:1 det:4 pobj:2 ROOT         det:7 dobj:5 punct:5
    """)
    assert stance(doc, "attack") == "probable"


def test_victims_of_an_event_noun() -> None:
    """An attack that has victims took place."""
    doc = parsed("""
        Victims/victim of     an    attack closed/close the   market .
        NNS            IN     DT    NN     VBD          DT    NN     .
        nsubj:5        prep:1 det:4 pobj:2 ROOT         det:7 dobj:5 punct:5
    """)
    assert stance(doc, "attack") == "certain"


def test_talks_took_place() -> None:
    """What took place is a fact."""
    doc = parsed("""
        Talks   took/take place  in     Arvenia .
        NNS     VBD       NN     IN     NNP/GPE .
        nsubj:2 ROOT      dobj:2 prep:2 pobj:4  punct:2
    """)
    assert stance(doc, "Talks") == "certain"


def test_talks_will_take_place() -> None:
    """A verb of occurrence lends the noun its future."""
    doc = parsed("""
        Talks   will  take place  in     Arvenia .
        NNS     MD    VB   NN     IN     NNP/GPE .
        nsubj:3 aux:3 ROOT dobj:3 prep:3 pobj:5  punct:3
    """)
    assert stance(doc, "Talks") == "certain future"


def test_talks_failed_to_take_place() -> None:
    """A verb of occurrence under another lends the noun what the other makes of it."""
    doc = parsed("""
        The   talks   failed/fail to    take    place  .
        DT    NNS     VBD         TO    VB      NN     .
        det:2 nsubj:3 ROOT        aux:5 xcomp:3 dobj:5 punct:3
    """)
    assert stance(doc, "talks") == "not certain"


def test_talks_are_expected_to_take_place() -> None:
    """What is expected to take place has not."""
    doc = parsed("""
        The   talks       are/be    expected/expect to    take    place  .
        DT    NNS         VBP       VBN             TO    VB      NN     .
        det:2 nsubjpass:4 auxpass:4 ROOT            aux:6 xcomp:4 dobj:6 punct:4
    """)
    assert stance(doc, "talks") != "certain"


def test_no_talks_took_place() -> None:
    """No talks are none."""
    doc = parsed("""
        No    talks/talk took/take place  in     Arvenia .
        DT    NNS        VBD       NN     IN     NNP/GPE .
        det:2 nsubj:3    ROOT      dobj:3 prep:3 pobj:5  punct:3
    """)
    assert stance(doc, "talks") == "not certain"


def test_talks_did_not_take_place() -> None:
    """A verb of occurrence lends the noun its negation."""
    doc = parsed("""
        The   talks   did/do not   take place  .
        DT    NNS     VBD    RB    VB   NN     .
        det:2 nsubj:5 aux:5  neg:5 ROOT dobj:5 punct:5
    """)
    assert stance(doc, "talks") == "not certain"


def test_there_was_no_attack() -> None:
    """What there was not did not happen."""
    doc = parsed("""
        There  was/be   no    attack .
        EX     VBD=VERB DT    NN     .
        expl:2 ROOT     det:4 attr:2 punct:2
    """)
    assert stance(doc, "attack") == "not certain"


def test_indefinite_event_noun_under_a_modal() -> None:
    """An attack that may provoke is only possible."""
    doc = parsed("""
        An    attack  may   provoke Sudria  .
        DT    NN      MD    VB      NNP/GPE .
        det:2 nsubj:4 aux:4 ROOT    dobj:4  punct:4
    """)
    assert stance(doc, "attack") == "possible"


def test_definite_event_noun_under_a_modal() -> None:
    """The attack that may provoke is known to be one."""
    doc = parsed("""
        The   attack  may   provoke Sudria  .
        DT    NN      MD    VB      NNP/GPE .
        det:2 nsubj:4 aux:4 ROOT    dobj:4  punct:4
    """)
    assert stance(doc, "attack") == "certain"


# ------------------------------------------------------------------------------------------------ dependent clauses


def test_purpose_clause() -> None:
    """What something was done for need not have come about."""
    doc = parsed("""
        Norland closed/close the   border to    stop    the   convoy .
        NNP/GPE VBD          DT    NN     TO    VB      DT    NN     .
        nsubj:2 ROOT         det:4 dobj:2 aux:6 advcl:2 det:8 dobj:6 punct:2
    """)
    assert stance(doc, "stop") == "unknown future"


def test_purpose_clause_in_the_passive() -> None:
    """Whoever was sent to be trained need not have been."""
    doc = parsed("""
        Norland sent/send the   envoy  to    be        trained/train .
        NNP/GPE VBD       DT    NN     TO    VB        VBN           .
        nsubj:2 ROOT      det:4 dobj:2 aux:7 auxpass:7 advcl:2       punct:2
    """)
    assert stance(doc, "trained") == "unknown future"


def test_participle_clause() -> None:
    """A participle clause tells what happened."""
    doc = parsed("""
        Norland closed/close the   border ,       stopping/stop the   convoy .
        NNP/GPE VBD          DT    NN     ,       VBG           DT    NN     .
        nsubj:2 ROOT         det:4 dobj:2 punct:2 advcl:2       det:8 dobj:6 punct:2
    """)
    assert stance(doc, "stopping") == "certain"


def test_plan_to() -> None:
    """A plan to do it is no deed."""
    doc = parsed("""
        Norland announced/announce a     plan   to    attack Sudria  .
        NNP/GPE VBD                DT    NN     TO    VB     NNP/GPE .
        nsubj:2 ROOT               det:4 dobj:2 aux:6 acl:4  dobj:6  punct:2
    """)
    assert stance(doc, "attack") == "promised probable future"


def test_no_plan_to() -> None:
    """Who has no plan to do it promises nothing."""
    doc = parsed("""
        Norland has/have no    plan   to    attack Sudria  .
        NNP/GPE VBZ      DT    NN     TO    VB     NNP/GPE .
        nsubj:2 ROOT     det:4 dobj:2 aux:6 acl:4  dobj:6  punct:2
    """)
    assert stance(doc, "attack") != "promised probable future"


def test_infinitive_after_a_noun_as_a_relative_clause() -> None:
    """Where the parse takes the infinitive after a request for a relative clause, it is still asked for."""
    doc = parsed("""
        Norland rejected/reject a     request to    deport  the   refugees/refugee .
        NNP/GPE VBD             DT    NN      TO    VB      DT    NNS              .
        nsubj:2 ROOT            det:4 dobj:2  aux:6 relcl:4 det:8 dobj:6           punct:2
    """)
    assert stance(doc, "deport") == "requested unknown future"


def test_infinitive_of_a_predicate() -> None:
    """That it is time to sign does not say that anybody signed."""
    doc = parsed("""
        It      is/be time   for    Norland to    sign    the   treaty .
        PRP     VBZ   NN     IN     NNP/GPE TO    VB      DT    NN     .
        nsubj:2 ROOT  attr:2 mark:7 nsubj:7 aux:7 relcl:3 det:9 dobj:7 punct:2
    """)
    assert stance(doc, "sign") != "certain"


def test_decided_against() -> None:
    """Who decided against it does not plan it."""
    doc = parsed("""
        Norland decided/decide against deporting/deport the   refugees/refugee .
        NNP/GPE VBD            IN      VBG              DT    NNS              .
        nsubj:2 ROOT           prep:2  pcomp:3          det:6 dobj:4           punct:2
    """)
    assert stance(doc, "deporting") != "promised probable future"


def test_claim_that() -> None:
    """A claim without an owner is nobody's word, and not the document's own."""
    doc = parsed("""
        Sudria  rejected/reject the   claim  that   Norland shelled/shell the   town   .
        NNP/GPE VBD             DT    NN     IN     NNP/GPE VBD           DT    NN     .
        nsubj:2 ROOT            det:4 dobj:2 mark:7 nsubj:7 acl:4         det:9 dobj:7 punct:2
    """)
    reading = of_verb(token(doc, "shelled"), LEXICON)
    assert reading.cue == token(doc, "claim")


def test_no_evidence_that() -> None:
    """What there is no evidence for is not certain."""
    doc = parsed("""
        There  is/be    no    evidence that   Norland shelled/shell the   town   .
        EX     VBZ=VERB DT    NN       IN     NNP/GPE VBD           DT    NN     .
        expl:2 ROOT     det:4 attr:2   mark:7 nsubj:7 acl:4         det:9 dobj:7 punct:2
    """)
    assert "certain" not in stance(doc, "shelled").split()


def test_fact_that() -> None:
    """What is called a fact is one."""
    doc = parsed("""
        Sudria  regretted/regret the   fact   that   Norland shelled/shell the   town   .
        NNP/GPE VBD              DT    NN     IN     NNP/GPE VBD           DT    NN     .
        nsubj:2 ROOT             det:4 dobj:2 mark:7 nsubj:7 acl:4         det:9 dobj:7 punct:2
    """)
    assert stance(doc, "shelled") == "certain"


def test_noun_of_no_known_class() -> None:
    """A clause under a noun that the ontology does not know is unknown."""
    doc = parsed("""
        Norland won/win the   contract to    build the   dam    .
        NNP/GPE VBD     DT    NN       TO    VB    DT    NN     .
        nsubj:2 ROOT    det:4 dobj:2   aux:6 acl:4 det:8 dobj:6 punct:2
    """)
    assert stance(doc, "build") == "unknown"


def test_relative_clause_under_a_modal() -> None:
    """A present relative clause under what may happen is open itself."""
    doc = parsed("""
        Norland may   arrest the   men/man who     attack  the   convoy .
        NNP/GPE MD    VB     DT    NNS     WP      VBP     DT    NN     .
        nsubj:3 aux:3 ROOT   det:5 dobj:3  nsubj:7 relcl:5 det:9 dobj:7 punct:3
    """)
    assert stance(doc, "attack") == "unknown"


def test_past_relative_clause_under_a_modal() -> None:
    """A past relative clause tells of something that did happen."""
    doc = parsed("""
        Norland may   arrest the   men/man who     attacked/attack the   convoy .
        NNP/GPE MD    VB     DT    NNS     WP      VBD             DT    NN     .
        nsubj:3 aux:3 ROOT   det:5 dobj:3  nsubj:7 relcl:5         det:9 dobj:7 punct:3
    """)
    assert stance(doc, "attacked") == "certain"


def test_relative_clause_under_a_fact() -> None:
    """A relative clause under a fact is one."""
    doc = parsed("""
        Norland arrested/arrest the   men/man who     attack  the   convoy .
        NNP/GPE VBD             DT    NNS     WP      VBP     DT    NN     .
        nsubj:2 ROOT            det:4 dobj:2  nsubj:6 relcl:4 det:8 dobj:6 punct:2
    """)
    assert stance(doc, "attack") == "certain"


def test_gerund_after_by_shares_the_reading() -> None:
    """What is done by closing is as certain as the closing."""
    doc = parsed("""
        Norland may   provoke Sudria  by     closing/close the   border .
        NNP/GPE MD    VB      NNP/GPE IN     VBG           DT    NN     .
        nsubj:3 aux:3 ROOT    dobj:3  prep:3 pcomp:5       det:8 dobj:6 punct:3
    """)
    assert stance(doc, "closing") == "possible"


def test_gerund_after_by_under_a_fact() -> None:
    """Who provoked by closing has closed."""
    doc = parsed("""
        Norland provoked/provoke Sudria  by     closing/close the   border .
        NNP/GPE VBD              NNP/GPE IN     VBG           DT    NN     .
        nsubj:2 ROOT             dobj:2  prep:2 pcomp:4       det:7 dobj:5 punct:2
    """)
    assert stance(doc, "closing") == "certain"


def test_gerund_after_by_under_a_negation() -> None:
    """Who did not provoke by closing need not have closed."""
    doc = parsed("""
        Norland did/do not   provoke Sudria  by     closing/close the   border .
        NNP/GPE VBD    RB    VB      NNP/GPE IN     VBG           DT    NN     .
        nsubj:4 aux:4  neg:4 ROOT    dobj:4  prep:4 pcomp:6       det:9 dobj:7 punct:4
    """)
    assert "unknown" in stance(doc, "closing").split()


# ------------------------------------------------------------------------------------------------ coordination


def test_conjuncts_share_a_modal() -> None:
    """One *may* is enough for two verbs."""
    doc = parsed("""
        Norland may   close the   border and  expel  the   envoy  .
        NNP/GPE MD    VB    DT    NN     CC   VB     DT    NN     .
        nsubj:3 aux:3 ROOT  det:5 dobj:3 cc:3 conj:3 det:9 dobj:7 punct:3
    """)
    assert stance(doc, "expel") == "possible"


def test_conjuncts_share_a_negation() -> None:
    """One *not* is enough for two verbs."""
    doc = parsed("""
        Norland did/do not   close the   border or   expel  the    envoy  .
        NNP/GPE VBD    RB    VB    DT    NN     CC   VB     DT     NN     .
        nsubj:4 aux:4  neg:4 ROOT  det:6 dobj:4 cc:4 conj:4 det:10 dobj:8 punct:4
    """)
    assert stance(doc, "expel") == "not certain"


def test_conjuncts_share_a_request() -> None:
    """One *urged* is enough for two verbs."""
    doc = parsed("""
        Norland urged/urge Sudria  to    close   the   camp   and  expel  the    rebels/rebel .
        NNP/GPE VBD        NNP/GPE TO    VB      DT    NN     CC   VB     DT     NNS          .
        nsubj:2 ROOT       dobj:2  aux:5 xcomp:2 det:7 dobj:5 cc:5 conj:5 det:11 dobj:9       punct:2
    """)
    assert stance(doc, "expel") == "requested unknown future"


def test_conjuncts_share_a_failure() -> None:
    """One *failed to* is enough for two verbs."""
    doc = parsed("""
        Norland failed/fail to    close   the   camp   or   expel  the    rebels/rebel .
        NNP/GPE VBD         TO    VB      DT    NN     CC   VB     DT     NNS          .
        nsubj:2 ROOT        aux:4 xcomp:2 det:6 dobj:4 cc:4 conj:4 det:10 dobj:8       punct:2
    """)
    assert stance(doc, "expel") == "not certain"


def test_conjuncts_share_a_future() -> None:
    """One *will* is enough for two verbs."""
    doc = parsed("""
        Norland will  close the   border and  expel  the   envoy  .
        NNP/GPE MD    VB    DT    NN     CC   VB     DT    NN     .
        nsubj:3 aux:3 ROOT  det:5 dobj:3 cc:3 conj:3 det:9 dobj:7 punct:3
    """)
    assert stance(doc, "expel") == "certain future"


def test_finite_conjunct_has_its_own_reading() -> None:
    """A verb with a tense of its own shares no modal."""
    doc = parsed("""
        Norland may   close the   border but  expelled/expel the   envoy  .
        NNP/GPE MD    VB    DT    NN     CC   VBD            DT    NN     .
        nsubj:3 aux:3 ROOT  det:5 dobj:3 cc:3 conj:3         det:9 dobj:7 punct:3
    """)
    assert stance(doc, "expelled") == "certain"


def test_finite_conjunct_shares_no_negation() -> None:
    """A verb with a tense of its own shares no *not*."""
    doc = parsed("""
        Norland did/do not   sign the   treaty but  opened/open the    border .
        NNP/GPE VBD    RB    VB   DT    NN     CC   VBD         DT     NN     .
        nsubj:4 aux:4  neg:4 ROOT det:6 dobj:4 cc:4 conj:4      det:10 dobj:8 punct:4
    """)
    assert stance(doc, "opened") == "certain"


def test_finite_conjunct_shares_its_governor() -> None:
    """Both verbs of reported speech have the same cue."""
    doc = parsed("""
        Norland said/say Sudria  shelled/shell the   town   and  closed/close the    border .
        NNP/GPE VBD      NNP/GPE VBD           DT    NN     CC   VBD          DT     NN     .
        nsubj:2 ROOT     nsubj:4 ccomp:2       det:6 dobj:4 cc:4 conj:4       det:10 dobj:8 punct:2
    """)
    assert of_verb(token(doc, "closed"), LEXICON).cue == token(doc, "said")
