"""What is measured, against what: see README.md in this folder. Run with `make bench`."""
