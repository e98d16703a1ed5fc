"""Ways in and out, as they go on."""
