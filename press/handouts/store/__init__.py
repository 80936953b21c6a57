"""What was printed: where it lies, what it was made from, and what of an earlier day may stay."""
