"""What there is to do: events that came in, and jobs whose time comes."""
