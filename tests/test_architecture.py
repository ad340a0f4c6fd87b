"""The house rules, checked on every file of the repository; each rule is shown that it can fail."""

import subprocess
from functools import cache
from pathlib import Path

import pytest

from tests import rules
from tests.rules import Rule

ROOT = Path(__file__).resolve().parent.parent

PAGES = ("pages/*.py",)
PACKAGE = ("landscape/*.py",)
APP = ("app.py", *PAGES, *PACKAGE)
PYTHON = ("*.py",)
SEEN_BY_PEOPLE = (
    "app.py",
    *PAGES,
    "landscape/ui/*.py",
    "landscape/charts/*.py",
    "landscape/services/*.py",
    "landscape/formats/*.py",
    "landscape/cli/*.py",
)
FOREIGN_WORDS = (  # what the files of others call things
    "landscape/formats/finding.py",
    "landscape/services/importing/synonyms.py",
)
BUNDLE = "landscape/ui/canvas/dist/*"
LOCKS = ("*.lock", "*package-lock.json")

RULES = (
    Rule(
        name="a page is flat",
        paths=PAGES,
        check=rules.page_is_flat,
        bad=("pages/mapping/map.py", "def draw() -> None: ...\n"),
    ),
    Rule(
        name="a page has at most 60 lines",
        paths=PAGES,
        check=rules.page_is_short,
        bad=("pages/mapping/map.py", "draw()\n" * 61),
    ),
    Rule(
        name="a page lies in a section",
        paths=PAGES,
        check=rules.page_lies_in_a_section,
        bad=("pages/map.py", ""),
    ),
    Rule(
        name="a module has at most 300 lines",
        paths=(*APP, "benchmarks/*.py", "scripts/*.py", "tests/rules.py"),
        check=rules.module_is_short,
        bad=("landscape/model/long.py", "A = 1\n" * 301),
    ),
    Rule(
        name="a public class has a docstring",
        paths=(*PACKAGE, "scripts/*.py"),
        check=rules.public_is_described,
        bad=(
            "landscape/model/bare.py",
            '"""Bare."""\nclass Bare:\n    """Bare."""\n    def say(self): ...\n',
        ),
    ),
    Rule(
        name="no HTML is let through",
        paths=APP,
        check=rules.names_no("unsafe_allow" + "_html", "Escape through landscape.ui.text."),
        bad=("pages/mapping/map.py", f"st.markdown(name, unsafe_allow{'_html'}=True)\n"),
    ),
    Rule(
        name="session state is touched in one module",
        paths=APP,
        spared=("landscape/ui/state.py",),
        check=rules.names_no("session_state", "Use landscape/ui/state.py."),
        bad=("pages/mapping/map.py", "st.session_state['chosen'] = 1\n"),
    ),
    Rule(
        name="derived data is cached in one place",
        paths=APP,
        spared=(
            "landscape/ui/derived.py",
            "landscape/ui/derived_map.py",
            "landscape/ui/derived_rounds.py",
        ),
        check=rules.names_no("cache_data", "Use landscape/ui/derived.py or derived_map.py."),
        bad=("landscape/ui/pickers.py", "from streamlit import cache_data\n"),
    ),
    Rule(
        name="the store is opened in one module",
        paths=APP,
        spared=("landscape/ui/context.py",),
        check=rules.names_no("cache_resource", "Use landscape/ui/context.py."),
        bad=("landscape/ui/pickers.py", "@st.cache_resource\ndef store(): ...\n"),
    ),
    Rule(
        name="only the fixture of the samples skips",
        paths=("tests/*.py",),
        check=rules.names_no("skipif", "Ask for the fixture foreign_samples."),
        bad=("tests/test_map.py", "@pytest.mark.skipif(True, reason='none')\ndef test_a(): ...\n"),
    ),
    Rule(
        name="nothing is unpickled",
        paths=PYTHON,
        check=rules.nothing_is_unpickled,
        bad=("tests/test_x.py", "import pickle\n"),
    ),
    Rule(
        name="nothing is evaluated",
        paths=PYTHON,
        check=rules.nothing_is_evaluated,
        bad=("landscape/formats/csv.py", "cell = eval(text)\n"),
    ),
    Rule(
        name="nothing sleeps",
        paths=PYTHON,
        check=rules.nothing_sleeps,
        bad=("tests/test_x.py", "import time\ntime.sleep(1)\n"),
    ),
    Rule(
        name="no error is swallowed whole",
        paths=PYTHON,
        check=rules.errors_are_named,
        bad=("landscape/child.py", "try:\n    run()\nexcept (OSError, Exception):\n    pass\n"),
    ),
    Rule(
        name="SQL lives in files",
        paths=APP,
        check=rules.sql_lives_in_files,
        bad=("landscape/store/duckdb/reading.py", 'rows = "select name from stakeholder"\n'),
    ),
    Rule(
        name="SQL is never put together",
        paths=APP,
        check=rules.sql_is_never_put_together,
        bad=(
            "landscape/store/duckdb/reading.py",
            'def read(c, name):\n    text = f"describe {name}"\n    return c.execute(text)\n',
        ),
    ),
    Rule(
        name="a query has a header",
        paths=("landscape/store/queries/*.sql",),
        check=rules.query_has_a_header,
        bad=("landscape/store/queries/all.sql", "-- All of them.\nselect 1\n"),
    ),
    Rule(
        name="people read the words of the house",
        paths=SEEN_BY_PEOPLE,
        spared=FOREIGN_WORDS,
        check=rules.words_are_the_houses,
        bad=("pages/mapping/map.py", 'st.write(f"{count} nodes are here")\n'),
    ),
    Rule(
        name="there is no emoji",
        paths=SEEN_BY_PEOPLE,
        spared=FOREIGN_WORDS,
        check=rules.words_are_enough,
        bad=("pages/mapping/map.py", 'st.write("Saved \U0001f389")\n'),
    ),
    Rule(
        name="the map writes no markup",
        paths=("landscape/ui/canvas/*.ts", "landscape/ui/canvas/*.js"),
        spared=(BUNDLE,),
        check=rules.markup_is_never_written,
        bad=("landscape/ui/canvas/src/card.ts", f"card.{rules.HTML_SINKS[0]} = name;\n"),
    ),
    Rule(
        name="a file is named for its idea",
        paths=("*",),
        check=rules.file_is_named_for_its_idea,
        bad=("landscape/ui/text_utils.py", ""),
    ),
    Rule(
        name="what is left to do stands in an issue",
        paths=("*",),
        spared=(*LOCKS, BUNDLE),
        check=rules.work_left_is_an_issue,
        bad=("landscape/child.py", f"# {rules.UNSAID[0]}: limit the memory\n"),
    ),
    Rule(
        name="no registry is named",
        paths=("*",),
        spared=(BUNDLE,),
        check=rules.no_registry_is_named,
        bad=("requirements.lock", f"--index-url https://{rules.REGISTRIES[0]}/simple\n"),
    ),
    Rule(
        name="no folder of one machine is named",
        paths=("*",),
        spared=(BUNDLE,),
        check=rules.no_machine_is_named,
        bad=("scripts/start", f"cd /{rules.MACHINE_FOLDERS[0]}/ada/landscape\n"),
    ),
    Rule(
        name="the map's lock names no address",
        paths=("*package-lock.json",),
        check=rules.lock_names_no_address,
        bad=("landscape/ui/canvas/package-lock.json", '{"resolved": "https://example.org/a"}\n'),
    ),
)


