"""Reads XML as feeds come in it: hardened, every breach told with its place, what can be mended mended."""
