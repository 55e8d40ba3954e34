"""What careers state, drawn as a map, and what a move from one role to another takes."""
