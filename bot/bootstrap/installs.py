"""Joins what lets Slack workspaces install us by themselves."""

from collections.abc import Sequence

from adapters.slack import SLACK
from bot.bootstrap.crews import Crews
from bot.bootstrap.lines import Way
from bot.bootstrap.slack import INSTALL_PATH
from bot.installing import Installs
from bot.model.installation import Company, Grant
from bot.ports import Clock
from bot.rituals.directory import meet_everyone
from bot.settings import Settings
from storage.installing.homes import SqlHomes
from storage.installing.installations import SqlInstallations
from storage.installing.states import SqlInstallStates
from storage.unit_of_work import SqlStore


def install_address(settings: Settings) -> str:
    """Where a browser begins an install; nowhere, if none is set up."""
    if not settings.installs:
        return ""
    return settings.shopcrew_public_url.rstrip("/") + INSTALL_PATH


def installs_of(
    settings: Settings,
    clock: Clock,
    store: SqlStore,
    ways: Sequence[Way],
    installations: SqlInstallations,
    crews: Crews,
) -> Installs | None:
    """Installs by the browser, where the settings allow them.

    Who comes first moves into the house, unless the owner's own settings already name
    a workspace of it: then everybody else needs a link, or is a company of their own.
    """
    oauth = next((way.oauth for way in ways if way.oauth), None)
    if oauth is None:
        return None

    async def welcome(organization: int, grant: Grant) -> None:
        """They are known, and everybody is met, before anybody asks."""
        crew = await crews.join(organization)
        crew.pulse.wake()
        crews.run(meet_everyone(crew.world, grant.platform, grant.tenant))

    return Installs(
        oauth=oauth,
        states=SqlInstallStates(store.database),
        installations=installations,
        clock=clock,
        company=Company(
            settings.shopcrew_timezone,
            settings.shopcrew_language,
            settings.shopcrew_country or None,
        ),
        public_url=settings.shopcrew_public_url,
        first=not (settings.slack_bot_token or settings.dingtalk_client_id),
        welcome=welcome,
    )


async def know_installed(crews: Crews, homes: SqlHomes) -> None:
    """Meets everybody in the workspaces that installed us, one after the other."""
    for each in await homes.workspaces(SLACK):
        if each.name:
            crew = await crews.join(each.organization_id)
            await meet_everyone(crew.world, each.platform, each.tenant)
