"""Which unknown figures of several documents are one: called alike, of one type, in one company.

A name that many bear, a lone surname or a noun ("the gunman") says nothing by itself: the documents must name others in
common, as reports of one story do. Two figures that one document keeps apart are never put into one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import product, takewhile
from typing import TYPE_CHECKING

from kg.resolve.identity.alike import alike, contrary
from kg.resolve.identity.figures import Cast, Figure, cast
from kg.resolve.identity.renamed import renamed
from kg.resolve.spelling import acronym, bare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from kg.config import ResolveConfig

    Keyed = Mapping[str, Sequence[Figure]]

__all__ = [
    "NEIGHBOURS",
    "Cast",
    "Figure",
    "Like",
    "cast",
    "grouped",
    "heaviest",
    "likes",
    "one_figure",
    "order",
    "renamed",
]

Noun = tuple[str, str, bool, tuple[str, ...], bool, bool, frozenset[str], frozenset[str], str | None]
Like = tuple[float, Figure, Figure]  # two figures that may be one, and how much speaks for it

_TAIL = 2  # words at the end of a name that many bodies may share: "Daily News", "Police Department"
_HEAVIEST = 6  # names of a document under which others are looked for
NEIGHBOURS = 30  # documents that are compared with one under a name, by day and id (Hernández and Stolfo 1995)


def one_figure(
    casts: Iterable[Cast],
    config: ResolveConfig,
    *,
    joined: Iterable[Sequence[str]] = (),
    apart: Callable[[str, str], bool] | None = None,
) -> dict[str, Figure]:
    """Which ids lose their place, and the figure that each stands for; the order of ``casts`` makes no difference.

    ``joined`` are ids that a person judged to be one, whatever they are called; ``apart`` says of two ids that a person
    judged them not to be.
    """
    found = list(casts)
    return grouped((each.figures for each in found), likes(found, config), joined=joined, apart=apart)


def grouped(
    figures: Iterable[Sequence[Figure]],
    found: Iterable[Like],
    *,
    joined: Iterable[Sequence[str]] = (),
    apart: Callable[[str, str], bool] | None = None,
) -> dict[str, Figure]:
    """The same from the figures of each document, and those that may be one; what no pair joins makes no difference."""
    pairs = sorted(found, key=lambda pair: (-pair[0], pair[1].entity, pair[2].entity))
    judged = [tuple(ids) for ids in joined]
    paired = {figure.entity for _, *both in pairs for figure in both}.union(*judged)
    groups = _Groups(([each for each in held if each.entity in paired] for held in figures), apart)
    for ids in judged:
        groups.judged(ids)
    for _, one, other in pairs:
        groups.join(one.entity, other.entity)
    return groups.leaders()


def likes(casts: Iterable[Cast], config: ResolveConfig, pairs: Iterable[tuple[str, str]] | None = None) -> list[Like]:
    """The figures of two documents that may be one; ``pairs`` are the documents to compare, else all that are near."""
    by_document = {each.document: each for each in casts}
    near = _neighbours(by_document) if pairs is None else sorted(pairs)
    return list(_likes(near, by_document, config))


def _likes(near: Iterable[tuple[str, str]], casts: Mapping[str, Cast], config: ResolveConfig) -> Iterator[Like]:
    keyed: dict[str, Keyed] = {}
    for first, second in near:
        mine, theirs = casts[first].company, casts[second].company
        company = sum([mine[word] * theirs[word] for word in filter(theirs.__contains__, mine)])
        if company < config.variant_company:
            continue
        keyed |= {each: _by_key(casts[each]) for each in (first, second) if each not in keyed}
        found = [
            (how, figure, like)
            for figure, like in _under_one_key(keyed[first], keyed[second])
            if (how := alike(figure, like))
            and company - _own_words(figure, like, mine, theirs) >= _least(figure, like, config)
        ]
        times = Counter(figure.entity for _, *both in found for figure in both)
        for how, figure, like in found:
            # "M. Dahl" is neither Mira nor Magnus Dahl of the other document.
            same = figure.words == like.words
            if same or how == "name" or times[figure.entity] == times[like.entity] == 1:
                yield company + same, figure, like


def _by_key(cast: Cast) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in cast.figures:
        for key in _keys(figure):
            found[key].append(figure)
    return found


def _under_one_key(one: Keyed, other: Keyed) -> Iterable[tuple[Figure, Figure]]:
    found: dict[tuple[str, str], tuple[Figure, Figure]] = {}
    for key in one.keys() & other.keys():
        for figure, like in product(one[key], other[key]):
            if figure.entity != like.entity:
                found[figure.entity, like.entity] = figure, like
    return found.values()


def _least(one: Figure, other: Figure, config: ResolveConfig) -> float:
    """How much company two figures must share: more where no name says who they are."""
    return config.variant_company if one.named and other.named else config.noun_company


def _own_words(one: Figure, other: Figure, mine: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    """What names that do not tell who is meant, as a surname alone, add to the company themselves: nothing at all."""
    vague = (one.local and other.local) or 1 in {len(one.words), len(other.words)}
    if not (one.named and other.named and vague):
        return 0.0
    return sum([mine[word] * theirs[word] for word in {*one.words, *other.words} & mine.keys() & theirs.keys()])


def _keys(figure: Figure) -> tuple[str, ...]:
    """Under what a figure is looked for: its head, its first letters, and a body's acronym."""
    if figure.named and len(figure.words) > 1:
        name = bare(figure.words)
        return name[-1], name[-1][:1] + name[0][:1], acronym(name)
    return (figure.head,)


