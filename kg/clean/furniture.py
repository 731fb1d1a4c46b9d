"""Lines of a page that are not the article, as data: each rule matches a whole line and says why it is there.

A sentence that only begins like furniture ("Opinion is divided …", "Published in 2019, the report said …") matches no
rule, since a rule has to account for the line up to its end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from kg.clean import days


class Kind(StrEnum):
    """What a line of furniture does to those after it, and what it tells about the article."""

    END = "end"  # the article is over: all that follows is furniture
    TEASERS = "teasers"  # headlines of other stories may follow
    GENRE = "genre"  # above an article its genre, below it a heading over teasers
    SECTION = "section"  # above an article the section of the outlet; below it a heading like any other
    DAY = "day"  # when the article was published or changed
    BYLINE = "byline"  # who wrote it
    LINE = "line"  # stands alone


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern for a whole line; ``why`` says what such lines are."""

    kind: Kind
    why: str
    pattern: re.Pattern[str]


def _rule(kind: Kind, why: str, *patterns: str) -> Rule:
    return Rule(kind, why, re.compile("|".join(f"(?:{each})" for each in patterns), re.IGNORECASE | re.VERBOSE))


def _named(kind: Kind, why: str, *patterns: str) -> Rule:
    """As ``_rule``, where capital letters count."""
    return Rule(kind, why, re.compile("|".join(f"(?:{each})" for each in patterns), re.VERBOSE))


OPINION = r"opinions?|editorials?|comment|commentary|op-?ed|columns?|columnists?|viewpoint|guest\s(?:column|essay|post)"
LETTERS = r"letters?(?:\sto\sthe\seditor)?|readers?['\u2019]?s?\sletters"

# What may follow on the line: no second sentence.
_REST = r"[^.!?]{0,90}[.!]?"

