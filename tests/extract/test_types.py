"""The event type of a trigger: what it governs, what governs it, how it is put."""

from __future__ import annotations

import pytest

from kg.extract import types
from kg.model import RoleName
from tests.extract.conftest import LEXICON, event, parsed, token, words_of_the_package

TOKEN = token(
    parsed("""
    Papers burned/burn .
    NNS    VBD         .
    nsubj:2 ROOT       punct:2
"""),
    "Papers",
)


def decided(word: str, *glosses: str) -> str:
    """The decision about ``word``: "REJECT: refuse + meet: REJECT", or "-"."""
    trigger = token(parsed(*glosses), word)
    read = types.of_verb if trigger.pos_ == "VERB" else types.of_noun
    found = read(trigger, LEXICON)
    return f"{found.type} <{found.name}>" if found is not None and found.type else "-"


def together(governor: str, verb: str) -> str:
    """A verb whose subject is its infinitive's too: "Norland refused to meet Sudria"."""
    return f"""
        Norland {governor} to    {verb}  Sudria  .
        NNP/GPE VBD        TO    VB      NNP/GPE .
        nsubj:2 ROOT       aux:4 xcomp:2 dobj:4  punct:2
    """


# ------------------------------------------------------------------------------------------------ under a governor


@pytest.mark.parametrize(
    ("governor", "verb", "expected"),
    [
        ("refused/refuse", "meet", "REJECT <refuse + meet: REJECT>"),
        ("threatened/threaten", "attack", "THREATEN <threaten + attack: THREATEN>"),
        ("agreed/agree", "meet", "AGREE <agree + meet: AGREE>"),
        ("agreed/agree", "attack", "THREATEN <agree + attack: THREATEN>"),
        ("dared/dare", "meet", "CONSULT <meet>"),
    ],
)
def test_governor_of_the_same_subject_hands_a_type_over(governor: str, verb: str, expected: str) -> None:
    """Refusing to meet rejects, threatening to attack threatens; a verb that the handovers lack changes nothing."""
    assert decided(verb, together(governor, verb)) == expected


def test_who_stops_to_help_helps() -> None:
    """*Stopped to help* is no end of help; *stopped helping* is."""
    gloss = """
        Orr        stopped/stop {} {}          ministers/minister .
        NNP/PERSON VBD          {} {}          NNS                .
        nsubj:2    ROOT         {} xcomp:2     dobj:4             punct:2
    """
    words = words_of_the_package()
    to = parsed(gloss.format("to", "help", "TO", "VB", "aux:4"))
    ending = parsed(gloss.format("then", "helping/help", "RB", "VBG", "advmod:4"))
    decisions = [types.of_verb(token(doc, "stopped"), words) for doc in (to, ending)]
    assert [found.type if found is not None else None for found in decisions] == [None, "SANCTION"]


def test_governor_takes_the_type_that_it_makes() -> None:
    """Who agreed to attack threatens, though agreeing is AGREE."""
    assert decided("agreed", together("agreed/agree", "attack")) == "THREATEN <agree + attack: THREATEN>"


def test_governor_keeps_its_entry_where_the_type_is_the_same() -> None:
    """Who refused to meet rejects, by the entry of *refuse*."""
    assert decided("refused", together("refused/refuse", "meet")) == "REJECT <refuse>"


def test_clause_with_a_subject_of_its_own_keeps_its_type() -> None:
    """Who agreed that another attacks does not attack."""
    gloss = """
        Norland agreed/agree that   Sudria  attacked/attack Arvenia .
        NNP/GPE VBD          IN     NNP/GPE VBD             NNP/GPE .
        nsubj:2 ROOT         mark:5 nsubj:5 ccomp:2         dobj:5  punct:2
    """
    assert decided("attacked", gloss) == "ASSAULT <attack>"


def test_governor_with_an_object_hands_nothing_over() -> None:
    """Who summoned the envoy to meet has not met: the envoy is to."""
    gloss = """
        Norland threatened/threaten Sudria  to    attack  Arvenia .
        NNP/GPE VBD                 NNP/GPE TO    VB      NNP/GPE .
        nsubj:2 ROOT                dobj:2  aux:5 xcomp:2 dobj:5  punct:2
    """
    assert decided("attack", gloss) == "ASSAULT <attack>"


