"""How messages reach people: when they may go, to where, and what became of them."""
