"""What holds people up, and whom outside we tell of it."""
