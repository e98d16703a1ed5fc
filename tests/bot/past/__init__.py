"""What was said in stand-ups: looked up, counted, taken away."""
