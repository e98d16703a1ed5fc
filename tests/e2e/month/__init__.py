"""A company lives through a month; an oracle of its own says what everybody gets."""
