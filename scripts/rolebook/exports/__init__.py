"""Files beside the pages: data that scripts load, and formats for other programs.

Each module has a function named after its files, which yields (path in site_src, content). Where one is given
`pages`, they are the pages of the site without their data, for what lists them.
"""
