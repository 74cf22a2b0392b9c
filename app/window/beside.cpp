#include "app/window/beside.h"

#include "app/code_bench/code_bench.h"
#include "app/reader/code_desk.h"
#include "app/reader/reader.h"
#include "app/stage/stage_widget.h"
#include "app/window/no_panel.h"

#include <QtWidgets/QApplication>

#include <utility>

namespace eigenboard::window {

Beside::Beside(reader::Reader& reader, stage::StageWidget& stage, const render::Theme& theme, QWidget* parent)
    : QStackedWidget(parent), Themed(theme), reader_(reader), stage_(stage) {
  addWidget(&stage);
  noPanel_ = new NoPanel(theme);
  addWidget(noPanel_);
  bringBack();
  connect(noPanel_, &NoPanel::searchWanted, this, &Beside::searchWanted);
  connect(&stage_, &stage::StageWidget::panelShown, this, &Beside::bringBack);
  connect(&reader_, &reader::Reader::chapterShown, this, &Beside::bringBack);
}

void Beside::openCode(const QString& key) {
  keepCode(key);
  if (!showsCode())
    return;
  reader_.codeDesk().closeEditor(); // the one in place would be a second on the same code
  emit codeOpened();
}

void Beside::keepCode(const QString& key) {
  key_ = key;
  bringBack();
}

void Beside::showStage() {
  keepCode({});
}

void Beside::close() {
  showStage();
  emit codeClosed();
}

bool Beside::showsCode() const {
  return bench_ && currentWidget() == bench_;
}

bool Beside::isInCode() const {
  return showsCode() && bench_->isAncestorOf(QApplication::focusWidget());
}

void Beside::focusFront() {
  if (showsCode())
    bench_->setFocus(Qt::ShortcutFocusReason);
  else if (currentWidget() == noPanel_)
    noPanel_->setFocus(Qt::ShortcutFocusReason);
  else
    stage_.focusPicture();
}

void Beside::makeBench() {
  bench_ = new code_bench::CodeBench(reader_.codeDesk(), theme());
  addWidget(bench_);
  connect(bench_, &code_bench::CodeBench::closeWanted, this, &Beside::close);
  connect(bench_, &code_bench::CodeBench::zoomWanted, &reader_, &reader::Reader::zoomWanted);
}

void Beside::bringBack() {
  const bool wasCode = showsCode();
  const bool hadKeyboard = isInCode();
  const bool isCode = !key_.isEmpty() && reader_.codeCells().find(key_);
  if (isCode) {
    if (!bench_)
      makeBench();
    bench_->setZoom(reader_.zoom());
    bench_->open(key_);
  }
  QWidget* panel = stage_.currentPanel().isEmpty() ? static_cast<QWidget*>(noPanel_) : &stage_;
  QWidget* front = isCode ? static_cast<QWidget*>(bench_) : panel;
  setFocusProxy(front);
  setCurrentWidget(front);
  if (hadKeyboard && !isCode)
    reader_.setFocus(Qt::OtherFocusReason); // a stack would give it to some button of the panel
  if (wasCode != isCode)
    emit changed();
}

} // namespace eigenboard::window
