"""The short form of `make faults`: a few kills and rough weather, on both engines."""

import pytest

from tests.e2e.faults.scenes import SCENES, Engine, Scene, play
from tests.e2e.faults.table import kept, table

SEED = 1
CASES = [
    pytest.param(engine, scene, id=f"{engine}: {scene.name}")
    for scene in SCENES
    for engine in scene.engines
    if scene.short
]

pytestmark = [pytest.mark.heavy, pytest.mark.timeout(300)]


@pytest.mark.parametrize(("engine", "scene"), CASES)
async def test_nothing_is_lost_and_nothing_comes_twice(
    engine: Engine, scene: Scene
) -> None:
    """Whatever breaks: what was acknowledged happened, once."""
    played = await play(engine, scene, scene.short, SEED)
    why = "\n".join((table([played]), *played.counts.why, played.broken))
    assert kept(played), why
