#include "app/window/main_window.h"

#include "app/reader/contents_view.h"
#include "app/reader/reader.h"
#include "app/stage/stage_widget.h"
#include "app/window/header_bar.h"
#include "app/window/search_desk.h"
#include "views/controls/appearance.h"
#include "views/controls/tab_order.h"

#include <QtCore/QJsonArray>
#include <QtGui/QAction>
#include <QtGui/QCloseEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace eigenboard::window {

namespace {
constexpr int contentsWidth = 260;
constexpr double smallestZoom = 0.6;
constexpr double largestZoom = 2.5;
constexpr double zoomStep = 0.1;
} // namespace

MainWindow::MainWindow(Services& services, QWidget* parent)
    : QMainWindow(parent), services_(services), themeKey_(QStringLiteral("light")) {
  const render::Theme theme = render::themeNamed(themeKey_);
  setWindowTitle(tr("Eigenboard"));
  resize(1280, 800);

  contents_ = new reader::ContentsView(services.book, theme);
  reader_ = new reader::Reader(services.book, services.desk, services.typesetter, theme);
  stage_ = new stage::StageWidget(services.desk, services.typesetter, theme);
  header_ = new HeaderBar(theme);

  splitter_ = new QSplitter(Qt::Horizontal);
  splitter_->setHandleWidth(1);
  splitter_->addWidget(contents_);
  splitter_->addWidget(reader_);
  splitter_->addWidget(stage_);
  splitter_->setChildrenCollapsible(false);
  splitter_->setCollapsible(0, true);
  splitter_->setStretchFactor(1, 1);
  splitter_->setStretchFactor(2, 1);
  splitter_->setSizes({contentsWidth, 580, 700});
  contents_->setMinimumWidth(180);
  contents_->hide();

  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(header_);
  column->addWidget(splitter_, 1);
  setCentralWidget(page);

  changeTimer_.setSingleShot(true);
  changeTimer_.setInterval(1000);
  connect(&changeTimer_, &QTimer::timeout, this, &MainWindow::sessionChanged);
  connectParts();
  buildActions();
  new SearchDesk(*this, services_); // the window owns it; it offers the actions there are by now
  controls::setTabOrder({header_, contents_, reader_, stage_});
  setTheme(themeKey_);
}

MainWindow::~MainWindow() = default;

void MainWindow::connectParts() {
  connect(contents_, &reader::ContentsView::chapterChosen, this, [this](const QString& id) {
    Place place;
    place.chapter = id;
    open(place);
    reader_->setFocus();
  });
  connect(reader_, &reader::Reader::chapterShown, this, &MainWindow::chapterShown);
  connect(reader_, &reader::Reader::panelRequested, this,
          [this](const QString& id, const panel::Settings& settings) { showPanel(id, settings); });
  connect(reader_, &reader::Reader::stageWanted, this, [this](const QString& id) {
    stage_->showPanel(id);
    stage_->flash();
  });
  connect(reader_, &reader::Reader::goalDone, this, &MainWindow::noteChange);
  connect(reader_, &reader::Reader::zoomWanted, this,
          [this](int direction) { setZoom(direction == 0 ? 1 : zoom_ + direction * zoomStep); });
  connect(&services_.desk.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::noteChange);
}

void MainWindow::buildActions() {
  const auto add = [this](const QString& name, const QList<QKeySequence>& keys, auto run) {
    auto* action = new QAction(name, this);
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, run);
    addAction(action);
    return action;
  };
  QAction* contents = add(tr("Contents"), {QKeySequence(tr("Ctrl+B"))}, [this] {
    contents_->setVisible(!contents_->isVisible());
    if (contents_->isVisible())
      contents_->setFocus();
  });
  QAction* back = add(tr("Previous chapter"), {QKeySequence(tr("Alt+Left"))}, [this] { turnPage(-1); });
  QAction* next = add(tr("Next chapter"), {QKeySequence(tr("Alt+Right"))}, [this] { turnPage(1); });
  QAction* smaller = add(tr("Smaller text"), {QKeySequence::ZoomOut}, [this] { setZoom(zoom_ - zoomStep); });
  QAction* larger = add(tr("Larger text"), {QKeySequence::ZoomIn, QKeySequence(tr("Ctrl+="))},
                        [this] { setZoom(zoom_ + zoomStep); });
  add(tr("Normal text size"), {QKeySequence(tr("Ctrl+0"))}, [this] { setZoom(1); });
  QAction* theme = add(tr("Light or dark"), {QKeySequence(tr("Ctrl+D"))}, [this] {
    setTheme(themeKey_ == QStringLiteral("dark") ? QStringLiteral("light") : QStringLiteral("dark"));
  });
  // A chapter has so many links that Tab alone takes long from the text to the panel.
  add(tr("Text or panel"), {QKeySequence(tr("F6"))}, [this] {
    if (stage_->isAncestorOf(QApplication::focusWidget()))
      reader_->setFocus(Qt::ShortcutFocusReason);
    else
      stage_->focusPicture();
  });
  add(tr("Undo"), {QKeySequence::Undo}, [this] { services_.desk.undoStack().undo(); });
  add(tr("Redo"), {QKeySequence::Redo}, [this] { services_.desk.undoStack().redo(); });
  add(tr("Quit"), {QKeySequence::Quit}, [this] { close(); });
  header_->setActions({contents, back, next}, {smaller, larger, theme});
  connect(header_, &HeaderBar::messageDismissed, this, [this] { header_->setMessage({}); });
}

void MainWindow::open(const Place& place) {
  if (!place.error.isEmpty()) {
    showMessage(place.error);
    if (place.chapter.isEmpty())
      return;
  }
  if (!place.chapter.isEmpty() && place.chapter != reader_->currentChapter())
    reader_->openChapter(place.chapter);
  if (!place.panel.isEmpty())
    showPanel(place.panel, place.settings);
}

