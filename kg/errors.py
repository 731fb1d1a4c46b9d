"""What can go wrong, as one tree.

::

    KgError
    ├── InputError       a file or a line that cannot be read as a document
    ├── ConfigError      a key or value of kg.toml, or a command's option, that means nothing
    ├── JudgementError   a line of judgements.csv that means nothing, or lines that contradict one another
    ├── OntologyError    a file of ontology/ that contradicts itself
    ├── ModelError       the spaCy pipeline is missing or does not parse
    ├── StoreError       the store is held, damaged, absent or full
    ├── QueryError       a query or one of its parameters is wrong
    ├── ExtractionError  a record without evidence, or evidence outside its text
    ├── BuildError       a count outside the configured bounds
    └── NotFoundError    an id, a name or a question that does not exist

Every message is one line: what was wrong, what was expected, what to do.
"""


class KgError(Exception):
    """Any error that this package raises on purpose."""


class InputError(KgError):
    """A file or a line that cannot be read as a document."""


class ConfigError(KgError):
    """A key or value of the configuration, or an option, that means nothing."""


class JudgementError(KgError):
    """A judgement that means nothing, names what does not exist, or contradicts another."""


class OntologyError(KgError):
    """A file of the ontology that contradicts itself."""


class ModelError(KgError):
    """The spaCy pipeline is missing or gives no parse."""


class StoreError(KgError):
    """The store is held by another process, damaged, absent or full."""


class QueryError(KgError):
    """A query or one of its parameters is wrong."""


class ExtractionError(KgError):
    """A record without evidence, or evidence that lies outside its text."""


class BuildError(KgError):
    """A stage gave fewer or more records than the configuration allows."""


class NotFoundError(KgError):
    """An id, a name or a question that does not exist."""
