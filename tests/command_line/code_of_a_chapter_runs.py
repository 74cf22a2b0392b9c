"""run-code on the book and on small books that are right, wrong and broken."""

import json
import tempfile
import unittest
from pathlib import Path

from program import ProgramTest, run

RIGHT = "```python\nprint(6 * 7)\n```\n\n```output\n42\n```\n"
WRONG = "```python\nprint(6 * 7)\n```\n\n```output\n41\n```\n"
BROKEN = "```python\na = 1\na / 0\n```\n"
SILENT = "```python\nprint('not shown')\n```\n"


class CodeRuns(ProgramTest):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.changes = {"XDG_CACHE_HOME": str(self.folder / "cache")}

    def book(self, text: str) -> dict[str, str]:
        (self.folder / "one").mkdir(exist_ok=True)
        (self.folder / "one" / "first.md").write_text(f"# 1.1 First\n\n{text}", encoding="utf-8")
        chapters = [{"id": "1.1", "title": "First", "file": "first.md", "covers": "x", "needs": [], "panels": []},
                    {"id": "1.2", "title": "Second", "file": "second.md", "covers": "x", "needs": [], "panels": []}]
        level = {"number": 1, "title": "One", "folder": "one", "chapters": chapters}
        (self.folder / "book.json").write_text(json.dumps({"title": "A book", "levels": [level]}))
        return {**self.changes, "EIGENBOARD_CHAPTERS": str(self.folder)}

    def test_a_chapter_of_the_book(self):
        done = run("run-code", "4.6", **self.changes)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(done.stderr, b"")
        text = done.stdout.decode()
        self.assertGreater(text.count("same as in the book"), 5)
        self.assertNotIn("not what", text)

    def test_one_block_as_json(self):
        done = run("run-code", "1.1", "2", "--json", **self.book(SILENT + "\n" + RIGHT))
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        answer = json.loads(done.stdout)
        self.assertEqual(answer["chapter"], "1.1")
        self.assertTrue(answer["python"].startswith("/"))
        [block] = answer["blocks"]
        self.assertEqual((block["block"], block["line"], block["output"], block["same"]), (2, 7, "42\n", True))

    def test_what_fails_or_differs_is_one_line_and_status_1(self):
        done = run("run-code", "1.1", **self.book("\n".join([RIGHT, WRONG, SILENT, BROKEN])))
        self.assertEqual(done.returncode, 1)
        message = done.stderr.decode()
        self.assertEqual(message.count("\n"), 1, message)
        for words in ("block 2 ", "not what the book shows", "block 4 ", "Line 2: ZeroDivisionError"):
            self.assertIn(words, message)
        self.assertNotIn("block 1 ", message)
        self.assertNotIn("block 3 ", message)
        self.assertIn("42\n", done.stdout.decode())
        self.assertIn("ZeroDivisionError: division by zero", done.stdout.decode())
        self.assertEqual(run("run-code", "1.1", "3", **self.book("\n".join([RIGHT, WRONG, SILENT]))).returncode, 0)

    def test_wrong_use(self):
        changes = self.book(RIGHT)
        self.fail_with(2, "run-code", **changes)
        self.fail_with(2, "run-code", "1.9", words="1.9", **changes)
        self.fail_with(2, "run-code", "1.2", words="not written yet", **changes)
        for number in ("0", "2", "-1", "x", "1e9"):
            self.fail_with(2, "run-code", "1.1", "--", number, words="blocks 1 to 1", **changes)
        self.fail_with(2, "run-code", "1.1", words="no Python", **self.book("Words."))

    def test_a_missing_python_is_named(self):
        changes = self.book(RIGHT)
        self.fail_with(1, "run-code", "1.1", "--python", "/nowhere/python3", words="/nowhere/python3", **changes)
        self.fail_with(1, "run-code", "1.1", words="/nowhere/python4", **changes, EIGENBOARD_PYTHON="/nowhere/python4")


if __name__ == "__main__":
    unittest.main()
