"""Departments by the words that people use for them."""

import pytest

from bot.model.department import find_department


@pytest.mark.parametrize(
    ("typed", "department"),
    [
        ("仓储部", "warehouse"),
        ("发货组", "warehouse"),
        ("客户服务部", "customer-service"),
        ("IT部", "it"),
        ("技术团队", "it"),
        ("the", None),
        ("IT department", "it"),
        ("Marketing team", "marketing"),
        ("team", None),
        ("部", None),
    ],
)
def test_a_department_is_known_by_its_words(typed: str, department: str | None) -> None:
    """With what every department may be called behind it, and never by that alone."""
    assert find_department(typed) == department
