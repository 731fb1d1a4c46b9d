"""What a verb says little without: its own preposition's noun, what somebody serves as, what is called for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import RoleName
from tests.extract.conftest import events_of_the_package, parsed, token

if TYPE_CHECKING:
    from kg.extract.tree import Doc


def told(doc: Doc, word: str) -> list[str]:
    """The roles of the event at ``word`` by the words of ``ontology/``, a theme with all its words."""
    place = token(doc, word).idx
    found = next(each for each in events_of_the_package(doc) if each.span.start == place)
    return [
        f"{role.name.value}: {(role.words if role.name is RoleName.THEME else role.span).of(doc.text)}"
        for role in found.roles
    ]


@pytest.mark.parametrize(
    ("verb", "preposition", "thing"),
    [
        ("persisted/persist", "in", "errors"),
        ("dealt/deal", "with", "costs"),
        ("responded/respond", "to", "calls"),
        ("suffered/suffer", "from", "losses"),
        ("leaned/lean", "toward", "talks"),
    ],
)
def test_own_preposition(verb: str, preposition: str, thing: str) -> None:
    """What stands behind a verb's own preposition is what it is about."""
    doc = parsed(f"""
        Miners  {verb} {preposition} {thing} .
        NNS     VBD    IN            NNS     .
        nsubj:2 ROOT   prep:2        pobj:3  punct:2
    """)
    assert told(doc, verb.partition("/")[0]) == ["actor: Miners", f"theme: {thing}"]


def test_preposition_of_another_verb() -> None:
    """A preposition that is not the verb's own only tells how."""
    doc = parsed("""
        Miners  sang/sing with   joy    .
        NNS     VBD       IN     NN     .
        nsubj:2 ROOT      prep:2 pobj:3 punct:2
    """)
    assert told(doc, "sang") == ["actor: Miners"]


SERVED = """
    Dahl       served/serve as     {}     .
    NNP/PERSON VBD          IN     NN     .
    nsubj:2    ROOT         prep:2 pobj:3 punct:2
"""


def test_served_as() -> None:
    """What somebody serves as is told in words."""
    assert told(parsed(SERVED.format("mayor")), "served") == ["actor: Dahl", "theme: mayor"]


def test_served_as_a_child() -> None:
    """Behind "as" an age says when, and not what as."""
    assert told(parsed(SERVED.format("child")), "served") == ["actor: Dahl"]


def test_taken_for() -> None:
    """What somebody is seen as is told beside them."""
    doc = parsed("""
        Miners  saw/see Dahl       as     a     threat .
        NNS     VBD     NNP/PERSON IN     DT    NN     .
        nsubj:2 ROOT    dobj:2     prep:2 det:6 pobj:4 punct:2
    """)
    assert told(doc, "saw") == ["actor: Miners", "recipient: Dahl", "theme: a threat"]


def test_judged_a_fool() -> None:
    """A noun right behind the object of a verb of judging is what they are judged."""
    doc = parsed("""
        Miners  judged/judge Dahl       a     fool   .
        NNS     VBD          NNP/PERSON DT    NN     .
        nsubj:2 ROOT         dobj:2     det:5 oprd:2 punct:2
    """)
    assert told(doc, "judged") == ["actor: Miners", "recipient: Dahl", "theme: a fool"]


def test_wound_up() -> None:
    """How somebody winds up is told."""
    doc = parsed("""
        Miners  wound/wind up    beaten/beat .
        NNS     VBD        RP    VBN         .
        nsubj:2 ROOT       prt:2 advcl:2     punct:2
    """)
    assert told(doc, "wound") == ["actor: Miners", "theme: beaten"]


def test_called_for_with_its_subject() -> None:
    """Who calls for a fine to be paid back calls for no fine."""
    doc = parsed("""
        Miners  called/call for    fines  to    be        repaid/repay .
        NNS     VBD         IN     NNS    TO    VB        VBN          .
        nsubj:2 ROOT        prep:2 pobj:3 aux:7 auxpass:7 xcomp:2      punct:2
    """)
    assert told(doc, "called") == ["actor: Miners", "theme: fines to be repaid"]


