"""The files to take away, made from the built site."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from rolebook.editions import archive, offline, portable
from rolebook.model.catalogue import Catalogue
from rolebook.model.problems import ContentError


def name(catalogue: Catalogue) -> str:
    """What the files are called, without an ending: the name and the day of the content."""
    return f"{catalogue.settings.file_name}-{catalogue.changed.isoformat()}"


def offline_edition(site: Path, catalogue: Catalogue, time: datetime) -> Iterator[tuple[str, bytes]]:
    """A zip of the site, in one folder, and its checksum, as (name, content).

    Raises ContentError with every link that needs a server, and every name that a system cannot hold.
    """
    top = name(catalogue)
    files = [(f"{top}/{path}", content) for path, content in offline.edition(site)]
    if faults := list(portable.problems(path for path, _ in files)):
        raise ContentError(faults)
    packed = archive.pack(files, time)
    yield f"{top}.zip", packed
    # The form that `sha256sum --check` reads.
    yield f"{top}.zip.sha256", f"{hashlib.sha256(packed).hexdigest()}  {top}.zip\n".encode()
