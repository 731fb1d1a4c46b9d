"""Who claims what: the innermost authority, else the document's own voice."""

from __future__ import annotations

from typing import Any

import pytest

from kg.model import Certainty, Claim, Genre, Modality, Polarity, Quotation, Span
from kg.resolve.fusion import factuality, is_certain
from tests.articles import Article


def claims(article: Article) -> dict[str, Claim]:
    """The claims of an article by the words that they are about."""
    return {claim.mention.span.of(article.text): claim for claim in article.resolution().claims}


def payment() -> tuple[Article, Span]:
    """A report that Norland paid Sudria, with Mira Dahl of the Port Authority in it."""
    article = Article("Port Authority spokesperson Mira Dahl said that Norland paid Sudria 300 crowns, officials said.")
    norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
    return article, article.event("paid", action="pay", type="AID", actor=norland, recipient=sudria)


# ------------------------------------------------------------------------------------------------ own voice


def test_own_claim() -> None:
    """What nobody else claims, the document claims in its own voice."""
    article, _ = payment()
    claim = claims(article)["paid"]
    assert (claim.authority, claim.own_voice, claim.genre) == ("org:harbour-post", True, Genre.REPORT)


def test_own_claim_of_an_opinion() -> None:
    """The author of an opinion claims in his own voice, of genre opinion."""
    article = Article("Norland paid Sudria.", genre=Genre.OPINION, author="Lena Moor")
    article.event("paid", action="pay", type="AID", actor=article.name("Norland", label="GPE"))
    claim = claims(article)["paid"]
    assert (claim.authority, claim.own_voice, claim.genre) == ("lena-moor", True, Genre.OPINION)


# ------------------------------------------------------------------------------------------------ other authorities


def test_authority() -> None:
    """What an attribution holds, its authority claims, and not the document."""
    article, paid = payment()
    article.attribution("Norland paid Sudria 300 crowns", authority=article.name("Mira Dahl"), events=(paid,))
    claim = claims(article)["paid"]
    assert (claim.authority, claim.own_voice, claim.quotation) == ("mira-dahl", False, Quotation.INDIRECT)


def test_innermost_authority() -> None:
    """Of nested attributions the one that lists the event is its authority, not the one around it."""
    article = Article("The Port Authority said Mira Dahl claimed that Norland paid Sudria.")
    port, dahl = article.name("Port Authority", label="ORG"), article.name("Mira Dahl")
    norland = article.name("Norland", label="GPE")
    paid = article.event("paid", action="pay", type="AID", actor=norland)
    claimed = article.event("claimed", action="claim", actor=dahl, theme_event=paid)
    said = article.event("said", action="say", actor=port, theme_event=claimed)
    article.attribution("Norland paid Sudria", authority=dahl, events=(paid,), saying=claimed)
    whole = "Mira Dahl claimed that Norland paid Sudria"
    article.attribution(whole, authority=port, events=(claimed,), saying=said)
    found = claims(article)
    assert {words: found[words].authority for words in ("paid", "claimed", "said")} == {
        "paid": "mira-dahl",
        "claimed": "org:port-authority",
        "said": "org:harbour-post",
    }


def test_said_in() -> None:
    """A claim knows the speech event that it was made in."""
    article, paid = payment()
    dahl = article.name("Mira Dahl")
    said = article.event("said", action="say", actor=dahl, theme_event=paid)
    article.attribution("Norland paid Sudria", authority=dahl, events=(paid,), saying=said)
    found = claims(article)
    assert found["paid"].said_in == found["said"].event


def test_authority_without_a_link() -> None:
    """An authority whom no sieve names has an id in this document, and is not the document."""
    article, paid = payment()
    article.attribution("Norland paid Sudria", authority=article.at("officials"), events=(paid,))
    claim = claims(article)["paid"]
    assert (claim.authority, claim.own_voice) == (f"officials-{article.ident}", False)


def test_stance_is_kept() -> None:
    """A claim has modality, polarity, certainty and future of its event mention."""
    article = Article("Norland will perhaps not pay.")
    article.event(
        "pay",
        action="pay",
        type="AID",
        actor=article.name("Norland", label="GPE"),
        modality=Modality.PROMISED,
        polarity=Polarity.NEGATIVE,
        certainty=Certainty.POSSIBLE,
        future=True,
    )
    claim = claims(article)["pay"]
    assert (claim.modality, claim.polarity, claim.certainty, claim.future) == (
        Modality.PROMISED,
        Polarity.NEGATIVE,
        Certainty.POSSIBLE,
        True,
    )


