#include "app/navigation/map_page.h"
#include "app/navigation/side_panel.h"
#include "app/reader/code_cells.h"
#include "app/reader/reader.h"
#include "app/stage/keyframe_shelf.h"
#include "app/stage/stage_widget.h"
#include "app/window/beside.h"
#include "app/window/columns.h"
#include "app/window/locations.h"
#include "app/window/main_window.h"
#include "app/window/panel_windows.h"
#include "app/window/progress_keeper.h"
#include "app/window/screens.h"
#include "app/window/toast.h"
#include "app/window/travel.h"

#include <QtCore/QJsonArray>
#include <QtGui/QAction>

#include <algorithm>
#include <cmath>

namespace eigenboard::window {

namespace {

constexpr int leastWidth = 640;
constexpr int leastHeight = 480;
constexpr int mostPixels = 8000;
constexpr double turnedShare = 0.75; ///< of the window's height: so far down, a page was turned

const book::Chapter* firstWritten(const book::Book& book, const QStringList& order) {
  for (const QString& id : order)
    if (const book::Chapter* chapter = book.find(id); chapter && chapter->written)
      return chapter;
  const std::vector<const book::Chapter*> chapters = book.chapters();
  const auto written = std::find_if(chapters.begin(), chapters.end(),
                                    [](const book::Chapter* chapter) { return chapter->written; });
  return written == chapters.end() ? nullptr : *written;
}

} // namespace

QJsonObject MainWindow::toJson() const {
  QJsonArray sizes;
  for (int size : columns_->sizes())
    sizes.append(size);
  const QSize size = normalSize_.isValid() ? normalSize_ : this->size();
  return {{QStringLiteral("chapter"), reader_->currentChapter()},
          {QStringLiteral("position"), reader_->position()},
          {QStringLiteral("panel"), stage_->currentPanel()},
          {QStringLiteral("stage"), stage::toJson(stage_->tabs())},
          {QStringLiteral("panels"), services_.desk.toJson()},
          {QStringLiteral("export"), stage_->exportChoices()},
          {QStringLiteral("keyframes"), stage_->keyframes().toJson()},
          {QStringLiteral("goals"), QJsonArray::fromStringList(reader_->goalsDone())},
          {QStringLiteral("cells"), reader_->codeCells().toJson()},
          {QStringLiteral("code"), beside_->codeKey()},
          {QStringLiteral("python"), reader_->codeCells().chosenPython()},
          {QStringLiteral("history"), travel_->toJson()},
          {QStringLiteral("path"), path_},
          {QStringLiteral("outlines"), progress_->toJson()},
          {QStringLiteral("panelWindows"), panelWindows_->toJson()},
          {QStringLiteral("theme"), themeKey_},
          {QStringLiteral("motion"),
           services_.desk.isMotionReduced() ? QStringLiteral("reduced") : QStringLiteral("full")},
          {QStringLiteral("zoom"), reader_->zoom()},
          {QStringLiteral("contents"), columns_->isSideShown()},
          {QStringLiteral("sideTab"), static_cast<int>(side_->tab())},
          {QStringLiteral("showsStage"), columns_->showsStage()},
          {QStringLiteral("columns"), sizes},
          {QStringLiteral("split"), stage_->split()},
          {QStringLiteral("width"), size.width()},
          {QStringLiteral("height"), size.height()},
          {QStringLiteral("left"), x()},
          {QStringLiteral("top"), y()},
          {QStringLiteral("maximized"), isMaximized()}};
}

void MainWindow::fromJson(const QJsonObject& session) {
  const auto has = [&session](const char* key) { return session.contains(QString::fromLatin1(key)); };
  if (has("width") && has("height")) {
    resize(std::clamp(session[QStringLiteral("width")].toInt(), leastWidth, mostPixels),
           std::clamp(session[QStringLiteral("height")].toInt(), leastHeight, mostPixels));
    normalSize_ = size();
  }
  if (has("left") && has("top")) {
    const QPoint corner(std::clamp(session[QStringLiteral("left")].toInt(), -mostPixels, mostPixels),
                        std::clamp(session[QStringLiteral("top")].toInt(), -mostPixels, mostPixels));
    // The screens may be others than they were.
    const QRect place = fittedToScreens(QRect(corner, size()), availableScreens());
    move(place.topLeft());
    resize(place.size());
  }
  if (session[QStringLiteral("maximized")].toBool())
    setWindowState(windowState() | Qt::WindowMaximized);
  setTheme(session[QStringLiteral("theme")].toString());
  if (QAction* motion = actionNamed(QStringLiteral("motion.") + session[QStringLiteral("motion")].toString()))
    motion->trigger();
  setZoom(session[QStringLiteral("zoom")].toDouble(1));
  side_->setTab(
      static_cast<navigation::SideTab>(std::clamp(session[QStringLiteral("sideTab")].toInt(), 0, 2)));
  columns_->setSideShown(session[QStringLiteral("contents")].toBool());
  QList<int> sizes;
  for (const QJsonValue size : session[QStringLiteral("columns")].toArray())
    sizes.append(std::max(0, size.toInt()));
  columns_->setSizes(sizes);
  stage_->setSplit(std::clamp(session[QStringLiteral("split")].toDouble(), 0.0, 1.0));
  progress_->fromJson(session[QStringLiteral("outlines")].toObject());
  travel_->fromJson(session[QStringLiteral("history")].toObject());
  setPath(session[QStringLiteral("path")].toString());
  QStringList goals;
  for (const QJsonValue goal : session[QStringLiteral("goals")].toArray())
    goals.append(goal.toString());
  reader_->setGoalsDone(goals);
  reader_->codeCells().fromJson(session[QStringLiteral("cells")].toObject());
  if (const QString python = session[QStringLiteral("python")].toString(); !python.isEmpty())
    reader_->codeCells().setPython(python, codeCacheFolder());
  QStringList problems = services_.desk.fromJson(session[QStringLiteral("panels")].toObject());
  problems += stage_->keyframes().fromJson(session[QStringLiteral("keyframes")].toObject());
  stage_->setExportChoices(session[QStringLiteral("export")].toObject());
  if (!problems.isEmpty())
    showProblem(problems.join(QStringLiteral("; ")));
  panelWindows_->fromJson(session[QStringLiteral("panelWindows")].toObject()); // their states are there now
}

void MainWindow::openAt(const QJsonObject& session) {
  const QString chapter = session[QStringLiteral("chapter")].toString();
  if (!services_.book.find(chapter))
    return openFirst(chapter.isEmpty());
  reader_->setFocus(Qt::OtherFocusReason);
  openChapter(chapter);
  reader_->setPosition(session[QStringLiteral("position")].toDouble());
  Place shown;
  shown.panel = session[QStringLiteral("panel")].toString();
  if (services_.registry.find(shown.panel))
    open(shown);
  const std::vector<QString> panels = services_.registry.ids();
  stage_->setTabs(
      stage::tabSetFromJson(session[QStringLiteral("stage")].toObject(), {panels.begin(), panels.end()}));
  beside_->keepCode(session[QStringLiteral("code")].toString());
  columns_->showStage(session[QStringLiteral("showsStage")].toBool());
  refreshPlace();
}

/// The first chapter that can be read, beside its panel, so that there is something to drag at once. At the
/// first start also in one line what the book is and how to look round, until the reader has turned the page.
void MainWindow::openFirst(bool greets) {
  const book::ReadingPath* path = services_.book.paths.empty() ? nullptr : &services_.book.paths.front();
  const book::Chapter* first = firstWritten(services_.book, path ? path->chapters : QStringList());
  reader_->setFocus(Qt::OtherFocusReason);
  openChapter(first ? first->id : QString());
  if (!first || !greets)
    return;
  showMessage(tr("Welcome. This is %1, %2: drag a coloured point on the right. The map shows the whole book.")
                  .arg(first->id, first->title),
              tr("Open the map"), [this] { showMap(true); });
  toast_->stay();
  auto* greeting = new QObject(toast_); // lives as long as this message is there
  const auto end = [this] { showMessage({}); };
  connect(toast_, &Toast::changed, greeting, [this, greeting] {
    reader_->disconnect(greeting); // at once: another message stands there now
    greeting->deleteLater();
  });
  connect(reader_, &reader::Reader::chapterShown, greeting, end);
  connect(reader_, &reader::Reader::placeChanged, greeting, [this, end, began = reader_->scrolled()] {
    if (std::abs(reader_->scrolled() - began) >= turnedShare * reader_->viewport()->height())
      end();
  });
}

} // namespace eigenboard::window
