"""Runs every Python block of the book by itself and compares what it prints with what the book shows.

    /usr/bin/python3 tests/book/run_python_blocks.py FILE...            compare
    /usr/bin/python3 tests/book/run_python_blocks.py --record FILE...   rewrite the output fences
    /usr/bin/python3 tests/book/run_python_blocks.py --book chapters --require 4.4

Each block runs in a new interpreter, in an empty directory, with 60 seconds, two at a time. Exit status: 0 all
blocks print what is shown, 1 some do not, 2 the command line was wrong.
"""

from __future__ import annotations

import argparse
import difflib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from python_blocks import Block, ChapterError, blocks_of, with_outputs

PYTHON = "/usr/bin/python3"
SECONDS = 60


@dataclass
class Run:
    """What one block did. `problem` is empty when it ended by itself with status 0."""

    printed: str
    complaints: str
    problem: str
    seconds: float


def environment(home: str, matplotlib_folder: str) -> dict[str, str]:
    """A reader's plain shell, with one thread per block so that sums are added in one order."""
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": home,
        "LANG": "C.UTF-8",
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "MPLBACKEND": "Agg",
        "MPLCONFIGDIR": matplotlib_folder,  # shared by the blocks: its font list takes seconds to make
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }


def run_block(block: Block, matplotlib_folder: str) -> Run:
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        script, empty = Path(folder, "block.py"), Path(folder, "empty")
        script.write_text(block.code.text, encoding="utf-8")
        empty.mkdir()
        process = subprocess.Popen(
            [PYTHON, "-s", str(script)],
            cwd=empty,
            env=environment(folder, matplotlib_folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        problem = ""
        try:
            printed, complaints = process.communicate(timeout=SECONDS)
            if process.returncode != 0:
                problem = f"ended with status {process.returncode}"
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            printed, complaints = process.communicate()
            problem = f"still running after {SECONDS} s"
    shown = printed.decode("utf-8", "replace")
    if shown and not shown.endswith("\n"):  # a fence cannot show a missing last newline
        shown += "\n"
    return Run(shown, complaints.decode("utf-8", "replace"), problem, time.monotonic() - start)


def indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.rstrip("\n").split("\n")) if text else ""


def judge(block: Block, run: Run) -> str:
    """Empty when the block does what the book shows; otherwise what differs, in lines for the reader."""
    if run.problem:
        return run.problem + "\n" + indented(run.complaints)
    if block.output is None or run.printed == block.output.text:
        return ""
    difference = difflib.unified_diff(
        block.output.text.splitlines(), run.printed.splitlines(), "the book shows", "the block prints", lineterm=""
    )
    return "prints something else\n" + indented("\n".join(difference))


def check_chapter(path: Path, record: bool, matplotlib_folder: str) -> tuple[int, int]:
    """Number of blocks and number of failures of one chapter; prints one line for each block."""
    try:
        text = path.read_text(encoding="utf-8")
        blocks = blocks_of(text)
    except (OSError, UnicodeDecodeError, ChapterError) as error:
        print(f"{path}: {error}")
        return 0, 1
    with ThreadPoolExecutor(max_workers=2) as pool:
        runs = list(pool.map(lambda block: run_block(block, matplotlib_folder), blocks))
    failures = 0
    recorded = {}
    for block, run in zip(blocks, runs):
        verdict = judge(block, run)
        if record and block.output is not None and verdict and not run.problem:
            recorded[block.output.first] = run.printed
            verdict = ""
        failures += bool(verdict)
        print(f"{path}:{block.code.first + 1}: {run.seconds:.1f} s {verdict or 'ok'}".rstrip("\n"))
        if run.complaints and not verdict:
            print("  wrote to standard error, which the book does not show:\n" + indented(run.complaints), end="")
    if recorded:
        fresh = path.with_suffix(".recording")
        fresh.write_text(with_outputs(text, recorded), encoding="utf-8")
        os.replace(fresh, path)
        print(f"{path}: {len(recorded)} output(s) recorded")
    return len(blocks), failures


def required_chapters(book: Path, ids: list[str]) -> tuple[list[Path], list[str]]:
    """The files of the chapters that must be there, and a complaint for each id the book does not list."""
    index = json.loads((book / "book.json").read_text(encoding="utf-8"))
    files = {c["id"]: book / level["folder"] / c["file"] for level in index["levels"] for c in level["chapters"]}
    return [files[i] for i in ids if i in files], [f"book.json lists no chapter {i}" for i in ids if i not in files]


def main() -> int:
    parser = argparse.ArgumentParser(description="Run the Python blocks of the book one by one.")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--record", action="store_true", help="rewrite the output fences with what is printed")
    parser.add_argument("--book", type=Path, help="folder with book.json: all its chapters")
    parser.add_argument("--require", action="append", default=[], metavar="ID", help="this chapter must have blocks")
    options = parser.parse_args()
    if bool(options.files) == bool(options.book) or (options.require and not options.book):
        parser.error("give either files or --book FOLDER (--require goes with --book)")

    problems, required = [], []
    if options.book:
        required, problems = required_chapters(options.book, options.require)
        options.files = sorted(options.book.rglob("*.md"))
        problems += [f"{path}: this chapter is missing" for path in required if path not in options.files]
    blocks = failures = 0
    with tempfile.TemporaryDirectory() as matplotlib_folder:
        for path in options.files:
            found, failed = check_chapter(path, options.record, matplotlib_folder)
            blocks, failures = blocks + found, failures + failed
            if path in required and found == 0:
                problems.append(f"{path}: this chapter has no Python block")
    for problem in problems:
        print(problem)
    print(f"{blocks} blocks, {failures} failures, {len(problems)} other problems")
    return 1 if failures or problems else 0


if __name__ == "__main__":
    sys.exit(main())
