"""Files of ours, opened again by other programs."""
