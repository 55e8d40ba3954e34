"""All skills, and a page for each with the roles that name it."""

from collections.abc import Iterator

from rolebook.model.vocabulary import SkillKind
from rolebook.pages.render import Page
from rolebook.site.context import Site

ALL_SKILLS = ("Skills", "skills/")


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
        "skills/",
        "skills.md.j2",
        "Skills",
        f"All {sum(map(len, by_kind.values()))} skills, tools and soft skills, and how many roles name each.",
        {"by_kind": by_kind},
        changed=site.catalogue.changed,
    )


def _skill(site: Site, id: str) -> Page:
    skill = site.catalogue.skills[id]
    roles = site.catalogue.needed_by[id]
    rows = tuple(
        (role, next(one for one in site.view.skills(role, skill.kind) if one.skill.id == id)) for role in roles
    )
    rows = tuple(sorted(rows, key=lambda row: (not row[1].required, -row[1].ask.level)))
    return Page(
        f"skills/{id}/",
        "skill.md.j2",
        skill.label,
        f"{skill.label}: the {len(roles)} {'role names' if len(roles) == 1 else 'roles that name'} it, "
        "whether it is required, and how well.",
        {"skill": skill, "rows": rows},
        (ALL_SKILLS,),
        max(role.changed for role in roles),
    )
