"""Joins what brings letters: the platforms' own ways first, then e-mail; and what reads
the mailbox for feedback.
"""

from collections.abc import Callable, Coroutine, Sequence

from bot.bootstrap.doors import CrewMail
from bot.bootstrap.lines import Way
from bot.crew import Crew
from bot.model.finding import Finding, Level
from bot.ports import Clock
from bot.ports.letters import Letters
from bot.ports.ownership import Ownership
from bot.settings import Settings, secret


def letters_of(
    ways: Sequence[Way], settings: Settings, clock: Clock
) -> Sequence[Letters]:
    """Everything that brings letters, the first of it first."""
    found: list[Letters] = [way.letters for way in ways if way.letters]
    if url := secret(settings.shopcrew_mail_url):
        from adapters.mail.letters import MailLetters  # loaded only where it is used

        found.append(MailLetters(url, settings.shopcrew_mail_from, clock))
    return found


async def examine_mail(settings: Settings) -> Sequence[Finding]:
    """Looks whether the mail server takes us; nothing is sent."""
    url = secret(settings.shopcrew_mail_url)
    if not url:
        return [Finding(Level.OK, "doctor-mail-none")]
    from adapters.mail.letters import examine

    why = await examine(url)
    if why:
        return [Finding(Level.FAIL, "doctor-mail", {"why": why})]
    return [Finding(Level.OK, "doctor-mail-ok")]


def reading_mail(
    settings: Settings, crew: Crew, own: Callable[[str], Ownership]
) -> Callable[[], Coroutine[object, object, object]] | None:
    """What reads the mailbox for feedback, where there is one."""
    if not (url := secret(settings.shopcrew_feedback_imap_url)):
        return None
    from adapters.mail.inbox import Inbox  # loaded only where it is used

    return Inbox(url, CrewMail(crew), crew.world.clock, own("feedback mail")).run


async def examine_mailbox(settings: Settings) -> Sequence[Finding]:
    """Looks whether the mailbox lets us in; nothing is read."""
    url = secret(settings.shopcrew_feedback_imap_url)
    if not url:
        return [Finding(Level.OK, "doctor-mailbox-none")]
    from adapters.mail.imap import examine

    if why := await examine(url):
        return [Finding(Level.FAIL, "doctor-mailbox", {"why": why})]
    return [Finding(Level.OK, "doctor-mailbox-ok")]
