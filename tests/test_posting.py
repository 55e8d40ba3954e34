"""Which role a posting describes: what is read of a text, and how roles are judged. It runs what the browser runs."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rolebook.exports.matcher_data import matcher_data
from rolebook.model.levels import Need
from rolebook.model.sections import EducationNeed
from rolebook.model.vocabulary import SkillKind
from tests.conftest import PROJECT, TESTS

POSTINGS = sorted((TESTS / "postings").glob("*.txt"))
MATCH, READING, REASONS = "posting/match.js", "posting/reading.js", "posting/reasons.js"
FIT, RULES = "posting/fit.js", "posting/rules.js"

Match = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="module")
def matcher(node) -> Callable[[dict[str, Any]], Match]:
    """What a catalogue's data makes of a posting."""

    def made(data: dict[str, Any]) -> Match:
        place = node.run(MATCH, "(kept.matchers ??= []).push(m.createMatcher(d)) - 1", data)
        return lambda source: node.run(MATCH, f"kept.matchers[{place}](d)", source)

    return made


@pytest.fixture(scope="module")
def data(catalogue) -> dict[str, Any]:
    return matcher_data(catalogue)


@pytest.fixture(scope="module")
def match(matcher, data) -> Match:
    """For the real catalogue."""
    return matcher(data)


@pytest.fixture(scope="module")
def read(match) -> Match:
    """What a text asks for."""
    return lambda source: match(source)["asked"]


@pytest.fixture(scope="module")
def labels(read, data) -> Callable[[str], set[str]]:
    """The skills that a text asks for."""
    return lambda source: {data["skills"][skill]["label"] for skill in read(source)["skills"]}


def case(path: Path) -> tuple[dict[str, list[str]], str]:
    """Head and text of tests/postings/*.txt: what must come out stands above the line `--`."""
    head, text = path.read_text().split("\n--\n", 1)
    rows = (line.split(":", 1) for line in head.splitlines())
    return {key: [one.strip() for one in value.split(",") if one.strip()] for key, value in rows}, text


@pytest.mark.parametrize("path", POSTINGS, ids=lambda path: path.stem)
def test_posting_gets_the_role_that_it_describes(path, data, match, labels):
    expected, text = case(path)
    skills = labels(text)
    assert set(expected["finds"]) <= skills
    assert not set(expected["lacks"]) & skills
    fits = match(text)["fits"]
    best = f"{data['roles'][fits[0]['role']]['path'].split('/')[1]} {fits[0]['strength']}" if fits else "nothing"
    assert [best] == expected["expects"]


def test_every_role_has_a_posting(catalogue):
    assert {role.slug for role in catalogue.roles} <= {path.stem for path in POSTINGS}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Strategies, Teams: classes", "strategy , team , classe"),
        ("status analysis class", "status analysis class"),
        ("Ph.D. M.Sc in R&D & more", "phd msc in r&d and more"),
        ("C++ C# 3.5 1,000 5+", "c++ c# 3.5 1,000 5+"),
        ("the team's — real-time CI/CD **data**", "the team real time ci cd data"),
        ("R&#101;ad &amp; &#x54;ell&nbsp;it &#0; &lt;", "read and tell it ."),
        ("a<br>b <B>c</B>d", "a . b cd"),
        ("x<SCRIPT>y</script >z <style>w</style>", "x . z ."),
        ("x<style>y", "x . y"),
        ("x<!-- no --><!DOCTYPE y>z", "x . . z"),
        ("one\r\ntwo\u2028three", "one . two . three"),
        ("a " * 25 + "full\nline", "a " * 25 + "full line"),
        ("a " * 25 + "full\n- item", "a " * 25 + "full . item"),
        ("short\nline", "short . line"),
        ("ÉCOLE Ӂ İ ſ", "école ӂ i̇ ſ"),
        ("soft\u00adly un\u200bseen\u202e", "softly unseen"),
    ],
)
def test_words_of_a_text(text, words, node):
    told = node.run(READING, "m.words(m.plain(d).text).map((word) => word.text).join(' ')", text)
    assert told == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Python and R", {"Python", "R"}),
        ("programming in R", {"Programming", "R"}),
        ("C, C++ or Java", {"C/C++", "Java"}),
        ("R\nSAS\n", {"R", "SAS"}),
        ("python, r, sql", {"Python", "SQL"}),
        ("Our R&D lab uses Python", {"Python"}),
        ("Series C, Python", {"Python"}),
        ("Vitamin C and Plan R", set()),
        ("JavaScript, NoSQLite, MySQL", set()),
        ("send your CV", set()),
        ("send a short CV in our letter", {"Computer vision"}),
        ("your own CV", set()),
        ("CV and letter", set()),
        ("CV and NLP models", {"Computer vision", "Natural language processing"}),
        ("cv and NLP", {"Natural language processing"}),
        ("K8s, LLMs, data pipelines", {"Kubernetes", "Generative AI", "Data engineering"}),
        ("machine learning operations", {"MLOps"}),
        ("We shell out for rust removal", set()),
        ("Rust and Python; bash", {"Rust", "Python", "Shell scripting"}),
        ("rust language", {"Rust"}),
        ("code written mostly in Rust", set()),
        ("code written in Rust", {"Rust"}),
        ("Rust, of the kind that Python", {"Python"}),
        ("Rust, rust", set()),
        ("Machine\u00adlearning", set()),
        ("Py\u200bthon", {"Python"}),
        ("<b>Py</b>thon<li>machine</li><li>learning</li>", {"Python"}),
        ("a <script>Python", {"Python"}),
        ("constructor __proto__ toString hasOwnProperty", set()),
        ("in our organisation the focus is on diversity", set()),
    ],
)
def test_skills_that_count(text, found, labels):
    assert labels(text) == found


