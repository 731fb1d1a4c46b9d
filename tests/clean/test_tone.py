from __future__ import annotations

from dataclasses import replace

from kg.clean.tone import argues
from kg.config import CleanConfig

CONFIG = CleanConfig()
PLAIN = "The mayor cut the ribbon of the bridge on Monday, and the band of the fire brigade played. " * 20

REPORT = (
    "The mayor said on Monday that the bridge must be closed. The council said it had no choice, and the governor told"
    " reporters that the province should pay. Officials said the repairs were urgent. "
) * 5

COLUMN = (
    "I crossed the bridge last week. What was I to think?\n"
    f"{PLAIN}\n"
    "The mayor told me that it is safe, and an engineer said so too.\n"
    "We have seen this before, and our river has not changed. You may call it bad luck, if you like.\n"
    "Of course the council merely did its work."
)

EDITORIAL = (
    "The bridge has been closed for two years.\n"
    f"{PLAIN}\n"
    "Too many drivers lose an hour a day, and it is a shame. Surely the council needs to find the money.\n"
    "The bridge must be mended."
)


def _argues(text: str, config: CleanConfig = CONFIG) -> bool:
    return argues(text.split("\n"), config)


def test_reported_duty() -> None:
    """Words of duty among words of speech are a report."""
    assert not _argues(REPORT)


def test_quoted_judgement() -> None:
    """Words of judgement inside quotations do not count."""
    quotation = "“This is shameful, reckless, absurd and surely unjust, and we must act, and we should act.” "
    assert not _argues(quotation * 10 + PLAIN + PLAIN)


def test_quotation_over_lines() -> None:
    """A quotation may go on over lines that open no other one."""
    quotation = 'She told reporters: "No.\nI must act.\nI must, surely.\nI should have acted.\nI should, of course."\n'
    assert not _argues(quotation + PLAIN)


def test_short_text() -> None:
    """A short text is not judged by its tone."""
    assert not _argues("It is shameful. We must act. It is absurd and surely unjust.")


def test_transcript() -> None:
    """In a transcript the words are those of the speakers."""
    speech = "I must say that we should act. " * 20
    assert _argues(speech)
    assert not _argues(f"Here is the transcript.\nMayor Ada Quill: {speech}")


def test_column() -> None:
    """A writer who speaks of himself, to the reader, asks and judges argues, though he reports what others said."""
    assert _argues(COLUMN)


def test_two_kinds_of_signs() -> None:
    """A reporter who was there himself, or asks once, does not argue."""
    assert not _argues(f"I was told so by the mayor. The council told me too.\nWho will pay?\n{PLAIN}")


def test_advice() -> None:
    """Advice to readers, without a writer or a question, is no argument."""
    advice = "You must cross by the ferry. Your pass should be shown, which is vital, and tickets are essential.\n"
    assert not _argues(f"{advice}{PLAIN}{PLAIN}\nCars must wait.")


def test_editorial() -> None:
    """A text in which hardly anybody speaks, that judges and ends in what must be done, is an editorial."""
    assert _argues(EDITORIAL)


def test_report_that_ends_in_a_duty() -> None:
    """Somebody's saying what must be done ends no editorial."""
    assert not _argues(EDITORIAL.replace("must be mended", "must be mended, the mayor said"))


def test_limits_are_configured() -> None:
    """How many kinds of signs must meet is a key of the configuration."""
    assert not _argues(COLUMN, replace(CONFIG, argument_kinds=7))


def test_what_the_writer_thinks_and_feels() -> None:
    """Who tells again what he thinks, guesses or wonders, with nobody else speaking, writes of himself."""
    assert _argues(PLAIN + "\nI guess that it will hold. My hat is off to the masons.")
    assert not _argues(PLAIN + "\nI guess that it will hold. I crossed it on foot.")
    assert not _argues(REPORT + "\nI guess that it will hold. My hat is off to the masons.")
