"""clang-tidy has nothing to say about core, views and app:  clang_tidy_is_clean.py ROOT BUILD_TREE

It looks at what the compiler compiles: a file, or the ten files of a room that are compiled as one. The tests are left to
the compiler's warnings; the time goes to what readers run. A clean unit leaves a stamp in the build tree, named by the
hash of all that the verdict depends on: the settings, the compiler's command line, the source and every file it includes.
Only units without a stamp are looked at.
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


def object_of(entry: dict) -> str:
    """The object file of a compile command, as Ninja calls it."""
    words = shlex.split(entry["command"])
    return words[words.index("-o") + 1] if "-o" in words[:-1] else ""


def key_of(entry: dict, files: list[str], tree: Path, settings: str) -> str:
    """The hash that names the verdict on one compile command."""
    parts = [settings, entry["command"], *OPTIONS]
    parts += [f"{file} {hash_of_file(str(tree / file))}" for file in sorted({entry["file"], *files})]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def is_ours(entry: dict, root: Path, tree: Path) -> bool:
    """Whether a compile command makes a part of a room from the room's own sources, one or several of them together."""
    inside = object_of(entry).split("/", 1)[0] in ROOMS
    file = Path(entry["file"])
    written = any(file.is_relative_to(root / room) for room in ROOMS)
    return inside and (written or file.parent.name == "Unity")


def complaints_about(file: str, root: Path, tree: Path) -> str:
    """What clang-tidy says about a compiled file and those it includes that are ours; empty when it says nothing."""
    ours = f"--header-filter=^{re.escape(str(root))}/({'|'.join(ROOMS)})/"
    run = subprocess.run(["clang-tidy", "-p", str(tree), *OPTIONS, ours, file], capture_output=True, text=True)
    return "" if run.returncode == 0 else (run.stdout.strip() or run.stderr.strip() or "clang-tidy failed")


def main() -> int:
    root, tree = (Path(argument).resolve() for argument in sys.argv[1:3])
    commands = json.loads((tree / "compile_commands.json").read_text())
    entries = {e["file"]: e for e in commands if is_ours(e, root, tree)}
    if not entries:
        sys.exit(f"{tree} compiles none of our sources")
    version = subprocess.run(["clang-tidy", "--version"], capture_output=True, text=True, check=True).stdout
    settings = version + (root / ".clang-tidy").read_text(encoding="utf-8")
    recorded = dependencies(tree)
    stamps = tree / "clang_tidy_stamps"
    stamps.mkdir(exist_ok=True)

    keys, pending = {}, []
    for file, entry in entries.items():
        made_from = recorded.get(object_of(entry))
        if made_from is not None:
            keys[file] = key_of(entry, made_from, tree, settings)
        if file not in keys or not (stamps / keys[file]).exists():
            pending.append(file)

    start = time.monotonic()
    faults = 0
    with ThreadPoolExecutor(max_workers=2) as pool:
        for file, complaints in zip(pending, pool.map(lambda file: complaints_about(file, root, tree), pending)):
            if complaints:
                faults += 1
                print(complaints, flush=True)
            elif file in keys:
                (stamps / keys[file]).touch()
    if not faults:
        for stamp in stamps.iterdir():
            if stamp.name not in keys.values():
                stamp.unlink()
    print(f"{len(entries)} compiled files, {len(pending)} looked at in {time.monotonic() - start:.0f} s, {faults} with faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
