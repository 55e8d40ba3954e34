"""How Rolebook compares: every rule by which it derives a sentence, in plain words.

Each derived sentence of a page names its rule (`data-rule`), the page /rules/ states it, and a law
in the tests keeps it.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    id: str
    title: str
    statement: str


@dataclass(frozen=True)
class RuleGroup:
    id: str
    title: str
    rules: tuple[Rule, ...]


GROUPS = (
    RuleGroup(
        "what-is-said",
        "What a role says",
        (
            Rule(
                "needs",
                "Four ways to name a skill",
                "“Asked for”: the source asks for it. “Preferred”: the source calls it an advantage. “Named as an "
                "example”: the source gives it as an example of something wider. “Part of the work”: it follows "
                "from a duty or a trend, and the source does not ask for it.",
            ),
            Rule(
                "own-words",
                "The source's own word",
                "Words such as “expertise” or “familiarity” are the source's. They are shown and never ranked: no "
                "source says which is more.",
            ),
            Rule(
                "alternatives",
                "One is enough",
                "Where the source names alternatives, they are one need, which one of them meets.",
            ),
            Rule(
                "proficiency",
                "Asks for more",
                "One role asks for more of a skill than another only where this catalogue defines levels, and both "
                "roles state one.",
            ),
            Rule(
                "not-stated",
                "Not stated",
                "The source does not say. That is never “no”, “none” or “not required”. A kind of work without "
                "duties reads “Not listed as a duty of its own”: it may be part of another duty.",
            ),
            Rule(
                "years-at-a-glance",
                "Several statements",
                "Where a source states years of one kind of work more than once, they are shown as a span, from the "
                "lowest number to the highest, with the number of statements. None of them comes first.",
            ),
        ),
    ),
    RuleGroup(
        "comparing",
        "How rows are compared",
        (
            Rule(
                "verdict",
                "Same, differs, not known",
                "A row is “same” or “differs” only where every role states it, and states the same kind of thing. "
                "Where a role does not state it, nothing is said. Pay of unlike measure and years of unlike work "
                "are marked “unlike, not compared”. What roles say in words alone, such as duties, is not compared.",
            ),
            Rule(
                "skill-rows",
                "Skills",
                "A skill row is “same” where all roles name the skill in the same way: asked for, preferred, an "
                "example or part of the work, with the same word of the source, the same level and the same detail. "
                "Rows that share one of several alternatives are one row.",
            ),
            Rule(
                "skills-counted",
                "How many skills",
                "The rows of skills, tools and soft skills that both roles name, or only one. Alternatives count as "
                "one.",
            ),
            Rule(
                "only-differences",
                "Only differences",
                "“Only differences” hides the rows that are known to be the same. What is not known stays.",
            ),
        ),
    ),
    RuleGroup(
        "moves",
        "How a move is worked out",
        (
            Rule(
                "brief",
                "Roles in brief",
                "A role told in brief leaves things out. A plan from or to it says so first and is short.",
            ),
            Rule(
                "to-add",
                "Skills to add",
                "What the new role asks for, and apart from that what it prefers, where yours does not name it in "
                "any way. An example or a part of the work is never to add. One of several alternatives is enough.",
            ),
            Rule(
                "named-by-both",
                "Skills that both name",
                "What the new role names and yours names too, each in its own way. Whether you have it is yours to "
                "say.",
            ),
            Rule(
                "may-need-degree",
                "Degrees",
                "You may need a degree that the new role asks for and that is higher than the lowest that yours asks "
                "for. For whom it is asked is said with it.",
            ),
            Rule(
                "years-subtracted",
                "Years of the same work",
                "Years are subtracted only where both roles ask for years of the same kind of work, and every "
                "statement gives the same result.",
            ),
            Rule(
                "degree-route",
                "Years that depend on a degree",
                "Where the years depend on the degree, those count that go with the lowest degree that your role "
                "asks for.",
            ),
            Rule(
                "years-span",
                "May fit",
                "Where a role gives several numbers for one kind of work, and they lead to different results, you "
                "may fit. Nothing is subtracted.",
            ),
            Rule(
                "years-unlike",
                "Years of unlike work",
                "Years of different kinds of work, or of a kind that is not stated, stand beside each other and are "
                "never subtracted.",
            ),
            Rule(
                "years-uncounted",
                "Years without a number",
                "Where a source asks for experience and names no number, nothing is counted.",
            ),
            Rule(
                "steps",
                "Usual steps",
                "The shortest way through the careers that the roles of this catalogue describe; stated steps before "
                "inferred ones. A job title at the same seniority is one stop. A stage of “A or B” is one step.",
            ),
            Rule(
                "inferred-step",
                "Inferred steps",
                "A step is inferred where the source does not say that a title is a role of this catalogue, and an "
                "editor takes it for one. The reason stands beside it.",
            ),
        ),
    ),
    RuleGroup(
        "pay",
        "How pay is compared",
        (
            Rule(
                "pay-difference",
                "Difference in typical pay",
                "Typical pay there less typical pay here, only where both are the same measure of the same part of "
                "pay, in the same unit and region, for the same job title, level, place and company where one is "
                "singled out. Different years are said beside it.",
            ),
            Rule(
                "standing",
                "Where a figure would stand",
                "A figure is set among the official wages of an occupation only where it is in the same currency and "
                "time, for the same region as a whole, and holds no bonus. Between two percentiles that the "
                "statistics state it stands on the straight line between them; beyond them nothing is worked out.",
            ),
            Rule(
                "pay-range",
                "Ranges of pay",
                "On the same terms: the amounts that both ranges hold, or that they hold none in common.",
            ),
        ),
    ),
    RuleGroup(
        "lists",
        "How roles are chosen and ordered",
        (
            Rule(
                "nearness",
                "Near roles",
                "Shared skills make 70 per cent of how near two roles are, the same family 15, a step from one to "
                "the other in a career 15. A skill counts 1 where it is asked for, 0.5 where it is preferred, 0.25 "
                "as an example or a part of the work; alternatives share one count; rare skills count more.",
            ),
            Rule(
                "filters",
                "Filters",
                "By years and by degree, a role fits where every statement is met, and may fit where only some are, "
                "or where it does not state a number.",
            ),
        ),
    ),
)
RULES = {rule.id: rule for group in GROUPS for rule in group.rules}
