"""The frame around the pages: what mkdocs.yml asks of Material, honoured or refused aloud."""
