"""Whether two names can be of one person or body: parts left out, initials, acronyms, other spellings."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_SPELLED_ALIKE = 0.85  # Jaro and Winkler's similarity of two spellings of one word
_LONG = 6  # letters: of shorter words other vowels make another ("Mira", "Mara")
_SHORT_FORM = 3  # letters of a given name that may stand for a longer one
_FEMININE = ("a", "e")  # ends of what makes another name of one: "Robert", "Roberta"; "Jack", "Jackie"
_FIRMS = frozenset({"ag", "co", "company", "corp", "corporation", "gmbh", "inc", "llc", "ltd", "plc", "sa", "the"})
_ANOTHER = frozenset(
    {"another", "different", "former", "further", "more", "new", "next", "other", "previous", "second"}
)
_SMALL = frozenset({"and", "for", "of", "the"})
# A nickname in its marks between the given name and the surname: 'Mira "Mimi" Dahl', "Tor 'the Tower' Moor".
_NICKNAME = re.compile(r"(?<=\w|\.) (?:[\"“”][^\"“”]+[\"“”]|['‘][^'‘’]+['’]|\([A-Z]\w+\))(?= [A-Z])")


@lru_cache(maxsize=65_536)  # names recur
def words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, without possessive and nickname.

    >>> words("K. Mira “Mimi” Dahl's")
    ('k', 'mira', 'dahl')
    """
    return tuple(word.lower().replace("’", "'").removesuffix("'s") for word in _WORD.findall(plain(name)))


def plain(name: str) -> str:
    """A name without the nickname that stands in it in quotation marks, or in brackets.

    >>> plain('Mira "Mimi" Dahl'), plain('the "Mimi" Board')
    ('Mira Dahl', 'the "Mimi" Board')
    """
    return _NICKNAME.sub("", name) if name[:1].isupper() else name


def persons(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    """How two names of a person are alike: "name", "part of the name" or "spelling"; None where they are not.

    >>> persons(("mira", "dahl"), ("k", "mira", "dahl")), persons(("tor", "dahl"), ("k", "mira", "dahl"))
    ('part of the name', None)
    """
    if one == other:
        return "name"
    short, long = sorted((one, other), key=len)
    if short and short[-1] == long[-1] and _given(short[:-1], long[:-1]):
        return "part of the name"
    return "spelling" if 1 < len(short) == len(long) and _spelled(short, long) else None


def bodies(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    """How two names of a body are alike, as for persons, or "acronym".

    >>> bodies(("woolcorp", "inc"), ("woolcorp",)), bodies(("wwb",), ("world", "water", "board"))
    ('name', 'acronym')
    """
    first, second = bare(one), bare(other)
    if first == second:
        return "name"
    short, long = sorted((first, second), key=len)
    if len(short) == 1 and len(long) > 1:
        if short[0] == acronym(long):
            return "acronym"
        # A team goes by the last word of its name, which is a plural.
        return "part of the name" if short[0] == long[-1] and short[0].endswith("s") else None
    if set(short) <= set(long) and short[-1] == long[-1]:
        return "part of the name"
    return "spelling" if 1 < len(short) == len(long) and _spelled(short, long) else None


def add_nothing(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one noun phrase says all that another says, and no word of either tells that another thing is meant.

    >>> add_nothing(("gunman",), ("masked", "gunman")), add_nothing(("donors",), ("other", "donors"))
    (True, False)
    """
    first, second = set(one), set(other)
    return (first <= second or second <= first) and not (first ^ second) & _ANOTHER


def acronym(name: tuple[str, ...]) -> str:
    """The first letters of the words that count."""
    return "".join(word[0] for word in name if word not in _SMALL)


def _given(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the given names of one are among the other's, in their order; an initial or a short form is one."""
    rest = iter(long)
    return all(any(_one_given(*sorted((name, given), key=len)) for given in rest) for name in short)


def _one_given(short: str, long: str) -> bool:
    """Whether one given name is the other, its initial or short form: "Fred" of "Frederick", not "Paul" of "Paula"."""
    if short in {long, long[:1]}:
        return True
    more = len(long) - len(short)
    return len(short) >= _SHORT_FORM and more > 1 and long.startswith(short) and not long.endswith(_FEMININE)


def _spelled(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names are the same word by word, but for vowels of long words, as in other transcriptions."""
    return all(
        first == second
        or (
            min(len(first), len(second)) >= _LONG
            and _consonants(first) == _consonants(second)
            and JaroWinkler.similarity(first, second) >= _SPELLED_ALIKE
        )
        for first, second in zip(one, other, strict=True)
    )


def _consonants(word: str) -> str:
    """The consonants of a word, doubled ones once."""
    letters = [letter for letter in word if letter not in "aeiouy"]
    return "".join(letter for place, letter in enumerate(letters) if place == 0 or letters[place - 1] != letter)


def bare(name: tuple[str, ...]) -> tuple[str, ...]:
    """A name without article and without what only says that it is a firm's.

    >>> bare(("the", "woolcorp", "works", "inc"))
    ('woolcorp', 'works')
    """
    return tuple(word for word in name if word not in _FIRMS) or name
