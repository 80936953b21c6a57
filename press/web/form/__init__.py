"""The form that teachers write a story in, made from the model and from the checks' own tables."""
