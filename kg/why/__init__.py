"""Why the graph says something, and why it does not."""

from kg.why.sentences import explain as explain_sentence
from kg.why.statements import explain

__all__ = ["explain", "explain_sentence"]