def test_with_and_a_participle() -> None:
    """Behind a comma, "with" and a participle tell what else went on, and whom nothing is done with."""
    doc = parsed("""
        Norland met/meet ,       with   Sudria  digging/dig in    .
        NNP/GPE VBD      ,       IN     NNP/GPE VBG         RP    .
        nsubj:2 ROOT     punct:2 prep:2 pobj:4  acl:5       prt:6 punct:2
    """)
    assert told(doc, "met") == ["actor: Norland"]


def test_stranded_preposition() -> None:
    """A preposition without a noun in a relative clause has the noun that the clause belongs to."""
    doc = parsed("""
        The   men/man Dahl       talked/talk to     failed/fail .
        DT    NNS     NNP/PERSON VBD         IN     VBD         .
        det:2 nsubj:6 nsubj:4    relcl:2     prep:4 ROOT        punct:6
    """)
    assert told(doc, "talked") == ["recipient: The men", "actor: Dahl"]


def test_gap_behind_an_adverb() -> None:
    """An adverb before a verb leaves its gap open: "the oddest stone she has ever seen"."""
    doc = parsed("""
        It      is/be the   stone  she     has/have ever     seen/see .
        PRP     VBZ   DT    NN     PRP     VBZ      RB       VBN      .
        nsubj:2 ROOT  det:4 attr:2 nsubj:8 aux:8    advmod:8 relcl:4  punct:2
    """)
    assert told(doc, "seen") == ["theme: the stone she has ever seen", "actor: she"]


def test_fronted_phrase() -> None:
    """A phrase with "for" that opens the clause says for what occasion, and not what is chosen."""
    doc = parsed("""
        For    spring ,       Dahl       chose/choose to    stay    .
        IN     NN     ,       NNP/PERSON VBD          TO    VB      .
        prep:5 pobj:1 punct:5 nsubj:5    ROOT         aux:7 xcomp:5 punct:5
    """)
    assert told(doc, "chose") == ["actor: Dahl", "theme: to stay"]


def test_where_is_no_theme() -> None:
    """A clause with "where" tells where somebody struggles, and not what."""
    doc = parsed("""
        Dahl       struggled/struggle where    Bell       won/win .
        NNP/PERSON VBD                WRB      NNP/PERSON VBD     .
        nsubj:2    ROOT               advmod:5 nsubj:5    ccomp:2 punct:2
    """)
    assert told(doc, "struggled") == ["actor: Dahl"]


def test_came_from() -> None:
    """Where somebody comes from is told, and is not where they come."""
    doc = parsed("""
        Dahl       came/come from   Sudria  .
        NNP/PERSON VBD       IN     NNP/GPE .
        nsubj:2    ROOT      prep:2 pobj:3  punct:2
    """)
    assert told(doc, "came") == ["actor: Dahl", "theme: Sudria"]


def test_fled_from() -> None:
    """Who flees from a place flees there."""
    doc = parsed("""
        Dahl       fled/flee from   Sudria  .
        NNP/PERSON VBD       IN     NNP/GPE .
        nsubj:2    ROOT      prep:2 pobj:3  punct:2
    """)
    assert told(doc, "fled") == ["actor: Dahl", "place: Sudria"]


def test_went_to_see() -> None:
    """Where nothing else is told of a journey, what it is for is told."""
    doc = parsed("""
        Dahl       went/go to    see     it     .
        NNP/PERSON VBD     TO    VB      PRP    .
        nsubj:2    ROOT    aux:4 advcl:2 dobj:4 punct:2
    """)
    assert told(doc, "went") == ["actor: Dahl", "theme: to see it"]


def test_bounded_amount() -> None:
    """An amount keeps the words that bound it."""
    doc = parsed("""
        Donors  gave/give $           200        or   less    .
        NNS     VBD       $/MONEY     CD/MONEY   CC   JJR     .
        nsubj:2 ROOT      nmod:4      dobj:2     cc:4 conj:4  punct:2
    """)
    assert told(doc, "gave") == ["actor: Donors", "amount: $200 or less"]


