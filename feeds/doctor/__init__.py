"""Looks at everything that publishing depends on, changes nothing, and says what is wrong and what helps."""
