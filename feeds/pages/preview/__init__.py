"""A story as each platform shows it, made from what that platform gets."""
