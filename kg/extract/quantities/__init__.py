"""How much and how many: money, percentages and counts, with their qualifier and what they count.

``numerals`` knows what numbers are worth, ``currencies`` what money is called, ``numbers`` reads one number with its
sign and unit at a place of a text, ``amounts`` a range and the words that loosen it; ``places`` finds those places in a
parse and says what is counted.
"""

from kg.extract.quantities.amounts import Amount, amount
from kg.extract.quantities.places import quantities

__all__ = ["Amount", "amount", "quantities"]
