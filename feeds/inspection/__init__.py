"""Checking as `feeds check` does it: documents from files, folders and servers, each beside what it belongs to."""
