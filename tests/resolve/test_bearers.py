"""Which of several bearers a surname alone means, and whom an office means."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from kg.model import Block, BlockKind, Function, Genre, Quotation, Span, Standing
from tests.articles import Article

SUBJECT = Standing(function=Function.SUBJECT)

# ------------------------------------------------------------------------------------------------ surname of several


def test_surname_before_another_bears_it() -> None:
    """Up to where another is named in full, a surname is the one who was named."""
    article = Article("Mira Dahl arrived. Dahl smiled. Tor Dahl left.")
    article.name("Mira Dahl")
    article.name("Tor Dahl")
    assert article.led(article.name("Dahl", 2)) == ("mira-dahl", "surname")


def test_surname_of_the_one_spoken_of() -> None:
    """Who is named much oftener than another of the name is meant, where the other was not named just before."""
    between = "The harbour was calm. " * 20
    article = Article(f"Mira Dahl sat. Dahl rose. Dahl spoke. Tor Dahl left. {between}Dahl smiled.")
    article.name("Mira Dahl")
    for nth in (2, 3):
        article.name("Dahl", nth)
    article.name("Tor Dahl")
    assert article.led(article.name("Dahl", 5)) == ("mira-dahl", "surname")


def test_surname_right_after_another_bearer() -> None:
    """Right after another of the name, a surname may be either's."""
    article = Article("Mira Dahl sat. Dahl rose. Dahl spoke. Tor Dahl left. Dahl smiled.")
    article.name("Mira Dahl")
    for nth in (2, 3):
        article.name("Dahl", nth)
    article.name("Tor Dahl")
    assert article.led(article.name("Dahl", 5)) is None


@pytest.mark.parametrize(("times", "found"), [(2, ("mira-dahl", "surname")), (1, None)])
def test_surname_in_a_headline(times: int, found: tuple[str, str] | None) -> None:
    """A surname before all whole names is who is named first, if she is named oftener."""
    article = Article(f"Dahl smiled. {'Mira Dahl sat. ' * times}Tor Dahl left.")
    first = article.name("Dahl")
    for nth in range(1, times + 1):
        article.name("Mira Dahl", nth)
    article.name("Tor Dahl")
    assert article.led(first) == found


def test_surname_of_a_leader() -> None:
    """Where another of the name leads a state, whom all news calls so, nobody is meant."""
    article = Article("Mira Whit sat. Whit rose. Dana Whit left.")
    article.name("Mira Whit")
    article.name("Dana Whit")
    assert article.led(article.name("Whit", 2)) is None


@pytest.mark.parametrize(("place", "found"), [("Norland", "person:lo-tarn"), ("Sudria", None)])
def test_leader_without_a_day(place: str, found: str | None) -> None:
    """In a document without a day a surname alone is who ever led a state of which it speaks, if nobody else has it."""
    article = Article(f"{place} waited. Tarn arrived in {place}.", day=None, outlet=None)
    for nth in (1, 2):
        article.name(place, nth, label="GPE")
    assert (article.led(article.name("Tarn")) or ("",))[0] == (found or f"tarn-{article.ident}")


def test_nickname() -> None:
    """A nickname in its marks is no part of a name."""
    article = Article('Mira "Mimi" Dahl arrived. Mira Dahl sat.')
    first = article.name('Mira "Mimi" Dahl')
    assert article.led(first) == article.led(article.name("Mira Dahl")) == ("mira-dahl", "own name")


# ------------------------------------------------------------------------------------------------ office


def whom(article: Article, words: str) -> str | None:
    """Whom a role noun is led to, if it is anybody known."""
    found = article.led(article.noun(words, label="PERSON", definite=True))
    return found[0] if found and found[1] == "office" else None


WHIT = "person:dana-whit"


@pytest.mark.parametrize("words", ["The governor", "The Wool nominee", "The Wool candidate"])
def test_office(words: str) -> None:
    """A definite role noun is the one person named before who holds that office on the day."""
    article = Article(f"Dana Whit arrived. {words} smiled.")
    article.name("Dana Whit")
    assert whom(article, words) == WHIT


