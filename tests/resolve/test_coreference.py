"""Each sieve of coreference, and beside it what it must not take."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kg.model import Function, Genre, Quotation, Span, Standing
from tests.articles import Article

SUBJECT, OBJECT = Standing(function=Function.SUBJECT), Standing(function=Function.OBJECT)

# ------------------------------------------------------------------------------------------------ acronym


def test_acronym() -> None:
    """The capitals of a longer name that stands before are that name."""
    article = Article("The Upper Lake Board met. ULB pumps failed.")
    article.name("Upper Lake Board", label="ORG")
    assert article.led(article.name("ULB", label="ORG")) == ("upper-lake-board", "acronym")


def test_acronym_leaves_out_small_words() -> None:
    """Small words of the longer name have no letter in the acronym."""
    article = Article("The Board of Upper Lakes met. BUL pumps failed.")
    article.name("Board of Upper Lakes", label="ORG")
    assert article.led(article.name("BUL", label="ORG")) == ("board-of-upper-lakes", "acronym")


@pytest.mark.parametrize("words", ["ULC", "LB", "Ulb", "U"])
def test_other_capitals(words: str) -> None:
    """Other letters, fewer letters and small letters are no acronym of the name."""
    article = Article(f"The Upper Lake Board met. {words} pumps failed.")
    article.name("Upper Lake Board", label="ORG")
    other = article.name(words, label="ORG")
    assert (article.led(other) or ("",))[0] != "upper-lake-board"


def test_acronym_before_the_name() -> None:
    """Capitals that stand before the longer name are not led to it."""
    article = Article("ULB pumps failed. The Upper Lake Board met.")
    first = article.name("ULB", label="ORG")
    article.name("Upper Lake Board", label="ORG")
    assert article.led(first) == ("ulb", "own name")


def test_known_acronym() -> None:
    """An acronym that the knowledge base holds is not led to another name of those letters."""
    article = Article("The Western Harbour Office met. WHO doctors came.")
    article.name("Western Harbour Office", label="ORG")
    assert article.led(article.name("WHO", label="ORG")) == ("org:who", "name")


# ------------------------------------------------------------------------------------------------ surname


def test_surname() -> None:
    """A lone surname is the one person whose whole name ends in it."""
    article = Article("Mira Dahl arrived. Dahl smiled.")
    article.name("Mira Dahl")
    assert article.led(article.name("Dahl", 2)) == ("mira-dahl", "surname")


def test_surname_before_the_whole_name() -> None:
    """The whole name may come later, as after a headline."""
    article = Article("Dahl smiled. Mira Dahl arrived.")
    first = article.name("Dahl")
    article.name("Mira Dahl")
    assert article.led(first) == ("mira-dahl", "surname")


def test_surname_of_two() -> None:
    """A surname that two persons of the document have leads to neither."""
    article = Article("Mira Dahl met Tor Dahl. Dahl smiled.")
    article.name("Mira Dahl")
    article.name("Tor Dahl")
    assert article.led(article.name("Dahl", 3)) is None


def test_surname_of_a_name_that_goes_on() -> None:
    """The last word before "of" is not the end of a body's name: "Hill Weavers of Norland"."""
    article = Article("The Hill Weavers of Norland met. Weavers smiled. The Lake Millers met. Millers smiled.")
    article.name("The Hill Weavers", label="ORG")
    article.name("The Lake Millers", label="ORG")
    lone = [article.name(words, 2, label="ORG", number="plural") for words in ("Weavers", "Millers")]
    assert [article.led(each) for each in lone] == [("weavers", "own name"), ("lake-millers", "last word")]


def test_whole_name_twice() -> None:
    """One person named in full twice is still one candidate."""
    article = Article("Mira Dahl arrived. Mira Dahl sat. Dahl smiled.")
    article.name("Mira Dahl")
    article.name("Mira Dahl", 2)
    assert article.led(article.name("Dahl", 3)) == ("mira-dahl", "surname")


def test_other_surname() -> None:
    """Another surname is not led to the person."""
    article = Article("Mira Dahl arrived. Dahlgren smiled.")
    article.name("Mira Dahl")
    assert article.led(article.name("Dahlgren")) == (f"dahlgren-{article.ident}", "same words")


def test_surname_in_capitals() -> None:
    """A surname in capitals, as in a transcript, is the same surname."""
    article = Article("Mira Dahl arrived. DAHL: We must go.")
    article.name("Mira Dahl")
    assert article.led(article.name("DAHL")) == ("mira-dahl", "surname")


@pytest.mark.parametrize(("gender", "found"), [("feminine", "mira-dahl"), ("masculine", "tor-dahl")])
def test_title_tells_who_of_two_is_meant(gender: str, found: str) -> None:
    """Of two persons of one surname a title means the one whose given name agrees with it."""
    article = Article("Mira Dahl met Tor Dahl. Then Dahl smiled.")
    article.name("Mira Dahl")
    article.name("Tor Dahl")
    assert article.led(article.name("Dahl", 3, gender=gender)) == (found, "surname")


def test_title_of_another_gender() -> None:
    """A man's title does not lead to a woman of that surname."""
    article = Article("Mira Dahl arrived. Mr Dahl smiled.")
    article.name("Mira Dahl")
    assert article.led(article.name("Dahl", 2, gender="masculine")) is None


# ------------------------------------------------------------------------------------------------ given name


def test_given_name() -> None:
    """A given name alone is the one person of the document who bears it."""
    article = Article("Mira Dahl arrived. Mira waved.")
    article.name("Mira Dahl")
    assert article.led(article.name("Mira", 2)) == ("mira-dahl", "given name")


def test_given_name_of_two() -> None:
    """A given name that two persons bear leads to neither."""
    article = Article("Mira Dahl met Mira Moor. Mira waved.")
    article.name("Mira Dahl")
    article.name("Mira Moor")
    assert article.led(article.name("Mira", 3)) == (f"mira-{article.ident}", "same words")


def test_given_name_of_a_place() -> None:
    """A place that is called like a person is not that person."""
    article = Article("Mira Dahl arrived. Mira flourished.")
    article.name("Mira Dahl")
    assert article.led(article.name("Mira", 2, label="GPE")) == ("mira", "own name")


# ------------------------------------------------------------------------------------------------ fuller name


@pytest.mark.parametrize("name", ["Mira K. Dahl", "Mira Katrin Dahl", "M. Dahl"])
def test_fuller_name(name: str) -> None:
    """A name that holds the words of another, or its initials, is the same person; the oftener one stands for both."""
    article = Article(f"Mira Dahl arrived. Mira Dahl sat. {name} smiled.")
    article.name("Mira Dahl")
    article.name("Mira Dahl", 2)
    assert article.led(article.name(name)) == ("mira-dahl", "fuller name")


@pytest.mark.parametrize("name", ["Tor Dahl", "Tor K. Dahl", "Mira Dahlgren"])
def test_no_fuller_name(name: str) -> None:
    """Another given name or another surname is another person."""
    article = Article(f"Mira Dahl arrived. {name} smiled.")
    article.name("Mira Dahl")
    assert (article.led(article.name(name)) or ("",))[0] != "mira-dahl"


def test_fuller_name_of_two() -> None:
    """An initial that two persons of the document bear leads to neither."""
    article = Article("Mira Dahl met Magnus Dahl. M. Dahl smiled.")
    article.name("Mira Dahl")
    article.name("Magnus Dahl")
    assert article.led(article.name("M. Dahl")) == ("m-dahl", "own name")


