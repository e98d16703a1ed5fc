"""Reading what customers say."""
