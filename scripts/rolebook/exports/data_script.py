"""Data as scripts: a page that is opened from disk may load a script, but not fetch data."""

import json
from typing import Any


def script(name: str, data: Any) -> bytes:
    """A script that assigns data to a variable of `window`."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    # U+2028 and U+2029 end a line in older browsers, and `</` could end a script element.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
    return f"window.{name}={text};\n".encode()
