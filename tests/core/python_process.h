#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace eigenboard::tests {

struct PythonAnswer {
  QByteArray output;
  QString error; ///< empty, or why there is no output to trust
};

/// Runs a script in the system's Python, the one that has NumPy, and returns what it prints. input is its
/// standard input.
PythonAnswer runPython(const QString& script, const QByteArray& input);

} // namespace eigenboard::tests
