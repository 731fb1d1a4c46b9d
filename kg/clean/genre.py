"""Report, opinion or letter: by what marks the text, else by how it argues.

Every sign is a line of data here. Signs are tried in the order of their weight: address, label above the article,
title, salutation and signature, the writer's own line at the end, tone. A text without any sign is a report.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.clean import furniture, tone
from kg.model import Genre

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.config import CleanConfig

# In the path of the address, between slashes.
ADDRESSES = (
    (Genre.LETTER, re.compile(r"/(?:letters?(?:-to-the-editor)?|readers-letters)(?:/|$)", re.IGNORECASE)),
    (
        Genre.OPINION,
        re.compile(
            r"/(?:opinions?|editorials?|op-?eds?|commentisfree|comment|columns?|columnists?)(?:/|$)", re.IGNORECASE
        ),
    ),
)

# A line of its own above the article ("Editorial"), or before the title ("Opinion: Open the bridge").
LABELS = (
    (Genre.LETTER, re.compile(rf"(?:{furniture.LETTERS})[.:]?", re.IGNORECASE | re.VERBOSE)),
    (Genre.OPINION, re.compile(rf"(?:{furniture.OPINION})[.:]?", re.IGNORECASE | re.VERBOSE)),
)
TITLES = (
    (Genre.LETTER, re.compile(rf"(?:{furniture.LETTERS})\s?[:|]", re.IGNORECASE | re.VERBOSE)),
    (Genre.OPINION, re.compile(rf"(?:{furniture.OPINION})\s?[:|]", re.IGNORECASE | re.VERBOSE)),
)

SALUTATION = re.compile(
    r"(?:Dear\s(?:Sirs?|Madam|Editors?|the\sEditor|Sir\sor\sMadam)\b|(?:Sir|Madam|To the Editor)\s?[,:\u2013—-])"
)

# The last two lines of a letter: a name, and where from. An agency or a desk is neither.
_NAME = r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s)?[A-Z][\w.'\u2019-]*(?:\s(?:bin|de|van|al|[A-Z][\w.'\u2019-]*)){1,3}"
SIGNATURE = re.compile(
    rf"(?P<author>{_NAME})[,.]?\n(?P<place>[A-Z][\w.'\u2019-]+(?:[ ,]+[A-Z][\w.'\u2019-]*){{0,3}})\.?"
)
DESK = re.compile(
    r"\b(?:agenc\w+|press|news|reuters|afp|ap|correspondents?|reporters?|staff|writers?|desk|editors?)\b", re.IGNORECASE
)

# What an outlet says at the end about who argued above.
WRITER = re.compile(
    r"^(?:the\s(?:writer|author|columnist)s?\s(?:is|are|was|teach|work|serve|write|has|heads?|can)"
    r"|(?:the\s)?(?:views|opinions)\s(?:expressed|in\sthis)|this\sis\san?\s(?:opinion|edited\sextract))",
    re.IGNORECASE,
)
WIDEST = 160  # characters between the name and what its bearer is: "Ada Quill, formerly of Northport, is …"
BIOGRAPHY = re.compile(
    rf"(?P<author>{_NAME})(?:,[^\n]{{3,{WIDEST}}}?,)?\s(?:is|advises|chairs|directs|heads|leads|teaches|writes)"
    r"\s(?P<office>[^\n]{10,300})",
)
OFFICE = re.compile(
    r"\b(?:advis[eo]r|ambassador|analyst|attorney|author|chair(?:man|woman)?|columnist|commentator|consultant|director|economist"
    r"|expert|fellow|founder|governor|historian|lawyer|lecturer|mayor|minister|novelist|physician|playwright|president"
    r"|professor|researcher|scholar|scientist|senator|teacher|writer|university|institute|college)\b",
    re.IGNORECASE,
)
REPORTING = re.compile(r"\b(?:reporter|correspondent|journalist|covers|staff writer|editor)\b", re.IGNORECASE)
MAX_BIOGRAPHY_WORDS = 45
CLOSING_LINES = 2


def genre(  # noqa: PLR0913 (what each sign is read from, by keyword)
    lines: Sequence[str],
    config: CleanConfig,
    *,
    labels: Sequence[str],
    url: str | None,
    title: str | None,
    dateline: bool,
) -> Genre:
    """The genre of an article from its ``lines`` and the ``labels`` above it.

    >>> from kg.config import CleanConfig
    >>> lines, known = ["The mayor opened the bridge on Monday."], {"url": None, "title": None, "dateline": False}
    >>> genre(lines, CleanConfig(), labels=["Editorial"], **known)
    <Genre.OPINION: 'opinion'>

    A dateline speaks against an opinion that nothing else marks.
    """
    signs = [(ADDRESSES, url), (TITLES, title)]
    for table, words in (*((LABELS, label) for label in labels), *signs):
        for found, pattern in table:
            if words and (pattern.search(words) if table is ADDRESSES else pattern.match(words)):
                return found
    if signature(lines) or any(SALUTATION.match(line) for line in lines[:2]):
        return Genre.LETTER
    if any(WRITER.match(line) for line in lines[-CLOSING_LINES:]):
        return Genre.OPINION
    if not dateline and (_argued_by(lines) or tone.argues(lines, config)):
        return Genre.OPINION
    return Genre.REPORT


def signature(lines: Sequence[str]) -> str | None:
    """The name that a letter is signed with, where a place stands below it.

    >>> signature(["The bridge should open soon.", "Ada Quill", "Northport"])
    'Ada Quill'
    """
    closing = "\n".join(lines[-2:]) if len(lines) > CLOSING_LINES else ""
    found = SIGNATURE.fullmatch(closing)
    return found["author"].rstrip(".") if found and not DESK.search(closing) else None


def biography(lines: Sequence[str]) -> re.Match[str] | None:
    """The line at the end that presents the writer: a full name that the article itself has not named.

    >>> biography(["The bridge should open soon.", "Ada Quill is a fellow of the Institute of Bridges."])["author"]
    'Ada Quill'
    """
    if len(lines) < CLOSING_LINES or len(lines[-1].split()) > MAX_BIOGRAPHY_WORDS:
        return None
    found = BIOGRAPHY.fullmatch(lines[-1])
    if found is None or not OFFICE.search(found["office"]) or tone.SPEECH.search(found[0]):
        return None
    surname = found["author"].split()[-1]
    return None if any(surname in line for line in lines[:-1]) else found


def _argued_by(lines: Sequence[str]) -> bool:
    """Whether the article ends with the presentation of a writer who is no reporter."""
    found = biography(lines)
    return found is not None and not REPORTING.search(found["office"])
