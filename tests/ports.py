"""Ports for servers of tests."""

import os
import socket
from itertools import count

# Outgoing connections take their ports from 32768 up on Linux, 49152 elsewhere: a
# port found there may be taken again before the test's server listens on it.
FIRST, SHARE, WORKERS = 20_000, 800, 15
_next = count(os.getpid())


def free_port() -> int:
    """A port nobody listens on, that no other process of the suite will pick."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    start = FIRST + int(worker) % WORKERS * SHARE
    for step in _next:
        port = start + step % SHARE
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
    raise AssertionError("count() does not end")
