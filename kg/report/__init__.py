"""A report on one thing of the graph: one HTML file that needs nothing else."""

from kg.report.pages import html, kind_of

__all__ = ["html", "kind_of"]
