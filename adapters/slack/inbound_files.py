"""A file of Slack's as an event names it."""

from adapters.wire import Wire, find, string


def size(file: Wire) -> int:
    """Its bytes; 0 where it does not say."""
    said = find(file, "size")
    return said if isinstance(said, int) and said > 0 else 0


def shown_at(file: Wire) -> str:
    """Where Slack shows it to whoever may see it; "" where it was deleted."""
    url = string(file, "permalink") or string(file, "url_private")
    return url if url.startswith("https://") else ""
