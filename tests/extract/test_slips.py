"""What the tokeniser and the parser take apart or misplace, and what is read in spite of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract import extraction
from kg.extract.misread import is_misread
from kg.extract.repairs import repair
from kg.extract.triggers import triggers
from kg.model import Document
from tests.extract.conftest import parse, parsed, read_as, roles, token, words_of_the_package

if TYPE_CHECKING:
    from kg.extract.tree import Doc
    from kg.model import Extraction


def mended(gloss: str) -> Doc:
    """A parse after the repairs."""
    doc = parsed(gloss)
    repair(doc, words_of_the_package())
    return doc


def place(doc: Doc, word: str) -> tuple[str, str]:
    """The relation of a word and the word it hangs on."""
    return token(doc, word).dep_, token(doc, word).head.text


def read(gloss: str) -> Extraction:
    """All that is read from a sentence."""
    text, parses = parse(gloss)
    return extraction(parses, Document(name="x", text=text), words_of_the_package())


def parts(gloss: str, word: str) -> list[str]:
    """The roles of the event at a word: "actor: Bell"."""
    found = read(gloss)
    text = found.document.text
    here = next(each for each in found.events if each.span.of(text) == word)
    return [f"{role.name.value}: {role.words.of(text)}" for role in here.roles]


# ------------------------------------------------------------------------------------------------ pieces

AMOUNT = """
    Norland pledged/pledge $      {}     m          to     Sudria  .
    NNP/GPE VBD            $      CD     NN         IN     NNP/GPE .
    nsubj:2 ROOT           nmod:4 dobj:2 npadvmod:4 prep:2 pobj:6  punct:2
"""


def test_amount_with_its_scale() -> None:
    """A number and the letter of its scale right behind it are one amount."""
    assert parts(AMOUNT.format("2~"), "pledged") == ["actor: Norland", "amount: $2m", "recipient: Sudria"]


def test_letter_that_is_no_scale() -> None:
    """A letter that stands apart is no scale of the number before."""
    assert place(mended(AMOUNT.format("2")), "m") == ("npadvmod", "2")


PREFIXED = """
    Norland attacked/attack Bell       and  his    {}     -~     founders/founder .
    NNP/GPE VBD             NNP/PERSON CC   PRP$   NNS    NNS    NNS              .
    nsubj:2 ROOT            dobj:2     cc:3 poss:6 conj:3 conj:3 conj:3           punct:2
"""


@pytest.mark.parametrize(("word", "expected"), [("co~", ("conj", "Bell")), ("rebels~", ("conj", "Bell"))])
def test_noun_behind_a_prefix(word: str, expected: tuple[str, str]) -> None:
    """The noun behind a prefix and a hyphen stands where the parse has the prefix; another noun stays."""
    doc = mended(PREFIXED.format(word))
    assert place(doc, "founders") == expected
    assert place(doc, "his")[1] == ("founders" if word == "co~" else "rebels")


def test_noun_under_a_hyphen() -> None:
    """So too where the parse hangs the noun on the hyphen."""
    doc = mended("""
        The   co~       -~        founder of     Norhelp left/leave .
        DT    NN        NN        NN      IN     NNP/ORG VBD        .
        det:2 nsubj:7   nsubj:7   appos:3 prep:4 pobj:5  ROOT       punct:7
    """)
    assert place(doc, "founder") == ("nsubj", "left")
    assert roles(doc, "left") == ["actor: The co-founder"]


def test_adjective_behind_a_prefix() -> None:
    """A prefix stands in the phrase of its adjective."""
    gloss = """
        Bell       sold/sell pre~   -~     Norse  coins/coin .
        NNP/PERSON VBD       JJ     JJ     JJ     NNS        .
        nsubj:2    ROOT      dobj:2 amod:6 amod:6 dobj:2     punct:2
    """
    assert place(mended(gloss), "pre") == ("amod", "coins")


# ------------------------------------------------------------------------------------------------ complements

CALLED = """
    The   minister {}  the   threat regrettable .
    DT    NN       VBD DT    NN     JJ          .
    det:2 nsubj:3  ROOT det:5 dobj:3 oprd:3     punct:3
"""


@pytest.mark.parametrize(("verb", "several"), [("called/call", 3), ("hit/hit", 2)])
def test_what_a_thing_is_called(verb: str, several: int) -> None:
    """The adjective that somebody gives a thing for its name is part of what is said; that of another verb is none."""
    assert len(parts(CALLED.format(verb), verb.partition("/")[0])) == several


FARCE = """
    Bell       called/call the   pact   and  the   vote   {}     {}     farce   .
    NNP/PERSON VBD         DT    NN     CC   DT    NN     {}     {}     NN      .
    nsubj:2    ROOT        det:4 dobj:2 cc:4 det:7 conj:4 {}     {}     appos:7 punct:2
