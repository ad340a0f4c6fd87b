"""The committed bundle is what the committed sources build; needs no Node."""

import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest

import landscape.ui.canvas

CANVAS = Path(landscape.ui.canvas.__file__).parent
DIST = CANVAS / "dist"
BUILD = json.loads((DIST / "BUILD.json").read_text("utf-8"))
AGAIN = "Run make canvas, look at the map, and commit landscape/ui/canvas/dist."


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_bundle_was_built_from_these_sources():
    files = sorted((CANVAS / "src").iterdir())
    files += [CANVAS / name for name in ("build.mjs", "package.json", "tsconfig.json")]
    found = {path.relative_to(CANVAS).as_posix(): digest(path) for path in files}
    assert found == BUILD["sources"], AGAIN


def test_the_bundle_was_built_with_this_lock():
    assert digest(CANVAS / "package-lock.json") == BUILD["lock"], AGAIN


def test_the_bundle_is_what_was_built_and_nothing_lies_beside_it():
    found = {path.name: digest(path) for path in DIST.iterdir() if path.name != "BUILD.json"}
    assert found == BUILD["bundle"], AGAIN


def test_the_name_of_each_file_carries_its_hash():
    named = {
        name: re.fullmatch(r"canvas-([0-9a-f]{10})\.(js|css)", name) for name in BUILD["bundle"]
    }
    carried = {name: match[1] for name, match in named.items() if match}
    assert carried == {name: full[:10] for name, full in BUILD["bundle"].items()}


@pytest.mark.parametrize("extension", ["js", "css"])
def test_no_request_leaves_the_origin(extension: str):
    [path] = DIST.glob(f"canvas-*.{extension}")
    addresses = set(
        re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}[^\s\"'`)]*", path.read_text("utf-8"))
    )
    assert {address for address in addresses if "www.w3.org" not in address} == set()


def test_the_bundle_writes_no_markup_and_runs_no_text():
    [path] = DIST.glob("canvas-*.js")
    bundle = path.read_text("utf-8")
    sinks = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|(?<![\w$])(?:eval|Function)\("
    assert re.findall(sinks, bundle) == []


def test_the_bundle_is_small():
    """More than half of it is sigma and graphology; a browser fetches it once."""
    [path] = DIST.glob("canvas-*.js")
    assert len(gzip.compress(path.read_bytes(), mtime=0)) < 100_000
