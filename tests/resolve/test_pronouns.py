"""Whom a pronoun means by the clauses around it, and where it is left alone."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kg.model import Function, Genre, Quotation, Span, Standing
from kg.resolve.pronouns.scene import in_marks
from tests.articles import Article

SUBJECT, OBJECT = Standing(function=Function.SUBJECT), Standing(function=Function.OBJECT)
OBLIQUE, OWNER = Standing(function=Function.OBLIQUE), Standing(function=Function.POSSESSOR)


def told(*, under: int, owner: bool = False) -> tuple[str, str] | None:
    """Who "she" is, or "her", in a clause under those of two subjects or of the speaker alone."""
    article = Article("Ella Moor said Mira Dahl smiled when she sat in her chair.")
    moor, dahl = article.name("Ella Moor", standing=SUBJECT), article.name("Mira Dahl", standing=SUBJECT)
    above = (dahl, moor) if under == 1 else (moor,)
    if owner:
        return article.led(article.pronoun("her", standing=replace(OWNER, above=above, subjects=(dahl,))))
    return article.led(article.pronoun("she", standing=replace(SUBJECT, above=above)))


@pytest.mark.parametrize(("under", "found"), [(1, "mira-dahl"), (2, "ella-moor")])
def test_subject_above(under: int, found: str) -> None:
    """A subject is likely the subject of the nearest clause that its own hangs on."""
    assert told(under=under) == (found, "pronoun")


def test_own_subject_comes_first() -> None:
    """What somebody has is that of the subject of its clause, before any clause above."""
    assert told(under=2, owner=True) == ("mira-dahl", "pronoun")


@pytest.mark.parametrize(("barred", "found"), [(True, None), (False, ("mira-dahl", "pronoun"))])
def test_oblique_object(barred: bool, found: tuple[str, str] | None) -> None:  # noqa: FBT001 (a parameter of the test)
    """In "X voted for her" another is meant; in "X had it with her" it may be X."""
    article = Article("Mira Dahl went with her.")
    dahl = article.name("Mira Dahl", standing=SUBJECT)
    her = article.pronoun("her", standing=replace(OBLIQUE, subjects=(dahl,) if barred else ()))
    assert article.led(her) == found


def quoted_she(*, quotation: Quotation, text: str) -> tuple[str, str] | None:
    """Who a "she" is that stands in what Mira Dahl says at the end of ``text``."""
    article = Article(f"Ella Moor sat. Mira Dahl {text}")
    article.name("Ella Moor", standing=SUBJECT)
    dahl = article.name("Mira Dahl", standing=SUBJECT)
    start = article.text.index(text) + len("said ")
    article.attribution(article.text[start:-1], authority=dahl, quotation=quotation)
    return article.led(article.pronoun("she", standing=SUBJECT))


@pytest.mark.parametrize(
    ("text", "found"),
    [('said that soon "she will go".', "ella-moor"), ('said she will "go soon".', "mira-dahl")],
)
def test_she_in_marks(text: str, found: str) -> None:
    """Nobody is "she" in the part of her own words that stands in marks; in the rest she may be."""
    assert quoted_she(quotation=Quotation.MIXED, text=text) == (found, "pronoun")


@pytest.mark.parametrize(
    ("text", "found"),
    [('said "we go" and left', ["we go"]), ("said ''we go'' and ''left", ["we go", "left"]), ("said we go", [])],
)
def test_in_marks(text: str, found: list[str]) -> None:
    """What stands in marks is told from the rest; the last mark may be left out."""
    assert [span.of(text) for span in in_marks(text, Span(0, len(text)))] == found


def test_part_inside_marks() -> None:
    """A part that begins behind its mark is in marks up to the second one."""
    text = '"we go" and left'
    assert in_marks(text, Span(1, len(text))) == [Span(1, 6)]


def test_who_goes_on_speaking() -> None:
    """Nobody is "he" in a quotation whose "he said" leads to him, though it comes later."""
    article = Article("Tor Lind said that Ben Asher came. “He won”, he said.")
    lind = article.name("Tor Lind", standing=SUBJECT)
    article.name("Ben Asher", standing=SUBJECT)
    article.attribution("Ben Asher came", authority=lind)
    inner, outer = article.pronoun("He", standing=SUBJECT), article.pronoun("he", standing=SUBJECT)
    assert article.led(inner) == ("tor-lind", "pronoun")
    article.attribution("He won", authority=outer, quotation=Quotation.DIRECT)
    assert (article.led(outer), article.led(inner)) == (("tor-lind", "pronoun"), ("ben-asher", "pronoun"))


def test_name_before_a_quotation() -> None:
    """A name right before the opening mark is that of who says it, not of whom it tells."""
    article = Article("Tor Lind “He lied”, an aide said.")
    article.name("Tor Lind", standing=SUBJECT)
    aide = article.noun("an aide")
    article.attribution("He lied", authority=aide, quotation=Quotation.DIRECT)
    assert article.led(article.pronoun("He", standing=SUBJECT)) is None


def test_they_go_on() -> None:
    """A "they" behind another that was left alone is left alone too."""
    article = Article("Sudrians arrived. They met Norlanders. They smiled.")
    article.name("Sudrians", label="NORP", number="plural")
    first = article.pronoun("They", standing=replace(OBJECT, likened=(article.at("Sudrians"),)))
    article.name("Norlanders", label="NORP", number="plural")
    assert (article.led(first), article.led(article.pronoun("They", 2))) == (None, None)


def test_they_behind_a_possessor() -> None:
    """A "their" that was left alone does not keep "they" from its own antecedent."""
    article = Article("Sudrians like their town. They smiled.")
    sudrians = article.name("Sudrians", label="NORP", number="plural")
    article.pronoun("their", standing=replace(OWNER, likened=(sudrians,)))
    assert article.led(article.pronoun("They")) == ("pop:sudrians", "pronoun")


@pytest.mark.parametrize(("joined", "found"), [(True, None), (False, ("pop:sudrians", "pronoun"))])
def test_they_behind_two(joined: bool, found: tuple[str, str] | None) -> None:  # noqa: FBT001 (a parameter of the test)
    """A "they" right behind two names that are joined may be the two."""
    article = Article("Sudrians saw Norland and Arvenia fall. They smiled.")
    article.name("Sudrians", label="NORP", number="plural", standing=SUBJECT)
    article.name("Norland", label="GPE", standing=replace(SUBJECT, joined=joined))
    article.name("Arvenia", label="GPE", standing=replace(SUBJECT, joined=joined))
    assert article.led(article.pronoun("They")) == found


@pytest.mark.parametrize(("between", "found"), [("", ("pop:sudrians", "pronoun")), (" It rained.", None)])
def test_they_far_off(between: str, found: tuple[str, str] | None) -> None:
    """A "they" is nobody who was named last two sentences before."""
    article = Article(f"Sudrians arrived.{between} They smiled.")
    article.name("Sudrians", label="NORP", number="plural")
    assert article.led(article.pronoun("They")) == found


def doubted(text: str) -> Article:
    """Two persons of whom the one who is named twice is a little likelier to be "she"."""
    article = Article(text)
    article.name("Mira Dahl")
    article.name("Mira Dahl", 2)
    article.name("Ella Moor")
    article.event("smiled", action="smile", actor=article.pronoun("She", standing=SUBJECT))
    return article


def test_doubtful_in_the_graph() -> None:
    """Where another is nearly as likely, the graph does not say who it was, and says why it leaves the event out."""
    article = doubted("Mira Dahl sat. Then Ella Moor met Mira Dahl. She smiled.")
    assert article.led(article.at("She")) == ("mira-dahl", "pronoun")
    assert article.resolution().left_out == ((article.at("smiled"), "its pronoun may mean one or another"),)


def test_doubt_is_handed_on() -> None:
    """A pronoun that leads to a doubtful one is doubtful as well."""
    article = doubted("Mira Dahl sat. Then Ella Moor met Mira Dahl. She smiled. She left.")
    article.event("left", action="leave", actor=article.pronoun("She", 2, standing=SUBJECT))
    assert {span.of(article.text) for span, _ in article.resolution().left_out} == {"smiled", "left"}


def test_it_in_a_promise() -> None:
    """In what a body promises "it" is that body, though another that is named often is nearly as likely."""
    article = Article("Sudria sat. Sudria ate. Sudria lay. Norland assured Sudria that it would pay.")
    for number in (1, 2, 3):
        article.name("Sudria", number, label="GPE", standing=SUBJECT)
    norland = article.name("Norland", label="GPE", standing=SUBJECT)
    article.name("Sudria", 4, label="GPE", standing=OBJECT)
    article.attribution("it would pay", authority=norland)
    article.event("pay", action="pay", actor=article.pronoun("it", standing=SUBJECT))
    assert article.led(article.at("it")) == ("state:nd", "pronoun")
    assert article.resolution().left_out == ()


def test_sure_in_the_graph() -> None:
    """Where nobody else is likely, the graph follows the pronoun."""
    article = Article("Mira Dahl sat. She smiled.")
    article.name("Mira Dahl", standing=SUBJECT)
    article.event("smiled", action="smile", actor=article.pronoun("She", standing=SUBJECT))
    assert article.resolution().left_out == ()


@pytest.mark.parametrize(("number", "found"), [("plural", True), ("singular", False)])
def test_one_of_a_people(number: str, found: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """A people is "they", one of it is not."""
    article = Article("The Arvenian sat. They smiled.")
    arvenian = article.noun("The Arvenian", number=number, label="NORP")
    article.event("sat", action="sit", actor=arvenian)
    assert (article.led(article.pronoun("They")) is not None) is found


def left_out(text: str, *, pronoun: str, standing: Standing, joined: str) -> list[str]:
    """The events left out of a text in which Mira Dahl, its main figure, is likelier than Ella Moor."""
    article = Article(f"Mira Dahl sat. Mira Dahl ate. {text}")
    article.name("Mira Dahl", standing=SUBJECT)
    article.name("Mira Dahl", 2, standing=SUBJECT)
    dahl = article.name("Mira Dahl", 3, standing=SUBJECT)
    article.name("Ella Moor", standing=OBJECT)
    if joined:
        article.noun(joined)
    subjects = (dahl,) if standing.function is Function.POSSESSOR and standing.subjects else ()
    her = article.pronoun(pronoun, standing=replace(standing, above=(dahl,), subjects=subjects))
    article.event("smiled", action="smile", actor=her)
    assert article.led(her) == ("mira-dahl", "pronoun")
    return [span.of(article.text) for span, _ in article.resolution().left_out]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Mira Dahl met Ella Moor after she smiled.", ""),
        ("Mira Dahl met Ella Moor on the day she smiled.", "the day"),
    ],
)
def test_contested_subject(text: str, noun: str) -> None:
    """The subject of a clause of time, or of one that describes a noun, may be whoever was named last."""
    assert left_out(text, pronoun="she", standing=SUBJECT, joined=noun) == ["smiled"]


def test_subject_of_what_is_said() -> None:
    """The subject of what somebody says is as clear as before, whoever hears it."""
    assert left_out("Mira Dahl told Ella Moor that she smiled.", pronoun="she", standing=SUBJECT, joined="") == []


@pytest.mark.parametrize(("own", "left"), [(False, ["smiled"]), (True, [])])
def test_contested_possessor(own: bool, left: list[str]) -> None:  # noqa: FBT001 (a parameter of the test)
    """What is "hers" may be the last one's who was named, unless the other is the subject of its clause."""
    standing = replace(OWNER, subjects=(Span(0, 1),) if own else ())
    text = "Mira Dahl met Ella Moor, and her aunt smiled."
    assert left_out(text, pronoun="her", standing=standing, joined="") == left