"""


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (("quite", "a", "RB", "DT", "advmod:10", "det:10"), ("appos", "vote")),
        (("now", "a", "RB", "DT", "advmod:2", "det:10"), ("oprd", "called")),
        ((",", "a", ",", "DT", "punct:7", "det:10"), ("appos", "vote")),
    ],
)
def test_complement_behind_several_objects(between: tuple[str, ...], expected: tuple[str, str]) -> None:
    """What stands with "a" right behind the last of the things is what they are called; behind a comma it explains."""
    assert place(mended(FARCE.format(*between)), "farce") == expected


TOLD = """
    Bell       {}    a     {}     that   the   bank    failed/fail .
    NNP/PERSON VBD   DT    NN     IN     DT    NN      VBD         .
    nsubj:2    ROOT  det:4 dobj:2 mark:8 det:7 nsubj:8 ccomp:2     punct:2
"""


@pytest.mark.parametrize(
    ("verb", "noun", "role"),
    [("told/tell", "meeting", "recipient"), ("told/tell", "lie", "theme"), ("showed/show", "meeting", "theme")],
)
def test_who_is_told(verb: str, noun: str, role: str) -> None:
    """A meeting that is told something receives it; who tells a lie, or shows a meeting, addresses nobody."""
    assert f"{role}: a {noun}" in parts(TOLD.format(verb, noun), verb.partition("/")[0])


def test_neither_of_two() -> None:
    """The words of what is said keep the "neither" that denies it."""
    gloss = """
        Bell       said/say neither   Sudria  nor  Estia   paid/pay .
        NNP/PERSON VBD      CC        NNP/GPE CC   NNP/GPE VBD      .
        nsubj:2    ROOT     preconj:4 nsubj:7 cc:4 conj:4  ccomp:2  punct:2
    """
    assert parts(gloss, "said") == ["actor: Bell", "theme: neither Sudria nor Estia paid"]


# ------------------------------------------------------------------------------------------------ clauses

CALL = """
    She     sounded/sound a     {}     for    Norland to    vote    .
    PRP     VBD           DT    NN     IN     NNP/GPE TO    VB      .
    nsubj:2 ROOT          det:4 dobj:2 mark:8 nsubj:8 aux:8 advcl:2 punct:2
"""


@pytest.mark.parametrize(("noun", "expected"), [("call", ("acl", "call")), ("horn", ("advcl", "sounded"))])
def test_call_for_somebody_to_act(noun: str, expected: tuple[str, str]) -> None:
    """The infinitive with "for" behind a noun of asking is what is asked for; behind another it is a purpose."""
    assert place(mended(CALL.format(noun)), "vote") == expected


CONTACT = """
    A     bill    Bell       had/have tried/try to    pass    {}      has/have failed/fail .
    DT    NN      NNP/PERSON VBD      VBN       TO    VB      {}      VBZ      VBN         .
    det:2 nsubj:5 nsubj:5    aux:5    ROOT      aux:7 xcomp:5 {}      aux:10   conj:5      punct:5
"""


@pytest.mark.parametrize(
    ("between", "subject"), [(("twice", "RB", "advmod:7"), "failed"), (("and", "CC", "cc:5"), "tried")]
)
def test_subject_of_the_main_verb(between: tuple[str, str, str], subject: str) -> None:
    """The first of two nouns before "tried … failed" is what failed, unless "and" joins the verbs."""
    assert place(mended(CONTACT.format(*between)), "bill") == ("nsubj", subject)


BLOCKED = """
    The   bill    failed/fail {}      blocked/block {}      Norland .
    DT    NN      VBD         {}      VBN           IN      NNP/GPE .
    det:2 nsubj:3 ROOT        {}      conj:3        {}      pobj:6  punct:3
"""


@pytest.mark.parametrize(
    ("link", "word", "expected"),
    [
        ((",", ",", "punct:3"), ("by", "agent:5"), "advcl"),
        ((",", ",", "punct:3"), ("in", "prep:5 "), "conj"),
        (("and", "CC", "cc:3"), ("by", "agent:5"), "conj"),
    ],
)
def test_participle_that_says_by_whom(link: tuple[str, str, str], word: tuple[str, str], expected: str) -> None:
    """A participle with "by" behind a comma says who brought it about; joined by "and" it is one more verb."""
    gloss = BLOCKED.format(link[0], word[0], link[1], link[2], word[1])
    assert place(mended(gloss), "blocked") == (expected, "failed")


ADDED = """
    Bell       {}    the   bank    lied/lie ,       and  the   rebels/rebel {}      the    town    .
    NNP/PERSON {}    DT    NN      VBD      ,       CC   DT    NNS          {}      DT     NN      .
    nsubj:2    ROOT  det:4 nsubj:5 ccomp:2  punct:5 cc:5 det:9 nsubj:10     conj:5  det:12 dobj:10 punct:2
"""


@pytest.mark.parametrize(
    ("say", "hold", "expected"),
    [
        (("said/say", "VBD"), ("hold", "VBP"), "said"),
        (("said/say", "VBD"), ("held/hold", "VBD"), "lied"),
        (("says/say", "VBZ"), ("hold", "VBP"), "lied"),
        (("proved/prove", "VBD"), ("hold", "VBP"), "lied"),
    ],
)
def test_what_the_writer_adds(say: tuple[str, str], hold: tuple[str, str], expected: str) -> None:
    """A clause in the present behind what was said in the past is the writer's; one in the past was said too."""
    doc = mended(ADDED.format(say[0], hold[0], say[1], hold[1]))
    assert place(doc, hold[0].partition("/")[0]) == ("conj", expected)


