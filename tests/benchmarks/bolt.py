"""Stock Bolt, the measure of all: `python -m tests.benchmarks.bolt VARIANT …`.

`stock` is B0, a command that is acknowledged and no more, as Bolt documents it.
`direct` is B1, the same without Bolt's look every 10 ms whether `ack()` was called
(facts/performance.md §1). `respond` also answers by the command's own address.
`socket` and `socket-direct` are B0 and B1 over Socket Mode.
"""

import argparse
import asyncio
from typing import Any

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.listener.asyncio_runner import AsyncioListenerRunner
from slack_sdk.web.async_client import AsyncWebClient

from tests.benchmarks.wire import COMMAND, SECRET, TOKEN


class Direct(AsyncioListenerRunner):
    """Returns as soon as the listener has acknowledged."""

    async def run(
        self,
        request: Any,
        response: Any,
        listener_name: str,
        listener: Any,
        starting_time: float | None = None,
    ) -> Any:
        """The part of Bolt's own that a command needs, with a future."""
        acknowledged = asyncio.get_running_loop().create_future()
        ack = request.context.ack

        async def tell(*args: Any, **kwargs: Any) -> Any:
            said = await ack(*args, **kwargs)
            if not acknowledged.done():
                acknowledged.set_result(said)
            return said

        request.context["ack"] = tell
        self._kept = asyncio.ensure_future(  # a strong reference
            listener.run_ack_function(request=request, response=response)
        )
        return await asyncio.wait_for(acknowledged, listener.ack_timeout)


def build(variant: str, api_url: str) -> AsyncApp:
    """The app with its one command."""
    client = AsyncWebClient(token=TOKEN, base_url=api_url)
    app = AsyncApp(
        client=client,
        signing_secret=SECRET,
        process_before_response=variant == "socket-direct",
    )
    if variant == "direct":
        kept = app.listener_runner
        app._async_listener_runner = Direct(
            logger=kept.logger,
            process_before_response=False,
            listener_error_handler=kept.listener_error_handler,
            listener_start_handler=kept.listener_start_handler,
            listener_completion_handler=kept.listener_completion_handler,
            lazy_listener_runner=kept.lazy_listener_runner,
        )
    listen = app.command(COMMAND)
    listen(_answered if variant == "respond" else _acknowledged)
    return app


async def _acknowledged(ack: Any) -> None:
    await ack()


async def _answered(ack: Any, respond: Any) -> None:
    await ack()
    await respond("Added.")


async def _listen(app: AsyncApp) -> None:
    line = AsyncSocketModeHandler(app, "xapp-bench")
    await line.start_async()  # type: ignore[no-untyped-call]  # Bolt's own


def main() -> None:
    """Serves until it is ended."""
    given = argparse.ArgumentParser()
    given.add_argument("variant")
    given.add_argument("--port", type=int, default=0)
    given.add_argument("--api", required=True)
    said = given.parse_args()
    app = build(said.variant, said.api)
    if said.variant.startswith("socket"):
        asyncio.run(_listen(app))
    else:
        app.start(port=said.port, path="/slack/events", host="127.0.0.1")


if __name__ == "__main__":
    main()
