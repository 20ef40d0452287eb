"""Finds out what the files are that stories show: in folders, or from the servers that hold them."""
