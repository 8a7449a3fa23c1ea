"""The pages tell the truth: commands, options, codes, links, and what the examples print."""

from __future__ import annotations

import difflib
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import click
import pytest

from sayso import records
from sayso.serve.cli import sayso

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
REFERENCE = (DOCS / "4_command_line.md").read_text("utf-8")
NEARLY = 0.6


def load_weave() -> ModuleType:
    spec = importlib.util.spec_from_file_location("weave", DOCS / "weave.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


weave = load_weave()


def commands() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(sayso, info_name="sayso")
    for name in sayso.list_commands(context):
        command = sayso.get_command(context, name)
        assert command is not None
        yield name, command


COMMANDS = dict(commands())
PAGES = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in weave.pages()}
BLOCKS = [
    pytest.param(block, id=f"{name}: {block.what.splitlines()[0][:50]}")
    for name, page in PAGES.items()
    for block in weave.blocks(page)
    if not block.what.endswith("--help")
]


def help_of(*names: str) -> str:
    """What `sayso ... --help` prints, at the width of the pages."""
    context = click.Context(sayso, info_name="sayso", **sayso.context_settings)
    command: click.Command = sayso
    for name in names:
        command = COMMANDS[name]
        context = click.Context(command, info_name=name, parent=context)
    return command.get_help(context) + "\n"


@pytest.fixture(autouse=True)
def width_of_the_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", weave.WIDTH)


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("docs") / "docs.db"
    weave.run(f"sayso add {weave.SAMPLES}", path)
    return path


# ------------------------------------------------------------------ the command line
@pytest.mark.parametrize("name", COMMANDS)
def test_the_reference_shows_the_help_of_each_command(name: str) -> None:
    (section,) = re.findall(
        rf"<!-- \$ sayso {name} --help -->\n```console\n(.*?)```\n", REFERENCE, flags=re.DOTALL
    )

    assert section == f"$ sayso {name} --help\n{help_of(name)}"


def test_the_reference_begins_with_the_help_of_the_whole() -> None:
    assert f"$ sayso --help\n{help_of()}```\n" in REFERENCE


def test_the_reference_has_no_command_that_is_not() -> None:
    assert re.findall(r"^## sayso (\w+)$", REFERENCE, flags=re.MULTILINE) == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    silent = [
        option.name
        for option in COMMANDS[name].params
        if isinstance(option, click.Option) and not (option.help or "").strip()
    ]

    assert silent == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_has_an_example(name: str) -> None:
    assert re.search(rf"Examples?:\n(.*\n)*\s+(.*\| )?sayso (\S+ )*{name}\b", help_of(name))


# ------------------------------------------------------------------ the codebook
@pytest.mark.parametrize(
    "code",
    [
        *records.EVENT_TYPES, *records.STATUSES, *records.SOURCE_TYPES, *records.STANCES,
        *records.COMMITMENT_KINDS,
    ],
)  # fmt: skip
def test_the_codebook_has_every_code(code: str) -> None:
    assert f"| `{code}` |" in PAGES["docs/3_codebook.md"]


# ------------------------------------------------------------------ what is shown
@pytest.mark.parametrize("block", BLOCKS)
def test_a_page_shows_what_is_printed(block: weave.Block, ledger: Path) -> None:
    now = weave.printed(block, ledger).splitlines()
    shown = block.shown.splitlines()

    # Ids and scores may differ in a digit from machine to machine; whole lines may not.
    assert difflib.SequenceMatcher(a=shown, b=now, autojunk=False).ratio() >= NEARLY


def test_the_readme_opens_with_an_example_of_six_lines() -> None:
    found = re.match(r"# Sayso\n\n```python\n(.*?)```\n\n<!-- prints -->", PAGES["README.md"], re.DOTALL)

    assert found is not None
    assert len([line for line in found[1].splitlines() if line]) == 6


# ------------------------------------------------------------------ the pages themselves
def test_the_pages_are_numbered_in_reading_order() -> None:
    numbers = [int(path.name.partition("_")[0]) for path in sorted(DOCS.glob("[0-9]_*.md"))]

    assert numbers == [1, 2, 3, 4, 5, 6, 7]


def test_a_page_opens_with_its_number() -> None:
    wrong = [
        name
        for name, page in PAGES.items()
        if name != "README.md" and not page.startswith(f"# {Path(name).name[0]}. ")
    ]

    assert wrong == []


def test_links_between_files_lead_somewhere() -> None:
    paths = [*ROOT.glob("*.md"), *DOCS.glob("*.md"), *(ROOT / "src").rglob("*.md")]
    broken = [
        f"{path.relative_to(ROOT)}: {target}"
        for path in paths
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text("utf-8"))
        if not (path.parent / target).exists()
    ]

    assert broken == []


@pytest.mark.parametrize("name", ["engine", "flow"])
def test_the_picture_is_the_one_that_the_script_draws(name: str) -> None:
    shown = (DOCS / f"{name}.svg").read_text("utf-8")
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    drawing = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(drawing)

    assert drawing.drawn() == shown


def test_the_makefile_lists_its_targets() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE)) - {"help"}
    told = set(re.findall(r'echo "make (\w+) ', makefile))

    assert targets == told