@pytest.mark.parametrize(
    ("text", "years", "leading"),
    [
        ("5+ years in sales", (5, None), None),
        ("at least five years", (5, None), None),
        ("five (5) years of experience", (5, None), None),
        ("5-8 yrs of experience", (5, 8), None),
        ("5, 8 years of experience", (8, None), None),
        ("8 to 5 years of experience", (5, None), None),
        ("between three and five years' experience", (3, 5), None),
        ("three to five or more years of experience", (3, None), None),
        ("ten or more years of experience", (10, None), None),
        ("more than ten years", (10, None), None),
        ("up to 3 years of experience", (0, 3), None),
        ("up with us for 3 years of experience", (3, None), None),
        ("3+ years managing teams, 7 years of experience", (7, None), (3, None)),
        ("2 years of experience, 4 years of experience, 3 years of experience", (4, None), None),
        ("with experience of 6 years", (6, None), None),
        ("6 years", None, None),
        ("6 years as a baker", (6, None), None),
        ("a 2-year contract", None, None),
        ("founded 12 years ago", None, None),
        ("must be 18 years of age", None, None),
        ("for over 15 years we have built cars", None, None),
        ("for over 15 years we have practice", (15, None), None),
        ("20 years of experience", (20, None), None),
        ("21 years of experience", None, None),
        ("120 years of experience", None, None),
        ("3.5 years of experience", None, None),
    ],
)
def test_years_of_experience(text, years, leading, read):
    asked = read(text)
    found = (stated and (stated["low"], stated["high"]) for stated in (asked["years"], asked["leadingYears"]))
    assert tuple(found) == (years, leading)


def test_years_are_quoted(read):
    """With the words that say so, of the first who asks for most."""
    asked = read("5 or more yrs in sales. Five years of experience. 3 (three) years in management")
    assert (asked["years"]["quote"], asked["leadingYears"]["quote"]) == ("5 or more yrs", "3 three years")


@pytest.mark.parametrize(
    ("text", "degree", "preferred"),
    [
        ("PhD preferred", None, 2),
        ("Bachelor's degree, ideally a Master’s", 0, 1),
        ("preferably a PhD", None, 2),
        ("preferably PhD", None, 2),
        ("MSc or Ph.D. in physics", 1, None),
        ("an MSc or a PhD, preferred", 1, 2),
        ("BS/MS in computer science", 0, None),
        ("MS Office, scrum master", None, None),
        ("a scrum master in computer science", None, None),
        ("B.Sc. required; doctorate a plus", 0, 2),
        ("PhD. Python is preferred", 2, None),
        ("what is nice about your PhD", 2, None),
        ("PhD, for one two three four five and six of those who are preferred", 2, None),
    ],
)
def test_degrees(text, degree, preferred, read):
    asked = read(text)
    assert (asked["degree"], asked["preferred"]) == (degree, preferred)


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("You lead a team of six", "lead a team"),
        ("managing engineers", "managing engineers"),
        ("with eight direct reports", "direct reports"),
        ("line management, and managing engineers", "line management"),
        ("lead team", "lead team"),
        ("6 years in management", "6 years"),
        ("with our lead engineers", None),
        ("lead projects. The team is small", None),
        ("manage one two three four five engineers", None),
    ],
)
def test_leading_people(text, leads, read):
    assert read(text)["leads"] == leads


