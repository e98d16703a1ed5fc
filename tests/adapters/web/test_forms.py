"""Forms on pages: one person, one browser, once, and nothing typed is lost."""

import logging
from datetime import date, timedelta

import pytest

from bot.messages import plain
from tests.adapters.web.browser import Web, a_web
from tests.databases import KINDS, Kind
from tests.driver import Member

EVIL = '<script>alert("x")</script> & <b>6</b>'


async def _absences(web: Web, member: Member) -> list[tuple[date, date, str]]:
    async with web.team.store.reading() as db:
        person = (await db.people.known([member.ref]))[member.ref]
        found = await db.absences.of(person.id, date(2026, 1, 1))
    return [(one.first, one.last, one.reason) for one in found]


@pytest.mark.parametrize("kind", KINDS)
async def test_a_form_is_filled_on_its_page_and_says_what_was_saved(kind: Kind) -> None:
    """The same handler takes it; the chat answers too."""
    async with a_web(kind=kind) as web:
        anna = web.team.person("Anna Berger")
        browser = web.browser()
        sheet = await browser.opens(await web.link(anna, "away", "#general"))
        assert sheet.status == 200
        assert sheet.fields == {
            "first": ["2026-03-02"],
            "last": ["2026-03-02"],
            "reason": [""],
        }
        assert "For Anna Berger" in sheet.text
        done = await browser.sends(
            sheet, first="2026-03-04", last="2026-03-06", reason=EVIL
        )
        assert done.status == 200
        assert "Sent. Thank you!" in done.text
        assert "Fri 6 Mar" in done.text
        assert EVIL in done.text
        assert EVIL not in done.html
        assert "You can close this page" in done.text
        await web.team.crew.pulse.settle()
        taken = (date(2026, 3, 4), date(2026, 3, 6), EVIL)
        assert await _absences(web, anna) == [taken]
        seen = anna.last()
        assert seen is not None
        assert "away" in seen.text


async def test_what_is_wrong_stands_at_its_field_and_what_was_typed_stays() -> None:
    """The core's own check and the handler's, both."""
    async with a_web() as web:
        anna = web.team.person("Anna Berger")
        browser = web.browser()
        sheet = await browser.opens(await web.link(anna, "away"))
        wrong = await browser.sends(sheet, first="2026-03-09", reason=EVIL)
        assert "The last day is before the first" in wrong.text
        assert wrong.fields["reason"] == [EVIL]
        assert wrong.fields["first"] == ["2026-03-09"]
        wrong = await browser.sends(wrong, last="", reason="x" * 201)
        assert "Please fill this in." in wrong.text
        assert "201 characters" in wrong.text
        assert wrong.fields["reason"] == ["x" * 201]
        assert await _absences(web, anna) == []
        fine = await browser.sends(wrong, last="2026-03-10", reason="")
        assert fine.status == 200


async def test_what_was_sent_is_shown_again_and_can_be_changed() -> None:
    """Once is once; another opening has an address of its own."""
    async with a_web() as web:
        anna = web.team.person("Anna Berger")
        browser = web.browser()
        url = await web.link(anna, "settings")
        sheet = await browser.opens(url)
        sent = await browser.sends(sheet, zone="Shanghai", days=["0", "1"])
        assert "Monday and Tuesday" in sent.text
        used = await browser.opens(url)
        assert used.status == 200
        assert "This was sent already." in used.text
        assert "Shanghai" in used.text
        again = await browser.sends(sheet, zone="Tokyo")
        assert "This was sent already." in again.text
        fresh = await browser.sends(used)
        assert fresh.fields["zone"] == ["Asia/Shanghai"]
        assert (await browser.sends(fresh, zone="Tokyo")).status == 200
        assert "Tokyo" in (await browser.opens(fresh.path)).text


async def test_a_link_works_in_the_first_browser_only() -> None:
    """A forwarded one says whose it is, and nothing else of it."""
    async with a_web() as web:
        wang = web.team.person("王芳", language="zh")
        url = await web.link(wang, "请假")
        hers, stranger = web.browser(), web.browser()
        sheet = await hers.opens(url)
        assert 'lang="zh"' in sheet.html
        other = await stranger.opens(url)
        assert other.status == 403
        assert "王芳" in other.text
        assert other.fields == {}
        assert (await stranger.sends(sheet, reason="stolen")).status == 403
        assert (await stranger.sends(sheet, sheet.actions[1])).status == 403
        again = f"{sheet.actions[0]}/again"
        assert (await stranger.sends(sheet, again)).status == 403
        assert await _absences(web, wang) == []
        assert (await hers.sends(sheet)).status == 200
        assert (await stranger.opens(url)).status == 403


