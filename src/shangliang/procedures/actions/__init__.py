"""What may be done with the working calendar."""
