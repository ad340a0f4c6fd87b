"""The rules of the house that no other tool checks: each says what is wrong in one file."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

PAGE_LINES = 60
MODULE_LINES = 300

# Names of the package registries, in halves so that this file does not hold them itself.
REGISTRIES = ("pypi." + "org", "python" + "hosted.", "registry." + "npmjs", "registry." + "yarnpkg")
MACHINE_FOLDERS = ("ho" + "me", "op" + "t", "ro" + "ot", "tm" + "p", "Us" + "ers", "wo" + "rk")
MACHINE_PATH = re.compile(rf"(?<![\w.\-/\\*:)])/(?:{'|'.join(MACHINE_FOLDERS)})/\w")

UNSAID = ("TO" + "DO", "FIX" + "ME", "XX" + "X")
BAD_NAMES = {"common", "helper", "helpers", "manager", "managers", "misc", "old", "util", "utils"}
BANNED_CALLS = {"eval", "exec", "compile", "__import__"}
BANNED_MODULES = {"pickle", "cPickle", "dill", "marshal", "shelve", "joblib"}
HTML_SINKS = ("inner" + "HTML", "outer" + "HTML", "insertAdjacent" + "HTML", "document.write")

BANNED_WORDS = re.compile(
    r"\b(?:nodes?|edges?|graphs?(?! Commons)|ties?|(?<!share )(?<!join )links?"
    r"|entit(?:y|ies)|actors?|surveys?(?! rows)|quiz(?:zes)?|scores?|datasets?|submit(?:s|ted)?"
    r"|invalid|users?)\b",
    re.IGNORECASE,
)
EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")

SQL = re.compile(
    r"""\b(?:
        select\b.*\bfrom | insert\s+into | update\s+\w+\s+set | delete\s+from
        | (?:create|alter|drop)\s+(?:or\s+replace\s+|temp\s+)?(?:table|view|index|schema|sequence)
        | (?:order|group)\s+by\s+\w | (?:left|right|inner|cross)\s+join
    )\b""",
    re.VERBOSE | re.DOTALL,
)
QUERY_HEADER = re.compile(
    r"\A-- \S.*\n(?:--.*\n)*-- params: .*\n(?:--.*\n)*-- returns: .*\n(?:--.*\n)*-- order: "
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: which files it looks at, what it finds in one, and a `bad` file it must find."""

    name: str
    paths: tuple[str, ...]
    check: Callable[[str, str], Iterator[str]]
    bad: tuple[str, str]
    spared: tuple[str, ...] = ()

    def applies(self, path: str) -> bool:
        """Say whether the rule looks at `path`; `*` in a pattern spans folders."""
        return any(fnmatchcase(path, pattern) for pattern in self.paths) and not any(
            fnmatchcase(path, pattern) for pattern in self.spared
        )

    def findings(self, path: str, text: str) -> list[str]:
        """Say what is wrong in one file, one line each."""
        return [f"{path}: {finding}" for finding in self.check(path, text)]


def page_is_flat(_path: str, text: str) -> Iterator[str]:
    """A page asks, calls and shows; it defines nothing."""
    for part in ast.walk(ast.parse(text)):
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            yield f"line {part.lineno} defines something. Move it to landscape/ui."


def page_is_short(_path: str, text: str) -> Iterator[str]:
    """A page fits on a screen."""
    if (lines := len(text.splitlines())) > PAGE_LINES:
        yield f"{lines} lines. A page has at most {PAGE_LINES}."


def page_lies_in_a_section(path: str, _text: str) -> Iterator[str]:
    """A file directly in pages/ breaks cold deep links."""
    if len(PurePosixPath(path).parts) != 3:
        yield "a page lies in pages/<section>/."


def module_is_short(_path: str, text: str) -> Iterator[str]:
    """One idea a module."""
    if (lines := len(text.splitlines())) > MODULE_LINES:
        yield f"{lines} lines. A module has at most {MODULE_LINES}."


