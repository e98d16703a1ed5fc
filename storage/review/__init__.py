"""Reviews, and the words of them, encrypted."""
