"""Whose act an infinitive, a participle or a gerund is."""

from __future__ import annotations

import pytest

from kg.extract.subjects import subjects
from kg.extract.syntax import antecedent, meant
from tests.extract.conftest import LEXICON, parsed, roles, token


def doers(gloss: str, verb: str) -> list[str]:
    """Who does what ``verb`` says, where the lexicon tells who can act."""
    doc = parsed(gloss)
    doc.user_data["parties"] = LEXICON.parties
    return [each.text for each in subjects(token(doc, verb))[0]]


APPOINTED = """
    The   minister appointed/appoint deputies/deputy to    vote    .
    DT    NN       VBD               NNS             TO    VB      .
    det:2 nsubj:3  ROOT              dobj:3          aux:6 xcomp:3 punct:3
"""


def test_who_is_named_acts() -> None:
    """Who is named for something does it, whether or not the ontology has a word for them."""
    assert doers(APPOINTED, "vote") == ["deputies"]


def test_who_is_promised_does_not_act() -> None:
    """Who promises somebody to go goes himself."""
    assert doers(APPOINTED.replace("appointed/appoint", "promised/promise   "), "vote") == ["minister"]


def test_who_is_used_does_not_act() -> None:
    """Who uses others to win wins."""
    assert doers(
        APPOINTED.replace("deputies/deputy", "police         ").replace("appointed/appoint", "used/use"), "vote"
    ) == ["minister"]


FOUNDED = """
    Norland created/create a     {}     to    study   the   strike .
    NNP/GPE VBD            DT    NN     TO    VB      DT    NN     .
    nsubj:2 ROOT           det:4 dobj:2 aux:6 advcl:2 det:8 dobj:6 punct:2
"""


@pytest.mark.parametrize(("founded", "expected"), [("commission", ["commission"]), ("fund", ["Norland"])])
def test_what_is_founded(founded: str, expected: list[str]) -> None:
    """A body does what it is founded for; a thing does not."""
    assert doers(FOUNDED.format(founded), "study") == expected


RUMOUR = """
    Norland calls/call  it      a     rumour planted/plant by      Sudria  to     hurt     trade   .
    NNP/GPE VBZ         PRP     DT    NN     VBN           IN      NNP/GPE TO     VB       NN      .
    nsubj:2 ROOT        nsubj:5 det:5 oprd:2 acl:5         agent:6 pobj:7  aux:10 advcl:2  dobj:10 punct:2
"""


def test_agent_before_an_infinitive() -> None:
    """An infinitive right behind the agent of a participle is the agent's."""
    assert doers(RUMOUR, "hurt") == ["Sudria"]


def test_no_agent_before_an_infinitive() -> None:
    """Without an agent it is the subject's."""
    assert doers(RUMOUR.replace("agent:6", "prep:6 ").replace(" by ", " in "), "hurt") == ["Norland"]


PASSED = """
    The   {}          was/be    {}   by      Norland to    cut     it     .
    DT    NN          VBD       VBN  IN      NNP/GPE TO    VB      PRP    .
    det:2 nsubjpass:4 auxpass:4 ROOT agent:4 pobj:5  aux:8 advcl:4 dobj:8 punct:4
"""


@pytest.mark.parametrize(
    ("thing", "verb", "expected"), [("law", "passed/pass", "Norland"), ("envoy", "sent/send", "envoy")]
)
def test_purpose_of_a_passive(thing: str, verb: str, expected: str) -> None:
    """What a passive is for its agent does; who is sent does it himself."""
    assert doers(PASSED.format(thing, verb), "cut") == [expected]


def test_purpose_of_a_passive_without_agent() -> None:
    """Nobody is said to do what a thing was made for."""
    gloss = """
        The   law         was/be    passed/pass to    cut     it     .
        DT    NN          VBD       VBN         TO    VB      PRP    .
        det:2 nsubjpass:4 auxpass:4 ROOT        aux:6 advcl:4 dobj:6 punct:4
    """
    assert doers(gloss, "cut") == []


