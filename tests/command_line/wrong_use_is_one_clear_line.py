import tempfile
import unittest
from pathlib import Path

from program import ProgramTest, run

TRANSFORM = "linear_algebra.transform"


class WrongUse(ProgramTest):
    def test_misspelt_names_suggest_the_right_one(self):
        self.fail_with(2, "evaluate", "linear_algebra.transfrom", words="linear_algebra.transform")
        self.fail_with(2, "evaluate", TRANSFORM, "--set", "bb=1", words="did you mean")
        self.fail_with(2, "evaluate", TRANSFORM, "--preset", "shaer", words="shear")
        self.fail_with(2, "evalute", TRANSFORM, words="evaluate")
        self.fail_with(2, "export", TRANSFORM, "--theme", "drak", "-o", "x.svg", words="dark")

    def test_values_outside_the_range_name_the_range(self):
        for value in ("5", "-1e9", "nan", "inf", "1/0", "one", ""):
            with self.subTest(value=value):
                self.fail_with(2, "evaluate", TRANSFORM, "--set", f"a={value}", words="a is between -4 and 4")
        self.fail_with(2, "evaluate", TRANSFORM, "--set", "A=1,2;3", words="A")
        self.fail_with(2, "evaluate", TRANSFORM, "--set", "nonsense", words="key=value")
        self.fail_with(2, "evaluate", TRANSFORM, "--set", "A=@A", words="give A a value")
        self.fail_with(2, "evaluate", "linear_algebra.eigen", "--steps", "-1")
        self.fail_with(2, "evaluate", "linear_algebra.eigen", "--steps", "many")
        self.fail_with(2, "evaluate", TRANSFORM, "--seed", "1", words="seed")

    def test_control_characters_do_not_break_the_line(self):
        message = self.fail_with(2, "evaluate", TRANSFORM, "--set", "a\nb=1\x1b[2J", words="unknown parameter")
        self.assertNotIn("\x1b", message)

    def test_missing_and_unknown_arguments(self):
        for arguments in (["evaluate"], ["describe"], ["numpy"], ["list"], ["list", "bananas"], ["typeset"], ["open"],
                          ["typeset", "x"], ["typeset", "  ", "--metrics"], ["export", TRANSFORM], ["export", "-o", "x.svg"],
                          ["export", TRANSFORM, "-o", "x.bmp"], ["export", TRANSFORM, "-o", "noending"],
                          ["export", TRANSFORM, "--size", "10x10", "-o", "x.svg"],
                          ["export", TRANSFORM, "--size", "99999x99999", "-o", "x.svg"],
                          ["export", TRANSFORM, "--slide", "huge", "-o", "x.svg"],
                          ["export", TRANSFORM, "--scale", "nan", "-o", "x.svg"],
                          ["export", TRANSFORM, "--text", "glyphs", "-o", "x.svg"],
                          ["evaluate", TRANSFORM, "--nonsense"], ["list", "panels", "more"]):
            with self.subTest(arguments=arguments):
                self.fail_with(2, *arguments)

    def test_malformed_tex_says_why(self):
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "f.svg"
            for tex in (r"\frac{1}", r"\unknowncommand", "{" * 5000, r"\def\a{\a\a}\a"):
                self.fail_with(1, "typeset", tex, "-o", str(target))
                self.assertFalse(target.exists())

    def test_no_display_is_said_plainly(self):
        self.fail_with(1, "open", "4.4", words="display")

    def test_a_missing_book_is_said_plainly(self):
        self.fail_with(1, "list", "chapters", EIGENBOARD_CHAPTERS="/nonexistent", words="book.json")
        self.fail_with(1, "check", "/nonexistent", words="/nonexistent")

    def test_standard_output_that_is_full(self):
        import subprocess
        from program import PROGRAM
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "evaluate", TRANSFORM], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr.count(b"\n"), 1)


class PlantedFaults(ProgramTest):
    """`check` names the file and line of every kind of fault."""

    FAULTS = {
        "unknown panel": "[x](panel:linear_algebra.nothing)",
        "unknown parameter": "[x](set:linear_algebra.transform?zz=1)",
        "value outside the range": "[x](set:linear_algebra.transform?a=99)",
        "unknown preset": "[x](panel:linear_algebra.transform?preset=nope)",
        "unknown readout": "[1.0](value:linear_algebra.transform/nope)",
        "unknown goal": "[x](goal:linear_algebra.transform/nope)",
        "unknown scrub": "[1](scrub:linear_algebra.transform/nope)",
        "malformed TeX": r"Here $\frac{1}$ fails.",
        "code without output": "```python\nprint(1)\n```\n\nNo output.",
        "unbalanced fold": "<details><summary>Hint</summary>\n\nNo end.",
        "missing file": "[x](no-such-file.md)",
    }

    def plant(self, folder: Path, fault: str) -> Path:
        from program import BOOK
        level = folder / "04-level-4-linear-algebra"
        level.mkdir(parents=True)
        for shared in ("book.json", "macros.tex"):
            (folder / shared).write_text((BOOK / shared).read_text())
        name = "04-matrix-as-transformation.md"
        lines = (BOOK / level.name / name).read_text().split("\n")
        where = lines.index(next(line for line in lines if line.startswith("## You already know this")))
        lines[where + 1:where + 1] = ["", *fault.split("\n"), ""]
        (level / name).write_text("\n".join(lines))
        return level / name

    def test_each_kind_is_found(self):
        for kind, fault in self.FAULTS.items():
            with self.subTest(kind=kind), tempfile.TemporaryDirectory() as folder:
                self.plant(Path(folder), fault)
                done = run("check", folder)
                self.assertEqual(done.returncode, 1, f"{kind} was not found")
                self.assertIn("04-matrix-as-transformation.md:", done.stdout.decode() + done.stderr.decode())

    def test_a_missing_component_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            file = self.plant(Path(folder), "")
            file.write_text(file.read_text().replace("## Common mistakes", "## Traps"))
            done = run("check", folder)
            self.assertEqual(done.returncode, 1)
            self.assertIn("Common mistakes", done.stdout.decode() + done.stderr.decode())

    def test_the_unharmed_chapter_is_clean(self):
        with tempfile.TemporaryDirectory() as folder:
            self.plant(Path(folder), "")
            done = run("check", folder)
            self.assertEqual(done.returncode, 0, done.stdout.decode() + done.stderr.decode())


if __name__ == "__main__":
    unittest.main()
