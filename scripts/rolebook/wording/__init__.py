"""Every word and every drawing that is computed from the records."""
