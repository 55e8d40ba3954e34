"""The site to take away: a zip to read from disk, a PDF and an EPUB."""