UNLIKE = """
    It          {}    have  been/be   taken/take from   men/man who      lied/lie and  gamed/game it      .
    PRP         {}    VB    VBN       VBN        IN     NNS     WP       VBD      CC   VBD        PRP     .
    nsubjpass:5 aux:5 aux:5 auxpass:5 ROOT       prep:5 pobj:6  nsubj:9  relcl:7  cc:9 conj:5     dobj:11 punct:5
"""


@pytest.mark.parametrize(("modal", "expected"), [(("may", "MD"), "lied"), (("to", "TO"), "taken")])
def test_past_beside_a_modal_passive(modal: tuple[str, str], expected: str) -> None:
    """A past form with an object cannot share "may have been": it is joined to the past form before it."""
    assert place(mended(UNLIKE.format(*modal)), "gamed") == ("conj", expected)


SAYS = """
    They    attacked/attack a     {}     sent/send by      {}      ,       which    says/say Sudria   paid/pay .
    PRP     VBD             DT    NN     VBN       IN      {}      ,       WDT      VBZ      NNP/GPE  VBD      .
    nsubj:2 ROOT            det:4 dobj:2 acl:4     agent:5 pobj:6  punct:4 nsubj:10 relcl:4  nsubj:12 ccomp:10 punct:2
"""


@pytest.mark.parametrize(
    ("noun", "giver", "expected"),
    [
        ("bill", ("Norland", "NNP/GPE"), "Norland"),
        ("minister", ("Norland", "NNP/GPE"), "minister"),
        ("bill", ("post", "NN"), "bill"),
    ],
)
def test_clause_that_says_something(noun: str, giver: tuple[str, str], expected: str) -> None:
    """A clause that says something is of the party right before it, where its noun is none."""
    assert place(mended(SAYS.format(noun, *giver)), "says") == ("relcl", expected)


SEEN = """
    Bell       {}    the   minister {}      attacking/attack it     .
    NNP/PERSON VBD   DT    NN       {}      VBG              PRP    .
    nsubj:2    ROOT  det:4 dobj:2   {}      advcl:2          dobj:6 punct:2
"""


@pytest.mark.parametrize(
    ("verb", "between", "doer"),
    [
        ("recalled/recall", ("now", "RB", "advmod:6"), "the minister"),
        ("recalled/recall", (",", ",", "punct:2"), "Bell"),
        ("criticised/criticise", ("now", "RB", "advmod:6"), "Bell"),
    ],
)
def test_who_is_seen_doing_it(verb: str, between: tuple[str, str, str], doer: str) -> None:
    """Who is seen or recalled doing something does it; behind a comma, or another verb, its subject does."""
    assert f"actor: {doer}" in parts(SEEN.format(verb, *between), "attacking")


TAGGED = """
    {}       Bridges/bridge fell/fall ,       Norland said/say ,       {}      ten    .
    {}       NNS            VBD       ,       NNP/GPE VBD      ,       VBG     CD     .
    {}       nsubj:3        ccomp:6   punct:6 nsubj:6 ROOT     punct:6 advcl:6 dobj:8 punct:6
"""


@pytest.mark.parametrize(("verb", "doers"), [("killing/kill", 0), ("citing/cite", 1)])
def test_participle_behind_who_says_it(verb: str, doers: int) -> None:
    """Behind "X said", a participle may tell what came of it; one of speech is of who says it."""
    found = parts(TAGGED.format("Old", verb, "JJ", "amod:2"), verb.partition("/")[0])
    assert len([each for each in found if each.startswith("actor")]) == doers


def test_gerund_under_what_is_learned() -> None:
    """Who learns something from doing it does it, and not what is learned."""
    gloss = """
        What   Bell       learned/learn from   attacking/attack Sudria  is/be clear   .
        WP     NNP/PERSON VBD           IN     VBG              NNP/GPE VBZ   JJ      .
        dobj:3 nsubj:3    csubj:7       prep:3 pcomp:4          dobj:5  ROOT  acomp:7 punct:7
    """
    assert "actor: Bell" in parts(gloss, "attacking")


PARTED = """
    They    know    it     {}      they    have  seen/see {}    film   .
    PRP     VBP     PRP    :       PRP     VBP   VBN      DT    NN     .
    nsubj:2 ccomp:7 dobj:2 punct:7 nsubj:7 aux:7 ROOT     det:9 dobj:7 punct:7
"""


def test_sentence_before_a_dash() -> None:
    """A sentence that a dash parts from a verb with an object is not what that verb is about."""
    assert parts(PARTED.format("—", "the"), "seen") == ["actor: they", "theme: the film"]


# ------------------------------------------------------------------------------------------------ factuality

BETTER = """
    Bell       {}     better   {}     .
    NNP/PERSON {}     RBR      {}     .
    nsubj:4    {}     advmod:4 ROOT   punct:4
"""


