"""The editor's desk: new manuscripts, what a person must look at, and stories taken down."""
