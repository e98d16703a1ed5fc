"""The HTTP side: health, readiness, and the doors of the platforms that call us."""
