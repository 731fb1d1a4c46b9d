"""How often a client may do something."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.serve.safety.rates import Rates, client


@given(st.lists(st.floats(0, 2), max_size=60), st.integers(1, 5))
def test_never_more(pauses: list[float], burst: int) -> None:
    """In no stretch of time are more let through than the burst and what the rate gives."""
    now, passed = 0.0, []
    rates = Rates(2, burst=burst, clients=3, clock=lambda: now)
    for pause in pauses:
        now += pause
        if not rates.wait("one"):
            passed.append(now)
    for start, first in enumerate(passed):
        for count, last in enumerate(passed[start:], 1):
            assert count <= burst + 2 * (last - first) + 1e-6


@given(st.lists(st.floats(0, 1), max_size=30))
def test_waiting_helps(pauses: list[float]) -> None:
    """Who waits as long as told is let through."""
    now = 0.0
    rates = Rates(3, burst=2, clients=3, clock=lambda: now)
    for pause in pauses:
        now += pause
        if wait := rates.wait("one"):
            now += wait + 1e-9
            assert rates.wait("one") == 0.0


def test_each_for_itself() -> None:
    """One client's requests do not count for another."""
    rates = Rates(1, burst=1, clients=3, clock=lambda: 0.0)
    assert (rates.wait("one"), rates.wait("one") > 0, rates.wait("two")) == (0.0, True, 0.0)


def test_bounded() -> None:
    """Only so many clients are remembered, those that asked last."""
    rates = Rates(1, burst=1, clients=2, clock=lambda: 0.0)
    for name in ("one", "two", "three"):
        rates.wait(name)
    assert (rates.wait("three") > 0, rates.wait("one"), len(rates._due)) == (True, 0.0, 2)


def test_looking_does_not_count() -> None:
    """Asking whether one may is not doing it."""
    rates = Rates(1, burst=1, clients=2, clock=lambda: 0.0)
    assert [rates.wait("one", count=False) for _ in range(3)] == [0.0, 0.0, 0.0]


def test_mapped_address() -> None:
    """An IPv4 address in the clothes of IPv6 is that address."""
    assert client("::ffff:192.0.2.7") == "192.0.2.7"


def test_address_that_is_none() -> None:
    """Whatever stands in the place of an address names a client."""
    assert (client(""), client("a:b")) == ("", "a:b")
