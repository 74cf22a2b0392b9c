"""What no file of the project may carry:  project_files_are_clean.py ROOT"""

from __future__ import annotations

import re
import sys
import tempfile
import unittest
from pathlib import Path

from project_files import ROOMS, all_files

ROOT = Path(sys.argv.pop(1)).resolve()
MOST_LINES = {".cpp": 500, ".h": 150, ".py": 400}
CODE = {".cpp", ".h", ".py", ".sh", ".cmake", ".txt", ".in", ".js"}
TEXT = CODE | {".md", ".json", ".svg", ".xml", ".desktop", ".qrc", ".1", ""}
MAY_KEEP_SPACES = {".md"}  # an output fence shows what was printed, spaces and all

# Written in pieces, so that this file can be judged by its own rules.
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK|TB" r"D)\b|[Ll]orem" r" ipsum")
ONE_MACHINE = re.compile(r"(?<![\w.}/])/(?:wo" r"rk|ro" r"ot|tmp/" r"[a-z]+|home/(?!you\b)\w+)/")
SWALLOWED = re.compile(r"catch\s*\([^)]*\)\s*\{\s*\}|^\s*except[^\n]*:\s*(?:#[^\n]*)?\n\s*pa" r"ss\b", re.MULTILINE)
SILENCED = re.compile(r"QEXPECT" r"_FAIL|\bDIS" r"ABLED\b|NOLI" r"NT(?!\w*\([\w.,* -]+\))|unittest\.sk" r"ip\b")
SPACE_AT_END = re.compile(r"[ \t]+$", re.MULTILINE)
SALES_TALK = re.compile(r"\b(?:simply|just|obviously|powerful|dive|unlock)\b", re.IGNORECASE)


def prose_of(markdown: str) -> str:
    """A chapter without fences, inline code, mathematics and link targets, line by line."""
    text = re.sub(r"^[ \t]*(`{3,}|~{3,}).*?^[ \t]*\1[ \t]*$", keep_lines, markdown, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"\$\$.*?\$\$", keep_lines, text, flags=re.DOTALL)
    return re.sub(r"`[^`\n]*`|\$[^$\n]*\$|\]\([^)\n]*\)", " ", text)


def keep_lines(match: re.Match) -> str:
    return "\n" * match[0].count("\n")


def places(pattern: re.Pattern, text: str) -> list[str]:
    return [f"{text.count(chr(10), 0, m.start()) + 1}: {m[0].strip()[:60]}" for m in pattern.finditer(text)]


def faults_of(path: Path, root: Path) -> list[str]:
    """One line for each thing in a file that does not belong in the project."""
    name = path.relative_to(root).as_posix()
    if path.suffix not in TEXT or name == "LICENSE":
        return [] if path.stat().st_size < 2_000_000 else [f"{name}: {path.stat().st_size} bytes"]
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        return [f"{name}: not UTF-8: {error}"]
    faults = [f"{name}:{place}" for place in places(UNFINISHED, text) + places(ONE_MACHINE, text)]
    if path.suffix in CODE:
        faults += [f"{name}:{place}" for place in places(SWALLOWED, text) + places(SILENCED, text)]
    if name.startswith("chapters/") and path.suffix == ".md":
        faults += [f"{name}:{place}" for place in places(SALES_TALK, prose_of(text))]
    if path.suffix not in MAY_KEEP_SPACES:
        faults += [f"{name}:{place}the line ends in a space" for place in places(SPACE_AT_END, text)]
    if "\r" in text or (text and not text.endswith("\n")):
        faults.append(f"{name}: lines end in a bare newline, the last one too")
    lines = text.count("\n")
    if lines > MOST_LINES.get(path.suffix, lines):
        faults.append(f"{name}: {lines} lines, at most {MOST_LINES[path.suffix]}: it holds more than one idea")
    return faults


class ProjectFiles(unittest.TestCase):
    def test_files_are_clean(self):
        files = all_files(ROOT)
        self.assertGreater(len(files), 20)
        faults = [fault for path in files for fault in faults_of(path, ROOT)]
        self.assertEqual(faults, [], "\n" + "\n".join(faults))

    def test_every_room_says_what_lives_there(self):
        rooms = [ROOT / room for room in (*ROOMS, "chapters", "packaging")]
        rooms += [folder for folder in sorted((ROOT / "views").iterdir()) if folder.is_dir()]
        self.assertEqual([str(room) for room in rooms if not (room / "README.md").is_file()], [])


    def test_links_of_readmes_lead_somewhere(self):
        lost = []
        for readme in (path for path in all_files(ROOT) if path.name == "README.md"):
            prose = re.sub(r"^(`{3,}).*?^\1$|`[^`\n]*`", "", readme.read_text(encoding="utf-8"), flags=re.M | re.S)
            for target in re.findall(r"\]\(([^):#]+)[^):]*\)", prose):
                if not (readme.parent / target).exists():
                    lost.append(f"{readme}: {target}")
        self.assertEqual(lost, [])


class PlantedFaults(unittest.TestCase):
    """The judge itself: each case plants one fault and expects it found."""

    def assert_fault(self, name, text):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
            self.assertEqual(len(faults_of(path, Path(folder))), 1, text[:80])

    def test_faults(self):
        self.assert_fault("core/a.cpp", "int a; // TO" "DO later\n")
        self.assert_fault("README.md", "see /wo" "rk/main\n")
        self.assert_fault("core/a.cpp", "try { f(); } catch (...) {\n}\n")
        self.assert_fault("tests/a.py", "try:\n    f()\nexcept OSError:\n    pa" "ss\n")
        self.assert_fault("core/a.cpp", "f(); // NOLI" "NT\n")
        self.assert_fault("core/a.cpp", "int a; \n")
        self.assert_fault("core/a.cpp", "int a;\r\n")
        self.assert_fault("core/a.cpp", "int a;")
        self.assert_fault("core/a.cpp", "\n" * 501)
        self.assert_fault("core/a.h", "\n" * 151)
        self.assert_fault("chapters/a/b.md", "This is simply true.\n")

    def test_what_is_allowed(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "chapters", "a.md")
            path.parent.mkdir()
            path.write_text("Adjust `just` $just$ [a](set:a.b?c=just)\n\n```output\njust \n```\n", encoding="utf-8")
            self.assertEqual(faults_of(path, Path(folder)), [])


if __name__ == "__main__":
    unittest.main()
