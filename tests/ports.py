"""Ports for servers of tests."""

import fcntl
import os
import socket
import tempfile
from collections import deque
from itertools import count
from pathlib import Path

# Outgoing connections take their ports from 32768 up on Linux, 49152 elsewhere: a
# port found there may be taken again before the test's server listens on it.
FIRST, SHARE, WORKERS, PICKS = 20_000, 800, 15, 200
_next = count(os.getpid())
# Whoever picked a port holds its lock for its next 200 picks: two suites, or a suite
# and `make faults`, side by side do not pick one port before either listens on it.
_locks = Path(tempfile.gettempdir()) / f"shopcrew-ports-{os.getuid()}"
_held: deque[int] = deque()


def free_port() -> int:
    """A port nobody listens on, that no other process of any suite will pick."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    start = FIRST + int(worker) % WORKERS * SHARE
    for step in _next:
        port = start + step % SHARE
        if _is_unused(port) and _is_picked(port):
            return port
    raise AssertionError("count() does not end")


def _is_unused(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _is_picked(port: int) -> bool:
    """Whether the port is this process's now; whoever tries again gets another."""
    _locks.mkdir(exist_ok=True)
    lock = os.open(_locks / str(port), os.O_CREAT | os.O_RDWR)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        return False
    _held.append(lock)
    if len(_held) > PICKS:
        os.close(_held.popleft())
    return True