async def test_who_only_looks_at_addresses_takes_no_link() -> None:
    """A preview of a chat keeps no cookie: the person can still open it."""
    async with a_web() as web:
        anna = web.team.person("Anna Berger")
        url = await web.link(anna, "away")
        for _ in range(3):
            preview = web.browser()
            answer = await preview.asks("GET", url, allow_redirects=False)
            assert answer.status == 303
            assert (await preview.asks("HEAD", url)).status == 405
        assert (await web.browser().opens(url)).status == 200


async def test_without_cookies_the_page_says_so() -> None:
    """No endless round."""
    async with a_web() as web:
        anna = web.team.person("Anna Berger")
        url = await web.link(anna, "away")
        browser = web.browser()
        answer = await browser.asks("GET", f"{url}?back", allow_redirects=False)
        assert answer.status == 403
        assert "Please allow cookies" in await answer.text()


@pytest.mark.parametrize(
    "token", ["x", "x.y", "..%2f..", "%00", "%ff", "王芳", "a" * 4000, "x.y?kept"]
)
async def test_an_address_nobody_made_is_not_found(token: str) -> None:
    """In the organization's language, with what to type."""
    async with a_web() as web:
        sheet = await web.browser().opens(f"/forms/{token}")
        assert sheet.status == 404
        if sheet.html.startswith("<!doctype"):
            assert "or type\ntoday" in sheet.text


async def test_a_forged_signature_opens_nothing() -> None:
    """Nor does the right one on another number."""
    async with a_web() as web:
        anna = web.team.person("Anna Berger")
        url, other = [await web.link(anna, "away") for _ in range(2)]
        number, signature = url.split(".")[-2:]
        mixed = f"{number.rsplit('/', 1)[1]}.{other.split('.')[-1]}"
        assert (await web.browser().opens(f"/forms/{mixed}")).status == 404
        assert (await web.browser().opens(url[:-1])).status == 404
        assert (await web.browser().opens(url)).status == 200
        assert signature


async def test_a_link_expires_and_what_was_typed_is_in_the_form_later() -> None:
    """Three days; who sends later loses no word."""
    async with a_web() as web:
        anna = web.team.person("Anna Berger")
        browser = web.browser()
        sheet = await browser.opens(await web.link(anna, "away"))
        unopened = await web.link(anna, "away")
        web.team.clock.set(web.team.clock.now() + timedelta(hours=72))
        late = await browser.sends(sheet, reason="by the sea")
        assert late.status == 410
        assert "This link has expired." in late.text
        assert "/crew today" in late.text
        assert (await browser.opens(unopened)).status == 410
        assert await _absences(web, anna) == []
        await anna.says("settings forms form")
        await anna.says("away")
        assert getattr(anna.form.fields[2], "value", None) == "by the sea"
        fresh = await browser.opens(await web.link(anna, "away"))
        assert fresh.fields["reason"] == ["by the sea"]
        assert "What you typed before is filled in." in fresh.text


async def test_old_links_are_forgotten_with_what_was_sent() -> None:
    """A week after they expired."""
    async with a_web() as web:
        anna = web.team.person("Anna Berger")
        browser = web.browser()
        url = await web.link(anna, "away")
        await browser.sends(await browser.opens(url))
        web.team.clock.set(web.team.clock.now() + timedelta(days=11))
        await web.team.crew.forget()
        assert (await browser.opens(url)).status == 404


async def test_half_typed_forms_are_saved_by_the_page_and_by_a_button() -> None:
    """The script gets a line to show; the button shows the page again."""
    async with a_web() as web:
        anna = web.team.person("Anna Berger")
        url = await web.link(anna, "away")
        browser = web.browser()
        sheet = await browser.opens(url)
        draft = f"/forms/{sheet.actions[1]}"
        quiet = await browser.asks(
            "POST",
            draft,
            data={"reason": "by the"},
            headers={"Accept": "application/json"},
        )
        assert "Saved for later" in (await quiet.json())["said"]
        assert (await browser.opens(url)).fields["reason"] == ["by the"]
        saved = await browser.sends(sheet, sheet.actions[1], reason="by the sea")
        assert "Saved for later" in saved.text
        assert saved.fields["reason"] == ["by the sea"]
        await browser.sends(saved, first="2026-03-02", last="2026-03-02")
        late = await browser.asks("POST", draft, data={"reason": "again"})
        assert "sent already" in await late.text()
        fresh = await browser.opens(await web.link(anna, "away"))
        assert fresh.fields["reason"] == [""]


