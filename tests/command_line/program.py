"""Runs the program as a person without a display would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unittest
from pathlib import Path

PROGRAM = sys.argv.pop(1)
BOOK = Path(__file__).resolve().parents[2] / "chapters"


def run(*arguments: str, **changes: str) -> subprocess.CompletedProcess:
    environment = {key: value for key, value in os.environ.items()
                   if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    environment.update(changes)
    return subprocess.run([PROGRAM, *arguments], capture_output=True, env=environment, timeout=120, check=False)


class ProgramTest(unittest.TestCase):
    maxDiff = 2000

    def succeed(self, *arguments: str, **changes: str) -> bytes:
        done = run(*arguments, **changes)
        self.assertEqual(done.returncode, 0, f"{arguments}: {done.stderr.decode()}")
        self.assertEqual(done.stderr, b"", f"{arguments} was not silent on standard error")
        return done.stdout

    def succeed_json(self, *arguments: str):
        return json.loads(self.succeed(*arguments))

    def fail_with(self, status: int, *arguments: str, words: str = "", **changes: str) -> str:
        """Exit status, one line on standard error that holds the words, nothing on standard output."""
        done = run(*arguments, **changes)
        message = done.stderr.decode()
        self.assertEqual(done.returncode, status, f"{arguments}: {message}")
        self.assertEqual(message.count("\n"), 1, f"{arguments}: not one line: {message!r}")
        self.assertIn(words, message)
        return message


def panels() -> list[str]:
    return [row["id"] for row in json.loads(run("list", "panels", "--json").stdout)]
