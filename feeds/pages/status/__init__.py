"""How the publisher does, for people: what is out, what is wrong, who polls, what came in."""