def test_quantity() -> None:
    """A sum belongs to the claim of its event, and to no other."""
    article, paid = payment()
    article.quantity("300", value=300.0, event=paid)
    said = article.event("said", action="say", actor=article.name("Mira Dahl"))
    found = claims(article)
    assert [q.value for q in found["paid"].quantities] == [300.0]
    assert found[said.of(article.text)].quantities == ()


# ------------------------------------------------------------------------------------------------ nobody named


@pytest.mark.parametrize("polarity", list(Polarity))
def test_unnamed_authority(polarity: Polarity) -> None:
    """What somebody unnamed says is alleged and only possible."""
    article = Article("Norland reportedly paid.")
    norland = article.name("Norland", label="GPE")
    paid = article.event("paid", action="pay", type="AID", actor=norland, polarity=polarity)
    article.attribution("Norland reportedly paid", events=(paid,))
    claim = claims(article)["paid"]
    assert (claim.modality, claim.certainty, claim.polarity) == (Modality.ALLEGED, Certainty.POSSIBLE, polarity)
    assert not is_certain(claim)


def test_unnamed_authority_gives_no_fact() -> None:
    """An event that only somebody unnamed claims is uncommitted, though a report tells it."""
    article, paid = payment()
    article.attribution("Norland paid Sudria", events=(paid,))
    assert factuality(article.resolution().claims).value == "uncommitted"


def test_same_event_without_the_unnamed_authority() -> None:
    """The same event in the report's own voice is a fact."""
    article, _ = payment()
    assert factuality(article.resolution().claims).value == "fact"


def test_quotation_without_speaker_gives_no_fact() -> None:
    """What stands in quotation marks is no word of the report's own, though nobody knows who said it."""
    article = Article("“Norland paid Sudria.”")
    norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
    article.event("paid", action="pay", type="AID", actor=norland, recipient=sudria, quoted=True)
    assert factuality(article.resolution().claims).value == "uncommitted"


def test_unnamed_authority_keeps_a_lower_certainty() -> None:
    """What is less than certain already stays as it is."""
    article = Article("Norland reportedly paid.")
    norland = article.name("Norland", label="GPE")
    paid = article.event("paid", action="pay", type="AID", actor=norland, certainty=Certainty.UNKNOWN)
    article.attribution("Norland reportedly paid", events=(paid,))
    assert claims(article)["paid"].certainty is Certainty.UNKNOWN


def test_unnamed_authority_keeps_another_modality() -> None:
    """What is requested is not alleged, whoever requests it."""
    article = Article("Norland was asked to pay.")
    norland = article.name("Norland", label="GPE")
    pay = article.event("pay", action="pay", type="AID", actor=norland, modality=Modality.REQUESTED)
    article.attribution("to pay", events=(pay,))
    assert claims(article)["pay"].modality is Modality.REQUESTED


# ------------------------------------------------------------------------------------------------ on behalf of


def speaker(role: str, *, bodies: int = 1) -> Claim:
    """What Mira Dahl, of that role in one or two bodies, claims."""
    article, paid = payment()
    dahl, port = article.name("Mira Dahl"), article.name("Port Authority", label="ORG")
    article.affiliation("Port Authority spokesperson Mira Dahl", person=dahl, role=role, body=port if bodies else None)
    if bodies > 1:
        article.affiliation("Mira Dahl", person=dahl, role=role, body=article.at("Norland"))
    article.attribution("Norland paid Sudria", authority=dahl, events=(paid,))
    return claims(article)["paid"]


@pytest.mark.parametrize("role", ["spokesperson", "spokeswoman", "press secretary", "special envoy", "Representative"])
def test_spokesperson(role: str) -> None:
    """Who speaks for a body claims on its behalf, and stays the authority."""
    claim = speaker(role)
    assert (claim.authority, claim.on_behalf_of) == ("mira-dahl", "org:port-authority")


@pytest.mark.parametrize("role", ["director", "critic"])
def test_no_spokesperson(role: str) -> None:
    """Another role in a body does not speak for it."""
    assert speaker(role).on_behalf_of is None


@pytest.mark.parametrize("bodies", [0, 2])
def test_spokesperson_of_no_one_body(bodies: int) -> None:
    """Without a body, or with two, nobody is spoken for."""
    assert speaker("spokesperson", bodies=bodies).on_behalf_of is None


def test_own_voice_is_on_behalf_of_nobody() -> None:
    """The document's own claims are made on nobody's behalf."""
    article, _ = payment()
    dahl, port = article.name("Mira Dahl"), article.name("Port Authority", label="ORG")
    words = "Port Authority spokesperson Mira Dahl"
    article.affiliation(words, person=dahl, role="spokesperson", body=port)
    assert claims(article)["paid"].on_behalf_of is None


