#include "app/code_bench/code_bench.h"

#include "app/code_bench/output_view.h"
#include "app/code_bench/python_editor.h"
#include "app/reader/typography.h"
#include "views/controls/appearance.h"
#include "views/controls/button.h"
#include "views/controls/tab_order.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace eigenboard::code_bench {

using controls::Button;
using controls::Icon;

namespace {

constexpr int titleType = 18;
constexpr int refreshMilliseconds = 50;
constexpr int copiedMilliseconds = 1500;
// Of the height: short code leaves more room to what it prints.
constexpr double leastForCode = 0.25;
constexpr double mostForCode = 0.6;

} // namespace

CodeBench::CodeBench(reader::CodeDesk& desk, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), desk_(desk), cells_(desk.cells()), editor_(new PythonEditor),
      output_(new OutputView(theme)), parts_(new QSplitter(Qt::Vertical)) {
  parts_->setChildrenCollapsible(false);
  parts_->setHandleWidth(1);
  parts_->addWidget(editor_);
  parts_->addWidget(output_);
  connect(parts_, &QSplitter::splitterMoved, this, [this] { isDivided_ = true; });
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(2 * controls::unit, controls::unit, 2 * controls::unit, controls::unit);
  column->setSpacing(controls::unit);
  QWidget* header = buildHeader();
  column->addWidget(header);
  column->addWidget(parts_, 1);
  controls::setTabOrder({editor_, header, output_});
  editor_->setAccessibleName(tr("Code"));
  editor_->setAccessibleDescription(
      tr("Control and Enter runs it, Control and Tab goes to the buttons, Escape leaves it"));
  setFocusProxy(editor_);

  takeTimer_.setSingleShot(true);
  connect(&takeTimer_, &QTimer::timeout, this, &CodeBench::take);
  connect(editor_, &PythonEditor::textChanged, &takeTimer_, qOverload<>(&QTimer::start));
  refreshTimer_.setSingleShot(true);
  refreshTimer_.setInterval(refreshMilliseconds);
  connect(&refreshTimer_, &QTimer::timeout, this, &CodeBench::refresh);
  connect(&cells_, &reader::CodeCells::changed, this, [this] {
    if (isVisible() && !refreshTimer_.isActive())
      refreshTimer_.start();
  });
  connect(&desk_, &reader::CodeDesk::checked, this, &CodeBench::showVerdict);
  connect(editor_, &PythonEditor::runWanted, this, &CodeBench::run);
  connect(editor_, &PythonEditor::stopWanted, this, &CodeBench::stop);
  connect(editor_, &PythonEditor::leaveWanted, this, &CodeBench::focusNextPrevChild);
  connect(editor_, &PythonEditor::closeWanted, this, &CodeBench::closeWanted);
  connect(editor_, &PythonEditor::zoomWanted, this, &CodeBench::zoomWanted);
  themeChanged();
}

QWidget* CodeBench::buildHeader() {
  auto* header = new QWidget;
  auto* row = new QHBoxLayout(header);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(controls::unit / 2);
  title_ = new QLabel;
  title_->setTextFormat(Qt::PlainText);
  title_->setFont(controls::interfaceFont(titleType, QFont::DemiBold));
  row->addWidget(title_);
  row->addStretch(1);
  const auto add = [&](Icon icon, const QString& text, const QString& help) {
    auto* button = new Button(theme(), icon, text, help, header);
    row->addWidget(button);
    return button;
  };
  run_ = add(Icon::Play, tr("Run"), tr("Run the code (Ctrl+Enter)"));
  run_->setLook(Button::Look::Inviting);
  check_ = add(Icon::Check, tr("Check"), tr("Hold the code against the cases of the exercise"));
  reset_ = add(Icon::Reset, {}, tr("Back to the code and the output of the book"));
  copy_ = add(Icon::Copy, {}, tr("Copy the code"));
  Button* close = add(Icon::Cross, {}, tr("Back to the panel (Esc)"));
  connect(run_, &Button::clicked, this, [this] {
    const reader::Node* cell = cells_.find(key_);
    cell && cell->code.isRunning ? stop() : run();
  });
  connect(check_, &Button::clicked, this, [this] {
    takeWhatWaits();
    desk_.check(key_);
  });
  connect(reset_, &Button::clicked, this, [this] {
    tooLong_.remove(key_);
    if (reader::Node* cell = cells_.find(key_))
      cells_.reset(*cell);
    takeTimer_.stop(); // what is reset is not written again
    refresh();
  });
  connect(copy_, &Button::clicked, this, &CodeBench::copy);
  connect(close, &Button::clicked, this, &CodeBench::closeWanted);
  return header;
}

