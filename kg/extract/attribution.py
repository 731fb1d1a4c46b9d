"""Who claims what, by which words: direct, indirect and mixed quotations, and "according to".

An attribution is a cue, an authority and a content (PolNeAR). Contents come from the clauses and event nouns that a cue
of the ontology governs, and from quotation marks; a quotation goes to the cue whose clause it overlaps, else to the
cue of its sentence or paragraph, else to whoever spoke last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.drafts import Draft, authority_of, quoted
from kg.extract.factuality import cue_class, governs
from kg.extract.quotes import quotes
from kg.extract.syntax import NOMINAL, children, is_passive, objects_of, predicates, span_of
from kg.model import Attribution, Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.extract.tree import Doc, Token
    from kg.model import EntityMention
    from kg.ontology import Lexicon

_MOSTLY = 0.9
_OF_EVENTS = frozenset({"request", "promise", "threaten", "deny", "plan", "want", "allege", "suggest"})


def attributions(
    doc: Doc, mentions: Mapping[int, EntityMention], triggers: Mapping[int, Token], lexicon: Lexicon
) -> list[Attribution]:
    """The attributions of the parsed blocks, in the order of their content."""
    drafts = [*_clausal(doc, triggers, lexicon), *_announced(doc, lexicon), *_according(doc)]
    said = quotes(doc)
    drafts += quoted(doc, drafts, said, mentions, lexicon)
    inside = {i for quote in said for i in range(quote.start, quote.end)}
    found = [_finish(doc, draft, mentions, triggers, inside) for draft in drafts]
    unique = {a.content: a for a in sorted((a for a in found if a), key=_preference)}
    return sorted(unique.values(), key=lambda a: (a.content, a.cue or a.content[0]))


def _preference(attribution: Attribution) -> tuple[bool, Span]:
    return attribution.authority is not None, attribution.content[0]


def _clausal(doc: Doc, triggers: Mapping[int, Token], lexicon: Lexicon) -> Iterator[Draft]:
    for verb in predicates(doc):
        found = cue_class(verb, lexicon)
        if found is None or not found.attributes:
            continue
        clauses = [c for c in children(verb, "ccomp", "xcomp") if governs(verb, c, found)]
        clauses += [
            c for p in children(verb, "prep") if p.lower_ in {"of", "for", "against"} for c in children(p, "pcomp")
        ]
        if not clauses and found.name in _OF_EVENTS:
            clauses = _event_objects(verb, triggers)
        content = {t.i for clause in clauses for t in _content(clause, verb)}
        if not content and found.name == "say" and _is_parenthetical(verb):
            content = {t.i for t in verb.head.subtree} - {t.i for t in verb.subtree}
        if not content and found.name == "say" and _is_as(verb):
            content = {t.i for t in verb.head.subtree} - {t.i for t in verb.subtree}
        authority = authority_of(verb)
        if content and (authority is not None or is_passive(verb)):
            yield Draft(
                cue=verb,
                authority=authority,
                content=content,
                pattern=f"{found.name} clause",
                speech=found.name == "say",
            )


def _announced(doc: Doc, lexicon: Lexicon) -> Iterator[Draft]:
    """What a noun announces with whose it is: "a request from X to open …", "X's claim that …"."""
    for block in doc.spans["blocks"]:
        for noun in block:
            found = cue_class(noun, lexicon) if noun.pos_ == "NOUN" else None
            if found is None or not found.attributes:
                continue
            clauses = [c for c in children(noun, "acl") if c.tag_ == "VB" or children(c, "mark")]
            owners = [*children(noun, "poss")]
            owners += [thing for p in children(noun, "prep") if p.lower_ in {"from", "by"} for thing in objects_of(p)]
            content = {t.i for clause in clauses for t in _content(clause, noun)}
            if content and owners:
                yield Draft(cue=noun, authority=owners[0], content=content, pattern=f"{found.name} noun")


def _is_parenthetical(verb: Token) -> bool:
    """Whether it is as in "The talks, he said, will resume": a cue between commas that governs nothing itself."""
    if verb.dep_ not in {"parataxis", "ccomp"} or children(verb, "dobj", "advcl") or not children(verb, "nsubj"):
        return False
    edge = verb.left_edge.i
    before = verb.doc[edge - 1] if edge > verb.sent.start else None
    return verb.dep_ == "parataxis" or (before is not None and before.is_punct)


def _is_as(verb: Token) -> bool:
    """Whether it is as in "As X said, the talks failed"."""
    return verb.dep_ == "advcl" and any(c.lower_ == "as" for c in children(verb, "mark")) and not children(verb, "dobj")


def _event_objects(verb: Token, triggers: Mapping[int, Token]) -> list[Token]:
    direct = [t for t in children(verb, "dobj", "nsubjpass") if t.i in triggers]
    return direct or [t for p in children(verb, "prep") if p.lower_ == "for" for t in objects_of(p) if t.i in triggers]


def _content(clause: Token, cue: Token) -> Iterator[Token]:
    # A cue can stand inside the clause that it governs: "The talks, he said, will resume".
    inside = {t.i for t in cue.subtree} if clause.is_ancestor(cue) else set()
    for token in clause.subtree:
        if token.i not in inside and not (token.dep_ == "mark" and token.lower_ == "that"):
            yield token


def _according(doc: Doc) -> Iterator[Draft]:
    for token in doc:
        if token.lower_ != "according":
            continue
        sources = [thing for p in children(token, "prep") if p.lower_ == "to" for thing in objects_of(p)]
        if not sources:
            continue
        own = {t.i for t in token.subtree}
        content = {t.i for t in token.head.subtree if t.i not in own}
        if content:
            yield Draft(cue=token, authority=sources[0], content=content, pattern="according to", speech=True)


def _finish(
    doc: Doc,
    draft: Draft,
    mentions: Mapping[int, EntityMention],
    triggers: Mapping[int, Token],
    quoted: set[int],
) -> Attribution | None:
    content = tuple(_stretches(doc, draft.content))
    if not content:
        return None
    authority = draft.authority
    mention = mentions.get(authority.i) if authority is not None and authority.pos_ in NOMINAL | {"DET"} else None
    cue = draft.cue
    trigger = triggers.get(cue.i) if cue is not None else None
    return Attribution(
        content=content,
        quotation=_quotation(doc, draft.content, quoted),
        cue=_cue_span(cue) if cue is not None else None,
        authority=mention.span if mention else span_of([authority]) if authority is not None else None,
        saying=span_of([trigger]) if trigger is not None else None,
        head=_head(doc, draft.content),
        pattern=draft.pattern,
    )


def _head(doc: Doc, content: set[int]) -> Span | None:
    """The verb of the content that hangs on nothing else in it."""
    roots = [doc[i] for i in sorted(content) if doc[i].head.i not in content or doc[i].head.i == i]
    verbs = [token for token in roots if token.pos_ in {"VERB", "AUX"}]
    return span_of(verbs[:1]) if verbs else None


def _cue_span(cue: Token) -> Span:
    particles = [c for c in cue.children if c.dep_ in {"prt", "prep"} and c.i == cue.i + 1]
    return span_of(
        [cue, *(particles if cue.lower_ == "according" or (particles and particles[0].dep_ == "prt") else [])]
    )


def _stretches(doc: Doc, indices: Iterable[int]) -> Iterator[Span]:
    """The contiguous stretches of tokens, their edges free of punctuation and white space."""
    run: list[Token] = []
    for i in sorted(indices):
        if run and i > run[-1].i + 1:
            yield from _trimmed(run)
            run = []
        run.append(doc[i])
    yield from _trimmed(run)


def _trimmed(run: list[Token]) -> Iterator[Span]:
    while run and (run[0].is_punct or run[0].is_space or run[0].dep_ == "cc"):
        run = run[1:]
    while run and (run[-1].is_punct or run[-1].is_space):
        run = run[:-1]
    if run:
        yield span_of(run)


def _quotation(doc: Doc, content: set[int], quoted: set[int]) -> Quotation:
    words = [i for i in content if doc[i].is_alpha]
    share = sum(i in quoted for i in words) / max(len(words), 1)
    if share >= _MOSTLY:
        return Quotation.DIRECT
    return Quotation.MIXED if share else Quotation.INDIRECT
