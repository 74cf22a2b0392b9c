#include "app/stage/presentation.h"

#include "app/stage/laser_pointer.h"
#include "app/stage/picture.h"
#include "app/stage/picture_hand.h"
#include "app/stage/stage_lights.h"
#include "views/controls/appearance.h"
#include "views/controls/formula_view.h"
#include "views/controls/invariant_strip.h"
#include "views/controls/readout_table.h"
#include "views/panel/run_shelf.h"

#include <QtGui/QCloseEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace eigenboard::stage {

using namespace Qt::StringLiterals;

namespace {

constexpr int cursorMilliseconds = 2000;
constexpr QSize slide(900, 520); ///< px that a presentation at scale 1 has
constexpr int slideTitle = 24;   ///< px of type at scale 1
constexpr int slideLine = 15;
constexpr int slideReadouts = 230; ///< px of the column

QLabel* makeWords(QWidget* parent) {
  auto* words = new QLabel(parent);
  words->setTextFormat(Qt::PlainText);
  return words;
}

} // namespace

Presentation::Presentation(panel::Session& session, typesetting::Typesetter& typesetter,
                           const render::Theme& theme, QWidget* parent)
    : QWidget(parent, Qt::Window), Themed(theme), session_(&session) {
  const QString& title = session.description().identity.title;
  setWindowTitle(title);
  setAccessibleName(tr("Presentation: %1").arg(title));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  title_ = makeWords(this);
  title_->setText(title);
  line_ = makeWords(this);
  line_->setWordWrap(true);
  line_->hide();
  picture_ = new Picture(typesetter, theme, this);
  picture_->setViewFocus(Qt::TabFocus); // a click leaves the keys to the presenter's remote control
  hand_ = new PictureHand(*picture_, this);
  lights_ = new StageLights(*picture_, this);
  formula_ = new controls::FormulaView(typesetter, theme, this);
  readouts_ = new controls::ReadoutTable(typesetter, theme, this);
  readouts_->hide();
  invariants_ = new controls::InvariantStrip(typesetter, theme, this);
  invariants_->hide();
  auto* middle = new QHBoxLayout;
  middle->addWidget(picture_, 1);
  middle->addWidget(readouts_, 0, Qt::AlignVCenter);
  column_ = new QVBoxLayout(this);
  column_->addWidget(title_);
  column_->addLayout(middle, 1);
  column_->addWidget(formula_);
  column_->addWidget(invariants_);
  column_->addWidget(line_);
  help_ = makeWords(this);
  help_->setTextFormat(Qt::RichText);
  help_->setText(keyHelp());
  help_->hide();
  laser_ = new LaserPointer(this);
  blank_ = new QWidget(this);
  blank_->setAutoFillBackground(true);
  blank_->setPalette(QPalette(Qt::black));
  blank_->setMouseTracking(true);
  blank_->hide();
  // The pointer is followed over everything.
  connect(picture_, &Picture::arranged, this, [this] {
    for (QWidget* below : findChildren<QWidget*>())
      below->setMouseTracking(true);
  });

  stillness_.setSingleShot(true);
  stillness_.setInterval(cursorMilliseconds);
  connect(&stillness_, &QTimer::timeout, this, &Presentation::hideCursor);
  hand_->setSession(session);
  lights_->setSession(session);
  formula_->setSpotlight(&session.spotlight());
  readouts_->setSpotlight(&session.spotlight());
  connect(&session, &panel::Session::evaluated, this, &Presentation::showEvaluation);
  connect(&session.runs(), &panel::RunShelf::ghostsMoved, this, &Presentation::showPicture);
  setStops(presetStops(session));
  Presentation::themeChanged();
  showEvaluation();
  qApp->installEventFilter(this);
  stillness_.start();
}

Presentation::~Presentation() {
  showCursor();
}

void Presentation::setStops(std::vector<Stop> stops) {
  stops_ = std::move(stops);
  stop_ = stopAt(stops_, session_->state());
  refreshLine();
}

void Presentation::setSnapping(render::Snapping snapping) {
  picture_->setSnapping(snapping);
}

void Presentation::setReducedMotion(bool isReduced) {
  laser_->setTrail(!isReduced);
}

