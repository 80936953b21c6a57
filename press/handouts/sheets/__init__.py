"""An edition as sheets: one HTML document for each handout, layout and paper. Knows no PDF program."""