def test_share_of_whom() -> None:
    """A share keeps what it is of."""
    doc = parsed("""
        Five       percent    of     miners said/say it      ended/end .
        CD/PERCENT NN/PERCENT IN     NNS    VBD      PRP     VBD       .
        nummod:2   nsubj:5    prep:2 pobj:3 ROOT     nsubj:7 ccomp:5   punct:5
    """)
    assert told(doc, "said")[0] == "actor: Five percent of miners"


def test_supplement_of_another_noun() -> None:
    """A clause behind a comma and another noun of a phrase is none of its words."""
    doc = parsed("""
        Dahl       kept/keep videos of     raids  ,       which     ended/end .
        NNP/PERSON VBD       NNS    IN     NNS    ,       WDT       VBD       .
        nsubj:2    ROOT      dobj:2 prep:3 pobj:4 punct:5 nsubj:8   relcl:5   punct:2
    """)
    assert told(doc, "kept") == ["actor: Dahl", "theme: videos of raids"]


def test_host_of_taxes() -> None:
    """A host of taxes is no party."""
    doc = parsed("""
        Norland raised/raise a     host   of     taxes  .
        NNP/GPE VBD          DT    NN     IN     NNS    .
        nsubj:2 ROOT         det:4 dobj:2 prep:4 pobj:5 punct:2
    """)
    assert told(doc, "raised") == ["actor: Norland", "theme: a host of taxes"]


def test_title_between_quotation_marks() -> None:
    """A name between quotation marks is what is made, shown or sold, and not what is said."""
    doc = parsed("""
        Norland produced/produce “       Mines  ”       .
        NNP/GPE VBD              ``      NNP    ''      .
        nsubj:2 ROOT             punct:4 dobj:2 punct:4 punct:2
    """)
    assert told(doc, "produced") == ["actor: Norland", "theme: Mines"]


def test_adjective_with_an_infinitive() -> None:
    """What somebody is willing to do is told."""
    doc = parsed("""
        Norland is/be willing to    pay     .
        NNP/GPE VBZ   JJ      TO    VB      .
        nsubj:2 ROOT  acomp:2 aux:5 xcomp:3 punct:2
    """)
    assert told(doc, "willing") == ["actor: Norland", "theme: to pay"]


def test_adjective_with_a_preposition() -> None:
    """What somebody is happy with is told."""
    doc = parsed("""
        Norland is/be happy   with   prices .
        NNP/GPE VBZ   JJ      IN     NNS    .
        nsubj:2 ROOT  acomp:2 prep:3 pobj:4 punct:2
    """)
    assert told(doc, "happy") == ["actor: Norland", "theme: prices"]


def test_gave_to_a_campaign() -> None:
    """What money is given to is told, party or not."""
    doc = parsed("""
        Norland gave/give $       5        to     repairs .
        NNP/GPE VBD       $/MONEY CD/MONEY IN     NNS     .
        nsubj:2 ROOT      nmod:4  dobj:2   prep:2 pobj:5  punct:2
    """)
    assert told(doc, "gave") == ["actor: Norland", "amount: $5", "theme: repairs"]


def test_spoke_to_each_other() -> None:
    """Who speak to each other have no theme in "each other"."""
    doc = parsed("""
        They    spoke/speak to     each  other  .
        PRP     VBD         IN     DT    JJ     .
        nsubj:2 ROOT        prep:2 det:5 pobj:3 punct:2
    """)
    assert told(doc, "spoke") == ["actor: They"]


def test_preposition_behind_an_adverb() -> None:
    """A verb's own preposition may belong to the adverb behind it."""
    doc = parsed("""
        Miners  shifted/shift away     from   coal   .
        NNS     VBD           RB       IN     NN     .
        nsubj:2 ROOT          advmod:2 prep:3 pobj:4 punct:2
    """)
    assert told(doc, "shifted") == ["actor: Miners", "theme: coal"]


