"""How often a client may do something: the generic cell rate algorithm (ITU-T I.371), in bounded memory."""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SHARED = 64  # bits of an IPv6 address that a network hands out to one customer


class Rates:
    """``per_second`` on average, and ``burst`` at once, for each of the last ``clients`` clients.

    >>> time = iter([0.0, 0.0, 0.0, 0.5]).__next__
    >>> rates = Rates(2, burst=2, clients=9, clock=time)
    >>> rates.wait("a"), rates.wait("a"), rates.wait("a"), rates.wait("a")
    (0.0, 0.0, 0.5, 0.0)
    """

    def __init__(
        self, per_second: float, *, burst: int, clients: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """``clock`` gives seconds."""
        self._step = 1 / per_second
        self._slack = (burst - 1) * self._step
        self._clients = clients
        self._clock = clock
        self._due: OrderedDict[str, float] = OrderedDict()  # when a client is even again, the latest one last

    def wait(self, client: str, *, count: bool = True) -> float:
        """The seconds until ``client`` may: 0.0 if it may now, which is counted unless ``count`` is off."""
        now = self._clock()
        due = max(self._due.get(client, now), now)
        if (wait := due - now - self._slack) > 0:
            return wait
        if count:
            self._due[client] = due + self._step
            self._due.move_to_end(client)
            if len(self._due) > self._clients:
                self._due.popitem(last=False)
        return 0.0


def client(address: str) -> str:
    """Who counts as one client: an address, of IPv6 all that one customer has.

    >>> client("192.0.2.7"), client("2001:db8:1:2:3::4") == client("2001:db8:1:2::9")
    ('192.0.2.7', True)
    """
    if ":" not in address:
        return address
    try:
        number = ipaddress.IPv6Address(address.partition("%")[0])
    except ValueError:
        return address
    if number.ipv4_mapped is not None:
        return str(number.ipv4_mapped)
    return str(ipaddress.IPv6Network((int(number) >> SHARED << SHARED, SHARED)))
