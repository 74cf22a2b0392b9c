#include "app/window/shortcut_sheet.h"

#include "views/controls/appearance.h"

#include <QtGui/QAction>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace eigenboard::window {

using controls::unit;

namespace {

struct Row {
  QString what;
  QStringList keys;
};
struct Group {
  QString title;
  std::vector<Row> rows;
};

QString sheetText(const char* text) {
  return ShortcutSheet::tr(text);
}

std::vector<Group> groupsOf(const std::vector<WindowAction>& actions) {
  std::vector<Group> groups;
  for (const WindowAction& known : actions) {
    QStringList keys;
    for (const QKeySequence& sequence : known.action->shortcuts())
      keys += sequence.toString(QKeySequence::NativeText);
    keys.removeAll(QString());
    if (keys.isEmpty())
      continue;
    if (groups.empty() || groups.back().title != known.group)
      groups.push_back({known.group, {}});
    groups.back().rows.push_back({known.action->text(), keys.first(std::min<qsizetype>(2, keys.size()))});
  }
  return groups;
}

/// What the page, the panel and the map do with keys themselves.
std::vector<Group> ownKeys() {
  return {{sheetText("In the text"),
           {{sheetText("Next link, number or exercise"), {sheetText("Tab")}},
            {sheetText("Do it"), {sheetText("Enter")}},
            {sheetText("Change a number"), {QStringLiteral("←"), QStringLiteral("→")}},
            {sheetText("Larger or finer steps"), {sheetText("Shift"), sheetText("Alt")}},
            {sheetText("Page down"), {sheetText("Space"), sheetText("PgDown")}}}},
          {sheetText("In the code"),
           {{sheetText("Run"), {sheetText("Ctrl+Enter"), sheetText("Shift+Enter")}},
            {sheetText("Stop"), {sheetText("Ctrl+.")}},
            {sheetText("Complete a word"), {sheetText("Ctrl+Space")}},
            {sheetText("Indent, or less"), {sheetText("Tab"), sheetText("Shift+Tab")}},
            {sheetText("Comment, or code again"), {sheetText("Ctrl+/")}},
            {sheetText("To the buttons"), {sheetText("Ctrl+Tab")}},
            {sheetText("Back to the text"), {sheetText("Esc")}}}},
          {sheetText("On the panel"),
           {{sheetText("Move a point"),
             {QStringLiteral("←"), QStringLiteral("→"), QStringLiteral("↑"), QStringLiteral("↓")}},
            {sheetText("Play or pause"), {sheetText("Space")}},
            {sheetText("Keep this run"), {QStringLiteral("R")}},
            {sheetText("Reorder marked states"), {sheetText("Alt+←"), sheetText("Alt+→")}}}},
          {sheetText("On the map"),
           {{sheetText("Along what builds on what"), {QStringLiteral("←"), QStringLiteral("→")}},
            {sheetText("Within a level"), {QStringLiteral("↑"), QStringLiteral("↓")}},
            {sheetText("Open the chapter"), {sheetText("Enter")}}}}};
}

QLabel* label(const QString& text, int pixels, QFont::Weight weight, const QColor& color) {
  auto* made = new QLabel(text);
  made->setTextFormat(Qt::PlainText);
  made->setFont(controls::interfaceFont(pixels, weight));
  made->setStyleSheet(QStringLiteral("color:%1").arg(color.name()));
  return made;
}

QWidget* keysOf(const QStringList& keys, const render::Theme& theme) {
  auto* box = new QWidget;
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(unit / 2);
  row->addStretch(1);
  for (const QString& key : keys) {
    QLabel* chip = label(key, controls::smallType, QFont::Medium, theme.text);
    chip->setStyleSheet(
        QStringLiteral("color:%1;background:%2;border:1px solid %3;border-radius:4px;padding:1px 6px")
            .arg(theme.text.name(), theme.chrome.name(), theme.rule.name()));
    row->addWidget(chip);
  }
  return box;
}

QWidget* groupBox(const Group& group, const render::Theme& theme) {
  auto* box = new QWidget;
  box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  auto* grid = new QGridLayout(box);
  grid->setContentsMargins(0, 0, 0, 2 * unit);
  grid->setHorizontalSpacing(2 * unit);
  grid->setVerticalSpacing(unit / 2 + 2);
  grid->setColumnStretch(0, 1);
  grid->addWidget(label(group.title, controls::smallType, QFont::DemiBold, theme.link), 0, 0, 1, 2);
  int line = 1;
  for (const Row& row : group.rows) {
    grid->addWidget(label(row.what, controls::bodyType, QFont::Normal, theme.text), line, 0);
    grid->addWidget(keysOf(row.keys, theme), line, 1);
    ++line;
  }
  return box;
}

} // namespace

ShortcutSheet::ShortcutSheet(const std::vector<WindowAction>& actions, const render::Theme& theme,
                             QWidget* parent)
    : QDialog(parent) {
  setWindowTitle(tr("Keyboard shortcuts"));
  QPalette colors = controls::palette(theme);
  setPalette(colors);
  auto* content = new QWidget;
  auto* columns = new QHBoxLayout(content);
  columns->setContentsMargins(3 * unit, 2 * unit, 3 * unit, unit);
  columns->setSpacing(5 * unit);
  std::vector<Group> groups = groupsOf(actions);
  for (Group& group : ownKeys())
    groups.push_back(std::move(group));
  std::size_t rows = 0;
  for (const Group& group : groups)
    rows += group.rows.size() + 2;
  std::size_t placed = 0;
  QVBoxLayout* column = nullptr;
  for (const Group& group : groups) {
    // Two columns of about the same length.
    if (!column || (columns->count() == 1 && placed >= rows / 2)) {
      if (column)
        column->addStretch(1);
      column = new QVBoxLayout;
      columns->addLayout(column, 1);
    }
    column->addWidget(groupBox(group, theme));
    placed += group.rows.size() + 2;
  }
  if (column)
    column->addStretch(1);
  auto* area = new QScrollArea;
  area->setFrameShape(QFrame::NoFrame);
  area->setWidgetResizable(true);
  area->setWidget(content);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->addWidget(area);
  const QSize wanted = content->sizeHint() + QSize(unit, unit);
  resize(wanted.boundedTo(parent->size() - QSize(40, 40)).expandedTo({320, 240}));
}

} // namespace eigenboard::window
