"""A task on its page: as it is now, for who may see it, with what they may do."""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.ports.login import Inside
from tests.adapters.web.browser import Browser, Sheet
from tests.adapters.web.tasks import THERE, an_office
from tests.databases import KINDS, Kind

PAGE = "/tasks/T-1"


async def press(browser: Browser, page: Sheet, what: str) -> Sheet:
    """Presses a button of the page, by its action and value."""
    assert f'value="{what}"' in page.html, what
    return await browser.sends(page, press=what)


@pytest.mark.parametrize("kind", KINDS)
async def test_a_key_from_the_chat_lets_its_person_in(kind: Kind) -> None:
    """The address has no secret any more, and works for the day."""
    async with an_office(kind=kind) as office:
        anna = office.team.people["Anna Berger"]
        browser = office.browser()
        page = await browser.opens(await office.key(anna))
        assert (page.status, page.path) == (200, PAGE)
        assert "Check prices" in page.text
        assert "For Anna Berger" in page.text
        again = await browser.opens(PAGE)
        assert again.text == page.text


async def test_a_key_works_once_and_in_one_browser() -> None:
    """Who only looks at the address does not use it up."""
    async with an_office() as office:
        key = await office.key(office.team.people["Anna Berger"])
        scanner = office.browser()
        path = key.removeprefix("http://tea.example")
        looked = await scanner.asks("GET", path, allow_redirects=False)
        assert looked.status == 303
        assert "Check prices" in (await office.browser().opens(key)).text
        for late in (office.browser(), scanner):
            page = await late.opens(key)
            assert "This link works no longer." in page.text
            assert "task page T-1" in page.text
            assert "Check prices" not in page.html


async def test_a_key_soon_ends_and_so_does_a_session() -> None:
    """Both say how to get a new one."""
    async with an_office() as office:
        anna = office.team.people["Anna Berger"]
        key = await office.key(anna)
        office.team.clock.set(office.team.clock.now() + timedelta(minutes=16))
        assert "works no longer" in (await office.browser().opens(key)).text
        browser = await office.signed_in(anna)
        office.team.clock.set(office.team.clock.now() + timedelta(hours=13))
        page = await browser.opens(PAGE)
        assert "Who are you?" in page.text
        assert "task page T-1" in page.text


async def test_a_forged_key_is_nobodys() -> None:
    """Nor is a form's own address a key."""
    async with an_office() as office:
        anna = office.team.people["Anna Berger"]
        await anna.says("settings forms page")
        await anna.says("away")
        (form,) = [b.url for b in anna.inbox[-1].buttons.values() if b.url]
        token = form.rpartition("/")[2]
        for forged in ("x", token, token.partition(".")[0], "é", ""):
            page = await office.browser().opens(f"{PAGE}?key={forged}")
            assert "Check prices" not in page.html
            assert page.status == 200


async def test_nobody_sees_what_is_not_theirs() -> None:
    """One answer for what is not there and what is not to be seen."""
    async with an_office() as office:
        cy = office.team.people["Cy Young"]
        await cy.says("task add Mine alone")
        browser = await office.signed_in_as(cy, "T-2")
        for task in ("T-1", "T-99", "T-0", "x", "T-1%00", "T-" + "9" * 30):
            page = await browser.opens(f"/tasks/{task}")
            assert page.status == 404, task
            assert "Check prices" not in page.html
        assert "Mine alone" in (await browser.opens("/tasks/t-2")).text


async def test_done_on_the_page_is_done_everywhere() -> None:
    """Who gave it hears of it, as always."""
    async with an_office() as office:
        browser = await office.signed_in(office.team.people["Anna Berger"])
        page = await press(browser, await browser.opens(PAGE), "task.done 1")
        assert page.path == PAGE
        assert 'value="task.undo 1"' in page.html
        await office.team.crew.pulse.settle()
        told = office.team.people["Bo Lin"].inbox[-1]
        assert "Check prices" in told.text
        page = await press(browser, page, "task.undo 1")
        assert 'value="task.done 1"' in page.html


