"""Argument or report: what the words of an outlet's own tell, those outside of quotations.

A report tells who said so, and keeps its writer and reader out. An argument judges and prescribes in its own voice
("must", "it is time to"), asks, and speaks of *I* and *we* to *you* (Biber 1988, ch. 7: editorials are marked by overt
persuasion, reportage is not). Each sign alone stands in reports too; it is how many kinds of them meet that tells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.config import CleanConfig

# A quotation may go on over lines, where it is closed; else it ends with its line.
QUOTED = re.compile(
    r"“[^“”]{1,900}”|“[^”\n]*(?:”|$)"
    r"|\"[^\"]{1,900}(?<=[\w.,?!…—-])\"(?!\w)|\"[^\"\n]*(?:\"|$)|(?:''|``).*?(?:''|$)",
    re.MULTILINE,
)
# Counted in lower case. The first letters save time, since few words have to be compared to their end.
DUTY = re.compile(
    r"\b(?=[cdhilmnors])(?:must|should|ought to|needs? to|ha(?:ve|s) to|cannot afford|let us|it is time|high time"
    r"|imperative|obligations?|responsibility|duty|demands|deserves?)\b",
)
JUDGEMENT = re.compile(
    r"\b(?=[abcdefhilmnoprstuvw])(?:undeniabl[ey]|undoubtedly|rightly|rightful(?:ly)?|wrongly|sadly|unfortunately"
    r"|regrettabl[ey]|surely|clearly|indeed|pivotal|crucial|vital|essential|indispensable|paramount|urgent(?:ly)?|dire"
    r"|shame(?:ful)?|disgrace(?:ful)?|outrageous|unacceptable|unconscionable|deplorable|commendable|admirable|laudable"
    r"|tragic(?:ally)?|alarming|appalling|absurd|ridiculous|reckless|cynical|hypocritical|hypocrisy|foolish|callous"
    r"|heartless|meaningful|merely|mere|perhaps|of course|after all|certainly|inexcusable|unjust|disastrous"
    r"|worrying|bogus|nonsense|sham|laughable|unseemly|frankly|no doubt|to be sure|make no mistake"
    r"|too (?:many|few|little|often|long))\b",
)
SPEECH = re.compile(
    r"\b(?=[acdenrstw])(?:says?|said|tells?|told|adds?|added|stated|announced|reported|according to|noted|explained"
    r"|tweeted|declared|confirmed|denied|warned|testified|claimed|argued|wrote|asked|reports)\b",
)
WRITER = re.compile(r"\b(?:I|[Mm]y|me)\b(?![-.])")
PARTY = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|[Ll]et['’]s)\b")
READER = re.compile(r"\b[Yy]ou(?:r|rs)?\b")
QUESTION = re.compile(r"\?(?!\w)")
# What a writer thinks, feels or wonders (the private verbs of Quirk et al. 1985, 16.31), or hopes for others.
STANCE = re.compile(
    r"(?<!\w)I(?:['’](?:m|d|ve|ll)| am| was| do| did| have| had| can| could| would| must)?(?:n['’]t| not)?"
    r"(?: (?:also|always|certainly|honestly|just|never|only|personally|really|sincerely|still|truly))*"
    r" (?:admit|afraid|agree|assume|believed?|bet|care|convinced|disagree|doubt|expect|fear|feel|felt|glad|guess|happy"
    r"|hate|hoped?|imagine|knew|know|liked?|loved?|mean|prefer|shocked|sorry|suppose|sure|surprised|suspect(?:ed)?|think"
    r"|thought|understand|wish|wonder(?:ed)?)\b"
    r"|\b[Mm]y (?:advice|favou?rite|guess|hat|heart|hope|mind|opinion|prayers|take|thoughts|view)\b"
    r"|\b(?:Personally|Methinks)\b|\b[Tt]o me,",
)
# "Here is the transcript", and lines that a speaker's name opens: the words are his.
TRANSCRIPT = re.compile(r"\btranscript\b.*^(?:[A-Z][\w.'’-]*\s?){1,5}:\s", re.DOTALL | re.MULTILINE)
_ADDRESS = 0.5  # what a word of the first person weighs beside one of duty or judgement
_FEW = 3  # words of a line that is a name or an address
_OFTEN = 2  # what the writer thinks or feels, from which he writes of himself
_HARDLY = 1.0  # words of speech for 100, up to which hardly anybody else speaks


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """How often each kind of sign stands in a text, outside of quotations.

    ``stance`` counts what the writer thinks and feels, which is no kind of its own; ``closing`` is a prescription at
    the end.
    """

    writer: int
    party: int
    reader: int
    questions: int
    duty: int
    judgement: int
    stance: int
    closing: bool

    def kinds(self) -> int:
        """How many kinds there are: a word twice, a question or a closing prescription once."""
        words = (self.writer, self.party, self.reader, self.duty, self.judgement)
        return sum(n > 1 for n in words) + (self.questions > 0) + self.closing


def argues(lines: Sequence[str], config: CleanConfig) -> bool:
    """Whether an unmarked text is an argument rather than a report.

    It is long enough, mostly in the outlet's own words, and no transcript; and one of four holds: words of duty and
    judgement, and half those of the first person, exceed words of speech by a margin; or signs of many kinds meet,
    among them the writer or a question; or the writer tells what he thinks and feels again, with hardly anybody else
    speaking; or it judges, prescribes, and ends in a prescription, with hardly anybody speaking and no reader advised.
    The limits were set on news articles, opinion pieces, letters and personal blogs.
    """
    text = "\n".join(lines)
    own = QUOTED.sub(" ", text)
    words, every = len(own.split()), len(text.split())
    if words < config.argument_words or words < (1 - config.argument_quoted) * every or TRANSCRIPT.search(text):
        return False
    low = own.lower()
    signs = _signs(own, low, _closing(lines))
    speech = 100 * len(SPEECH.findall(low)) / words
    return (
        _is_dense(signs, speech, words, config)
        or _is_manifold(signs, speech, config)
        or _is_personal(signs, speech)
        or _is_prescribing(signs, speech, words, config)
    )


def _is_dense(signs: Signs, speech: float, words: int, config: CleanConfig) -> bool:
    weight = signs.duty + signs.judgement + _ADDRESS * (signs.writer + signs.party)
    return weight >= config.argument_signs and 100 * weight / words - speech >= config.argument_margin


def _is_manifold(signs: Signs, speech: float, config: CleanConfig) -> bool:
    voiced = signs.writer > 1 or signs.questions > 0
    return voiced and signs.kinds() >= config.argument_kinds and speech <= config.argument_speech


def _is_personal(signs: Signs, speech: float) -> bool:
    return signs.writer > 1 and signs.stance >= _OFTEN and speech <= _HARDLY


def _is_prescribing(signs: Signs, speech: float, words: int, config: CleanConfig) -> bool:
    prescribes = (
        signs.closing and signs.duty > 1 and signs.judgement >= config.editorial_judgement and signs.reader <= 1
    )
    advises = signs.reader > 1
    return prescribes and not advises and words >= config.editorial_words and speech <= config.editorial_speech


def _signs(own: str, low: str, closing: str) -> Signs:
    _, _, body = own.partition("\n")  # a headline may ask what the report answers
    return Signs(
        writer=len(WRITER.findall(own)),
        party=len(PARTY.findall(own)),
        reader=len(READER.findall(own)),
        questions=len(QUESTION.findall(body)),
        duty=len(DUTY.findall(low)),
        judgement=len(JUDGEMENT.findall(low)),
        stance=len(STANCE.findall(own)),
        closing=_prescribes(closing),
    )


def _closing(lines: Sequence[str]) -> str:
    last = next((line for line in reversed(lines) if len(line.split()) > _FEW), "")
    return QUOTED.sub(" ", last).lower()


def _prescribes(words: str) -> bool:
    """Whether nobody is told to have said what should be done; "you must …" is advice, which reports give too."""
    return bool(DUTY.search(words)) and not SPEECH.search(words) and not READER.search(words)