# ------------------------------------------------------------------------------------------------ quotations


def quoted(
    *,
    quotation: Quotation = Quotation.DIRECT,
    pattern: str = "quotation",
    authority: bool = True,
    event: bool = False,
    head: bool = False,
) -> dict[str, Claim]:
    """The claims of a report with a quotation in it."""
    article = Article("Mira Dahl said: “The storm is a warning to Norland”.")
    dahl = article.name("Mira Dahl")
    said = article.event("said", action="say", actor=dahl)
    norland = article.name("Norland", label="GPE")
    warning = article.event("warning", action="warn", type="ACCUSE", recipient=norland) if event else None
    article.attribution(
        "The storm is a warning to Norland",
        authority=dahl if authority else None,
        events=(warning,) if warning else (),
        head=warning if head else None,
        saying=said,
        quotation=quotation,
        pattern=pattern,
    )
    return claims(article)


def test_quotation_without_an_event() -> None:
    """A quotation that holds no event is a claim of its words, made in its speech event."""
    claim = quoted()["The storm is a warning to Norland"]
    assert (claim.authority, claim.event, claim.text, claim.quotation) == (
        "mira-dahl",
        None,
        "The storm is a warning to Norland",
        Quotation.DIRECT,
    )
    assert claim.said_in == quoted()["said"].event


def test_quotation_of_an_event() -> None:
    """A quotation whose main clause is a kept event is claimed by that event alone."""
    assert quoted(event=True, head=True).keys() == {"said", "warning"}


def test_quotation_with_an_event_inside() -> None:
    """A quotation that says more than the event inside is a claim of its own, beside that of the event."""
    assert quoted(event=True).keys() == {"said", "warning", "The storm is a warning to Norland"}


def test_paraphrase_without_an_event() -> None:
    """A paraphrase that holds no event is no claim."""
    assert quoted(quotation=Quotation.INDIRECT).keys() == {"said"}


def test_according_to() -> None:
    """What is so "according to" somebody is a claim, even paraphrased and without an event."""
    assert "The storm is a warning to Norland" in quoted(quotation=Quotation.INDIRECT, pattern="according to")


def test_quotation_of_nobody() -> None:
    """A quotation without an authority is no claim."""
    assert quoted(authority=False).keys() == {"said"}


def test_quotation_on_behalf_of() -> None:
    """A spokesperson's bare quotation is on behalf of the body, too."""
    article = Article("Port Authority spokesperson Mira Dahl: “It is a beginning”.")
    dahl, port = article.name("Mira Dahl"), article.name("Port Authority", label="ORG")
    words = "Port Authority spokesperson Mira Dahl"
    article.affiliation(words, person=dahl, role="spokesperson", body=port)
    article.attribution("It is a beginning", authority=dahl, quotation=Quotation.DIRECT)
    assert claims(article)["It is a beginning"].on_behalf_of == "org:port-authority"


def test_quantity_of_a_quotation() -> None:
    """A sum inside a bare quotation belongs to its claim; one outside does not."""
    article = Article("Mira Dahl: “Some 40 crowns at most”, or 50 crowns.")
    article.attribution("Some 40 crowns at most", authority=article.name("Mira Dahl"), quotation=Quotation.DIRECT)
    article.quantity("40", value=40.0)
    article.quantity("50", value=50.0)
    assert [q.value for q in claims(article)["Some 40 crowns at most"].quantities] == [40.0]


# ------------------------------------------------------------------------------------------------ told without content


def hearsay(*, cue_class: str, actor: str | None = "Sudria", heard: bool = False) -> Claim:
    """The claim of a payment that hangs on *argues*, whose content no attribution holds."""
    article = Article("Sudria argues Norland paid.")
    norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
    cue = article.event("argues", action="argue", actor=sudria if actor else ())
    article.event("paid", action="pay", actor=norland, cue=cue, cue_class=cue_class)
    if heard:
        article.attribution("Sudria", authority=sudria, saying=cue)
    return claims(article)["paid"]


@pytest.mark.parametrize("cue_class", ["say", "allege", "request", "plan"])
def test_doer_of_the_cue(cue_class: str) -> None:
    """What hangs on a cue that no attribution has is the word of who does it."""
    claim = hearsay(cue_class=cue_class)
    assert (claim.authority, claim.own_voice) == ("state:sd", False)


@pytest.mark.parametrize("cue_class", ["know", "manage"])
def test_what_is_so_in_any_case(cue_class: str) -> None:
    """What a factive or implicative verb governs stays the document's own word."""
    assert hearsay(cue_class=cue_class).own_voice


