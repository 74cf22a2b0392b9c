"""The installed program works away from the source tree:  installed_program_finds_its_book.py BUILD_TREE"""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

BUILD = Path(sys.argv.pop(1)).resolve()
SHARED = ("applications/*.desktop", "metainfo/*.xml", "icons/hicolor/scalable/apps/*.svg", "man/man1/eigenboard.1")


class InstalledProgram(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.prefix = Path(cls.folder.name, "a prefix")
        subprocess.run(
            ["cmake", "--install", str(BUILD), "--prefix", str(cls.prefix)], check=True, stdout=subprocess.DEVNULL
        )

    def output_of(self, *arguments):
        environment = {key: os.environ[key] for key in ("PATH", "LANG", "ASAN_OPTIONS") if key in os.environ}
        environment["HOME"] = self.folder.name
        run = subprocess.run(
            [str(self.prefix / "bin" / "eigenboard"), *arguments],
            cwd=self.folder.name,
            env=environment,
            capture_output=True,
            text=True,
        )
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        return run.stdout

    def test_book_is_found_beside_the_program(self):
        chapters = {row["id"]: row for row in json.loads(self.output_of("list", "chapters", "--json"))}
        self.assertEqual(len(chapters), 65)
        self.assertTrue(chapters["4.4"]["written"] and chapters["4.6"]["written"])

    def test_only_the_book_is_installed_of_the_chapters(self):
        names = {path.name for path in (self.prefix / "share" / "eigenboard" / "chapters").rglob("*") if path.is_file()}
        self.assertIn("book.json", names)
        self.assertNotIn("README.md", names)

    def test_desktop_files_are_in_their_places(self):
        for pattern in SHARED:
            self.assertEqual(len(list((self.prefix / "share").glob(pattern))), 1, pattern)

    def test_figures_come_out_without_a_display(self):
        figure = Path(self.folder.name, "shear.svg")
        self.output_of("export", "linear_algebra.transform", "--preset", "shear", "-o", str(figure))
        self.assertIn("<svg", figure.read_text(encoding="utf-8"))


if __name__ == "__main__":
    unittest.main()