def test_denied_agreement_rejects() -> None:
    """Who did not agree to meet refused."""
    gloss = """
        Norland did/do not   agree to    meet    Sudria  .
        NNP/GPE VBD    RB    VB    TO    VB      NNP/GPE .
        nsubj:4 aux:4  neg:4 ROOT  aux:6 xcomp:4 dobj:6  punct:4
    """
    assert decided("meet", gloss) == "REJECT <not agree + meet: REJECT>"


def test_denied_threat_hands_nothing_over() -> None:
    """Who did not threaten to attack has done nothing by that."""
    gloss = """
        Norland did/do not   threaten to    attack  Sudria  .
        NNP/GPE VBD    RB    VB       TO    VB      NNP/GPE .
        nsubj:4 aux:4  neg:4 ROOT     aux:6 xcomp:4 dobj:6  punct:4
    """
    assert decided("attack", gloss) == "ASSAULT <attack>"


@pytest.mark.parametrize(("told", "expected"), [("agreed", "AGREE <agree>"), ("attack", "ASSAULT <attack>")])
def test_who_agrees_not_to_attack(told: str, expected: str) -> None:
    """Who agrees not to attack threatens nobody, and the attack is what is denied."""
    gloss = """
        Norland agreed/agree not   to    attack  Sudria  .
        NNP/GPE VBD          RB    TO    VB      NNP/GPE .
        nsubj:2 ROOT         neg:5 aux:5 xcomp:2 dobj:5  punct:2
    """
    assert decided(told, gloss) == expected


def test_adjective_hands_a_type_over() -> None:
    """Who is willing to meet agrees to."""
    gloss = """
        Norland is/be   willing to    meet    Sudria  .
        NNP/GPE VBZ=AUX JJ      TO    VB      NNP/GPE .
        nsubj:2 ROOT    acomp:2 aux:5 xcomp:3 dobj:5  punct:2
    """
    assert decided("meet", gloss) == "AGREE <willing + meet: AGREE>"


def test_noun_hands_a_type_over() -> None:
    """A plan to attack threatens."""
    gloss = """
        Norland has/have a     plan   to    attack Sudria  .
        NNP/GPE VBZ      DT    NN     TO    VB     NNP/GPE .
        nsubj:2 ROOT     det:4 dobj:2 aux:6 acl:4  dobj:6  punct:2
    """
    assert decided("attack", gloss) == "THREATEN <plan + attack: THREATEN>"


def test_exception_of_the_lexicon_hands_nothing_over() -> None:
    """Who declined to comment rejected nothing."""
    gloss = """
        Norland declined/decline to    comment .
        NNP/GPE VBD              TO    VB      .
        nsubj:2 ROOT             aux:4 xcomp:2 punct:2
    """
    assert decided("declined", gloss) == "-"
    assert decided("comment", gloss) == "-"


# ------------------------------------------------------------------------------------------------ modals and negation


def modal(auxiliary: str, verb: str, subject: str = "Norland", tag: str = "NNP/GPE") -> str:
    """A verb with a modal: "Norland will meet Sudria"."""
    return f"""
        {subject} {auxiliary} {verb} Sudria  .
        {tag}     MD          VB     NNP/GPE .
        nsubj:3   aux:3       ROOT   dobj:3  punct:3
    """


@pytest.mark.parametrize(
    ("auxiliary", "verb", "expected"),
    [
        ("will", "meet", "AGREE <will + meet: AGREE>"),
        ("would", "attack", "THREATEN <will + attack: THREATEN>"),
        ("may", "attack", "ASSAULT <attack>"),
        ("will", "summon", "REQUEST <summon>"),
    ],
)
def test_intent_commits(auxiliary: str, verb: str, expected: str) -> None:
    """*Will* with cooperation agrees, with conflict threatens; a possibility commits to nothing."""
    assert decided(verb, modal(auxiliary, verb)) == expected


