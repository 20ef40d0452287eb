"""What pictures, sounds and videos are: their type, size and length, told from their first bytes. Pure."""
