"""Which unknown figures of several documents are one, and beside each what must stay two."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from kg.config import ResolveConfig
from kg.model import Span
from kg.resolve import cast, one_figure, renamed
from tests.articles import KNOWLEDGE, Article

if TYPE_CHECKING:
    from kg.ontology import KnowledgeBase

COMPANY = ("Tor Lind", "Ella Moor", "Upper Lake Board")


def report(  # noqa: PLR0913 (what a mention shows)
    words: str,
    *,
    label: str | None = "PERSON",
    company: tuple[str, ...] = COMPANY,
    number: str = "singular",
    kind: str | None = "PERSON",
    called: str | None = None,
    clause: str = "",
) -> Article:
    """A report in which ``words`` does something, a name with a label or a noun of a kind without, among others."""
    article = Article(f"Then {words}{clause} paid Norland. {', '.join(company)} smiled.")
    actor = (
        article.noun(words, name=called, number=number, label=kind, definite=words.startswith("her "))
        if label is None
        else article.name(words, label=label)
    )
    for name in company:
        article.name(name, label="ORG" if name.endswith("Board") else "PERSON")
    article.event("paid", action="pay", actor=actor, recipient=article.name("Norland", label="GPE"))
    return article


def entities(*articles: Article, knowledge: KnowledgeBase = KNOWLEDGE) -> list[str]:
    """The entity of the words that begin each report, after all are known."""
    resolved = [(article, article.resolution(knowledge)) for article in articles]
    by = one_figure((cast(article.extraction(), found) for article, found in resolved), ResolveConfig())
    return [renamed(found, by).links[0][1] for _, found in resolved]


def are_one(first: Article, second: Article, knowledge: KnowledgeBase = KNOWLEDGE) -> bool:
    """Whether the two begin with one figure."""
    one, other = entities(first, second, knowledge=knowledge)
    return one == other


FAR = ("Kim Aster", "Lena Hall", "Port Vell Bank")
# Of a thousand persons who are known, twenty are called Mira and five Dahl.
MANY = dataclasses.replace(KNOWLEDGE, given_names={"mira": 20}, surnames={"": 1000, "dahl": 5})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mira Dahl", "Mira K. Dahl"),
        ("Mira Dahl", "M. Dahl"),
        ("Mira Dahl", "Dahl"),
        ("Frederick Dahl", "Fred Dahl"),
        ("Muammar Dahlani", "Moammar Dahlani"),
    ],
)
def test_person(one: str, other: str) -> None:
    """A fuller name, an initial, a lone surname, a short form and another spelling are one person in one company."""
    assert are_one(report(one), report(other))


@pytest.mark.parametrize("other", ["Tora Dahl", "M. Dahlgren", "Moor"])
def test_other_person(other: str) -> None:
    """Another given name and another surname are another person, in whatever company."""
    assert not are_one(report("Mira Dahl"), report(other))


@pytest.mark.parametrize("other", ["M. Dahl", "Dahl"])
def test_person_in_other_company(other: str) -> None:
    """Names say nothing by themselves where two documents name nobody in common."""
    assert not are_one(report("Mira Dahl"), report(other, company=FAR))


def test_whole_name_in_other_company() -> None:
    """A whole name that few bear is one person in whatever company."""
    assert are_one(report("Mira Dahl"), report("Mira Dahl", company=FAR))


@pytest.mark.parametrize(("company", "one"), [(COMPANY, True), (FAR, False)], ids=["same", "other"])
def test_name_of_many(company: tuple[str, ...], *, one: bool) -> None:
    """A whole name that many bear is one person in one company, and two in others."""
    assert are_one(report("Mira Dahl"), report("Mira Dahl", company=company), MANY) is one


@pytest.mark.parametrize("other", ["Mira Lind", "Tor Dahl"])
def test_name_of_many_in_part(other: str) -> None:
    """A rare surname tells one person beside a given name of many, and a rare given name beside such a surname."""
    assert are_one(report(other), report(other, company=FAR), MANY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Woolcorp Works", "Woolcorp Works Inc"),
        ("Estian Wool Board", "EWB"),
        ("Estian Wool Board", "Wool Board"),
        ("Estian Weavers", "Weavers"),
    ],
)
def test_body(one: str, other: str) -> None:
    """A firm's suffix, an acronym, a part with the last word and a team's plural are one body in one company."""
    assert are_one(report(one, label="ORG"), report(other, label="ORG"))


def test_name_in_small_letters() -> None:
    """A body's name is the same where a text writes its noun small."""
    small = report("Estian navy", label=None, kind="ORG")
    assert are_one(report("Estian Navy", label="ORG"), small)