@pytest.mark.parametrize(
    ("helped", "verb", "expected"),
    [
        (("had/have", "VBD", "aux:4"), ("leave", "VB"), "requested unknown future"),
        (("now", "RB", "advmod:4"), ("left/leave", "VBD"), "certain"),
        (("could", "MD", "aux:4"), ("leave", "VB"), "possible"),
    ],
)
def test_had_better(helped: tuple[str, str, str], verb: tuple[str, str], expected: str) -> None:
    """What somebody had better do is asked of him; what he does better, or could do better, is not."""
    gloss = BETTER.format(helped[0], verb[0], helped[1], verb[1], helped[2])
    assert read_as(parsed(gloss), verb[0].partition("/")[0]) == expected


WONT = """
    Bell       would {}       attack it     .
    NNP/PERSON MD    RB       VB     PRP    .
    nsubj:4    aux:4 advmod:4 ROOT   dobj:4 punct:4
"""


@pytest.mark.parametrize(("adverb", "expected"), [("constantly", "certain"), ("gladly", "probable future")])
def test_habit_of_the_past(adverb: str, expected: str) -> None:
    """What somebody would constantly do he did; what he would gladly do he may."""
    assert read_as(parsed(WONT.format(adverb)), "attack") == expected


CHOSEN = """
    Bell       {}     {}     to    vote    .
    NNP/PERSON {}     {}     TO    VB      .
    {}         {}     ROOT   aux:5 xcomp:3 punct:3
"""


@pytest.mark.parametrize(
    ("helped", "verb", "subject", "expected"),
    [
        (("now", "RB", "advmod:3"), ("chose/choose", "VBD"), "nsubj:3", "certain"),
        (("may", "MD", "aux:3"), ("choose", "VB"), "nsubj:3", "possible"),
        (("was/be", "VBD", "auxpass:3"), ("chosen/choose", "VBN"), "nsubjpass:3", "promised probable future"),
    ],
)
def test_choice(helped: tuple[str, str, str], verb: tuple[str, str], subject: str, expected: str) -> None:
    """Who chose to do it did it; who may choose to may; who was chosen to is to do it."""
    gloss = CHOSEN.format(helped[0], verb[0], helped[1], verb[1], subject, helped[2])
    assert read_as(parsed(gloss), "vote") == expected


ASKED = """
    I       am/be {}      {}      where    is/be   it      ?
    PRP     VBP   VBG     {}      WRB      VBZ     PRP     .
    nsubj:3 aux:3 ROOT    {}      advmod:6 ccomp:3 nsubj:6 punct:3
"""


@pytest.mark.parametrize(
    ("between", "expected"), [((",", ",", "punct:3"), "certain"), (("now", "RB", "advmod:3"), "unknown")]
)
def test_question_that_is_said(between: tuple[str, str, str], expected: str) -> None:
    """Behind a comma the question is what is said, and that somebody says it is none."""
    assert read_as(parsed(ASKED.format("saying/say", *between)), "saying") == expected


DESIGNED = """
    The   attack      was/be    {}    to    hurt    Sudria  .
    DT    NN          VBD       VBN   TO    VB      NNP/GPE .
    det:2 nsubjpass:4 auxpass:4 ROOT  aux:6 xcomp:4 dobj:6  punct:4
"""


@pytest.mark.parametrize(
    ("verb", "expected"), [("designed/design", "certain"), ("planned/plan", "promised probable future")]
)
def test_what_is_designed_to_hurt(verb: str, expected: str) -> None:
    """What is designed to do something is there; what is planned to is not yet."""
    assert read_as(parsed(DESIGNED.format(verb)), "attack") == expected


REFUSAL = """
    Bell       's     refusal  did/do not   go   {}       .
    NNP/PERSON POS    NN       VBD    RB    VB   RB       .
    poss:3     case:1 nsubj:6  aux:6  neg:6 ROOT {}       punct:6
"""


@pytest.mark.parametrize(("word", "expected"), [(("over", "advmod:6"), "certain"), (("ahead", "dep:6"), "not certain")])
def test_refusal_that_did_not_go_over_well(word: tuple[str, str], expected: str) -> None:
    """How somebody's act went over does not deny it; that it did not go ahead does."""
    assert read_as(parsed(REFUSAL.format(word[0], word[1])), "refusal") == expected


AIDED = """
    Norland should {}  to     the   {}     of     Sudria  .
    NNP/GPE MD     VB  IN     DT    NN     IN     NNP/GPE .
    nsubj:3 aux:3  ROOT prep:3 det:6 pobj:4 prep:6 pobj:7  punct:3
"""


@pytest.mark.parametrize(("verb", "expected"), [("come", "requested unknown future"), ("refer", "certain")])
def test_coming_to_the_aid(verb: str, expected: str) -> None:
    """Aid that somebody should come to is not given yet; aid that he should refer to may be."""
    assert read_as(parsed(AIDED.format(verb, "aid")), "aid") == expected


KNOWN = """
    Bell       {}   the   rebels/rebel attacked/attack Sudria  .
    NNP/PERSON VBZ  DT    NNS          VBD             NNP/GPE .
    nsubj:2    ROOT det:4 nsubj:5      ccomp:2         dobj:5  punct:2
"""


@pytest.mark.parametrize(("verb", "claimed"), [("knows/know", 0), ("learns/learn", 1), ("says/say", 1)])
def test_whose_word_is_what_somebody_knows(verb: str, claimed: int) -> None:
    """That somebody knows it says who says so; what he finds out or says is his word."""
    assert sum(len(each.events) for each in read(KNOWN.format(verb)).attributions) == claimed


