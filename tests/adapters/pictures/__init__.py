"""Pictures: what is on them, and how they get into the chats."""
