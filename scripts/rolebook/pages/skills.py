"""All skills, and a page for each with the roles that name it."""

from collections.abc import Iterator

from rolebook.model.levels import Need
from rolebook.model.vocabulary import SkillKind
from rolebook.pages.render import Page
from rolebook.site.addresses import SKILLS, skill_page
from rolebook.site.context import Site

ALL_SKILLS = ("Skills", SKILLS)


def pages(site: Site) -> Iterator[Page]:
    yield _all_skills(site)
    for id in sorted(site.catalogue.needed_by):
        yield _skill(site, id)


def _all_skills(site: Site) -> Page:
    by_kind = {
        kind: tuple(
            skill
            for skill in sorted(site.catalogue.vocabulary.skills, key=lambda s: s.label.casefold())
            if skill.kind is kind and skill.id in site.catalogue.needed_by
        )
        for kind in SkillKind
    }
    return Page(
        SKILLS,
        "skills.md.j2",
        "Skills",
        f"All {sum(map(len, by_kind.values()))} skills, tools and soft skills, and how many roles name each.",
        {"by_kind": by_kind},
        changed=site.catalogue.changed,
    )


def _skill(site: Site, id: str) -> Page:
    skill = site.catalogue.skills[id]
    roles = site.catalogue.needed_by[id]
    rows = sorted(
        ((role, words) for role in roles for words in site.view.naming(role, id)),
        key=lambda row: list(Need).index(row[1].ask.need),
    )
    return Page(
        skill_page(id),
        "skill.md.j2",
        skill.label,
        f"{skill.label}: the {len(roles)} {'role names' if len(roles) == 1 else 'roles that name'} it, "
        "how each asks for it, in its source's own word.",
        {"skill": skill, "rows": rows},
        (ALL_SKILLS,),
        max(role.changed for role in roles),
    )