# ------------------------------------------------------------------------------------------------ seen as a person


@pytest.mark.parametrize("words", ["Mira Dahl Opens", "Mira Dahl Charged", "Actress Mira Dahl Opens"])
def test_name_with_the_verb_of_a_headline(words: str) -> None:
    """The name of a person in a headline ends before the verb."""
    article = Article(f"{words} Harbour Tunnel With Song. Mira Dahl smiled.")
    first, _ = article.name(words), article.name("Mira Dahl", 2)
    assert (article.led(first) or ("",))[0] == "mira-dahl"


@pytest.mark.parametrize("text", ["Mira Dahl Moor opened it with a song.", "Mira Dahl Jr. Opens Harbour Tunnel Here."])
def test_name_without_a_verb(text: str) -> None:
    """Outside of headlines, and with what belongs to a name, all words are the name's."""
    article = Article(f"{text} Mira Dahl smiled.")
    words = " ".join(text.split()[:3])
    first, _ = article.name(words), article.name("Mira Dahl", 2)
    assert (article.led(first) or ("",))[0] != "mira-dahl"


def test_seen_as_a_person() -> None:
    """A name that is a person's once is a person's where it was taken for a body."""
    article = Article("Dahl arrived. Dahl smiled.")
    first, again = article.name("Dahl"), article.name("Dahl", 2, label="ORG")
    assert article.led(first) == article.led(again) == (f"dahl-{article.ident}", "same words")


@pytest.mark.parametrize(
    ("text", "noun", "number", "found"),
    [
        ("Mira Page arrived. Page smiled.", "Page", "singular", "mira-page"),
        ("Mira Page arrived. The Page smiled.", "The Page", "singular", None),
        ("Mira Reeves arrived. Reeves smiled.", "Reeves", "plural", "mira-reeves"),
        ("Mira Mills saw the mills. Mills smiled.", "Mills", "plural", None),
    ],
)
def test_noun_that_is_a_surname(text: str, noun: str, number: str, found: str | None) -> None:
    """A word with a capital that was taken for a noun is the surname that it is elsewhere, but for "The Page"."""
    article = Article(text)
    article.name(" ".join(text.split()[:2]))
    start = text.index(noun + " smiled")
    span = article.noun(noun, text[:start].count(noun) + 1, number=number)
    assert (article.led(span) or (None,))[0] == found


def test_place_is_not_seen_as_a_person() -> None:
    """A place stays a place."""
    article = Article("Dahl arrived. Dahl flourished.")
    article.name("Dahl")
    assert article.led(article.name("Dahl", 2, label="GPE")) == ("dahl", "own name")


# ------------------------------------------------------------------------------------------------ title and surname


def test_title_and_surname() -> None:
    """An office and a surname are the one person whom the knowledge base knows to have held it."""
    article = Article("Premier Whit smiled. Whit left.")
    premier = article.name("Premier Whit")
    assert [article.led(premier), article.led(article.name("Whit", 2))] == [
        ("person:dana-whit", "title and surname"),
        ("person:dana-whit", "surname"),
    ]


def test_other_office() -> None:
    """Another office is not that person's."""
    article = Article("Governor Kell smiled.")
    assert article.led(article.name("Governor Kell")) == ("governor-kell", "own name")


def test_whole_name_is_no_surname() -> None:
    """Another person of the same surname keeps an id of their own."""
    article = Article("Mira Dahl arrived. Tor Dahl smiled.")
    article.name("Mira Dahl")
    assert article.led(article.name("Tor Dahl")) == ("tor-dahl", "own name")


def test_surname_of_a_body() -> None:
    """The last word of a body's name is no surname."""
    article = Article("The Upper Lake Board met. Board smiled.")
    article.name("Upper Lake Board", label="ORG")
    assert article.led(article.name("Board", 2)) == (f"board-{article.ident}", "same words")


def test_common_noun_is_no_surname() -> None:
    """A common noun that reads like a surname is not led to the person."""
    article = Article("Mira Field arrived. The Field was wet.")
    article.name("Mira Field")
    assert article.led(article.noun("The Field")) is None


def test_surname_that_is_also_a_place() -> None:
    """A person's surname that a known place shares is the person of the document."""
    article = Article("Ella Washington arrived. Washington smiled.")
    article.name("Ella Washington")
    assert article.led(article.name("Washington", 2)) == ("ella-washington", "surname")


# ------------------------------------------------------------------------------------------------ last word


def test_last_word_with_article() -> None:
    """With its article, "The Board" is the one body of the document whose whole name ends in it."""
    article = Article("The Upper Lake Board met. The Board smiled.")
    article.name("Upper Lake Board", label="ORG")
    board = article.name("The Board", label="ORG")
    assert article.led(board) == ("upper-lake-board", "last word")


def test_last_word_within_another_name() -> None:
    """A name with an adjective before it, as the beginning of a law's, is no fuller name's last word."""
    article = Article("The Upper Lake Board met. Then the tender Board for All Act fell.")
    article.name("Upper Lake Board", label="ORG")
    board = article.name("the tender Board", label="ORG", called="Board")
    assert (article.led(board) or ("",))[0] != "upper-lake-board"


def test_last_word_of_two_bodies() -> None:
    """A last word that two bodies of the document share leads to neither."""
    article = Article("The Upper Lake Board met the Lower Lake Board. The Board smiled.")
    article.name("Upper Lake Board", label="ORG")
    article.name("Lower Lake Board", label="ORG")
    board = article.name("The Board", label="ORG")
    assert article.led(board) is None


# ------------------------------------------------------------------------------------------------ apposition


def test_apposition_to_a_name() -> None:
    """What stands beside a name for the same thing denotes what the name does."""
    article = Article("Mira Dahl, the harbour master, smiled.")
    dahl = article.name("Mira Dahl")
    assert article.led(article.noun("the harbour master", apposition=dahl)) == ("mira-dahl", "apposition")


def test_apposition_of_a_plural() -> None:
    """A plural that the parse puts beside one person is not that person."""
    article = Article("Talks with Mira Dahl, events of weight, went on.")
    dahl = article.name("Mira Dahl")
    assert article.led(article.noun("events", number="plural", apposition=dahl)) is None


