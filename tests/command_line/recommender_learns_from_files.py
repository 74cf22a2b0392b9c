import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np

from program import ProgramTest, run

DATA = Path(__file__).resolve().parents[2] / "resources" / "data"
RATINGS = str(DATA / "ratings.csv")


def table(name: str) -> np.ndarray:
    return np.genfromtxt(DATA / name, delimiter=",", skip_header=1, dtype=None, encoding="utf-8")


class BookRatings(unittest.TestCase):
    def test_the_files_are_what_the_script_makes(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["/usr/bin/python3", str(DATA / "make_ratings.py"), folder], check=True)
            made = sorted(path.name for path in Path(folder).iterdir())
            self.assertEqual(made, sorted(path.name for path in DATA.glob("*.csv")))
            for name in made:
                self.assertEqual((DATA / name).read_bytes(), Path(folder, name).read_bytes(), name)

    def test_tastes_are_planted_in_them(self):
        users = {row[0]: row for row in table("planted_users.csv")}
        movies = {row[0]: row for row in table("planted_movies.csv")}
        errors = []
        for user, movie, rating, _ in table("ratings.csv"):
            taste = users[user][2] * movies[movie][1] + users[user][3] * movies[movie][2]
            errors.append(rating - min(5, max(0.5, 3.4 + users[user][4] + movies[movie][3] + 0.6 * taste)))
        # The noise, and the rounding to half stars, which has variance 0.25/12; clamping takes some away.
        self.assertLess(np.sqrt(np.mean(np.square(errors))), np.hypot(0.35, 0.5 / np.sqrt(12)) * 1.05)


