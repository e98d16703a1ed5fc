"""People who live: a week of the company plays by itself, and everybody answers."""
