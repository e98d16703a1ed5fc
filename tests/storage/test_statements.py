"""Statements that are made but once."""

import pytest

from storage.database.statements import padded


@pytest.mark.parametrize(
    ("ids", "told"),
    [
        (set[int](), [0]),
        ({7}, [7]),
        ({9, 7}, [7, 9, 9, 9]),
        ({1, 2, 3, 4}, [1, 2, 3, 4]),
        (set(range(1, 6)), [1, 2, 3, 4, *[5] * 12]),
    ],
)
def test_lists_of_many_lengths_are_of_few(ids: set[int], told: list[int]) -> None:
    assert padded(ids) == told