def test_question_under_a_passive() -> None:
    """No decision does what it is about."""
    gloss = """
        No    decision    was/be    made/make about  whether to    leave   .
        DT    NN          VBD       VBN       IN     IN      TO    VB      .
        det:2 nsubjpass:4 auxpass:4 ROOT      prep:4 mark:8  aux:8 pcomp:5 punct:4
    """
    assert doers(gloss, "leave") == []


ADJECTIVE = """
    The   minister is/be   {}      to    beat    .
    DT    NN       VBZ     JJ      TO    VB      .
    det:2 nsubj:3  ROOT    acomp:3 aux:6 xcomp:4 punct:3
"""


def test_who_is_hard_to_beat() -> None:
    """Who is hard to beat beats nobody, and is whom one would beat."""
    assert doers(ADJECTIVE.format("hard"), "beat") == []
    assert roles(parsed(ADJECTIVE.format("hard")), "beat") == ["recipient: The minister"]


def test_who_is_eager_to_beat() -> None:
    """Who is eager to beat others does it."""
    assert doers(ADJECTIVE.format("eager"), "beat") == ["minister"]


FOR = """
    It      is/be  odd     {}     {}       to    refuse  .
    PRP     VBZ    JJ      IN     NNS      TO    VB      .
    nsubj:2 ROOT   acomp:2 prep:3 pobj:4   aux:7 advcl:2 punct:2
"""


def test_name_after_for() -> None:
    """Who stands between "for" and an infinitive does it, whatever the parse says."""
    assert doers(FOR.format("for", "ministers/minister"), "refuse") == ["ministers"]


def test_it_that_announces_an_infinitive() -> None:
    """After another preposition nobody is named, and "it" is nobody."""
    assert doers(FOR.format("in", "meetings"), "refuse") == []


NOUN = """
    The   minister {}     an    {}     to    pay   .
    DT    NN       VBD    DT    NN     TO    VB    .
    det:2 nsubj:3  ROOT   det:5 dobj:3 aux:7 acl:5 punct:3
"""


@pytest.mark.parametrize(
    ("verb", "noun", "expected"),
    [
        ("made/make", "effort", ["minister"]),
        ("mocked/mock", "effort", []),
        ("rejected/reject", "effort", []),
        ("rejected/reject", "request", ["minister"]),
        ("signed/sign", "agreement", ["minister"]),
        ("extracted/extract", "agreement", []),
    ],
)
def test_whose_effort(verb: str, noun: str, expected: list[str]) -> None:
    """Who makes an effort tries, and who rejects a request is asked; who mocks one, or extracts a promise, need not."""
    assert doers(NOUN.format(verb, noun), "pay") == expected


def test_right_that_is_given() -> None:
    """Who is given a right has it."""
    gloss = """
        Norland gave/give rebels/rebel the   right  to    vote  .
        NNP/GPE VBD       NNS          DT    NN     TO    VB    .
        nsubj:2 ROOT      dative:2     det:5 dobj:2 aux:7 acl:5 punct:2
    """
    assert doers(gloss, "vote") == ["rebels"]


LETTER = """
    They    {}        a     {}     to     the   envoy  {}     it     .
    PRP     VBD       DT    NN     IN     DT    NN     VBG    PRP    .
    nsubj:2 ROOT      det:4 dobj:2 prep:2 det:7 pobj:5 acl:7  dobj:8 punct:2
"""


@pytest.mark.parametrize(
    ("over", "thing", "verb", "expected"),
    [
        ("sent/send", "letter", "opposing/oppose", "They"),
        ("showed/show", "letter", "opposing/oppose", "letter"),
        ("sent/send", "car", "opposing/oppose", "envoy"),
        ("sent/send", "letter", "leaving/leave", "envoy"),
    ],
)
def test_letter_that_says_something(over: str, thing: str, verb: str, expected: str) -> None:
    """Who sends a letter opposes something, or the letter does, and its addressee leaves; a car opposes nothing."""
    assert doers(LETTER.format(over, thing, verb), verb.partition("/")[0]) == [expected]


