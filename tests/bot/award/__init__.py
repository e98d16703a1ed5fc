"""Awards: from the first nomination to the announcement."""