def test_preposition_behind_a_comparison() -> None:
    """What somebody cares about is told, though a comparison stands between."""
    doc = parsed("""
        Miners  care/care more/more than   anything/anything about  coal   .
        NNS     VBP       JJR       IN     NN=PRON           IN     NN     .
        nsubj:2 ROOT      advmod:2  prep:3 pobj:4            prep:5 pobj:6 punct:2
    """)
    assert told(doc, "care") == ["actor: Miners", "theme: coal"]


def test_preposition_right_behind() -> None:
    """Some prepositions are a verb's own only right behind it: one gets at the truth, not into trouble at a fair."""
    near = """
        Miners  got/get at     truth  .
        NNS     VBD     IN     NN     .
        nsubj:2 ROOT    prep:2 pobj:3 punct:2
    """
    far = """
        Miners  got/get rich   at     fairs/fair .
        NNS     VBD     JJ     IN     NNS        .
        nsubj:2 ROOT    acomp:2 prep:2 pobj:4    punct:2
    """
    assert "theme: truth" in told(parsed(near), "got")
    assert "theme: fairs" not in told(parsed(far), "got")


def test_out_of() -> None:
    """What somebody is kept out of is told with these words, without which it would be the contrary."""
    doc = parsed("""
        Miners  kept/keep Dahl       out      of     politics .
        NNS     VBD       NNP/PERSON IN       IN     NN       .
        nsubj:2 ROOT      dobj:2     prep:2   prep:4 pobj:5   punct:2
    """)
    assert told(doc, "kept") == ["actor: Miners", "recipient: Dahl", "theme: out of politics"]


@pytest.mark.parametrize(("noun", "expected"), [("emphasis", ["theme: speed"]), ("tables", [])])
def test_laid_on(noun: str, expected: list[str]) -> None:
    """What emphasis is laid on is told beside the emphasis."""
    doc = parsed(f"""
        Miners  laid/lay {noun} today/today on     speed  .
        NNS     VBD      NN     NN          IN     NN     .
        nsubj:2 ROOT     dobj:2 npadvmod:2  prep:2 pobj:5 punct:2
    """)
    assert told(doc, "laid") == ["actor: Miners", f"theme: {noun}", *expected]


@pytest.mark.parametrize(("verb", "expected"), [("threw/throw", "stones into rivers"), ("counted/count", "stones")])
def test_where_it_is_put(verb: str, expected: str) -> None:
    """Where somebody throws a thing is told with it, not where he counts it."""
    gloss = f"""
        Miners  {verb} stones into   rivers .
        NNS     VBD    NNS    IN     NNS    .
        nsubj:2 ROOT   dobj:2 prep:2 pobj:4 punct:2
    """
    assert told(parsed(gloss), verb.partition("/")[0]) == ["actor: Miners", f"theme: {expected}"]
    party = gloss.replace("stones", "Dahl  ").replace("NNS    IN", "NNP/PERSON IN")
    assert ("theme: into rivers" in told(parsed(party), verb.partition("/")[0])) is (expected != "stones")


@pytest.mark.parametrize(("verb", "expected"), [("treats/treat", ["theme: unfairly"]), ("pays/pay", [])])
def test_manner_that_is_needed(verb: str, expected: list[str]) -> None:
    """How somebody treats another is told, since treating alone says nothing."""
    doc = parsed(f"""
        Bell       {verb} Dahl       unfairly .
        NNP/PERSON VBZ    NNP/PERSON RB       .
        nsubj:2    ROOT   dobj:2     advmod:2 punct:2
    """)
    assert told(doc, verb.partition("/")[0]) == ["actor: Bell", "recipient: Dahl", *expected]


