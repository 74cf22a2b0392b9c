"""chapters/book.json against the shape of the book and against the chapters that are written.

    /usr/bin/python3 tests/book/book_json_is_complete.py CHAPTERS_FOLDER
"""

import json
import re
import sys
import unittest
from pathlib import Path

SUBJECTS = (
    "foundations arithmetic algebra functions linear_algebra geometry calculus probability statistics "
    "optimization information graph numerics models recommender advanced"
).split()

folder = Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else Path("chapters").resolve()


def front_matter(path):
    """The keys of a chapter's front matter as text; a list [a, b] becomes a Python list of text."""
    match = re.match(r"---\n(.*?)\n---\n", path.read_text(encoding="utf-8"), re.DOTALL)
    if not match:
        return None
    pairs = (line.partition(":") for line in match[1].split("\n") if line.strip())
    values = {key.strip(): value.strip().strip("\"'") for key, _, value in pairs}
    for key, value in values.items():
        if value.startswith("["):
            values[key] = [item.strip().strip("\"'") for item in value[1:-1].split(",") if item.strip()]
    return values


def reachable(needs):
    """Everything each key needs, directly or through others. Raises ValueError when the needs form a circle."""
    closed = {}

    def visit(key, trail):
        if key in trail:
            raise ValueError(f"circle: {' needs '.join(map(str, [*trail, key]))}")
        if key not in closed:
            closed[key] = set(needs[key]).union(*(visit(need, [*trail, key]) for need in needs[key]))
        return closed[key]

    for key in needs:
        visit(key, [])
    return closed


class Book(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.book = json.loads((folder / "book.json").read_text(encoding="utf-8"))
        cls.levels = cls.book["levels"]
        cls.chapters = {c["id"]: c for level in cls.levels for c in level["chapters"]}
        cls.appendices = cls.book["appendices"]["chapters"]
        cls.level_of = {c["id"]: level["number"] for level in cls.levels for c in level["chapters"]}

    def files(self):
        for level in [*self.levels, self.book["appendices"]]:
            for chapter in level["chapters"]:
                yield folder / level["folder"] / chapter["file"], chapter

    def test_counts(self):
        self.assertEqual([level["number"] for level in self.levels], list(range(15)))
        self.assertEqual(sum(len(level["chapters"]) for level in self.levels), 56)
        self.assertEqual(len(self.chapters), 56, "chapter ids are not unique")
        self.assertEqual([a["id"] for a in self.appendices], list("ABCDEFGHI"))

    def test_names_follow_the_numbers(self):
        for level in self.levels:
            n = level["number"]
            self.assertRegex(level["folder"], rf"^{n:02d}-level-{n}-[a-z0-9-]+$")
            for k, chapter in enumerate(level["chapters"], start=1):
                self.assertEqual(chapter["id"], f"{n}.{k}")
                self.assertRegex(chapter["file"], rf"^{k:02d}-[a-z0-9-]+\.md$")
        for appendix in self.appendices:
            self.assertRegex(appendix["file"], rf"^{appendix['id']}-[a-z0-9-]+\.md$")
        self.assertEqual(len({path for path, _ in self.files()}), 65, "two chapters share a file")

    def test_every_entry_is_filled_in(self):
        keys = {"id", "title", "file", "covers", "needs", "panels"}
        for _, chapter in self.files():
            self.assertEqual(set(chapter), keys, chapter["id"])
            self.assertTrue(chapter["title"].strip() and chapter["covers"].strip(), chapter["id"])
            self.assertEqual(len(chapter["panels"]), len(set(chapter["panels"])), chapter["id"])
            for panel in chapter["panels"]:
                self.assertRegex(panel, r"^[a-z_]+\.[a-z][a-z0-9_]*$")
                self.assertIn(panel.split(".")[0], SUBJECTS)
        for chapter in self.chapters.values():
            self.assertTrue(chapter["panels"], f"{chapter['id']} has no panel")

    def test_levels_need_earlier_levels_without_circles(self):
        needs = {level["number"]: level["needs"] for level in self.levels}
        closed = reachable(needs)
        for number, needed in closed.items():
            self.assertTrue(all(n < number for n in needed), f"level {number} needs a later one")
        self.assertEqual(closed[14], set(range(14)), "the last level rests on all others")

    def test_chapters_need_chapters_as_their_levels_do(self):
        closed = reachable({c["id"]: c["needs"] for c in self.chapters.values()})
        levels = reachable({level["number"]: level["needs"] for level in self.levels})
        order = list(self.chapters)
        for ident, chapter in self.chapters.items():
            for need in chapter["needs"]:
                self.assertLess(order.index(need), order.index(ident), f"{ident} needs the later {need}")
                own, other = self.level_of[ident], self.level_of[need]
                self.assertTrue(other == own or other in levels[own], f"{ident} needs {need}, but not so their levels")
        for level in self.levels:
            reached = {self.level_of[n] for c in level["chapters"] for n in closed[c["id"]]}
            self.assertLessEqual(set(level["needs"]), reached, f"no chapter of level {level['number']} needs them")

    def test_paths(self):
        paths = {path["id"]: path for path in self.book["paths"]}
        self.assertEqual(set(paths), {"designed", "impatient", "core"})
        for path in paths.values():
            self.assertTrue(path["title"] and path["note"])
            self.assertEqual(len(path["chapters"]), len(set(path["chapters"])), path["id"])
            self.assertLessEqual(set(path["chapters"]), set(self.chapters), path["id"])
        self.assertEqual(paths["designed"]["chapters"], list(self.chapters))
        self.assertEqual(set(paths["impatient"]["chapters"]), set(self.chapters))
        core = {self.level_of[c] for c in paths["core"]["chapters"]}
        self.assertEqual(core, {0, 1, 2, 3, 4, 6, 7, 9, 13})

    def test_every_file_is_listed(self):
        listed = {path for path, _ in self.files()}
        written = {path for path in folder.rglob("*.md") if path.name != "README.md"}
        self.assertEqual(written - listed, set(), "not in book.json")

    def test_front_matter_agrees(self):
        for path, chapter in self.files():
            if not path.exists():
                continue
            values = front_matter(path)
            self.assertIsNotNone(values, f"{path} has no front matter")
            for key in ("id", "title", "needs", "panels"):
                self.assertEqual(values.get(key), chapter[key], f"{key} of {path}")
            if chapter["id"] in self.level_of:
                self.assertEqual(values.get("level"), str(self.level_of[chapter["id"]]), f"level of {path}")
            self.assertRegex(values.get("minutes", ""), r"^[1-9][0-9]*$", f"minutes of {path}")


if __name__ == "__main__":
    unittest.main()