def test_two_names_of_one_body() -> None:
    """A document that gives a body two names, one a part of the other, does not keep it apart."""
    both = report("Estian Wool Board", label="ORG", company=("Wool Board", *COMPANY))
    assert are_one(both, report("Wool Board", label="ORG"))


@pytest.mark.parametrize("other", ["Estian Wool Fund", "Northern Wool Board", "EWF", "Board"])
def test_other_body(other: str) -> None:
    """Another last word, another first word and another acronym are another body."""
    assert not are_one(report("Estian Wool Board", label="ORG"), report(other, label="ORG"))


def test_person_is_no_body() -> None:
    """A body and a person of one name in two documents keep their ids, but for a surname alone."""
    assert not are_one(report("Mira Dahl Fund", label="ORG"), report("Mira Dahl"))


@pytest.mark.parametrize("words", ["the gunman", "a masked gunman"])
def test_noun(words: str) -> None:
    """A noun is the same thing in reports of one story, with more words or fewer."""
    assert are_one(report("the masked gunman", label=None), report(words, label=None))


@pytest.mark.parametrize("words", ["the young gunman", "the guard", "the other masked gunman"])
def test_other_noun(words: str) -> None:
    """Another noun, or one that says something else of it, is another thing."""
    assert not are_one(report("the masked gunman", label=None), report(words, label=None))