@pytest.mark.parametrize(("verb", "expected"), [("look/look", ["theme: to sell"]), ("smile/smile", [])])
def test_aim(verb: str, expected: list[str]) -> None:
    """Who looks to sell seeks to: the infinitive is what he looks to do."""
    doc = parsed(f"""
        Miners  {verb} to    sell/sell mines/mine .
        NNS     VBP    TO    VB        NNS        .
        nsubj:2 ROOT   aux:4 advcl:2   dobj:4     punct:2
    """)
    assert told(doc, verb.partition("/")[0])[1:] == [each.replace("sell", "sell mines") for each in expected]


def test_gerund_as_an_object() -> None:
    """What somebody denies having done is told."""
    doc = parsed("""
        Miners  denied/deny taking/take money  .
        NNS     VBD         VBG         NN     .
        nsubj:2 ROOT        dobj:2      dobj:3 punct:2
    """)
    assert told(doc, "denied") == ["actor: Miners", "theme: taking money"]


def test_measures() -> None:
    """By how much something rises is told, with a preposition or without."""
    by = """
        Miners  fell/fall by     nine     points/point .
        NNS     VBD       IN     CD       NNS          .
        nsubj:2 ROOT      prep:2 nummod:5 pobj:3       punct:2
    """
    bare = """
        Miners  fell/fall nine     points/point .
        NNS     VBD       CD       NNS          .
        nsubj:2 ROOT      nummod:4 npadvmod:2   punct:2
    """
    assert [told(parsed(each), "fell")[1:] for each in (by, bare)] == [["theme: nine points"]] * 2


@pytest.mark.parametrize("negation", ["not", "now"])
def test_deed_that_is_denied(negation: str) -> None:
    """Which steps somebody does not take is told, lest he seem to take none."""
    relation = "neg:4" if negation == "not" else "advmod:4"
    doc = parsed(f"""
        Miners  did/do {negation} take/take steps/step that/that cost/cost money  .
        NNS     VBD=AUX RB        VB        NNS        WDT       VBP       NN     .
        nsubj:4 aux:4  {relation} ROOT      dobj:4     nsubj:7   relcl:5   dobj:7 punct:4
    """)
    assert told(doc, "take")[1:] == ["theme: steps that cost money"]


def test_limit_of_what_is_opposed() -> None:
    """Who opposes a renewal without a reform need not oppose it with one."""
    doc = parsed("""
        Miners  oppose/oppose renewals/renewal without reforms/reform .
        NNS     VBP           NNS              IN      NNS            .
        nsubj:2 ROOT          dobj:2           prep:2  pobj:4         punct:2
    """)
    assert told(doc, "oppose") == ["actor: Miners", "theme: renewals without reforms"]


def test_what_somebody_is_sent_for() -> None:
    """What somebody is sent to do is told."""
    doc = parsed("""
        Miners      were/be  sent/send to    dig/dig coal   .
        NNS         VBD      VBN       TO    VB      NN     .
        nsubjpass:3 auxpass:3 ROOT     aux:5 advcl:3 dobj:5 punct:3
    """)
    assert "theme: to dig coal" in told(doc, "sent")


def test_what_a_loss_is_blamed_on() -> None:
    """What is blamed for a loss is told with it, and behind a passive."""
    active = """
        Miners  blamed/blame losses/loss on     rain   .
        NNS     VBD          NNS         IN     NN     .
        nsubj:2 ROOT         dobj:2      prep:2 pobj:4 punct:2
    """
    passive = """
        Losses/loss were/be   blamed/blame on     rain   .
        NNS         VBD       VBN          IN     NN     .
        nsubjpass:3 auxpass:3 ROOT         prep:3 pobj:4 punct:3
    """
    assert told(parsed(active), "blamed")[1:] == ["theme: losses on rain"]
    assert told(parsed(passive), "blamed") == ["theme: Losses", "theme: on rain"]


def test_what_something_is_compared_to() -> None:
    """What something is compared to is told with it, and is no time though it names days."""
    doc = parsed("""
        Miners  compared/compare pits/pit to     days/day of     war    .
        NNS     VBD           NNS      IN     NNS/DATE IN     NN     .
        nsubj:2 ROOT          dobj:2   prep:2 pobj:4   prep:5 pobj:6 punct:2
    """)
    assert told(doc, "compared")[1:] == ["theme: pits to days of war"]


