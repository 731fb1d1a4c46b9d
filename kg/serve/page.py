"""The page for people: where to send queries, and the named questions. It loads nothing from anywhere."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.query import Question

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>News graph</title>
</head>
<body>
<h1>News graph</h1>
<p>SPARQL 1.1 queries are answered at <a href="{endpoint}"><code>{endpoint}</code></a>, by GET and POST.
The default graph is the union of all named graphs.</p>
<form action="{endpoint}" method="get">
<p><label for="query">Query</label></p>
<p><textarea id="query" name="query" rows="12" cols="100" required></textarea></p>
<p><button>Ask</button></p>
</form>
<h2>Named questions</h2>
<ul>
{questions}
</ul>
</body>
</html>
"""


def page(questions: Sequence[Question], *, endpoint: str) -> str:
    """HTML with a form for a query, and a link for each question, asked without parameters."""
    return PAGE.format(endpoint=escape(endpoint), questions="\n".join(_item(each, endpoint) for each in questions))


def _item(question: Question, endpoint: str) -> str:
    address = f"{endpoint}?{urlencode({'query': question.sparql})}"
    named = f"<code>{escape(question.name)}</code>"
    parameters = ", ".join(f"{escape(each.name)} ({escape(each.kind)})" for each in question.parameters)
    asked = f'<a href="{escape(address)}">{escape(question.text)}</a>'
    return f"<li>{named}: {asked}{f'; parameters: {parameters}' if parameters else ''}</li>"