BETWEEN = """
    She     is/be glad    that   Bell         won/win and  {}      .
    PRP     VBZ   JJ      IN     NNP/PERSON   VBD     CC   {}      .
    nsubj:2 ROOT  acomp:2 mark:6 nsubj:6      ccomp:3 cc:6 conj:6  punct:2
"""


def test_verb_of_another_tense() -> None:
    """A joined verb in the tense of one further up may share its subject, so that it gets none."""
    assert doers(BETWEEN.format("hopes/hope", "VBZ"), "hopes") == []
    assert doers(BETWEEN.format("left/leave", "VBD"), "left") == ["Bell"]


def test_absolute_participle() -> None:
    """Nobody in the sentence assumes what "assuming" says."""
    gloss = """
        Bell       won/win ,       {}      it     .
        NNP/PERSON VBD     ,       VBG     PRP    .
        nsubj:2    ROOT    punct:2 advcl:2 dobj:4 punct:2
    """
    assert doers(gloss.format("assuming/assume"), "assuming") == []
    assert doers(gloss.format("hiding/hide"), "hiding") == ["Bell"]


APART = """
    They    decided/decide she     votes/vote {}      to    avoid   it     .
    PRP     VBD            PRP     VBZ        {}      TO    VB      PRP    .
    nsubj:2 ROOT           nsubj:4 ccomp:2    {}      aux:7 advcl:4 dobj:7 punct:2
"""


def test_purpose_behind_a_comma() -> None:
    """Behind a comma, a purpose may be that of the clause or of the verb over it: nobody is named."""
    assert doers(APART.format(",", ",", "punct:4"), "avoid") == []
    assert doers(APART.format("again", "RB", "advmod:4"), "avoid") == ["she"]


TWO = """
    Men/man Norland {}      {}      paid/pay have    left/leave .
    NNS     NNP/GPE {}      {}      VBN      VBP     VBN        .
    nsubj:7 nsubj:7 {}      {}      advcl:7  aux:7   ROOT       punct:7
"""


def test_subject_of_a_clause_in_between() -> None:
    """Of two subjects, the nearer is that of a verb with a tense in between."""
    assert doers(TWO.format("has/have", "once", "VBZ", "RB", "aux:5", "advmod:5"), "left") == ["Men"]
    assert doers(TWO.format("once", "again", "RB", "RB", "advmod:5", "advmod:5"), "left") == ["Norland"]


PROPOSED = """
    Bell       {}   {}      raising/raise taxes/tax .
    NNP/PERSON VBD  {}      VBG           NNS       .
    nsubj:2    ROOT {}      {}            dobj:4    punct:2
"""


@pytest.mark.parametrize(("verb", "expected"), [("suggested/suggest", []), ("avoided/avoid", ["Bell"])])
def test_who_does_what_is_suggested(verb: str, expected: list[str]) -> None:
    """Who suggests doing something need not do it."""
    assert doers(PROPOSED.format(verb, "quietly", "RB", "advmod:2", "xcomp:2"), "raising") == expected


@pytest.mark.parametrize(("verb", "expected"), [("called/call", []), ("left/leave", ["Bell"])])
def test_who_does_what_is_called_for(verb: str, expected: list[str]) -> None:
    """Who calls for doing something need not do it."""
    assert doers(PROPOSED.format(verb, "for", "IN", "prep:2", "pcomp:3"), "raising") == expected


HANDED = """
    Norland {}   land   to     {}     to    build   .
    NNP/GPE VBD  NN     IN     NNS    TO    VB      .
    nsubj:2 ROOT dobj:2 prep:2 pobj:4 aux:7 advcl:2 punct:2
"""


