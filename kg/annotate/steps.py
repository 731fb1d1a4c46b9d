"""spaCy's parser and entity recogniser, moved on step by step.

Both take one transition of every text of a batch at a time (Nivre 2008). spaCy does so without the interpreter's lock,
and takes the lock for a moment each time that it asks whether a transition may be made: about a hundred times a token,
which is more than half of the time of its recogniser. Here the same functions of spaCy are called one after the other
with the lock held: the same sums, the same transitions, in less time.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc

_NAME = "stepping"


class Stepping:
    """A component that annotates as a parser or an entity recogniser does."""

    def __init__(self, parser: DependencyParser | EntityRecognizer) -> None:
        """For ``step``, which knows that the parser follows one way only."""
        self._parser: Any = parser
        self._gives = "ENT_IOB" if isinstance(parser, EntityRecognizer) else "DEP"

    def __call__(self, doc: Doc) -> Doc:
        """The document with what the parser says of it."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """The same of many, in their order."""
        rest = iter(docs)
        while batch := list(islice(rest, batch_size)):
            self._parser.set_annotations(batch, self._states(batch))
            yield from batch

    def _states(self, docs: Sequence[Doc]) -> Sequence[object]:
        """The state that the parser ends in for each document."""
        parser = self._parser
        if not any(map(len, docs)) or any(doc.has_annotation(self._gives) for doc in docs):
            found: Sequence[object] = parser.predict(docs)  # what is annotated already may bear labels new to it
            return found
        states = parser.moves.init_batch(docs)
        model = parser.model.predict(docs)
        moving = [state for state in states if not state.is_final()]
        while moving:
            moving = parser.transition_states(moving, model.predict(moving))
        model.clear_memory()
        return states  # type: ignore[no-any-return]  # spaCy's compiled modules come without types


def step(nlp: Language) -> None:
    """Lets the parsers and entity recognisers of a pipeline step that do not follow several ways at once."""
    for name in nlp.pipe_names:
        found = nlp.get_pipe(name)
        if isinstance(found, DependencyParser | EntityRecognizer) and found.cfg["beam_width"] == 1:
            nlp.add_pipe(_NAME, f"{_NAME}_{name}", after=name, config={"component": name})
            nlp.disable_pipe(name)


@Language.factory(_NAME)
def _component(nlp: Language, name: str, component: str) -> Stepping:  # noqa: ARG001 (what a factory is given)
    parser: Any = nlp.get_pipe(component)
    return Stepping(parser)
