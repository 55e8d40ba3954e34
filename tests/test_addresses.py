"""Addresses are put together in one module, and stand in no other."""

import re

from rolebook.site import addresses
from tests.conftest import PROJECT

FOLDERS = "|".join(
    value.rstrip("/") for name, value in vars(addresses).items() if name.isupper() and str(value).endswith("/")
)
BUILT = re.compile(rf"""f?["'](?:{FOLDERS}|assets/roles|embed)/(?!role\.html\.j2)[^"']*["']""")
NO_ADDRESSES = ("site/addresses.py", "content/", "wording/history.py")
"""Content names its files, and history its entries, in a like way."""


def test_no_address_is_put_together_elsewhere() -> None:
    package = PROJECT / "scripts" / "rolebook"
    found = []
    for path in package.rglob("*.py"):
        name = str(path.relative_to(package))
        if not name.startswith(NO_ADDRESSES):
            code = re.sub(r'"""(.|\n)*?"""', "", path.read_text())
            found += [f"{name}: {text}" for text in BUILT.findall(code) if not text.endswith('.yml"')]
    assert found == []


def test_templates_ask_for_the_address_of_a_role_a_skill_or_a_pair() -> None:
    for path in (PROJECT / "templates").rglob("*.j2"):
        assert not re.search(r"""["'](roles|skills|compare)/["'] *~""", path.read_text()), path
