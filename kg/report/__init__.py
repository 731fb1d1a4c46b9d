"""A report on one thing of the graph: one HTML file that needs nothing else, or plain text."""

from kg.report.pages import html, kind_of
from kg.report.plain import plain
from kg.report.statements import Compared

__all__ = ["Compared", "html", "kind_of", "plain"]
