"""Kudos, awards and days that are celebrated."""
