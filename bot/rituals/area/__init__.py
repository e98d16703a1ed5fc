"""Who answers for what, over time."""
