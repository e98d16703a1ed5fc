"""What customers say, with its rooms, rules and doors."""