@pytest.mark.parametrize(
    ("verb", "noun", "expected"),
    [
        ("gave/give", "rebels/rebel", []),
        ("gave/give", "trees/tree", ["Norland"]),
        ("moved/move", "rebels/rebel", ["Norland"]),
    ],
)
def test_purpose_of_what_is_handed_over(verb: str, noun: str, expected: list[str]) -> None:
    """What is given to somebody to build on may be built on by either."""
    assert doers(HANDED.format(verb, noun), "build") == expected


RELIED = """
    Bell       {}   on     {}     to    explain it     .
    NNP/PERSON VBD  IN     NNS    TO    VB      PRP    .
    nsubj:2    ROOT prep:2 pobj:3 aux:6 advcl:2 dobj:6 punct:2
"""


@pytest.mark.parametrize(
    ("verb", "noun", "expected"),
    [
        ("relied/rely", "envoys/envoy", ["envoys"]),
        ("relied/rely", "papers/paper", ["Bell"]),
        ("spied/spy", "envoys/envoy", ["Bell"]),
    ],
)
def test_who_is_relied_on(verb: str, noun: str, expected: list[str]) -> None:
    """Somebody who is relied on does it; a thing does not."""
    assert doers(RELIED.format(verb, noun), "explain") == expected


UNDER_THING = """
    Bell       trusted/trust {}      that    showed/show losses/loss and  {}     him    .
    NNP/PERSON VBD           NNS     WDT     VBD         NNS         CC   VBD    PRP    .
    nsubj:2    ROOT          dobj:2  nsubj:5 relcl:3     dobj:5      cc:5 conj:5 dobj:8 punct:2
"""


@pytest.mark.parametrize(("noun", "expected"), [("papers/paper", []), ("envoys/envoy", ["envoys"])])
def test_joined_to_a_clause_about_a_thing(noun: str, expected: list[str]) -> None:
    """A verb joined to a clause about a thing, under one about somebody in the same tense, may be of either."""
    assert doers(UNDER_THING.format(noun, "followed/follow"), "followed") == expected


ORDERED = """
    They    left/leave {}      do    n't   shoot   .
    PRP     {}         {}      VBP   RB    VB      .
    nsubj:2 ROOT       {}      aux:6 neg:6 {}      punct:2
"""


def test_order_behind_a_clause() -> None:
    """An order that is joined to a past form shares no subject with it: "chanting, don't shoot"."""
    assert doers(ORDERED.format(",", "VBD", ",", "punct:2", "conj:2"), "shoot") == []
    assert doers(ORDERED.format("and", "VBP", "CC", "cc:2", "conj:2"), "shoot") == ["They"]


def test_order_behind_a_colon() -> None:
    """Behind a colon, a bare verb is an order."""
    assert doers(ORDERED.format(":", "VBD", ":", "punct:2", "advcl:2"), "shoot") == []


REMARKS = """
    Bell       made/make {}     on     closing/close banks/bank .
    NNP/PERSON VBD       NNS    IN     VBG           NNS        .
    nsubj:2    ROOT      dobj:2 prep:3 pcomp:4       dobj:5     punct:2
"""


def test_who_does_what_remarks_are_on() -> None:
    """Who remarks on something need not do it."""
    assert doers(REMARKS.format("remarks/remark"), "closing") == []
    assert doers(REMARKS.format("plans/plan").replace(" on ", " of "), "closing") == ["Bell"]


@pytest.mark.parametrize(("verb", "tag", "expected"), [("makes/make", "VBZ", []), ("make", "VBP", ["hosts"])])
def test_shared_subject_agrees(verb: str, tag: str, expected: list[str]) -> None:
    """A verb shares no subject of another number: "the hosts would sign up and says"."""
    gloss = """
        Hosts/host would  leave  ,       they    say   ,       and  {}     noise  .
        NNS        MD     VB     ,       PRP     VBP   ,       CC   {}     NN     .
        nsubj:3    aux:3  ROOT   punct:3 nsubj:6 dep:3 punct:3 cc:3 conj:3 dobj:9 punct:3
    """
    assert doers(gloss.format(verb, tag), verb.partition("/")[0]) == [each.capitalize() for each in expected]


