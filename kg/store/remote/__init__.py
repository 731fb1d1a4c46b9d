"""The graph in a server of others: any that speaks SPARQL 1.1 Protocol, Update and Graph Store Protocol.

Only named graphs are written, each whole or not at all, and only those that the project names. The server keeps a
record of what it has in which version (``…/graph/store``), so that only what differs is sent.

How whole that is to those who read meanwhile is up to the server. One that does an update or a PUT as a transaction
never shows half a graph, and a build that adds documents comes as one update, all of it or nothing: Oxigraph does (a
test looks on); servers whose updates are transactions should. A graph too large for one request is loaded under
``…/graph/unfinished/`` and copied to its place by one update; who asks the union of all graphs sees it come. Virtuoso
does each operation by itself, so that a graph may be seen empty or in part for a moment. What was cut off is sent again
by the next build, whatever the server.

A folder should have a server, or an ``ids.base``, of its own: named graphs under one base are those of the last build.
"""

from kg.store.remote.addresses import Addresses, addresses
from kg.store.remote.client import Client
from kg.store.remote.record import Version
from kg.store.remote.sending import Sent, send
from kg.store.remote.stepping import Step

__all__ = ["Addresses", "Client", "Sent", "Step", "Version", "addresses", "send"]
