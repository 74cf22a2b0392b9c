#include "app/command_line/program.h"

#include "app/command_line/command.h"
#include "app/command_line/output.h"
#include "app/command_line/words.h"
#include "app/export/figure_metadata.h"
#include "app/window/open_window.h"
#include "views/panel/state.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QLoggingCategory>
#include <QtWidgets/QApplication>

#include <clocale>
#include <langinfo.h>
#include <string_view>
#include <unistd.h>

namespace eigenboard::command_line {

namespace {

QString helpText(const std::vector<Command>& all) {
  QString out =
      text("Eigenboard: Mathematics for Machine Learning, made live.\n\n"
           "  eigenboard                       open the book where you left it\n"
           "  eigenboard open CHAPTER|PANEL    open there: 4.6, or linear_algebra.eigen?preset=shear\n");
  for (const Command& command : all)
    out +=
        QStringLiteral("  eigenboard %1 %2\n      %3\n").arg(command.name, command.synopsis, command.summary);
  return out + text("\nExit status: 0 success, 1 the work failed, 2 the command line was wrong.\n");
}

/// A window needs a display; commands do not, and must not fail for want of one.
void chooseWindowlessPlatform() {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
    qputenv("QT_QPA_PLATFORM", "offscreen");
}

/// Qt wants a UTF-8 locale and says so on standard error; a bare machine has "C", whose UTF-8 twin always
/// exists.
void chooseUtf8Locale() {
  std::setlocale(LC_ALL, "");
  if (std::string_view(nl_langinfo(CODESET)) != "UTF-8")
    qputenv("LC_ALL", "C.UTF-8");
}

/// Qt complains on standard error where a bare machine has no runtime directory; it gets the one that Qt
/// would choose.
void chooseRuntimeFolder() {
  if (!qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
    return;
  const QString folder = QDir::tempPath() + QStringLiteral("/runtime-") + QString::number(getuid());
  QDir().mkpath(folder);
  QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder));
}

bool hasDisplay() {
  return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
         !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

int unknownCommand(const QString& word, const std::vector<Command>& all) {
  std::vector<QString> names{QStringLiteral("open")};
  for (const Command& command : all)
    names.push_back(command.name);
  const QString suggestion = panel::didYouMean(word, names);
  return fail(wrongUsage,
              text("unknown command '%1'").arg(word) +
                  (suggestion.isEmpty() ? text("; 'eigenboard --help' lists them all") : suggestion));
}

int runWindow(int argc, char** argv, const QStringList& words) {
  if (!hasDisplay())
    return fail(workFailed,
                text("there is no display to open a window on; 'eigenboard --help' lists what works "
                     "without one"));
  QApplication application(argc, argv);
  return window::openWindow(words);
}

} // namespace

int runProgram(int argc, char** argv) {
  chooseUtf8Locale();
  chooseRuntimeFolder();
  QCoreApplication::setApplicationName(QStringLiteral("eigenboard"));
  QCoreApplication::setApplicationVersion(figures::programVersion());
  QLoggingCategory::setFilterRules(QStringLiteral("qt.qml.compiler=false\nqt.qpa.plugin=false"));

  QStringList words;
  for (int i = 1; i < argc; ++i)
    words.append(QString::fromLocal8Bit(argv[i]));
  if (words.isEmpty())
    return runWindow(argc, argv, {});

  const QString word = words.takeFirst();
  const std::vector<Command> all = commands();
  if (word == QStringLiteral("--help") || word == QStringLiteral("-h") || word == QStringLiteral("help"))
    return print(helpText(all).toUtf8());
  if (word == QStringLiteral("--version"))
    return print("eigenboard " + figures::programVersion().toUtf8() + '\n');
  if (word == QStringLiteral("open"))
    return words.isEmpty() ? fail(wrongUsage, text("open what? name a chapter (4.4) or a panel"))
                           : runWindow(argc, argv, words);
  for (const Command& command : all) {
    if (command.name != word)
      continue;
    if (words.contains(QStringLiteral("--help")) || words.contains(QStringLiteral("-h")))
      return print(QStringLiteral("eigenboard %1 %2\n  %3\n")
                       .arg(command.name, command.synopsis, command.summary)
                       .toUtf8());
    if (command.needs == Needs::Core) {
      const QCoreApplication application(argc, argv);
      return command.run(words);
    }
    if (command.name != QStringLiteral("benchmark") || !hasDisplay())
      chooseWindowlessPlatform();
    const QApplication application(argc, argv);
    return command.run(words);
  }
  return unknownCommand(word, all);
}

} // namespace eigenboard::command_line
