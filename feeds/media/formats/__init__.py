"""One file for each format: first bytes in, facts out."""
