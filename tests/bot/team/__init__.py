"""Facts about who is who."""
