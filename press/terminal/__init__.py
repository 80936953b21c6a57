"""The terminal: where a run is, and how it ends in order when it is told to."""