def test_cue_in_the_passive() -> None:
    """What somebody is said to have done, by nobody named, is alleged and no fact."""
    article = Article("Sudria is said to have paid Norland.")
    sudria, norland = article.name("Sudria", label="GPE"), article.name("Norland", label="GPE")
    cue = article.event("said", action="say", recipient=sudria)
    article.event("paid", action="pay", actor=sudria, recipient=norland, cue=cue, cue_class="say")
    claim = claims(article)["paid"]
    assert (claim.own_voice, claim.modality, claim.certainty) == (True, Modality.ALLEGED, Certainty.POSSIBLE)


def test_cue_without_a_subject() -> None:
    """What a verb without any subject says is said by nobody: "it is fair to argue that Norland paid"."""
    article = Article("It is fair to argue Norland paid Sudria.")
    norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
    cue = article.event("argue", action="argue")
    article.event("paid", action="pay", actor=norland, recipient=sudria, cue=cue, cue_class="say")
    assert "paid" not in claims(article)


@pytest.mark.parametrize(("cue_class", "kept"), [("say", False), ("believe", False), ("manage", True)])
def test_said_by_what_cannot_say_it(cue_class: str, *, kept: bool) -> None:
    """What a verb of saying or believing governs whose subject is nobody known is in no graph."""
    article = Article("The wines argue Norland paid Sudria.")
    norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
    cue = article.event("argue", action="argue", actor=article.at("The wines"))
    article.event("paid", action="pay", actor=norland, recipient=sudria, cue=cue, cue_class=cue_class)
    assert ("paid" in claims(article)) is kept
    told = {span.of(article.text): why for span, why in article.resolution().left_out}
    assert told.get("paid") == (None if kept else "nothing tells whose word it is")


def test_will_of_nobody() -> None:
    """What nobody named wants is wanted all the same, and no allegation."""
    claim = hearsay(cue_class="want", actor=None)
    assert (claim.own_voice, claim.modality) == (True, Modality.ASSERTED)


# ------------------------------------------------------------------------------------------------ wishes and plans


def willed(pattern: str, *, quotation: Quotation = Quotation.INDIRECT, through: bool = True) -> Article:
    """Sudria wills a payment; with ``through`` false the payment only stands within what it wills."""
    article = Article("Sudria wants Norland paid.")
    norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
    cue = article.event("wants", action="want", actor=sudria, recipient=norland)
    through_it: dict[str, Any] = {"cue": cue, "cue_class": "want", "future": True, "certainty": Certainty.UNKNOWN}
    paid = article.event("paid", action="pay", type="AID", recipient=norland, **(through_it if through else {}))
    article.attribution(
        "Norland paid", authority=sudria, saying=cue, events=(paid,), quotation=quotation, pattern=pattern
    )
    return article


@pytest.mark.parametrize("pattern", ["want clause", "want noun"])
def test_wish_that_the_document_tells(pattern: str) -> None:
    """What somebody wants is told by the document, and stays as open as it was."""
    claim = claims(willed(pattern))["paid"]
    assert (claim.own_voice, claim.quotation) == (True, None)
    assert (claim.certainty, claim.future) == (Certainty.UNKNOWN, True)


def test_plan_that_the_document_tells() -> None:
    """A plan is the planner's; nothing of it is quoted."""
    claim = claims(willed("plan clause"))["paid"]
    assert (claim.authority, claim.quotation) == ("state:sd", None)


@pytest.mark.parametrize("pattern", ["request clause", "promise noun", "say clause"])
def test_what_is_asked_for_in_words(pattern: str) -> None:
    """What somebody says, asks for or promises is his, and put in his words."""
    claim = claims(willed(pattern))["paid"]
    assert (claim.authority, claim.quotation) == ("state:sd", Quotation.INDIRECT)


def test_wish_in_quotation_marks() -> None:
    """What stands in quotation marks is its speaker's, whatever he wants."""
    assert claims(willed("want clause", quotation=Quotation.DIRECT))["paid"].authority == "state:sd"


@pytest.mark.parametrize(("pattern", "kept"), [("want clause", False), ("plan noun", False), ("promise clause", True)])
def test_told_as_so_within_a_wish(pattern: str, *, kept: bool) -> None:
    """What is told as if it were so, within what is only wanted or planned, is in no graph."""
    article = willed(pattern, through=False)
    out = dict(article.resolution().left_out).get(article.at("paid"))
    assert out == (None if kept else "stands within what is only wanted")


