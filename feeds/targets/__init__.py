"""Out: one folder for each platform's format, with its facts, its writer and its rules."""
