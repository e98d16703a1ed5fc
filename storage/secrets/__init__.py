"""What nobody may read in the database."""
