"""Every C++ file is as clang-format leaves it:  source_is_formatted.py ROOT"""

import subprocess
import sys
from pathlib import Path

from project_files import cpp_files

root = Path(sys.argv[1]).resolve()
files = cpp_files(root)
if not files:
    sys.exit(f"no C++ file under {root}")
run = subprocess.run(
    ["clang-format", "--dry-run", "-Werror", "--style=file", *map(str, files)], capture_output=True, text=True
)
unformatted = sorted({line.split(":")[0] for line in run.stderr.splitlines() if ": error:" in line})
for file in unformatted:
    print(f"not formatted: {file}")
if run.returncode != 0 and not unformatted:
    print(run.stderr)
print(f"{len(files)} files, {len(unformatted)} not formatted (mend with: clang-format -i FILE)")
sys.exit(0 if run.returncode == 0 else 1)