def test_bare_noun_after_an_office() -> None:
    """The bare noun is whom the text called so before."""
    article = Article("Dana Whit arrived. The Wool candidate smiled. The candidate left.")
    article.name("Dana Whit")
    article.noun("The Wool candidate", label="PERSON")
    assert whom(article, "The candidate") == WHIT


@pytest.mark.parametrize("words", ["The former governor", "The GOP nominee", "A governor", "His governor", "The mayor"])
def test_no_office(words: str) -> None:
    """Neither who was it, nor any, nor somebody's, nor another office."""
    article = Article(f"Dana Whit arrived. {words} smiled.")
    article.name("Dana Whit")
    assert whom(article, words) is None


@pytest.mark.parametrize("rest", ["of the lakes", "who won", "it deserves"])
def test_office_told_apart(rest: str) -> None:
    """Words behind the noun tell of another."""
    article = Article(f"Dana Whit arrived. The governor {rest} smiled.")
    article.name("Dana Whit")
    assert whom(article, "The governor") is None


def test_office_before_the_name() -> None:
    """An office is not led forward to who holds it."""
    article = Article("The governor smiled. Dana Whit arrived.")
    article.name("Dana Whit")
    assert whom(article, "The governor") is None


@pytest.mark.parametrize(("words", "found"), [("The premier", None), ("The governor", WHIT)])
def test_office_without_a_day(words: str, found: str | None) -> None:
    """A document without a day may be of the time of another premier."""
    article = Article(f"Dana Whit arrived. {words} smiled.", day=None)
    article.name("Dana Whit")
    assert whom(article, words) == found


def test_justice_is_a_judge() -> None:
    """A role noun is the person whom the text gave the same role by another noun."""
    article = Article("Justice Mira Dahl arrived. The judge smiled.")
    article.affiliation("Justice Mira Dahl", person=article.name("Mira Dahl"), role="Justice")
    assert article.led(article.noun("The judge")) == ("mira-dahl", "role noun")


# ------------------------------------------------------------------------------------------------ quoted words


@pytest.mark.parametrize("quotation", [Quotation.DIRECT, Quotation.MIXED])
def test_pronoun_before_quoted_words(quotation: Quotation) -> None:
    """Who says what a sentence goes on to quote may be "he" before the marks."""
    article = Article("Tor Dahl said he would “mend the pier”.")
    dahl = article.name("Tor Dahl", standing=SUBJECT)
    he = article.pronoun("he", standing=Standing(function=Function.SUBJECT, above=(dahl,)))
    article.attribution("he would “mend the pier", authority=dahl, quotation=quotation)
    assert article.led(he) == ("tor-dahl", "pronoun")


@pytest.mark.parametrize("opening", ["Unlike Tor Dahl", "People like Tor Dahl", "In addition to Tor Dahl"])
def test_pronoun_beside_whom(opening: str) -> None:
    """Who is set beside somebody at the head of a sentence is not who is told of in it."""
    article = Article(f"{opening}, he smiled.")
    article.name("Tor Dahl")
    assert article.led(article.pronoun("he", standing=SUBJECT)) is None


def test_name_before_quoted_words() -> None:
    """Whom a speaker tells of in her own words does not say what is quoted behind the name."""
    article = Article("Mira Moor said Tor Dahl “smiled when he won”.")
    moor = article.name("Mira Moor", standing=SUBJECT)
    dahl = article.name("Tor Dahl", standing=SUBJECT)
    he = article.pronoun("he", standing=Standing(function=Function.SUBJECT, above=(dahl, moor)))
    article.attribution("Tor Dahl “smiled when he won", authority=moor, quotation=Quotation.MIXED)
    assert article.led(he) == ("tor-dahl", "pronoun")


# ------------------------------------------------------------------------------------------------ any, the author, many


