"""The records of a catalogue: typed, frozen, and checked while they are read."""
