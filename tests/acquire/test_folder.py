"""The files under a folder, in one order, loops and all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sayso.acquire.folder import files


def names(folder: Path) -> list[str]:
    return [
        f"! {item.strerror} {Path(item.filename).name}"
        if isinstance(item, OSError)
        else str(item.relative_to(folder))
        for item in files(folder)
    ]


def made(folder: Path, *paths: str) -> Path:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("x")
    return folder


def test_all_files_come_sorted_and_folders_are_entered(tmp_path):
    made(tmp_path, "b.txt", "a/z.html", "a/b/c.jsonl", "c", "A.txt")

    assert names(tmp_path) == ["A.txt", "a/b/c.jsonl", "a/z.html", "b.txt", "c"]


def test_names_with_a_dot_in_front_are_left_out(tmp_path):
    made(tmp_path, ".hidden", ".git/config", "a/.DS_Store", "a/b.txt")

    assert names(tmp_path) == ["a/b.txt"]


def test_a_folder_is_entered_once_whatever_links_there_are(tmp_path):
    made(tmp_path, "a/b.txt")
    (tmp_path / "a" / "self").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "a")
    (tmp_path / "twin.txt").symlink_to(tmp_path / "a" / "b.txt")

    assert names(tmp_path) == ["a/b.txt", "twin.txt"]


def test_what_is_no_file_is_told(tmp_path):
    made(tmp_path, "a.txt")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    os.mkfifo(tmp_path / "pipe")

    assert names(tmp_path) == [
        "a.txt",
        "! a link to nothing gone",
        "! a link to nothing loop",
        "! no file pipe",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may enter every folder")
def test_a_folder_that_may_not_be_entered_is_told(tmp_path):
    made(tmp_path, "a.txt", "shut/b.txt")
    (tmp_path / "shut").chmod(0)

    assert names(tmp_path) == ["a.txt", "! Permission denied shut"]
    (tmp_path / "shut").chmod(0o700)


def test_an_empty_folder_has_none(tmp_path):
    assert names(tmp_path) == []


def test_a_folder_that_goes_while_it_is_read_is_told(tmp_path):
    made(tmp_path, "a.txt", "b/c.txt")
    walk = files(tmp_path)
    next(walk)
    os.remove(tmp_path / "b" / "c.txt")
    os.rmdir(tmp_path / "b")

    assert [isinstance(item, OSError) for item in walk] == [True]
