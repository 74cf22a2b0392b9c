import re
import struct
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from program import ProgramTest, panels, run


class Figures(ProgramTest):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)

    def export(self, name: str, *arguments: str) -> Path:
        target = self.folder / name
        self.succeed("export", *arguments, "-o", str(target))
        return target

    def test_sizes_are_what_was_asked_for(self):
        for panel in panels():
            svg = ElementTree.parse(self.export("a.svg", panel, "--size", "800x600")).getroot()
            self.assertEqual((svg.get("width"), svg.get("height"), svg.get("viewBox")), ("800", "600", "0 0 800 600"))
            png = self.export("a.png", panel, "--size", "800x600").read_bytes()
            self.assertEqual(struct.unpack(">II", png[16:24]), (800, 600))
            pdf = self.export("a.pdf", panel, "--size", "800x600")
            info = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
            width, height = map(float, re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", info).groups())
            # px at 96 per inch to points at 72; PDF pages are whole tenths of a point at worst
            self.assertAlmostEqual(width, 600, delta=0.5)
            self.assertAlmostEqual(height, 450, delta=0.5)
        full = ElementTree.parse(self.export("f.svg", panels()[0], "--slide", "full")).getroot()
        self.assertEqual(full.get("viewBox"), "0 0 1920 1080")

    def test_text_can_stay_text(self):
        outlines = self.export("o.svg", panels()[0]).read_text()
        text = self.export("t.svg", panels()[0], "--text", "text").read_text()
        self.assertNotIn("<text", outlines)
        self.assertIn("<text", text)

    def test_the_state_travels_with_the_figure(self):
        svg = self.export("m.svg", "linear_algebra.transform", "--set", "b=0.75").read_text()
        self.assertIn("0.75", re.search(r"<metadata>(.*?)</metadata>", svg, re.S).group(1))

    def test_the_same_state_gives_the_same_bytes(self):
        for name in ("1.svg", "1.png"):
            first = self.export(name, panels()[0]).read_bytes()
            self.assertEqual(first, self.export("again-" + name, panels()[0]).read_bytes())

    def test_every_figure_of_the_book(self):
        folder = self.folder / "all"
        self.succeed("export", "--all", "-o", str(folder))
        for panel in panels():
            for preset in self.succeed_json("describe", panel, "--json")["presets"]:
                ElementTree.parse(folder / f"{panel}-{preset['key']}.svg")

    def test_what_was_there_stays_when_writing_fails(self):
        self.fail_with(1, "export", panels()[0], "-o", "/dev/full.svg/x.svg")
        kept = self.folder / "kept.svg"
        kept.write_text("mine")
        # A limit on the size of files stands for a disk that fills up half-way.
        from program import PROGRAM
        done = subprocess.run(["bash", "-c", f'ulimit -f 8; trap "" XFSZ; exec "{PROGRAM}" export {panels()[0]} -o "{kept}"'],
                              capture_output=True, check=False)
        self.assertEqual(done.returncode, 1, done.stderr.decode())
        self.assertEqual(done.stderr.count(b"\n"), 1, done.stderr.decode())
        self.assertEqual(kept.read_text(), "mine")
        self.assertEqual([file.name for file in self.folder.iterdir()], ["kept.svg"], "something half-written is left")
        self.fail_with(1, "export", panels()[0], "-o", str(self.folder / "no" / "such" / "x.svg"))

    def test_transparent_leaves_the_background_out(self):
        png = self.export("t.png", panels()[0], "--transparent", "--size", "200x150")
        svg = self.export("t.svg", panels()[0], "--transparent", "--size", "200x150").read_text()
        opaque = self.export("o.svg", panels()[0], "--size", "200x150").read_text()
        self.assertGreater(len(opaque), len(svg))
        self.assertEqual(png.read_bytes()[25], 6, "colour type RGBA")


if __name__ == "__main__":
    unittest.main()
