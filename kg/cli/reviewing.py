"""``kg review``: a person is shown what the score is least sure of, and judges it key by key."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.text import Text

from kg import resolve
from kg.cli.judging import sitting, who_option
from kg.cli.options import example, graph_option
from kg.errors import JudgementError
from kg.newsgraph import NewsGraph

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kg.newsgraph.review import Case, Evidence

_KEYS = "y(es) n(o) u(nsure) s(kip) undo q(uit)"
_ANSWERS = {"y": "yes", "n": "no", "u": "unsure"}
_PLURALS = {"event": "events", "entity": "entities"}
_STYLES = {"trigger": "bold reverse", "actor": "bold green", "recipient": "bold cyan", "theme": "yellow"}


@click.command(epilog=example("echo q | kg review --graph news.kg"))
@click.option("--entities", is_flag=True, help="Judge entities that two documents call alike, instead of events.")
@who_option
@graph_option
def review(who: str | None, folder: Path, *, entities: bool) -> None:
    """Judge whether two mentions are of one event, or two names of one entity, where that is least sure.

    Pairs of events come nearest to the threshold first, those of entities by how few other names their documents
    share; each with both sentences. Type a key and Enter: y, n or u (yes, no,
    unsure), s to skip, undo to go back and take the last answer back, q to end. Each answer is written into
    judgements.csv at once, and takes effect at the next build: kg build without PATHS.
    """
    with NewsGraph(folder) as graph:
        found = graph.review(entities=entities)
        if not found:
            near = "is called alike" if entities else "is near the threshold"
            click.echo(f"nothing to review: no pair that nobody judged {near}")
            return
        name, when = sitting(graph, who)
        Sitting(graph=graph, cases=found, who=name, when=when, kind="entity" if entities else "event").run()


@dataclass(slots=True, kw_only=True)
class Sitting:
    """One person's way through the cases; ``answered`` are the numbers of those that were shown, and what was said."""

    graph: NewsGraph
    cases: Sequence[Case]
    who: str
    when: str
    kind: str = "event"
    answered: list[tuple[int, str | None]] = field(default_factory=list)
    console: Console = field(default_factory=lambda: Console(highlight=False))

    def run(self) -> None:
        """Shows case after case until the person ends it or none is left."""
        at = self._next(0)
        while at is not None and (key := self._asked(at)) != "q":
            if key == "undo":
                at = self._back(at)
            elif key == "s":
                self.answered.append((at, None))
                at = self._next(at + 1)
            elif self._judge(at, _ANSWERS[key]):
                at = self._next(at + 1)
        written = sum(said is not None for _, said in self.answered)
        click.echo(f"{written} written; they take effect at the next build: kg build --graph {self.graph.folder}")

    def _next(self, start: int) -> int | None:
        """The first case, from one on, that no judgement decides, be it by what it says of others."""
        decided = resolve.judged(self.graph.judgements)
        for at in range(start, len(self.cases)):
            if decided.verdict(*self.cases[at].names) is None:
                return at
        return None

    def _asked(self, at: int) -> str:
        """The key that was typed at a case: of ``_KEYS``, and q at the end of the input."""
        self._show(at)
        while True:
            click.echo(f"one {self.kind}? {_KEYS}: ", nl=False)
            line = sys.stdin.readline()
            click.echo() if not sys.stdin.isatty() else None
            key = line.strip().lower()
            if not line or key in {"q", "quit"}:
                return "q"
            if key in {*_ANSWERS, "s", "undo"}:
                return key
            if key in {*_ANSWERS.values(), "skip"}:
                return key[0]
            click.echo(f"{key!r} is no answer; expected one of: {_KEYS}")

    def _judge(self, at: int, verdict: str) -> bool:
        left, right = self.cases[at].names
        try:
            self.graph.judge(left, right, verdict, who=self.who, when=self.when)
        except JudgementError as error:
            click.echo(str(error))
            return False
        self.answered.append((at, verdict))
        return True

    def _back(self, at: int) -> int:
        """Goes back to the case that was shown before, and takes back what was said of it."""
        if not self.answered:
            click.echo("nothing to undo")
            return at
        before, said = self.answered.pop()
        if said is not None:
            self.graph.judge(*self.cases[before].names, undo=True)
        return before

    def _show(self, at: int) -> None:
        case = self.cases[at]
        now = f"one {self.kind} now" if case.one else f"two {_PLURALS[self.kind]} now"
        self.console.rule(f"{at + 1} of {len(self.cases)}: score {case.score:.2f}, {now}")
        for name, evidence in zip(case.names, (case.left, case.right), strict=True):
            self._show_evidence(self.graph.ids.shown(name), evidence)
        self.console.print("  ".join(f"{name} {share:+.2f}" for name, share in case.features), style="dim")

    def _show_evidence(self, name: str, evidence: Evidence) -> None:
        day = f", {evidence.published}" if evidence.published else ""
        self.console.print(f"{evidence.document}{day}  {name}", style="dim")
        self.console.print(_marked(evidence))
        for part in evidence.parts:
            self.console.print(Text(f"  {part}"))


def _marked(evidence: Evidence) -> Text:
    """The sentence with its roles in colours; the trigger or the name is in brackets too, for terminals without."""
    sentence = Text(evidence.sentence)
    (start, end, _), *roles = evidence.marks
    for first, last, kind in roles:
        sentence.stylize(_STYLES.get(kind, "magenta"), first, last)
    sentence.stylize(_STYLES["trigger"], start, end)
    return Text.assemble(sentence[:start], "[", sentence[start:end], "]", sentence[end:])


COMMANDS = (review,)
