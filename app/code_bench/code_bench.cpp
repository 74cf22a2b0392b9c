#include "app/code_bench/code_bench.h"

#include "app/code_bench/output_view.h"
#include "app/code_bench/python_editor.h"
#include "app/reader/typography.h"
#include "views/controls/appearance.h"
#include "views/controls/button.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QVBoxLayout>

namespace eigenboard::code_bench {

using controls::Button;
using controls::Icon;

namespace {

constexpr int titleType = 18;
constexpr int refreshMilliseconds = 50;

} // namespace

CodeBench::CodeBench(reader::CodeCells& cells, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), cells_(cells), editor_(new PythonEditor),
      output_(new OutputView(theme)), parts_(new QSplitter(Qt::Vertical)) {
  parts_->setChildrenCollapsible(false);
  parts_->setHandleWidth(1);
  parts_->addWidget(editor_);
  parts_->addWidget(output_);
  parts_->setStretchFactor(0, 3);
  parts_->setStretchFactor(1, 2);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(2 * controls::unit, controls::unit, 2 * controls::unit, controls::unit);
  column->setSpacing(controls::unit);
  column->addWidget(buildHeader());
  column->addWidget(parts_, 1);
  editor_->setAccessibleName(tr("Code. Control and Enter runs it, Escape leaves it"));
  setFocusProxy(editor_);

  refreshTimer_.setSingleShot(true);
  refreshTimer_.setInterval(refreshMilliseconds);
  connect(&refreshTimer_, &QTimer::timeout, this, &CodeBench::refresh);
  connect(&cells_, &reader::CodeCells::changed, this, [this] {
    if (!refreshTimer_.isActive())
      refreshTimer_.start();
  });
  takeTimer_.setSingleShot(true);
  connect(&takeTimer_, &QTimer::timeout, this, &CodeBench::take);
  connect(editor_, &PythonEditor::textChanged, &takeTimer_, qOverload<>(&QTimer::start));
  connect(editor_, &PythonEditor::runWanted, this, &CodeBench::run);
  connect(editor_, &PythonEditor::closeWanted, this, &CodeBench::closeWanted);
  themeChanged();
}

QWidget* CodeBench::buildHeader() {
  auto* header = new QWidget;
  auto* row = new QHBoxLayout(header);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(controls::unit / 2);
  title_ = new QLabel;
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
  reset_ = add(Icon::Reset, {}, tr("Back to the code of the book"));
  Button* copy = add(Icon::Copy, {}, tr("Copy the code"));
  Button* close = add(Icon::Cross, {}, tr("Back to the panel (Esc)"));
  connect(run_, &Button::clicked, this, [this] {
    if (reader::Node* cell = cells_.find(key_); cell && cell->code.isRunning)
      cells_.stop(*cell);
    else
      run();
  });
  connect(reset_, &Button::clicked, this, [this] {
    if (reader::Node* cell = cells_.find(key_)) {
      cells_.reset(*cell);
      refresh();
    }
  });
  connect(copy, &Button::clicked, this,
          [this] { QGuiApplication::clipboard()->setText(editor_->text() + u'\n'); });
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
    isTooLong_ = false;
    editor_->open(cells_.code(*cell));
  }
  // The key names the chapter, and which of its cells it is.
  title_->setText(tr("Code %1 of %2").arg(key.section(u'/', 1, 1), key.section(u'/', 0, 0)));
  refresh();
}

void CodeBench::take() {
  reader::Node* cell = cells_.find(key_);
  if (!cell)
    return;
  const QString text = editor_->text();
  cells_.setCode(*cell, text);
  isTooLong_ = cells_.code(*cell) != text;
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
  if (reader::Node* cell = cells_.find(key_); cell && !isTooLong_) {
    cells_.run(*cell);
    refresh();
  }
}

void CodeBench::refresh() {
  takeWhatWaits();
  const reader::Node* cell = cells_.find(key_);
  if (!cell)
    return; // another chapter is open; the cell comes back with its own
  if (!isTooLong_)
    editor_->replaceAll(cells_.code(*cell)); // written on the page, or reset
  reset_->setEnabled(cell->code.isChanged);
  const std::optional<reader::CellRun> last = cells_.lastRun(*cell);
  const bool isRunning = last && last->isRunning;
  run_->setIcon(isRunning ? Icon::Stop : Icon::Play);
  run_->setText(isRunning ? tr("Stop") : tr("Run"));
  run_->setAccessibleName(run_->text());
  editor_->markError(cell->code.errorLine, last ? last->error : QString());
  if (isTooLong_)
    output_->setStatus(tr("So long a text is neither kept nor run: make it shorter."), true);
  else if (last)
    output_->setStatus(last->status, last->isFaulty);
  else
    output_->setStatus(tr("Not run yet. Ctrl+Enter runs it."), false);
  output_->setFigures(last ? last->figures : std::vector<reader::PictureFile>());
  output_->setPrinted(last ? last->pieces : std::vector<code_runner::Piece>());
}

void CodeBench::setZoom(double zoom) {
  zoom_ = zoom;
  themeChanged();
}

void CodeBench::themeChanged() {
  const reader::Typography type = reader::typography(theme(), zoom_);
  editor_->setLook(type.code.font, theme());
  output_->setCodeFont(type.code.font);
  title_->setStyleSheet(QStringLiteral("color:%1").arg(theme().text.name()));
  parts_->setStyleSheet(QStringLiteral("QSplitter::handle{background:%1}").arg(theme().rule.name()));
  setAutoFillBackground(true);
  QPalette colors = palette();
  colors.setColor(QPalette::Window, theme().page);
  setPalette(colors);
  if (!key_.isEmpty())
    refresh();
}

} // namespace eigenboard::code_bench
