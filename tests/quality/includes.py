"""Who may include whom, and what a tree of sources includes against that."""

from __future__ import annotations

import re
from pathlib import Path

from project_files import cpp_files

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:<(?P<system>[^>]+)>|"(?P<own>[^"]+)")', re.MULTILINE)
STANDARD = re.compile(r"^[a-z][a-z0-9_]*$")
GENERATED = re.compile(r"^[a-z0-9_]+\.moc$")

# A room may include itself and what stands in its row. The direction is app -> views -> core.
MAY_INCLUDE = {
    "core": (),
    "views/scene": ("core",),
    "views/panel": ("core", "views/scene"),
    "views/typesetting": (),
    "views/render": ("core", "views/scene", "views/typesetting"),
    "views/controls": ("core", "views/scene", "views/panel", "views/typesetting", "views/render"),
    "views/panels": ("core", "views/scene", "views/panel"),
    "app": ("core", "views"),
    "tests": ("core", "views", "app"),
}


def room_of(path: str) -> str | None:
    """The room of a path from the root, or None when it is in no known room."""
    return next((room for room in sorted(MAY_INCLUDE, key=len, reverse=True) if path.startswith(room + "/")), None)


def includes_of(text: str) -> list[tuple[str, bool]]:
    """(name, is it in quotes) for each include of a source text."""
    return [(m["own"] or m["system"], m["own"] is not None) for m in INCLUDE.finditer(text)]


def fault_of(root: Path, room: str, name: str, quoted: bool) -> str:
    """Why a file of this room may not include this name; empty when it may."""
    if not quoted:
        if room == "core" and not (STANDARD.match(name) or name.startswith("Eigen/")):
            return f"core knows Eigen and the standard library, not <{name}>"
        return ""
    if GENERATED.match(name) and room != "core":
        return ""
    if not (root / name).is_file():
        return f'"{name}" is no path from the root of the project'
    if name.startswith("tests/") and room != "tests":
        return f'"{name}": only tests include tests'
    if any(name.startswith(allowed + "/") for allowed in (room, *MAY_INCLUDE[room])):
        return ""
    return f'{room} may not include "{name}"'


def include_faults(root: Path) -> list[str]:
    """One line for each include that breaks the direction of the rooms."""
    faults = []
    for file in cpp_files(root):
        place = file.relative_to(root).as_posix()
        room = room_of(place)
        if room is None:
            faults.append(f"{place}: in no room; add its folder to MAY_INCLUDE of tests/quality/includes.py")
            continue
        for name, quoted in includes_of(file.read_text(encoding="utf-8")):
            fault = fault_of(root, room, name, quoted)
            if fault:
                faults.append(f"{place}: {fault}")
    return faults


def subject_circle(root: Path) -> list[str]:
    """The subjects of core that include each other in a circle, in order; empty when there is none."""
    edges: dict[str, set[str]] = {}
    for file in cpp_files(root):
        parts = file.relative_to(root).parts
        if parts[0] != "core" or len(parts) < 3:
            continue
        for name, quoted in includes_of(file.read_text(encoding="utf-8")):
            other = name.split("/")
            if quoted and other[0] == "core" and len(other) > 2 and other[1] != parts[1]:
                edges.setdefault(parts[1], set()).add(other[1])
    return first_circle(edges)


def first_circle(edges: dict[str, set[str]]) -> list[str]:
    done: set[str] = set()

    def visit(node: str, trail: list[str]) -> list[str]:
        if node in trail:
            return [*trail[trail.index(node) :], node]
        if node in done:
            return []
        for following in sorted(edges.get(node, ())):
            circle = visit(following, [*trail, node])
            if circle:
                return circle
        done.add(node)
        return []

    return next((circle for node in sorted(edges) if (circle := visit(node, []))), [])
