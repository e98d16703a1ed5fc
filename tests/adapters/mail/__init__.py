"""E-mail, in front of a pretend mail server."""