def test_years_to_come() -> None:
    """Nobody comes in "for years to come"."""
    gloss = """
        We      work   for    {}     to    come    .
        PRP     VBP    IN     {}     TO    VB      .
        nsubj:2 ROOT   prep:2 pobj:3 aux:6 advcl:2 punct:2
    """
    assert doers(gloss.format("years/year", "NNS/DATE"), "come") == []
    assert doers(gloss.format("peace", "NN"), "come") == ["We"]


FINED = """
    The   bank      {}        fined/fine {}      for    lying/lie .
    DT    NN        VBD       VBN        NN      IN     VBG       .
    det:2 {}        auxpass:4 ROOT       dobj:4  prep:4 pcomp:6   punct:4
"""


def test_who_is_fined_for_something() -> None:
    """Whoever is fined a sum for something has done it, and not the sum."""
    assert doers(FINED.format("was/be", "millions", "nsubjpass:4"), "lying") == ["bank"]


WHEN_IT_COMES = """
    Banks/bank fail/fail when     {}      comes/come to     helping/help Norland .
    NNS        VBP       WRB      PRP     VBZ        IN     VBG          NNP/GPE .
    nsubj:2    ROOT      advmod:5 nsubj:5 advcl:2    prep:5 pcomp:6      dobj:7  punct:2
"""


@pytest.mark.parametrize(("subject", "expected"), [("it", []), ("she", ["she"])])
def test_when_it_comes_to_something(subject: str, expected: list[str]) -> None:
    """What comes to doing something is nobody; who comes to it is."""
    assert doers(WHEN_IT_COMES.format(subject), "helping") == expected


AIM = """
    Bell       named/name her    aim    {} {} the   war    {}
    NNP/PERSON VBD        PRP$   NN     :  {} DT    NN     {}
    nsubj:2    ROOT       poss:4 dobj:2 punct:2 advcl:2 det:8 dobj:6 {}
"""


@pytest.mark.parametrize(
    ("dash", "verb", "last", "expected"),
    [
        ("-", "ending/end VBG", ". . punct:2", []),
        (",", "ending/end VBG", ". . punct:2", ["Bell"]),
        ("-", "ending/end VBG", "– : punct:2", ["Bell"]),
        ("-", "citing/cite VBG", ". . punct:2", ["Bell"]),
    ],
)
def test_participle_behind_a_dash(dash: str, verb: str, last: str, expected: list[str]) -> None:
    """Behind the only dash a participle may explain any noun; between two, and of words, it is the subject's."""
    (word, tag), (end, mark, relation) = verb.split(), last.split()
    doc = parsed(AIM.format(dash, word, end, tag, mark, relation))
    assert [each.text for each in subjects(token(doc, word.split("/")[0]))[0]] == expected


THAN = """
    We      stay/stay in     what   he      {}      than   leave  .
    PRP     VBP       IN     WP     PRP     {}      IN     VB     .
    nsubj:2 ROOT      prep:2 dobj:6 nsubj:6 pcomp:3 mark:8 advcl:6 punct:2
"""


def test_verb_that_is_compared() -> None:
    """A bare verb behind "than" is not done by the subject of a verb with a tense right above."""
    assert doers(THAN.format("built/build", "VBD"), "leave") == []


CHIEF = """
    Plans/plan ,       {}      among  them   moving/move south    ,       failed/fail .
    NNS        ,       NN      IN     PRP    VBG         RB       ,       VBD         .
    nsubj:9    punct:1 nsubj:6 prep:3 pobj:4 acl:1       advmod:6 punct:1 ROOT        punct:9
"""


