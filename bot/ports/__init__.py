"""What the core asks of the world, as protocols: chats, storage, jobs, time, words."""

from bot.ports.calendar import Calendar
from bot.ports.chat import Abilities, Chat, Directory
from bot.ports.clock import Clock
from bot.ports.jobs import Jobs
from bot.ports.receive import Receive
from bot.ports.store import Store, UnitOfWork
from bot.ports.words import Translate

__all__ = [
    "Abilities",
    "Calendar",
    "Chat",
    "Clock",
    "Directory",
    "Jobs",
    "Receive",
    "Store",
    "Translate",
    "UnitOfWork",
]
