"""Prints books and reads the pages with poppler."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from program import ProgramTest


def poppler(tool: str, *arguments: str) -> str:
    return subprocess.run([tool, *arguments], capture_output=True, text=True, check=True).stdout


def pages_of(pdf: str) -> list[str]:
    """The words of each page."""
    return poppler("pdftotext", "-layout", pdf, "-").split("\f")[:-1]


def tree_of(pdf: str) -> ElementTree.Element:
    """Words, links and outline."""
    return ElementTree.fromstring(re.sub(r"[\x00-\x08]", "", poppler("pdftohtml", "-xml", "-i", "-stdout", pdf)))


class PrintedTest(ProgramTest):
    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.holder.cleanup)
        cls.folder = Path(cls.holder.name)

    def printed(self, *words: str, **changes: str) -> str:
        target = str(self.folder / "pages.pdf")
        self.succeed("print", *words, "-o", target, **changes)
        return target

    def printed_book(self, word: str, **texts: str) -> str:
        """A book of these chapters and appendices, named "c1_1" and "H", printed as far as the word says."""
        for old in self.folder.glob("*.md"):
            old.unlink()
        def row(name: str) -> dict:
            title = re.match(r"# \S+ (.*)", texts[name])[1]
            (self.folder / f"{name}.md").write_text(texts[name])
            return {"id": name.removeprefix("c").replace("_", "."), "title": title, "file": f"{name}.md"}
        chapters = [row(name) for name in texts if name.startswith("c")]
        appendices = [row(name) for name in texts if not name.startswith("c")]
        book = {"title": "A small book",
                "levels": [{"number": 1, "title": "All", "folder": ".", "needs": [], "chapters": chapters}],
                "appendices": {"title": "Appendices", "folder": ".", "chapters": appendices}}
        (self.folder / "book.json").write_text(json.dumps(book))
        return self.printed(*word.split(), EIGENBOARD_CHAPTERS=str(self.folder))
