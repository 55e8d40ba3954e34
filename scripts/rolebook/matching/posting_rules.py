"""The English words by which a posting is read: what they mean is in reading.py and asked.py.

The browser gets them with the data, so that they stand here only. All are as reading.words compares words: small
letters, singular.
"""

from typing import Any


def _list(text: str) -> list[str]:
    return text.split()


ORDINARY = frozenset(
    _list(
        "rust spark shell go swift dart ruby scala julia oracle excel access word outlook flask express spring react"
        " container orchestration master bachelor"
    )
)
"""Names that are ordinary words too: they count in company only."""
UNTELLING = frozenset(_list("organisation organization focus ownership feedback diversity inclusion flexibility"))
"""What every posting says of itself ("our organisation"): never counts as a skill."""

SMALL = [*_list("and or as such like in with the of a an for to eg etc including incl"), ","]
RULES: dict[str, Any] = {
    "skill": {
        "reach": 2,
        "small": SMALL,
        "before": _list("language programming programmer coding code script scripting statistical statistic"),
        "after": _list("language programming programmer coding code script scripting statistical statistic"),
        "not_after": _list("sery plan vitamin class grade type group round hepatitis appendix royal dutch"),
        "applying": _list("your send submit attach upload resume résumé cover letter apply application"),
    },
    "degree": {
        "reach": 1,
        "small": [*_list("and or a an the"), ","],
        "before": ["degree"],
        "after": _list("degree in of required preferred computer science level"),
        "not_after": ["scrum", "microsoft"],
        "applying": [],
    },
    "others": _list("report reporting alongside with assist assisting support supporting"),
    "wish": _list("preferred preferably plus nice ideally ideal desirable desired advantage advantageous bonus"),
    "year": ["year", "yr", "yrs"],
    "numbers": _list(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty"
    ),
    "orMore": _list("or more plus above over"),
    "more": _list("more plus above over"),
    "to": ["to", "and", "or"],
    "least": _list("least minimum min over than"),
    "experience": _list("experience experienced expertise background record practice working building developing"),
    "inWhat": ["in", "of", "as"],
    "since": ["for", "past", "last", "next"],
    "notExperience": _list("ago old degree contract fixed term warranty anniversary"),
    "leading": _list("lead leading leadership manage managing management manager supervising supervisory"),
    "leadVerbs": _list("lead leading manage managing head heading supervise supervising grow growing coach coaching"),
    "people": _list("team people engineer scientist developer analyst programmer staff group department report"),
    "whose": _list("a an the our your their its and of all"),
    "leadNames": [
        "people management",
        "team leadership",
        "line management",
        "direct report",
        "people leadership",
        "people manager",
        "people leader",
        "line manager",
        "team management",
    ],
}
"""Words as reading.words compares them: small letters, singular."""
