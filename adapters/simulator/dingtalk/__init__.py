"""A pretend DingTalk for one organization.

It speaks the documented protocol and knows nothing of our own code.
"""
