"""Rolebook: structured role data in, a searchable static site out.

The flow is one straight line, and nothing imports towards the left of what it feeds:

    source -> model -> catalogue -> compare -> pages -> output -> site_src -> mkdocs
"""

__version__ = "1.0.0"