@pytest.mark.parametrize(("preposition", "left"), [("in", ["speech"]), ("for", [])])
def test_contested_setting(preposition: str, left: list[str]) -> None:
    """Whoever praises somebody "in her speech" may speak herself; "for her speech" she is praised."""
    article = Article("Ella Moor sat. " * 5 + f"Mira Dahl praised Ella Moor {preposition} her speech.")
    clause = article.at("praised")
    for time in range(1, 6):
        article.name("Ella Moor", time, standing=SUBJECT)
    dahl = article.name("Mira Dahl", standing=replace(SUBJECT, clause=clause))
    article.name("Ella Moor", 6, standing=replace(OBJECT, clause=clause))
    subjects = (dahl,) if preposition == "in" else ()
    owner = article.pronoun("her", standing=replace(OWNER, clause=clause, subjects=subjects))
    article.event("speech", action="speak", actor=owner)
    assert [span.of(article.text) for span, _ in article.resolution().left_out] == left


def test_contested_inside_alone() -> None:
    """What a clause inside a sentence leaves open leaves nothing open in the next one."""
    article = Article("Mira Dahl sat. Mira Dahl met Ella Moor after she smiled. She left.")
    article.name("Mira Dahl", standing=SUBJECT)
    dahl = article.name("Mira Dahl", 2, standing=SUBJECT)
    article.name("Ella Moor", standing=OBJECT)
    she = article.pronoun("she", standing=replace(SUBJECT, above=(dahl,)))
    article.event("smiled", action="smile", actor=she)
    article.event("left", action="leave", actor=article.pronoun("She", standing=SUBJECT))
    assert [span.of(article.text) for span, _ in article.resolution().left_out] == ["smiled"]


