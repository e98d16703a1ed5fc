"""People with their accounts, places and what is said of them."""
