"""What is true: frozen values and their rules. No input, no output, no clock."""
