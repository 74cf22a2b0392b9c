"""`eigenboard search` finds the sections and exercises that a plain scan of the Markdown files finds."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from pathlib import Path

PROGRAM = sys.argv.pop(1)
BOOK = Path(__file__).resolve().parents[2] / "chapters"

# What is looked for, and the regular expressions of which a document must have each. Written by hand: the
# program's own idea of a word plays no part.
QUERIES = {
    "determinant ": [r"\bdeterminants?\b"],
    "eigenv": [r"\beigenv"],
    "power iteration ": [r"\bpowers?\b", r"\biterations?\b"],
    '"power iteration" ': [r"\bpower[\s-]+iteration\b"],
    "lambda ": [r"\blambdas?\b|λ|Λ|\\lambda(?![a-z])|\\Lambda(?![a-z])"],
    "λ ": [r"\blambdas?\b|λ|Λ|\\lambda(?![a-z])|\\Lambda(?![a-z])"],
    r"\lambda ": [r"\blambdas?\b|λ|Λ|\\lambda(?![a-z])|\\Lambda(?![a-z])"],
    "DETERMINANT ": [r"\bdeterminants?\b"],
    "nightly ": [r"\bnightly\b"],
    "jordan ": [r"\bjordans?\b"],
    "pagerank damping ": [r"\bpageranks?\b", r"\bdampings?\b"],
    "orthogonal symmetric matrix ": [r"\borthogonals?\b", r"\bsymmetrics?\b", r"\bmatrixs?\b"],
    "shear ": [r"\bshears?\b"],
    "linalg ": [r"\blinalgs?\b"],
    "unicornucopia ": [r"\bunicornucopia\b"],
}

HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*$")
EXERCISE = re.compile(r"^\*\*(\d+\.\d+\.\d+)\*\*")
LINK = re.compile(r"\]\([^()\s]*\)")
FACES = re.compile(r"\\(?:mathbf|mathrm|mathbb|operatorname|text)\b")


def searchable(text: str) -> str:
    """The text without link targets and markup, in lower case, without accents."""
    text = re.sub(r"\[[^\[\]]*\]\(check:[^()]*\)", " ", text)
    text = FACES.sub(" ", LINK.sub("]", text))
    text = re.sub(r"</?(?:details|summary)>", " ", text)
    text = unicodedata.normalize("NFKD", text)
    return "".join(c for c in text if not unicodedata.combining(c)).lower().replace("_", " ")


def documents() -> dict[tuple[str, str], str]:
    """(chapter, title or number) to text, for every section and exercise that is written."""
    found: dict[tuple[str, str], str] = {}
    book = json.loads((BOOK / "book.json").read_text())
    for level in book["levels"]:
        for chapter in level["chapters"]:
            file = BOOK / level["folder"] / chapter["file"]
            if not file.is_file():
                continue
            lines = file.read_text().split("\n")
            if lines and lines[0] == "---":
                lines = lines[lines.index("---", 1) + 1:]
            name = f"{chapter['id']} {chapter['title']}"
            key, above, fenced = (chapter["id"], "opening"), "", False
            found[key] = name + "\n" + chapter["covers"] + "\n"
            for line in lines:
                if line.startswith("```"):
                    fenced = not fenced
                heading = None if fenced else HEADING.match(line)
                exercise = None if fenced else EXERCISE.match(line)
                if heading and len(heading[1]) > 1:
                    title = heading[2]
                    above = title if len(heading[1]) == 2 else above
                    key = (chapter["id"], title)
                    # What stands above a section is found with it, unless it has no text of its own.
                    found[key] = title + "\n"
                    context = name + "\n" + above + "\n"
                elif exercise and above.startswith("Exercises"):
                    key = (chapter["id"], exercise[1])
                    found[key] = name + "\n" + above + "\nExercise\n" + line + "\n"
                    context = ""
                elif not heading:
                    if line.strip() and key[1] != "opening" and context:
                        found[key] += context
                        context = ""
                    found[key] += ("" if line.startswith("```") else line) + "\n"
    return {key: searchable(text) for key, text in found.items()}


class Search(unittest.TestCase):
    maxDiff = 4000

    def setUp(self):
        self.cache = tempfile.TemporaryDirectory()
        self.addCleanup(self.cache.cleanup)

    def run_program(self, *words: str) -> subprocess.CompletedProcess:
        environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
        environment |= {"EIGENBOARD_CHAPTERS": str(BOOK), "XDG_CACHE_HOME": self.cache.name}
        return subprocess.run([PROGRAM, "search", *words], capture_output=True, env=environment, timeout=60, check=False)

    def search(self, query: str) -> dict:
        done = self.run_program("--json", "--limit", "1000", "--", query)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return json.loads(done.stdout)

    def test_the_same_documents_are_found(self):
        every = documents()
        self.assertGreater(len(every), 50)
        for query, patterns in QUERIES.items():
            wanted = {key for key, text in every.items() if all(re.search(pattern, text) for pattern in patterns)}
            answer = self.search(query)
            found = set()
            for result in ([] if answer["partial"] else answer["results"]):
                chapter = result["target"].get("chapter", "")
                if chapter.isalpha():
                    continue  # the appendices, which are tables of symbols and terms
                if result["kind"] == "exercise":
                    found.add((chapter, result["title"].removeprefix("Exercise ")))
                elif result["kind"] == "section":
                    title = next(key[1] for key in every
                                 if key[0] == chapter and self.anchor(key[1]) == result["target"]["anchor"].rstrip("-0123456789")
                                 or (key[0] == chapter and self.anchor(key[1]) == result["target"]["anchor"]))
                    found.add((chapter, title))
                elif result["kind"] == "chapter" and any(key == (chapter, "opening") for key in every):
                    found.add((chapter, "opening"))
            self.assertEqual(found, wanted, f"query {query!r}")

    @staticmethod
    def anchor(title: str) -> str:
        letters = re.sub(r"[^\w\s-]", "", re.sub(r"\$[^$]*\$", "", title).lower())
        return re.sub(r"\s+", "-", letters.strip())

    def test_snippets_have_the_words(self):
        for query, patterns in QUERIES.items():
            for result in self.search(query)["results"]:
                # Offsets are in UTF-16, as Qt counts.
                units = result["snippet"].encode("utf-16-le")
                for start, length in result["ranges"]:
                    marked = units[2 * start:2 * (start + length)].decode("utf-16-le")
                    self.assertTrue(any(re.search(pattern, searchable(marked)) for pattern in patterns)
                                    or query.startswith('"'), f"{query!r} marked {marked!r}")
                self.assertLess(len(result["snippet"]), 200)
                self.assertNotIn("\n", result["snippet"])

    def test_text_and_errors(self):
        done = self.run_program("power", "iteration")
        self.assertEqual(done.returncode, 0)
        self.assertIn("Power iteration", done.stdout.decode())
        done = self.run_program("unicornucopia")
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.assertEqual(done.stderr.count(b"\n"), 1)
        done = self.run_program("eigenvlaue")
        self.assertIn("did you mean 'eigenvalue'", done.stderr.decode())
        for wrong in ([], ["--limit", "0", "x"], ["--limit", "many", "x"], ["--limit", "1001", "x"], ["--wrong", "x"]):
            done = self.run_program(*wrong)
            self.assertEqual((done.returncode, done.stderr.count(b"\n")), (2, 1), wrong)

    def test_limit(self):
        done = self.run_program("matrix", "--json", "--limit", "3")
        self.assertEqual(len(json.loads(done.stdout)["results"]), 3)


if __name__ == "__main__":
    unittest.main()
