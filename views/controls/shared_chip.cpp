#include "views/controls/shared_chip.h"

#include "views/controls/appearance.h"
#include "views/panel/shared_objects.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace eigenboard::controls {

using namespace Qt::StringLiterals;

namespace {

constexpr int chipPadding = 4;

} // namespace

SharedChip::SharedChip(panel::Session& session, const QString& key, int width, const render::Theme& theme,
                       QWidget* parent)
    : QWidget(parent), Themed(theme), session_(session), key_(key), width_(width) {
  setFont(interfaceFont(smallType));
  letGo_ = new Button(theme, Icon::None, tr("Let go"), tr("Keep the value, and share it no longer"), this);
  letGo_->setLook(Button::Look::Inviting);
  connect(letGo_, &Button::clicked, this, [this] {
    if (session_.shared())
      session_.shared()->letGo(session_, key_);
  });
  refresh(true);
}

void SharedChip::refresh(bool isControlShown) {
  const panel::SharedObjects* shared = session_.shared();
  const QString name = shared ? shared->nameAt(session_, key_) : QString();
  QString words;
  if (!name.isEmpty()) {
    const QStringList partners = shared->partners(session_, key_);
    words = partners.isEmpty() ? tr("@%1 · no other panel yet").arg(name)
                               : tr("@%1 · shared with %2").arg(name, partners.join(u", "_s));
  }
  if (words != words_) {
    words_ = words;
    setAccessibleName(words_);
    setToolTip(words_);
    letGo_->setAccessibleName(tr("Let go of @%1").arg(name));
    const int needed = fontMetrics().boundingRect(wordsBox(), Qt::TextWordWrap, words_).height();
    const int lines = std::min(needed, 2 * fontMetrics().lineSpacing());
    setFixedSize(width_, std::max(lines + 2 * chipPadding, rowHeight));
    const QSize button = letGo_->sizeHint();
    letGo_->setGeometry(QRect(QPoint(width_ - button.width(), (height() - button.height()) / 2), button));
    update();
  }
  setVisible(isControlShown && !words_.isEmpty());
}

QRect SharedChip::wordsBox() const {
  const int left = 2 * chipPadding;
  return {left, 0, width_ - left - letGo_->sizeHint().width(), 1000};
}

void SharedChip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(mixed(theme().surface, theme().link, 0.1));
  painter.drawRoundedRect(QRectF(rect()), 5, 5);
  painter.setPen(theme().text);
  QRect box = wordsBox();
  box.setHeight(height());
  painter.drawText(box, Qt::AlignVCenter | Qt::TextWordWrap, words_);
}

} // namespace eigenboard::controls
