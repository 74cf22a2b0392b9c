#include "app/window/main_window.h"

#include "app/code_bench/code_bench.h"
#include "app/navigation/find_bar.h"
#include "app/navigation/map_page.h"
#include "app/navigation/side_panel.h"
#include "app/reader/code_cells.h"
#include "app/reader/reader.h"
#include "app/stage/stage_widget.h"
#include "app/window/beside.h"
#include "app/window/columns.h"
#include "app/window/figure_desk.h"
#include "app/window/header_bar.h"
#include "app/window/locations.h"
#include "app/window/marks_desk.h"
#include "app/window/message_line.h"
#include "app/window/panel_windows.h"
#include "app/window/progress_keeper.h"
#include "app/window/screens.h"
#include "app/window/search_desk.h"
#include "app/window/toast.h"
#include "app/window/travel.h"
#include "views/controls/appearance.h"
#include "views/controls/tab_order.h"

#include <QtGui/QAction>
#include <QtGui/QCloseEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace eigenboard::window {

namespace {
constexpr double smallestZoom = 0.6;
constexpr double largestZoom = 2.5;
} // namespace

MainWindow::MainWindow(Services& services, QWidget* parent)
    : QMainWindow(parent), services_(services), themeKey_(QStringLiteral("light")) {
  const render::Theme theme = render::themeNamed(themeKey_);
  setWindowTitle(tr("Eigenboard"));
  if (const QList<QRect> screens = availableScreens(); !screens.isEmpty())
    resize(firstSize(screens.front().size()));
  side_ = new navigation::SidePanel(services.book, theme);
  reader_ = new reader::Reader(services.book, services.desk, services.typesetter, theme);
  reader_->codeCells().setPython(chosenPython(), codeCacheFolder());
  stage_ = new stage::StageWidget(services.desk, services.typesetter, theme);
  panelWindows_ = new PanelWindows(services.desk, services.typesetter, *stage_, *this, theme);
  setCentralWidget(buildPages());
  travel_ = new Travel(services.book, *reader_, *stage_, this);
  progress_ = new ProgressKeeper(*reader_, services.store, this);
  marks_ = new MarksDesk(services.book, services.store, *reader_, *side_, theme, this);

  changeTimer_.setSingleShot(true);
  changeTimer_.setInterval(500); // with the store's 300 ms no more than a second is ever unsaved
  connect(&changeTimer_, &QTimer::timeout, this, &MainWindow::sessionChanged);
  progressTimer_.setSingleShot(true);
  progressTimer_.setInterval(0);
  connect(&progressTimer_, &QTimer::timeout, this, &MainWindow::refreshProgress);
  connectParts();
  connectSide();
  buildActions();
  new FigureDesk(*this, services_);
  new SearchDesk(*this, services_); // the window owns it; it offers the actions there are by now
  buildHeader();
  controls::setTabOrder({header_, problem_, side_, find_, reader_, toast_, stage_});
  setTheme(themeKey_);
  setPath({});
  qApp->installEventFilter(this);
}

MainWindow::~MainWindow() {
  qApp->removeEventFilter(this);
}

QWidget* MainWindow::buildPages() {
  const render::Theme theme = render::themeNamed(themeKey_);
  header_ = new HeaderBar(theme);
  problem_ = new MessageLine(theme);
  find_ = new navigation::FindBar(*reader_, theme);
  auto* text = new QWidget;
  auto* textColumn = new QVBoxLayout(text);
  textColumn->setContentsMargins(0, 0, 0, 0);
  textColumn->setSpacing(0);
  textColumn->addWidget(find_);
  textColumn->addWidget(reader_, 1);
  text->setFocusProxy(reader_);
  beside_ = new Beside(*reader_, *stage_, theme);
  columns_ = new Columns(side_, text, beside_, theme);
  map_ = new navigation::MapPage(services_.book, services_.store, theme);
  pages_ = new QStackedWidget;
  pages_->addWidget(columns_);
  pages_->addWidget(map_);
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(header_);
  column->addWidget(problem_);
  column->addWidget(pages_, 1);
  toast_ = new Toast(theme, page, text);
  return page;
}

void MainWindow::openChapter(const QString& id) {
  Place place;
  place.chapter = id;
  open(place);
}

void MainWindow::open(const Place& place) {
  if (!place.error.isEmpty()) {
    showProblem(place.error);
    if (place.chapter.isEmpty())
      return;
  }
  if (!place.chapter.isEmpty() && place.chapter != reader_->currentChapter())
    reader_->openChapter(place.chapter);
  if (!place.panel.isEmpty())
    showPanel(place.panel, place.settings);
}

