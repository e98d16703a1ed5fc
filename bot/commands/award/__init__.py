"""Awards, as people type and press them: made, nominated for, voted on, looked at."""

from bot.commands.award import approve, choose, ledger, nominate, vote
from bot.registry import Commands

commands = Commands()
for part in (ledger, nominate, choose, vote, approve):
    commands.include(part.commands)