# ------------------------------------------------------------------------------------------------ who speaks on


@pytest.mark.parametrize(("inside", "found"), [(True, "mira-dahl"), (False, "ella-moor")])
def test_speaking_on(inside: bool, found: str) -> None:  # noqa: FBT001 (a parameter of the test)
    """Who goes on to say more is the speaker of the sentence before, not one of whom that speaker spoke."""
    article = Article("“Ella Moor met Ella Moor,” said Mira Dahl. “The harbour is full,” she said.")
    for number in (1, 2):
        article.name("Ella Moor", number, standing=SUBJECT)
    dahl = article.name("Mira Dahl", standing=OBLIQUE)
    if inside:
        article.attribution("Ella Moor met Ella Moor", authority=dahl, quotation=Quotation.DIRECT)
    she = article.pronoun("she", standing=SUBJECT)
    article.attribution("The harbour is full", authority=she, quotation=Quotation.DIRECT)
    assert article.led(she) == (found, "pronoun")


@pytest.mark.parametrize(("text", "found"), [("told Mira Dahl: ", None), ("said of Mira Dahl: ", "mira-dahl")])
def test_who_is_told_a_quotation(text: str, found: str | None) -> None:
    """Nobody calls the one who is told a quotation "she" in it; of whom it is said is another matter."""
    article = Article(f"Tor Moor {text}“The pier is full and she knows.”")
    moor = article.name("Tor Moor", standing=SUBJECT)
    article.name("Mira Dahl", standing=OBJECT)
    cue = article.at(text.split(maxsplit=1)[0])
    article.attribution("The pier is full and she knows", authority=moor, quotation=Quotation.DIRECT, cue=cue)
    assert article.led(article.pronoun("she", standing=SUBJECT)) == (found and (found, "pronoun"))


