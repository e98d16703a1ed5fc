"""Measures, as they go on."""
