"""What an event amounts to over all its claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Certainty, Claim, Factuality, Genre, Modality, Polarity

if TYPE_CHECKING:
    from collections.abc import Iterable


def factuality(claims: Iterable[Claim]) -> Factuality:
    """What an event amounts to over all its claims (the rules of the design, after FactBank).

    Disputed: certain, asserted claims of both polarities about what is not future, whoever makes them. Fact: a report
    affirms it so in its own voice. Counterfact: a report denies it so, and nobody affirms it so. Else uncommitted.
    """
    certain = [c for c in claims if is_certain(c)]
    polarities = {c.polarity for c in certain}
    if len(polarities) > 1:
        return Factuality.DISPUTED
    own = {c.polarity for c in certain if c.own_voice and c.genre is Genre.REPORT}
    if Polarity.POSITIVE in own:
        return Factuality.FACT
    return Factuality.COUNTERFACT if own else Factuality.UNCOMMITTED


def is_certain(claim: Claim) -> bool:
    """Whether a claim is asserted, certain, and not about the future."""
    return claim.certainty is Certainty.CERTAIN and claim.modality is Modality.ASSERTED and not claim.future
