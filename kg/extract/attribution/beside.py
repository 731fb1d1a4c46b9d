"""Authorities that stand beside what they say: "according to X", "X: …", "“…” — X"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.extract.drafts import Draft
from kg.extract.entities import AGENTS
from kg.extract.quotes import in_quotes
from kg.extract.syntax import children, objects_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.extract.attribution.words import Words
    from kg.extract.quotemarks import Quote
    from kg.extract.tree import Doc, Token
    from kg.extract.tree import Span as DocSpan
    from kg.ontology import Lexicon

COLON, SIGNATURE, VIEW = "speaker and colon", "signature", "in the view of"
_LONGEST_LABEL = 8  # tokens before a colon: "Prime Minister Miller of Norland:"
DASHES = frozenset({"—", "―", "–", "--", "-"})
_MARKS = frozenset("\"“”„«»'‘’") | {"''", "``"}


def according(found: Words) -> Iterator[Draft]:
    """What is so according to somebody: the clause, without the words that say whose it is."""
    for token in found.according:
        sources = [thing for p in children(token, "prep") if p.lower_ == "to" for thing in objects_of(p)]
        own = {t.i for t in token.subtree} | _beyond(token)
        quoted = in_quotes(token)
        # Within a quotation it tells whose word something of that is, and not whose word the quotation is.
        content = {t.i for t in _told(token) if t.i not in own and (in_quotes(t) or not quoted)}
        if sources and content:
            yield Draft(cue=token, authority=sources[0], content=content, pattern="according to")


def _told(according: Token) -> Iterator[Token]:
    """The words of the clause; of all of the sentence as far as a stop or dash, where the phrase closes that."""
    over, start = according.head, according.sent.start
    if not closes(according):
        return over.subtree
    start = next((i for i in range(according.i - 1, start, -1) if _parts(over.doc.tokens[i])), start)
    quoted = in_quotes(according)
    if over.i < start:
        return over.subtree
    while over.head.i != over.i and start <= over.head.i < according.i and in_quotes(over.head) == quoted:
        over = over.head
    return (t for t in over.subtree if start <= t.i)


def closes(according: Token) -> bool:
    """Whether *according* closes its sentence behind a comma, and so is about all of it.

    "The mine closed and has flooded since, according to Bell": the parse hangs it on the nearest verb, where it is a
    disjunct (Quirk et al. 1985, 8.124 ff.).
    """
    tokens, end = according.doc.tokens, according.sent.end
    behind = according.head.i < according.i and tokens[according.i - 1].text == ","
    return behind and not any(t.is_alpha for t in tokens[according.right_edge.i + 1 : end])


def _parts(token: Token) -> bool:
    return token.text in {";", ":"} or token.text in DASHES - {"-"}


def _beyond(according: Token) -> set[int]:
    """What the same subject does behind the source: "watched it, according to Bell, *and said they were pleased*"."""
    over, end = according.head, according.right_edge.i
    links = [c for c in children(over, "cc") if c.i > end]
    if over.i > according.i or not links or [t.text for t in over.doc.tokens[end + 1 : links[0].i]] != [","]:
        return set()
    joined = [c for c in children(over, "conj") if c.i > links[0].i and not children(c, "nsubj", "nsubjpass")]
    return {t.i for c in joined for t in c.subtree}


def opined(found: Words, lexicon: Lexicon) -> Iterator[Draft]:
    """What is so in somebody's view, opinion or words: the clause, without the words that say whose it is."""
    for token in found.inside:
        if token.dep_ != "prep" or token.head.pos_ not in {"VERB", "AUX"}:
            continue
        for noun in children(token, "pobj"):
            if (noun.lemma_.lower(), "view") not in lexicon.cues:
                continue
            owners = [*children(noun, "poss"), *(o for p in children(noun, "prep") for o in _of(p))]
            own = {t.i for t in token.subtree}
            content = {t.i for t in token.head.subtree if t.i not in own}
            if owners:
                yield Draft(cue=noun, authority=owners[0], content=content, pattern=VIEW, kind="believe")


def _of(preposition: Token) -> list[Token]:
    return objects_of(preposition) if preposition.lower_ == "of" else []


def labelled(doc: Doc, lexicon: Lexicon) -> Iterator[Draft]:
    """A paragraph or heading that a speaker's name opens, with a colon: "Miller: The talks have failed"."""
    labels = [label for block in doc.spans["blocks"] if (label := _label(doc, block))]
    capitals = Counter(label[-2].text for label in labels if label[-2].text.isupper())
    persons = {t.text for t in doc.tokens if t.ent_type_ == "PERSON"} if labels else set()
    for *name, colon in labels:
        block = next(b for b in doc.spans["blocks"] if b.start <= colon.i < b.end)
        after = doc[colon.i + 1 : block.end]
        named = _names(name, lexicon, capitals) or (_is_capital(name) and name[-1].text in persons)
        if named and any(t.pos_ in {"VERB", "AUX"} for t in after):
            yield Draft(cue=colon, authority=name[-1], content={t.i for t in after}, pattern=COLON)


def _label(doc: Doc, block: DocSpan) -> list[Token]:
    """The words before a colon near the beginning of a paragraph, and the colon; empty where there is none."""
    words: list[Token] = []
    for token in doc[block.start : min(block.end, block.start + _LONGEST_LABEL)]:
        if token.text == ":":
            return [*words, token] if words else []
        if not (token.is_punct or token.is_space or token.text in _MARKS):
            words.append(token)
    return []


def _is_capital(label: Sequence[Token]) -> bool:
    """Whether each word of a label is a noun that begins with a capital, and not all of its letters are."""
    return all(t.pos_ in {"NOUN", "PROPN"} and t.text[0].isupper() and not t.text.isupper() for t in label)


def _names(label: Sequence[Token], lexicon: Lexicon, capitals: Mapping[str, int]) -> bool:
    """Whether the words before a colon are nothing but a name or a role: no sentence, no "Update:".

    A name in capitals is that of a speaker in a transcript, where one such name opens several paragraphs.
    """
    if any(t.pos_ not in {"PROPN", "NOUN", "ADJ", "DET"} for t in label):
        return False
    last = label[-1]
    if last.text.isupper() and len(last.text) > 1:
        transcript = max(capitals.values(), default=0) > 1
        return capitals[last.text] > 1 or (transcript and last.pos_ == "PROPN")
    return last.ent_type_ in AGENTS or last.lemma_.lower() in lexicon.parties


def signed(doc: Doc, said: Sequence[Quote]) -> Iterator[Draft]:
    """Quotations with the name of the speaker under them, after a dash: "“The talks have failed.” — Ann Miller"."""
    for quote in said:
        block = doc.spans["blocks"][quote.block]
        # The dash may stick to the mark: "”―".
        dash = next((t for t in doc[quote.end : quote.end + 3] if t.text in DASHES or t.text[1:] in DASHES), None)
        if dash is None or dash.i >= block.end:
            continue
        name = _signature(dash, block)
        if name:
            body = set(range(quote.start, quote.end))
            yield Draft(cue=dash, authority=name[-1], content=body, pattern=SIGNATURE)


def _signature(dash: Token, block: DocSpan) -> list[Token]:
    """The name between a dash and the end of the line."""
    name: list[Token] = []
    for token in dash.doc[dash.i + 1 : block.end]:
        if token.is_space or token.text in _MARKS or token.text == ",":
            break
        if token.pos_ == "PROPN":
            name.append(token)
        elif not token.is_punct:
            return []
    return name
