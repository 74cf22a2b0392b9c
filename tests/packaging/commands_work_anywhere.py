"""run.sh and test.sh in a small copy of the project, with a package manager that only writes down what it is asked.

    commands_work_anywhere.py ROOT
"""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(sys.argv.pop(1)).resolve()
TOOLS = "bash env sed awk grep dirname cat printf id nproc rm cmake ctest ninja c++ g++ gcc as ld ar ranlib uname".split()
INSTALLED, ABSENT = "bash", "eigenboard-no-such-package"
PACKAGES = f"[build]   # a remark\n{INSTALLED}\n\n[run]\n{INSTALLED}   # another\n[test]\n{INSTALLED}\n[extra]\n{ABSENT}\n"
PROJECT = """cmake_minimum_required(VERSION 3.25)
project(small LANGUAGES CXX)
add_subdirectory(app)
enable_testing()
add_test(NAME it_is_so COMMAND eigenboard)
"""
PROGRAM = """#include <cstdio>
int main(int count, char** words) {
  for (int k = 1; k < count; ++k)
    std::printf("[%s]\\n", words[k]);
  return count > 3 ? 3 : 0;
}
"""


class Commands(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.base = Path(folder.name)
        self.tree = self.base / "a b" / "Mathematik für alle"
        self.tools = self.base / "tools"
        self.log = self.base / "asked"
        self.tools.mkdir()
        for tool in [*TOOLS, "dpkg-query"]:
            found = shutil.which(tool, path="/usr/bin:/bin")
            if found:
                (self.tools / tool).symlink_to(found)
        self.pretend("apt-get", f'printf "%s %s\\n" "$DEBIAN_FRONTEND" "$*" >> "{self.log}"')
        (self.tree / "app").mkdir(parents=True)
        shutil.copytree(ROOT / "packaging", self.tree / "packaging")
        shutil.copy(ROOT / "CMakePresets.json", self.tree)
        (self.tree / "packaging" / "packages.txt").write_text(PACKAGES)
        (self.tree / "CMakeLists.txt").write_text(PROJECT)
        (self.tree / "app" / "CMakeLists.txt").write_text("add_executable(eigenboard main.cpp)\n")
        (self.tree / "app" / "main.cpp").write_text(PROGRAM)

    def pretend(self, tool, script):
        (self.tools / tool).unlink(missing_ok=True)
        (self.tools / tool).write_text(f"#!/bin/bash\n{script}\n")
        (self.tools / tool).chmod(0o755)

    def call(self, script, *arguments):
        return subprocess.run(
            [str(self.tree / "packaging" / script), *arguments],
            cwd="/",
            env={"PATH": str(self.tools), "HOME": str(self.base), "LANG": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )

    def asked(self):
        return self.log.read_text().splitlines() if self.log.exists() else []

    def test_run_builds_once_and_passes_arguments_and_status(self):
        first = self.call("run.sh", "open", "4.4 now", "*")
        self.assertEqual((first.stdout, first.returncode), ("[open]\n[4.4 now]\n[*]\n", 3), first.stderr)
        binary = self.tree / "build" / "release" / "app" / "eigenboard"
        made = binary.stat().st_mtime_ns
        again = self.call("run.sh", "list")
        self.assertEqual((again.stdout, again.stderr, again.returncode), ("[list]\n", "", 0))
        self.assertEqual(binary.stat().st_mtime_ns, made, "nothing changed, yet it was built again")
        self.assertEqual(self.asked(), [], "nothing was missing, yet packages were asked for")

    def test_moved_tree_is_made_anew(self):
        self.assertEqual(self.call("run.sh").returncode, 0)
        moved = self.base / "moved"
        self.tree.rename(moved)
        self.tree = moved
        run = self.call("run.sh", "here")
        self.assertEqual((run.stdout, run.returncode), ("[here]\n", 0), run.stderr)
        self.assertIn("making it anew", run.stderr)

    def test_configuring_that_was_cut_off_is_taken_up_again(self):
        self.assertEqual(self.call("run.sh").returncode, 0)
        (self.tree / "build" / "release" / "build.ninja").unlink()
        self.assertEqual(self.call("run.sh", "x").stdout, "[x]\n")

    def test_failing_build_starts_nothing(self):
        (self.tree / "app" / "main.cpp").write_text("int main() { return nonsense; }\n")
        run = self.call("run.sh")
        self.assertNotEqual(run.returncode, 0)
        self.assertEqual(run.stdout, "")
        self.assertIn("nonsense", run.stderr)

    def test_test_ends_with_the_summary_of_ctest(self):
        run = self.call("test.sh")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("100% tests passed, 0 tests failed out of 1", run.stdout)
        (self.tree / "app" / "main.cpp").write_text("int main() { return 1; }\n")
        self.assertNotEqual(self.call("test.sh").returncode, 0)
        self.assertNotEqual(self.call("test.sh", "-R", "no_such_test").returncode, 0, "no test is no success")

    def test_missing_package_is_installed_and_named(self):
        self.pretend("id", "echo 0")
        run = self.call("install-packages.sh", "build", "extra")
        self.assertEqual((run.returncode, run.stdout), (0, ""), run.stderr)
        self.assertIn(f"installing 1 Debian package(s): {ABSENT}\n", run.stderr)
        update, install = self.asked()
        self.assertRegex(update, "^noninteractive .*update$")
        self.assertRegex(install, f"^noninteractive .*install --yes --no-install-recommends {ABSENT}$")

    def test_other_users_go_through_sudo(self):
        self.pretend("id", "echo 1000")
        self.pretend("sudo", f'echo "sudo $*" >> "{self.log}"\nexec "$@"')
        self.assertEqual(self.call("install-packages.sh", "extra").returncode, 0)
        self.assertEqual([line.startswith("sudo") for line in self.asked()], [True, False, True, False])

    def assert_one_line_error(self, run, *words):
        self.assertEqual(run.returncode, 1)
        last = run.stderr.strip().split("\n")[-1]
        self.assertTrue(last.startswith("eigenboard: "), run.stderr)
        for word in words:
            self.assertIn(word, last)

    def test_errors_say_what_would_be_right(self):
        self.pretend("id", "echo 1000")
        self.assert_one_line_error(self.call("install-packages.sh", "extra"), "no sudo", ABSENT)
        self.assert_one_line_error(self.call("install-packages.sh", "nonsense"), "[nonsense]")
        self.pretend("id", "echo 0")
        self.pretend("apt-get", "exit 100")
        self.assert_one_line_error(self.call("install-packages.sh", "extra"), "network")
        (self.tools / "apt-get").unlink()
        self.assert_one_line_error(self.call("install-packages.sh", "extra"), "not a Debian system")


if __name__ == "__main__":
    os.umask(0o022)
    unittest.main()
