"""Which role a posting describes: what a text asks for, and how well each role fits."""
