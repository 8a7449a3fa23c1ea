"""The house rules, held against the tree: order of the rooms, size, types, docstrings, data, licences."""

from __future__ import annotations

import ast
import importlib
import json
import re
import statistics
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import sayso

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "sayso"
# The flow of data, as the architecture page draws it.
FLOW = (
    "acquire", "annotate", "attribute", "code", "ground", "ledger", "lineage", "monitor", "publish", "serve",
)  # fmt: skip
# A room's one function bears the room's name, but for these.
DOORS = {"ledger": "Ledger", "serve": "main"}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
# Modules that hold only records or constants, or that a neighbour's test drives whole.
UNMIRRORED = {"__init__", "__main__", "version"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def python_files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def size(function: Function) -> int:
    assert function.end_lineno is not None
    return function.end_lineno - function.lineno + 1


def public(node: ast.Module | ast.ClassDef) -> Iterator[tuple[str, Function | ast.ClassDef]]:
    """Public classes and functions, and the public methods of public classes."""
    for child in node.body:
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        if child.name.startswith("_"):
            continue
        yield child.name, child
        if isinstance(child, ast.ClassDef):
            yield from ((f"{child.name}.{name}", inner) for name, inner in public(child))


def rooms() -> list[str]:
    return sorted(path.parent.name for path in SOURCE.glob("*/__init__.py"))


def texts() -> Iterator[tuple[Path, str]]:
    """Every text file of the project; what a build or a test run leaves is not looked at."""
    tops = [path for path in ROOT.iterdir() if path.is_file() and path.suffix != ".db"]
    folders = ("src", "evaluation", "tests", "training", "docs", ".ci")
    inner = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    for path in sorted([*tops, *inner]):
        if "__pycache__" in path.parts or path.suffix in {".onnx", ".gz", ".npz", ".db", ".png", ".woff2"}:
            continue
        try:
            yield path, path.read_text("utf-8")
        except UnicodeDecodeError:
            continue


# ------------------------------------------------------------------ rooms
def test_rooms_stand_in_the_order_of_the_flow() -> None:
    assert rooms() == list(FLOW)


def test_the_import_contract_lists_every_room_from_last_to_first() -> None:
    (contract,) = PROJECT["tool"]["importlinter"]["contracts"]
    layers = [layer.removeprefix("sayso.") for layer in contract["layers"]]

    assert [layer for layer in layers if layer in FLOW] == list(reversed(FLOW))


def test_the_import_contract_knows_every_module_beside_the_rooms() -> None:
    (contract,) = PROJECT["tool"]["importlinter"]["contracts"]
    beside = {f"sayso.{path.stem}" for path in SOURCE.glob("*.py")} - {"sayso.__init__", "sayso.__main__"}

    assert beside - set(contract["layers"]) == set()


@pytest.mark.parametrize("room", FLOW)
def test_a_room_opens_with_a_paragraph_and_a_door(room: str) -> None:
    module = importlib.import_module(f"sayso.{room}")

    assert len((module.__doc__ or "").split()) >= 25
    assert DOORS.get(room, room) in module.__all__
    assert all(hasattr(module, name) for name in module.__all__)


# ------------------------------------------------------------------ size
def test_no_file_is_longer_than_500_lines() -> None:
    long = {
        named(path): lines(path)
        for path in python_files("src", "evaluation", "training", "tests")
        if lines(path) > 500
    }

    assert long == {}


def test_functions_are_short() -> None:
    sizes = sorted(size(function) for path in python_files("src") for function in functions(path))
    ninetieth = sizes[int(len(sizes) * 0.9)]

    assert statistics.median(sizes) <= 9
    assert ninetieth <= 30


def test_no_function_is_longer_than_60_lines() -> None:
    long = [
        f"{named(path)}:{function.lineno} {function.name} {size(function)}"
        for path in python_files("src", "evaluation", "training")
        for function in functions(path)
        if size(function) > 60
    ]

    assert long == []


def test_there_is_at_least_as_much_test_as_source() -> None:
    source = sum(lines(path) for path in python_files("src"))
    tests = sum(lines(path) for path in python_files("tests"))

    assert tests / source >= 1.0


# ------------------------------------------------------------------ names, types, words
def test_every_public_name_has_a_docstring() -> None:
    bare = [
        f"{named(path)}:{node.lineno} {name}"
        for path in python_files("src")
        for name, node in public(tree(path))
        if ast.get_docstring(node) is None
    ]

    assert bare == []


def test_every_module_says_what_it_is_for() -> None:
    bare = [
        named(path)
        for path in python_files("src", "evaluation", "training", "tests")
        if not ast.get_docstring(tree(path))
    ]

    assert bare == []


def test_every_function_states_what_it_returns() -> None:
    untyped = [
        f"{named(path)}:{function.lineno} {function.name}"
        for path in python_files("src", "evaluation", "training")
        for function in functions(path)
        if function.returns is None
    ]

    assert untyped == []


def test_the_library_never_prints() -> None:
    printing = [
        f"{named(path)}:{node.lineno}"
        for path in python_files("src")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"print", "input"}
    ]

    assert printing == []