def test_a_superior_is_not_the_role(read):
    assert not read("You report to the Head of AI Engineering.")["titles"]
    assert not read("Six people, alongside the Head of AI Engineering.")["titles"]
    assert not read("Six people, alongside Head of AI Engineering.")["titles"]
    assert read("You report monthly. Head of AI Engineering")["titles"]
    assert read("Head of AI Engineering")["titles"]


def test_title_at_the_start_is_worth_twice(read):
    texts = ("Head of AI Engineering", "word " * 30 + "Head of AI Engineering")
    (early,), (late,) = (read(text)["titles"].values() for text in texts)
    assert (early["worth"], late["worth"]) == (100, 50)
    assert read("word " * 29 + texts[0])["titles"] == read(texts[0])["titles"]
    assert read(texts[1] + ". " + texts[0].upper())["titles"] == read(texts[1])["titles"]


INVENTED = {
    "roles": [
        {
            "title": "Baker",
            "aliases": ["ML  Baker (Jr.)"],
            "search": ["bakr", "baker"],
            "skills": [[0, "asked"], [1, "preferred"], [2, "asked"]],
            "alternatives": [],
            "years": [3, 5],
            "yearsShown": "3 to 5 years",
            "leadingYears": None,
            "degree": 1,
            "leads": False,
        },
    ],
    "skills": [
        {"label": "Dough, by hand", "aliases": ["ML dough"], "kind": "technical", "rarity": 100},
        {"label": "Oven", "aliases": ["machine learning"], "kind": "tool", "rarity": 200},
        {"label": "Calm", "aliases": ["...", ""], "kind": "soft", "rarity": 101},
    ],
    "degrees": [{"label": name, "aliases": []} for name in ("Apprenticeship", "Diploma", "Master")],
    "abbreviations": [["ML", "machine learning"], ["jr", "junior"]],
}


@pytest.fixture(scope="module")
def bakery(matcher) -> Match:
    """A catalogue whose scores a person can work out."""
    return matcher(INVENTED)


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("dough, by hand", [0]),
        ("dough by hand", []),
        ("Machine-learning dough", [0]),
        ("MACHINE LEARNING", [1]),
        ("ML", []),  # Two letters that no editor wrote for a skill are too few.
        ("oven calm ... .", [1, 2]),
    ],
)
def test_names_stand_for_their_forms(text, skills, bakery):
    assert bakery(text)["asked"]["skills"] == skills


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("Baker", 100),
        ("machine learning baker, junior", 100),
        ("ML baker jr", 100),
        ("bakr", 80),
        ("a bakr, a Baker", 100),
    ],
)
def test_titles_and_search_words(text, worth, bakery):
    assert {role: title["worth"] for role, title in bakery(text)["asked"]["titles"].items()} == {"0": worth}


def test_names_have_a_dozen_forms_at_most(matcher):
    short = [chr(ord("a") + number) * 3 for number in range(12)]
    data = {**INVENTED, "abbreviations": [[one, f"{one} long"] for one in short]}
    data["skills"] = [{"label": " ".join(short), "aliases": [], "kind": "tool", "rarity": 1}]
    assert matcher(data)(" ".join(short))["asked"]["skills"] == [0]


