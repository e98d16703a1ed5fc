"""All methods of the Web API that the simulator knows, by family."""

from adapters.simulator.slack.call import Method
from adapters.simulator.slack.methods import (
    apps,
    chat,
    conversations,
    files,
    history,
    reactions,
    scheduled,
    users,
    views,
)

FAMILIES = (
    apps,
    chat,
    scheduled,
    conversations,
    history,
    users,
    views,
    reactions,
    files,
)

METHODS: dict[str, Method] = {
    method.name: method for family in FAMILIES for method in family.METHODS
}