def test_no_module_is_called_utils() -> None:
    vague = {"utils", "util", "utilities", "helpers", "helper", "misc", "common"}

    assert [
        named(path) for path in python_files("src", "evaluation", "training", "tests") if path.stem in vague
    ] == []


def test_no_global_is_rebound() -> None:
    rebound = [
        f"{named(path)}:{node.lineno}"
        for path in python_files("src", "evaluation", "training")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Global)
    ]

    assert rebound == []


def test_tests_mirror_modules() -> None:
    missing = []
    for path in python_files("src"):
        if path.stem in UNMIRRORED or not any(functions(path)):
            continue
        inside = path.relative_to(SOURCE).parent
        mirror = ROOT / "tests" / inside / f"test_{path.stem.lstrip('_')}.py"
        if not mirror.exists():
            missing.append(f"{named(path)} -> {named(mirror)}")

    assert missing == []


# ------------------------------------------------------------------ what lies in the tree
def test_no_path_of_a_machine_and_no_registry_is_named() -> None:
    # Put together here, so that this file does not find itself.
    forbidden = [
        *(f"/{top}/" for top in ("work", "opt", "root")),
        *(f"{host}.{end}" for host, end in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"))),
        *(f"/home/{name}/" for name in ("user", "ubuntu", "runner")),
    ]
    found = [
        f"{named(path)}: {word}"
        for path, text in texts()
        for word in forbidden
        if re.search(rf"(?<![\w.-]){re.escape(word)}", text)
    ]

    assert found == []


def test_every_table_says_where_it_is_from_and_under_which_licence() -> None:
    tables = [path for path in SOURCE.rglob("*") if path.suffix in {".tsv", ".toml"} and path.is_file()]
    origin = re.compile(r"\b(source|from|after|written|compiled|drawn)\b", re.IGNORECASE)
    licence = re.compile(r"licen[cs]e|Apache-2\.0|CC[ -]BY|CC0|MIT|public domain", re.IGNORECASE)
    silent = []
    for path in tables:
        head = " ".join(line for line in path.read_text("utf-8").splitlines()[:15] if line.startswith("#"))
        if not (origin.search(head) and licence.search(head)):
            silent.append(named(path))

    assert silent == []


def requirement(text: str) -> str:
    found = re.match(r"[A-Za-z0-9_.-]+", text)
    assert found is not None
    return found[0].lower().replace("_", "-")


def test_each_dependency_is_accounted_for_and_no_other() -> None:
    declared = [*PROJECT["project"]["dependencies"]]
    for extra in PROJECT["project"]["optional-dependencies"].values():
        declared += extra
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    listed = re.findall(r"^\| `([A-Za-z0-9_.-]+)` \|", page, flags=re.MULTILINE)

    assert sorted(requirement(name) for name in listed) == sorted({requirement(text) for text in declared})


# ------------------------------------------------------------------ figures and versions
def test_the_citation_names_this_version() -> None:
    cited = re.search(r"^version: (\S+)$", (ROOT / "CITATION.cff").read_text("utf-8"), flags=re.MULTILINE)

    assert cited is not None
    assert cited[1] == sayso.__version__


def test_the_changelog_knows_this_version() -> None:
    log = (ROOT / "CHANGELOG.md").read_text("utf-8")

    assert "## [Unreleased]" in log
    assert f"## [{sayso.__version__}]" in log


def test_the_figures_in_the_readme_are_those_measured() -> None:
    figures = json.loads((ROOT / "docs" / "figures.json").read_text("utf-8"))
    readme = (ROOT / "README.md").read_text("utf-8")
    table = readme.split("<!-- figures -->")[1].split("<!-- /figures -->")[0]
    rows = re.findall(r"^\|.*\| (\S+) \| `(\w+): ([^`|]+)` \|$", table, flags=re.MULTILINE)
    wrong = [
        f"{part}: {name} is {figures[part][name]}, README says {shown}"
        for shown, part, name in rows
        if shown != f"{figures[part][name]:.3f}"
    ]

    assert rows
    assert len(rows) == len(table.strip().splitlines()) - 2
    assert wrong == []
