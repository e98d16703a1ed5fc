"""Slack's side of the wire: Web API, Socket Mode, HTTP requests, and its clients.

What it does is taken from docs.slack.dev and the SDKs of Slack.
"""