async def test_people_and_places_can_be_chosen() -> None:
    """By name; a private channel is not even named, and cannot be sneaked in."""
    async with a_web() as web:
        anna = web.team.person("Anna Berger")
        bo = web.team.person("Bo Lin")
        web.team.person("Bo Lin")
        secret = web.team.place("#secret-prices", private=True)
        await web.team.know_everyone()
        browser = web.browser()
        sheet = await browser.opens(await web.link(anna, "standup new"))
        assert "Anna Berger" in sheet.text
        assert "Bo Lin (bo)" in sheet.text
        assert "#singles-day" in sheet.text
        assert "secret" not in sheet.html
        wrong = await browser.sends(sheet, place=secret.id, people=[bo.ref.id])
        assert "Please fill this in." in wrong.text
        assert wrong.fields["people"] == [bo.ref.id]
        place = web.team.places["#singles-day"].id
        done = await browser.sends(wrong, place=place)
        assert done.status == 200
        last = await browser.sends(done)
        assert "#singles-day" in last.text
        assert "Bo Lin" in last.text


async def test_a_typed_name_nobody_has_stays_in_the_field() -> None:
    """With the closest names beside it."""
    async with a_web() as web:
        anna = web.team.person("Anna Berger")
        for number in range(70):
            web.team.person(f"Helper{number} Of{number}")
        await web.team.know_everyone()
        await anna.says("task add Check prices")
        browser = web.browser()
        sheet = await browser.opens(await web.link(anna, "task edit 1"))
        assert sheet.fields["owner"] == ["Anna Berger"]
        wrong = await browser.sends(sheet, owner="Helpr7 Of7", followers="")
        assert "Did you mean" in wrong.text
        assert wrong.fields["owner"] == ["Helpr7 Of7"]
        names = "Helper7 Of7, Helper8 Of8"
        done = await browser.sends(wrong, owner="Anna Berger", followers=names)
        assert done.status == 200


async def test_a_form_that_opens_no_longer_says_why() -> None:
    """As its button would."""
    async with a_web() as web:
        anna = web.team.person("Anna Berger")
        await anna.says("standup new Daily at 09:30", "#general")
        browser = web.browser()
        part = "Name and people"
        url = await web.link(anna, "standup edit Daily", "#general", press=part)
        sheet = await browser.opens(url)
        assert sheet.fields["name"] == ["Daily"]
        await anna.says("standup archive Daily", "#general")
        await anna.presses("Archive")
        gone = await browser.sends(sheet, name="Weekly")
        assert gone.status == 410
        assert "/crew today" in gone.text


async def test_a_page_of_yesterday_gives_the_words_back() -> None:
    """The day is over: it says so, and shows what was typed."""
    async with a_web() as web:
        anna = web.team.person("Anna Berger")
        await web.team.know_everyone()
        await anna.says(
            'standup new Daily in #general ask "Today?" "Parcels? (number)"'
        )
        await web.team.waits(hours=3)
        browser = web.browser()
        sheet = await browser.opens(await web.link(anna, "standup fill"))
        await web.team.waits(hours=24)
        gone = await browser.sends(sheet, q0="ship cups", q1="12")
        assert gone.status == 410
        assert "is over, and the time for late answers too" in gone.text
        assert "You typed:\nship cups\n12" in gone.text


async def test_pages_bring_nothing_from_elsewhere_and_stay_private(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """No store, no referrer, no frame, own scripts only; no address in a log."""
    async with a_web("https://tea.example") as web:
        anna = web.team.person("Anna Berger")
        with caplog.at_level(logging.INFO):
            url = await web.link(anna, "away")
            answer = await web.browser().asks("GET", url, allow_redirects=False)
            cookie = answer.cookies["shopcrew_forms"]
            page = await web.browser().asks(
                "GET", url, headers={"Cookie": f"shopcrew_forms={cookie.value}"}
            )
        assert cookie["secure"]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert page.status == 200
        policy = page.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert page.headers["Cache-Control"] == "no-store"
        assert page.headers["Referrer-Policy"] == "no-referrer"
        html = await page.text()
        assert "http://" not in html
        assert "https://" not in html
        token = url.rsplit("/", 1)[1]
        logged = "\n".join(
            f"{one.getMessage()} {one.__dict__}" for one in caplog.records
        )
        assert token not in logged
        assert cookie.value not in logged
        assert plain(anna.sees()[-1].card.title)