def test_thing_intends_nothing() -> None:
    """What a budget will do is no promise."""
    assert decided("meet", modal("will", "meet", "budgets/budget", "NNS")) == "CONSULT <meet>"


def test_denied_intent_rejects() -> None:
    """Who will not meet refuses to."""
    gloss = """
        Norland will  not   meet Sudria  .
        NNP/GPE MD    RB    VB   NNP/GPE .
        nsubj:4 aux:4 neg:4 ROOT dobj:4  punct:4
    """
    assert decided("meet", gloss) == "REJECT <will not + meet: REJECT>"


def test_coordinated_verbs_share_the_auxiliary() -> None:
    """In "will go and meet", *will* is said of both."""
    gloss = """
        Norland will  travel and  meet   Sudria  .
        NNP/GPE MD    VB     CC   VB     NNP/GPE .
        nsubj:3 aux:3 ROOT   cc:3 conj:3 dobj:5  punct:3
    """
    assert decided("meet", gloss) == "AGREE <will + meet: AGREE>"


def test_what_another_is_held_to_do_commits_nobody() -> None:
    """Who predicts that another will attack tells of no threat."""
    gloss = """
        Norland predicts/predict Sudria  will  attack  Arvenia .
        NNP/GPE VBZ              NNP/GPE MD    VB      NNP/GPE .
        nsubj:2 ROOT             nsubj:5 aux:5 ccomp:2 dobj:5  punct:2
    """
    assert decided("attack", gloss) == "ASSAULT <attack>"


@pytest.mark.parametrize(
    ("subject", "tag", "expected"),
    [
        ("you", "PRP", "ASSAULT <attack>"),
        ("rebels/rebel", "NNS", "ASSAULT <attack>"),
        ("we", "PRP", "THREATEN <will + attack: THREATEN>"),
    ],
)
def test_what_a_text_foretells_is_no_threat(subject: str, tag: str, expected: str) -> None:
    """That rebels will attack, or you, is told by somebody else; "we will attack" is a threat."""
    assert decided("attack", modal("will", "attack", subject, tag)) == expected


def test_what_it_will_do_may_be_done_by_a_thing() -> None:
    """In the text's own voice, "it will meet" agrees to nothing; who says that it will agrees to."""
    assert decided("meet", modal("will", "meet", "it", "PRP")) == "CONSULT <meet>"
    assert decided("meet", reported("it", "PRP", "will", "meet")) == "AGREE <will + meet: AGREE>"


def test_attack_that_goes_on_is_no_threat() -> None:
    """Who will continue to attack does so already; who says so of himself threatens."""
    gloss = """
        Norland will  continue to    attack  Sudria  .
        NNP/GPE MD    VB       TO    VB      NNP/GPE .
        nsubj:3 aux:3 ROOT     aux:5 xcomp:3 dobj:5  punct:3
    """
    assert decided("continue", gloss) == "ASSAULT <continue + attack>"
    assert decided("continue", gloss.replace("Norland ", "we ").replace("NNP/GPE MD", "PRP MD")).startswith("THREATEN")


def test_no_longer_denies() -> None:
    """Who will no longer meet refuses to."""
    gloss = """
        Norland will  no    longer   meet Sudria  .
        NNP/GPE MD    RB    RB       VB   NNP/GPE .
        nsubj:5 aux:5 neg:4 advmod:5 ROOT dobj:5  punct:5
    """
    assert decided("meet", gloss) == "REJECT <will not + meet: REJECT>"


# ------------------------------------------------------------------------------------------------ objects and purposes


def test_verb_takes_the_type_of_its_object() -> None:
    """Ordering a release releases."""
    gloss = """
        Norland ordered/order the   release .
        NNP/GPE VBD           DT    NN      .
        nsubj:2 ROOT          det:4 dobj:2  punct:2
    """
    assert decided("ordered", gloss) == "RETREAT <order + release>"


