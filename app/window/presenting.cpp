#include "app/window/presenting.h"

#include "app/stage/picture.h"
#include "app/window/screens.h"

#include <QtGui/QGuiApplication>
#include <QtGui/QScreen>
#include <QtGui/QShortcut>
#include <QtGui/QUndoStack>
#include <QtGui/QWindow>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>

namespace eigenboard::window {

namespace {

/// A light room's theme becomes the projector's; who reads on dark or strong ground presents on it.
render::Theme themeForRoom(const render::Theme& theme) {
  return theme.dark || theme.highContrast ? theme : render::themeNamed(QStringLiteral("presentation"));
}

} // namespace

Presenting::Presenting(QUndoStack& undoStack, typesetting::Typesetter& typesetter, QObject* parent)
    : QObject(parent), undoStack_(undoStack), typesetter_(typesetter) {}

Presenting::~Presenting() {
  delete presentation_;
}

void Presenting::start(panel::Session& session, std::vector<stage::Stop> stops,
                       std::vector<render::ViewLook> looks, const render::Theme& theme, QWidget& from) {
  end();
  from_ = &from;
  focused_ = from.focusWidget();
  const auto make = [this, session = QPointer<panel::Session>(&session), stops = std::move(stops),
                     looks = std::move(looks), theme = themeForRoom(theme)](QScreen& screen) {
    if (!session)
      return;
    presentation_ = new stage::Presentation(*session, typesetter_, theme);
    presentation_->setStops(stops);
    presentation_->setLooks(looks);
    presentation_->setSnapping(snapping_);
    presentation_->setReducedMotion(isReduced_);
    presentation_->picture().setSpaceDrawing(spaceDrawing_);
    connect(presentation_, &stage::Presentation::ended, this, &Presenting::end);
    addUndo();
    show(screen);
  };
  const QList<QScreen*> screens = QGuiApplication::screens();
  const auto own = static_cast<int>(screens.indexOf(from.screen()));
  if (const auto found = screenToPresentOn(static_cast<int>(screens.size()), own))
    return make(*screens.at(*found));
  auto* menu = new QMenu(tr("Present on"), &from);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addSection(tr("Present on"));
  for (qsizetype i = 0; i < screens.size(); ++i) {
    const QSize size = screens[i]->size();
    const QString words =
        tr("Screen %1: %2, %3×%4").arg(i + 1).arg(screens[i]->name()).arg(size.width()).arg(size.height());
    QAction* action = menu->addAction(i == own ? tr("%1 (this one)").arg(words) : words);
    connect(action, &QAction::triggered, this, [make, screen = QPointer<QScreen>(screens[i])] {
      if (screen)
        make(*screen);
    });
  }
  menu->popup(from.mapToGlobal(from.rect().center()));
}

void Presenting::addUndo() {
  for (const QKeySequence& keys : QKeySequence::keyBindings(QKeySequence::Undo))
    connect(new QShortcut(keys, presentation_), &QShortcut::activated, &undoStack_, &QUndoStack::undo);
  for (const QKeySequence& keys : QKeySequence::keyBindings(QKeySequence::Redo))
    connect(new QShortcut(keys, presentation_), &QShortcut::activated, &undoStack_, &QUndoStack::redo);
}

void Presenting::show(QScreen& screen) {
  presentation_->setGeometry(screen.geometry());
  presentation_->winId(); // a window that may be put on a screen
  presentation_->windowHandle()->setScreen(&screen);
  presentation_->showFullScreen();
  presentation_->activateWindow();
  presentation_->setFocus(Qt::OtherFocusReason);
}

void Presenting::end() {
  if (!presentation_)
    return;
  presentation_->disconnect(this);
  presentation_->close();
  presentation_->deleteLater();
  presentation_ = nullptr;
  if (from_) {
    from_->activateWindow();
    if (focused_)
      focused_->setFocus(Qt::OtherFocusReason);
  }
  emit ended();
}

void Presenting::setSnapping(render::Snapping snapping) {
  snapping_ = snapping;
  if (presentation_)
    presentation_->setSnapping(snapping);
}

void Presenting::setSpaceDrawing(render::SpaceDrawing drawing) {
  spaceDrawing_ = drawing;
  if (presentation_)
    presentation_->picture().setSpaceDrawing(drawing);
}

void Presenting::setReducedMotion(bool isReduced) {
  isReduced_ = isReduced;
  if (presentation_)
    presentation_->setReducedMotion(isReduced);
}

} // namespace eigenboard::window