@pytest.mark.parametrize(("first", "expected"), [("chief", []), ("somebody", ["somebody"])])
def test_chief_among_them(first: str, expected: list[str]) -> None:
    """What is "chief among them" is nobody who does what the participle says."""
    assert doers(CHIEF.format(first), "moving") == expected


TRIAL = """
    The   {}      for    a     man    who     shot/shoot us      ,       killing/kill two    ,       opens/open .
    DT    NN      IN     DT    NN     WP      VBD        PRP     ,       VBG          CD     ,       VBZ        .
    det:2 nsubj:13 prep:2 det:5 pobj:3 nsubj:7 relcl:5   dobj:7  punct:2 acl:2        dobj:10 punct:2 ROOT      punct:13
"""


@pytest.mark.parametrize(("noun", "expected"), [("trial", []), ("minister", ["minister"])])
def test_what_came_of_it_far_from_a_thing(noun: str, expected: list[str]) -> None:
    """Behind words and a comma, a thing does nothing that comes of a deed; a person may."""
    doc = parsed(TRIAL.format(noun))
    doc.user_data |= {"parties": LEXICON.parties, "resulting": frozenset({"kill"})}
    assert [each.text for each in subjects(token(doc, "killing"))[0]] == expected


ROLE = """
    {}    role   defending/defend us     ended/end .
    {}    NN     VBG              PRP    VBD       .
    {}    nsubj:5 acl:2           dobj:3 ROOT      punct:5
"""


@pytest.mark.parametrize(
    ("first", "tag", "relation", "expected"), [("Her", "PRP$", "poss:2", ["Her"]), ("The", "DT", "det:2", ["role"])]
)
def test_role_of_somebody(first: str, tag: str, relation: str, expected: list[str]) -> None:
    """What somebody's role is, he does."""
    assert doers(ROLE.format(first, tag, relation), "defending") == expected


WAY = """
    Bell    has/have a     way    of     {}     {}     us     .
    NNP     VBZ      DT    NN     IN     VBG    IN     PRP    .
    nsubj:2 ROOT     det:4 dobj:2 prep:4 pobj:5 prep:6 pobj:7 punct:2
"""


@pytest.mark.parametrize(("preposition", "expected"), [("to", ["Bell"]), ("from", [])])
def test_gerund_taken_for_a_noun(preposition: str, expected: list[str]) -> None:
    """Who has a way of speaking to others speaks, where the parse has a noun; "questioning from others" is one."""
    assert doers(WAY.format("speaking/speak", preposition), "speaking") == expected


BEGAN = """
    It      began/begin when     {}         left/leave {}      {}      and  grew/grow .
    PRP     VBD         WRB      NNP/PERSON VBD        {}      {}      CC   VBD       .
    nsubj:2 ROOT        advmod:5 nsubj:5    advcl:2    {}      {}      cc:5 conj:5    punct:2
"""


@pytest.mark.parametrize(("mark", "expected"), [((",", ",", "punct:5"), []), (("again", "RB", "advmod:5"), ["Bell"])])
def test_series_behind_a_clause(mark: tuple[str, str, str], expected: list[str]) -> None:
    """Behind a comma a past form may go on with the clause or with the verb over it, and nothing tells which."""
    word, tag, relation = mark
    doc = parsed(BEGAN.format("Bell", "home", word, "RB", tag, "advmod:5", relation))
    assert [each.text for each in subjects(token(doc, "grew"))[0]] == expected


WHICH = """
    He      died/die of     {}     ,       which   {}      us     .
    PRP     VBD      IN     NN     ,       WDT     VBD     PRP    .
    nsubj:2 ROOT     prep:2 pobj:3 punct:4 nsubj:7 relcl:4 dobj:7 punct:2
"""


