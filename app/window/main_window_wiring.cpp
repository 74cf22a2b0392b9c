#include "app/book/reading_path.h"
#include "app/navigation/find_bar.h"
#include "app/navigation/map_page.h"
#include "app/navigation/side_panel.h"
#include "app/reader/code_cells.h"
#include "app/reader/code_desk.h"
#include "app/reader/places.h"
#include "app/reader/reader.h"
#include "app/stage/snap_button.h"
#include "app/stage/stage_widget.h"
#include "app/window/beside.h"
#include "app/window/columns.h"
#include "app/window/header_bar.h"
#include "app/window/main_window.h"
#include "app/window/marks_desk.h"
#include "app/window/panel_windows.h"
#include "app/window/progress_keeper.h"
#include "app/window/toast.h"
#include "app/window/travel.h"

#include <QtGui/QAction>

namespace eigenboard::window {

void MainWindow::connectParts() {
  connect(reader_, &reader::Reader::chapterShown, this, &MainWindow::chapterShown);
  connect(reader_, &reader::Reader::placeChanged, this, [this] {
    refreshPlace();
    noteChange();
  });
  connect(reader_, &reader::Reader::panelRequested, this,
          [this](const QString& id, const panel::Settings& settings) {
            prepare(id, settings);
            stage_->followTo(id);
            noteChange();
          });
  connect(reader_, &reader::Reader::stageWanted, this, [this](const QString& id) {
    beside_->showStage();
    stage_->showPanel(id);
    columns_->showStage(true);
    stage_->flash();
  });
  connect(&reader_->codeDesk(), &reader::CodeDesk::besideWanted, beside_, &Beside::openCode);
  connect(beside_, &Beside::codeOpened, this, [this] {
    showMap(false);
    columns_->showStage(true);
    beside_->focusFront();
  });
  connect(reader_, &reader::Reader::numberMoved, this, [this] {
    if (!columns_->isSingle())
      beside_->showStage(); // what the number changes is seen
  });
  connect(&reader_->codeCells(), &reader::CodeCells::wasReset, this,
          [this](const QString& key, const QString& code) {
            showMessage(tr("The code is that of the book again."), tr("Undo"),
                        [this, key, code] { reader_->codeCells().setCode(key, code); });
          });
  connect(beside_, &Beside::changed, this, [this] {
    header_->setSwitch(columns_->isSingle() && !isMapShown(), columns_->showsStage(), beside_->showsCode());
    if (QAction* action = actionNamed(QStringLiteral("code")))
      action->setChecked(beside_->showsCode());
    noteChange();
  });
  connect(beside_, &Beside::searchWanted, this, [this] {
    if (QAction* search = actionNamed(QStringLiteral("search")))
      search->trigger();
  });
  connect(beside_, &Beside::codeClosed, this, [this] {
    columns_->showStage(false);
    reader_->setFocus(Qt::OtherFocusReason);
  });
  connect(reader_, &reader::Reader::jumped, this, [this] { columns_->showStage(false); });
  connect(stage_, &stage::StageWidget::tabsChanged, this, &MainWindow::noteChange);
  connect(panelWindows_, &PanelWindows::changed, this, &MainWindow::noteChange);
  connect(panelWindows_, &PanelWindows::spaceDrawingChanged, this, [this](const QString& key) {
    if (QAction* chosen = actionNamed(QStringLiteral("spaces.") + key))
      chosen->setChecked(true);
  });
  connect(panelWindows_, &PanelWindows::snappingChanged, this, [this] {
    if (QAction* chosen = actionNamed(QStringLiteral("snapping.") + stage::keyOf(panelWindows_->snapping())))
      chosen->setChecked(true);
  });
  connect(stage_, &stage::StageWidget::exportChosen, this, &MainWindow::noteChange);
  connect(stage_, &stage::StageWidget::splitChanged, this, &MainWindow::noteChange);
  connect(reader_, &reader::Reader::goalDone, this, &MainWindow::noteChange);
  connect(&reader_->codeCells(), &reader::CodeCells::edited, this, &MainWindow::noteChange);
  connect(reader_, &reader::Reader::zoomWanted, this,
          [this](int direction) { setZoom(direction == 0 ? 1 : reader_->zoom() + direction * 0.1); });
  connect(&services_.desk.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::noteChange);
  connect(&services_.desk, &panel::Desk::mannerChanged, this, &MainWindow::noteChange);
  connect(travel_, &Travel::changed, this, &MainWindow::refreshPlace);
  connect(columns_, &Columns::changed, this, [this] {
    header_->setSwitch(columns_->isSingle() && !isMapShown(), columns_->showsStage(), beside_->showsCode());
    if (QAction* contents = actionNamed(QStringLiteral("contents")))
      contents->setChecked(columns_->isSideShown());
    noteChange();
  });
  connect(header_, &HeaderBar::panelWanted, this, [this](bool panel) {
    columns_->showStage(panel);
    header_->setSwitch(columns_->isSingle(), columns_->showsStage(), beside_->showsCode());
  });
  connect(toast_, &Toast::changed, this, [this] {
    if (QAction* action = actionNamed(QStringLiteral("message")))
      action->setVisible(!message().isEmpty());
  });
  connect(map_, &navigation::MapPage::closeWanted, this, [this] { showMap(false); });
  connect(map_, &navigation::MapPage::pathChosen, this, &MainWindow::setPath);
  connect(map_, &navigation::MapPage::chapterChosen, this, [this](const QString& id) {
    openChapter(id);
    showMap(false);
  });
}

void MainWindow::connectSide() {
  const auto close = [this] {
    if (columns_->isDrawer())
      columns_->setSideShown(false);
    reader_->setFocus();
  };
  connect(&side_->contents(), &navigation::ContentsTree::chapterChosen, this,
          [this, close](const QString& id) {
            openChapter(id);
            close();
          });
  connect(&side_->contents(), &navigation::ContentsTree::sectionChosen, this,
          [this, close](const QString& anchor) {
            reader_->places().goTo(anchor);
            close();
          });
  connect(&side_->contents(), &navigation::ContentsTree::resetWanted, this, &MainWindow::resetProgress);
  connect(side_, &navigation::SidePanel::pathChosen, this, &MainWindow::setPath);
  connect(side_, &navigation::SidePanel::tabChanged, this, &MainWindow::noteChange);
  connect(marks_, &MarksDesk::placeWanted, this, [this](const QString& chapter) {
    openChapter(chapter);
    if (columns_->isDrawer())
      columns_->setSideShown(false);
  });
  connect(marks_, &MarksDesk::said, this, &MainWindow::showMessage);
  connect(marks_, &MarksDesk::saidInPassing, toast_, &Toast::beBrief);
  connect(marks_, &MarksDesk::refused, this, &MainWindow::showProblem);
  connect(marks_, &MarksDesk::changed, this, &MainWindow::refreshPlace);
  connect(progress_, &ProgressKeeper::changed, &progressTimer_, qOverload<>(&QTimer::start));
}

void MainWindow::chapterShown() {
  side_->contents().setCurrentChapter(reader_->currentChapter(), reader_->places().sections());
  const book::Chapter* chapter = services_.book.find(reader_->currentChapter());
  if (chapter)
    setWindowTitle(tr("%1 %2 - Eigenboard").arg(chapter->id, chapter->title));
  refreshProgress();
  noteChange();
}

void MainWindow::refreshPlace() {
  const book::Chapter* chapter = services_.book.find(reader_->currentChapter());
  if (!chapter)
    return;
  side_->contents().setCurrentSection(reader_->places().currentSection());
  const book::PathPlace place = book::placeOnPath(services_.book, path_, chapter->id);
  const navigation::Progress progress = progress_->progress(chapter->id);
  const QString percent = progress.sections > 0 ? navigation::percent(progress.fraction()) : QString();
  header_->setPlace({tr("%1  %2").arg(chapter->id, chapter->title), chapter->id,
                     navigation::progressWords(progress), percent, book::pathLine(place),
                     percent.isEmpty() ? QString() : navigation::progressRule()});
  const auto enable = [this](const char* name, bool enabled) {
    if (QAction* action = actionNamed(QString::fromLatin1(name)))
      action->setEnabled(enabled);
  };
  enable("back", travel_->canGoBack());
  enable("forward", travel_->canGoForward());
  enable("previousChapter", place.previous != nullptr);
  enable("nextChapter", place.next != nullptr);
  if (QAction* bookmark = actionNamed(QStringLiteral("bookmark")))
    bookmark->setChecked(marks_->isBookmarked());
}

void MainWindow::refreshProgress() {
  const QString chapter = reader_->currentChapter();
  side_->contents().setMarks([this](const QString& id) { return progress_->progress(id); },
                             [&](const reader::Section& section) {
                               navigation::SectionMark mark;
                               mark.isRead = services_.store.sectionRead(chapter, section.anchor) >=
                                             navigation::readShare;
                               mark.count = progress_->exercisesIn(chapter, section.anchor);
                               return mark;
                             });
  side_->setPath(path_, book::pathLine(book::placeOnPath(services_.book, path_, chapter)));
  if (isMapShown())
    map_->refresh(chapter, path_, progress_->outlines());
  refreshPlace();
}

void MainWindow::setPath(const QString& path) {
  const book::ReadingPath* chosen = book::pathOf(services_.book, path);
  path_ = chosen ? chosen->id : QString();
  if (QAction* action = actionNamed(QStringLiteral("path.") + path_))
    action->setChecked(true);
  reader_->setPath(path_);
  refreshProgress();
  noteChange();
}

void MainWindow::resetProgress(const QString& chapter) {
  navigation::ChapterRecord was;
  const QString error = progress_->reset(chapter, was);
  showMessage((tr("Progress in %1 was forgotten.").arg(chapter) + u' ' + error).trimmed(), tr("Undo"),
              [this, was] { progress_->restore(was); });
}

} // namespace eigenboard::window
