"""Joins what brings letters: the platforms' own ways first, then e-mail."""

from collections.abc import Sequence

from bot.bootstrap.lines import Way
from bot.model.finding import Finding, Level
from bot.ports import Clock
from bot.ports.letters import Letters
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