COMPARED = """
    Bell       {}    {}     if      Norland fell/fall .
    NNP/PERSON VBZ   RB     IN      NNP/GPE VBD       .
    nsubj:2    ROOT  {}     mark:6  nsubj:6 advcl:2   punct:2
"""


@pytest.mark.parametrize(
    ("word", "here", "there"),
    [
        (("as", "mark:6"), "certain", "conditional unknown"),
        (("even", "advmod:6"), "certain", "conditional unknown"),
        (("only", "advmod:6"), "conditional unknown", "conditional unknown"),
    ],
)
def test_if_that_is_no_condition(word: tuple[str, str], here: str, there: str) -> None:
    """What is done as if or even if something were so is done; what is done only if it is need not be."""
    doc = parsed(COMPARED.format("smiles/smile", word[0], word[1]))
    assert (read_as(doc, "smiles"), read_as(doc, "fell")) == (here, there)


LOOKED = """
    It      {}     like   Norland fell/fall .
    PRP     VBD    IN     NNP/GPE VBD       .
    nsubj:2 ROOT   mark:5 nsubj:5 advcl:2   punct:2
"""


@pytest.mark.parametrize(("verb", "expected"), [("looked/look", "probable"), ("fell/fall", "certain")])
def test_what_it_looks_like(verb: str, expected: str) -> None:
    """What it looks like may be so; what something did like another did it."""
    doc = parsed(LOOKED.format(verb).replace("Norland fell", "Norland rose"))
    assert read_as(doc, "rose") == expected


NEEDED = """
    Bell       {}       {}  need  to    leave   .
    NNP/PERSON {}       RB  VB    TO    VB      .
    nsubj:4    {}       {}  ROOT  aux:6 xcomp:4 punct:4
"""


@pytest.mark.parametrize(
    ("helped", "denial", "expected"),
    [
        (("does/do", "VBZ", "aux:4"), ("not", "neg:4"), "unknown future"),
        (("may", "MD", "aux:4"), ("now", "advmod:4"), "unknown future"),
        (("will", "MD", "aux:4"), ("now", "advmod:4"), "unknown future"),
    ],
)
def test_what_need_not_be_done(helped: tuple[str, str, str], denial: tuple[str, str], expected: str) -> None:
    """Nobody asks for what need not be done, or may or will need to be."""
    gloss = NEEDED.format(helped[0], denial[0], helped[1], helped[2], denial[1])
    assert read_as(parsed(gloss), "leave") == expected


ASKING = """
    Bell       asked/ask Cole       to    leave   and  {}     Norland .
    NNP/PERSON VBD       NNP/PERSON TO    VB      CC   {}     NNP/GPE .
    nsubj:2    ROOT      dobj:2     aux:5 xcomp:2 cc:5 conj:5 dobj:7  punct:2
"""


@pytest.mark.parametrize(("verb", "over"), [(("left/leave", "VBD"), "asked"), (("attack", "VB"), "leave")])
def test_past_form_behind_an_infinitive(verb: tuple[str, str], over: str) -> None:
    """A past form joined to an infinitive belongs to the verb over that; a bare one is joined to it."""
    doc = mended(ASKING.format(verb[0], verb[1]))
    assert place(doc, verb[0].partition("/")[0]) == ("conj", over)


RESULT = """
    They    {}    {}     Norland ,       which   {}      strikes/strike .
    PRP     VBD   IN     NNP/GPE ,       WDT     VBD     NNS            .
    nsubj:2 ROOT  prep:2 pobj:3  punct:4 nsubj:7 relcl:4 dobj:7         punct:2
"""


@pytest.mark.parametrize(
    ("preposition", "verb", "doer"),
    [("in", "caused/cause", "which"), ("in", "banned/ban", "Norland"), ("against", "caused/cause", "Norland")],
)
def test_which_of_a_place(preposition: str, verb: str, doer: str) -> None:
    """What is said to have caused something is no place where it happened, but the whole of it."""
    gloss = RESULT.format("rallied/rally", preposition, verb)
    assert f"actor: {doer}" in parts(gloss, verb.partition("/")[0])


JUDGED = """
    Norland will  {}   what   Bell       {}      .
    NNP/GPE MD    VB   WP     NNP/PERSON VBD     .
    nsubj:3 aux:3 ROOT dobj:6 nsubj:6    ccomp:3 punct:3
"""


def test_judging_what_somebody_did() -> None:
    """Who judges what somebody did holds nothing to be so."""
    assert read_as(parsed(JUDGED.format("judge", "attacked/attack")), "attacked") == "certain"


THAT = """
    A     race    of     Bell       and  {}     that    drew/draw crowds/crowd .
    DT    NN      IN     NNP/PERSON CC   {}     WDT     VBD       NNS          .
    det:2 ROOT    prep:2 pobj:3     cc:4 conj:4 nsubj:8 relcl:6   dobj:8       punct:2
"""


@pytest.mark.parametrize(("noun", "misread"), [("Cole NNP/PERSON", True), ("Sudria NNP/GPE", False)])
def test_that_of_a_person(noun: str, misread: bool) -> None:  # noqa: FBT001 (what is expected)
    """No "that" stands for a person by name: where the parse has it so, the clause is misread."""
    doc = mended(THAT.format(*noun.split()))
    assert is_misread(token(doc, "drew")) is misread


