"""The canonical body: made once at intake, rewritten for each target, read as plain text."""
