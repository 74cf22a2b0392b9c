#include "app/window/beside.h"

#include "app/code_bench/code_bench.h"
#include "app/reader/code_cells.h"
#include "app/reader/reader.h"
#include "app/stage/stage_widget.h"

namespace eigenboard::window {

Beside::Beside(reader::Reader& reader, stage::StageWidget& stage, const render::Theme& theme, QWidget* parent)
    : QStackedWidget(parent), Themed(theme), reader_(reader), stage_(stage) {
  addWidget(&stage);
  setFocusProxy(&stage);
  connect(&reader_, &reader::Reader::chapterShown, this, &Beside::bringBack);
}

void Beside::openCode(const QString& key) {
  if (!reader_.codeCells().find(key))
    return;
  if (!bench_) {
    bench_ = new code_bench::CodeBench(reader_.codeCells(), theme());
    addWidget(bench_);
    connect(bench_, &code_bench::CodeBench::closeWanted, this, [this] {
      showStage();
      emit codeClosed();
    });
  }
  bench_->setZoom(reader_.zoom());
  bench_->open(key);
  isOpen_ = true;
  bringBack();
  emit codeOpened();
}

void Beside::showStage() {
  isOpen_ = false;
  bringBack();
}

bool Beside::showsCode() const {
  return bench_ && currentWidget() == bench_;
}

QString Beside::codeKey() const {
  return isOpen_ ? bench_->key() : QString();
}

void Beside::focusFront() {
  if (showsCode())
    bench_->setFocus(Qt::ShortcutFocusReason);
  else
    stage_.focusPicture();
}

void Beside::bringBack() {
  const bool wasCode = showsCode();
  const bool isCode = isOpen_ && bench_->hasCell();
  QWidget* front = isCode ? static_cast<QWidget*>(bench_) : &stage_;
  if (isCode)
    bench_->open(bench_->key());
  setFocusProxy(front);
  setCurrentWidget(front);
  if (wasCode != isCode)
    emit changed();
}

} // namespace eigenboard::window
