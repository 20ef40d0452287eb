"""From the archive to checked editions: select, render, gate."""