def test_any_is_nobody() -> None:
    """The bank is not any bank of which the text spoke before."""
    article = Article("Any bank failed. The bank paid.")
    article.event("failed", action="fail", actor=article.noun("Any bank", name="bank", label="ORG"))
    bank = article.noun("The bank", label="ORG")
    article.event("paid", action="pay", actor=bank)
    assert article.led(bank) == (f"bank-{article.ident}", "same words")


def test_i_of_a_signed_letter() -> None:
    """On a page of letters "I" is who signed the letter that it stands in."""
    text = "I like the pier, it is long.\nMira Dahl\nI hate the pier, it is cold.\nTor Lind"
    article = Article(text, genre=Genre.LETTER)
    lines = [Block(kind=BlockKind.PARAGRAPH, span=Span(*found.span())) for found in re.finditer(r"[^\n]+", text)]
    article._document = replace(article.document, blocks=tuple(lines))
    assert [article.led(article.pronoun("I", nth)) for nth in (1, 2)] == [
        ("mira-dahl", "author"),
        ("tor-lind", "author"),
    ]


def test_family_name_that_comes_first() -> None:
    """Of a known person from where family names come first, the first word is the surname."""
    article = Article("Bo Ki-lan arrived. Bo smiled.")
    article.name("Bo Ki-lan")
    assert article.led(article.name("Bo", 2, label=None)) == ("person:bo-ki-lan", "surname")


def test_one_is_not_the_group() -> None:
    """A refugee with a capital, as in a headline, is not all refugees."""
    article = Article("Refugee smiled. Refugees smiled.")
    one, many = article.name("Refugee", label=None), article.name("Refugees", label=None, number="plural")
    assert [article.led(each) for each in (one, many)] == [None, ("pop:refugees", "name")]


# ------------------------------------------------------------------------------------------------ epithet


def called(before: str, after: str, noun: str = "The surgeon") -> str | None:
    """Whom a noun that opens a sentence is led to as an epithet, after a sentence that names persons."""
    article = Article(f"{before}. {noun} {after}.")
    for name in ("Mira Dahl", "Tor Moor"):
        for nth in range(1, article.text.count(name) + 1):
            article.name(name, nth)
    found = article.led(article.noun(noun, label="PERSON", standing=SUBJECT, definite=True))
    return found[0] if found and found[1] == "epithet" else None


def test_epithet() -> None:
    """A definite noun that opens a sentence is the one person of the sentence before."""
    assert called("Mira Dahl opened the case", "smiled") == "mira-dahl"


@pytest.mark.parametrize(
    ("before", "after", "noun"),
    [
        ("Mira Dahl met Tor Moor", "smiled", "The surgeon"),
        ("Mira Dahl sat. It rained", "smiled", "The surgeon"),
        ("Mira Dahl sat", "praised Mira Dahl", "The surgeon"),
        ("Mira Dahl sat", "of the lakes smiled", "The surgeon"),
        ("Mira Dahl sat", "smiled", "The other surgeon"),
        ("Mira Dahl sat", "smiled", "The victim"),
        ("Mira Dahl sat", "smiled", "A surgeon"),
        ("A surgeon sat", "smiled", "The surgeon"),
    ],
)
def test_no_epithet(before: str, after: str, noun: str) -> None:
    """Neither of two, nor one named farther off, or in the sentence itself, nor who is told of as another."""
    assert called(before, after, noun) is None


# ------------------------------------------------------------------------------------------------ apposition


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("His niece, Mira Dahl, smiled", "apposition"),
        ("His niece, the singer Mira Dahl, smiled", "apposition"),
        ("His niece, Mira Dahl (71), smiled", "apposition"),
        ("Unlike his niece, Mira Dahl smiled", "same words"),
        ("Without his niece, said Mira Dahl, nobody smiled", "same words"),
    ],
)
def test_apposition_between_commas(text: str, found: str) -> None:
    """A noun right before a whole name that a comma closes is that person, whatever the parse makes of it."""
    article = Article(f"{text}.")
    article.name("Mira Dahl")
    noun = article.noun("His niece" if text.startswith("His") else "his niece", label="PERSON", definite=True)
    led = article.led(noun)
    assert led is not None
    assert led[1] == found