void MainWindow::showPanel(const QString& id, const panel::Settings& settings) {
  panel::Session* session = services_.desk.session(id);
  if (session && !settings.empty()) {
    const panel::Description& description = session->description();
    const panel::State untouched = panel::defaultState(description);
    // A panel as it was found is put into the wanted state silently: there is nothing of the reader's to
    // undo.
    const bool isUntouched =
        session->state().values == untouched.values && session->step() == untouched.steps;
    const panel::StateResult wanted = panel::withSettings(description, untouched, settings);
    if (isUntouched && wanted.ok())
      session->restore(wanted.state);
    else
      session->apply(settings, stage_->currentPanel() == id);
  }
  stage_->showPanel(id);
  noteChange();
}

void MainWindow::showMessage(const QString& message) {
  header_->setMessage(message);
}

QString MainWindow::message() const {
  return header_->message();
}

void MainWindow::chapterShown() {
  const book::Chapter* chapter = services_.book.find(reader_->currentChapter());
  if (!chapter)
    return;
  contents_->setCurrentChapter(chapter->id);
  header_->setPlace(tr("%1  %2").arg(chapter->id, chapter->title));
  setWindowTitle(tr("%1 %2 - Eigenboard").arg(chapter->id, chapter->title));
  noteChange();
}

void MainWindow::turnPage(int direction) {
  const std::vector<const book::Chapter*> chapters = services_.book.chapters();
  const auto here = std::find_if(chapters.begin(), chapters.end(), [this](const book::Chapter* chapter) {
    return chapter->id == reader_->currentChapter();
  });
  const auto index = std::distance(chapters.begin(), here) + direction;
  if (here == chapters.end() || index < 0 || index >= std::ssize(chapters))
    return;
  Place place;
  place.chapter = chapters[static_cast<std::size_t>(index)]->id;
  open(place);
}

void MainWindow::setTheme(const QString& key) {
  const render::Theme theme = render::themeNamed(key);
  themeKey_ = theme.key;
  qApp->setPalette(controls::palette(theme));
  qApp->setStyleSheet(controls::styleSheet(theme));
  splitter_->setStyleSheet(QStringLiteral("QSplitter::handle{background:%1}").arg(theme.rule.name()));
  contents_->setTheme(theme);
  reader_->setTheme(theme);
  controls::setThemeBelow(*this, theme);
  noteChange();
}

void MainWindow::setZoom(double zoom) {
  zoom_ = std::clamp(zoom, smallestZoom, largestZoom);
  reader_->setZoom(zoom_);
  noteChange();
}

void MainWindow::noteChange() {
  if (!changeTimer_.isActive())
    changeTimer_.start();
}

QJsonObject MainWindow::toJson() const {
  QJsonArray sizes;
  for (int size : splitter_->sizes())
    sizes.append(size);
  return {{QStringLiteral("chapter"), reader_->currentChapter()},
          {QStringLiteral("position"), reader_->position()},
          {QStringLiteral("panel"), stage_->currentPanel()},
          {QStringLiteral("panels"), services_.desk.toJson()},
          {QStringLiteral("goals"), QJsonArray::fromStringList(reader_->goalsDone())},
          {QStringLiteral("theme"), themeKey_},
          {QStringLiteral("zoom"), zoom_},
          {QStringLiteral("contents"), !contents_->isHidden()},
          {QStringLiteral("columns"), sizes},
          {QStringLiteral("width"), width()},
          {QStringLiteral("height"), height()}};
}

void MainWindow::fromJson(const QJsonObject& session) {
  const auto has = [&session](const char* key) { return session.contains(QString::fromLatin1(key)); };
  if (has("width") && has("height"))
    resize(std::clamp(session[QStringLiteral("width")].toInt(), 640, 8000),
           std::clamp(session[QStringLiteral("height")].toInt(), 480, 8000));
  setTheme(session[QStringLiteral("theme")].toString());
  setZoom(session[QStringLiteral("zoom")].toDouble(1));
  contents_->setVisible(session[QStringLiteral("contents")].toBool());
  QList<int> sizes;
  for (const QJsonValue& size : session[QStringLiteral("columns")].toArray())
    sizes.append(std::max(0, size.toInt()));
  if (sizes.size() == splitter_->count())
    splitter_->setSizes(sizes);
  QStringList goals;
  for (const QJsonValue& goal : session[QStringLiteral("goals")].toArray())
    goals.append(goal.toString());
  reader_->setGoalsDone(goals);
  const QStringList problems = services_.desk.fromJson(session[QStringLiteral("panels")].toObject());
  if (!problems.isEmpty())
    showMessage(problems.join(QStringLiteral("; ")));
}

void MainWindow::openAt(const QJsonObject& session) {
  const std::vector<const book::Chapter*> chapters = services_.book.chapters();
  const auto written = std::find_if(chapters.begin(), chapters.end(),
                                    [](const book::Chapter* chapter) { return chapter->written; });
  Place place;
  place.chapter = session[QStringLiteral("chapter")].toString();
  if (!services_.book.find(place.chapter))
    place.chapter = written != chapters.end() ? (*written)->id : QString();
  open(place);
  reader_->setPosition(session[QStringLiteral("position")].toDouble());
  Place shown;
  shown.panel = session[QStringLiteral("panel")].toString();
  if (services_.registry.find(shown.panel))
    open(shown);
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && !header_->message().isEmpty())
    header_->setMessage({});
  else
    QMainWindow::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  emit sessionChanged();
  QMainWindow::closeEvent(event);
}

} // namespace eigenboard::window