def heaviest(one: Cast) -> list[str]:
    """The names under which documents are looked for that may know the same figures."""
    return sorted(one.company, key=lambda word: (-one.company[word], word))[:_HEAVIEST]


def order(one: Cast) -> str:
    """What sorts documents: by day of publication, undated ones last, then by id."""
    return f"{one.published or '~'} {one.document}"


def _neighbours(casts: Mapping[str, Cast]) -> list[tuple[str, str]]:
    """Pairs of documents that share one of their heaviest names, each compared with the next ones by day and id."""
    blocks: dict[str, list[Cast]] = defaultdict(list)
    for each in casts.values():
        for word in heaviest(each):
            blocks[word].append(each)
    pairs: set[tuple[str, str]] = set()
    for block in blocks.values():
        block.sort(key=order)
        for place, one in enumerate(block):
            for other in block[place + 1 : place + 1 + NEIGHBOURS]:
                pairs.add((min(one.document, other.document), max(one.document, other.document)))
    return sorted(pairs)


class _Groups:
    """Entities put together, none of which two stand in one document."""

    def __init__(self, casts: Iterable[Sequence[Figure]], apart: Callable[[str, str], bool] | None) -> None:
        self.apart = apart
        self.leader: dict[str, str] = {}
        self.members: dict[str, list[Figure]] = defaultdict(list)
        for figures in casts:
            for figure in figures:
                self.leader.setdefault(figure.entity, figure.entity)
                self.members[figure.entity].append(figure)
        self.documents = {entity: len(figures) for entity, figures in self.members.items()}
        self._held = {entity: {each.document for each in figures} for entity, figures in self.members.items()}
        self._nouns = {entity: _nouns(figures) for entity, figures in self.members.items()}
        self._bodies = {entity: _bodies(figures) for entity, figures in self.members.items()}

    def join(self, one: str, other: str) -> None:
        """Puts two groups into one, unless a document keeps two of them apart."""
        first, second = self.leader[one], self.leader[other]
        if first == second or self._kept_apart(first, second) or self._judged_apart(first, second):
            return
        # "The team" may be the Norlandic or the Sudrian one, who are not one another; one climber is 36, another 24.
        if any(
            contrary(f, g) or (f.kind != "person" and not alike(f, g))
            for f, g in product(self._nouns[first].values(), self._nouns[second].values())
        ):
            return
        # "The Gazette" may be that of Norburg or of Sudria, which are not one another either.
        if any(_begin_otherwise(f, g) for f, g in product(self._bodies[first].values(), self._bodies[second].values())):
            return
        self._merge(*sorted((first, second)))

    def _kept_apart(self, first: str, second: str) -> bool:
        """Whether a document has both, and its names do not tell by themselves that one is a part of the other."""
        both = self._held[first] & self._held[second]
        if not both:
            return False
        mine, theirs = ([each for each in self.members[group] if each.document in both] for group in (first, second))
        return any(f.document == g.document and not _one_name(f, g) for f, g in product(mine, theirs))

    def _judged_apart(self, first: str, second: str) -> bool:
        if self.apart is None:
            return False
        ids = ({figure.entity for figure in self.members[group]} for group in (first, second))
        return any(self.apart(one, other) for one, other in product(*ids))

    def judged(self, ids: Sequence[str]) -> None:
        """Puts together what a person judged to be one; ids of no figure are passed over."""
        for ident in ids:
            leaders = sorted({self.leader[each] for each in ids if each in self.leader})
            if ident in self.leader and len(leaders) > 1:
                self._merge(leaders[0], leaders[1])

    def _merge(self, into: str, gone: str) -> None:
        for figure in self.members.pop(gone):
            self.leader[figure.entity] = into
            self.members[into].append(figure)
        self._held[into] |= self._held.pop(gone)
        self._nouns[into] |= self._nouns.pop(gone)
        self._bodies[into] |= self._bodies.pop(gone)

    def leaders(self) -> dict[str, Figure]:
        """The ids that lost their place, each with the figure whose id stays."""
        found: dict[str, Figure] = {}
        for _, figures in sorted(self.members.items()):
            best = min(figures, key=self._rank)
            found |= {figure.entity: best for figure in figures if figure.entity != best.entity}
        return found

    def _rank(self, figure: Figure) -> tuple[bool, bool, int, int, str, str]:
        """Whole names first, then what most documents say, then the fullest."""
        whole = figure.named and len(figure.words) > 1
        often = self.documents[figure.entity]
        spelled = sum(len(word) > 1 for word in figure.words)
        return not figure.named, not whole, -often, -spelled, figure.entity, figure.document


