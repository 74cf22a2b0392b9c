#pragma once

#include <QtCore/QString>

namespace eigenboard::code_runner {

/// A Python to run code with. problem: empty, or why there is none, with what would help.
struct Python {
  QString path;
  QString problem;
};

/// The one that the reader has chosen; otherwise Debian's /usr/bin/python3, or python3 on the PATH. A choice
/// that is no program is a problem, not a reason to take another one. Runs nothing.
Python findPython(const QString& chosen = {});

/// The Debian package that brings a module, by its first name; empty when that is not known.
QString packageOf(const QString& module);

/// Says that a module is missing, and what brings it.
QString missingModuleText(const QString& module);

} // namespace eigenboard::code_runner
