"""A table of text cells becomes answers: layout, headings, columns, cells, rows, doubts."""