def test_what_somebody_is_torn_from() -> None:
    """Whom or what somebody is torn from is told."""
    doc = parsed("""
        Miners      were/be   torn/tear from   homes/home .
        NNS         VBD       VBN       IN     NNS        .
        nsubjpass:3 auxpass:3 ROOT      prep:3 pobj:4     punct:3
    """)
    assert "theme: from homes" in told(doc, "torn")


def test_what_somebody_loses() -> None:
    """What somebody is stripped of is told, though the parse gives it to the loser."""
    doc = parsed("""
        Miners  stripped/strip Bell       of     titles/title .
        NNS     VBD            NNP/PERSON IN     NNS          .
        nsubj:2 ROOT           dobj:2     prep:3 pobj:4       punct:2
    """)
    assert told(doc, "stripped")[1:] == ["recipient: Bell", "theme: titles"]


def test_how_somebody_answers() -> None:
    """What one begins or answers by doing is told, where nothing else is."""
    doc = parsed("""
        Miners  responded/respond by     closing/close pits/pit .
        NNS     VBD               IN     VBG           NNS      .
        nsubj:2 ROOT              prep:2 pcomp:3       dobj:4   punct:2
    """)
    assert told(doc, "responded")[1:] == ["theme: closing pits"]


def test_how_something_is_taken() -> None:
    """An adverb behind an object makes one predicate with its verb: to take a thing seriously is not to take it."""
    doc = parsed("""
        Miners  took/take threats/threat very     seriously .
        NNS     VBD       NNS            RB       RB        .
        nsubj:2 ROOT      dobj:2         advmod:5 advmod:2  punct:2
    """)
    found = next(each for each in events_of_the_package(doc) if each.span.start == token(doc, "took").idx)
    assert found.action == "take seriously"


def test_injury_without_a_doer() -> None:
    """Whom nobody is told to have injured may have had an accident, and was not attacked."""
    gloss = """
        Miners      were/be   injured/injure {by}    {whom}     .
        NNS         VBD       VBN            IN      NNS        .
        nsubjpass:3 auxpass:3 ROOT           {how}:3 pobj:4     punct:3
    """
    accident = parsed(gloss.format(by="in", whom="floods/flood", how="prep"))
    attack = parsed(gloss.format(by="by", whom="soldiers/soldier", how="agent"))
    types = [next(e.type for e in events_of_the_package(d) if e.action == "injure") for d in (accident, attack)]
    assert types == [None, "ASSAULT"]


def test_visit_of_a_place() -> None:
    """Who visits a museum consults nobody."""
    gloss = """
        Ministers/minister visited/visit {place} .
        NNS                VBD           {tag}   .
        nsubj:2            ROOT          dobj:2  punct:2
    """
    museum = parsed(gloss.format(place="museums/museum", tag="NNS"))
    state = parsed(gloss.format(place="Sudria", tag="NNP/GPE"))
    types = [next(e.type for e in events_of_the_package(d) if e.action == "visit") for d in (museum, state)]
    assert types == [None, "CONSULT"]


def test_what_somebody_ties_himself_to() -> None:
    """Who chains himself to a thing does one thing, told in one theme."""
    doc = parsed("""
        Miners  chained/chain themselves to     gates/gate .
        NNS     VBD           PRP        IN     NNS        .
        nsubj:2 ROOT          dobj:2     prep:2 pobj:4     punct:2
    """)
    assert told(doc, "chained")[1:] == ["theme: themselves to gates"]


def test_what_something_is_made_into() -> None:
    """What a thing is turned into is told with it."""
    doc = parsed("""
        Miners  remade/remake pits/pit into   lakes/lake .
        NNS     VBD           NNS      IN     NNS        .
        nsubj:2 ROOT          dobj:2   prep:2 pobj:4     punct:2
    """)
    assert told(doc, "remade")[1:] == ["theme: pits into lakes"]