async def test_a_question_is_asked_on_the_page() -> None:
    """Done with sub-tasks open: what is to become of them?"""
    async with an_office() as office:
        anna = office.team.people["Anna Berger"]
        await anna.says("task split T-1 Read, Write")
        browser = await office.signed_in(anna)
        page = await press(browser, await browser.opens(PAGE), "task.done 1")
        assert 'class="answer"' in page.html
        assert 'value="task.done 1"' in page.html, "nothing has happened yet"
        forged = await browser.sends(page, press="task.finish-all 2")
        assert "Meanwhile something has changed" in forged.text
        page = await press(browser, page, "task.finish-all 1")
        assert 'value="task.undo 1"' in page.html
        assert 'class="answer"' not in page.html


async def test_start_and_later_need_no_form() -> None:
    """A picker is a list of buttons."""
    async with an_office() as office:
        browser = await office.signed_in(office.team.people["Anna Berger"])
        page = await press(browser, await browser.opens(PAGE), "task.start 1")
        assert 'value="task.start 1"' not in page.html
        page = await press(browser, page, "task.snooze 1 tomorrow")
        assert "Tue 3 Mar" in page.text


@pytest.mark.parametrize(
    ("action", "field", "words"),
    [
        ("task.comment 1", "text", "Half is done"),
        ("task.edit 1", "day", "2026-03-06"),
    ],
)
async def test_a_form_is_filled_on_its_page_and_leads_back(
    action: str, field: str, words: str
) -> None:
    """A comment, a new deadline: the task shows it at once."""
    async with an_office() as office:
        browser = await office.signed_in(office.team.people["Anna Berger"])
        form = await press(browser, await browser.opens(PAGE), action)
        assert form.path.startswith("/forms/")
        assert field in form.fields
        back = await browser.sends(form, **{field: words})
        assert back.path == PAGE
        assert {"text": "Half is done", "day": "Fri 6 Mar"}[field] in back.text


async def test_a_press_that_is_not_offered_does_nothing() -> None:
    """Another's task, another command, no sign, somebody else's sign."""
    async with an_office() as office:
        browser = await office.signed_in(office.team.people["Anna Berger"])
        page = await browser.opens(PAGE)
        for forged in (
            "task.done 2",
            "standup.delete 1",
            "",
            "task.done",
            "task.done 1 x",
        ):
            shown = await browser.sends(page, press=forged)
            assert "Meanwhile something has changed" in shown.text
            assert 'value="task.done 1"' in shown.html
        other = await office.signed_in(office.team.people["Bo Lin"])
        theirs = (await other.opens(PAGE)).fields["sign"]
        for sign in (theirs[0], "", "é"):
            shown = await browser.sends(page, sign=sign, press="task.done 1")
            assert "Who are you?" in shown.text
        assert 'value="task.done 1"' in (await browser.opens(PAGE)).html


async def test_what_was_done_meanwhile_is_said_kindly() -> None:
    """The page is as old as it was opened."""
    async with an_office() as office:
        anna = office.team.people["Anna Berger"]
        browser = await office.signed_in(anna)
        page = await browser.opens(PAGE)
        await anna.says("task done T-1")
        shown = await browser.sends(page, press="task.done 1")
        assert shown.status == 200
        assert "Meanwhile something has changed" in shown.text


async def test_who_left_the_company_sees_nothing_more() -> None:
    """Whatever their browser still has."""
    async with an_office() as office:
        anna = office.team.people["Anna Berger"]
        browser = await office.signed_in(anna)
        profile = office.team.chat.profiles[anna.ref]
        async with office.team.store() as db:
            await db.people.meet(replace(profile, active=False))
            await db.commit()
        page = await browser.opens(PAGE)
        assert page.status == 403
        assert "Check prices" not in page.html


