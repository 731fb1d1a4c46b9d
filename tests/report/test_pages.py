"""What stands on the page of a report."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kg.report
from kg.errors import ConfigError
from tests.draw.test_style import contrast
from tests.report.conftest import EVENT, HOSTILE, ONE, TEXTS, TRIG, TWO, opened
from tests.report.page import Page, read

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.newsgraph import NewsGraph

    Report = Callable[[str], Page]

EACH = pytest.mark.parametrize("what", ["Norland", "Ada Ruker", f"doc:{ONE}", f"doc:{TWO}", EVENT])
CSS = (Path(kg.report.__file__).parent / "templates" / "style.css").read_text(encoding="utf-8")


@EACH
def test_a_page_is_read_without_mending(what: str, page: Report) -> None:
    """A page is HTML that a strict parser takes, of one title, one main and one first heading."""
    made = page(what)
    assert [len(made.all(path)) for path in ("//title", "//main", "//h1")] == [1, 1, 1]


@EACH
def test_only_articles_are_led_to(what: str, page: Report) -> None:
    """Nothing is loaded: no src, no url(…), no import; links lead within the page, or to the address of an article."""
    made = page(what)
    svg = made.text[made.text.index("</style>") :]
    assert not re.search(r'\bsrc=|@import|<link|<script|url\((?!#)|srcset=|http-equiv="refresh"', svg)
    hrefs = [str(each.get("href")) for each in made.all("//a")]
    assert {each for each in hrefs if not each.startswith("#")} <= {"https://example.org/talks?a=1&b=2"}


@EACH
def test_links_within_the_page_arrive(what: str, page: Report) -> None:
    """Each link within the page leads to something that is there."""
    made = page(what)
    ids = {str(each.get("id")) for each in made.all("//*[@id]")}
    assert {str(each.get("href"))[1:] for each in made.all("//a[starts-with(@href, '#')]")} <= ids


@EACH
def test_headings_go_down_by_one(what: str, page: Report) -> None:
    """No level of headings is left out."""
    levels = [int(str(each.tag)[1]) for each in page(what).all("//h1|//h2|//h3")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@EACH
def test_a_page_tells_its_language_and_its_tables(what: str, page: Report) -> None:
    """The page says its language, a table what its columns are, a picture what it shows."""
    made = page(what)
    assert made.root.get("lang") == "en"
    assert all(each.get("scope") == "col" for each in made.all("//th"))
    assert all(each.get("aria-label") for each in made.all("//svg"))


def test_an_article_is_led_to(page: Report) -> None:
    """The address of an article is a link from the reports of its event and from its own."""
    for what in (EVENT, f"doc:{ONE}"):
        assert page(what).all("//a[@href='https://example.org/talks?a=1&b=2']")


def test_no_script_is_led_to(page: Report) -> None:
    """An address that is none of the web is shown, and no link."""
    made = page(f"doc:{TWO}")
    assert "javascript:alert(1)" in made.words("//dd")
    assert not made.all("//a[contains(@href, 'javascript')]")


def test_a_title_stays_a_title(page: Report) -> None:
    """What looks like a tag in a title is words."""
    assert page(f"doc:{ONE}").words("//h1") == [HOSTILE]


def test_control_characters_are_not_in_the_page(tmp_path: Path) -> None:
    """Characters that no page may hold are replaced, and the page stays one that a strict parser takes."""
    spoilt = TRIG.replace('rdfs:label "Norland"', 'rdfs:label "Nor\\u0001land\\u007F\\uFFFF"')
    made = Page(read(opened(tmp_path, spoilt), "ent:state-norland"))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\uffff]", made.text)
    assert made.words("//h1") == ["Nor\ufffdland\ufffd\ufffd"]


def test_the_text_has_the_language_of_its_document(page: Report) -> None:
    """The text of a document in Swedish says so."""
    assert [each.get("lang") for each in page(f"doc:{ONE}").all("//div[@class='text']")] == ["sv"]


def test_an_event_in_the_text_leads_to_its_statement(page: Report) -> None:
    """The trigger of an event in the text is a link, which the keyboard reaches, to the statement beside it."""
    made = page(f"doc:{ONE}")
    (link,) = made.all("//mark[contains(@class, 'event fact')]/a")
    assert link.text == "urged"
    assert made.words(f"//li[@id='{str(link.get('href'))[1:]}']")[0].startswith("Norland urge → Sudria fact")


def test_quotations_are_marked(page: Report) -> None:
    """The words of a quotation are marked, without its quotation marks."""
    assert "Pay <now>." in page(f"doc:{TWO}").words("//mark[contains(@class, 'quote')]")


def test_the_whole_text_is_there(page: Report) -> None:
    """The marks take nothing from the text."""
    for ident, text in TEXTS.items():
        assert page(f"doc:{ident}").words("//div[@class='text']") == [" ".join(text.split())]


def test_reports_stand_side_by_side(page: Report) -> None:
    """An event's report has a box for each document that tells it, with outlet, genre, day and sentence."""
    boxes = page(EVENT).words("//ul[@class='side']/li")
    assert len(boxes) == 2
    told = next(box for box in boxes if ONE in box)
    assert told.startswith(f"{HOSTILE} Harbour Post · report · 2024-03-02 · doc:{ONE} Norland urged Sudria to pay.")


