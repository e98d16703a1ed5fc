"""Measures, and what was reported of them."""