@cache
def repository() -> dict[str, str]:
    """Every text of the repository by its path: what is tracked, and what could be."""
    listing = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listing += ["--cached", "--others", "--exclude-standard"]
    answer = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True)
    texts = {}
    for path in sorted(filter(None, answer.stdout.split("\0"))):
        try:
            texts[path] = (ROOT / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            texts[path] = ""  # a picture: only its name is looked at
        except FileNotFoundError:
            continue  # deleted here, and not yet committed
    return texts


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_file_keeps_the_rule(rule: Rule) -> None:
    looked_at = {path: text for path, text in repository().items() if rule.applies(path)}
    assert looked_at, f"The rule that {rule.name} looks at no file at all."
    findings = [line for path, text in looked_at.items() for line in rule.findings(path, text)]
    assert findings == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_rule_can_fail(rule: Rule) -> None:
    path, text = rule.bad
    assert rule.applies(path)
    assert rule.findings(path, text) != []


def test_every_page_is_named_in_the_table_of_contents() -> None:
    pages = {path for path in repository() if path.startswith("pages/") and path.endswith(".py")}
    contents = repository()["app.py"]
    assert {page for page in pages if page not in contents} == set()


@pytest.mark.parametrize(
    "words",
    [
        "Copy the share link",
        "40 survey rows were left out",
        "graph",  # a key, never shown
        "A paragraph about untied ends",
    ],
)
def test_words_that_only_look_banned_are_let_be(words: str) -> None:
    code = f"st.write({words!r})\n"
    assert list(rules.words_are_the_houses("pages/mapping/map.py", code)) == []


@pytest.mark.parametrize(
    "words", ["Choose a group from the list", "Select a boundary from the list", "Update it"]
)
def test_plain_english_is_no_sql(words: str) -> None:
    assert list(rules.sql_lives_in_files("landscape/ui/pickers.py", f"ask({words!r})\n")) == []
