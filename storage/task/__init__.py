"""Tasks and projects, with what happened to them."""
