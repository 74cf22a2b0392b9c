#include "app/navigation/find_bar.h"

#include "app/reader/places.h"
#include "views/controls/appearance.h"
#include "views/controls/button.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

namespace eigenboard::navigation {

using controls::unit;

FindBar::FindBar(reader::Reader& reader, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), reader_(reader) {
  setAccessibleName(tr("Find in this chapter"));
  words_ = new QLineEdit;
  words_->setPlaceholderText(tr("Find in this chapter"));
  words_->setAccessibleName(tr("Words to find"));
  words_->setToolTip(tr("TeX such as \\lambda is found in formulas"));
  words_->setFont(controls::interfaceFont(controls::bodyType));
  words_->setMinimumWidth(90);
  words_->installEventFilter(this);
  count_ = new QLabel;
  count_->setFont(controls::interfaceFont(controls::smallType));
  count_->setMinimumWidth(64);
  matchCase_ = new controls::Button(theme, controls::Icon::None, tr("Aa"), tr("Capitals must agree"));
  matchCase_->setAccessibleName(tr("Match case"));
  wholeWords_ = new controls::Button(theme, controls::Icon::None, tr("Word"), tr("Whole words only"));
  previous_ = new controls::Button(theme, controls::Icon::ChevronUp, {}, tr("Previous match (Shift+F3)"));
  next_ = new controls::Button(theme, controls::Icon::ChevronDown, {}, tr("Next match (F3)"));
  auto* close = new controls::Button(theme, controls::Icon::Cross, {},
                                     tr("Close and stay here (Escape goes back to where you were)"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(unit + unit / 2, unit / 2, unit, unit / 2);
  row->setSpacing(unit / 2);
  row->addWidget(words_, 1);
  row->addWidget(count_);
  for (controls::Button* button : {matchCase_, wholeWords_}) {
    button->setCheckable(true);
    connect(button, &controls::Button::toggled, this, &FindBar::search);
  }
  for (controls::Button* button : {matchCase_, wholeWords_, previous_, next_, close})
    row->addWidget(button);
  connect(words_, &QLineEdit::textChanged, this, &FindBar::search);
  connect(previous_, &controls::Button::clicked, this, [this] { step(-1); });
  connect(next_, &controls::Button::clicked, this, [this] { step(1); });
  connect(close, &controls::Button::clicked, this, &FindBar::closeAndStay);
  // Another page under an open bar is marked too (the reader keeps the words), without being scrolled.
  connect(&reader, &reader::Reader::chapterShown, this, [this] {
    if (isOpen() && reader_.currentChapter() != startChapter_) {
      startChapter_ = reader_.currentChapter();
      start_ = reader_.position();
      refreshCount();
    }
  });
  hide();
  themeChanged();
}

void FindBar::open() {
  if (!isOpen()) {
    start_ = reader_.position();
    startChapter_ = reader_.currentChapter();
    show();
  }
  const QString selected = reader_.selectedText();
  if (!selected.isEmpty() && !selected.contains(u'\n') && selected != words_->text())
    words_->setText(selected);
  else
    search();
  words_->setFocus(Qt::ShortcutFocusReason);
  words_->selectAll();
}

void FindBar::search() {
  if (!isOpen())
    return;
  reader_.places().find(words_->text(), {matchCase_->isChecked(), wholeWords_->isChecked()});
  refreshCount();
}

void FindBar::step(int direction) {
  if (!isOpen())
    return open();
  const int count = reader_.places().matchCount();
  if (count == 0)
    return search();
  // Round the end and on from the beginning.
  reader_.places().showMatch((reader_.places().currentMatch() + direction + count) % count);
  refreshCount();
}

QString FindBar::countText() const {
  return count_->text();
}

void FindBar::refreshCount() {
  const int count = reader_.places().matchCount();
  const bool isEmpty = words_->text().trimmed().isEmpty();
  count_->setText(isEmpty      ? QString()
                  : count == 0 ? tr("Not found")
                  : reader_.places().currentMatch() < 0
                      ? tr("%1 matches").arg(count)
                      : tr("%1 of %2").arg(reader_.places().currentMatch() + 1).arg(count));
  words_->setAccessibleDescription(count_->text());
  previous_->setEnabled(count > 0);
  next_->setEnabled(count > 0);
  const bool refused = !isEmpty && count == 0;
  if (words_->property("refused").toBool() != refused) {
    words_->setProperty("refused", refused);
    words_->setStyleSheet(words_->styleSheet()); // the property chooses the colour
  }
}

void FindBar::close() {
  // First: hiding what has the keyboard would hand it to the next link of the page, and scroll there.
  reader_.setFocus(Qt::OtherFocusReason);
  hide();
  reader_.places().endFind();
}

void FindBar::closeAndReturn() {
  const bool isSamePage = reader_.currentChapter() == startChapter_;
  close();
  if (isSamePage)
    reader_.setPosition(start_);
}

void FindBar::closeAndStay() {
  close();
}

bool FindBar::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
      step(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
      return true;
    }
    if (key->key() == Qt::Key_Escape) {
      closeAndReturn();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void FindBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), theme().chrome);
  painter.setPen(theme().rule);
  painter.drawLine(0, height() - 1, width(), height() - 1);
}

void FindBar::themeChanged() {
  QPalette muted = controls::palette(theme());
  muted.setColor(QPalette::WindowText, theme().textMuted);
  count_->setPalette(muted);
}

} // namespace eigenboard::navigation
