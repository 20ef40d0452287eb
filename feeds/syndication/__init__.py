"""The vocabulary of RSS and Atom, written by feedgen with its faults closed in one place."""