@pytest.mark.parametrize(
    ("noun", "verb", "expected"),
    [
        ("cancer", "weakened/weaken", ["cancer"]),
        ("cancer", "proved/prove", ["which"]),
        ("boy", "weakened/weaken", ["which"]),
    ],
)
def test_which_of_all_that_was_said(noun: str, verb: str, expected: list[str]) -> None:
    """What proves something is all that was said; "which" is no boy."""
    assert doers(WHICH.format(noun, verb), verb.partition("/")[0]) == expected


ONES = """
    Banks   are/be {}     the   ones   trying/try to    pay     .
    NNS     VBP    RB     DT    NNS    VBG        TO    VB      .
    nsubj:2 ROOT   {}     det:5 attr:2 acl:5      aux:8 xcomp:6 punct:2
"""


@pytest.mark.parametrize(("word", "label", "expected"), [("now", "advmod:2", "Banks"), ("not", "neg:2", "ones")])
def test_ones_who_do_it(word: str, label: str, expected: str) -> None:
    """Who are the ones trying to pay try it themselves; of those who are not nothing is told."""
    assert doers(ONES.format(word, label), "pay") == [expected]


DASHED = """
    Bell       cited/cite debts/debt in     banks/bank -       further   cutting/cut growth/growth .
    NNP/PERSON VBD        NNS        IN     NNS        :       RB        VBG         NN            .
    nsubj:2    ROOT       dobj:2     prep:3 pobj:4     punct:8 advmod:8  advcl:2     dobj:8        punct:2
"""


def test_participle_that_the_parse_gives_its_dash() -> None:
    """A dash that the parse has within the clause parts it from the subject all the same."""
    assert doers(DASHED, "cutting") == []


def test_gerund_under_what_there_is() -> None:
    """Who differ over whether there is a chance of winning need not win."""
    gloss = """
        They    differ over   whether there  is/be   a     chance of     winning/win it      .
        PRP     VBP    IN     IN      EX     VBZ     DT    NN     IN     VBG         PRP     .
        nsubj:2 ROOT   prep:2 mark:6  expl:6 pcomp:3 det:8 attr:6 prep:8 pcomp:9     dobj:10 punct:2
    """
    doc = parsed(gloss)
    assert subjects(token(doc, "winning"))[0] == []


def test_what_a_sentence_says_that_it_is() -> None:
    """What they saw is what the sentence says that it is."""
    gloss = """
        What   they    saw/see is/be two      ships/ship .
        WP     PRP     VBD     VBZ   CD       NNS        .
        dobj:3 nsubj:3 csubj:4 ROOT  nummod:6 attr:4     punct:4
    """
    assert meant(token(parsed(gloss), "What")).text == "ships"


def test_whatever_stands_for_no_noun_before() -> None:
    """A man who believes whatever she says is nothing that she says."""
    gloss = """
        He      is/be a     man    who     believes/believe whatever she     says/say .
        PRP     VBZ   DT    NN     WP      VBZ              WDT      PRP     VBZ      .
        nsubj:2 ROOT  det:4 attr:2 nsubj:6 relcl:4          dobj:9   nsubj:9 ccomp:6  punct:2
    """
    assert antecedent(token(parsed(gloss), "whatever")) is None


def test_order_that_opens_a_quotation() -> None:
    """What somebody says to others to do he does not do himself."""
    gloss = """
        Bell       says/say ,       ‘       go      home     .
        NNP/PERSON VBZ      ,       ``      VB      RB       .
        nsubj:2    ROOT     punct:2 punct:5 ccomp:2 advmod:5 punct:2
    """
    assert subjects(token(parsed(gloss), "go"))[0] == []


OUTCOME = """
    Bell       shut/shut the   mine   ,       {}      {}      must  go      .
    NNP/PERSON VBD       DT    NN     ,       VBG     {}      MD    VB      .
    nsubj:2    ROOT      det:4 dobj:2 punct:2 advcl:2 nsubj:9 aux:9 ccomp:6 punct:2
"""