def test_verb_keeps_its_entry_where_the_object_has_no_type() -> None:
    """Ordering a review requests it."""
    gloss = """
        Norland ordered/order the   review .
        NNP/GPE VBD           DT    NN     .
        nsubj:2 ROOT          det:4 dobj:2 punct:2
    """
    assert decided("ordered", gloss) == "REQUEST <order>"


def test_undertaking_has_the_type_of_what_is_undertaken() -> None:
    """Launching a campaign of attacks is attacking."""
    gloss = """
        Norland launched/launch a     campaign of     attacks/attack .
        NNP/GPE VBD             DT    NN       IN     NNS            .
        nsubj:2 ROOT            det:4 dobj:2   prep:4 pobj:5         punct:2
    """
    assert decided("launched", gloss) == "ASSAULT <launch + attack>"


def test_verb_of_contact_takes_the_type_of_its_purpose() -> None:
    """Summoning an envoy to complain accuses."""
    gloss = """
        Norland summoned/summon the   envoy  to    complain .
        NNP/GPE VBD             DT    NN     TO    VB       .
        nsubj:2 ROOT            det:4 dobj:2 aux:6 advcl:2  punct:2
    """
    assert decided("summoned", gloss) == "ACCUSE <summon + complain>"


def test_whom_one_called_on_has_no_purpose_of_the_caller() -> None:
    """Calling on someone to complain requests it."""
    gloss = """
        Norland called/call on     Sudria  to    complain .
        NNP/GPE VBD         IN     NNP/GPE TO    VB       .
        nsubj:2 ROOT        prep:2 pobj:3  aux:6 advcl:2  punct:2
    """
    assert decided("called", gloss) == "REQUEST <call on>"


def test_text_takes_the_type_of_its_participle() -> None:
    """Issuing a letter complaining about something complains."""
    gloss = """
        Norland issued/issue a     letter complaining/complain .
        NNP/GPE VBD          DT    NN     VBG                  .
        nsubj:2 ROOT         det:4 dobj:2 acl:4                punct:2
    """
    assert decided("issued", gloss) == "ACCUSE <issue + complain>"


# ------------------------------------------------------------------------------------------------ verbs of saying


def reported(subject: str, tag: str, auxiliary: str, verb: str) -> str:
    """A clause under a verb of saying: "Norland said it will meet Sudria"."""
    return f"""
        Norland said/say {subject} {auxiliary} {verb}  Sudria  .
        NNP/GPE VBD      {tag}     MD          VB      NNP/GPE .
        nsubj:2 ROOT     nsubj:5   aux:5       ccomp:2 dobj:5  punct:2
    """


@pytest.mark.parametrize(
    ("gloss", "expected"),
    [
        (reported("it", "PRP", "will", "meet"), "AGREE <say + will + meet: AGREE>"),
        (reported("it", "PRP", "would", "attack"), "THREATEN <say + will + attack: THREATEN>"),
        (reported("it", "PRP", "may", "attack"), "-"),
        (reported("Arvenia", "NNP/GPE", "will", "meet"), "-"),
        (reported("Arvenia", "NNP/GPE", "must", "meet"), "REQUEST <say + must: REQUEST>"),
    ],
)
def test_some_types_are_done_by_saying_so(gloss: str, expected: str) -> None:
    """Who says that he will meet agrees, that another must, requests; who tells of another does nothing else."""
    assert decided("said", gloss) == expected


@pytest.mark.parametrize(("pronoun", "expected"), [("he", "AGREE <say + will + meet: AGREE>"), ("she", "-")])
def test_who_speaks_of_another_does_nothing_by_it(pronoun: str, expected: str) -> None:
    """Who says that *she* will meet agrees to nothing where *he* says so."""
    gloss = f"""
        He      said/say {pronoun} will  meet    Sudria  .
        PRP     VBD      PRP     MD    VB      NNP/GPE .
        nsubj:2 ROOT     nsubj:5 aux:5 ccomp:2 dobj:5  punct:2
    """
    assert decided("said", gloss) == expected