@pytest.mark.parametrize(("age", "one"), [("36", True), ("24", False)])
def test_age(age: str, one: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """A climber of another age is another climber."""
    first, other = (
        report(f"the {years}-year-old climber", label=None, called="climber", clause=clause)
        for years, clause in (("36", ""), (age, " soon"))
    )
    assert are_one(first, other) is one


@pytest.mark.parametrize(("gender", "one"), [("feminine", True), ("masculine", False)])
def test_sex(gender: str, one: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """A surname with a title of the other sex is another person's."""
    both = []
    for words, sex in (("Mira Dahl", "feminine"), ("Dahl", gender)):
        article = Article(f"Then {words} paid Norland. {', '.join(COMPANY)} smiled.")
        actor = article.name(words, gender=sex)
        for name in COMPANY:
            article.name(name, label="ORG" if name.endswith("Board") else "PERSON")
        article.event("paid", action="pay", actor=actor, recipient=article.name("Norland", label="GPE"))
        both.append(article)
    assert are_one(both[0], both[1]) is one


@pytest.mark.parametrize("words", ["the harbour tunnel", "a harbour tunnel"])
def test_thing(words: str) -> None:
    """A thing is one in reports of one story where the same words tell which it is."""
    assert are_one(report("the harbour tunnel", label=None, kind=None), report(words, label=None, kind=None))


@pytest.mark.parametrize("words", ["the tunnel", "the long harbour tunnel"])
def test_other_thing(words: str) -> None:
    """A thing of fewer or more words is none that another document speaks of."""
    assert not are_one(report("the harbour tunnel", label=None, kind=None), report(words, label=None, kind=None))


def test_thing_of_somebody() -> None:
    """What somebody has is none that another document speaks of."""
    hers = report("her harbour tunnel", label=None, kind=None, called="harbour tunnel")
    assert not are_one(report("the harbour tunnel", label=None, kind=None), hers)


@pytest.mark.parametrize("words", ["the plan", "last week"])
def test_thing_that_nothing_tells(words: str) -> None:
    """A thing of one word and a stretch of time are of their document alone."""
    other = report(words, label=None, kind=None, company=(*COMPANY, "Kim Aster"))
    assert not are_one(report(words, label=None, kind=None), other)


@pytest.mark.parametrize(("number", "one"), [("23", False), ("nine", False), ("9", False), ("ten", True), ("10", True)])
def test_several(number: str, one: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """As many guards are the same in reports of one story; another number of them are others."""
    first, other = (
        report(f"{count} guards", label=None, number="plural", kind="NORP", called="guards")
        for count in ("ten", number)
    )
    assert are_one(first, other) is one


@pytest.mark.parametrize(
    ("words", "clause", "one"),
    [
        ("people", "", False),
        ("the people", "", True),
        ("the people", " who sang", False),
        ("miners", "", True),
        ("expert", "", False),  # told by the lemma
        ("the expert", "", True),
    ],
)
def test_anybody(words: str, clause: str, one: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """People and experts of whom only a clause or nothing tells who they are may be any; miners are the story's."""
    first, other = (
        report(words, label=None, number="plural", kind="NORP", company=company, clause=clause)
        for company in (COMPANY, (*COMPANY, "Kim Aster"))
    )
    assert are_one(first, other) is one


@pytest.mark.parametrize(("words", "one"), [("the man", True), ("the wounded man", False)])
def test_someone(words: str, one: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """A man of whom nothing is told may be the other man of the same story as well."""
    assert are_one(report("the man", label=None, kind="PERSON"), report(words, label=None, kind="PERSON")) is one


@pytest.mark.parametrize(("called", "one"), [("Tarn, an unarmed man", False), ("unarmed man", True)])
def test_two_phrases(called: str, one: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """A noun phrase with an article inside is two that the parse took for one, and nobody of another document."""
    first, other = (
        report(called, label=None, called=called, company=company) for company in (COMPANY, (*COMPANY, "Kim Aster"))
    )
    assert are_one(first, other) is one


@pytest.mark.parametrize(("other", "one"), [("residents", True), ("harbour residents", False)])
def test_many_of_a_kind(other: str, one: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """Residents of one text are not those of whom another tells which they are."""
    assert are_one(report(other, label=None, number="plural"), report("residents", label=None, number="plural")) is one


@pytest.mark.parametrize(("first", "other", "one"), [("Norland", "Sudria", False), ("Norland", "Norland", True)])
def test_of_another(first: str, other: str, one: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """One state's ministry is not another's."""
    assert are_one(owned(first), owned(other)) is one


def owned(owner: str) -> Article:
    """A report of a state's ministry among others."""
    words = "the water ministry"
    article = Article(f"Then {words} of {owner} paid a fine. {', '.join((*COMPANY, 'Kim Aster'))} smiled.")
    actor = article.noun(words, name="water ministry", label="ORG", definite=True)
    article.name(owner, label="GPE")
    for name in (*COMPANY, "Kim Aster"):
        article.name(name, label="ORG" if name.endswith("Board") else "PERSON")
    article.event("paid", action="pay", actor=actor)
    return article


@pytest.mark.parametrize("words", ["workers", "the workers"])
def test_several_of_somebody(words: str) -> None:
    """Those whom somebody has are none that another document speaks of at large."""
    at_large, hers = (
        report(said, label=None, called="workers", number="plural", kind="NORP") for said in (words, "her workers")
    )
    assert not are_one(at_large, hers)


def test_body_told_further() -> None:
    """A body of one word may be any, also beside one of whom more is told."""
    first, other = (report(words, label=None, kind="ORG") for words in ("the team", "the rowing team"))
    assert not are_one(first, other)


def test_anybody_alone() -> None:
    """One individual of a text is not known to be one of another, in whatever company."""
    first, other = (report("an individual", label=None, called="individual", clause=clause) for clause in ("", " soon"))
    assert not are_one(first, other)


def test_company_of_states() -> None:
    """Names of peoples and states, and the surname itself, bring no two documents together."""
    texts = ("Dahl met Sudrian envoys in Norland.", "Then Mira Dahl, a Sudrian singer, left Norland.")
    both = [Article(text) for text in texts]
    for article, name in zip(both, ("Dahl", "Mira Dahl"), strict=True):
        actor = article.name(name)
        article.name("Sudrian", label="NORP")
        article.event(article.text.split()[-3].strip(","), action="leave", actor=actor, place=article.name("Norland"))
    assert not are_one(both[0], both[1])


def test_noun_in_other_company() -> None:
    """A noun is another thing in another story."""
    assert not are_one(report("the gunman", label=None), report("the gunman", label=None, company=FAR))


def test_one_and_several() -> None:
    """One gunman is not several."""
    assert not are_one(report("the gunmen", label=None, number="plural"), report("the gunman", label=None))


@pytest.mark.parametrize(
    ("first", "other", "one"),
    [
        ("Estian Daily News", "Upper Lake Daily News", False),
        ("UL Daily News", "Upper Lake Daily News", True),
    ],
)
def test_end_of_two_names(first: str, other: str, *, one: bool) -> None:
    """Two bodies whose names end alike are not one since a third document says the end alone."""
    found = entities(*(report(words, label="ORG") for words in (first, "Daily News", other)))
    assert (found[0] == found[2]) is one


def test_kept_apart() -> None:
    """Two figures that one document keeps apart are not put into one by another document."""
    both = report("Mira Dahl", company=("Magnus Dahl", *COMPANY))
    assert entities(both, report("M. Dahl")) in (
        ["mira-dahl", "mira-dahl"],
        ["mira-dahl", "m-dahl"],
        ["mira-dahl", "magnus-dahl"],
    )
    found = both.resolution()
    by = one_figure(
        (cast(both.extraction(), found), cast(report("M. Dahl").extraction(), report("M. Dahl").resolution())),
        ResolveConfig(),
    )
    ids = {entity for _, entity, _ in renamed(found, by).links}
    assert {"mira-dahl", "magnus-dahl"} <= ids


def test_order() -> None:
    """The order of documents makes no difference."""
    articles = [report("Mira Dahl"), report("Dahl"), report("Mira K. Dahl"), report("M. Dahl")]
    assert entities(*articles) == entities(*reversed(articles))[::-1]


def test_known_entity_stays() -> None:
    """What the knowledge base holds keeps its id."""
    first, second = report("Dana Whit"), report("Whit")
    assert entities(first, second)[0] == "person:dana-whit"


def test_renamed() -> None:
    """The id that stays stands in links, readings and entities, with its label and the sieve."""
    first, second = report("Mira Dahl"), report("Dahl")
    found = [article.resolution() for article in (first, second)]
    by = one_figure((cast(a.extraction(), r) for a, r in zip((first, second), found, strict=True)), ResolveConfig())
    changed = renamed(found[1], by)
    assert changed.readings[0].participants[0].entity == "mira-dahl"
    assert [(e.label, e.links) for e in changed.entities if e.id == "mira-dahl"] == [
        ("Mira Dahl", ("same words, same company",))
    ]


def test_nothing_renamed() -> None:
    """A document with no figure that is known under another id is left as it is."""
    found = report("Mira Dahl").resolution()
    assert renamed(found, {}) is found


def test_figure_without_words() -> None:
    """A mention without a letter is nobody's figure."""
    article = report("Mira Dahl")
    found = article.resolution()
    made = cast(article.extraction(), replace(found, links=((Span(0, 4), "x-1", "same words"),)))
    assert made.figures == ()


@pytest.mark.parametrize("words", ["either gunman", "no gunman", "every gunman"])
def test_none_of_a_kind(words: str) -> None:
    """Whoever is told by "either", "no" or "every" is nobody that another document speaks of."""
    assert not are_one(report("the gunman", label=None), report(words, label=None, called="gunman"))


@pytest.mark.parametrize("words", ["another gunman", "some gunmen", "most gunmen", "a few gunmen"])
def test_whoever(words: str) -> None:
    """Those of whom it is only said that there are some are none of another document."""
    number = "plural" if words.endswith("men") else "singular"
    called = words.rsplit(maxsplit=1)[-1]
    both = [report(words, label=None, called=called, number=number, clause=clause) for clause in ("", " soon")]
    assert not are_one(both[0], both[1])


@pytest.mark.parametrize(
    ("words", "says", "one"), [("one diver", True, False), ("the diver", True, True), ("one diver", False, True)]
)
def test_somebody_who_says_something(words: str, says: bool, one: bool) -> None:  # noqa: FBT001 (parameters of the test)
    """Whom a document does not name but quotes is nobody of another document, unless it says which one is meant."""
    both = [report(words, label=None, called="diver", clause=clause) for clause in ("", " soon")]
    for article in both if says else ():
        article.attribution("Norland", authority=article.at(words))
    assert are_one(both[0], both[1]) is one


def test_days_are_no_company() -> None:
    """The day on which two things happened brings no two names together."""
    days = ("Friday", "Monday", "March")
    assert not are_one(report("Mira Dahl", company=(*COMPANY, *days)), report("M. Dahl", company=(*FAR, *days)))