def test_participle_of_all_that_was_said() -> None:
    """What it means that somebody shut a mine he does not mean himself; what he says he does."""
    assert doers(OUTCOME.format("meaning/mean", "Cole", "NNP/PERSON"), "meaning") == []
    assert doers(OUTCOME.format("saying/say", "Cole", "NNP/PERSON"), "saying") == ["Bell"]


def test_gerund_behind_what_is_used() -> None:
    """Who uses profits from selling coal sells it."""
    gloss = """
        Bell       used/use profits/profit from   selling/sell coal   .
        NNP/PERSON VBD      NNS            IN     VBG          NN     .
        nsubj:2    ROOT     dobj:2         prep:2 pcomp:4      dobj:5 punct:2
    """
    assert doers(gloss, "selling") == ["Bell"]


@pytest.mark.parametrize(
    ("verb", "aux", "expected"), [("spoke/speak", "", []), ("was/be", "", ["Bell"]), ("spoke/speak", "is", ["Bell"])]
)
def test_participle_joined_to_another_form(verb: str, aux: str, expected: list[str]) -> None:
    """Who "spoke of taxes and building roads" builds none; who is building them does."""
    gloss = """
        Bell       {}   of     taxes/tax and  {} building/build roads/road .
        NNP/PERSON VBD  IN     NNS       CC   {} VBG            NNS        .
        nsubj:2    ROOT prep:2 pobj:3    cc:2 {} conj:2         dobj:{}    punct:2
    """
    filled = gloss.format(verb, aux, "VBZ" if aux else "", "aux:7" if aux else "", 7 if aux else 6)
    assert doers(filled, "building") == expected


@pytest.mark.parametrize(("thing", "expected"), [("Bell NNP/PERSON", ["Bell"]), ("wheat NN", ["pact"])])
def test_who_is_bound_to_something(thing: str, expected: list[str]) -> None:
    """Whom a pact commits to lending lends."""
    gloss = """
        The   pact    commits/commit {}     to     lending/lend .
        DT    NN      VBZ            {}     IN     VBG          .
        det:2 nsubj:3 ROOT           dobj:3 prep:3 pcomp:5      punct:3
    """
    assert doers(gloss.format(*thing.split()), "lending") == expected


@pytest.mark.parametrize("thing", ["roads/road", "Bell"])
def test_what_is_a_condition(thing: str) -> None:
    """No road grows that is a condition for growing."""
    gloss = """
        {}      are/be the   condition for    growing/grow .
        {}      VBP    DT    NN        IN     VBG          .
        nsubj:2 ROOT   det:4 attr:2    prep:4 pcomp:5      punct:2
    """
    expected = ["Bell"] if thing == "Bell" else []
    assert doers(gloss.format(thing, "NNP/PERSON" if thing == "Bell" else "NNS"), "growing") == expected


def test_what_is_used_for_something() -> None:
    """No coal makes the steel that it is used for making."""
    gloss = """
        Coal        is/be     used/use for    making/make steel  .
        NN          VBZ       VBN      IN     VBG         NN     .
        nsubjpass:3 auxpass:3 ROOT     prep:3 pcomp:4     dobj:5 punct:3
    """
    assert doers(gloss, "making") == []


def test_what_a_plan_consists_in() -> None:
    """No plan closes the mine whose closing it includes."""
    gloss = """
        Plans/plan include/include closing/close the   mine   .
        NNS        VBP             VBG           DT    NN     .
        nsubj:2    ROOT            xcomp:2       det:5 dobj:3 punct:2
    """
    assert doers(gloss, "closing") == []


def test_who_spends_a_debate_talking() -> None:
    """Who spends a debate talking talks."""
    gloss = """
        Bell       spent/spend the   debate talking/talk .
        NNP/PERSON VBD         DT    NN     VBG          .
        nsubj:2    ROOT        det:4 dobj:2 acl:4        punct:2
    """
    assert doers(gloss, "talking") == ["Bell"]
