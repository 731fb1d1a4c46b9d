"""What a build notes beside the shards, so that the next one looks only at what is touched: tables in SQLite.

The ledger is a cache of the graph: without it, or where its mark says something else, everything is derived anew.
"""

from kg.store.ledger.book import Ledger

__all__ = ["Ledger"]
