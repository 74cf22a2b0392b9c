import json
import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from program import PROGRAM, ProgramTest, run

NOTE = {"id": 5, "chapter": "4.4", "section": "s", "passage": "words", "place": 2.5, "text": "mine",
        "changed": "2026-01-02T03:04:05.678Z"}


class Store(ProgramTest):
    def setUp(self):
        self.data = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.data)
        before = os.environ.get("XDG_DATA_HOME")
        os.environ["XDG_DATA_HOME"] = str(self.data)
        self.addCleanup(lambda: os.environ.pop("XDG_DATA_HOME") if before is None
                        else os.environ.update(XDG_DATA_HOME=before))
        self.file = self.data / "eigenboard" / "store.sqlite"

    def write(self, name: str, content) -> str:
        path = self.data / name
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        return str(path)

    def add(self, **parts) -> str:
        return self.succeed("store", "import", self.write("add.json", {"eigenboard": 1, **parts})).decode()

    def test_a_store_that_is_not_there_is_in_order_and_is_not_made(self):
        self.assertEqual(self.succeed_json("store", "check", "--json")["state"], "missing")
        self.fail_with(1, "store", "export", words="nothing has been kept yet")
        self.assertFalse(self.file.parent.exists())

    def test_what_is_imported_is_exported(self):
        self.assertIn("notes 1", self.add(notes=[NOTE], goals=[{"goal": "a/b", "reached": "2026-01-02T03:04:05.678Z"}]))
        told = self.succeed_json("store", "export")
        self.assertEqual(told["notes"], [NOTE])
        target = self.data / "out.json"
        self.succeed("store", "export", "-o", str(target))
        self.assertEqual(json.loads(target.read_text()), told)
        with sqlite3.connect(self.file) as database:  # another reader of the same file
            self.assertEqual(database.execute("SELECT text, place FROM note").fetchall(), [("mine", 2.5)])
        self.succeed("store", "import", str(target))
        self.assertEqual(self.succeed_json("store", "export"), told, "importing one's own export changes nothing")

    def test_check_tells_what_there_is(self):
        self.add(notes=[NOTE])
        told = self.succeed_json("store", "check", "--json")
        self.assertEqual((told["state"], told["counts"]["notes"], told["writable"]), ("good", 1, True))
        self.assertEqual(told["bytes"], self.file.stat().st_size)
        self.assertEqual(len(told["backups"]), 1, "the one before the import")
        text = self.succeed("store", "check").decode()
        for word in ("good", str(self.file), "notes 1", "backup"):
            self.assertIn(word, text)

    def test_check_leaves_a_damaged_store_alone(self):
        self.add(notes=[NOTE])
        damaged = self.file.read_bytes()[:5000]
        self.file.write_bytes(damaged)
        done = run("store", "check", "--json")
        self.assertEqual((done.returncode, json.loads(done.stdout)["state"]), (1, "damaged"))
        self.assertEqual(done.stderr.count(b"\n"), 1)
        self.fail_with(1, "store", "export", words="damaged")
        self.assertEqual(self.file.read_bytes(), damaged)

    def test_a_file_with_a_fault_changes_nothing(self):
        self.add(notes=[NOTE])
        before = self.file.read_bytes()
        for content in ("", "{", "[]", {"eigenboard": 2}, {"eigenboard": 1, "notes": [{**NOTE, "text": "x" * 10_000_000}]},
                        {"eigenboard": 1, "notes": [NOTE, {"id": 7}]}):
            self.fail_with(1, "store", "import", self.write("bad.json", content), words="Nothing was imported")
        self.fail_with(1, "store", "import", str(self.data / "none"), words="cannot read")
        self.fail_with(1, "store", "import", str(self.data), words="cannot read")
        self.assertEqual(self.file.read_bytes(), before)

    def test_wrong_use(self):
        self.fail_with(2, "store")
        self.fail_with(2, "store", "chekc", words="check, export or import")
        self.fail_with(2, "store", "import", words="FILE")
        self.fail_with(2, "store", "export", "x.json")
        self.fail_with(2, "store", "check", "-o", "x")
        self.fail_with(2, "store", "export", "--json")

    def test_a_window_that_is_killed_has_kept_its_place(self):
        window = subprocess.Popen([PROGRAM, "open", "4.6"], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
                                  stderr=subprocess.PIPE)
        try:
            deadline = time.monotonic() + 60
            while time.monotonic() < deadline and not self.kept_chapter():
                time.sleep(0.1)
        finally:
            window.send_signal(signal.SIGKILL)
            window.communicate()
        self.assertEqual(self.kept_chapter(), "4.6")
        self.assertEqual(self.succeed_json("store", "check", "--json")["state"], "good")

    def kept_chapter(self) -> str:
        done = run("store", "export")
        return json.loads(done.stdout)["session"].get("chapter", "") if done.returncode == 0 else ""


if __name__ == "__main__":
    unittest.main()
