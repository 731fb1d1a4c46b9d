"""Quotations: what stands between marks, paired paragraph by paragraph, and paragraphs that a colon introduces."""

from __future__ import annotations

from itertools import islice, pairwise, takewhile
from typing import TYPE_CHECKING

from kg.extract.quotemarks import BOTH, OPEN, Quote, marks, opens, pairs
from kg.extract.running import runs
from kg.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from kg.extract.tree import Doc, Token
    from kg.extract.tree import Span as DocSpan
    from kg.ontology import CueClass, Lexicon

_FEW_WORDS = 4
_PASSAGE = 6  # paragraphs: what stands farther behind may be the writer's again
_RUNNING = frozenset({"begin", "close", "conclude", "end", "finish", "open", "start"})
# The keys of what is worked out once for a Doc.
_QUOTES, _QUOTED, _INTRODUCED = "kg.quotes", "kg.quoted", "kg.introduced"
# Who is quoted goes on to speak of himself, and to those before him.
_OWN_PERSONS = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your"})


def quotes(doc: Doc) -> list[Quote]:
    """The quotations of the parsed blocks, in the order of the text; names and single words in marks are none.

    A quotation that a paragraph opens and does not close goes on to the paragraph's end, as long quotations do.
    """
    return [q for q in _known(doc) if q.introduced or q.running or _is_speech(q, doc)]


def _known(doc: Doc) -> list[Quote]:
    """What stands between marks, names and single words too; worked out once for a Doc."""
    known: list[Quote] | None = doc.user_data.get(_QUOTES)
    if known is None:
        known = doc.user_data[_QUOTES] = list(_all(doc))
    return known


def _all(doc: Doc) -> Iterator[Quote]:
    introduced = doc.user_data.get(_INTRODUCED, frozenset())
    excerpts = _excerpts(doc)
    going = runs(doc)
    on = False
    for number, block in enumerate(doc.spans["blocks"]):
        if number in introduced or number in excerpts:
            known = number in introduced
            yield Quote(start=block.start, end=block.end, block=number, introduced=known, open=not known)
            on = False
        elif number in going:
            yield from going[number]
            on = False
        elif on and (end := _end(block)) is not None:
            yield Quote(start=block.start, end=end, block=number)
            on = False
        else:
            found = list(pairs(block, number))
            yield from found
            # Another's text, which holds quotations itself.
            on = bool(found) and found[-1].open and any(t.text in OPEN for t in found[-1].tokens(doc))


def _excerpts(doc: Doc) -> set[int]:
    """The paragraphs of another's text behind a paragraph that ends in a colon, each opened by a mark.

    That text holds quotations itself, in curly marks, so that straight marks open its other paragraphs and close none.
    """
    blocks = doc.spans["blocks"]
    found: set[int] = set()
    for number in range(1, len(blocks)):
        if not _ends_in_colon(blocks[number - 1]):
            continue
        run = [n for n, _ in takewhile(_opens_with_mark, enumerate(blocks[number:], number))]
        tokens = [t for n in run for t in marks(blocks[n])]
        straight = any(_stays_open(blocks[n]) for n in run)
        if straight and any(t.text in OPEN for t in tokens):
            found.update(run)
    return found


def _opens_with_mark(numbered: tuple[int, DocSpan]) -> bool:
    _, block = numbered
    first = block.doc.tokens[block.start]
    return block.label_ in {"", BlockKind.PARAGRAPH.value} and first.text in OPEN | BOTH


def _stays_open(block: DocSpan) -> bool:
    """Whether a straight mark opens a paragraph, and none closes it."""
    return block.doc.tokens[block.start].text in BOTH and sum(t.text in BOTH for t in marks(block)) == 1


def _ends_in_colon(block: DocSpan) -> bool:
    last = next((token for token in reversed(block.doc.tokens[block.start : block.end]) if not token.is_space), None)
    return last is not None and last.text == ":"


def _end(block: DocSpan) -> int | None:
    """Where a paragraph ends what the one before opened: at a straight mark that closes it and opens nothing."""
    words = [token for token in block if not token.is_space]
    straight = [token for token in words if token.text in BOTH]
    closes = len(straight) == 1 and straight[0] is words[-1] and words[0].text in OPEN
    return straight[0].i if closes else None


