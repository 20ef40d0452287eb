"""How a document is served: what its server said is judged like the document itself, by rules of a catalogue."""
