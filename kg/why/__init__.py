"""Why the graph says something, and why it does not."""

from kg.why.sentences import explain as explain_sentence
from kg.why.sentences import pattern
from kg.why.statements import explain, mention, triple

__all__ = ["explain", "explain_sentence", "mention", "pattern", "triple"]
