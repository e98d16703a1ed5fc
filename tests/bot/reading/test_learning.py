"""Corrections teach."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.model.feedback import Facts, Feedback, Kind, Sentiment, Severity, Step, Voice
from bot.reading import known, read
from bot.reading.corrections import teach
from tests.benchmarks.reading import accuracy, labelled

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
ENGRAVED = "The engraving says Ana instead of Anna"
WRONG = Facts(Step.QUALITY, Severity.NORMAL, Sentiment.NEGATIVE, Kind.PROBLEM)
RIGHT = replace(WRONG, step=Step.PRODUCT_PAGE, severity=Severity.HIGH)


@pytest.mark.parametrize("text", [ENGRAVED, "刻字把 Anna 刻成 Ana 了"])
@pytest.mark.parametrize("step", list(Step))
def test_one_correction_is_enough_for_the_same_words(text: str, step: Step) -> None:
    """Whoever corrected it does not do so again tomorrow."""
    facts = replace(RIGHT, step=step)
    found = read(text, known().learn(text, facts)).facts
    assert (found.step, found.severity) == (step, Severity.HIGH)


def test_what_is_like_it_is_read_like_it() -> None:
    """The word they corrected weighs now, in another sentence too."""
    other = "my engraving came out badly"
    model = known()
    assert read(other).facts.step is not Step.SEARCH
    for text in (ENGRAVED, "engraving is crooked", "no engraving on my watch"):
        model = model.learn(text, replace(RIGHT, step=Step.SEARCH))
    assert read(other, model).facts.step is Step.SEARCH


def test_what_one_company_teaches_stays_there() -> None:
    """Learning gives another model: the one it began with reads as before."""
    before = read(ENGRAVED)
    known().learn(ENGRAVED, replace(RIGHT, step=Step.SEARCH))
    assert read(ENGRAVED) == before


def test_no_correction_hides_that_nobody_can_buy() -> None:
    """Where the words leave no doubt the rules win."""
    text = "I cannot pay"
    low = Facts(Step.OTHER, Severity.LOW, Sentiment.POSITIVE, Kind.PRAISE)
    found = read(text, known().learn(text, low)).facts
    assert found.severity is Severity.BLOCKING


@pytest.mark.parametrize(
    "text", ["the magic money box sulks again", "小金库今天又闹脾气不理人"]
)
def test_a_missed_alarm_is_one_once_it_was_corrected(text: str) -> None:
    """Though neither signs nor pieces speak for it."""
    blocks = replace(WRONG, step=Step.PAYMENT, severity=Severity.BLOCKING)
    assert read(text).facts.severity is not Severity.BLOCKING
    assert read(text, known().learn(text, blocks)).facts.severity is Severity.BLOCKING


@pytest.mark.parametrize(
    "text", ["payment screen spins and stays white", "收银台那个框转圈，白白的一片"]
)
def test_a_false_alarm_is_none_once_it_was_corrected(text: str) -> None:
    """Though signs and pieces speak for it."""
    calm = replace(WRONG, step=Step.PAYMENT)
    assert read(text).facts.severity is Severity.BLOCKING
    found = read(text, known().learn(text, calm)).facts
    assert found.severity is not Severity.BLOCKING


def test_a_hundred_corrections_turn_nothing_else() -> None:
    """What they do not speak of is read as before, but for a few."""
    model = known()
    for number in range(100):
        model = model.learn(f"zq{number} xv{number} kj{number}", RIGHT)
    texts = labelled()
    before = [(each, read(each.text)) for each in texts]
    after = [(each, read(each.text, model)) for each in texts]
    for question in ("step", "severity"):
        assert accuracy(after, question) >= accuracy(before, question) - 0.01


def test_only_what_people_changed_teaches() -> None:
    """What was proposed and left alone says nothing; a product is no lesson."""
    left = _feedback(WRONG, WRONG)
    product = _feedback(WRONG, replace(WRONG, sku="AB-1", market="CH"))
    changed = _feedback(WRONG, RIGHT)
    assert teach(known(), (left, product)) == known()
    assert read(ENGRAVED, teach(known(), (changed,))).facts.step is RIGHT.step


def test_what_has_no_words_teaches_nothing() -> None:
    """What somebody makes of "???" says nothing of other questions."""
    asked = replace(_feedback(WRONG, RIGHT), voices=(_said("???"),))
    assert teach(known(), (asked,)) == known()


def _feedback(proposed: Facts, facts: Facts) -> Feedback:
    voices = (_said(ENGRAVED),)
    return Feedback(opened_at=NOW, proposed=proposed, facts=facts, voices=voices)


def _said(text: str) -> Voice:
    return Voice(sender_id=1, text=text, said_at=NOW)
