"""A person's decisions on a graph: checked against it and against one another, then written into their file."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from kg import pipeline, resolve
from kg.errors import JudgementError, NotFoundError
from kg.ids import KG, VOCABULARIES, is_event
from kg.model import Judgement, Verdict
from kg.store import Rows

if TYPE_CHECKING:
    from kg.ids import Ids
    from kg.store import Graph, JudgementFile

_VERDICTS = {"yes": Verdict.POSITIVE, "no": Verdict.NEGATIVE, "unsure": Verdict.UNSURE}
_EXPLODED = "exploded "
_TYPE, _EVENT_MENTION = NamedNode(VOCABULARIES["rdf"] + "type"), NamedNode(KG + "EventMention")
_OCCURS = "SELECT ?thing ?any { ?thing ?any ?other } LIMIT 1"
_MENTIONS = "SELECT ?thing ?member { ?event a sem:Event ; gaf:denotedBy ?thing, ?member }"
_STAYS = "SELECT ?thing ?member { ?thing dcterms:isReplacedBy ?member }"
_LOST = "SELECT ?thing ?member { ?member dcterms:isReplacedBy ?thing }"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where a person judges: who and when, the graph as it was published last, and the file of judgements."""

    graph: Graph
    file: JudgementFile
    ids: Ids
    who: str = ""
    when: str = ""

    def judge(self, left: str, right: str, verdict: str | None, *, why: str) -> tuple[Judgement, ...]:
        """Writes one judgement; nothing where it stands there already."""
        if verdict not in _VERDICTS:
            message = f"the verdict is {verdict!r}; expected yes, no or unsure"
            raise JudgementError(message)
        one, other = self._known(left), self._known(right)
        new = self._judgement(one, other, _VERDICTS[verdict], why)
        found = self.file.read()
        same = [each for each in found if {each.left, each.right} == {one, other}]
        if any(each.verdict is new.verdict for each in same):
            return ()
        decided = [each for each in same if each.verdict is not Verdict.UNSURE]
        if decided and new.verdict is Verdict.UNSURE:
            message = (
                f"judgements.csv, line {decided[0].line} is {decided[0].verdict.value} on these two; take it back "
                "first with `kg judge LEFT RIGHT --undo`"
            )
            raise JudgementError(message)
        return self._written([new], found)

    def undo(self, left: str, right: str) -> tuple[Judgement, ...]:
        """Takes back what was judged of just these two."""
        pair = {self.ids.judged(left), self.ids.judged(right)}
        gone = tuple(each for each in self.file.read() if {each.left, each.right} == pair)
        if not gone:
            message = f"no judgement is about {left!r} and {right!r}; {self.file.path} has them all"
            raise NotFoundError(message)
        self.file.withdraw({each.line for each in gone})
        return gone

    def explode(self, ident: str) -> tuple[Judgement, ...]:
        """Writes a negative judgement for every two members that have none yet."""
        members = self.members(ident)
        if len(members) == 1:
            message = f"{ident!r} has only one member in this graph, so there is nothing to take apart"
            raise NotFoundError(message)
        found = self.file.read()
        negative = {frozenset({j.left, j.right}) for j in found if j.verdict is Verdict.NEGATIVE}
        why = _EXPLODED + self.ids.shown(members[0])
        new = [
            self._judgement(one, other, Verdict.NEGATIVE, why)
            for one, other in combinations(members, 2)
            if frozenset({one, other}) not in negative
        ]
        return self._written(new, found)

    def undo_explosion(self, ident: str) -> tuple[Judgement, ...]:
        """Takes back the judgements by which an event or entity was taken apart, by the id of any member."""
        name = self.ids.judged(ident)
        found = [each for each in self.file.read() if each.why.startswith(_EXPLODED)]
        whys = {each.why for each in found if name in {each.left, each.right}}
        gone = tuple(each for each in found if each.why in whys)
        if not gone:
            message = f"{ident!r} was not taken apart by `kg explode`; {self.file.path} has all judgements"
            raise NotFoundError(message)
        self.file.withdraw({each.line for each in gone})
        return gone

    def members(self, ident: str) -> list[str]:
        """The local names of what is one with an event or entity: first the one that gives the id, then sorted."""
        name = self._known(ident)
        if is_event(name):
            mention = self.ids.prefixes["mention"]
            found = {each.removeprefix(mention) for each in self._asked(_MENTIONS, mention + name)}
            replaced = {each.rsplit("/", 1)[-1] for each in self._asked(_STAYS, self.ids.thing(name))}
            first = next(iter(replaced), name)
        else:
            space = self.ids.prefixes["ent"]
            first = next((e.removeprefix(space) for e in self._asked(_STAYS, space + name)), name)
            found = {each.removeprefix(space) for each in self._asked(_LOST, space + first)}
        return [first, *sorted(found - {first})]

    def _judgement(self, left: str, right: str, verdict: Verdict, why: str) -> Judgement:
        return Judgement(left=left, right=right, verdict=verdict, who=self.who, when=self.when, why=why)

    def _written(self, new: list[Judgement], found: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
        resolve.judged([*found, *new])
        if new:
            self.file.append(new)
        return tuple(new)

    def _known(self, ident: str) -> str:
        """The local name of an event or entity of the graph, or of an entity of the knowledge base."""
        name = self.ids.judged(ident)
        if is_event(name):
            document = NamedNode(self.ids.document_graph(name.rsplit("-", 2)[0]))
            mention = NamedNode(self.ids.prefixes["mention"] + name)
            known = Quad(mention, _TYPE, _EVENT_MENTION, document) in self.graph
        else:
            known = bool(self._asked(_OCCURS, self.ids.thing(name))) or pipeline.in_knowledge(name)
        if not known:
            kind = "event" if is_event(name) else "entity"
            message = f"this graph has no {kind} {ident!r}; `kg ask who-did-what-to-whom` shows ids"
            raise NotFoundError(message)
        return name

    def _asked(self, sparql: str, thing: str) -> list[str]:
        rows = self.graph.query(sparql, substitutions={"thing": NamedNode(thing)}, prefixes=self.ids.prefixes)
        found = rows.rows if isinstance(rows, Rows) else ()
        return sorted(term.value for _, term in found if isinstance(term, NamedNode))