void CodeBench::open(const QString& key) {
  const reader::Node* cell = cells_.find(key);
  if (!cell)
    return;
  if (key != key_) {
    takeWhatWaits();
    key_ = key;
    verdict_ = {};
    editor_->open(tooLong_.value(key, cells_.code(*cell)));
    takeTimer_.stop(); // it came from the cell
  }
  title_->setText(cells_.title(*cell));
  check_->setVisible(desk_.canCheck(key));
  refresh();
}

void CodeBench::take() {
  reader::Node* cell = cells_.find(key_);
  if (!cell)
    return;
  const QString text = editor_->text();
  if (text != cells_.code(*cell))
    verdict_ = {};
  if (cells_.setCode(*cell, text))
    tooLong_.remove(key_);
  else
    tooLong_.insert(key_, text);
  refreshTimer_.start();
}

void CodeBench::takeWhatWaits() {
  if (takeTimer_.isActive()) {
    takeTimer_.stop();
    take();
  }
}

void CodeBench::run() {
  takeWhatWaits();
  if (reader::Node* cell = cells_.find(key_); cell && !tooLong_.contains(key_)) {
    verdict_ = {};
    cells_.run(*cell);
    refresh();
  }
}

void CodeBench::stop() {
  if (reader::Node* cell = cells_.find(key_))
    cells_.stop(*cell);
}

void CodeBench::copy() {
  QGuiApplication::clipboard()->setText(editor_->text() + u'\n');
  copy_->setIcon(Icon::Check);
  copy_->setToolTip(tr("Copied"));
  QTimer::singleShot(copiedMilliseconds, copy_, [this] {
    copy_->setIcon(Icon::Copy);
    copy_->setToolTip(tr("Copy the code"));
  });
}

void CodeBench::showVerdict(const QString& exercise, const book::Judgement& judgement) {
  const reader::Node* cell = cells_.find(key_);
  if (!cell || cells_.exercise(*cell) != exercise || !desk_.canCheck(key_))
    return;
  verdict_ = judgement;
  refresh();
}

void CodeBench::refresh() {
  takeWhatWaits();
  const reader::Node* cell = cells_.find(key_);
  if (!cell)
    return; // another chapter is open; the cell comes back with its own
  const bool isTooLong = tooLong_.contains(key_);
  if (!isTooLong) {
    editor_->replaceAll(cells_.code(*cell)); // written on the page, or reset
    takeTimer_.stop();
  }
  reset_->setEnabled(cell->code.isChanged || isTooLong);
  const std::optional<reader::CellRun> last = cells_.lastRun(*cell);
  const bool isRunning = last && last->isRunning;
  run_->setIcon(isRunning ? Icon::Stop : Icon::Play);
  run_->setText(isRunning ? tr("Stop") : tr("Run"));
  run_->setToolTip(isRunning ? tr("Stop the code (Ctrl+.)") : tr("Run the code (Ctrl+Enter)"));
  run_->setAccessibleName(run_->text());
  editor_->markError(cell->code.errorLine, last ? last->error : QString());
  if (isTooLong)
    output_->setStatus(tr("So long a text is neither kept nor run: make it shorter."), true);
  else if (!verdict_.words.isEmpty())
    output_->setStatus(verdict_.words, verdict_.verdict != book::Verdict::Right);
  else if (last)
    output_->setStatus(last->status, last->isFaulty);
  else
    output_->setStatus(tr("Not run yet. Ctrl+Enter runs it."), false);
  output_->setRun(last ? &*last : nullptr);
  shareRoom();
}

void CodeBench::shareRoom() {
  if (isDivided_ || parts_->height() <= 0)
    return;
  const int room = parts_->height();
  const int wanted =
      (editor_->lines() + 3) * editor_->textHeight(0); // a note under a line, a bar, a line to write
  const int code =
      std::clamp(wanted, static_cast<int>(leastForCode * room), static_cast<int>(mostForCode * room));
  if (parts_->sizes().front() != code)
    parts_->setSizes({code, room - code});
}

void CodeBench::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh();
}

void CodeBench::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  shareRoom();
}

void CodeBench::setZoom(double zoom) {
  zoom_ = zoom;
  themeChanged();
}

void CodeBench::themeChanged() {
  const reader::Typography type = reader::typography(theme(), zoom_);
  editor_->setLook(type.code.font, theme());
  output_->setType(type.code.font,
                   controls::interfaceFont(static_cast<int>(std::lround(controls::smallType * zoom_))));
  title_->setStyleSheet(QStringLiteral("color:%1").arg(theme().text.name()));
  parts_->setStyleSheet(QStringLiteral("QSplitter::handle{background:%1}").arg(theme().rule.name()));
  setAutoFillBackground(true);
  QPalette colors = palette();
  colors.setColor(QPalette::Window, theme().page);
  setPalette(colors);
  shareRoom();
}

} // namespace eigenboard::code_bench
