"""Retrospectives: whose box is whose, and how one is opened."""