def introduce(doc: Doc, lexicon: Lexicon) -> None:
    """Notes the paragraphs that are quotations without marks, as layout shows them that plain text has lost.

    One stands behind a paragraph that ends in a verb of saying and a colon ("The governor added:"); those behind it
    belong to it as far as they have the first or second person outside of marks. So do those behind "The article closes
    with …", where the first of them opens with a mark. A second call changes nothing.
    """
    blocks = doc.spans["blocks"]
    found = _passages(blocks, lexicon)
    for number, (before, block) in enumerate(pairwise(blocks), 1):
        if _is_marked(block):
            continue
        if _introduces(before, lexicon) or (number - 1 in found and any(t.lower_ in _OWN_PERSONS for t in block)):
            found.add(number)
    if found != doc.user_data.get(_INTRODUCED, frozenset()):
        doc.user_data[_INTRODUCED] = frozenset(found)
        doc.user_data.pop(_QUOTES, None)
        doc.user_data.pop(_QUOTED, None)


def _passages(blocks: Sequence[DocSpan], lexicon: Lexicon) -> set[int]:
    """The paragraphs of another's text behind one that tells in the present how it begins or ends, up to so many."""
    found: set[int] = set()
    for number, (before, block) in enumerate(pairwise(blocks), 1):
        if _presents(before, lexicon) and _opens_with_mark((number, block)):
            behind = takewhile(lambda n: not _speaks_of_text(blocks[n], lexicon), range(number, len(blocks)))
            found.update(islice(behind, _PASSAGE))
    return found


def _presents(block: DocSpan, lexicon: Lexicon) -> bool:
    """Whether a paragraph is one sentence like "The article closes with a prayer."."""
    roots = [t for t in block if t.dep_ == "ROOT"]
    verb = next(iter(roots), None)
    if verb is None or len(roots) > 1 or verb.tag_ != "VBZ" or verb.lemma_ not in _RUNNING or in_quotes(verb):
        return False
    texts = [t for t in verb.children if t.dep_ == "nsubj" and t.lemma_ in lexicon.words.get("written", ())]
    return bool(texts) and any(t.lower_ == "with" for t in verb.children)


def _speaks_of_text(block: DocSpan, lexicon: Lexicon) -> bool:
    """Whether a paragraph is none, or speaks of the text itself: "The *article* has been praised"."""
    texts = lexicon.words.get("written", ())
    return block.label_ not in {"", BlockKind.PARAGRAPH.value} or any(
        t.dep_ == "nsubj" and t.lemma_ in texts and not in_quotes(t) for t in block
    )


def _introduces(block: DocSpan, lexicon: Lexicon) -> bool:
    """Whether a paragraph ends in a clause of saying and a colon."""
    if block.label_ not in {"", BlockKind.PARAGRAPH.value} or not _ends_in_colon(block):
        return False
    words = [token for token in block if not token.is_space]
    if len(words) < _FEW_WORDS - 1:
        return False
    last = words[-1].sent
    return _speaks_in(last, lexicon) or any(
        _says(token, lexicon) for token in last if token.dep_ in {"ROOT", "conj"} and token.pos_ == "VERB"
    )


def _speaks_in(sentence: DocSpan, lexicon: Lexicon) -> bool:
    """Whether a sentence tells of a speech or paper that something is done in: "in his letter, he praised her"."""
    papers = lexicon.words.get("medium", ())
    return any(
        token.dep_ == "pobj"
        and (token.head.lower_, token.head.head.pos_) == ("in", "VERB")
        and (token.lemma_ in papers or token.lower_ == "remarks")
        for token in sentence
    )


def _says(verb: Token, lexicon: Lexicon) -> bool:
    lemma = verb.lemma_.lower()
    found = lexicon.cues.get((lemma, "verb"))
    told = (found is not None and found.name == "say") or (lemma, "quotation") in lexicon.cues
    return told and any(child.dep_ == "nsubj" for child in verb.children)


def uttered(verb: Token, lexicon: Lexicon) -> CueClass | None:
    """The class of the words that a verb has for its object: "made the following comment", "changed my answer"."""
    for child in verb.children:
        if child.dep_ == "dobj" and child.pos_ == "NOUN":
            found = lexicon.cues.get((child.lemma_.lower(), "noun"))
            return found if found is not None and found.name == "say" else None
    return None


def _is_marked(block: DocSpan) -> bool:
    return block.label_ not in {"", BlockKind.PARAGRAPH.value} or any(opens(token, block) for token in marks(block))


def in_quotes(token: Token) -> bool:
    """Whether a token stands between the quotation marks of its paragraph; worked out once for a Doc."""
    quoted: Collection[int] | None = token.doc.user_data.get(_QUOTED)
    if quoted is None:
        quoted = frozenset[int]().union(*(range(quote.start, quote.end) for quote in _known(token.doc)))
        token.doc.user_data[_QUOTED] = quoted
    return token.i in quoted


def _is_speech(quote: Quote, doc: Doc) -> bool:
    tokens = quote.tokens(doc)
    words = [t for t in tokens if not t.is_punct and not t.is_space]
    return len(words) >= _FEW_WORDS or any(t.pos_ in {"VERB", "AUX"} for t in words)