def test_roles_are_marked_in_each_report(page: Report) -> None:
    """In each sentence the trigger, the actor and the recipient are marked."""
    made = page(EVENT)
    for name, words in (("trigger", "urged"), ("actor", "Norland"), ("recipient", "Sudria")):
        assert made.words(f"//blockquote/mark[@class='{name}']") == [words, words]


def test_an_office_without_a_body_has_none(page: Report) -> None:
    """Of an envoy of whom no body is told the report names none."""
    rows = page("Ada Ruker").all("//section[h2[text()='Offices and affiliations']]//tbody/tr")
    assert [["".join(map(str, cell.itertext())) for cell in row][:3] for row in rows] == [["Ada Ruker", "envoy", ""]]


def test_what_is_cut_off_is_told(news: NewsGraph) -> None:
    """Where statements or claims may be left out, the page says after how many."""
    assert "Cut off after 1:" in read(news, f"doc:{TWO}", limit=1)
    assert "Cut off after" not in read(news, f"doc:{TWO}", limit=50)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_words_stand_out(scheme: int) -> None:
    """In the light and in the dark, words have a contrast of 4.5 to 1 at least on all that they stand on."""
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", CSS.split("@media (prefers-color-scheme")[scheme]))
    full = {
        name: value if len(value) == 7 else "#" + "".join(c * 2 for c in value[1:]) for name, value in colours.items()
    }
    marks = ("entity", "quote", "actor", "recipient", "theme", "place", "time", "trigger", "ground", "raised")
    pairs = [("ink", each) for each in marks]
    pairs += [(each, ground) for each in ("soft", "accent") for ground in ("ground", "raised")]
    pairs += [(each, f"{each}-ground") for each in ("fact", "counterfact", "disputed", "uncommitted")]
    pairs += [("ink", f"{each}-ground") for each in ("fact", "counterfact", "disputed", "uncommitted")]
    assert {
        pair: contrast(full[pair[0]], full[pair[1]]) for pair in pairs if contrast(full[pair[0]], full[pair[1]]) < 4.5
    } == {}


def test_factualities_differ_without_colour() -> None:
    """The badge of each factuality, and the line under its mark, has a style of its own."""
    badges = re.findall(r"\.badge(?:\.\w+)? \{[^}]*?(dotted|solid|double|dashed)", CSS)
    marks = re.findall(r"mark\.event(?:\.\w+)? \{[^}]*?(dotted|solid|double|dashed)", CSS)
    assert sorted(badges) == sorted(marks) == ["dashed", "dotted", "double", "solid"]


def test_many_statements_make_a_page_that_can_be_sent(tmp_path: Path) -> None:
    """3,000 statements of one actor make a page below 6 megabytes, and all of them stand in it."""
    about = "a sem:Event ; kg:action act:meet ; kg:factuality kg:fact ; kg:actor ent:state-norland"
    parts = f"{about} ; kg:recipient ent:state-sudria ; sem:hasLatestEndTimeStamp"
    many = "".join(f'event:{ONE}-{n}-{n + 1} {parts} "2024-{1 + n % 12:02}-11"^^xsd:date .\n' for n in range(100, 3100))
    made = read(opened(tmp_path, f"{TRIG}graph:world {{ {many} }}"), "Norland", limit=5000)
    assert made.count('<li id="it-') == 3001
    assert len(made) < 6_000_000


def test_an_unknown_form_is_refused(news: NewsGraph) -> None:
    """A form that is none is a ConfigError that names those there are."""
    with pytest.raises(ConfigError, match="reports have no form 'pdf'; expected one of html, text"):
        read(news, "Norland", form="pdf")
