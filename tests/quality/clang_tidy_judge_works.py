"""clang_tidy_is_clean finds a planted fault, forgets nothing and repeats nothing:  clang_tidy_judge_works.py ROOT"""

import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(sys.argv.pop(1)).resolve()
JUDGE = Path(__file__).with_name("clang_tidy_is_clean.py")
PROJECT = """cmake_minimum_required(VERSION 3.25)
project(small LANGUAGES CXX)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
include_directories(${PROJECT_SOURCE_DIR})
add_subdirectory(core)
"""
APART = "add_library(small STATIC number.cpp)\nadd_library(other STATIC other.cpp)\n"
TOGETHER = "add_library(small STATIC number.cpp other.cpp)\n"
UNITY = TOGETHER + "set_target_properties(small PROPERTIES UNITY_BUILD ON)\n"
AHEAD = TOGETHER + "target_precompile_headers(small PRIVATE number.h)\n"
CLEAN = '#include "core/number.h"\nint* number() { return nullptr; }\n'
FAULTY = CLEAN.replace("nullptr", "0")


class Judge(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.tree = Path(folder.name, "a tree")
        (self.tree / "core").mkdir(parents=True)
        shutil.copy(ROOT / ".clang-tidy", self.tree)
        (self.tree / "CMakeLists.txt").write_text(PROJECT)
        (self.tree / "core" / "CMakeLists.txt").write_text(APART)
        (self.tree / "core" / "number.h").write_text("int* number();\n")
        (self.tree / "core" / "other.cpp").write_text("int other() { return 2; }\n")

    def judge(self, source):
        (self.tree / "core" / "number.cpp").write_text(source)
        build = str(self.tree / "build")
        if not Path(build).exists():
            subprocess.run(["cmake", "-G", "Ninja", "-S", str(self.tree), "-B", build], check=True, capture_output=True)
        subprocess.run(["cmake", "--build", build], check=True, capture_output=True)
        return subprocess.run(
            ["/usr/bin/python3", str(JUDGE), str(self.tree), build], capture_output=True, text=True
        )

    def test_fault_is_found_each_time_and_clean_files_are_not_looked_at_again(self):
        for looked_at in (2, 1):
            run = self.judge(FAULTY)
            self.assertEqual(run.returncode, 1, run.stdout)
            self.assertIn("modernize-use-nullptr", run.stdout)
            self.assertIn(f"2 groups of sources, {looked_at} looked at", run.stdout)
        for looked_at in (1, 0):
            run = self.judge(CLEAN)
            self.assertEqual(run.returncode, 0, run.stdout)
            self.assertIn(f"2 groups of sources, {looked_at} looked at", run.stdout)

    def test_sources_with_the_same_command_are_all_looked_at_together(self):
        for listing in (TOGETHER, UNITY):
            with self.subTest(listing=listing):
                (self.tree / "core" / "CMakeLists.txt").write_text(listing)
                for name, line in (("number.cpp", 2), ("other.cpp", 1)):
                    (self.tree / "core" / "other.cpp").write_text(
                        "int* other() { return 0; }\n" if name == "other.cpp" else "int other() { return 2; }\n"
                    )
                    run = self.judge(CLEAN if name == "other.cpp" else FAULTY)
                    self.assertEqual(run.returncode, 1, run.stdout)
                    self.assertIn(f"{name}:{line}", run.stdout)
                    self.assertIn("1 groups of sources, 1 looked at", run.stdout)
                (self.tree / "core" / "other.cpp").write_text("int other() { return 2; }\n")
                self.assertEqual(self.judge(CLEAN).returncode, 0)

    def test_headers_compiled_ahead_count_as_headers(self):
        (self.tree / "core" / "CMakeLists.txt").write_text(AHEAD)
        self.assertEqual(self.judge(CLEAN).returncode, 0)
        self.assertIn("1 groups of sources, 0 looked at", self.judge(CLEAN).stdout)
        (self.tree / "core" / "number.h").write_text("#pragma once\nint* number();\ninline int* none() { return 0; }\n")
        run = self.judge(CLEAN)
        self.assertEqual(run.returncode, 1, run.stdout)
        self.assertIn("number.h:3", run.stdout)

    def test_changed_header_and_changed_settings_count(self):
        self.assertEqual(self.judge(CLEAN).returncode, 0)
        (self.tree / "core" / "number.h").write_text("int* number();\ninline int* none() { return 0; }\n")
        run = self.judge(CLEAN)
        self.assertEqual(run.returncode, 1, run.stdout)
        self.assertIn("1 looked at", run.stdout)
        settings = self.tree / ".clang-tidy"
        settings.write_text(settings.read_text().replace("  modernize-use-nullptr,\n", ""))
        run = self.judge(CLEAN)
        self.assertEqual(run.returncode, 0, run.stdout)
        self.assertIn("2 groups of sources, 2 looked at", run.stdout)


if __name__ == "__main__":
    unittest.main()
