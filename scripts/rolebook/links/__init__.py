"""The promise that a link keeps working: what was published, and where it leads now."""