@pytest.mark.parametrize(
    ("text", "parts", "score"),
    [
        # Weights: dough 100, oven 200, calm 50. Oven is preferred: half counts where it is left out, all where it is
        # asked for. 300·100 / (3·100 + 100 + 50), and 300·250 / (3·250 + 100).
        ("Baker. Dough, by hand", {"title": 100, "skills": 66}, (35 * 100 + 45 * 66) // 80),
        ("oven, calm", {"title": 0, "skills": 88}, 45 * 88 // 80),
        ("Baker, 3-4 years of experience", {"title": 100, "skills": 0, "years": 100}, 4300 // 88),
        ("Baker, 7 years of experience, diploma", {"title": 100, "skills": 0, "years": 50, "degree": 100}, 4300 // 92),
        ("Baker, 8 years of experience", {"title": 100, "skills": 0, "years": 0}, 3500 // 88),
        ("Baker, up to 2 years of experience", {"title": 100, "skills": 0, "years": 50}, 3900 // 88),
        ("Baker. Apprenticeship", {"title": 100, "skills": 0, "degree": 50}, 3700 // 84),
        ("Baker. Line management", {"title": 100, "skills": 0, "leads": 0}, 3500 // 90),
    ],
)
def test_scores_are_what_the_rules_say(text, parts, score, bakery):
    (fit,) = bakery(text)["fits"]
    assert (fit["parts"], fit["score"]) == (parts, score)


LEVEL = {"years": (5, None), "degree": 0, "leads": "lead"}


@pytest.mark.parametrize(
    ("worth", "skills", "level", "found"),
    [
        # A title alone: 35·worth / 80.
        (74, 0, {}, (32, "partial")),
        (73, 0, {}, (31, "weak")),
        (42, 0, {}, (18, "weak")),
        (41, 0, {}, None),
        # (35·100 + 4·100) / 84
        (100, 0, {"leadingYears": (5, None)}, (46, "partial")),
        # (35·100 + 8·100 + 4·50 + 4·100 + 10·100) / 106; a year less of leading is 53.
        (100, 0, {**LEVEL, "leadingYears": (0, 3)}, (55, "strong")),
        (100, 0, {**LEVEL, "leadingYears": (0, 2)}, (53, "partial")),
        # Without a title, skills: 300·10 / (3·10 + 120) = 20, and a little less.
        (0, 120, {**LEVEL, "leadingYears": (0, 5)}, (33, "partial")),
        (0, 121, {**LEVEL, "leadingYears": (0, 5)}, None),
    ],
)
def test_how_good_a_fit_must_be(worth, skills, level, found, node):
    """At each limit and just below it. What fits by its level alone does not fit."""
    role = {
        "leads": "leads" in level,
        "skills": [(0, "asked"), (1, "asked")],
        "alternatives": [],
        "years": (5, None),
        "leadingYears": (5, None),
        "degree": 0,
    }
    asked = {"titles": {0: {"worth": worth}} if worth else {}, "skills": [0] if skills else [], "degree": None, **level}
    asked |= {
        key: dict(zip(("low", "high"), asked[key], strict=True)) for key in asked.keys() & {"years", "leadingYears"}
    }
    data = {"roles": [role]}
    fit = node.run(FIT, "m.fit(0, d.asked, d.data, d.weights)", {"asked": asked, "data": data, "weights": [10, skills]})
    assert (fit and (fit["score"], fit["strength"])) == found


def test_skills_beyond_the_role_count_against_it(matcher):
    role = {**INVENTED["roles"][0], "skills": [[1, "preferred"]]}
    found = matcher({**INVENTED, "roles": [role]})("Oven. Dough, by hand. Calm")
    # 300·200 / (3·200 + 3·(100 + 50) + 0): what a posting does ask for counts whole, however the role asks for it.
    (fit,) = found["fits"]
    assert (fit["parts"]["skills"], fit["shared"], fit["beyond"], fit["leftOut"]) == (57, [1], [0, 2], [])


def test_what_a_role_asks_for_and_the_posting_leaves_out(bakery):
    """What the role only prefers is no lack."""
    (fit,) = bakery("Baker")["fits"]
    assert (fit["leftOut"], fit["title"]) == ([0, 2], {"worth": 100, "quote": "Baker"})


@pytest.fixture(scope="module")
def reasons(bakery, node) -> Callable[[str], dict[str, list[str]]]:
    """What is said of the first role that fits, by heading."""

    def said(source: str) -> dict[str, list[str]]:
        blocks = node.run(REASONS, "m.reasons(d.fits[0], d.asked, d.data)", {**bakery(source), "data": INVENTED})
        return {block["heading"]: block["lines"] for block in blocks}

    return said


def test_reasons_of_a_fit(reasons):
    assert reasons("Baker. Oven. Diploma. Up to 3 years of experience") == {
        "Why it fits": [
            "The title: “Baker”.",
            "1 of the role’s 3 skills: Oven.",
            "The years of experience: up to 3 years.",
            "The degree: Diploma.",
        ],
        "Your posting does not mention": ["Skills: Dough, by hand, Calm."],
    }
    assert reasons("word " * 30 + "baker. Oven, calm. Dough, by hand. 3 to 4 years of experience") == {
        "Why it fits": [
            "The title: “baker”, further down in the text.",
            "3 of the role’s 3 skills: Oven, Dough, by hand, Calm.",
            "The years of experience: 3 to 4 years.",
        ],
        "Your posting does not mention": ["A degree; usual is: Diploma."],
    }


def test_what_differs_from_a_role(reasons):
    """Each difference on its side; a degree that is only preferred was mentioned."""
    more = reasons("Baker. Oven. 7 years of experience. Line management. Master’s degree")
    assert more["Beyond this role"] == [
        "Years of experience: 7 years or more, where 3 to 5 years are usual.",
        "Degree: Master, where the usual one is: Diploma.",
        "Leading people: “Line management”.",
    ]
    assert "Less than is usual" not in more
    less = reasons("Baker. Oven. Up to 1 year of experience. Apprenticeship")
    assert less["Less than is usual"] == [
        "Years of experience: up to 1 year, where 3 to 5 years are usual.",
        "Degree: Apprenticeship, where the usual one is: Diploma.",
    ]
    assert "Beyond this role" not in less
    assert reasons("Baker. Diploma preferred")["Your posting does not mention"] == [
        "Skills: Dough, by hand, Calm.",
        "Years of experience; usual are 3 to 5 years.",
    ]


def test_who_leads_people(matcher, node):
    leader = {**INVENTED["roles"][0], "leads": True, "leadingYears": [2, None], "leadingYearsShown": "2 or more years"}
    data = {**INVENTED, "roles": [leader]}
    told = []
    for text in ("Baker. 3 years of leading people", "Baker. 1 year managing bakers, up to 1 year", "Baker"):
        found = matcher(data)(text)
        told.append(
            node.run(
                REASONS, "m.reasons(d.fits[0], d.asked, d.data).flatMap((one) => one.lines)", {**found, "data": data}
            )
        )
    print(told)
    assert {"The years of leading people: 3 years or more.", "Leading people: “leading people”."} <= set(told[0])
    assert "Years of leading people: 1 year or more, where 2 or more years are usual." not in told[1]
    assert {"Years of leading people; usual are 2 or more years.", "Leading people."} <= set(told[2])


def test_more_than_ten_skills_are_counted(matcher, node):
    skills = [{"label": f"Cake{number}", "aliases": [], "kind": "tool", "rarity": 1} for number in range(12)]
    data = {**INVENTED, "skills": skills, "roles": [{**INVENTED["roles"][0], "skills": []}]}
    found = matcher(data)("Baker " + ", ".join(f"cake{number}" for number in range(12)))
    lines = node.run(REASONS, "m.reasons(d.fits[0], d.asked, d.data).at(-1).lines", {**found, "data": data})
    assert lines == [f"Skills: {', '.join(skill['label'] for skill in skills[:10])}, and 2 more."]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Je cherche", "Could not recognise any English terms of this catalogue in the text."),
        ("Diploma", "No role fits well. Only few terms were recognised; English terms are."),
        ("Diploma. Line management. 3 years of experience", "No role fits well."),
        ("Bakr. Diploma. 3 years of experience", "The best fit: Baker (partial match)."),
        (
            "word " * 30 + "Baker. 5 years as a baker",
            "No role fits well. The nearest: Baker (weak match). Only few terms were recognised; English terms are.",
        ),
        ("word " * 30 + "Baker. Diploma. 8 years as a mason", "No role fits well. The nearest: Baker (weak match)."),
    ],
)
def test_the_line_above_the_roles(text, said, bakery, node):
    found = bakery(text)
    assert node.run(REASONS, "m.summary(d.found, d.data)", {"found": found, "data": INVENTED}) == said
    cut = {**found, "asked": {**found["asked"], "cut": True}}
    long = " The text is long: only its first 50,000 characters were read."
    assert node.run(REASONS, "m.summary(d.found, d.data)", {"found": cut, "data": INVENTED}) == said + long


def test_each_way_to_ask_and_each_kind_of_skill_has_its_weight(node):
    assert set(node.run(RULES, "Object.keys(m.NEEDS)")) == set(Need)
    assert set(node.run(RULES, "Object.keys(m.KINDS)")) == set(SkillKind)


def test_a_role_without_a_lowest_degree_is_taken_by_the_one_it_prefers(tiny):
    assert degree_of(tiny, ("masters", Need.PREFERRED)) == 1
    assert degree_of(tiny, ("masters", Need.PREFERRED), ("bachelors", Need.PREFERRED)) == 0
    assert degree_of(tiny, ("bachelors", Need.PREFERRED), ("masters", Need.ASKED)) == 1
    assert degree_of(tiny, (None, Need.ASKED), ("masters", Need.PREFERRED)) == 1
    assert degree_of(tiny, (None, Need.ASKED)) is None


def degree_of(catalogue, *stated: tuple[str | None, Need]) -> int | None:
    """The degree that a role is taken by, when its source states these."""
    joiner = catalogue.by_slug["joiner"]
    education = tuple(EducationNeed(degree=degree, need=need, fields=("joinery",)) for degree, need in stated)
    needs = joiner.requirements.model_copy(update={"education": education})
    changed = replace(catalogue, roles=(joiner.model_copy(update={"requirements": needs}),))
    return matcher_data(changed)["roles"][0]["degree"]


def test_who_states_years_of_leading_people_leads(catalogue, data):
    """So do all roles from the most junior of these on; the others are not said to."""
    ranks = {role.slug: catalogue.vocabulary.rank("seniorities", role.seniority) for role in catalogue.roles}
    leads = {role["path"].split("/")[1] for role in data["roles"] if role["leads"]}
    stating = {role["path"].split("/")[1] for role in data["roles"] if role["leadingYears"]}
    assert len({ranks[slug] for slug in stating}) > 1
    assert leads == {slug for slug in ranks if ranks[slug] >= min(ranks[one] for one in stating)} != set(ranks)


def test_data_of_a_catalogue(tiny):
    """Worked by hand: 100 × ln(1 + 2/2) = 69 for wood, ln(1 + 2/1) = 110 for the others."""
    data = matcher_data(tiny)
    assert [(skill["label"], skill["kind"], skill["rarity"]) for skill in data["skills"]] == [
        ("Wood", "technical", 69), ("Saw", "tool", 110), ("Plane", "tool", 110), ("Patience", "soft", 110)
    ]  # fmt: skip
    joiner, master = data["roles"]
    assert joiner == {
        "path": "roles/joiner/",
        "title": "Joiner",
        "aliases": ("Woodworker",),
        "search": (),
        "skills": [(0, "asked"), (1, "example"), (3, "asked")],
        "alternatives": [],
        "years": (2, 3),
        "yearsShown": "2 to 3 years",
        "leadingYears": None,
        "leadingYearsShown": None,
        "degree": 0,
        "leads": False,
    }
    assert (master["skills"], master["leads"]) == ([(0, "asked"), (2, "preferred")], True)
    assert (master["years"], master["leadingYears"], master["leadingYearsShown"]) == (
        None,
        (5, None),
        "5 or more years",
    )
    assert (data["skills"][0]["aliases"], data["abbreviations"]) == (("timber",), [("jr", "junior")])
    assert data["degrees"][1] == {"label": "Master's degree", "aliases": ()}


def test_what_is_read_is_capped(node):
    limits = node.run(RULES, "m.LIMITS")

    def plain(source: str) -> tuple[int, bool]:
        return tuple(node.run(READING, "(({ text, cut }) => [[...text].length, cut])(m.plain(d))", source))

    most = limits["text"]
    assert plain("a" * (most + 1)) == (most, True)
    assert plain("a" * most) == (most, False)
    assert plain("😀" * most) == (most, False)
    assert plain("😀" * (most + 1)) == (most, True)
    assert plain("<b>" * (limits["raw"] // 3) + "abcd") == (2, True)
    assert f"The first {most:,} characters are read" in (PROJECT / "templates/parts/linking/matcher.md.j2").read_text()


@pytest.mark.parametrize(
    "source",
    [
        "Python and R, five years of experience in machine learning. " * 20_000,
        "<" * 1_000_000,
        "<script>" * 130_000,
        "<!--" * 250_000,
        "&#1;" * 250_000,
        "R, " * 400_000,
        "more, " * 200_000,
        "5 to " * 200_000,
        "5 or years " * 100_000,
        "lead a " * 150_000,
        "A.B." * 250_000,
        "\n" * 1_000_000,
        " " * 1_000_000,
        "😀" * 500_000,
        "a" * 1_000_000,
    ],
    ids=lambda source: ascii(source[:12]),
)
def test_a_megabyte_is_read_to_its_cap(source, match):
    """In time too: the runner's patience ends long before anything that takes quadratic time."""
    assert match(source)["asked"]["cut"]


SIGNS = " |, |. |\n|\r\n|\u2028|\u0085|\x1c|İ|ſ|ς|<b>|</li>|<script>|</script>|<style|<!-- |-->|&amp;|&#82;".split("|")
SIGNS += ["R", "C", "C++", "CV", "5+", "3-5", " 12 ", "'s", "’s", "s ", "x" * 50]


@pytest.fixture(scope="module")
def sources(node, data) -> st.SearchStrategy[str]:
    """Texts made of the catalogue's names, the words of the rules, signs, and anything."""
    terms = [*data["roles"], *data["skills"], *data["degrees"]]
    names = [name for term in terms for name in (term.get("title") or term["label"], *term["aliases"])]
    rules = node.run(
        RULES,
        "Object.values(m).flatMap((rule) => rule.small ? Object.values(rule) : [rule])"
        ".flatMap((rule) => rule instanceof Set ? [...rule] : [])",
    )
    pieces = st.one_of(st.sampled_from([*names, *rules]), st.sampled_from(SIGNS), st.text(max_size=5))
    return st.lists(st.tuples(pieces, st.sampled_from([" ", ""])).map("".join), max_size=40).map("".join)


@settings(max_examples=300)
@given(st.data())
def test_laws_of_any_posting(data, match, node, sources, given):
    source = given.draw(sources)
    found = match(source)
    assert found == match(source)
    asked, fits = found["asked"], found["fits"]
    assert fits == sorted(fits, key=lambda fit: (-fit["score"], fit["role"]))[:5]
    weights = {"title": 35, "skills": 45, "years": 8, "leadingYears": 4, "degree": 4, "leads": 10}
    for fit in fits:
        role, parts = data["roles"][fit["role"]], fit["parts"]
        assert all(0 <= points <= 100 for points in parts.values())
        # What one side does not state is not judged.
        assert ("years" in parts) == bool(asked["years"] and role["years"])
        assert ("leadingYears" in parts) == bool(asked["leadingYears"] and role["leadingYears"])
        assert ("degree" in parts) == (None not in (asked["degree"], role["degree"]))
        assert ("leads" in parts) == bool(asked["leads"] or role["leads"])
        whole = sum(weights[part] for part in parts)
        assert fit["score"] == sum(weights[part] * points for part, points in parts.items()) // whole >= 18
        assert fit["strength"] == ("strong" if fit["score"] >= 55 else "partial" if fit["score"] >= 32 else "weak")
        # Years or a degree tell nothing of the kind of work.
        assert parts["title"] or parts["skills"] >= 20
        assert sorted(fit["shared"] + fit["beyond"]) == asked["skills"]
        named = dict(role["skills"])
        assert named.keys() >= set(fit["shared"]) and not named.keys() & set(fit["beyond"])
        met = {skill for group in role["alternatives"] if set(group) & set(asked["skills"]) for skill in group}
        assert set(fit["leftOut"]) == {s for s, need in named.items() if need == "asked"} - set(asked["skills"]) - met
    quotes = [asked["leads"], *(years and years["quote"] for years in (asked["years"], asked["leadingYears"]))]
    quotes += [title["quote"] for title in asked["titles"].values()]
    told = node.run(READING, "` ${m.words(m.plain(d).text).map((word) => word.written).join(' ')} `", source)
    bare = " ".join(word for word in told.split() if word not in ",.")
    assert all(quote in bare for quote in quotes if quote)


@settings(max_examples=100)
@example("".join(map(chr, range(0x3100))))
@example("\ud800 Python \udfff")
@given(st.text(max_size=300))
def test_any_text_is_read(node, read, source):
    assert read(source)["cut"] is False
    assert node.run(READING, "m.words(d).length", source) <= len(source)
