"""How readers find the outlet: its channels, its feeds, and what pages, robots and readers are told of them."""