def _one_name(one: Figure, other: Figure) -> bool:
    """Whether a document that does not say so means one by two names: "Surgeon General", "U.S. Surgeon General"."""
    # Of two persons of one surname, the surname alone may be the other's.
    told = "person" not in {one.kind, other.kind} or min(len(one.words), len(other.words)) > 1
    return told and (one.named or other.named) and alike(one, other) in {"name", "part of the name"}


def _nouns(figures: Iterable[Figure]) -> dict[Noun, Figure]:
    """The figures that are no names, one of those that are called alike: by what ``alike`` looks at."""
    nouns = (figure for figure in figures if not figure.named)
    return {(f.kind, f.head, f.plural, f.words, f.owned, f.loose, f.counts, f.owners, f.sex): f for f in nouns}


def _bodies(figures: Iterable[Figure]) -> dict[tuple[str, ...], Figure]:
    """The names of bodies that have several words, one figure of each."""
    return {f.words: f for f in figures if f.named and f.kind == "body" and len(f.words) > 1}


def _begin_otherwise(one: Figure, other: Figure) -> bool:
    """Whether two names end alike in two words or more, and begin otherwise: not "NY" and "New York"."""
    ends = zip(reversed(one.words), reversed(other.words), strict=False)
    same = sum(1 for _ in takewhile(lambda both: both[0] == both[1], ends))
    first, second = one.words[: len(one.words) - same], other.words[: len(other.words) - same]
    if same < _TAIL or not first or not second or alike(one, other) is not None:
        return False
    return "".join(first) != acronym(second) and "".join(second) != acronym(first)
