"""What is true: frozen values and the rules about them. No input, no output, no clock."""