@pytest.mark.parametrize(
    ("noun", "number", "led"),
    [
        ("the capital", "singular", True),
        ("its film", "singular", False),
        ("a clerk", "singular", False),
        ("both countries", "plural", False),
    ],
)
def test_apposition_to_a_town(noun: str, number: str, led: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """A town or land is what a place can be, and no person, no work and not several."""
    article = Article(f"They saw {noun}, Port Vell, there.")
    span = article.noun(noun, number=number)
    article.name("Port Vell", label="GPE", apposition=span)
    assert (article.led(span) == ("city:sd-port-vell", "apposition")) is led


def test_apposition_before_a_name() -> None:
    """The link goes the other way, too: the noun first and the name beside it."""
    article = Article("The harbour master, Mira Dahl, smiled.")
    master = article.noun("The harbour master")
    article.name("Mira Dahl", apposition=master)
    assert article.led(master) == ("mira-dahl", "apposition")


def test_apposition_of_a_lone_name() -> None:
    """A name of one word, too, denotes the same as the noun beside it."""
    article = Article("His wife, Maud, smiled.")
    wife = article.noun("His wife")
    maud = article.name("Maud", apposition=wife)
    assert article.led(wife) == (f"maud-{article.ident}", "apposition")
    assert article.led(maud) == (f"maud-{article.ident}", "same words")


def test_no_apposition() -> None:
    """A noun that only stands near a name is not led to it."""
    article = Article("Mira Dahl told the harbour master.")
    article.name("Mira Dahl")
    assert article.led(article.noun("the harbour master")) is None


def test_apposition_of_two_names() -> None:
    """Two names that lead somewhere by themselves keep their own ends."""
    article = Article("Norland, Sudria, smiled.")
    norland = article.name("Norland", label="GPE")
    sudria = article.name("Sudria", label="GPE", apposition=norland)
    assert [article.led(span) for span in (norland, sudria)] == [("state:nd", "name"), ("state:sd", "name")]


def test_apposition_of_two_nouns() -> None:
    """Two nouns that lead nowhere lead nowhere together, either."""
    article = Article("The harbour master, the guest, smiled.")
    master = article.noun("The harbour master")
    assert article.led(article.noun("the guest", apposition=master)) is None


# ------------------------------------------------------------------------------------------------ role noun


def spokesperson(rest: str) -> tuple[Article, Span]:
    """A person whom the text calls the spokesperson of the State Department."""
    article = Article(f"State Department spokesperson Mira Dahl arrived. {rest}")
    body, dahl = article.name("State Department", label="ORG"), article.name("Mira Dahl")
    words = "State Department spokesperson Mira Dahl"
    article.affiliation(words, person=dahl, role="spokesperson", body=body)
    return article, dahl


@pytest.mark.parametrize("words", ["The spokesperson", "The spokeswoman", "The State Department representative"])
def test_role_noun(words: str) -> None:
    """A definite role noun is the one person whom the text gave that role."""
    article, _ = spokesperson(f"{words} smiled.")
    assert article.led(article.noun(words)) == ("mira-dahl", "role noun")


def test_role_noun_of_the_same_body() -> None:
    """A role noun that names the person's body is that person."""
    article, _ = spokesperson("The State Department spokesperson smiled.")
    article.name("State Department", 2, label="ORG")
    assert article.led(article.noun("The State Department spokesperson")) == ("mira-dahl", "role noun")


def test_role_noun_of_another_body() -> None:
    """A role noun that names another body is somebody else."""
    article, _ = spokesperson("The Port Authority spokesperson smiled.")
    article.name("Port Authority", label="ORG")
    assert article.led(article.noun("The Port Authority spokesperson")) is None


@pytest.mark.parametrize("words", ["A spokesperson", "The minister"])
def test_other_role(words: str) -> None:
    """An indefinite role noun, or that of another role, is somebody else."""
    article, _ = spokesperson(f"{words} smiled.")
    assert article.led(article.noun(words)) is None


def test_role_noun_plural() -> None:
    """Several spokespersons are not the one."""
    article, _ = spokesperson("The spokespersons smiled.")
    assert article.led(article.noun("The spokespersons", name="spokesperson", number="plural")) is None


def test_role_of_two() -> None:
    """A role that two persons have leads to neither."""
    article, _ = spokesperson("Spokesperson Tor Lind smiled. The spokesperson left.")
    article.affiliation("Spokesperson Tor Lind", person=article.name("Tor Lind"), role="spokesperson")
    assert article.led(article.noun("The spokesperson")) is None


def test_role_of_a_body() -> None:
    """A role noun is never led to a body or state that has the role."""
    article = Article("Mediator Norland smiled. The mediator left.")
    article.affiliation("Mediator Norland", person=article.name("Norland", label="GPE"), role="mediator")
    assert article.led(article.noun("The mediator")) is None


@pytest.mark.parametrize(("given", "said"), [("former mayor", "The mayor"), ("mayor", "The deputy mayor")])
def test_role_of_another_office(given: str, said: str) -> None:
    """The former mayor is not the mayor, nor the mayor the deputy mayor."""
    article = Article(f"Mira Dahl, a {given}, sat. {said} smiled.")
    article.affiliation(f"Mira Dahl, a {given}", person=article.name("Mira Dahl"), role=given)
    assert article.led(article.noun(said)) is None


def test_role_of_what_leads_nowhere() -> None:
    """The spokesperson of others is somebody else."""
    article, _ = spokesperson("The spokesperson of both parties smiled.")
    assert article.led(article.noun("The spokesperson")) is None


def test_role_given_later() -> None:
    """A role noun that stands before the person is not led forward."""
    article = Article("The spokesperson smiled. Spokesperson Tor Lind left.")
    first = article.noun("The spokesperson")
    article.affiliation("Spokesperson Tor Lind", person=article.name("Tor Lind"), role="spokesperson")
    assert article.led(first) is None


# ------------------------------------------------------------------------------------------------ noun of a body


@pytest.mark.parametrize("words", ["the board", "the lake board"])
def test_body_noun(words: str) -> None:
    """A definite noun of a body is the one body named before whose name ends in it."""
    article = Article(f"The Upper Lake Board met. Then {words} smiled.")
    article.name("Upper Lake Board", label="ORG")
    assert article.led(article.noun(words, label="ORG")) == ("upper-lake-board", "body noun")


@pytest.mark.parametrize(
    ("times", "between", "found"), [(1, 0, "lake-network"), (1, 200, "network"), (2, 200, "lake-network")]
)
def test_body_noun_long_before(times: int, between: int, found: str) -> None:
    """A body that was named once, and long before, is not meant by its noun; one that is named again is."""
    article = Article(f"{'The Lake Network grew. ' * times}{'It rained. ' * between}The network smiled.")
    for number in range(1, times + 1):
        article.name("Lake Network", number, label="ORG", standing=None)
    network = article.noun("The network", label="ORG")
    article.event("smiled", action="smile", actor=network)
    assert (article.led(network) or ("", ""))[0].removesuffix(f"-{article.ident}") == found


@pytest.mark.parametrize(("words", "found"), [("the office", "lake-office"), ("whose office", "office")])
def test_body_noun_of_somebody(words: str, found: str) -> None:
    """An office of which the words say whose it is is not the one that was named."""
    article = Article(f"The Lake Office met Tor Dahl, {words} closed.")
    article.name("Lake Office", label="ORG")
    office = article.noun(words, label="ORG", name="office", definite=True)
    article.event("closed", action="close", actor=office)
    assert (article.led(office) or ("", ""))[0].removesuffix(f"-{article.ident}") == found


def test_another() -> None:
    """Another man is not the man of whom the text spoke before."""
    article = Article("A man smiled. Another man waved. The man left.")
    men = [article.noun(words, name="man", label="PERSON") for words in ("A man", "Another man")]
    article.event("smiled", action="smile", actor=men[0])
    article.event("waved", action="wave", actor=men[1])
    assert [article.led(man) for man in men] == [
        (f"man-{article.ident}", "same words"),
        (f"another-man-{article.ident}", "same words"),
    ]


@pytest.mark.parametrize("words", ["a board", "the school board", "the council"])
def test_other_body_noun(words: str) -> None:
    """An indefinite noun, one with a word that the name lacks, and another noun are other bodies."""
    article = Article(f"The Upper Lake Board met. Then {words} smiled.")
    article.name("Upper Lake Board", label="ORG")
    assert (article.led(article.noun(words, label="ORG")) or ("",))[0] != "upper-lake-board"


def test_body_noun_of_two() -> None:
    """A noun that ends the names of two bodies is neither."""
    article = Article("The Upper Lake Board met the Lower Lake Board. Then the board smiled.")
    article.name("Upper Lake Board", label="ORG")
    article.name("Lower Lake Board", label="ORG")
    assert (article.led(article.noun("the board", label="ORG")) or ("",))[0] not in {
        "upper-lake-board",
        "lower-lake-board",
    }


@pytest.mark.parametrize("rest", [" of the south smiled", " that Dahl led smiled", " Dahl led smiled"])
def test_body_noun_of_its_own(rest: str) -> None:
    """A definite noun whose own words tell which is meant is not the body named before."""
    article = Article(f"The Upper Lake Board met. Then the board{rest}.")
    article.name("Upper Lake Board", label="ORG")
    assert (article.led(article.noun("the board", label="ORG")) or ("",))[0] != "upper-lake-board"


# ------------------------------------------------------------------------------------------------ relative pronoun


def test_relative_pronoun() -> None:
    """A "who" is the one beside whom it stands."""
    article = Article("Mira Dahl, who sat, smiled.")
    dahl = article.name("Mira Dahl")
    assert article.led(article.pronoun("who", apposition=dahl)) == ("mira-dahl", "relative pronoun")


def test_relative_pronoun_of_nobody() -> None:
    """A "who" whose antecedent leads nowhere leads nowhere."""
    article = Article("Mira Dahl saw a crane who sat.")
    article.name("Mira Dahl")
    assert article.led(article.pronoun("who", apposition=article.noun("a crane"))) is None


# ------------------------------------------------------------------------------------------------ same words


def test_same_noun() -> None:
    """A definite noun is the one thing of the document that was called so, and more."""
    article = Article("A masked gunman met Norland. The gunman paid.")
    first, again = article.noun("A masked gunman", name="masked gunman"), article.noun("The gunman")
    article.event("met", action="meet", actor=first)
    article.event("paid", action="pay", actor=again)
    assert article.led(again) == (f"masked-gunman-{article.ident}", "same noun")


@pytest.mark.parametrize(("between", "sieve"), [("", "same noun"), ("It rained. It poured. ", "same words")])
def test_same_noun_of_a_thing(between: str, sieve: str) -> None:
    """A definite thing is the one of its sentence or the one before, and not any of that noun."""
    article = Article(f"Norland raised a border issue. {between}Sudria saw the issue.")
    first, again = article.noun("a border issue", name="border issue"), article.noun("the issue")
    article.event("raised", action="raise", recipient=first)
    article.event("saw", action="see", recipient=again)
    assert (article.led(again) or ("", ""))[1] == sieve


def test_things_of_two_owners() -> None:
    """The plan of one is not the plan of another."""
    article = Article("Dahl's plan failed and Moor's plan won.")
    plans = [article.noun(words, name="plan", definite=True) for words in ("Dahl's plan", "Moor's plan")]
    article.event("failed", action="fail", recipient=plans[0])
    article.event("won", action="win", recipient=plans[1])
    assert [(article.led(plan) or ("",))[0] for plan in plans] == [
        f"dahl-plan-{article.ident}",
        f"moor-plan-{article.ident}",
    ]


@pytest.mark.parametrize(("ends", "sieve"), [("Fund", "same noun"), ("Board", "same words")])
def test_same_noun_as_a_body(ends: str, sieve: str) -> None:
    """A body's noun is not the one that was told by a noun where names of the document end in it."""
    article = Article(f"A river board and the Lake {ends} and the Hill {ends} met. The board paid. Norland smiled.")
    first = article.noun("A river board", name="river board", label="ORG")
    lake, hill = (article.name(f"the {where} {ends}", label="ORG") for where in ("Lake", "Hill"))
    again = article.noun("The board", label="ORG")
    article.event("met", action="meet", actor=(first, lake, hill))
    article.event("paid", action="pay", actor=again)
    assert (article.led(again) or ("", ""))[1] == sieve


def test_same_noun_of_two() -> None:
    """A noun that two things of the document share is neither."""
    article = Article("A masked gunman met a young gunman. The gunman paid.")
    spans = [article.noun("A masked gunman", name="masked gunman"), article.noun("a young gunman", name="young gunman")]
    article.event("met", action="meet", actor=spans[0], recipient=spans[1])
    again = article.noun("The gunman")
    article.event("paid", action="pay", actor=again)
    assert article.led(again) == (f"gunman-{article.ident}", "same words")


def test_same_words() -> None:
    """A party that nothing explains is a thing of this document, one for the same words."""
    article = Article("The dockers met Norland. Norland paid the dockers.")
    first, again = article.noun("The dockers", number="plural"), article.noun("the dockers", number="plural")
    article.event("met", action="meet", actor=first)
    article.event("paid", action="pay", recipient=again)
    here = (f"dockers-{article.ident}", "same words")
    assert [article.led(span) for span in (first, again)] == [here, here]


def test_what_is_counted() -> None:
    """What is counted is a thing of this document, though it plays no part in an event."""
    article = Article("Norland saw 30 cranes.")
    cranes = article.noun("cranes", number="plural")
    article.quantity("30", value=30.0, counts=cranes)
    assert article.led(cranes) == (f"cranes-{article.ident}", "same words")


def test_no_party() -> None:
    """What plays no part in an event and has no name leads nowhere."""
    article = Article("The dockers met Norland near the cranes.")
    article.event("met", action="meet", actor=article.noun("The dockers", number="plural"))
    assert article.led(article.noun("the cranes", number="plural")) is None


# ------------------------------------------------------------------------------------------------ first person


def quotation(content: str, *, kind: Quotation = Quotation.DIRECT) -> tuple[Article, Span]:
    """A quotation whose speaker is Mira Dahl."""
    article = Article(f"Mira Dahl said “{content}” to Tor Lind.")
    dahl = article.name("Mira Dahl")
    article.name("Tor Lind")
    article.attribution(content, authority=dahl, quotation=kind)
    return article, dahl


def test_speaker() -> None:
    """An "I" inside a quotation is its speaker."""
    article, dahl = quotation("I must go")
    assert article.led(article.pronoun("I", speaker=dahl)) == ("mira-dahl", "speaker")


def test_we_of_one_person() -> None:
    """A "we" is no one person."""
    article, dahl = quotation("We must go")
    assert article.led(article.pronoun("We", speaker=dahl)) is None


@pytest.mark.parametrize(("role", "found"), [("spokeswoman", ("upper-lake-board", "speaker")), ("founder", None)])
def test_we_of_who_speaks_for_a_body(role: str, found: tuple[str, str] | None) -> None:
    """A "we" of a spokeswoman is the body that she speaks for, of any other it may be anybody."""
    article = Article("Mira Dahl of the Upper Lake Board said “We must go”.")
    dahl, board = article.name("Mira Dahl"), article.name("Upper Lake Board", label="ORG")
    article.affiliation("Mira Dahl of the Upper Lake Board", person=dahl, role=role, body=board)
    assert article.led(article.pronoun("We", speaker=dahl)) == found


def test_we_of_who_speaks_for_a_person() -> None:
    """A "we" of who speaks for one person is not that person."""
    article = Article("Mira Dahl, spokeswoman for Tor Lind, said “We must go”.")
    dahl, lind = article.name("Mira Dahl"), article.name("Tor Lind")
    article.affiliation("Mira Dahl, spokeswoman for Tor Lind", person=dahl, role="spokeswoman", body=lind)
    assert article.led(article.pronoun("We", speaker=dahl)) is None


def test_we_of_a_body() -> None:
    """A "we" of a body that speaks is the body."""
    article = Article("The Upper Lake Board said “We must go”.")
    board = article.name("Upper Lake Board", label="ORG")
    assert article.led(article.pronoun("We", speaker=board)) == ("upper-lake-board", "speaker")


def test_letter_that_speaks() -> None:
    """A "we" of a letter is not the letter, but whoever wrote it."""
    article = Article("Ida said “We must go”.")
    letter = article.noun("Ida")
    article.event("said", action="say", actor=letter)
    article.attribution("We must go", authority=letter, quotation=Quotation.DIRECT)
    assert article.led(letter) is not None
    assert article.led(article.pronoun("We", speaker=letter)) is None


def test_unknown_speaker() -> None:
    """A "we" of a speaker who leads nowhere leads nowhere."""
    article = Article("The guard said “We must go” to Tor Lind.")
    guard = article.noun("The guard")
    article.name("Tor Lind")
    assert article.led(article.pronoun("We", speaker=guard)) is None


@pytest.mark.parametrize("genre", [Genre.OPINION, Genre.LETTER])
def test_author(genre: Genre) -> None:
    """An "I" outside quotations is the author of an opinion or a letter."""
    article = Article("Sudria must pay. I insist.", genre=genre, author="Lena Moor")
    assert article.led(article.pronoun("I")) == ("lena-moor", "author")


def test_author_of_a_report() -> None:
    """An "I" of a report is nobody: a report's author does not speak in it."""
    article = Article("Sudria must pay. I insist.", genre=Genre.REPORT, author="Lena Moor")
    assert article.led(article.pronoun("I")) is None


def test_opinion_without_an_author() -> None:
    """An "I" of an unsigned opinion is nobody."""
    article = Article("Sudria must pay. I insist.", genre=Genre.OPINION)
    assert article.led(article.pronoun("I")) is None


def test_we_of_an_opinion() -> None:
    """A "we" of an opinion is not the author alone."""
    article = Article("Sudria must pay. We insist.", genre=Genre.OPINION, author="Lena Moor")
    assert article.led(article.pronoun("We")) is None


def test_i_inside_a_quotation_of_an_opinion() -> None:
    """An "I" inside a quotation is its speaker, not the author of the opinion around it."""
    article = Article("Mira Dahl said “I must go”.", genre=Genre.OPINION, author="Lena Moor")
    dahl = article.name("Mira Dahl")
    assert article.led(article.pronoun("I", speaker=dahl)) == ("mira-dahl", "speaker")


# ------------------------------------------------------------------------------------------------ third person


@pytest.mark.parametrize(("word", "gender"), [("He", "masculine"), ("She", "feminine"), ("He", None), ("She", None)])
def test_person(word: str, gender: str | None) -> None:
    """A "he" or "she" is the person before, unless the person's title says otherwise."""
    article = Article(f"Kim Aster arrived. {word} smiled.")
    article.name("Kim Aster", gender=gender)
    assert article.led(article.pronoun(word)) == ("kim-aster", "pronoun")


@pytest.mark.parametrize(("word", "gender"), [("He", "feminine"), ("She", "masculine")])
def test_other_gender(word: str, gender: str) -> None:
    """A person of the other gender is no antecedent."""
    article = Article(f"Kim Aster arrived. {word} smiled.")
    article.name("Kim Aster", gender=gender)
    assert article.led(article.pronoun(word)) is None


def test_gender_chooses() -> None:
    """Of two persons the one of the pronoun's gender is meant, though the other stands nearer."""
    article = Article("Mrs Aster Kim met Mr Tor Lind. She smiled.")
    article.name("Aster Kim", gender="feminine")
    article.name("Tor Lind", gender="masculine")
    assert article.led(article.pronoun("She")) == ("aster-kim", "pronoun")


def test_he_is_no_body() -> None:
    """A body or a state is no "he"."""
    article = Article("Norland met the Upper Lake Board. He smiled.")
    article.name("Norland", label="GPE")
    article.name("Upper Lake Board", label="ORG")
    assert article.led(article.pronoun("He")) is None


def test_it() -> None:
    """An "it" that is a party is the state or body before."""
    article = Article("Norland agreed. It paid.")
    article.name("Norland", label="GPE")
    it = article.pronoun("It")
    article.event("paid", action="pay", actor=it)
    assert article.led(it) == ("state:nd", "pronoun")


def test_it_that_may_be_either() -> None:
    """Where two are nearly as likely, "it" leads somewhere only where it says something."""
    found = []
    for speaks in (True, False):
        article = Article("There was the plan of Norland. It broke.")
        article.name("Norland", label="GPE")
        it = article.pronoun("It")
        article.noun("the plan")
        article.event("broke", action="break", actor=it)
        if speaks:
            article.attribution("broke", authority=it)
        found.append(article.led(it) is not None)
    assert found == [True, False]


@pytest.mark.parametrize(("text", "goes_on"), [("It broke the dam.", True), ("In Sudria it broke the dam.", False)])
def test_it_that_goes_on(text: str, goes_on: bool) -> None:  # noqa: FBT001 (pytest passes parameters by position)
    """An "it" that opens its sentence is what opened the one before, though others are not far behind."""
    article = Article(f"The Hill Council came to the Lake Board of Norland. {text}")
    council = article.name("Hill Council", label="ORG")
    article.name("Lake Board", label="ORG")
    article.name("Norland", label="GPE")
    if "Sudria" in text:
        article.name("Sudria", label="GPE")
    it = article.pronoun("It" if goes_on else "it")
    article.event("came", action="come", actor=council)
    article.event("broke", action="break", actor=it)
    assert (article.led(it) is not None) is goes_on


def test_it_is_no_person() -> None:
    """A person is no "it"."""
    article = Article("Mira Dahl agreed. It paid.")
    article.name("Mira Dahl")
    it = article.pronoun("It")
    article.event("paid", action="pay", actor=it)
    assert article.led(it) is None


def test_it_that_says_something_of_another() -> None:
    """Who says it stands outside of what is said, though the nearest body stands inside."""
    article = Article("Norland agreed. Sudria paid, it said.")
    article.name("Norland", label="GPE")
    article.name("Sudria", label="GPE")
    it = article.pronoun("it")
    article.attribution("Sudria paid", authority=it)
    assert article.led(it) == ("state:nd", "pronoun")


@pytest.mark.parametrize(("function", "action"), [(Function.EXPLETIVE, "seem"), (Function.SUBJECT, "be hard")])
def test_it_is_so(function: Function, action: str) -> None:
    """An "it" that only is or seems something may be a clause or nothing at all."""
    article = Article("Norland agreed. It went so.")
    article.name("Norland", label="GPE")
    it = article.pronoun("It", standing=Standing(function=function))
    article.event("went", action=action, actor=it)
    assert article.led(it) is None


def test_it_is_a_thing() -> None:
    """Where a thing is more salient than any party, "it" is left alone."""
    article = Article("The crane hit Norland. It fell.")
    article.event("hit", action="hit", actor=article.noun("The crane"), recipient=article.name("Norland", label="GPE"))
    it = article.pronoun("It")
    article.event("fell", action="fall", actor=it)
    assert (article.led(it) or ("",))[0] != "state:nd"


def test_it_without_a_part() -> None:
    """An "it" that is no party of an event means nothing, as in "it rained"."""
    article = Article("Norland agreed. It rained.")
    article.name("Norland", label="GPE")
    assert article.led(article.pronoun("It")) is None


@pytest.mark.parametrize(("passive", "found"), [(False, ("state:nd", "pronoun")), (True, None)])
def test_it_as_a_recipient(passive: bool, found: tuple[str, str] | None) -> None:  # noqa: FBT001 (a parameter of the test)
    """An "it" that is asked to do something is a body; one to which something is done may be anything."""
    article = Article("Norland agreed. It was asked.")
    article.name("Norland", label="GPE")
    it = article.pronoun("It")
    article.event("asked", action="ask", recipient=it, passive=passive)
    assert article.led(it) == found


def test_it_speaks() -> None:
    """An "it" that says something is a body."""
    article = Article("Norland agreed. It said “We must go”.")
    article.name("Norland", label="GPE")
    it = article.pronoun("It")
    article.attribution("We must go", authority=it, quotation=Quotation.DIRECT)
    assert article.led(it) == ("state:nd", "pronoun")


def test_its() -> None:
    """An "its" needs to be no party."""
    article = Article("Norland agreed. Then its envoy left.")
    article.name("Norland", label="GPE")
    assert article.led(article.pronoun("its")) == ("state:nd", "pronoun")


def test_they() -> None:
    """A "they" is the group before."""
    article = Article("Sudrians arrived. They smiled.")
    article.name("Sudrians", label="NORP", number="plural")
    assert article.led(article.pronoun("They")) == ("pop:sudrians", "pronoun")


def test_they_are_a_body() -> None:
    """A "they" that does something may be a body that has just done something."""
    article = Article("The Upper Lake Board met. They smiled.")
    board, they = article.name("Upper Lake Board", label="ORG"), article.pronoun("They")
    article.event("met", action="meet", actor=board)
    article.event("smiled", action="smile", actor=they)
    assert article.led(they) == ("upper-lake-board", "pronoun")


def test_they_in_the_words_of_somebody_else() -> None:
    """A "they" in a quotation that names nobody is no group that is only likely."""
    article = Article("Mira Dahl met Sudrians. “They smiled”, Mira Dahl said.")
    dahl = article.name("Mira Dahl", 2)
    article.name("Sudrians", label="NORP", number="plural")
    they = article.pronoun("They", standing=SUBJECT)
    assert article.led(they) == ("pop:sudrians", "pronoun")
    article.attribution("They smiled", authority=dahl, quotation=Quotation.DIRECT)
    assert article.led(they) is None


def test_they_are_not_what_a_name_modifies() -> None:
    """A name that only tells what kind of claims they are is not "they"."""
    article = Article("The board read Sudrian claims. They smiled.")
    article.name("Sudrian", label="NORP", number=None)
    assert article.led(article.pronoun("They")) is None


def test_they_to_whom_it_is_done() -> None:
    """A "they" that something is done to is no body that did something."""
    article = Article("The Upper Lake Board met. They froze.")
    board, they = article.name("Upper Lake Board", label="ORG"), article.pronoun("They")
    article.event("met", action="meet", actor=board)
    article.event("froze", action="freeze", recipient=they, passive=True)
    assert article.led(they) is None


def test_she_whose_family_name_is_a_given_name() -> None:
    """A family name that is a man's given name elsewhere tells no gender."""
    article = Article("Ama Tor came. Later she smiled.")
    article.name("Ama Tor", called="Tor")
    she = article.pronoun("she", standing=SUBJECT)
    article.event("smiled", action="smile", actor=she)
    assert (article.led(she) or ("", ""))[1] == "pronoun"


def test_they_are_no_body_that_was_only_named() -> None:
    """A body that does nothing in its sentence is no "they"."""
    article = Article("A crane fell near the Upper Lake Board. They smiled.")
    article.name("Upper Lake Board", label="ORG")
    they = article.pronoun("They")
    article.event("smiled", action="smile", actor=they)
    assert article.led(they) is None


def test_they_are_two() -> None:
    """Two persons who did something together are "they": neither alone is meant, nor a group farther off."""
    article = Article("Sudrians came. Mira Dahl and Tor Lind agreed. They smiled.")
    article.name("Sudrians", label="NORP", number="plural")
    article.event("agreed", action="agree", actor=(article.name("Mira Dahl"), article.name("Tor Lind")))
    assert article.led(article.pronoun("They")) is None


def test_they_are_more_than_one_of_them() -> None:
    """A group that stands beside another is not all of "they"."""
    article = Article("Sudrians and Norlanders arrived. They smiled.")
    joined = replace(SUBJECT, joined=True)
    article.name("Sudrians", label="NORP", number="plural", standing=joined)
    article.name("Norlanders", label="NORP", number="plural", standing=joined)
    assert article.led(article.pronoun("They")) is None


def test_they_may_be_either() -> None:
    """Of two groups none is "they" where neither clearly leads."""
    article = Article("Sudrians met Norlanders. They smiled.")
    article.name("Sudrians", label="NORP", number="plural")
    article.name("Norlanders", label="NORP", number="plural")
    assert article.led(article.pronoun("They")) is None


def test_they_are_who_is_spoken_of_all_along() -> None:
    """A group that was named before leads another that was named once, though it stands no nearer."""
    article = Article("Sudrians came. Sudrians sat. Sudrians met cranes. They smiled.")
    for nth in (1, 2, 3):
        article.name("Sudrians", nth, label="NORP", number="plural")
    article.noun("cranes", number="plural")
    assert article.led(article.pronoun("They")) == ("pop:sudrians", "pronoun")


def test_they_are_some_party() -> None:
    """A "they" may be a party in the plural of no known kind."""
    article = Article("The dockers arrived. They smiled.")
    article.event("arrived", action="arrive", actor=article.noun("The dockers", number="plural"))
    assert article.led(article.pronoun("They")) == (f"dockers-{article.ident}", "pronoun")


def test_they_are_no_state() -> None:
    """A state is no "they"."""
    article = Article("Norland agreed. They smiled.")
    article.name("Norland", label="GPE")
    assert article.led(article.pronoun("They")) is None


def test_they_are_no_person() -> None:
    """One person is no "they"."""
    article = Article("Mira Dahl arrived. They smiled.")
    article.name("Mira Dahl")
    assert article.led(article.pronoun("They")) is None


def test_it_is_no_group() -> None:
    """A group is no "it"."""
    article = Article("Sudrians arrived. It paid.")
    article.name("Sudrians", label="NORP", number="plural")
    it = article.pronoun("It")
    article.event("paid", action="pay", actor=it)
    assert article.led(it) is None


def test_we_outside_a_quotation() -> None:
    """A pronoun of the first person outside a quotation is nobody who stands before."""
    article = Article("Sudrians arrived. We smiled.")
    article.name("Sudrians", label="NORP", number="plural")
    assert article.led(article.pronoun("We")) is None


# ------------------------------------------------------------------------------------------------ which antecedent


def test_no_antecedent() -> None:
    """A pronoun before any name leads nowhere."""
    article = Article("She smiled. Mira Dahl arrived.")
    article.name("Mira Dahl")
    assert article.led(article.pronoun("She")) is None


@pytest.mark.parametrize(("sentences", "found"), [(2, True), (1, False)])
def test_reach(sentences: int, found: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """The antecedent stands at most the configured number of sentences back."""
    article = Article("Mira Dahl arrived. Mira Dahl sat. It rained. She smiled.")
    article.name("Mira Dahl", standing=SUBJECT)
    article.name("Mira Dahl", 2, standing=SUBJECT)
    assert (article.led(article.pronoun("She", standing=SUBJECT), sentences=sentences) is not None) is found


def test_nearest_sentence() -> None:
    """The person of the nearest sentence is meant."""
    article = Article("Mira Dahl arrived. Ella Moor left. She smiled.")
    article.name("Mira Dahl")
    article.name("Ella Moor")
    assert article.led(article.pronoun("She")) == ("ella-moor", "pronoun")


def test_as_likely() -> None:
    """Of two persons of an earlier sentence of whom neither is its subject, neither is meant: they are too close."""
    article = Article("Then Mira Dahl met Ella Moor. She smiled.")
    article.name("Mira Dahl")
    article.name("Ella Moor")
    assert article.led(article.pronoun("She")) is None


def test_same_function() -> None:
    """Of two persons of an earlier sentence the one who stands in the pronoun's function is meant."""
    article = Article("Mira Dahl met Ella Moor. Then the guard saw her.")
    article.name("Mira Dahl", standing=SUBJECT)
    article.name("Ella Moor", standing=OBJECT)
    her = article.pronoun("her", standing=OBJECT)
    assert article.led(her) == ("ella-moor", "pronoun")


def test_following_subject() -> None:
    """A pronoun in the phrase that opens a sentence is the subject that follows."""
    article = Article("Mira Dahl sat. In her speech, Ella Moor smiled.")
    article.name("Mira Dahl", standing=SUBJECT)
    moor = article.name("Ella Moor", standing=SUBJECT)
    her = article.pronoun("her", standing=Standing(function=Function.POSSESSOR, following=moor))
    assert article.led(her) == ("ella-moor", "pronoun")


def test_no_following_subject() -> None:
    """A name behind the pronoun that is not the subject of its sentence is no antecedent."""
    article = Article("Her speech pleased Ella Moor.")
    article.name("Ella Moor", standing=OBJECT)
    assert article.led(article.pronoun("Her", standing=Standing(function=Function.POSSESSOR))) is None


def test_subject_of_its_verb() -> None:
    """The object of a verb is not its subject: "X saw her" is about another."""
    article = Article("Mira Dahl saw her.")
    dahl = article.name("Mira Dahl", standing=SUBJECT)
    assert article.led(article.pronoun("her", standing=replace(OBJECT, subjects=(dahl,)))) is None


def test_reflexive() -> None:
    """A reflexive is the subject of its verb."""
    article = Article("Mira Dahl saw herself.")
    dahl = article.name("Mira Dahl", standing=SUBJECT)
    herself = article.pronoun("herself", standing=replace(OBJECT, subjects=(dahl,)))
    assert article.led(herself) == ("mira-dahl", "pronoun")


@pytest.mark.parametrize(("likened", "found"), [(True, None), (False, ("mira-dahl", "pronoun"))])
def test_nobody_is_her_own_sister(likened: bool, found: tuple[str, str] | None) -> None:  # noqa: FBT001 (a parameter of the test)
    """In "X, her sister" another is meant; in "X met her sister" it is X."""
    article = Article("Mira Dahl, her sister.")
    dahl = article.name("Mira Dahl", standing=SUBJECT)
    standing = Standing(function=Function.POSSESSOR, subjects=(dahl,), likened=(dahl,) if likened else ())
    assert article.led(article.pronoun("her", standing=standing)) == found


def test_they_both() -> None:
    """A "they both" is two, and no group."""
    article = Article("Sudrians arrived. They both smiled.")
    article.name("Sudrians", label="NORP", number="plural")
    assert article.led(article.pronoun("They")) is None


@pytest.mark.parametrize(("name", "found"), [("Hartwig", True), ("HARTWIG", False), ("the Hartwig", False)])
def test_name_that_reads_like_a_person(name: str, found: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """One word that was taken for a body may be a person's name, unless it has an article or stands in capitals."""
    article = Article(f"Then {name} sat. She smiled.")
    article.name(name, label="ORG", standing=SUBJECT)
    assert (article.led(article.pronoun("She", standing=SUBJECT)) is not None) is found


def test_place_does_not_read_like_a_person() -> None:
    """A place is no "she"."""
    article = Article("Then Hartwig sat. She smiled.")
    article.name("Hartwig", label="GPE", standing=SUBJECT)
    assert article.led(article.pronoun("She", standing=SUBJECT)) is None


def test_who_has_spoken() -> None:
    """Who is quoted has been quoted before."""
    article = Article("Mira Dahl said “Sudria paid”. Ella Moor came. “Norland paid”, she said.")
    dahl, _ = article.name("Mira Dahl", standing=SUBJECT), article.name("Ella Moor")
    she = article.pronoun("she", standing=SUBJECT)
    article.attribution("Sudria paid", authority=dahl, quotation=Quotation.DIRECT)
    article.attribution("Norland paid", authority=she, quotation=Quotation.DIRECT)
    assert article.led(she) == ("mira-dahl", "pronoun")


def test_nearest_of_the_same_sentence() -> None:
    """Of two persons of the pronoun's own sentence the nearest is meant."""
    article = Article("Then Mira Dahl met Ella Moor and she smiled.")
    article.name("Mira Dahl")
    article.name("Ella Moor")
    assert article.led(article.pronoun("she")) == ("ella-moor", "pronoun")


def test_subject_first() -> None:
    """In one sentence the subject is meant, though another person stands nearer."""
    article = Article("Mira Dahl met Ella Moor. She smiled.")
    dahl, moor = article.name("Mira Dahl"), article.name("Ella Moor")
    article.event("met", action="meet", actor=dahl, recipient=moor)
    assert article.led(article.pronoun("She")) == ("mira-dahl", "pronoun")


def test_who_is_spoken_of_all_along() -> None:
    """Who was subject again and again weighs more than one who is named last."""
    article = Article("Mira Dahl came. Dahl spoke. Then Dahl saw Ella Moor. She smiled.")
    spans = [article.name("Mira Dahl"), article.name("Dahl", 2), article.name("Dahl", 3)]
    for span, verb in zip(spans, ("came", "spoke", "saw"), strict=True):
        article.event(verb, action=verb, actor=span)
    article.name("Ella Moor")
    assert article.led(article.pronoun("She")) == ("mira-dahl", "pronoun")


@pytest.mark.parametrize(("word", "found"), [("He", "tor-lind"), ("She", "mira-dahl")])
def test_given_names_tell_gender(word: str, found: str) -> None:
    """A given name shows whether a "he" or a "she" is meant."""
    article = Article(f"Tor Lind met Mira Dahl. {word} smiled.")
    article.name("Tor Lind")
    article.name("Mira Dahl")
    assert article.led(article.pronoun(word)) == (found, "pronoun")


def test_noun_tells_gender() -> None:
    """A noun such as "widow" is no "he"."""
    article = Article("Kim Aster met the widow. He smiled.")
    article.name("Kim Aster")
    article.noun("the widow")
    assert article.led(article.pronoun("He")) == ("kim-aster", "pronoun")


def test_pronoun_tells_gender() -> None:
    """Who has been "she" is not "he" afterwards."""
    article = Article("Kim Aster arrived. She sat. He smiled.")
    article.name("Kim Aster")
    assert [article.led(article.pronoun(word)) for word in ("She", "He")] == [("kim-aster", "pronoun"), None]


def test_we_is_no_antecedent() -> None:
    """A "they" is not the "we" that stands before it."""
    article = Article("Mira Dahl said “We met the mayors as they sat”.")
    dahl = article.name("Mira Dahl")
    article.pronoun("We", speaker=dahl)
    assert article.led(article.pronoun("they")) is None


def test_co_argument() -> None:
    """A pronoun is none of the other parties of its own event."""
    article = Article("Tor Lind met him.")
    lind, him = article.name("Tor Lind"), article.pronoun("him")
    article.event("met", action="meet", actor=lind, recipient=him)
    assert article.led(him) is None


def test_no_co_argument() -> None:
    """A party of another event of the sentence may be meant."""
    article = Article("Tor Lind hoped Sudria met him.")
    lind, him, sudria = article.name("Tor Lind"), article.pronoun("him"), article.name("Sudria", label="GPE")
    article.event("hoped", action="hope", actor=lind)
    article.event("met", action="meet", actor=sudria, recipient=him)
    assert article.led(him) == ("tor-lind", "pronoun")


def test_speaker_is_not_he() -> None:
    """Nobody says "she" of herself in her own direct quotation."""
    article, _ = quotation("She must go")
    assert (article.led(article.pronoun("She")) or ("",))[0] != "mira-dahl"


def test_speaker_of_indirect_speech() -> None:
    """In indirect speech "she" may well be the speaker."""
    article, _ = quotation("She must go", kind=Quotation.INDIRECT)
    assert article.led(article.pronoun("She")) == ("mira-dahl", "pronoun")


def test_who_only_tells_it() -> None:
    """Of two persons the one who is put into the words as their speaker is less likely meant in them."""
    article = Article("Tor Lind smiled. Lind sat. The rain, Kim Aster said, had tired him.")
    for span, verb in ((article.name("Tor Lind"), "smiled"), (article.name("Lind", 2), "sat")):
        article.event(verb, action=verb, actor=span)
    aster = article.name("Kim Aster")
    article.attribution("The rain", "had tired him", authority=aster)
    assert article.led(article.pronoun("him")) == ("tor-lind", "pronoun")


def test_who_says_it_in_a_relative_clause() -> None:
    """Who is said to have said something is "he" in it, rather than the subject of the main clause."""
    article = Article("Tor Lind paid a builder who said he left.")
    article.name("Tor Lind", standing=SUBJECT)
    builder = article.noun("a builder", name="builder", label="PERSON", standing=OBJECT)
    who = article.pronoun("who", apposition=builder, standing=SUBJECT)
    he = article.pronoun("he", standing=SUBJECT)
    article.attribution("he left", authority=who)
    assert (article.led(he) or ("",))[0] == f"builder-{article.ident}"


@pytest.mark.parametrize(("says", "found"), [(True, "tor-lind"), (False, "")])
def test_body_named_after_one(says: bool, found: str) -> None:  # noqa: FBT001 (a parameter of the test)
    """What a body says that is named after somebody is said of him."""
    article = Article("Kim Aster smiled. The Tor Lind campaign said the rain tired him.")
    article.name("Kim Aster", standing=SUBJECT)
    campaign = article.noun("The Tor Lind campaign", standing=SUBJECT)
    article.name("Tor Lind")
    if says:
        article.attribution("the rain tired him", authority=campaign)
    assert (article.led(article.pronoun("him", standing=OBJECT)) or ("",))[0] == found


def test_who_has_spoken_in_the_sentence() -> None:
    """Who says one thing in a sentence says the next one there."""
    article = Article("Tor Aster sat. Tor Lind said the rain fell, but he said it was dry.")
    article.name("Tor Aster", standing=SUBJECT)
    lind, he = article.name("Tor Lind", standing=SUBJECT), article.pronoun("he", standing=SUBJECT)
    article.attribution("the rain fell", authority=lind)
    article.attribution("it was dry", authority=he)
    assert article.led(he) == ("tor-lind", "pronoun")


def test_thing_is_no_antecedent() -> None:
    """A party of no known kind is nobody's antecedent."""
    article = Article("The crane hit Sudria. She smiled. It paid.")
    article.event("hit", action="hit", actor=article.noun("The crane"))
    it = article.pronoun("It")
    article.event("paid", action="pay", actor=it)
    assert [article.led(span) for span in (article.pronoun("She"), it)] == [None, None]


def test_role_noun_as_antecedent() -> None:
    """A person meant by a role noun may be the antecedent."""
    article, _ = spokesperson("It rained. It poured. It hailed. The spokesperson sat. She smiled.")
    article.noun("The spokesperson")
    assert article.led(article.pronoun("She"), sentences=1) == ("mira-dahl", "pronoun")


# ------------------------------------------------------------------------------------------------ predicate noun


def guarded(*, subjects: bool = True, number: str | None = "singular", pronoun: bool = False) -> tuple[str, str] | None:
    """Where "a guard" leads that plays a part, where the clause says whom it tells of."""
    article = Article("Mira Dahl sat. She is a guard who left.")
    dahl = article.name("Mira Dahl", number=number)
    she = article.pronoun("She", standing=SUBJECT)
    standing = Standing(function=Function.PREDICATE, subjects=((she if pronoun else dahl),) if subjects else ())
    guard = article.noun("a guard", standing=standing, label="PERSON")
    article.event("left", action="leave", actor=guard)
    return article.led(guard)


@pytest.mark.parametrize("pronoun", [False, True])
def test_predicate_noun(pronoun: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """What plays a part is the person who is said, by name or pronoun, to be it."""
    assert guarded(pronoun=pronoun) == ("mira-dahl", "predicate noun")


@pytest.mark.parametrize(("subjects", "number"), [(False, "singular"), (True, "plural")])
def test_no_predicate_noun(subjects: bool, number: str) -> None:  # noqa: FBT001 (a parameter of the test)
    """A noun that nobody is said to be stays by itself, and so does one said of several."""
    found = guarded(subjects=subjects, number=number)
    assert found is not None
    assert found[1] == "same words"


@pytest.mark.parametrize(("before", "alone"), [("one of ", True), ("One of ", True), ("", False), ("two of ", False)])
def test_one_of_several(before: str, alone: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """One of several is not all of them, of whom the text spoke before."""
    article = Article(f"His guards slept. Then {before}his guards left.")
    several, some = (article.noun("his guards" if n else "His guards", name="guards", number="plural") for n in (0, 1))
    article.event("slept", action="sleep", actor=several)
    article.event("left", action="leave", actor=some)
    all_of_them, found = article.led(several), article.led(some)
    assert all_of_them is not None
    assert found is not None
    assert (found != all_of_them) is alone


@pytest.mark.parametrize(
    ("word", "found"), [("Grim", ("person:dana-whit", "surname")), ("Ella", ("ella-whit", "own name"))]
)
def test_called_something(word: str, found: tuple[str, str]) -> None:
    """A word that is no given name, before the surname of a known person of the text, makes nobody else of him."""
    article = Article(f"Dana Whit spoke. {word} Whit smiled.")
    article.name("Dana Whit")
    assert article.led(article.name(f"{word} Whit")) == found


@pytest.mark.parametrize(("word", "led"), [("Union", True), ("House", False)])
def test_house_of_a_parliament(word: str, led: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """The House is a chamber of a parliament, and not what else was named a House."""
    article = Article(f"The Pale {word} met. The {word} voted.")
    article.name(f"Pale {word}", label="ORG")
    found = article.led(article.name(f"The {word}", label="ORG"))
    assert (found == (f"pale-{word.lower()}", "last word")) is led