async def test_signing_in_at_the_platform_and_back() -> None:
    """In any browser, without a script."""
    async with an_office() as office:
        li = office.team.people["李伟"]
        bo = office.team.people["Bo Lin"]
        await bo.says("task assign T-1 李伟")
        browser = office.browser()
        page = await browser.opens(PAGE)
        assert "/login/dingtalk?to=T-1" in page.html
        away = await browser.asks(
            "GET", "/login/dingtalk?to=T-1", allow_redirects=False
        )
        there = away.headers["Location"]
        assert there.startswith(THERE)
        asked = parse_qs(urlsplit(there).query)
        assert asked["redirect_uri"] == ["http://tea.example/login/dingtalk/back"]
        office.login.codes["c1"] = li.ref
        back = f"/login/dingtalk/back?authCode=c1&code=c1&state={asked['state'][0]}"
        stranger = office.browser()
        assert "Check prices" not in (await stranger.opens(back)).html
        page = await browser.opens(back)
        assert page.path == PAGE
        assert "Check prices" in page.text
        assert "李伟" in page.text


async def test_a_code_that_is_nobodys_says_so() -> None:
    """And the ways in stay on the page."""
    async with an_office() as office:
        browser = office.browser()
        away = await browser.asks(
            "GET", "/login/dingtalk?to=T-1", allow_redirects=False
        )
        state = parse_qs(urlsplit(away.headers["Location"]).query)["state"][0]
        page = await browser.opens(f"/login/dingtalk/back?authCode=no&state={state}")
        assert "I could not find out who you are" in page.text
        assert "../../login/dingtalk?to=T-1" in page.html


async def test_the_client_says_by_itself_who_is_there() -> None:
    """Its own script is only on the page that asks, and only there."""
    async with an_office() as office:
        li, bo = office.team.people["李伟"], office.team.people["Bo Lin"]
        await bo.says("task assign T-1 李伟")
        office.login.inside = Inside("DingTalk", "https://g.example/dd.js", "hello()")
        browser = office.browser()
        assert "g.example" not in (await browser.opens(PAGE)).html
        mine = {"User-Agent": "Mozilla/5.0 AliApp(DingTalk/7.6.0)"}
        page = await (await browser.asks("GET", PAGE, headers=mine)).text()
        assert "https://g.example/dd.js" in page
        assert "hello()" in page
        office.login.codes["c1"] = li.ref
        plain = await browser.asks("POST", "/login/dingtalk", data={"code": "c1"})
        assert plain.status == 415, "no other site's form can sign somebody in"
        said = await browser.asks("POST", "/login/dingtalk", json={"code": "c1"})
        assert (await said.json())["ok"]
        page = (await browser.opens(PAGE)).text
        assert "Check prices" in page
        again = await browser.asks("POST", "/login/dingtalk", json={"code": "c1"})
        assert again.status == 403


async def test_cookies_are_kept_from_scripts_and_other_sites() -> None:
    """And from open lines, where the address is a closed one."""
    async with an_office("https://tea.example") as office:
        key = await office.key(office.team.people["Anna Berger"])
        browser = office.browser()
        met = await browser.asks("GET", key, allow_redirects=False)
        cookie = met.headers["Set-Cookie"]
        for word in ("HttpOnly", "Secure", "SameSite=Lax"):
            assert word in cookie


async def test_nothing_typed_becomes_markup() -> None:
    """A title is text."""
    async with an_office() as office:
        anna = office.team.people["Anna Berger"]
        await anna.says('task add <script>alert("x")</script>')
        browser = await office.signed_in_as(anna, "T-2")
        page = await browser.opens("/tasks/T-2")
        assert "<script>alert" not in page.html
        assert "<script>alert" in page.text


async def test_a_home_without_pages_says_so() -> None:
    """Kindly, and who can change it."""
    async with an_office("") as office:
        anna = office.team.people["Anna Berger"]
        seen = await anna.says("task page T-1")
        assert seen is not None
        assert "SHOPCREW_PUBLIC_URL" in seen.text


async def test_a_page_is_for_a_phone_too() -> None:
    """As wide as the screen; no picture, no font and no script from elsewhere."""
    async with an_office() as office:
        browser = await office.signed_in(office.team.people["Anna Berger"])
        answer = await browser.asks("GET", PAGE)
        html = await answer.text()
        assert 'name="viewport"' in html
        assert "<script" not in html
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-store"
