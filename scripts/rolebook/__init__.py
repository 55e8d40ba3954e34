"""Rolebook: structured role data in, a searchable static site out.

The flow is one straight line, and nothing imports towards the left of what it feeds:

    model <- analysis <- content | wording <- site <- links | pages <- exports <- editions <- build <- cli
"""

__version__ = "2.0.0"
