"""What one build changed, sent as one update to a server that has what there was before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.store.contents import MODULUS, total
from kg.store.remote import parts
from kg.store.remote.record import Version

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from pyoxigraph import Quad

    from kg.store.remote.sending import Sending

_NOTHING = Version(quads=0, total=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What a build changed: quads, and named graphs that it dropped. ``before`` is all graphs but runs, together.

    Of runs there may be quads in ``new`` that were there already; of all else there are none.
    """

    before: Version
    new: Collection[Quad]
    gone: Collection[Quad]
    dropped: Collection[str]


def stepped(step: Step, sending: Sending) -> bool:
    """Sends a step; false where the server has something else than there was before, or the step is too large.

    :raises StoreError: when the server cannot be reached, or refuses.
    """
    if len(step.new) + len(step.gone) > sending.largest:
        return False
    new, gone = _by_graph(step.new), _by_graph(step.gone)
    touched = {*new, *gone, *step.dropped}
    record = sending.record
    entries = record.entries_of(sorted({*touched, record.name}), sending.client)
    if entries.pop(record.name, None) != step.before or None in entries.values():
        return False
    versions: dict[str, Version] = {}
    for name in touched - {sending.runs}:
        was = entries.get(name) or _NOTHING
        versions[name] = _NOTHING if name in step.dropped else _grown(was, new.get(name, ()), gone.get(name, ()))
    after = step.before
    for name, version in versions.items():
        after = _sum(after, version, entries.get(name) or _NOTHING)
    noted = {name: version for name, version in versions.items() if version.quads}
    if sending.runs in touched:
        runs = list(sending.graph.quads(sending.runs))
        noted[sending.runs] = Version(quads=len(runs), total=total(runs))
    sending.client.update(_text(step, sending, touched, {**noted, record.name: after}))
    sending.mend(noted)
    return True


def _text(step: Step, sending: Sending, touched: Collection[str], noted: Mapping[str, Version]) -> str:
    new, gone = _by_graph(step.new), _by_graph(step.gone)
    data = (("DELETE", gone), ("INSERT", new))
    operations = [
        sending.record.forget(sorted({*touched, sending.record.name})),
        *parts.drop(sorted(step.dropped)),
        *(
            parts.data(what, {n: parts.written(sending.outgoing(q)) for n, q in quads.items()})
            for what, quads in data
            if quads
        ),
        sending.record.note(noted),
    ]
    return parts.joined(operations)


def _by_graph(quads: Iterable[Quad]) -> dict[str, list[Quad]]:
    found: dict[str, list[Quad]] = {}
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode):
            found.setdefault(quad.graph_name.value, []).append(quad)
    return found


def _grown(was: Version, new: Collection[Quad], gone: Collection[Quad]) -> Version:
    return Version(
        quads=was.quads + len(new) - len(gone),
        total=(was.total + total(new) - total(gone)) % MODULUS,
    )


def _sum(after: Version, version: Version, was: Version) -> Version:
    return Version(
        quads=after.quads + version.quads - was.quads, total=(after.total + version.total - was.total) % MODULUS
    )
