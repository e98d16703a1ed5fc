"""How fast DingTalk may be called by all of us together."""

from datetime import UTC, datetime

from adapters.dingtalk.chat import DingTalkChat
from adapters.dingtalk.errors import of_code
from bot.errors import RateLimited
from bot.model.lane import Call, Lane, Stand, Stands, turn
from bot.model.refs import PlaceRef, UserRef

PER_SECOND, PER_CALL, PER_MINUTE = 20, 20, 20
NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
GROUP = PlaceRef("dingtalk", "ding1", "cidG==")
WANG = UserRef("dingtalk", "ding1", "w1")


def _names(lanes: object) -> list[tuple[str, str]]:
    assert isinstance(lanes, tuple)
    return [(lane.name, lane.place) for lane in lanes]


def test_each_api_has_a_lane_of_its_own(
    talk: DingTalkChat, cards: DingTalkChat
) -> None:
    """Groups and people are told by different calls, cards by yet another."""
    direct = talk.mailbox(WANG)
    assert _names(talk.lanes(GROUP, Call.POST)) == [("group", ""), ("group", GROUP.id)]
    assert _names(talk.lanes(direct, Call.POST)) == [("people", "")]
    assert _names(talk.lanes(GROUP, Call.WHISPER)) == [("people", "")]
    assert talk.lanes(GROUP, Call.EDIT) == ()
    assert _names(cards.lanes(direct, Call.POST)) == [("card", "")]
    assert _names(cards.lanes(GROUP, Call.POST)) == [("card", ""), ("card", GROUP.id)]
    assert _names(cards.lanes(GROUP, Call.EDIT)) == [("edit", "")]


def test_no_second_of_ours_is_more_than_an_api_takes(cards: DingTalkChat) -> None:
    """And no minute more than a group takes."""
    for call in (Call.POST, Call.EDIT):
        limit = cards.lanes(GROUP, call)[0].limit
        assert limit.burst + limit.rate <= PER_SECOND


def test_a_group_hears_at_most_twenty_robots_words_a_minute(talk: DingTalkChat) -> None:
    """As its own robots: the twenty-first would shut them out for ten."""
    _, group = talk.lanes(GROUP, Call.POST)
    assert group.limit.burst + 60 * group.limit.rate <= PER_MINUTE


def test_people_who_are_told_the_same_meet_for_one_call(talk: DingTalkChat) -> None:
    """Twenty at a time: five hundred are a few dozen calls, not five hundred."""
    (lane,) = talk.lanes(talk.mailbox(WANG), Call.POST)
    assert isinstance(lane, Lane)
    stands: Stands = {lane: Stand()}
    turns = [turn(stands, [lane], NOW) for _ in range(500)]
    assert max(turns.count(when) for when in turns if when > NOW) <= PER_CALL
    assert len(set(turns)) <= 500 / PER_CALL + 1


def test_a_refusal_says_whether_it_is_about_one_place() -> None:
    """Too much for one person shuts nobody else out."""
    for code, of_place in (("too.many.group", True), ("send.too.fast", False)):
        failed = of_code(code, 400)
        assert isinstance(failed, RateLimited)
        assert failed.of_place is of_place
