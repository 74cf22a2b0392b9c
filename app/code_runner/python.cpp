#include "app/code_runner/python.h"

#include "app/code_runner/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtCore/QHash>
#include <QtCore/QStandardPaths>

namespace eigenboard::code_runner {

namespace {

bool isProgram(const QString& path) {
  const QFileInfo file(path);
  return file.isFile() && file.isExecutable();
}

} // namespace

Python findPython(const QString& chosen) {
  if (!chosen.isEmpty()) {
    const QString path = chosen.contains(u'/') ? chosen : QStandardPaths::findExecutable(chosen);
    if (isProgram(path))
      return {QFileInfo(path).absoluteFilePath(), {}};
    return {{}, text("'%1' is no program; choose another Python").arg(chosen)};
  }
  const QString usual = QStringLiteral("/usr/bin/python3");
  const QString found = isProgram(usual) ? usual : QStandardPaths::findExecutable(QStringLiteral("python3"));
  if (!found.isEmpty())
    return {found, {}};
  return {{}, text("Python is not installed; the package python3 brings it: sudo apt install python3")};
}

QString packageOf(const QString& module) {
  static const QHash<QString, QString> packages{
      {QStringLiteral("numpy"), QStringLiteral("python3-numpy")},
      {QStringLiteral("scipy"), QStringLiteral("python3-scipy")},
      {QStringLiteral("matplotlib"), QStringLiteral("python3-matplotlib")},
      {QStringLiteral("mpl_toolkits"), QStringLiteral("python3-matplotlib")},
      {QStringLiteral("sklearn"), QStringLiteral("python3-sklearn")},
      {QStringLiteral("torch"), QStringLiteral("python3-torch")},
      {QStringLiteral("networkx"), QStringLiteral("python3-networkx")},
      {QStringLiteral("pandas"), QStringLiteral("python3-pandas")},
      {QStringLiteral("sympy"), QStringLiteral("python3-sympy")},
      {QStringLiteral("seaborn"), QStringLiteral("python3-seaborn")},
      {QStringLiteral("statsmodels"), QStringLiteral("python3-statsmodels")},
      {QStringLiteral("PIL"), QStringLiteral("python3-pil")},
      {QStringLiteral("mpmath"), QStringLiteral("python3-mpmath")},
      {QStringLiteral("requests"), QStringLiteral("python3-requests")},
  };
  return packages.value(module.section(u'.', 0, 0));
}

QString missingModuleText(const QString& module) {
  const QString package = packageOf(module);
  if (package.isEmpty())
    return text("Python has no module '%1'").arg(module);
  return text("Python has no module '%1'; the package %2 brings it: sudo apt install %2")
      .arg(module, package);
}

} // namespace eigenboard::code_runner
