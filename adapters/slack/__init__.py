"""Slack: everything that knows its wire."""

SLACK = "slack"  # the platform's name in every reference of ours