GAP = """
    The   path   Norland {}       in     the   war    failed/fail .
    DT    NN     NNP/GPE VBD      IN     DT    NN     VBD         .
    det:2 nsubj:8 nsubj:4 relcl:2 prep:4 det:7 pobj:5 ROOT        punct:8
"""


@pytest.mark.parametrize(("verb", "expected"), [("took/take", True), ("rose/rise", False)])
def test_gap_beside_where_it_was(verb: str, expected: bool) -> None:  # noqa: FBT001 (what is expected)
    """A verb that takes an object has it before its clause, though a phrase says when or where."""
    found = parts(GAP.format(verb), verb.partition("/")[0])
    assert any(each.startswith("theme: The path") for each in found) is expected


MASS = """
    Bell       promised/promise {}    justice .
    NNP/PERSON VBD              {}    NN      .
    nsubj:2    ROOT             {}    dobj:2  punct:2
"""


@pytest.mark.parametrize(
    ("word", "role"), [(("the", "DT", "det:4"), "recipient"), (("now", "RB", "advmod:2"), "theme")]
)
def test_noun_without_a_word_before_it(word: tuple[str, str, str], role: str) -> None:
    """Justice that is promised is no party; the justice may be one."""
    assert any(each.startswith(f"{role}: ") for each in parts(MASS.format(*word), "promised"))


REASON = """
    Bell       did/do not   speak  because he      {}      {}    .
    NNP/PERSON VBD    RB    VB     IN      PRP     {}      {}    .
    nsubj:4    aux:4  neg:4 ROOT   mark:8  nsubj:8 {}      advcl:4 punct:4
"""


@pytest.mark.parametrize(
    ("word", "verb", "expected"),
    [
        (("never", "RB", "neg:8"), ("knew/know", "VBD"), "not certain"),
        (("also", "RB", "advmod:8"), ("knew/know", "VBD"), "certain"),
        (("also", "RB", "advmod:8"), ("knows/know", "VBZ"), "unknown"),
    ],
)
def test_reason_for_what_was_not_done(word: tuple[str, str, str], verb: tuple[str, str], expected: str) -> None:
    """A denied reason for what was not done is one; another, if it is no past, may be the wrong one."""
    gloss = REASON.format(word[0], verb[0], word[1], verb[1], word[2])
    assert read_as(parsed(gloss), verb[0].partition("/")[0]) == expected


SUPPOSED = """
    {}     they    had/have {}    leader who     lied/lie ,       we       left/leave .
    {}     PRP     VBD      DT    NN     WP      VBD      ,       PRP      VBD        .
    {}     nsubj:3 advcl:10 det:5 dobj:3 nsubj:7 relcl:5  punct:10 nsubj:10 ROOT      punct:10
"""


@pytest.mark.parametrize(
    ("mark", "article", "certain"),
    [(("If", "IN", "mark:3"), "a", False), (("If", "IN", "mark:3"), "the", True), (("As", "IN", "mark:3"), "a", True)],
)
def test_who_is_only_supposed(mark: tuple[str, str, str], article: str, certain: bool) -> None:  # noqa: FBT001 (expected)
    """What somebody did who is only supposed is not said to have been done."""
    read_so = read_as(parsed(SUPPOSED.format(mark[0], article, mark[1], mark[2])), "lied")
    assert (read_so == "certain") is certain


DOUBTED = """
    Doubts/doubt about  {}     attack grew/grow .
    NNS          IN     {}     NN     VBD       .
    nsubj:5      prep:1 {}     pobj:2 ROOT      punct:5
"""


@pytest.mark.parametrize(
    ("word", "expected"), [(("his", "PRP$", "poss:4"), "certain"), (("an", "DT", "det:4"), "possible")]
)
def test_doubts_about_an_act(word: tuple[str, str, str], expected: str) -> None:
    """Doubts about somebody's act are about how it was done; doubts about one are whether it was."""
    assert expected in read_as(parsed(DOUBTED.format(*word)), "attack")


TRUST = """
    I       think  it      is/be   ,       who    do    you     trust   ?
    PRP     VBP    PRP     VBZ     ,       WP     {}    PRP     VB      ?
    nsubj:2 ROOT   nsubj:4 ccomp:2 punct:4 dobj:9 aux:9 nsubj:9 ccomp:4 punct:2
"""


def test_question_further_in() -> None:
    """The question that stands behind a comma in what somebody thinks does not ask whether he thinks so."""
    assert read_as(parsed(TRUST.format("VBP=AUX")), "think") == "certain"


CONTENT = """
    The   {}   that   Norland hacked/hack {}     the   bank   grew/grow .
    DT    NN   WDT    NNP/GPE VBD         {}     DT    NN     VBD       .
    det:2 nsubj:9 dobj:5 nsubj:5 relcl:2  {}     det:8 {}     ROOT      punct:9
"""