void MainWindow::showPanel(const QString& id, const panel::Settings& settings) {
  prepare(id, settings);
  beside_->showStage();
  stage_->showPanel(id);
  noteChange();
}

void MainWindow::prepare(const QString& id, const panel::Settings& settings) {
  panel::Session* session = services_.desk.session(id);
  if (session && !settings.empty()) {
    const panel::Description& description = session->description();
    const panel::State untouched = panel::defaultState(description);
    // A panel as it was found is put into the wanted state silently: there is nothing of the reader's to
    // undo.
    const bool isUntouched =
        session->state().values == untouched.values && session->step() == untouched.steps;
    const panel::StateResult wanted = panel::withSettings(description, untouched, settings);
    if (isUntouched && wanted.ok() && session->manner().locked.isEmpty())
      services_.desk.shared().adopt(*session, wanted.state, settings);
    else
      session->apply(settings, stage_->currentPanel() == id ? panel::Move::Eased : panel::Move::ByLink);
  }
}

void MainWindow::showMessage(const QString& message, const QString& doing, const std::function<void()>& run) {
  toast_->setMessage(message, doing, run);
}

QString MainWindow::message() const {
  return toast_->message();
}

void MainWindow::showProblem(const QString& problem) {
  problem_->setMessage(problem);
}

QString MainWindow::problem() const {
  return problem_->message();
}

bool MainWindow::isMapShown() const {
  return pages_->currentWidget() == map_;
}

void MainWindow::showMap(bool shown) {
  if (shown == isMapShown())
    return;
  pages_->setCurrentWidget(shown ? static_cast<QWidget*>(map_) : columns_);
  if (shown) {
    refreshProgress();
    map_->focusCurrent();
  } else {
    map_->setGreeting({});
    reader_->setFocus(Qt::OtherFocusReason);
  }
  if (QAction* action = actionNamed(QStringLiteral("map")))
    action->setChecked(shown);
  header_->setSwitch(columns_->isSingle() && !shown, columns_->showsStage(), beside_->showsCode());
}

void MainWindow::switchSides() {
  const bool isAtStage =
      beside_->isAncestorOf(QApplication::focusWidget()) || (columns_->isSingle() && columns_->showsStage());
  columns_->showStage(!isAtStage);
  if (isAtStage)
    reader_->setFocus(Qt::ShortcutFocusReason);
  else
    beside_->focusFront();
}

void MainWindow::setTheme(const QString& key) {
  const render::Theme theme = render::themeNamed(key);
  themeKey_ = theme.key;
  qApp->setPalette(controls::palette(theme));
  qApp->setStyleSheet(controls::styleSheet(theme));
  reader_->setTheme(theme);
  controls::setThemeBelow(*this, theme);
  panelWindows_->setTheme(theme);
  if (QAction* chosen = actionNamed(QStringLiteral("theme.") + themeKey_))
    chosen->setChecked(true);
  noteChange();
}

void MainWindow::setZoom(double zoom) {
  reader_->setZoom(std::clamp(zoom, smallestZoom, largestZoom));
  if (code_bench::CodeBench* bench = beside_->bench())
    bench->setZoom(reader_->zoom());
  noteChange();
}

void MainWindow::noteChange() {
  if (!changeTimer_.isActive())
    changeTimer_.start();
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && !message().isEmpty())
    showMessage({});
  else if (event->key() == Qt::Key_Escape && !problem().isEmpty())
    showProblem({});
  else
    QMainWindow::keyPressEvent(event);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::ShortcutOverride) {
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (widget && event->type() == QEvent::MouseButtonPress && widget->window() == this) {
      const Qt::MouseButton button = static_cast<QMouseEvent*>(event)->button();
      if (button == Qt::BackButton || button == Qt::ForwardButton) {
        button == Qt::BackButton ? travel_->goBack() : travel_->goForward();
        return true;
      }
    }
    if (widget && event->type() == QEvent::ShortcutOverride && stage_->isAncestorOf(widget)) {
      // On the stage Alt with an arrow is a fine step of what is in hand.
      const auto* key = static_cast<QKeyEvent*>(event);
      const bool isArrow = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right;
      if (isArrow && key->modifiers() == Qt::AltModifier) {
        event->accept();
        return true;
      }
    }
  }
  return QMainWindow::eventFilter(watched, event);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  if (!isMaximized() && !isFullScreen())
    normalSize_ = event->size();
  noteChange();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (QWidget* typing = focusWidget())
    typing->clearFocus(); // what was typed last is taken, and saved with the rest
  emit sessionChanged();
  panelWindows_->hideAll();
  QMainWindow::closeEvent(event);
}

} // namespace eigenboard::window
