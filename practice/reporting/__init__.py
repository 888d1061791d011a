"""A report is what one audience may know, set on paper: facts gathered, put into words, printed, kept."""
