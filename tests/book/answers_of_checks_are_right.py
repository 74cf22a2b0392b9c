"""Every answer that a check of the book states is computed again, in another way:
answers_of_checks_are_right.py BOOK [CHAPTER]

The answers are in answers_4_4.py and so on, one file a chapter: a list for each exercise, in the order of its
checks. A check without an entry fails, and so does an entry without a check. With the id of a chapter, that one alone.
"""

import importlib
import sys
import unittest
from pathlib import Path

from answer_forms import fault_of
from check_links import GOAL, CheckError, checks_of, code_of_exercises, exercises_of, written_chapters

book = Path(sys.argv.pop(1)).resolve()
only = sys.argv.pop(1) if len(sys.argv) > 1 else ""


def computed_chapters() -> set[str]:
    files = Path(__file__).parent.glob("answers_*.py")
    names = {file.stem.removeprefix("answers_").replace("_", ".") for file in files}
    return {name for name in names - {"of.checks.are.right"} if only in ("", name)}


def answers_of(chapter: str) -> dict[str, list]:
    if chapter not in computed_chapters():
        return {}
    return importlib.import_module("answers_" + chapter.replace(".", "_")).ANSWERS


class AnswersOfTheBook(unittest.TestCase):
    def setUp(self):
        self.chapters = {ident: path for ident, path in written_chapters(book).items() if only in ("", ident)}
        self.exercises = {
            chapter: exercises_of(chapter, path.read_text(encoding="utf-8")) for chapter, path in self.chapters.items()
        }

    def test_every_answer_is_what_is_computed(self):
        judged = 0
        for chapter, exercises in self.exercises.items():
            answers = answers_of(chapter)
            self.assertEqual(set(answers) - set(exercises), set(), f"exercises that chapter {chapter} does not have")
            code = code_of_exercises(chapter, self.chapters[chapter].read_text(encoding="utf-8"))
            for number, text in exercises.items():
                try:
                    checks = checks_of(text)
                except CheckError as error:
                    self.fail(f"{number}: {error}")
                for check in checks:
                    check.code = code.get(number, check.code)
                computed = answers.get(number, [])
                with self.subTest(number):
                    self.assertEqual(len(checks), len(computed), "number of checks in the book, and of computed answers")
                for place, (check, answer) in enumerate(zip(checks, computed), start=1):
                    with self.subTest(number, place=place):
                        self.assertEqual(fault_of(check, answer), "")
                    judged += 1
        self.assertGreater(judged, 0, f"no check under {book}")

    def test_every_file_of_answers_belongs_to_a_written_chapter(self):
        self.assertEqual(computed_chapters() - set(self.chapters), set())

    def test_half_of_the_exercises_are_answered_in_the_program(self):
        for chapter, exercises in self.exercises.items():
            numbered = {number: text for number, text in exercises.items() if number != chapter}
            answered = [number for number, text in numbered.items() if checks_of(text) or GOAL in text]
            self.assertGreaterEqual(2 * len(answered), len(numbered), f"chapter {chapter}: only {answered}")


if __name__ == "__main__":
    unittest.main()