def test_beside_the_content_of_a_cue() -> None:
    """What hangs on a cue with a content of its own, and stands outside of it, is the document's own word."""
    assert hearsay(cue_class="say", heard=True).own_voice


def test_beside_the_content_is_no_allegation() -> None:
    """What only stands behind a cue and its content is no less certain for that."""
    claim = hearsay(cue_class="say", heard=True)
    assert (claim.modality, claim.certainty) == (Modality.ASSERTED, Certainty.CERTAIN)


def test_behind_the_cue() -> None:
    """What hangs on a cue whose content comes after it is the word of the same authority."""
    article = Article("Sudria argues wages fell and Norland paid.")
    norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
    cue = article.event("argues", action="argue", actor=sudria)
    article.event("paid", action="pay", actor=norland, cue=cue, cue_class="say")
    article.attribution("wages fell", authority=sudria, saying=cue)
    assert claims(article)["paid"].authority == "state:sd"


def test_alleged_by_nobody() -> None:
    """What nobody named is accused of is possible at most."""
    article = Article("Sudria faces charges of paying.")
    cue = article.event("charges", action="accuse")
    sudria = article.name("Sudria", label="GPE")
    article.event("paying", action="pay", actor=sudria, cue=cue, cue_class="allege", modality=Modality.ALLEGED)
    assert claims(article)["paying"].certainty is Certainty.POSSIBLE


def test_beside_a_direct_quotation() -> None:
    """What hangs on a cue outside of marks is the document's own where all of the content stands in them."""
    article = Article("“Norland slept,” Mira Dahl said after Norland paid. “Sudria sang.”")
    dahl, norland = article.name("Mira Dahl"), article.name("Norland", 2, label="GPE")
    said = article.event("said", action="say", actor=dahl)
    article.event("paid", action="pay", type="AID", actor=norland, cue=said, cue_class="say")
    spoken = ("Norland slept", "Sudria sang")
    article.attribution(*spoken, authority=dahl, cue=said, quotation=Quotation.DIRECT)
    assert claims(article)["paid"].own_voice


def test_expected_by_nobody_named() -> None:
    """What is expected of somebody is told of what is to come, and alleged of nothing."""
    article, _ = payment()
    norland = article.name("Norland", label="GPE")
    article.event("said", action="say", type="AID", actor=norland, cue=article.at("officials"), cue_class="expect")
    assert claims(article)["said"].modality is Modality.ASSERTED


def test_verb_within_marks_says_nothing_outside_of_them() -> None:
    """A verb between quotation marks claims nothing for its subject that stands outside of them."""
    article = Article('Norland paid for "Mira Dahl said that".')
    norland, dahl = article.name("Norland", label="GPE"), article.name("Mira Dahl")
    said = article.event("said", action="say", actor=dahl, quoted=True)
    article.event("paid", action="pay", actor=norland, cue=said, cue_class="say")
    assert claims(article)["paid"].own_voice


@pytest.mark.parametrize(
    ("noun", "expected"),
    [(True, (Polarity.NEGATIVE, Modality.ASSERTED)), (False, (Polarity.POSITIVE, Modality.ALLEGED))],
)
def test_denied_reports(*, noun: bool, expected: tuple[Polarity, Modality]) -> None:
    """Who denies reports of a deed denies the deed; who denies that he accused somebody of it does not."""
    article = Article("Norland denied reports that Sudria paid.")
    norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
    denied = article.event("denied", action="deny", actor=norland)
    reports = article.event("reports", action="report", nominal=noun)
    paid = article.event("paid", action="pay", actor=sudria, cue=reports, cue_class="say", modality=Modality.ALLEGED)
    article.attribution(
        "reports that Sudria paid", authority=norland, cue=denied, saying=denied, pattern="deny clause", events=(paid,)
    )
    claim = claims(article)["paid"]
    assert (claim.authority, claim.polarity, claim.modality) == ("state:nd", *expected)


def test_only_allegedly_said() -> None:
    """What somebody is only alleged to have asked for is his word to whoever alleges it, and told by the document."""
    article = Article("Norland allegedly ordered Sudria to pay.")
    norland, sudria = article.name("Norland", label="GPE"), article.name("Sudria", label="GPE")
    ordered = article.event("ordered", action="order", actor=norland, modality=Modality.ALLEGED)
    paid = article.event("pay", action="pay", actor=sudria, cue=ordered, modality=Modality.REQUESTED, future=True)
    article.attribution("Sudria to pay", authority=norland, cue=ordered, saying=ordered, events=(paid,))
    claim = claims(article)["pay"]
    assert (claim.own_voice, claim.modality) == (True, Modality.ALLEGED)