class Recommend(ProgramTest):
    def train(self, *words: str):
        return self.succeed_json("recommend", "train", "--ratings", RATINGS, *words)

    def test_every_method_answers(self):
        rows = table("ratings.csv")
        for method, words in (("biases", []), ("sgd", ["--factors", "2", "--epochs", "300", "--decay", "1"]), ("als", []),
                              ("implicit", []), ("neural", ["--epochs", "40"])):
            with self.subTest(method=method):
                told = self.train("--method", method, *words)
                file = told["files"]["ratings"]
                self.assertEqual((file["good"], file["bad"], file["users"], file["items"]), (len(rows), 0, 40, 30))
                self.assertAlmostEqual(file["mean"], np.mean([row[2] for row in rows]), delta=1e-12)
                self.assertEqual(told["method"]["name"], method)
                baseline = told["accuracy"]["baseline"]
                self.assertEqual(baseline["train"]["ratings"] + baseline["test"]["ratings"], len(rows))
                self.assertEqual("model" in told["accuracy"], method != "implicit")
                if method in ("sgd", "als"):
                    self.assertLess(told["accuracy"]["model"]["test"]["rmse"], 0.8 * baseline["test"]["rmse"])
                    self.assertLess(told["accuracy"]["model"]["test"]["mae"], 0.8 * baseline["test"]["mae"])
                if method == "biases":
                    self.assertEqual(told["accuracy"]["model"], baseline)
                self.assertGreater(told["time"]["updatesPerSecond"], 0)

    def test_a_seed_decides_the_result(self):
        def result(*words):
            told = self.train("--epochs", "5", *words)
            return told["accuracy"], told["epochs"]
        for threads in ("1", "2"):
            self.assertEqual(result("--seed", "7", "--threads", threads), result("--seed", "7", "--threads", threads))
        self.assertNotEqual(result("--seed", "7"), result("--seed", "8"))

    def test_the_list_of_a_user_holds_what_is_new_and_liked(self):
        told = self.train("--titles", str(DATA / "movies.csv"), "--factors", "2", "--epochs", "300", "--decay", "1",
                          "--top", "11", "--top", "1")
        users = {row[0]: row for row in table("planted_users.csv")}
        movies = {row[0]: row for row in table("planted_movies.csv")}
        seen = {}
        for user, movie, _, _ in table("ratings.csv"):
            seen.setdefault(user, set()).add(movie)
        self.assertEqual([entry["user"] for entry in told["top"]], [11, 1])
        for entry in told["top"]:
            user, listed = entry["user"], [item["item"] for item in entry["items"]]
            self.assertEqual(len(listed), min(10, 30 - len(seen[user])))
            self.assertFalse(seen[user] & set(listed))
            scores = [item["score"] for item in entry["items"]]
            self.assertEqual(scores, sorted(scores, reverse=True))
            self.assertTrue(all(item["title"].endswith(")") and item["genres"] for item in entry["items"]))
            truth = [movies[m][3] + 0.6 * (users[user][2] * movies[m][1] + users[user][3] * movies[m][2]) for m in listed]
            self.assertGreater(np.corrcoef(scores, truth)[0, 1], 0.8)

    def test_a_test_file_and_early_stopping(self):
        rows = (DATA / "ratings.csv").read_text().splitlines()
        with tempfile.TemporaryDirectory() as folder:
            train, test = Path(folder, "train.csv"), Path(folder, "test.csv")
            train.write_text("\n".join(rows[:600]) + "\n")
            test.write_text("\n".join([rows[0], *rows[600:], "99,1,4.0,5", "1,nothing,3,4"]) + "\n")
            told = self.succeed_json("recommend", "train", "--ratings", str(train), "--test", str(test), "--patience", "3",
                                     "--factors", "4", "--epochs", "2000", "--rate", "0.05")
            self.assertEqual(told["accuracy"]["model"]["train"]["ratings"], 599)
            self.assertEqual(told["accuracy"]["model"]["test"]["ratings"], len(rows) - 600 + 1)
            self.assertEqual(told["files"]["test"]["bad"], 1)
            self.assertIn("'nothing'", told["files"]["test"]["faults"][0]["reason"])
            errors = [epoch["validationRmse"] for epoch in told["epochs"]]
            self.assertEqual(told["method"]["bestEpoch"], int(np.argmin(errors)) + 1)
            self.assertEqual(len(errors), told["method"]["bestEpoch"] + 3)

    def test_wrong_use_is_one_line(self):
        self.fail_with(2, "recommend", words="usage")
        self.fail_with(2, "recommend", "predict", "--ratings", RATINGS, words="train")
        self.fail_with(2, "recommend", "train", words="--ratings FILE")
        for words, part in ((["--method", "svd"], "biases, sgd, als"), (["--method", "sdg"], "did you mean 'sgd'"),
                            (["--factors", "0"], "from 1 to 1024"), (["--factors", "2.5"], "whole number"),
                            (["--rate", "nan"], "--rate"), (["--rate", "inf"], "--rate"), (["--rate", "0,1"], "--rate"),
                            (["--epochs", "-3"], "--epochs"), (["--threads", "1000"], "from 1 to 64"),
                            (["--seed", "x"], "--seed"), (["--seed", "-1"], "--seed"), (["--top", "Ada"], "--top"),
                            (["--method", "als", "--rate", "0.1"], "als has no --rate"),
                            (["--test", RATINGS, "--test-share", "0.2"], "--test-share"), (["--bogus"], "bogus")):
            with self.subTest(words=words):
                self.fail_with(2, "recommend", "train", "--ratings", RATINGS, *words, words=part)

    def test_files_that_cannot_be_used_say_why(self):
        train = ("recommend", "train", "--ratings")
        self.fail_with(1, *train, "/nonexistent", words="No such file")
        self.fail_with(1, *train, str(DATA), words="folder")
        self.fail_with(1, *train, str(DATA / "movies.csv"), words="none of 30 rows is a rating")
        self.fail_with(1, *train, os.devnull, words="empty")
        self.fail_with(1, *train, RATINGS, "--titles", os.devnull, words="empty")
        self.fail_with(1, *train, RATINGS, "--top", "12345", words="user 12345 has no rating")
        self.fail_with(1, *train, RATINGS, "--rate", "50", words="a smaller rate")

    def test_a_set_of_movielens(self):
        folder = os.environ.get("EIGENBOARD_MOVIELENS")
        if not folder or not Path(folder, "ratings.csv").is_file():
            self.skipTest("EIGENBOARD_MOVIELENS does not name a folder with ratings.csv and movies.csv")
        told = self.succeed_json("recommend", "train", "--ratings", str(Path(folder, "ratings.csv")), "--titles",
                                 str(Path(folder, "movies.csv")), "--top", "1")
        accuracy = {part: told["accuracy"][part]["test"] for part in ("baseline", "model")}
        print(json.dumps(accuracy), file=sys.stderr)
        self.assertLess(accuracy["model"]["rmse"], accuracy["baseline"]["rmse"] - 0.015)
        self.assertLess(accuracy["model"]["mae"], accuracy["baseline"]["mae"] - 0.01)


if __name__ == "__main__":
    unittest.main()
