"""Archives whose bytes depend on what is in them alone: not on the day, the machine or the order of a folder."""

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime

OLDEST = datetime(1980, 1, 1, tzinfo=UTC)
"""A zip file cannot say an earlier time."""


def pack(files: Iterable[tuple[str, bytes]], time: datetime, stored: Iterable[str] = ()) -> bytes:
    """A zip of files in the given order, all with one time and ordinary permissions.

    `stored` are paths that are not compressed.
    """
    stored = frozenset(stored)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, max(time, OLDEST).timetuple()[:6])
            entry.create_system = 3  # Unix, wherever it is made, so that the permissions are read the same.
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, compresslevel=9)
    return made.getvalue()