@pytest.mark.parametrize(
    ("noun", "word", "expected"),
    [
        ("claim", ("into", "IN", "prep:5", "pobj:6"), ("acl", "claim")),
        ("port", ("into", "IN", "prep:5", "pobj:6"), ("relcl", "port")),
        ("claim", ("near", "IN", "prep:5", "pobj:6"), ("relcl", "claim")),
    ],
)
def test_what_is_claimed(noun: str, word: tuple[str, str, str, str], expected: tuple[str, str]) -> None:
    """Behind a noun of saying, "that" brings what is said where its verb lacks no object."""
    assert place(mended(CONTENT.format(noun, *word)), "hacked") == expected


RELIED = """
    Bell       {}   on     money  to    win     .
    NNP/PERSON VBD  IN     NN     TO    VB      .
    nsubj:2    ROOT prep:2 pobj:3 aux:6 xcomp:2 punct:2
"""


@pytest.mark.parametrize(("verb", "theme"), [("relied/rely", False), ("decided/decide", True)])
def test_purpose_behind_a_preposition(verb: str, theme: bool) -> None:  # noqa: FBT001 (what is expected)
    """What something is relied on for is not relied on too; what somebody decides to do he decides."""
    assert ("theme: to win" in parts(RELIED.format(verb), verb.partition("/")[0])) is theme


REQUEST = """
    Bell       asked/ask Cole       to    leave   ,       a     request {}       honoured/honour .
    NNP/PERSON VBD       NNP/PERSON TO    VB      ,       DT    NN      {}       VBN             .
    nsubj:2    ROOT      dobj:2     aux:5 xcomp:2 punct:2 det:8 nsubj:10 {}      ccomp:2         punct:2
"""


@pytest.mark.parametrize(("word", "asked"), [(("never", "RB", "advmod:10"), 1), (("was/be", "VBD", "auxpass:10"), 2)])
def test_words_beside_what_is_asked(word: tuple[str, str, str], asked: int) -> None:
    """A noun and a participle behind a comma only add to what is asked; a clause with a tense may be asked too."""
    found = parts(REQUEST.format(*word), "asked")
    assert len([each for each in found if each.startswith("theme")]) == asked


JANITOR = """
    Bell       said/say it     to       the   man    who      {}    taxes/tax .
    NNP/PERSON VBD      PRP    IN       DT    NN     WP       VBZ   NNS       .
    nsubj:2    ROOT     dobj:2 dative:2 det:6 pobj:4 nsubj:8  ccomp:2 dobj:8  punct:2
"""


def test_clause_of_who_is_addressed() -> None:
    """A clause with "who" behind the one addressed tells who he is, and is not what is said."""
    assert [each for each in parts(JANITOR.format("pays/pay"), "said") if each.startswith("theme")] == ["theme: it"]


def test_gerund_behind_aside() -> None:
    """Who does something aside from saying so says so."""
    gloss = """
        Bell       smiled/smile ,       aside    from   saying/say it     .
        NNP/PERSON VBD          ,       RB       IN     VBG        PRP    .
        nsubj:2    ROOT         punct:2 advmod:2 prep:4 pcomp:5    dobj:6 punct:2
    """
    assert "actor: Bell" in parts(gloss, "saying")


EVENT = """
    In     the   {}     she         was/be    hurt/hurt ,       we       left/leave .
    IN     DT    NN     PRP         VBD       VBN       ,       PRP      VBD        .
    prep:6 det:3 pobj:1 nsubjpass:6 auxpass:6 advcl:9   punct:9 nsubj:9  ROOT       punct:9
"""


@pytest.mark.parametrize(("noun", "expected"), [("event", "conditional unknown"), ("year", "certain")])
def test_clause_behind_in_the_event(noun: str, expected: str) -> None:
    """What may come about in the event is no fact; what came about in the year is."""
    assert read_as(parsed(EVENT.format(noun)), "hurt") == expected


BOUND = """
    The   minister stated/state the   {}     lied/lie and  fined/fine {}      .
    DT    NN       VBD          DT    NNS    VBD      CC   VBD        PRP     .
    det:2 nsubj:3  ROOT         det:5 nsubj:6 ccomp:3 cc:6 conj:6     dobj:8  punct:3
"""


@pytest.mark.parametrize(("object_", "over"), [("them", "stated"), ("us", "lied")])
def test_who_does_it_to_them(object_: str, over: str) -> None:
    """Who fines them are not those who are fined: it is who speaks of them; those may fine others."""
    assert place(mended(BOUND.format("rebels/rebel", object_)), "fined") == ("conj", over)


DASHED = """
    Ana        Bell       {}         Sudria     left/leave .
    NNP/PERSON NNP/PERSON {}/PERSON  NNP/PERSON VBD        .
    compound:2 nsubj:5    punct:2    appos:2    ROOT       punct:5
"""


@pytest.mark.parametrize(("word", "expected"), [("— :", "Ana Bell"), ("Cole NNP", "Ana Bell Cole Sudria")])
def test_name_before_a_dash(word: str, expected: str) -> None:
    """No name goes on behind a long dash."""
    text, tag = word.split()
    found = {m.name for m in read(DASHED.format(text, tag)).entities}
    assert expected in found


BROKEN = """
    An    aggressive {}      some   left/leave it     .
    DT    JJ         {}      DT     VBD        PRP    .
    det:5 amod:4     {}      nsubj:5 ROOT      dobj:5 punct:5
"""


