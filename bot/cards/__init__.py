"""What people see: pure functions from the model to cards and forms."""
