"""Which role does a posting describe? Pure: text and data in, roles with reasons out.

Each role gets a score from 0 to 100, the weighted mean of the parts below that can be judged. "Not stated" is never
"not required": years, degree and leading count only where both the posting and the role (for leading: either) say
something. All is whole numbers, so that `templates/scripts/posting/match.js` agrees exactly.

- title (35): 100 where the posting's first words hold a title or an alias, 80 for a hidden search word; half of that
  elsewhere in the text; 0 for a title after "reports to" and the like.
- skills (45): 100 × 3c / (3c + 3b + l), where c is the weight of the skills in common, b of those that the posting asks
  for beyond the role, l of those of the role that it leaves out. (The Tversky index. What is left out counts a third,
  because a posting is shorter than a role.) A skill weighs ln(1 + N / n) when n of the N roles name it, halved for a
  soft skill, which every posting names, and halved where the role only prefers it.
- years (8): 100 where the two ranges meet, 50 where they lie up to two years apart, else 0. Years of leading
  people (4) likewise.
- degree (4): 100 where the lowest that is enough is the same, 50 one step apart, else 0.
- leading people (10): 100 where both ask for it, 0 where only one does.

How a posting is read is in reading.py, mentions.py, years.py and asked.py; the words that they go by are in
posting_rules.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rolebook.matching.asked import Asked, read
from rolebook.matching.years import Years

WEIGHTS = {"title": 35, "skills": 45, "years": 8, "leadingYears": 4, "degree": 4, "leads": 10}
STRENGTHS = (("strong", 55), ("partial", 32), ("weak", 18))
"""The lowest score of each strength; below the last one a role does not fit."""
LEAST_SKILLS = 20
"""Without a title, a role fits only with so many points for its skills."""
SHOWN = 5


@dataclass(frozen=True)
class Fit:
    """How well one role fits. Skills are places in the data, the most telling first."""

    role: int
    score: int
    strength: str
    parts: Mapping[str, int]
    """The parts that could be judged, each 0 to 100."""
    shared: tuple[int, ...]
    left_out: tuple[int, ...]
    """Required by the role, not mentioned by the posting."""
    beyond: tuple[int, ...]
    """Asked for by the posting, not named by the role."""


def match(source: str, data: Mapping[str, Any]) -> tuple[Asked, tuple[Fit, ...]]:
    """What a pasted posting asks for, and the roles that fit, best first; none is an honest answer."""
    asked = read(source, data)
    fits = [fit for role in range(len(data["roles"])) if (fit := _fit(role, asked, data))]
    fits.sort(key=lambda fit: (-fit.score, fit.role))
    return asked, tuple(fits[:SHOWN])


def _fit(place: int, asked: Asked, data: Mapping[str, Any]) -> Fit | None:
    role = data["roles"][place]
    parts = _parts(place, asked, data)
    weight = sum(WEIGHTS[part] for part in parts)
    score = sum(WEIGHTS[part] * value for part, value in parts.items()) // weight
    strength = next((word for word, lowest in STRENGTHS if score >= lowest), None)
    # Years, a degree or people to lead say nothing of the kind of work.
    if not strength or not (parts["title"] or parts["skills"] >= LEAST_SKILLS):
        return None
    skills = set(asked.skills)
    named = {*role["required"], *role["preferred"]}

    def telling(chosen: set[int]) -> tuple[int, ...]:
        return tuple(sorted(chosen, key=lambda skill: (-data["weights"][skill], skill)))

    return Fit(
        place,
        score,
        strength,
        parts,
        telling(skills & named),
        telling(set(role["required"]) - skills),
        telling(skills - named),
    )


def _parts(place: int, asked: Asked, data: Mapping[str, Any]) -> dict[str, int]:
    role = data["roles"][place]
    parts = {
        "title": asked.titles.get(place, (0, ""))[0],
        "skills": _skills(role, asked.skills, data["weights"]),
    }
    for key, stated in (("years", asked.years), ("leadingYears", asked.leading_years)):
        if stated and role[key]:
            parts[key] = _apart(stated[0], tuple(role[key]))
    if None not in (asked.degree, role["degree"]):
        parts["degree"] = max(0, 100 - 50 * abs(asked.degree - role["degree"]))
    if asked.leads or role["leads"]:
        parts["leads"] = 100 if asked.leads and role["leads"] else 0
    return parts


def _skills(role: Mapping[str, Any], skills: tuple[int, ...], weights: list[int]) -> int:
    role_weights = {skill: weights[skill] for skill in role["required"]}
    role_weights |= {skill: weights[skill] // 2 for skill in role["preferred"]}
    common = sum(role_weights.get(skill, 0) for skill in skills)
    beyond = sum(weights[skill] for skill in skills if skill not in role_weights)
    left_out = sum(role_weights.values()) - common
    whole = 3 * common + 3 * beyond + left_out
    return 300 * common // whole if whole else 0


def _apart(asked: Years, usual: Years) -> int:
    """100 where two ranges of years meet, 50 where they are up to two years apart, else 0."""
    (low, high), (role_low, role_high) = asked, usual
    gap = max(
        0 if role_high is None else low - role_high,
        0 if high is None else role_low - high,
    )
    return 100 if gap <= 0 else 50 if gap <= 2 else 0