# ------------------------------------------------------------------------------------------------ it and they


@pytest.mark.parametrize(("before", "found"), [("The fee is one: ", None), ("Then: ", ("lake-trust", "pronoun"))])
def test_it_behind_a_colon(before: str, found: tuple[str, str] | None) -> None:
    """Behind a colon "It" is what its sentence is about, not a body of the sentence before."""
    article = Article(f"The Lake Trust said so, the Lake Trust said. {before}It tells the rest.")
    trust = article.name("Lake Trust", label="ORG", standing=SUBJECT)
    article.attribution("so", authority=trust)
    article.name("Lake Trust", 2, label="ORG", standing=SUBJECT)
    if "fee" in before:
        article.noun("The fee", standing=SUBJECT)
    it = article.pronoun("It", standing=SUBJECT)
    article.event("tells", action="tell", actor=it)
    assert article.led(it) == found


@pytest.mark.parametrize(("word", "found"), [("it", None), ("then", ("lake-trust", "pronoun"))])
def test_they_after_it(word: str, found: tuple[str, str] | None) -> None:
    """A body that the text has just called "it" is not "they"."""
    article = Article(f"The Lake Trust waved when {word} came. They waited.")
    article.event("waved", action="wave", actor=article.name("Lake Trust", label="ORG", standing=SUBJECT))
    if word == "it":
        article.event("came", action="come", actor=article.pronoun("it", standing=SUBJECT))
    they = article.pronoun("They", standing=SUBJECT)
    article.event("waited", action="wait", actor=they)
    assert article.led(they) == found


def test_name_that_opens_its_sentence() -> None:
    """Who is named first, before a comma, is "she" in the clause behind it, rather than the subject before."""
    article = Article("Ella Moor sat, Ella Moor said. Mira Dahl, though tired when she came, waved.")
    article.name("Ella Moor", standing=SUBJECT)
    article.name("Ella Moor", 2, standing=SUBJECT)
    article.name("Mira Dahl", standing=Standing(function=Function.OTHER))
    assert article.led(article.pronoun("she", standing=SUBJECT)) == ("mira-dahl", "pronoun")