def test_phrase_that_a_dash_parts() -> None:
    """A phrase that a dash parts is nobody who does anything."""
    assert [e for e in parts(BROKEN.format("-", "HYPH", "punct:2"), "left") if e.startswith("actor")] == []


REASON_THAT = """
    The   reason  that   Bell       {}   it     {}    {}      .
    DT    NN      WDT    NNP/PERSON VBD  PRP    {}    NN      .
    det:2 ROOT    dobj:5 nsubj:5    relcl:2 {}  {}    {}      punct:2
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("made/make", "nsubj:8", "so", "RB", "advmod:8", "law", "ccomp:5"), "mark"),
        (("told/tell", "nsubj:8", "so", "RB", "advmod:8", "law", "ccomp:5"), "dobj"),
        (("made/make", "dep:5", "the", "DT", "det:8", "law", "dep:5"), "dobj"),
    ],
)
def test_that_beside_a_whole_clause(words: tuple[str, ...], expected: str) -> None:
    """Before a verb that has all it takes, "that" is no object; one of those who are told may be."""
    verb, it, word, tag, relation, noun, last = words
    doc = mended(REASON_THAT.format(verb, word, noun, tag, it, relation, last))
    assert token(doc, "that").dep_ == expected


HANDED = """
    Bell       {}   {}     the   papers/paper .
    NNP/PERSON VBD  {}     DT    NNS          .
    nsubj:2    ROOT dobj:2 det:5 dobj:2       punct:2
"""


@pytest.mark.parametrize(
    ("verb", "whom", "expected"),
    [("handed/hand", "him PRP", "recipient: him"), ("handed/hand", "papers NNS", "theme: papers")],
)
def test_who_is_handed_something(verb: str, whom: str, expected: str) -> None:
    """A pronoun before what is handed over receives it."""
    word, tag = whom.split()
    assert expected in parts(HANDED.format(verb, word, tag), "handed")


MADE = """
    Remarks/remark {}    by      Bell       fell/fall .
    NNS            VBN   IN      NNP/PERSON VBD       .
    nsubj:5        acl:1 agent:2 pobj:3     ROOT      punct:5
"""


@pytest.mark.parametrize(("verb", "doers"), [("made/make", 1), ("rejected/reject", 0), ("criticised/criticise", 0)])
def test_agent_of_a_participle(verb: str, doers: int) -> None:
    """Who made a remark is its author; who rejected or criticised it is not."""
    found = parts(MADE.format(verb), "Remarks")
    assert len([each for each in found if each.startswith("actor")]) == doers


FRUSTRATED = """
    They        were/be   frustrated/frustrate {}     Norland left/leave .
    PRP         VBD       VBN                  IN     NNP/GPE VBD        .
    nsubjpass:3 auxpass:3 ROOT                 mark:6 nsubj:6 ccomp:3    punct:3
"""


def test_what_somebody_is_frustrated_about() -> None:
    """What somebody is frustrated that has come about."""
    assert read_as(parsed(FRUSTRATED.format("that")), "left") == "certain"


@pytest.mark.parametrize(
    ("noun", "expected"), [("chance", "not certain"), ("possibility", "not certain"), ("talk", "unknown")]
)
def test_what_there_is_no_chance_of(noun: str, expected: str) -> None:
    """What there is no chance of is not so; what there is no talk of may be."""
    gloss = """
        There is/be no    chance that   Norland pays/pay Sudria  .
        EX    VBZ   DT    NN     IN     NNP/GPE VBZ      NNP/GPE .
        expl:2 ROOT det:4 attr:2 mark:7 nsubj:7 acl:4    dobj:7  punct:2
    """
    assert read_as(parsed(gloss.replace("chance", noun)), "pays") == expected


@pytest.mark.parametrize(("adjective", "is_event"), [("great", False), ("secret", True)])
def test_a_great_deal_of_something(adjective: str, is_event: bool) -> None:  # noqa: FBT001 (pytest passes parameters by position)
    """A great deal of work is much work; a secret deal is one."""
    gloss = f"""
        Norland did/do a     {adjective} deal   of     work   .
        NNP/GPE VBD    DT    JJ    NN     IN     NN     .
        nsubj:2 ROOT   det:5 amod:5 dobj:2 prep:5 pobj:6 punct:2
    """
    doc = parsed(gloss)
    assert (token(doc, "deal").i in triggers(doc, words_of_the_package())) is is_event


@pytest.mark.parametrize(("verb", "judged", "expected"), [("was", "false", "not certain"), ("was", "new", None)])
def test_claim_that_is_said_to_be_false(verb: str, judged: str, expected: str | None) -> None:
    """What a claim says that is false is not so; of any other claim it is alleged."""
    gloss = f"""
        A     claim   that   Norland paid/pay Sudria  {verb}/be {judged} .
        DT    NN      IN     NNP/GPE VBD      NNP/GPE VBD=AUX   JJ       .
        det:2 nsubj:7 mark:5 nsubj:5 acl:2    dobj:5  ROOT      acomp:7  punct:7
    """
    found = read_as(parsed(gloss), "paid")
    assert found == expected if expected else found.startswith("alleged")
