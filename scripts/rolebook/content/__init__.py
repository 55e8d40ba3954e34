"""A content folder: YAML with its lines, checked against the model and the rules; what was published before."""
