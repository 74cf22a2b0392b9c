"""Which files are the project's own."""

from pathlib import Path

ROOMS = ("core", "views", "app", "tests")
NOT_OURS = {".git", "build", "__pycache__", ".cache", ".vscode", ".idea"}


def all_files(root: Path) -> list[Path]:
    """Every file of the project in a fixed order, without build trees and repositories."""
    found = []
    for entry in sorted(root.iterdir()):
        if entry.name in NOT_OURS or entry.is_symlink():
            continue
        found += all_files(entry) if entry.is_dir() else [entry]
    return found


def cpp_files(root: Path, *suffixes: str) -> list[Path]:
    """The C++ files of the rooms; suffixes default to sources and headers."""
    wanted = suffixes or (".cpp", ".h")
    rooms = [root / room for room in ROOMS if (root / room).is_dir()]
    return [file for room in rooms for file in all_files(room) if file.suffix in wanted]
