"""Blockers, as people meet them in both chats."""
