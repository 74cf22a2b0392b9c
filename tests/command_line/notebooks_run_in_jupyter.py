"""The notebook of each chapter with code, as Jupyter's own format check and kernel take it."""

import json
import tempfile
import unittest
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from program import BOOK, ProgramTest, run

LIVE = ("panel:", "set:", "scrub:", "value:", "goal:", "term:", "check:")
ODD = r"""---
id: 1.1
title: Odd
---

# 1.1 Odd

A [word](term:word), [a [$x]$] link](set:a.b?k=v&l=f(x)), `[code](set:a.b)`, $[y](set:a.b)$, \[no\](set:a.b),
![a picture](picture.png), [the web](https://example.org/a_(b)), [up](#odd), [file](../two.md#x),
[answer](check:expression?value=2*(x+1)&vars=x), [unclosed](set:a.b

```python
print("[in code](set:a.b)")
```

```output
[in code](set:a.b)
```

<details><summary>Solution</summary>

```python
print("folded")
```

</details>

```text
no output of the cell above
```

```python
print("no output is recorded")
```

The end."""


class NotebooksRun(ProgramTest):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def notebook(self, chapter: str, **changes: str):
        name = self.folder / "chapter.ipynb"
        self.succeed("notebook", chapter, "-o", str(name), **changes)
        book = nbformat.read(name, as_version=4)
        nbformat.validate(book)
        return book

    def written(self) -> list[str]:
        """The chapters that are written, without the appendices."""
        levels = json.loads((BOOK / "book.json").read_text(encoding="utf-8"))["levels"]
        return [chapter["id"] for level in levels for chapter in level["chapters"]
                if (BOOK / level["folder"] / chapter["file"]).exists() and chapter["id"][0].isdigit()]

    def test_every_chapter_is_a_notebook(self):
        self.assertIn("4.4", self.written())
        for chapter in self.written():
            book = self.notebook(chapter)
            self.assertTrue(any(self.printed(cell) for cell in book.cells), chapter)
            for cell in book.cells:
                for kind in LIVE:
                    if cell.cell_type == "markdown":
                        self.assertNotIn(f"]({kind}", cell.source, f"{chapter}, {cell.id}")

    def test_jupyter_prints_what_the_book_shows(self):
        book = self.notebook("4.6")
        shown = [self.printed(cell) for cell in book.cells]
        self.assertGreater(sum(map(bool, shown)), 5)
        NotebookClient(book, timeout=120, resources={"metadata": {"path": str(self.folder)}}).execute()
        for cell, text in zip(book.cells, shown):
            if text:
                self.assertEqual(self.printed(cell).rstrip("\n"), text.rstrip("\n"), cell.id)

    def printed(self, cell) -> str:
        outputs = cell.get("outputs", [])
        return "".join(out.text for out in outputs if out.output_type == "stream" and out.name == "stdout")

    def test_odd_text_keeps_what_others_follow(self):
        (self.folder / "one").mkdir()
        (self.folder / "one" / "odd.md").write_text(ODD, encoding="utf-8")
        level = {"number": 1, "title": "One", "folder": "one",
                 "chapters": [{"id": "1.1", "title": "Odd", "file": "odd.md", "covers": "x", "needs": [], "panels": []}]}
        (self.folder / "book.json").write_text(json.dumps({"title": "A book", "levels": [level]}))
        book = self.notebook("1.1", EIGENBOARD_CHAPTERS=str(self.folder))
        self.assertEqual([cell.cell_type for cell in book.cells], ["markdown", "code", "markdown", "code", "markdown"])
        text, code, fold, last, end = book.cells
        for kept in ("A word, a [$x]$] link, `[code](set:a.b)`, $[y](set:a.b)$, \\[no\\](set:a.b),",
                     "![a picture](picture.png), [the web](https://example.org/a_(b)), [up](#odd), file,",
                     "\\_\\_\\_\\_\\_\\_, [unclosed](set:a.b"):
            self.assertIn(kept, text.source)
        self.assertEqual(code.source, 'print("[in code](set:a.b)")')
        self.assertEqual(self.printed(code), "[in code](set:a.b)\n")
        self.assertIn('```python\nprint("folded")\n```', fold.source)
        self.assertEqual((last.outputs, last.execution_count), ([], None))
        self.assertEqual(end.source, "The end.")

    def test_wrong_use(self):
        self.fail_with(2, "notebook", "4.4", words="-o FILE.ipynb")
        self.fail_with(2, "notebook", "4.44", "-o", "x.ipynb", words="did you mean '4.4'?")
        self.fail_with(2, "notebook", "14.1", "-o", "x.ipynb", words="not written yet")
        self.fail_with(1, "notebook", "4.4", "-o", str(self.folder / "missing" / "x.ipynb"), words="x.ipynb")


if __name__ == "__main__":
    unittest.main()
