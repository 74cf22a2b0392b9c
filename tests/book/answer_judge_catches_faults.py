"""The judge of the book's answers must see every kind of fault: each test plants one in a copy of the book:
answer_judge_catches_faults.py BOOK"""

import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from answer_forms import Code, Matrix, Number, fault_of
from check_links import checks_of, code_of_exercises, exercises_of

JUDGE = Path(__file__).with_name("answers_of_checks_are_right.py")
CHAPTER = Path("04-level-4-linear-algebra", "04-matrix-as-transformation.md")

book = Path(sys.argv.pop(1)).resolve()


class AnswerJudge(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.copy = Path(folder.name, "book")
        shutil.copytree(book, self.copy)

    def judge(self):
        run = subprocess.run(["/usr/bin/python3", str(JUDGE), str(self.copy), "4.4"], capture_output=True, text=True)
        return run.returncode, run.stderr

    def assert_fault(self, exercise, old, new, reason):
        chapter = self.copy / CHAPTER
        text = chapter.read_text(encoding="utf-8")
        self.assertIn(old, text)
        chapter.write_text(text.replace(old, new, 1), encoding="utf-8")
        status, complaint = self.judge()
        self.assertEqual(status, 1, complaint)
        self.assertIn(exercise, complaint)
        self.assertIn(reason, complaint)

    def test_the_book_as_it_is_passes(self):
        self.assertEqual(self.judge()[0], 0)

    def test_wrong_number(self):
        self.assert_fault("4.4.5", "value=6*pi", "value=18.86", "computed is 18.849")

    def test_digit_that_was_not_computed(self):
        self.assert_fault("4.4.9", "value=-0.26795", "value=-0.26796", "computed is -0.267949")

    def test_wrong_sign_in_an_expression(self):
        self.assert_fault("4.4.8", "rho/(L-rho)", "rho/(L+rho)", "kappa*rho/(L+rho)")

    def test_renamed_variable(self):
        self.assert_fault("4.4.7", "kappa/2048&vars=kappa>0", "k/2048&vars=k>0", "the variables are ['kappa']")

    def test_variable_with_a_wrong_range(self):
        self.assert_fault("4.4.8", "rho>0,L>rho", "L>0,rho>L", "never tries")

    def test_wrong_choice(self):
        self.assert_fault("4.4.3", "answer=no&options=yes|no", "answer=yes&options=yes|no", "true are ['no']")

    def test_another_option(self):
        self.assert_fault("4.4.3", "options=yes|no", "options=yes|no|often", "'often'")

    def test_another_kind(self):
        self.assert_fault("4.4.1", "check:number?value=4&tol=0.001", "check:expression?value=4", "a Number")

    def test_check_without_a_computed_answer(self):
        self.assert_fault("4.4.1", "**4.4.1**", "**4.4.1** [answer](check:number?value=1)", "4 != 3")

    def test_computed_answer_without_a_check(self):
        self.assert_fault("4.4.4", "[answer](check:number?value=5&tol=0.001)", "", "2 != 3")

    def test_computed_exercise_that_is_gone(self):
        self.assert_fault("4.4.10", "**4.4.10**", "**4.4.11**", "does not have")

    def test_check_outside_of_the_exercises(self):
        self.assert_fault("4.4", "## Intuition", "[answer](check:number?value=1)\n\n## Intuition", "1 != 0")

    def test_answer_that_is_no_arithmetic(self):
        self.assert_fault("4.4.5", "value=6*pi", "value=[6]", "no arithmetic")

    def test_half_of_the_exercises_without_an_answer(self):
        chapter = self.copy / CHAPTER
        text = chapter.read_text(encoding="utf-8").replace("](check:", "](term:").replace("](goal:", "](term:")
        chapter.write_text(text, encoding="utf-8")
        status, complaint = self.judge()
        self.assertEqual(status, 1)
        self.assertIn("chapter 4.4: only []", complaint)


EXERCISE = """**9.9.1** Write it.

```python
def double(x):
    ...
```

[Check it](check:code?function=double) [answer](check:matrix?value=1,2;3,sqrt(16)&tol=0.01)

<details><summary>Solution</summary>

```python
def double(x):
    if x is None:
        raise ValueError
    return [2 * x]
```

```cases
double(2)
double(None)
```

</details>
"""


class Forms(unittest.TestCase):
    """Matrices and code, which need no book to be judged."""

    def setUp(self):
        self.code, self.matrix = checks_of(exercises_of("9.9", EXERCISE)["9.9.1"])
        self.code.code = code_of_exercises("9.9", EXERCISE)["9.9.1"]

    def assert_found(self, check, answer, words):
        self.assertIn(words, fault_of(check, answer))

    def test_right_answers_pass(self):
        self.assertEqual(fault_of(self.matrix, Matrix(lambda: [[1, 2], [3, 4.009]])), "")
        self.assertEqual(fault_of(self.code, Code(lambda: [[4], ValueError])), "")

    def test_wrong_entries_and_shapes(self):
        self.assert_found(self.matrix, Matrix(lambda: [[1, 2], [3, 4.02]]), "computed is")
        self.assert_found(self.matrix, Matrix(lambda: [1, 2, 3, 4]), "the shape (4,)")
        self.assert_found(self.matrix, Number(lambda: 1), "a Number")

    def test_wrong_outcomes(self):
        self.assert_found(self.code, Code(lambda: [[5], ValueError]), "does not give [5] for double(2)")
        self.assert_found(self.code, Code(lambda: [[4], TypeError]), "for double(None)")
        self.assert_found(self.code, Code(lambda: [4, ValueError]), "does not give 4 for double(2)")
        self.assert_found(self.code, Code(lambda: [[4]]), "there are 2 cases")

    def test_a_cell_that_is_right_already(self):
        self.code.code.starter = self.code.code.solution
        self.assert_found(self.code, Code(lambda: [[4], ValueError]), "right already")


if __name__ == "__main__":
    unittest.main()