def test_who_goes_on_about_others_does_not_what_they_do() -> None:
    """Who continued: "They attacked Sudria" has attacked nobody; who continued to attack has."""
    gloss = """
        Bell       continued/continue they    attacked/attack Sudria  .
        NNP/PERSON VBD                PRP     VBD             NNP/GPE .
        nsubj:2    ROOT               nsubj:4 ccomp:2         dobj:4  punct:2
    """
    assert decided("continued", gloss) == "-"
    assert decided("continued", together("continued/continue", "attack")) == "ASSAULT <continue + attack>"


def test_saying_that_one_did_is_no_deed() -> None:
    """Who says that he attacked attacks nobody by saying it."""
    gloss = """
        Norland said/say it      attacked/attack Sudria  .
        NNP/GPE VBD      PRP     VBD             NNP/GPE .
        nsubj:2 ROOT     nsubj:4 ccomp:2         dobj:4  punct:2
    """
    assert decided("said", gloss) == "-"


# ------------------------------------------------------------------------------------------------ nouns


def test_noun_has_an_entry_of_its_own() -> None:
    """A truce ends fighting, whatever its verb."""
    gloss = """
        The   truce   held/hold .
        DT    NN      VBD       .
        det:2 nsubj:3 ROOT      punct:3
    """
    assert decided("truce", gloss) == "RETREAT <truce>"


def test_modifier_chooses_the_entry_of_a_noun() -> None:
    """A verbal attack accuses; another one is violent."""
    gloss = """
        A     verbal attack  followed/follow the   attack .
        DT    JJ     NN      VBD             DT    NN     .
        det:3 amod:3 nsubj:4 ROOT            det:6 dobj:4 punct:4
    """
    doc = parsed(gloss)
    found = [types.of_noun(each, LEXICON) for each in doc if each.text == "attack"]
    assert [each.type for each in found if each is not None] == ["ACCUSE", "ASSAULT"]


@pytest.mark.parametrize(
    "gloss",
    [
        """
        The   withdrawal of     troops .
        DT    NN         IN     NNS    .
        det:2 ROOT       prep:2 pobj:3 punct:2
        """,
        """
        The   troops     withdrawal .
        DT    NNS        NN         .
        det:3 compound:3 ROOT       punct:3
        """,
    ],
)
def test_object_of_a_noun(gloss: str) -> None:
    """What stands in *of* or before the noun is the object of its verb."""
    assert decided("withdrawal", gloss) == "RETREAT <withdraw ~ troops>"


# ------------------------------------------------------------------------------------------------ parties


def acting(subject: str, verb: str, thing: str) -> str:
    """A verb with a subject and an object: "The law released the ministers"."""
    return f"""
        The   {subject} {verb}  {thing} .
        DT    NN        VBD     NNS     .
        det:2 nsubj:3   ROOT    dobj:3  punct:3
    """


@pytest.mark.parametrize(
    ("subject", "verb", "expected"),
    [
        ("law", "deported/deport", None),
        ("government", "deported/deport", "COERCE"),
        ("law", "threatened/threaten", None),
        ("government", "threatened/threaten", "THREATEN"),
        ("letter", "attacked/attack", "ACCUSE"),
        ("soldier", "attacked/attack", "ASSAULT"),
    ],
)
def test_only_parties_mean_to_do_something(subject: str, verb: str, expected: str | None) -> None:
    """A law deports and threatens nobody; a letter attacks in words."""
    doc = parsed(acting(subject, verb, "ministers/minister"))
    assert event(doc, verb.partition("/")[0]).type == expected


def test_named_person_attacks_in_words() -> None:
    """Ana Bell attacked the ministers; her army would have done it otherwise."""
    doc = parsed("""
        Bell       attacked/attack ministers/minister .
        NNP/PERSON VBD             NNS                .
        nsubj:2    ROOT            dobj:2             punct:2
    """)
    assert event(doc, "attacked").type == "ACCUSE"


def test_state_attacks() -> None:
    """Norland attacked Sudria."""
    doc = parsed("""
        Norland attacked/attack Sudria  .
        NNP/GPE VBD             NNP/GPE .
        nsubj:2 ROOT            dobj:2  punct:2
    """)
    assert event(doc, "attacked").type == "ASSAULT"


