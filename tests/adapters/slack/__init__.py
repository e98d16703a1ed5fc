"""The Slack adapter: pure halves by golden facts, the rest over the real wire."""