def public_is_described(_path: str, text: str) -> Iterator[str]:
    """Every module, public class and public function says what it is."""
    tree = ast.parse(text)
    if text.strip() and ast.get_docstring(tree) is None:
        yield "the module says nothing in its first line."
    for part in ast.walk(tree):
        if (
            isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            and not part.name.startswith("_")
            and ast.get_docstring(part) is None
            and part.lineno in _public_lines(tree)
        ):
            yield f"line {part.lineno}: {part.name} has no docstring."


def _public_lines(tree: ast.Module) -> set[int]:
    """Lines of what a module or its public classes define; functions within functions are inner."""
    public = [part for part in tree.body if hasattr(part, "name")]
    inside = [
        part
        for owner in public
        if isinstance(owner, ast.ClassDef) and not owner.name.startswith("_")
        for part in owner.body
    ]
    return {part.lineno for part in (*public, *inside)}


def names_no(name: str, instead: str) -> Callable[[str, str], Iterator[str]]:
    """Make a check that finds `name` as an attribute, a variable, an import or an argument."""

    def check(_path: str, text: str) -> Iterator[str]:
        for part in ast.walk(ast.parse(text)):
            named = (
                (isinstance(part, ast.Attribute) and part.attr == name)
                or (isinstance(part, ast.Name) and part.id == name)
                or (isinstance(part, ast.alias) and name in part.name.split("."))
                or (isinstance(part, ast.keyword) and part.arg == name)
            )
            if named:
                yield f"line {getattr(part, 'lineno', '?')} names {name}. {instead}"

    return check


def nothing_is_unpickled(_path: str, text: str) -> Iterator[str]:
    """What was pickled runs code when it is read."""
    for part in ast.walk(ast.parse(text)):
        if isinstance(part, ast.Import | ast.ImportFrom):
            named = [alias.name for alias in part.names] + [getattr(part, "module", None) or ""]
            if banned := {name.split(".")[0] for name in named} & BANNED_MODULES:
                yield f"line {part.lineno} imports {banned.pop()}. Use JSON or Arrow IPC."


def nothing_is_evaluated(_path: str, text: str) -> Iterator[str]:
    """Text is never run as code."""
    for part in ast.walk(ast.parse(text)):
        name = part.func if isinstance(part, ast.Call) else None
        if isinstance(name, ast.Name) and name.id in BANNED_CALLS:
            yield f"line {name.lineno} calls {name.id}."


def nothing_sleeps(_path: str, text: str) -> Iterator[str]:
    """Waiting is for a condition, with a deadline."""
    for part in ast.walk(ast.parse(text)):
        imported = isinstance(part, ast.ImportFrom) and part.module == "time"
        if (imported and "sleep" in {alias.name for alias in part.names}) or (
            isinstance(part, ast.Attribute) and ast.unparse(part) == "time.sleep"
        ):
            yield f"line {part.lineno} sleeps. Wait for a condition with a deadline."


def errors_are_named(_path: str, text: str) -> Iterator[str]:
    """No error is swallowed whole; what is undone on any error is raised again."""
    for part in ast.walk(ast.parse(text)):
        if not isinstance(part, ast.ExceptHandler):
            continue
        caught = re.findall(r"\w+", ast.unparse(part.type)) if part.type else ["BaseException"]
        raised_again = any(isinstance(step, ast.Raise) and not step.exc for step in part.body)
        if {"Exception", "BaseException"} & set(caught) and not raised_again:
            yield f"line {part.lineno} catches everything. Name the error; a bug must be seen."


def sql_lives_in_files(_path: str, text: str) -> Iterator[str]:
    """SQL is one query a file; Python holds none."""
    tree = ast.parse(text)
    for line, words in _strings(tree):
        if SQL.search(words) or SQL.search(words.lower() if words.isupper() else ""):
            yield f"line {line} holds SQL. Move it to landscape/store/queries/."


