"""Thanks, from the moment they are given."""
