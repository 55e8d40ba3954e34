"""A figure in words: what it measures, whose it is, how old it is and where it comes from."""

from dataclasses import dataclass
from datetime import date

from rolebook.model.catalogue import Catalogue
from rolebook.model.figures import Figure
from rolebook.model.vocabulary import Reference
from rolebook.wording import notation


@dataclass(frozen=True)
class FigureWords:
    """`anchor` is its address on its role's page."""

    anchor: str
    what: str
    whose: str
    """Whose figure it is: job, level, place, company, part of pay where the label does not say it; may be empty."""
    value: str
    percentiles: tuple[tuple[str, str], ...]
    year: str
    region: str
    reference: Reference
    ends: int | None
    """The last year that it speaks of, where it names one: a browser tells from it how old the figure has become."""
    old: str | None
    projected: bool
    note: str | None
    figure: Figure


def figure_words(figure: Figure, prefix: str, catalogue: Catalogue, today: date) -> FigureWords:
    """A figure of the section or trend whose anchor is `prefix`."""
    unit = catalogue.units[figure.unit]
    part = _adds(catalogue.label("components", figure.component), figure.what)
    whose = ", ".join(filter(None, (figure.job, figure.level, figure.place, figure.company, part)))
    stated = figure.percentiles.known if figure.percentiles else ()
    return FigureWords(
        f"{prefix}-{figure.key}",
        figure.what,
        whose,
        notation.figure_value(figure, unit),
        tuple((notation.PERCENTILES[name], notation.amount(value, unit)) for name, value in stated),
        notation.years(figure.year),
        catalogue.label("regions", figure.region) or "region not stated",
        catalogue.sources[figure.source],
        figure.year.high if figure.year else None,
        notation.old(figure, today),
        notation.projected(figure, today),
        figure.note,
        figure,
    )


def _adds(words: str | None, said: str) -> str | None:
    """Words that add something: None when what is said already holds the gist of them."""
    return words if words and words.split()[0].casefold() not in said.casefold() else None