def sql_is_never_put_together(_path: str, text: str) -> Iterator[str]:
    """What is executed is a whole text from a file, with its values bound."""
    tree = ast.parse(text)
    functions = [p for p in ast.walk(tree) if isinstance(p, ast.FunctionDef | ast.AsyncFunctionDef)]
    for scope in (tree, *functions):
        built = {
            target.id
            for part in ast.walk(scope)
            if isinstance(part, ast.Assign) and _is_put_together(part.value)
            for target in part.targets
            if isinstance(target, ast.Name)
        }
        for part in ast.walk(scope):
            if not (isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute)):
                continue
            if part.func.attr not in {"execute", "executemany", "sql"} or not part.args:
                continue
            first = part.args[0]
            if _is_put_together(first) or (isinstance(first, ast.Name) and first.id in built):
                yield f"line {part.lineno} puts SQL together. Bind values as $named parameters."


def _is_put_together(value: ast.expr) -> bool:
    """Say whether a text is made from parts: an f-string, a sum, a % or .format()."""
    return (
        isinstance(value, ast.JoinedStr)
        or (isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add | ast.Mod))
        or (
            isinstance(value, ast.Call)
            and isinstance(value.func, ast.Attribute)
            and value.func.attr in {"format", "join"}
        )
    )


def query_has_a_header(_path: str, text: str) -> Iterator[str]:
    """A query says what it gives, what it takes and in which order."""
    if not QUERY_HEADER.match(text):
        yield "begins with what it gives, then '-- params:', '-- returns:' and '-- order:'."


def words_are_the_houses(_path: str, text: str) -> Iterator[str]:
    """People read the words of docs/glossary.md, never those it bans."""
    for line, words in _strings(ast.parse(text)):
        said = " " in words.strip() or words[:1].isupper()
        if said and (banned := BANNED_WORDS.search(words)):
            yield f"line {line} says {banned[0]!r} in {words!r}. See docs/glossary.md."


def words_are_enough(_path: str, text: str) -> Iterator[str]:
    """Icons are Material symbols, never emoji."""
    for line, words in _strings(ast.parse(text)):
        if EMOJI.search(words):
            yield f"line {line} holds an emoji."


def _strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every text in the code but docstrings, with its line."""
    described = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(owner.body[0].value)
        for owner in ast.walk(tree)
        if isinstance(owner, described) and owner.body and isinstance(owner.body[0], ast.Expr)
    }
    for part in ast.walk(tree):
        text = part.value if isinstance(part, ast.Constant) else None
        if isinstance(text, str) and id(part) not in docstrings:
            yield part.lineno, text


def markup_is_never_written(_path: str, text: str) -> Iterator[str]:
    """The map puts text in as text."""
    for number, line in enumerate(text.splitlines(), start=1):
        if sink := next((sink for sink in HTML_SINKS if sink in line), None):
            yield f"line {number} uses {sink}. Use textContent."


def file_is_named_for_its_idea(path: str, _text: str) -> Iterator[str]:
    """A name says what is inside."""
    for part in PurePosixPath(path).parts:
        if bad := set(re.split(r"[^a-z0-9]+", part.lower())) & BAD_NAMES:
            yield f"is named {bad.pop()!r}. Name it for what is inside."


def work_left_is_an_issue(_path: str, text: str) -> Iterator[str]:
    """What is left to do stands in an issue."""
    for number, line in enumerate(text.splitlines(), start=1):
        if left := next((word for word in UNSAID if re.search(rf"\b{word}\b", line)), None):
            yield f"line {number} holds {left}. Write an issue instead."


def no_registry_is_named(_path: str, text: str) -> Iterator[str]:
    """Packages come from wherever a machine gets its packages."""
    for number, line in enumerate(text.splitlines(), start=1):
        if host := next((host for host in REGISTRIES if host in line), None):
            yield f"line {number} names the registry {host}."


def no_machine_is_named(_path: str, text: str) -> Iterator[str]:
    """The repository is the same on every machine."""
    for number, line in enumerate(text.splitlines(), start=1):
        if path := MACHINE_PATH.search(line):
            yield f"line {number} names a folder of one machine: {path[0]}."


def lock_names_no_address(_path: str, text: str) -> Iterator[str]:
    """The lock file of npm is written with omit-lockfile-registry-resolved."""
    if '"resolved":' in text:
        yield "holds download addresses. Write it with omit-lockfile-registry-resolved."
