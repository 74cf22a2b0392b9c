#include "app/book/book.h"
#include "app/command_line/output.h"
#include "app/command_line/panel_state.h"
#include "app/command_line/words.h"
#include "app/window/locations.h"
#include "views/render/theme.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace eigenboard::command_line {

namespace {

QJsonObject row(const QString& id, const QString& title) {
  return {{QStringLiteral("id"), id}, {QStringLiteral("title"), title}};
}

QJsonArray panelRows() {
  QJsonArray rows;
  const panel::Registry registry = panel::registeredPanels();
  for (const panel::PanelPointer& panel : registry.panels())
    rows.append(row(panel->description().identity.id, panel->description().identity.title));
  return rows;
}

QJsonArray presetRows() {
  QJsonArray rows;
  const panel::Registry registry = panel::registeredPanels();
  for (const panel::PanelPointer& panel : registry.panels())
    for (const panel::Preset& preset : panel->description().presets)
      rows.append(
          row(panel->description().identity.id + QStringLiteral("?preset=") + preset.key, preset.label));
  return rows;
}

QJsonArray themeRows() {
  QJsonArray rows;
  for (const render::Theme& theme : render::themes())
    rows.append(row(theme.key, theme.name));
  return rows;
}

QJsonArray chapterRows(const book::Book& book) {
  QJsonArray rows;
  for (const book::Chapter* chapter : book.chapters()) {
    QJsonObject entry = row(chapter->id, chapter->title);
    entry[QStringLiteral("written")] = chapter->written;
    rows.append(entry);
  }
  return rows;
}

QString rowsText(const QJsonArray& rows) {
  qsizetype width = 0;
  for (const QJsonValue& entry : rows)
    width = std::max(width, entry[QStringLiteral("id")].toString().size());
  QString out;
  for (const QJsonValue& entry : rows) {
    out += entry[QStringLiteral("id")].toString().leftJustified(width + 2) +
           entry[QStringLiteral("title")].toString();
    if (!entry[QStringLiteral("written")].toBool(true))
      out += text(" (not yet written)");
    out += QLatin1Char('\n');
  }
  return out;
}

int runList(const QStringList& given) {
  const auto arguments = parseArguments(
      listCommand(), given, {QCommandLineOption(QStringLiteral("json"), text("Prints JSON."))}, 1, 1);
  if (!arguments)
    return wrongUsage;
  const QString what = arguments->words.constFirst();
  QJsonArray rows;
  if (what == QStringLiteral("chapters")) {
    const book::Book book = book::readBook(window::chaptersFolder());
    if (book.levels.empty())
      return fail(workFailed, book.problems.join(QStringLiteral("; ")));
    rows = chapterRows(book);
  } else if (what == QStringLiteral("panels")) {
    rows = panelRows();
  } else if (what == QStringLiteral("presets")) {
    rows = presetRows();
  } else if (what == QStringLiteral("themes")) {
    rows = themeRows();
  } else {
    return fail(wrongUsage, text("cannot list '%1'; it is chapters, panels, presets or themes").arg(what));
  }
  return arguments->has(QStringLiteral("json")) ? printJson(rows) : print(rowsText(rows).toUtf8());
}

} // namespace

Command listCommand() {
  return {QStringLiteral("list"), QStringLiteral("chapters|panels|presets|themes [--json]"),
          text("lists what there is"), Needs::Core, runList};
}

} // namespace eigenboard::command_line
