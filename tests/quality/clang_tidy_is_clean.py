"""clang-tidy has nothing to say about core, views and app:  clang_tidy_is_clean.py ROOT BUILD_TREE

It looks at what the compiler compiles. Most of its time goes to the headers of Qt and Eigen, which it visits anew in every
unit, so units that are compiled by the same command are looked at together, some forty sources at once. The tests are left
to the compiler's warnings; the time goes to what readers run. A clean group leaves a stamp in the build tree, named by the
hash of all that the verdict depends on: the settings, the compiler's command line, the sources and every file they include.
Only groups without a stamp are looked at.
"""

from __future__ import annotations

import hashlib
import json
import re
import shlex
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

ROOMS = ("core", "views", "app")
OPTIONS = ["--quiet", "--warnings-as-errors=*", "--extra-arg=-Wno-unknown-warning-option"]
SOURCES_AT_ONCE = 40


@lru_cache(maxsize=None)
def hash_of_file(path: str) -> str:
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return "gone"


def dependencies(tree: Path) -> dict[str, list[str]]:
    """Object file -> everything it was compiled from, as Ninja recorded it; paths as Ninja writes them."""
    listing = subprocess.run(["ninja", "-C", str(tree), "-t", "deps"], capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in listing.stdout.splitlines():
        heading = re.match(r"(\S.*): #deps \d+, deps mtime \d+ \((VALID|STALE)\)", line)
        if heading:
            current = found.setdefault(heading[1], []) if heading[2] == "VALID" else []
        elif line.startswith("    "):
            current.append(line.strip())
    return found


def made_from(object_file: str, recorded: dict[str, list[str]], tree: Path) -> list[str] | None:
    """What an object file was compiled from. Headers compiled ahead stand for what they were compiled from themselves."""
    files = recorded.get(object_file)
    if files is None:
        return None
    whole: list[str] = []
    for file in files:
        if file.endswith(".gch"):
            path = Path(file)
            whole += recorded.get(str(path.relative_to(tree) if path.is_absolute() else path), [])
        else:
            whole.append(file)
    return whole


def words_of(entry: dict) -> list[str]:
    return shlex.split(entry["command"])


def object_of(entry: dict) -> str:
    """The object file of a compile command, as Ninja calls it."""
    words = words_of(entry)
    return words[words.index("-o") + 1] if "-o" in words[:-1] else ""


def flags_of(entry: dict) -> tuple[str, ...]:
    """A compile command without what differs from file to file, and without headers compiled ahead by another compiler."""
    kept: list[str] = []
    words = iter(words_of(entry))
    for word in words:
        if word in ("-o", "-c", "-MF", "-MT", "-MQ", "-include"):
            next(words, "")
        elif word not in ("-MD", "-MMD", "-Winvalid-pch", entry["file"]):
            kept.append(word)
    return tuple(kept)


def is_ours(entry: dict, root: Path, tree: Path) -> bool:
    """Whether a compile command makes a part of a room from the room's own sources, one or several of them together."""
    inside = object_of(entry).split("/", 1)[0] in ROOMS
    file = Path(entry["file"])
    written = any(file.is_relative_to(root / room) for room in ROOMS)
    return inside and (written or file.parent.name == "Unity")


def sources_in(entry: dict) -> int:
    """How many sources a compiled file holds: itself, or those a unity file includes."""
    file = Path(entry["file"])
    if file.parent.name != "Unity":
        return 1
    return max(1, file.read_text(encoding="utf-8").count("#include"))


def groups_of(entries: list[dict]) -> list[list[dict]]:
    """Entries of the same room and flags, together as far as SOURCES_AT_ONCE allows; the largest groups first."""
    by_command: dict[tuple[str, tuple[str, ...]], list[dict]] = {}
    for entry in sorted(entries, key=lambda entry: entry["file"]):
        room = object_of(entry).split(".dir/", 1)[0]
        by_command.setdefault((room, flags_of(entry)), []).append(entry)
    groups: list[tuple[int, list[dict]]] = []
    for alike in by_command.values():
        size, group = 0, []
        for entry in alike:
            if group and size + sources_in(entry) > SOURCES_AT_ONCE:
                groups.append((size, group))
                size, group = 0, []
            size += sources_in(entry)
            group.append(entry)
        groups.append((size, group))
    return [group for _, group in sorted(groups, key=lambda pair: -pair[0])]


def key_of(group: list[dict], files: list[str], tree: Path, settings: str) -> str:
    """The hash that names the verdict on a group."""
    parts = [settings, *flags_of(group[0]), *OPTIONS]
    parts += [f"{file} {hash_of_file(str(tree / file))}" for file in sorted({*files, *(e["file"] for e in group)})]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def write_units(groups: list[list[dict]], folder: Path) -> list[Path]:
    """One source for each group, which includes the group's files, and the compile commands for all of them."""
    folder.mkdir(exist_ok=True)
    units, commands = [], []
    for number, group in enumerate(groups):
        unit = folder / f"unit_{number}.cpp"
        unit.write_text("".join(f'#include "{entry["file"]}"\n' for entry in group), encoding="utf-8")
        arguments = [*flags_of(group[0]), "-c", str(unit)]
        commands.append({"directory": group[0]["directory"], "file": str(unit), "arguments": arguments})
        units.append(unit)
    (folder / "compile_commands.json").write_text(json.dumps(commands), encoding="utf-8")
    return units


def complaints_about(unit: Path, root: Path) -> str:
    """What clang-tidy says about a unit's files and those they include that are ours; empty when it says nothing."""
    ours = f"--header-filter=^{re.escape(str(root))}/({'|'.join(ROOMS)})/"
    settings = f"--config-file={root / '.clang-tidy'}"
    run = subprocess.run(["clang-tidy", "-p", str(unit.parent), settings, *OPTIONS, ours, str(unit)], capture_output=True, text=True)
    return "" if run.returncode == 0 else (run.stdout.strip() or run.stderr.strip() or "clang-tidy failed")


def main() -> int:
    root, tree = (Path(argument).resolve() for argument in sys.argv[1:3])
    commands = json.loads((tree / "compile_commands.json").read_text())
    groups = groups_of(list({e["file"]: e for e in commands if is_ours(e, root, tree)}.values()))
    if not groups:
        sys.exit(f"{tree} compiles none of our sources")
    version = subprocess.run(["clang-tidy", "--version"], capture_output=True, text=True, check=True).stdout
    settings = version + (root / ".clang-tidy").read_text(encoding="utf-8")
    recorded = dependencies(tree)
    stamps = tree / "clang_tidy_stamps"
    stamps.mkdir(exist_ok=True)
    units = write_units(groups, tree / "clang_tidy_units")

    keys: dict[Path, str] = {}
    for unit, group in zip(units, groups):
        parts = [made_from(object_of(entry), recorded, tree) for entry in group]
        if all(part is not None for part in parts):
            keys[unit] = key_of(group, [file for part in parts for file in part or []], tree, settings)
    pending = [unit for unit in units if unit not in keys or not (stamps / keys[unit]).exists()]

    start = time.monotonic()
    faults = 0
    with ThreadPoolExecutor(max_workers=2) as pool:
        for unit, complaints in zip(pending, pool.map(lambda unit: complaints_about(unit, root), pending)):
            if complaints:
                faults += 1
                print(complaints, flush=True)
            elif unit in keys:
                (stamps / keys[unit]).touch()
    if not faults:
        for stamp in stamps.iterdir():
            if stamp.name not in keys.values():
                stamp.unlink()
    seconds = time.monotonic() - start
    print(f"{len(groups)} groups of sources, {len(pending)} looked at in {seconds:.0f} s, {faults} with faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
