"""A pretend workspace that speaks the real wire, so the real adapters can meet it.

It knows the platforms' protocols and nothing of our own code.
"""