QString Presentation::keyHelp() {
  const std::pair<QString, QString> keys[]{{tr("Right, Page Down, Space"), tr("next")},
                                           {tr("Left, Page Up"), tr("previous")},
                                           {tr("1 … 9"), tr("go to that state")},
                                           {tr("P"), tr("play or pause")},
                                           {tr("N"), tr("what to notice")},
                                           {tr("R"), tr("numbers and identities")},
                                           {tr("L, or hold Ctrl"), tr("laser pointer")},
                                           {tr("B"), tr("blank screen")},
                                           {tr("Tab, then arrow keys"), tr("move a handle")},
                                           {tr("Ctrl+Z"), tr("undo")},
                                           {tr("?"), tr("these keys")},
                                           {tr("Esc"), tr("end")}};
  QString rows;
  for (const auto& [key, meaning] : keys)
    rows += u"<tr><td><b>%1</b>&nbsp;&nbsp;&nbsp;</td><td>%2</td></tr>"_s.arg(key, meaning);
  return u"<table cellpadding='2'>%1</table>"_s.arg(rows);
}

bool Presentation::showsReadouts() const {
  return !readouts_->isHidden();
}

QString Presentation::speakerLine() const {
  return line_->isHidden() ? QString() : line_->text();
}

void Presentation::showEvaluation() {
  if (!session_)
    return;
  const panel::Evaluation& evaluation = session_->evaluation();
  showPicture();
  picture_->setProblem(session_->problem());
  formula_->setFormula(evaluation.formula);
  readouts_->setReadouts(evaluation.readouts);
  invariants_->setInvariants(evaluation.invariants);
  // On the way to a stop it is still where it was.
  const int at = session_->isAnimating() ? -1 : stopAt(stops_, session_->state());
  if (at >= 0 && at != stop_) {
    stop_ = at;
    refreshLine();
  }
}

void Presentation::setLooks(std::vector<render::ViewLook> looks) {
  looks_ = std::move(looks);
  showPicture();
}

void Presentation::showPicture() {
  if (session_)
    picture_->setScene(render::lookedAt(session_->runs().livePicture(), looks_));
}

void Presentation::goTo(int stop) {
  blank_->hide();
  if (stops_.empty())
    return;
  stop_ = std::clamp(stop, 0, static_cast<int>(stops_.size()) - 1);
  const Stop chosen = stops_[static_cast<std::size_t>(stop_)];
  chosen.go();
  refreshLine();
}

void Presentation::refreshLine() {
  QString words = session_ ? session_->description().identity.purpose : QString();
  if (stop_ >= 0) {
    const Stop& stop = stops_[static_cast<std::size_t>(stop_)];
    words = stop.notice.isEmpty() ? stop.label : tr("%1: %2").arg(stop.label, stop.notice);
  }
  line_->setText(words);
  setAccessibleDescription(words);
}

void Presentation::togglePlay() {
  if (!session_ || !session_->isProcess())
    return;
  if (session_->isPlaying())
    session_->pause();
  else
    session_->play();
}

void Presentation::toggleHelp() {
  help_->setVisible(help_->isHidden());
  help_->adjustSize();
  help_->move((width() - help_->width()) / 2, (height() - help_->height()) / 2);
  help_->raise();
}

void Presentation::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo))
    return event->ignore(); // whose actions they are
  if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9) {
    if (const int wanted = event->key() - Qt::Key_1; wanted < static_cast<int>(stops_.size()))
      goTo(wanted);
    return;
  }
  switch (event->key()) {
  case Qt::Key_Right:
  case Qt::Key_Down:
  case Qt::Key_PageDown:
  case Qt::Key_Space:
    return goTo(stop_ + 1);
  case Qt::Key_Left:
  case Qt::Key_Up:
  case Qt::Key_PageUp:
  case Qt::Key_Backspace:
    return goTo(stop_ - 1);
  case Qt::Key_Home:
    return goTo(0);
  case Qt::Key_End:
    return goTo(static_cast<int>(stops_.size()) - 1);
  case Qt::Key_B:
  case Qt::Key_Period:
    blank_->setVisible(blank_->isHidden());
    return blank_->raise();
  case Qt::Key_L:
    isLaserKept_ = !isLaserKept_;
    return setLaser(isLaserKept_);
  case Qt::Key_Control:
    isLaserHeld_ = true;
    return setLaser(true);
  case Qt::Key_N:
    line_->setVisible(line_->isHidden());
    return fit();
  case Qt::Key_R:
    readouts_->setVisible(readouts_->isHidden());
    invariants_->setVisible(!readouts_->isHidden());
    return fit();
  case Qt::Key_P:
    return togglePlay();
  case Qt::Key_Question:
  case Qt::Key_F1:
    return toggleHelp();
  case Qt::Key_Escape:
    return help_->isHidden() ? static_cast<void>(close()) : toggleHelp();
  case Qt::Key_F11:
    close();
    return;
  default:
    return QWidget::keyPressEvent(event);
  }
}

