"""A proposal: what git says has changed, as a list and as a comment for those who read it."""