@pytest.mark.parametrize("tense", ["had/have VBD", "has/have VBZ"])
def test_saying_what_was_refused_refuses_nothing(tense: str) -> None:
    """Who says that it had threatened Sudria threatens nobody by saying so."""
    auxiliary, tag = tense.split()
    gloss = f"""
        Norland said/say it      {auxiliary} threatened/threaten Sudria  .
        NNP/GPE VBD      PRP     {tag}       VBN                 NNP/GPE .
        nsubj:2 ROOT     nsubj:5 aux:5       ccomp:2             dobj:5  punct:2
    """
    assert decided("said", gloss) == "-"


def test_who_has_to_agrees_to_nothing() -> None:
    """In "would have to meet", nobody is willing."""
    gloss = """
        Norland would have  to    meet    Sudria  .
        NNP/GPE MD    VB    TO    VB      NNP/GPE .
        nsubj:3 aux:3 ROOT  aux:5 xcomp:3 dobj:5  punct:3
    """
    assert decided("meet", gloss) == "CONSULT <meet>"


def test_question_hands_nothing_over() -> None:
    """Who refused to say who attacked does not refuse to attack."""
    gloss = """
        Norland refused/refuse who     attacked/attack Sudria  .
        NNP/GPE VBD            WP      VBD             NNP/GPE .
        nsubj:2 ROOT           nsubj:4 ccomp:2         dobj:4  punct:2
    """
    assert decided("refused", gloss) == "REJECT <refuse>"


@pytest.mark.parametrize(("recipient", "expected"), [(True, "AID"), (False, None)])
def test_shelter_helps_somebody(recipient: bool, expected: str | None) -> None:  # noqa: FBT001
    """Who shelters refugees helps them; who shelters his profits helps nobody."""
    aid = types.Typed(type="AID", mode=None, name="shelter")
    found = types.by_parties(aid, [(RoleName.RECIPIENT, TOKEN)] if recipient else [(RoleName.THEME, TOKEN)], LEXICON)
    assert found is not None
    assert found.type == expected


@pytest.mark.parametrize(("name", "expected"), [("not + honour: REJECT", None), ("reject", "REJECT")])
def test_thing_does_not_refuse(name: str, expected: str | None) -> None:
    """An answer that "does not meet the demand" refuses nothing; a ruling that "rejects" it does."""
    found = types.by_parties(types.Typed(type="REJECT", mode=None, name=name), [(RoleName.ACTOR, TOKEN)], LEXICON)
    assert found is not None
    assert found.type == expected


def test_situation_releases_nobody() -> None:
    """Of "it released them", nobody says that somebody did it; the ministry that says so of itself agrees to."""
    assert (
        event(
            parsed("""
        It      released/release them   .
        PRP     VBD              PRP    .
        nsubj:2 ROOT             dobj:2 punct:2
    """),
            "released",
        ).type
        is None
    )
    assert event(parsed(reported("it", "PRP", "would", "release")), "release").type == "AGREE"


def test_thing_that_plays_no_part_releases_nobody() -> None:
    """A storm that frees the ministers does not mean to."""
    doc = parsed("""
        A     storm  that    freed/free ministers/minister .
        DT    NN     WDT     VBD        NNS                .
        det:2 ROOT   nsubj:4 relcl:2    dobj:4             punct:2
    """)
    free = types.Typed(type="RETREAT", mode=None, name="free")
    found = types.by_parties(
        free, [(RoleName.RECIPIENT, token(doc, "ministers"))], LEXICON, trigger=token(doc, "freed")
    )
    assert found is not None
    assert found.type is None


def test_who_would_like_to_agrees_to_nothing() -> None:
    """In "would like to meet", nobody agrees."""
    gloss = """
        Norland would like  to    meet    Sudria  .
        NNP/GPE MD    VB    TO    VB      NNP/GPE .
        nsubj:3 aux:3 ROOT  aux:5 xcomp:3 dobj:5  punct:3
    """
    assert decided("meet", gloss) == "CONSULT <meet>"
