#include "app/store/store.h"

#include "app/command_line/arguments.h"
#include "app/command_line/output.h"
#include "app/command_line/words.h"
#include "app/store/files.h"
#include "app/store/json_form.h"
#include "app/store/report.h"
#include "app/window/locations.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace eigenboard::command_line {

namespace {

using State = store::Report::State;

QString key(const char* name) {
  return QString::fromLatin1(name);
}

QString stateName(State state) {
  switch (state) {
  case State::Good:
    return key("good");
  case State::Missing:
    return key("missing");
  case State::Damaged:
    return key("damaged");
  case State::Newer:
    return key("newer");
  case State::Locked:
    return key("locked");
  case State::Unreadable:
    break;
  }
  return key("unreadable");
}

/// Name and number of each kind of thing that is kept.
std::vector<std::pair<const char*, std::size_t>> counts(const store::Contents& contents) {
  return {{"notes", contents.notes.size()},
          {"bookmarks", contents.bookmarks.size()},
          {"answers", contents.answers.size()},
          {"sections", contents.sections.size()},
          {"exercises", contents.exercises.size()},
          {"goals", contents.goals.size()},
          {"visited", contents.visited.size()},
          {"session", static_cast<std::size_t>(contents.session.size())}};
}

QString countsText(const store::Contents& contents) {
  QStringList parts;
  for (const auto& [name, count] : counts(contents))
    parts.append(QStringLiteral("%1 %2").arg(key(name)).arg(static_cast<qulonglong>(count)));
  return parts.join(QStringLiteral(", "));
}

QString problem(const store::Report& report) {
  switch (report.state) {
  case State::Good:
    return {};
  case State::Missing:
    return text("nothing has been kept yet: there is no %1").arg(report.fileName);
  case State::Damaged:
    return text("%1 is damaged: %2; the window sets it aside and takes the newest good backup")
        .arg(report.fileName, report.why);
  case State::Newer:
    return text("%1 was written by a newer version of this program").arg(report.fileName);
  case State::Locked:
    return text("another program holds %1; try again when it has ended").arg(report.fileName);
  case State::Unreadable:
    break;
  }
  return text("%1 cannot be read: %2").arg(report.fileName, report.why);
}

QJsonObject json(const store::Report& report, const std::vector<store::Backup>& backups) {
  QJsonObject numbers;
  for (const auto& [name, count] : counts(report.contents))
    numbers[key(name)] = static_cast<qint64>(count);
  QJsonArray copies;
  for (const store::Backup& backup : backups)
    copies.append(QJsonObject{{key("file"), backup.fileName},
                              {key("made"), backup.made.toUTC().toString(Qt::ISODate)},
                              {key("bytes"), backup.bytes}});
  return {{key("file"), report.fileName},     {key("state"), stateName(report.state)},
          {key("why"), report.why},           {key("bytes"), report.bytes},
          {key("writable"), report.mayWrite}, {key("counts"), numbers},
          {key("backups"), copies},           {key("setAside"), QJsonArray::fromStringList(report.setAside)}};
}

QString lines(const store::Report& report, const std::vector<store::Backup>& backups) {
  const auto line = [](const QString& name, const QString& value) {
    return name.leftJustified(11) + value + u'\n';
  };
  QString out = line(text("file"), report.fileName);
  out += line(text("state"), stateName(report.state) +
                                 (report.why.isEmpty() ? QString() : QStringLiteral(": ") + report.why));
  if (report.state != State::Missing)
    out += line(text("size"), text("%1 bytes").arg(report.bytes));
  if (report.state == State::Good) {
    out += line(text("writable"), report.mayWrite ? text("yes") : text("no"));
    out += line(text("holds"), countsText(report.contents));
  }
  for (const store::Backup& backup : backups)
    out += line(text("backup"), text("%1, %2 bytes").arg(backup.fileName).arg(backup.bytes));
  for (const QString& kept : report.setAside)
    out += line(text("set aside"), kept);
  return out;
}

int check(const Arguments& arguments, const QString& folder) {
  const store::Report report = store::report(folder);
  const std::vector<store::Backup> backups = store::backupsIn(folder);
  const int status =
      arguments.has(key("json")) ? printJson(json(report, backups)) : print(lines(report, backups).toUtf8());
  // A reader who has kept nothing yet has a store in good order.
  if (status != success || report.state == State::Good || report.state == State::Missing)
    return status;
  return fail(workFailed, problem(report));
}

int exportStore(const Arguments& arguments, const QString& folder) {
  const store::Report report = store::report(folder);
  if (report.state != State::Good)
    return fail(workFailed, problem(report));
  return writeFile(arguments.value(key("o"), key("-")), store::toJson(report.contents));
}

int importStore(const QString& fileName, const QString& folder) {
  QFile file(fileName);
  if (!file.open(QIODevice::ReadOnly))
    return fail(workFailed, text("cannot read %1: %2").arg(fileName, file.errorString()));
  const QByteArray bytes = file.read(store::largestImport + 1);
  if (file.error() != QFileDevice::NoError)
    return fail(workFailed, text("cannot read %1: %2").arg(fileName, file.errorString()));
  if (const QString error = store::fromJson(bytes).error; !error.isEmpty()) // before a store is made for it
    return fail(workFailed, fileName + QStringLiteral(": ") + error);
  store::Store kept;
  kept.open(folder);
  if (!kept.isSaved())
    return fail(workFailed, kept.message());
  if (const QString error = kept.importJson(bytes); !error.isEmpty())
    return fail(workFailed, error);
  const QString first = kept.message().isEmpty() ? QString() : kept.message() + u'\n';
  return print((first + text("The store now holds %1.\n").arg(countsText(kept.contents()))).toUtf8());
}

int runStore(const QStringList& given) {
  const auto arguments =
      parseArguments(storeCommand(), given,
                     {QCommandLineOption(key("json"), text("Prints JSON.")),
                      QCommandLineOption({key("o"), key("output")}, text("The file to write."), key("file"))},
                     1, 2);
  if (!arguments)
    return wrongUsage;
  const QString what = arguments->words.constFirst();
  const bool isImport = what == key("import");
  if (what != key("check") && what != key("export") && !isImport)
    return fail(wrongUsage, text("cannot '%1' the store; it is check, export or import").arg(what));
  if (isImport != (arguments->words.size() == 2))
    return fail(wrongUsage, isImport ? text("import what? name the file: eigenboard store import FILE")
                                     : text("'store %1' takes no file here").arg(what));
  if (arguments->has(key("json")) && what != key("check"))
    return fail(wrongUsage, text("--json belongs to 'store check'"));
  if (arguments->has(key("o")) && what != key("export"))
    return fail(wrongUsage, text("-o belongs to 'store export'"));
  const QString folder = window::dataFolder();
  return isImport               ? importStore(arguments->words[1], folder)
         : what == key("check") ? check(*arguments, folder)
                                : exportStore(*arguments, folder);
}

} // namespace

Command storeCommand() {
  return {key("store"), key("check [--json] | export [-o FILE] | import FILE"),
          text("looks after what you made: notes, bookmarks, answers, progress"), Needs::Core, runStore};
}

} // namespace eigenboard::command_line
