"""What the newsroom has published so far: articles, decisions, fragments and editions."""
