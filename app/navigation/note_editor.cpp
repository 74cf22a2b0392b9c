#include "app/navigation/note_editor.h"

#include "views/controls/appearance.h"
#include "views/controls/button.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGraphicsDropShadowEffect>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace eigenboard::navigation {

using controls::unit;

namespace {
constexpr int editorWidth = 340;
constexpr int textHeight = 92;
constexpr int quotedLetters = 90;
} // namespace

NoteEditor::NoteEditor(const render::Theme& theme, QWidget* parent) : QFrame(parent), Themed(theme) {
  setObjectName(QStringLiteral("noteEditor"));
  setAccessibleName(tr("Note"));
  passage_ = new QLabel;
  passage_->setTextFormat(Qt::PlainText);
  passage_->setWordWrap(true);
  passage_->setFont(controls::interfaceFont(controls::smallType));
  text_ = new QPlainTextEdit;
  text_->setAccessibleName(tr("Text of the note"));
  text_->setPlaceholderText(tr("Your note"));
  text_->setFont(controls::interfaceFont(controls::bodyType));
  text_->setFixedHeight(textHeight);
  text_->setTabChangesFocus(true);
  text_->installEventFilter(this);
  auto* remove = new controls::Button(theme, controls::Icon::None, tr("Remove"), tr("Remove this note"));
  auto* done =
      new controls::Button(theme, controls::Icon::Check, tr("Done"), tr("Keep the note (Ctrl+Enter)"));
  done->setLook(controls::Button::Look::Inviting);
  remove_ = remove;
  connect(done, &controls::Button::clicked, this, &NoteEditor::finish);
  connect(remove, &controls::Button::clicked, this, [this] {
    before_ = text_->toPlainText();
    finish();
    emit removeWanted(id_);
  });
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(remove);
  buttons->addStretch(1);
  buttons->addWidget(done);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(unit + unit / 2, unit + unit / 2, unit + unit / 2, unit);
  column->setSpacing(unit);
  column->addWidget(passage_);
  column->addWidget(text_);
  column->addLayout(buttons);
  setFixedWidth(editorWidth);
  auto* shadow = new QGraphicsDropShadowEffect(this);
  shadow->setBlurRadius(24);
  shadow->setOffset(0, 4);
  shadow->setColor(QColor(0, 0, 0, 70));
  setGraphicsEffect(shadow);
  hide();
  themeChanged();
}

void NoteEditor::open(qint64 id, const QString& passage, const QString& text, const QRect& beside) {
  finish();
  id_ = id;
  before_ = text;
  const QString quoted = passage.size() > quotedLetters ? passage.first(quotedLetters) + u'…' : passage;
  passage_->setText(tr("“%1”").arg(quoted));
  text_->setPlainText(text);
  text_->moveCursor(QTextCursor::End);
  remove_->setVisible(id != 0);
  adjustSize();
  const QRect room = parentWidget()->rect().adjusted(unit, unit, -unit, -unit);
  const int below = beside.bottom() + unit;
  const int above = beside.top() - unit - height();
  const int y = below + height() <= room.bottom() ? below : above;
  move(std::clamp(beside.left(), room.left(), std::max(room.left(), room.right() - width())),
       std::clamp(y, room.top(), std::max(room.top(), room.bottom() - height())));
  show();
  raise();
  text_->setFocus(Qt::PopupFocusReason);
}

void NoteEditor::finish() {
  if (!isVisible() || isFinishing_)
    return;
  // The keyboard goes back first: hiding what has it would hand it to the next link of the page, and scroll
  // there.
  isFinishing_ = true;
  emit closed();
  hide();
  isFinishing_ = false;
  if (text_->toPlainText() != before_)
    emit written(id_, text_->toPlainText());
}

bool NoteEditor::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() == Qt::Key_Escape || (isEnter && key->modifiers() & Qt::ControlModifier)) {
      if (event->type() == QEvent::KeyPress)
        finish();
      event->accept();
      return true;
    }
  }
  // Focus that goes to another widget of the window ends the note; a menu or another window does not.
  if (event->type() == QEvent::FocusOut) {
    const QWidget* now = QApplication::focusWidget();
    if (now && now != text_ && !isAncestorOf(now) && now->window() == window())
      finish();
  }
  return QFrame::eventFilter(watched, event);
}

void NoteEditor::themeChanged() {
  setStyleSheet(QStringLiteral("#noteEditor{background:%1;border:1px solid %2;border-radius:8px}"
                               "QLabel{color:%3;background:transparent}"
                               "QPlainTextEdit{background:%4;color:%5;border:1px solid %2;border-radius:4px;"
                               "padding:2px;selection-background-color:%6;selection-color:%5}")
                    .arg(theme().surface.name(), theme().rule.name(), theme().textMuted.name(),
                         theme().page.name(), theme().text.name(), theme().selection.name()));
}

} // namespace eigenboard::navigation
