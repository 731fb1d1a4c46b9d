"""Pages for people, in HTML without script, and data of the things that they are about for machines.

::

    /                           what the graph holds, where to ask, the named questions
    /query?query=…              what a query gives, as a table
    /entity/NAME, /event/ID …   a thing under the path of its IRI; /resource?iri=… for any IRI
    /static/style.css           the looks, from here and from nowhere else
"""

from __future__ import annotations

from starlette.routing import Route

from kg.serve.pages.addresses import KINDS
from kg.serve.pages.answered import answered
from kg.serve.pages.home import home
from kg.serve.pages.styles import static
from kg.serve.pages.things import resource, thing

routes = [
    Route("/", home),
    Route("/query", answered),
    Route("/static/{name}", static),
    Route("/resource", resource),
    *(Route(f"/{kind}/{{name:path}}", thing) for kind in KINDS),
]
