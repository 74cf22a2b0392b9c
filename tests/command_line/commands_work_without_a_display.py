import json
import subprocess
import unittest

from fontTools.ttLib import TTFont

from program import BOOK, ProgramTest, panels, run


class Commands(ProgramTest):
    def test_lists(self):
        chapters = self.succeed_json("list", "chapters", "--json")
        book = json.loads((BOOK / "book.json").read_text())
        ids = [chapter["id"] for level in book["levels"] for chapter in level["chapters"]]
        ids += [appendix["id"] for appendix in book["appendices"]["chapters"]]
        self.assertEqual([row["id"] for row in chapters], ids)
        self.assertTrue(next(row for row in chapters if row["id"] == "4.4")["written"])
        for what in ("panels", "presets", "themes"):
            rows = self.succeed_json("list", what, "--json")
            text = self.succeed("list", what).decode()
            self.assertTrue(rows)
            for row in rows:
                self.assertIn(row["id"], text)

    def test_every_panel_describes_itself(self):
        for panel in panels():
            description = self.succeed_json("describe", panel, "--json")
            text = self.succeed("describe", panel).decode()
            for part in ("parameters", "readouts", "presets", "goals"):
                self.assertTrue(description[part], f"{panel} has no {part}")
                for entry in description[part]:
                    self.assertIn(entry["key"], text)

    def test_evaluate_gives_closed_forms(self):
        told = self.succeed_json("evaluate", "linear_algebra.transform", "--set", "A=2,1;1,3")
        self.assertAlmostEqual(told["readouts"]["det"], 5, delta=1e-12)
        self.assertAlmostEqual(told["readouts"]["trace"], 5, delta=1e-12)
        self.assertTrue(all(invariant["holds"] for invariant in told["invariants"]))
        singular = self.succeed_json("evaluate", "linear_algebra.transform", "--preset", "singular")
        self.assertEqual(singular["readouts"]["rank"], 1)
        self.assertEqual(singular["readouts"]["kappa"], "inf")
        self.assertIn("rank_one", singular["goalsReached"])

    def test_steps_run_the_process(self):
        told = self.succeed_json("evaluate", "linear_algebra.eigen", "--preset", "fibonacci", "--set", "process=powers",
                                 "--set", "v=1,0", "--steps", "10")
        # The powers of (1,1;1,0) on (1,0) are pairs of Fibonacci numbers.
        self.assertAlmostEqual(told["readouts"]["iterate_x"], 89, delta=1e-9)
        self.assertAlmostEqual(told["readouts"]["iterate_y"], 55, delta=1e-9)

    def test_settings_are_written_back(self):
        told = self.succeed_json("evaluate", "linear_algebra.transform", "--set", "b=1/4", "--set", "c=−0.5")
        self.assertEqual(told["values"]["b"], "0.25")
        self.assertEqual(float(told["values"]["c"].replace("−", "-")), -0.5)
        self.assertNotIn("d", told["values"], "defaults are not written")

    def test_numpy_prints_the_same_readouts(self):
        for panel in panels():
            code = self.succeed("numpy", panel)
            done = subprocess.run(["/usr/bin/python3", "-"], input=code, capture_output=True, timeout=60, check=True)
            told = self.succeed_json("evaluate", panel)["readouts"]
            self.assertEqual(set(json.loads(done.stdout)), set(told))

    def test_typeset_metrics(self):
        metrics = self.succeed_json("typeset", r"x", "--inline", "--metrics")
        font = TTFont("/usr/share/fonts/truetype/katex/KaTeX_Math-Italic.ttf")
        advance = font["hmtx"][font.getBestCmap()[ord("x")]][0] / font["head"].unitsPerEm
        self.assertAlmostEqual(metrics["width"], advance, delta=1e-6)  # layouts are kept in single precision

    def test_the_book_is_clean(self):
        self.succeed("check")

    def test_help_names_every_command(self):
        text = self.succeed("--help").decode()
        for command in ("list", "describe", "evaluate", "numpy", "export", "typeset", "check", "search", "store",
                        "notebook", "recommend", "benchmark", "open"):
            self.assertIn(f"eigenboard {command}", text)
            if command != "open":
                self.assertIn("eigenboard " + command, self.succeed(command, "--help").decode())
        self.assertRegex(self.succeed("--version").decode(), r"^eigenboard \d+\.\d+\.\d+\n$")

    def test_a_plain_c_locale_is_no_trouble(self):
        done = run("evaluate", "linear_algebra.transform", LANG="C", LC_ALL="C")
        self.assertEqual((done.returncode, done.stderr), (0, b""))


if __name__ == "__main__":
    unittest.main()
