"""What holds for every test."""

from hypothesis import settings

# A slow machine is no failure; a hanging test ends by pytest's own timeout.
settings.register_profile("house", deadline=None)
settings.load_profile("house")