void Presentation::keyReleaseEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Control)
    return QWidget::keyReleaseEvent(event);
  isLaserHeld_ = false;
  setLaser(isLaserKept_);
}

bool Presentation::event(QEvent* event) {
  if (event->type() == QEvent::WindowDeactivate) {
    // A key that is let go elsewhere is not heard of here.
    isLaserHeld_ = false;
    setLaser(isLaserKept_);
    showCursor();
  }
  return QWidget::event(event);
}

void Presentation::setLaser(bool isOn) {
  if (laser_->isOn() == isOn)
    return;
  laser_->setOn(isOn);
  if (isOn)
    return hideCursor();
  showCursor();
  stillness_.start();
}

bool Presentation::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::MouseMove)
    if (const auto* widget = qobject_cast<QWidget*>(watched)) {
      if (widget == this || isAncestorOf(widget))
        pointerMoved(static_cast<QMouseEvent*>(event)->globalPosition());
      else
        showCursor(); // it has gone to another window
    }
  return QWidget::eventFilter(watched, event);
}

void Presentation::pointerMoved(QPointF global) {
  laser_->pointAt(mapFromGlobal(global));
  if (laser_->isOn())
    return hideCursor();
  showCursor();
  stillness_.start();
}

void Presentation::hideCursor() {
  if (!std::exchange(isCursorHidden_, true))
    QApplication::setOverrideCursor(Qt::BlankCursor);
}

void Presentation::showCursor() {
  if (std::exchange(isCursorHidden_, false))
    QApplication::restoreOverrideCursor();
}

/// The larger the screen, the larger everything on it.
void Presentation::fit() {
  const double whole =
      std::min(width() / static_cast<double>(slide.width()), height() / static_cast<double>(slide.height()));
  const auto pixels = [whole](int size) { return std::max(1, static_cast<int>(whole * size)); };
  // Those that follow the theme's type have it counted in already.
  const double scale = std::max(0.5, whole / theme().type);
  picture_->setScale(scale);
  formula_->setScale(scale);
  readouts_->setScale(std::max(0.5, whole));
  invariants_->setScale(std::max(0.5, whole));
  readouts_->setFixedWidth(pixels(slideReadouts));
  laser_->setScale(whole);
  laser_->setGeometry(rect());
  blank_->setGeometry(rect());
  title_->setFont(controls::interfaceFont(pixels(slideTitle), QFont::DemiBold));
  line_->setFont(controls::interfaceFont(pixels(slideLine)));
  help_->setFont(controls::interfaceFont(pixels(slideLine)));
  help_->setMargin(pixels(2 * controls::unit));
  const int side = pixels(2 * controls::unit);
  column_->setContentsMargins(side, pixels(controls::unit), side, side / 2 + pixels(controls::unit) / 2);
  column_->setSpacing(pixels(controls::unit / 2));
}

void Presentation::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit();
}

void Presentation::paintEvent(QPaintEvent*) {
  QPainter(this).fillRect(rect(), theme().surface);
}

void Presentation::themeChanged() {
  setPalette(controls::palette(theme()));
  controls::setThemeBelow(*this, theme());
  help_->setStyleSheet(u"background:%1;color:%2;border:1px solid %3;border-radius:8px"_s.arg(
      theme().chrome.name(), theme().text.name(), theme().rule.name()));
  fit();
}

void Presentation::closeEvent(QCloseEvent* event) {
  qApp->removeEventFilter(this);
  stillness_.stop();
  showCursor();
  QWidget::closeEvent(event);
  emit ended();
}

} // namespace eigenboard::stage
