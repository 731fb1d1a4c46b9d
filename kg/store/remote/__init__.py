"""The graph in a server of others: any that speaks SPARQL 1.1 Protocol, Update and Graph Store Protocol.

Only named graphs are written, each whole or not at all, and only those that the project names. The server keeps a
record of what it has in which version (``…/graph/store``), so that only what differs is sent.
"""

from kg.store.remote.addresses import Addresses, addresses
from kg.store.remote.client import Client
from kg.store.remote.record import Version
from kg.store.remote.sending import Sent, send
from kg.store.remote.stepping import Step

__all__ = ["Addresses", "Client", "Sent", "Step", "Version", "addresses", "send"]
