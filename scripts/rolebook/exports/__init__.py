"""Files beside the pages: data that scripts load, and formats for other programs.

Each module has `files(site, pages)`: it yields (path in site_src, content). `pages` are the pages
of the site without their data, for what lists them.
"""
