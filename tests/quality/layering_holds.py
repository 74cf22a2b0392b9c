"""The rooms depend one way, app -> views -> core, in what they include and in what they link.

    layering_holds.py ROOT CORE_ARCHIVE CORE_PROGRAM

CORE_PROGRAM is linked with the whole of the core library and nothing else.
"""

import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from includes import first_circle, include_faults, subject_circle

QT_NAME = re.compile(r"(?<![\w:])Q[A-Z]\w*|(?<![\w:])Qt::|^q[A-Z]\w*\(|^qt_")
PLAIN_LIBRARY = re.compile(r"^(?:libstdc\+\+|libm|libgcc_s|libc|ld-linux|linux-vdso|libasan|libubsan)[.-]")

ROOT, ARCHIVE, PROGRAM = (Path(argument).resolve() for argument in sys.argv[1:4])
del sys.argv[1:4]


def output_of(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True).stdout


class Includes(unittest.TestCase):
    def test_rooms_include_one_way(self):
        self.assertEqual(include_faults(ROOT), [])

    def test_subjects_of_core_form_no_circle(self):
        self.assertEqual(subject_circle(ROOT), [])


class Linkage(unittest.TestCase):
    def test_core_needs_no_qt_symbol(self):
        listing = output_of("nm", "--undefined-only", "--demangle", ARCHIVE)
        names = {line.partition(" U ")[2] for line in listing.splitlines() if " U " in line}
        self.assertTrue(names, "the archive of core is empty")
        self.assertEqual(sorted(name for name in names if QT_NAME.search(name)), [])

    def test_program_of_core_alone_needs_only_the_standard_libraries(self):
        needed = re.findall(r"\(NEEDED\).*\[(.+)\]", output_of("readelf", "--dynamic", PROGRAM))
        self.assertTrue(needed)
        self.assertEqual([library for library in needed if not PLAIN_LIBRARY.match(library)], [])
        loaded = [Path(line.split()[0]).name for line in output_of("ldd", PROGRAM).splitlines() if line.strip()]
        self.assertEqual([library for library in loaded if not PLAIN_LIBRARY.match(library)], [])

    def test_program_of_core_alone_runs(self):
        self.assertEqual(output_of(PROGRAM), "core stands alone\n")


class PlantedFaults(unittest.TestCase):
    """The judge itself: each case plants one fault in a small tree and expects one complaint."""

    def faults(self, files):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return include_faults(Path(folder)), subject_circle(Path(folder))

    def assert_one_fault(self, place, include, *others):
        files = {place: f"#pragma once\n#include {include}\n", **{other: "" for other in others}}
        self.assertEqual(len(self.faults(files)[0]), 1, include)

    def test_core_includes_qt(self):
        self.assert_one_fault("core/a/a.h", "<QtCore/QString>")
        self.assert_one_fault("core/a/a.cpp", "<QVector>")

    def test_core_includes_views(self):
        self.assert_one_fault("core/a/a.h", '"views/scene/scene.h"', "views/scene/scene.h")

    def test_views_include_app(self):
        self.assert_one_fault("views/render/plane.cpp", '"app/window.h"', "app/window.h")

    def test_scene_includes_render(self):
        self.assert_one_fault("views/scene/scene.h", '"views/render/plane.h"', "views/render/plane.h")

    def test_path_is_not_from_the_root(self):
        self.assert_one_fault("core/a/a.cpp", '"a.h"', "core/a/a.h")

    def test_unknown_room(self):
        self.assertEqual(len(self.faults({"views/gadgets/a.h": ""})[0]), 1)

    def test_circle_of_subjects(self):
        files = {"core/a/x.h": '#include "core/b/y.h"\n', "core/b/y.h": '#include "core/a/x.h"\n'}
        self.assertEqual(self.faults(files), ([], ["a", "b", "a"]))
        self.assertEqual(first_circle({"a": {"b", "c"}, "b": {"c"}}), [])

    def test_what_is_allowed(self):
        files = {
            "core/a/a.h": "#include <Eigen/Dense>\n#include <span>\n",
            "views/panels/a/p.cpp": '#include "core/a/a.h"\n#include <QtCore/QString>\n',
            "app/main.cpp": '#include "views/panels/a/q.h"\n#include "main.moc"\n',
            "views/panels/a/q.h": "",
        }
        self.assertEqual(self.faults(files), ([], []))

    def test_qt_names_are_recognized(self):
        for name in ("QString::~QString()", "f(QString const&)", "qFree(void*)", "qt_version_tag", "Qt::begin()"):
            self.assertRegex(name, QT_NAME)
        for name in ("eigenboard::QR::solve()", "std::sqrt(float)", "Eigen::HouseholderQR<int>::compute()", "quick(int)"):
            self.assertNotRegex(name, QT_NAME)


if __name__ == "__main__":
    unittest.main()