# The words of a line that holds nothing but days and times, and what parts them.
_ZONE = r"gmt|utc|[ecmp][sd]?t|i?st|bst|cest|cet|pkt|hkt|sgt|aest|ak[sd]t|nzd?s?t|eat|wat"
_DAYS = (  # atomic, as _CREDITS: a line of many digits or capitals must not be tried in all partitions
    rf"(?:(?>{days.MONTH}\b|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b|(?:{_ZONE})\b"
    r"|(?:first|last|originally|posted|published|updated?|modified|edited|created|filed|released?|story|date|time|on|at|of)\b"
    r"|(?:hrs?|hours?|minutes?|mins?|ago)\b"
    rf"|{days.YEAR}\b|\d{{1,4}}(?:st|nd|rd|th)?\b|\d{{1,2}}(?:[:.]\d\d){{0,2}}\s?[ap](?:\.?m\b\.?|\b)|[ap]\.m\.|[ap]m\b)"
    r"(?:[\s,|/:.()@+\-\u2013—·•]++|\Z))+"
)
_LABELLED = re.compile(
    r"(?:first |last |originally |story )?"
    r"(?:posted|published|updated?|modified|edited|filed|created|released?|for immediate)\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(r"\b(?:said|says|told)\b")
_CLOCK = re.compile(r"\d[:.]\d\d(?!\d)")
_NO_YEAR = re.compile(
    rf"{days.MONTH}\b.*\d[:.]\d\d|\d[:.]\d\d.*\b{days.MONTH}\b|\b\d{{1,2}}/\d{{1,2}}/\d\d(?:\d\d)?\b", re.IGNORECASE
)

_PARTICLE = r"de|da|del|van|von|der|bin|ibn|al|el|ul|la|ter"
_NAME = rf"[A-Z][\w.'\u2019-]*\s(?:(?:{_PARTICLE}|[A-Z][\w.'\u2019-]*)\s){{0,3}}[A-Z][\w'\u2019-]+"
_STAFF = (
    r"(?:(?:Our|A|The|Special|Staff|Web|News)\s)*(?:Correspondent|Reporter|Desk|Report|Writer|Editor|Bureau)s?"
    r"|Reuters|AFP|AP|(?:The\s)?Associated\sPress|Agence\sFrance-Presse|UPI|Xinhua|Agencies"
)
_CREDITS = (  # names and the little words between them
    rf"(?:(?>[A-Z][\w.'\u2019-]*|(?:and|in|by|from|for|with|at|additional|reporting|editing|writing|compiled|{_PARTICLE})\b)"
    r"(?:\W++|\Z))+"
)

RULES = (
    _named(
        Kind.END,
        "names the outlet and the day of the article that ends here",
        r"\(?(?:[Pp]ublished|PUBLISHED)\s(?:in|IN|by)\s(?P<outlet>(?:[Tt]he\s)?[A-Z][\w'\u2019&.\s-]{1,40}?)"
        rf"(?:,|\son|:|\s[-\u2013—])?\s(?P<day>[^,.]*(?i:{days.WRITTEN})|\d{{4}}-\d\d-\d\d)\.?\)?",
    ),
    _rule(Kind.GENRE, "names the genre of what follows", rf"(?:{OPINION}|{LETTERS})[.:]?"),
    _rule(
        Kind.SECTION,
        "names the section of the outlet",
        r"(?:world|politics|business|sports?|national|international|local|home|(?:breaking\s)?news|exclusive|analysis"
        r"|explainer|features?|interview|latest|africa|asia|europe|americas|middle\seast|health|science|technology)"
        r"(?:\snews)?|home\s*[>/»|].{0,80}",
    ),
    _rule(
        Kind.TEASERS,
        "a list of other stories follows",
        r"(?:(?:read|see)\s(?:more|also|next)|also\s(?:read|see)|more\s(?:stories|news|to\sread)):?",
        r"more\s(?:from|in|on)\s[^.!?]{2,40}|trending|related|recommended(?:\sfor\syou)?|must\sreads?|up\snext",
        r"(?:related|recommended|latest|top|trending|popular|featured|other|similar)\s"
        r"(?:stor(?:y|ies)|articles?|news|posts?|topics|content|coverage|reading|links|headlines|now):?",
        r"most\s(?:read|viewed|popular|shared|commented|recent)(?:\s(?:stories|articles|news))?|what\sto\sread\snext",
        r"you\s(?:may|might)\s(?:also\s)?(?:like|be\sinterested\sin)(?:\sthis)?|don['\u2019]t\smiss",
        r"editors?['\u2019]?s?\spicks?|(?:next|previous)\s(?:story|article|post)|join\sthe\sconversation",
        r"(?:\d+\s)?comments(?:\s\(\d+\))?|leave\sa\s(?:comment|reply)",
    ),
    _rule(
        Kind.DAY,
        "gives day and time of publication or of a change",
        rf"{_DAYS}|for\simmediate\srelease[:,]?\s*(?:{days.WRITTEN})?",
    ),
    _named(
        Kind.BYLINE,
        "names the writer",
        rf"(?:By|BY|Written\sby|Story\sby):?\s(?P<author>{_NAME}(?:(?:,\s|\sand\s|\sAND\s|,\sand\s|\s&\s){_NAME})*)"
        r"(?:\s*[,|/\u2013—-]\s?[^.!?]{1,60}|\s(?:in|IN)\s[A-Z][^.!?]{1,40}|\s\([A-Z][\w\s]{1,20}\))?",
        rf"(?:(?:By|BY|From)\s)?(?:{_STAFF})",
    ),
    _rule(
        Kind.LINE,
        "asks to read on elsewhere",
        r"(?:(?:read|see)(?:\s(?:more|also|next|here))?|also\sread|related|watch|listen|more)\s?[:|»>][^.!?]{2,120}[?!]?",
        r"(?:read|see|view|watch)\s(?:the\s)?(?:full|rest|whole|more|original|complete)\b[^.!?]{0,50}\.?",
        rf"(?:click|tap)\s(?:here|on\sthe)\b{_REST}|\d+\s?-?min(?:ute)?s?\sread|listen\sto\sthis\s(?:article|story)",
        r"(?:story|article)\scontinues\s[^.!?]{2,40}|continue\sreading[^.!?]{0,60}",
    ),
    _rule(
        Kind.LINE,
        "asks to share or to follow",
        r"(?:(?:share|tweet|e-?mail|print|save|copy\slink|bookmark|whatsapp|facebook|twitter|telegram|linkedin|reddit)"
        r"[\s|,/·•]*)+",
        rf"share\s(?:this|on|via|the\s(?:article|story)|with\syour)\b{_REST}",
        rf"follow\s(?:us|@\w+)\b(?!,){_REST}|(?:like|find|join)\sus\son\b{_REST}",
        rf"[\"“]?follow\s(?:\w+\s){{1,5}}on\s(?:twitter|facebook|instagram|x|telegram|threads|whatsapp)\b{_REST}[\"”]?",
    ),
    _rule(
        Kind.LINE,
        "asks to subscribe",
        r"(?:subscribe|sign\s(?:up|in)|log\s?in|newsletters?)(?:\s(?:now|today|here|sign-?up))?[.!]?",
        rf"subscribe\s(?:to\s(?:our|the|this|\w+['\u2019]s)|for\s(?:free|full|unlimited|just|only))\b{_REST}",
        r"(?:sign\s(?:up|in)|log\s?in|register)\s(?:to|for|and|with)\s[^.!?]{0,60}\b"
        rf"(?:newsletters?|alerts?|brief(?:ing)?|updates|e-?mails?|inbox|free|trial|account|continue|read|comment)\b{_REST}",
        rf"(?:get|receive)\s[^.!?]{{0,60}}\b(?:inbox|newsletter|alerts)\b{_REST}|(?:join|download)\sour\b{_REST}",
        rf"already\sa\s(?:subscriber|member)\b{_REST}|support\s(?:our|independent)\sjournalism{_REST}",
    ),
    _rule(
        Kind.LINE,
        "advertises, or is a part of the page",
        r"advertise?ments?|sponsored(?:\s(?:content|by\b[^.!?]{1,40}))?|promoted(?:\scontent)?|-?\s?ad(?:vert)?\s?-?",
        r"skip\sto\s(?:main\s)?content|loading(?:\.{3}|…)?|accept\s(?:all\s)?cookies|back\sto\stop|menu|search",
        r"terms\sof\s(?:use|service)|privacy\spolicy|contact\sus|about\sus",
    ),
    _rule(
        Kind.LINE,
        "claims rights",
        r"(?:copyright|©|\(c\))\s?[^.!?]{0,80}(?:\.\s?all\srights\sreserved)?\.?(?:\s(?:this|reproduction)\b.{0,160})?",
        r"[^.!?]{0,60}\.?\s?all\srights\sreserved\.?(?:\s(?:this|reproduction)\b.{0,160})?",
        r"this\smaterial\smay\snot\sbe\spublished,.{0,120}",
    ),
    _named(
        Kind.LINE,
        "names who reported, edited or photographed",
        rf"[(\[]?\W{{0,3}}(?i:(?:additional\s|further\s)?(?:reporting|writing|editing|compiled)\sby)\s{_CREDITS}",
        rf"\W{{0,3}}(?i:additional\sreporting\sfrom)\s{_CREDITS}",
        r"[^.!?]{3,120}\scontributed\s(?:to\sthis\s(?:report|article|story)|reporting)(?:\sfrom\s[^.!?]{2,40})?[.)]*",
        rf"[(\[]?(?i:photos?|images?|pictures?|photograph|illustration)\s(?i:by)\s{_CREDITS}",
        r"[(\[]?(?i:(?:file\s|ap\s)?photos?|images?|pictures?|photograph|illustration|credit|video|getty\simages)"
        r"\s?[/:][^!?]{1,60}|(?i:file\sphoto)\.?|[-\u2013—]\s?(?i:afp|reuters|ap|file|app)(?:/\w+)*",
    ),
)

MAX_WORDS = 45  # no line of furniture is longer


def rule(line: str) -> Rule | None:
    """The first rule that accounts for the whole line.

    >>> rule("Published in The Herald, November 23rd, 2023").kind.value
    'end'
    >>> rule("Opinion is divided on the bridge."), rule("Published in 2019, the report said little.")
    (None, None)
    """
    if len(line.split()) > MAX_WORDS:
        return None
    return next((each for each in RULES if each.pattern.fullmatch(line) and _holds(each, line)), None)


def _holds(found: Rule, line: str) -> bool:
    """What no pattern can say: days have a year, a time or a label, end marks a day; what invites holds no speech."""
    if found.kind is Kind.DAY:
        labelled = _LABELLED.match(line) and any(letter.isdigit() for letter in line)
        return bool(days.first(line) or _NO_YEAR.search(line) or labelled)
    if found.kind is Kind.END:
        return days.first(line) is not None
    return found.kind is not Kind.LINE or _SPEECH.search(line) is None


def is_stamped(line: str) -> bool:
    """Whether a line of days is about publication: it says so, or has a time of day; others may head a chronicle.

    >>> is_stamped("Updated 23 Dec, 2024"), is_stamped("May 3, 2024 at 7:31 AM"), is_stamped("March 3, 2024")
    (True, True, False)
    """
    return bool(_LABELLED.match(line) or _CLOCK.search(line))
