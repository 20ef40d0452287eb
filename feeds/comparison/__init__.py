"""What readers would see of the difference between two documents: stories and fields, not bytes."""
