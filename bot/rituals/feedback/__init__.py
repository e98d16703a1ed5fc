"""Feedback over time: from a customer's words to an answer, and who hears of it."""