@pytest.mark.parametrize(("first", "found"), [("its", None), ("the", ("mira", "pronoun"))])
def test_what_was_it_is_nobody(first: str, found: tuple[str, str] | None) -> None:
    """What "its" stood for is not "she" later on."""
    article = Article(f"Mira sold {first} boats. She won.")
    article.name("Mira", label="ORG", standing=SUBJECT)
    if first == "its":
        article.pronoun("its", standing=OWNER)
    article.pronoun("She", standing=SUBJECT)
    assert article.led(article.at("She")) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("By closing Norland it won.", None), ("After closing Norland it won.", ("state:nd", "pronoun"))],
)
def test_it_behind_a_deed(text: str, found: tuple[str, str] | None) -> None:
    """A deed by which something comes about is "it", and nothing that it was done to."""
    article = Article(text)
    article.name("Norland", label="GPE", standing=OBJECT)
    it = article.pronoun("it", standing=SUBJECT)
    article.event("won", action="win", actor=it)
    assert article.led(it) == found


@pytest.mark.parametrize(("spoke", "left"), [(False, True), (True, False)])
def test_overtaken(spoke: bool, left: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """Who did something last may be "he" behind a quotation, unless the likeliest one has just spoken."""
    article = Article("Ben Asher spoke. Ben Asher said until Tor Lind came. “Thanks”, he said.")
    article.name("Ben Asher", standing=SUBJECT)
    again = article.name("Ben Asher", 2, standing=SUBJECT)
    lind = article.name("Tor Lind", standing=SUBJECT)
    article.event("came", action="come", actor=lind)
    if spoke:
        article.attribution("Tor Lind came", authority=again)
    he = article.pronoun("he", standing=SUBJECT)
    article.attribution("Thanks", authority=he, quotation=Quotation.DIRECT)
    article.event("said", 2, action="say", actor=he)
    assert article.led(he) == ("ben-asher", "pronoun")
    assert bool(article.resolution().left_out) is left


@pytest.mark.parametrize(("text", "found"), [("Tor Lind is right", None), ("it may help Tor Lind", "tor-lind")])
def test_named_in_what_he_believes(text: str, found: str | None) -> None:
    """Nobody is "he" who is named as the subject of what "he" believes."""
    article = Article(f"Ben Asher sat. Tor Lind spoke. He believes {text}.")
    article.name("Ben Asher", standing=SUBJECT)
    article.name("Tor Lind", standing=SUBJECT)
    he = article.pronoun("He", standing=SUBJECT)
    article.name("Tor Lind", 2, standing=OBJECT if found else SUBJECT)
    article.attribution(text, authority=he, cue=article.at("believes"))
    assert article.led(he) == ((found, "pronoun") if found else None)


@pytest.mark.parametrize(("verb", "found"), [("pay", ("lake-board", "pronoun")), ("cost", None)])
def test_it_that_costs(verb: str, found: tuple[str, str] | None) -> None:
    """A body says that it pays; what it says that something costs or means is seldom itself."""
    article = Article(f"Lake Board says it would {verb} Norland.")
    board = article.name("Lake Board", label="ORG", standing=SUBJECT)
    clause = article.at(verb)
    it = article.pronoun("it", standing=replace(SUBJECT, clause=clause, above=(board,)))
    article.event(verb, action=verb, actor=it)
    article.attribution(f"it would {verb} Norland", authority=board, cue=article.at("says"))
    assert article.led(it) == found


@pytest.mark.parametrize(("deep", "found"), [(False, ("lake-board", "pronoun")), (True, None)])
def test_it_under_others(deep: bool, found: tuple[str, str] | None) -> None:  # noqa: FBT001 (a parameter of the test)
    """What stands under the clauses of two others may well be a thing that they speak of."""
    article = Article("Lake Board bought a mine that Tor Lind says Ben Asher keeps though it pays.")
    board = article.name("Lake Board", label="ORG", standing=SUBJECT)
    lind, asher = article.name("Tor Lind", standing=SUBJECT), article.name("Ben Asher", standing=SUBJECT)
    it = article.pronoun("it", standing=replace(SUBJECT, above=(asher, lind, board) if deep else (board,)))
    article.event("bought", action="buy", actor=board)
    article.event("pays", action="pay", actor=it)
    assert article.led(it) == found


def jeered(word: str) -> tuple[str, str] | None:
    """Who "he" is that asks something in the sentence behind one in which another spoke."""
    article = Article(f"Lind said the port was shut. Ben Asher was jeered in the harbour {word} he asked why.")
    lind, asher = article.name("Lind", standing=SUBJECT), article.name("Ben Asher", standing=SUBJECT)
    article.event("said", action="say", actor=lind)
    article.attribution("the port was shut", authority=lind, cue=article.at("said"))
    he = article.pronoun("he", standing=replace(SUBJECT, above=(asher,)))
    article.event("asked", action="ask", actor=he)
    article.attribution("why", authority=he, cue=article.at("asked"))
    return article.led(he)


@pytest.mark.parametrize(("word", "found"), [("after", "ben-asher"), ("and", "lind")])
def test_who_asks_in_a_clause(word: str, found: str) -> None:
    """Who speaks on is likely who spoke; who asks in a clause of time is likely who its sentence tells of."""
    led = jeered(word)
    assert (led[0] if led else "").startswith(found)


@pytest.mark.parametrize(("thing", "left"), [("claims", True), ("because", False)])
def test_he_under_a_claim(thing: str, left: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """Under a claim "he" may be whoever is named before it, so that the graph does not follow the likeliest."""
    article = Article(f"Ben Asher freed Tor Lind, whose sister Ben Asher sued on {thing} he lied.", genre=Genre.REPORT)
    article.name("Ben Asher", standing=SUBJECT)
    article.name("Tor Lind", standing=OBJECT)
    article.name("Ben Asher", 2, standing=SUBJECT)
    if left:
        article.noun("claims", number="plural")
    he = article.pronoun("he", standing=SUBJECT)
    article.event("lied", action="lie", type="REJECT", actor=he)
    assert bool(article.resolution().left_out) is left


@pytest.mark.parametrize(("whom", "found"), [("you", None), ("her", ("pop:refugees", "pronoun"))])
def test_they_who_ask_you(whom: str, found: tuple[str, str] | None) -> None:
    """In a quotation "they" who do something to "you" are whoever does it, not those named around the quotation."""
    article = Article(f"Refugees sat. Refugees sang. Refugees were led by Ben Asher: “They ask {whom} to go.”")
    for nth in (1, 2, 3):
        article.noun("Refugees", nth, label="NORP", number="plural", standing=SUBJECT)
    asher = article.name("Ben Asher", standing=SUBJECT)
    article.attribution(f"They ask {whom} to go.", authority=asher, quotation=Quotation.DIRECT)
    clause = article.at("ask")
    they = article.pronoun("They", standing=replace(SUBJECT, clause=clause))
    article.pronoun(whom, standing=replace(OBJECT, clause=clause))
    article.event("ask", action="ask", actor=they)
    assert article.led(they) == found


def graph_of(article: Article, pronoun: str, *, standing: Standing = SUBJECT) -> bool:
    """Whether the graph follows a pronoun, which the text layer leads to somebody."""
    span = article.pronoun(pronoun, standing=standing)
    article.event("stayed", action="stay", actor=span)
    assert article.led(span) is not None
    return not article.resolution().left_out


@pytest.mark.parametrize(
    ("text", "followed"),
    [
        ("Mira Dahl said that Ella Moor came and that she stayed.", False),
        ("Mira Dahl said that snow fell on Norland and that she stayed.", True),
    ],
)
def test_spoken_of_before(text: str, followed: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """Who tells of another in what she says may go on with her: "said that Moor came and that *she* stayed"."""
    article = Article("Mira Dahl sat. " + text)
    article.name("Mira Dahl", standing=SUBJECT)
    dahl = article.name("Mira Dahl", 2, standing=SUBJECT)
    if "Ella Moor" in text:
        article.name("Ella Moor", standing=SUBJECT)
    article.attribution(article.text[article.text.index("said that ") + len("said that ") : -1], authority=dahl)
    assert graph_of(article, "she") is followed


@pytest.mark.parametrize(("text", "followed"), [("what Ella Moor did", False), ("what storms did", True)])
def test_spoken_of_before_it_is_said(text: str, followed: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """Who cannot say what another did may go on with her: "could not say what Moor did, but said *she* stayed"."""
    article = Article(f"Mira Dahl could not say {text}, but said she stayed.")
    dahl = article.name("Mira Dahl", standing=SUBJECT)
    if "Ella Moor" in text:
        article.name("Ella Moor", standing=SUBJECT)
    article.attribution("she stayed", authority=dahl)
    assert graph_of(article, "she") is followed


@pytest.mark.parametrize(
    ("text", "word", "standing", "followed"),
    [
        ("A judge praised her trip when all stayed.", "her", OWNER, False),
        ("A judge, who loved her trip, stayed.", "her", OWNER, True),
        ("A suspect praised her trip when all stayed.", "her", OWNER, True),
    ],
)
def test_bystander(text: str, word: str, standing: Standing, followed: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """What a judge does may be to whom the text names, and "her" is that one's; of a suspect it is her own."""
    article = Article(f"Mira Dahl sat. Snow fell. Rain fell. Hail fell. {text}")
    article.name("Mira Dahl", standing=SUBJECT)
    noun = article.noun("A suspect" if "suspect" in text else "A judge", label="PERSON", standing=SUBJECT)
    assert graph_of(article, word, standing=replace(standing, subjects=(noun,))) is followed


@pytest.mark.parametrize(("word", "followed"), [("after", False), ("as", True)])
def test_done_to(word: str, followed: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """What was done to somebody "after she" did something, or because, may be for what that one did."""
    article = Article(f"Mira Dahl sat. Mira Dahl praised the guard {word} she stayed.")
    article.name("Mira Dahl", standing=SUBJECT)
    clause = article.at("praised")
    dahl = article.name("Mira Dahl", 2, standing=replace(SUBJECT, clause=clause))
    article.noun("the guard", label="PERSON", standing=replace(OBJECT, clause=clause))
    assert graph_of(article, "she", standing=replace(SUBJECT, above=(dahl,))) is followed


@pytest.mark.parametrize(("word", "followed"), [("over", False), ("in", True)])
def test_for_its_deeds(word: str, followed: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """A body that is punished "over its" deed may well be whose deed it was."""
    article = Article(f"Norland sat. Norland fined Sudria {word} its raid when all stayed.")
    article.name("Norland", label="GPE", standing=SUBJECT)
    norland = article.name("Norland", 2, label="GPE", standing=SUBJECT)
    article.name("Sudria", label="GPE", standing=OBJECT)
    assert graph_of(article, "its", standing=replace(OWNER, subjects=(norland,))) is followed


@pytest.mark.parametrize(("text", "followed"), [("had stayed", False), ("would have stayed", True)])
def test_said_of_either(text: str, followed: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """In "Norland left Sudria, saying it had stayed" it may be either; what "it would" do is its own."""
    article = Article(f"Norland sat. Norland praised Sudria, saying it {text}.")
    article.name("Norland", label="GPE", standing=SUBJECT)
    norland = article.name("Norland", 2, label="GPE", standing=SUBJECT)
    article.name("Sudria", label="GPE", standing=OBJECT)
    article.attribution(f"it {text}", authority=norland, cue=article.at("saying"))
    assert graph_of(article, "it") is followed


def test_only_told() -> None:
    """Behind "…, Ella Moor said." a text goes on with whom she told of."""
    article = Article("Mira Dahl came. Mira Dahl sat, Ella Moor said. She stayed.")
    article.name("Mira Dahl", standing=SUBJECT)
    article.name("Mira Dahl", 2, standing=SUBJECT)
    moor = article.name("Ella Moor", standing=SUBJECT)
    article.attribution("Mira Dahl sat", authority=moor, cue=article.at("said"))
    assert article.led(article.pronoun("She", standing=SUBJECT)) == ("mira-dahl", "pronoun")


def test_word_of_a_name() -> None:
    """A pronoun with a capital in the midst of a sentence is a word of a name."""
    article = Article("Norland sat. Then the Fix It team stayed.")
    article.name("Norland", label="GPE", standing=SUBJECT)
    it = article.pronoun("It", standing=SUBJECT)
    article.event("stayed", action="stay", actor=it)
    assert article.led(it) is None


def test_measure_is_nobody() -> None:
    """A number of feet is nobody who did something."""
    article = Article("Some ten foot lay before Norland. They stayed.")
    article.noun("Some ten foot", number="plural", standing=SUBJECT)
    they = article.pronoun("They", standing=SUBJECT)
    article.event("stayed", action="stay", actor=they)
    assert article.led(they) is None
