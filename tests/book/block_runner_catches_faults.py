"""The block runner must see every kind of difference between the book and its code: each test plants one."""

import subprocess
import tempfile
import unittest
from pathlib import Path

RUNNER = Path(__file__).with_name("run_python_blocks.py")
TRUE_CHAPTER = "# A\n\n```python\nprint(6 * 7)\n```\n\n```output\n42\n```\n"


class BlockRunner(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.chapter = Path(folder.name, "chapter with space.md")

    def run_on(self, text, *options):
        self.chapter.write_text(text, encoding="utf-8")
        return subprocess.run(
            ["/usr/bin/python3", str(RUNNER), *options, str(self.chapter)], capture_output=True, text=True
        )

    def assert_fault(self, text, reason):
        run = self.run_on(text)
        self.assertEqual(run.returncode, 1, run.stdout)
        self.assertIn(reason, run.stdout)

    def test_true_output_passes(self):
        run = self.run_on(TRUE_CHAPTER)
        self.assertEqual(run.returncode, 0, run.stdout)
        self.assertIn("1 blocks, 0 failures", run.stdout)

    def test_wrong_number(self):
        self.assert_fault(TRUE_CHAPTER.replace("42", "43"), "prints something else")

    def test_missing_line(self):
        self.assert_fault(TRUE_CHAPTER.replace("42\n", "42\n7\n"), "prints something else")

    def test_trailing_space(self):
        self.assert_fault(TRUE_CHAPTER.replace("42\n", "42 \n"), "prints something else")

    def test_raises(self):
        self.assert_fault("```python\n1 / 0\n```\n", "ZeroDivisionError")

    def test_name_from_another_block(self):
        self.assert_fault("```python\nx = 1\n```\n\n```python\nprint(x)\n```\n", "NameError")

    def test_file_from_another_block(self):
        code = "import os\nassert not os.listdir('.')\nopen('left', 'w').close()"
        self.assertEqual(self.run_on(f"```python\n{code}\n```\n\n```python\n{code}\n```\n").returncode, 0)

    def test_output_without_code(self):
        self.assert_fault("```output\n42\n```\n", "follows no python fence")

    def test_text_between_code_and_output(self):
        self.assert_fault(TRUE_CHAPTER.replace("```\n\n```o", "```\n\nprints\n\n```o"), "follows no python fence")

    def test_open_fence(self):
        self.assert_fault("```python\nprint(1)\n", "never closed")

    def test_other_name_of_the_language(self):
        self.assert_fault(TRUE_CHAPTER.replace("python", "py"), "write the language as python")

    def test_block_in_a_quotation(self):
        self.assert_fault("> ```python\n> print(1)\n> ```\n", "quotation")

    def test_block_in_a_fold_is_run(self):
        fold = TRUE_CHAPTER.replace("42", "43").replace("# A\n", "<details><summary>Solution</summary>\n")
        self.assert_fault(fold + "\n</details>\n", "prints something else")

    def test_example_inside_a_longer_fence_is_not_run(self):
        run = self.run_on("````markdown\n```python\nnonsense(\n```\n````\n")
        self.assertIn("0 blocks, 0 failures", run.stdout)

    def test_record_writes_what_is_printed_and_nothing_else(self):
        wrong = TRUE_CHAPTER.replace("42", "stale\nlines") + "\nmore text\n"
        self.assertEqual(self.run_on(wrong, "--record").returncode, 0)
        self.assertEqual(self.chapter.read_text(encoding="utf-8"), TRUE_CHAPTER + "\nmore text\n")

    def test_record_leaves_a_failing_block_alone(self):
        failing = TRUE_CHAPTER.replace("6 * 7", "1 / 0")
        self.assertEqual(self.run_on(failing, "--record").returncode, 1)
        self.assertEqual(self.chapter.read_text(encoding="utf-8"), failing)

    def test_recorded_fence_is_longer_than_fences_it_shows(self):
        self.run_on(TRUE_CHAPTER.replace("6 * 7", "'```'"), "--record")
        again = self.run_on(self.chapter.read_text(encoding="utf-8"))
        self.assertEqual(again.returncode, 0, again.stdout)


if __name__ == "__main__":
    unittest.main()
