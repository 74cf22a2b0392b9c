#include "app/book/reading_path.h"
#include "app/navigation/find_bar.h"
#include "app/navigation/side_panel.h"
#include "app/print/print_dialog.h"
#include "app/reader/code_desk.h"
#include "app/reader/reader.h"
#include "app/stage/snap_button.h"
#include "app/stage/stage_widget.h"
#include "app/window/beside.h"
#include "app/window/columns.h"
#include "app/window/keywords.h"
#include "app/window/main_window.h"
#include "app/window/marks_desk.h"
#include "app/window/panel_windows.h"
#include "app/window/python_choice.h"
#include "app/window/save_notebook.h"
#include "app/window/shortcut_sheet.h"
#include "app/window/toast.h"
#include "app/window/travel.h"

#include <QtGui/QAction>
#include <QtGui/QActionGroup>

#include <algorithm>

namespace eigenboard::window {

namespace {

constexpr double zoomStep = 0.1;

void showShortcuts(const std::vector<WindowAction>& actions, const render::Theme& theme, QWidget* window) {
  auto* sheet = new ShortcutSheet(actions, theme, window);
  sheet->setAttribute(Qt::WA_DeleteOnClose);
  sheet->open();
}

void savePdf(MainWindow& window, Services& services) {
  auto* dialog = new print::PrintDialog(services.book, services.registry, services.typesetter,
                                        window.reader().currentChapter(), &window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  QObject::connect(dialog, &print::PrintDialog::printed, &window, [&window](const QString& fileName) {
    window.showMessage(MainWindow::tr("Saved as %1.").arg(fileName));
  });
  dialog->open();
}

} // namespace

QAction* MainWindow::actionNamed(const QString& name) const {
  const auto found = std::find_if(actions_.begin(), actions_.end(), [&name](const WindowAction& known) {
    return known.action->objectName() == name;
  });
  return found == actions_.end() ? nullptr : found->action;
}

QAction* MainWindow::addNamed(const QString& group, const QString& name, const QString& text,
                              const QList<QKeySequence>& keys, const std::function<void()>& run) {
  auto* action = new QAction(text, this);
  action->setObjectName(name);
  action->setShortcuts(keys);
  action->setProperty("keywords", keywordsOf(name));
  connect(action, &QAction::triggered, this, run);
  addAction(action);
  actions_.push_back({action, group});
  return action;
}

void MainWindow::buildActions() {
  buildGoing();
  buildFinding();
  buildView();
}

void MainWindow::addChoices(const QString& group, const QString& heading, const QString& name,
                            const QList<std::pair<QString, QString>>& choices,
                            const std::function<void(const QString& key)>& choose) {
  auto* together = new QActionGroup(this);
  for (const auto& [key, words] : choices) {
    QAction* action = addNamed(group, name + u'.' + key, words, {}, [choose, key = key] { choose(key); });
    action->setProperty("heading", heading);
    action->setCheckable(true);
    together->addAction(action);
  }
}

void MainWindow::buildGoing() {
  const QString group = tr("Going");
  addNamed(group, QStringLiteral("contents"), tr("Contents"), {QKeySequence(tr("Ctrl+B"))}, [this] {
    showMap(false);
    columns_->setSideShown(!columns_->isSideShown());
    if (columns_->isSideShown())
      side_->focusTab();
    else
      reader_->setFocus();
  })->setCheckable(true);
  addNamed(group, QStringLiteral("map"), tr("Map of the book"), {QKeySequence(tr("Ctrl+M"))}, [this] {
    showMap(!isMapShown());
  })->setCheckable(true);
  addNamed(group, QStringLiteral("back"), tr("Back"),
           {QKeySequence(tr("Alt+Left")), QKeySequence(Qt::Key_Back)}, [this] { travel_->goBack(); });
  addNamed(group, QStringLiteral("forward"), tr("Forward"),
           {QKeySequence(tr("Alt+Right")), QKeySequence(Qt::Key_Forward)}, [this] { travel_->goForward(); });
  const auto turnTo = [this](const book::Chapter* book::PathPlace::*way) {
    if (const book::Chapter* to = book::placeOnPath(services_.book, path_, reader_->currentChapter()).*way)
      openChapter(to->id);
  };
  addNamed(group, QStringLiteral("previousChapter"), tr("Previous chapter"), {QKeySequence(tr("Ctrl+PgUp"))},
           [turnTo] { turnTo(&book::PathPlace::previous); });
  addNamed(group, QStringLiteral("nextChapter"), tr("Next chapter"), {QKeySequence(tr("Ctrl+PgDown"))},
           [turnTo] { turnTo(&book::PathPlace::next); });
  addNamed(group, QStringLiteral("sides"), tr("Text or panel"), {QKeySequence(tr("F6"))},
           [this] { switchSides(); });
  addNamed(group, QStringLiteral("code"), tr("Code beside the text"), {QKeySequence(tr("Ctrl+Shift+E"))},
           [this] {
             const QString cell = reader_->codeDesk().cellInView();
             if (beside_->isInCode())
               beside_->close();
             else if (cell.isEmpty())
               showMessage(tr("There is no code in this chapter."));
             else
               beside_->openCode(cell);
             actionNamed(QStringLiteral("code"))->setChecked(beside_->showsCode());
           })
      ->setCheckable(true);
  addNamed(group, QStringLiteral("message"), tr("Go to the message"), {QKeySequence(tr("F8"))}, [this] {
    toast_->takeKeyboard();
  })->setVisible(false);
  QList<std::pair<QString, QString>> paths;
  for (const book::ReadingPath& path : services_.book.paths)
    paths.emplace_back(path.id, path.title);
  addChoices(group, tr("Reading path"), QStringLiteral("path"), paths,
             [this](const QString& id) { setPath(id); });
}

void MainWindow::buildFinding() {
  const QString finding = tr("Finding");
  addNamed(finding, QStringLiteral("find"), tr("Find in this chapter"), {QKeySequence::Find}, [this] {
    showMap(false);
    columns_->showStage(false);
    find_->open();
  });
  addNamed(finding, QStringLiteral("findNext"), tr("Next match"), {QKeySequence(tr("F3"))},
           [this] { find_->step(1); });
  addNamed(finding, QStringLiteral("findPrevious"), tr("Previous match"), {QKeySequence(tr("Shift+F3"))},
           [this] { find_->step(-1); });
  const QString marking = tr("Marking");
  addNamed(marking, QStringLiteral("bookmark"), tr("Bookmark this section"),
           {QKeySequence(tr("Ctrl+Shift+D"))}, [this] { marks_->toggleBookmark(); })
      ->setCheckable(true);
  addNamed(marking, QStringLiteral("note"), tr("Note on the selected words"),
           {QKeySequence(tr("Ctrl+Shift+N"))}, [this] { marks_->beginNote(); });
  const auto showTab = [this](navigation::SideTab tab) {
    showMap(false);
    columns_->setSideShown(true);
    side_->setTab(tab);
    side_->focusTab();
  };
  addNamed(marking, QStringLiteral("bookmarks"), tr("Bookmarks"), {QKeySequence(tr("Ctrl+Shift+B"))},
           [showTab] { showTab(navigation::SideTab::Bookmarks); });
  addNamed(marking, QStringLiteral("notes"), tr("Notes"), {QKeySequence(tr("Ctrl+Shift+M"))},
           [showTab] { showTab(navigation::SideTab::Notes); });
  addNamed(marking, QStringLiteral("resetProgress"), tr("Forget progress in this chapter"), {},
           [this] { resetProgress(reader_->currentChapter()); });
}

void MainWindow::buildView() {
  const QString group = tr("View");
  addNamed(group, QStringLiteral("smallerText"), tr("Smaller text"), {QKeySequence::ZoomOut},
           [this] { setZoom(reader_->zoom() - zoomStep); });
  addNamed(group, QStringLiteral("largerText"), tr("Larger text"),
           {QKeySequence::ZoomIn, QKeySequence(tr("Ctrl+="))},
           [this] { setZoom(reader_->zoom() + zoomStep); });
  addNamed(group, QStringLiteral("normalText"), tr("Normal text size"), {QKeySequence(tr("Ctrl+0"))},
           [this] { setZoom(1); });
  addNamed(group, QStringLiteral("theme"), tr("Next theme"), {QKeySequence(tr("Ctrl+D"))},
           [this] { setTheme(render::themeAfter(themeKey_).key); });
  QList<std::pair<QString, QString>> themes;
  for (const render::Theme& theme : render::themes())
    themes.emplace_back(theme.key, theme.name);
  addChoices(group, tr("Theme"), QStringLiteral("theme"), themes,
             [this](const QString& key) { setTheme(key); });
  addChoices(group, tr("Motion"), QStringLiteral("motion"),
             {{QStringLiteral("full"), tr("Full")}, {QStringLiteral("reduced"), tr("Reduced")}},
             [this](const QString& key) {
               services_.desk.setReducedMotion(key == QStringLiteral("reduced"));
               panelWindows_->setReducedMotion(key == QStringLiteral("reduced"));
               noteChange();
             });
  actionNamed(QStringLiteral("motion.full"))->setChecked(true);
  addNamed(group, QStringLiteral("present"), tr("Present the panel on the whole screen"),
           {QKeySequence(tr("F5")), QKeySequence(tr("F11"))},
           [this] { panelWindows_->present(stage_->currentPanel()); });
  addNamed(group, QStringLiteral("popOut"), tr("Panel in a window of its own"),
           {QKeySequence(tr("Ctrl+Shift+O"))}, [this] { panelWindows_->popOut(stage_->currentPanel()); });
  QList<std::pair<QString, QString>> snappings;
  for (const stage::SnappingChoice& choice : stage::snappingChoices())
    snappings.emplace_back(choice.key, choice.meaning);
  addChoices(group, tr("Snapping"), QStringLiteral("snapping"), snappings,
             [this](const QString& key) { panelWindows_->setSnapping(stage::snappingOf(key)); });
  addChoices(group, tr("Spaces drawn by"), QStringLiteral("spaces"),
             {{render::keyOf(render::SpaceDrawing::Automatic), tr("Graphics card, where there is one")},
              {render::keyOf(render::SpaceDrawing::OpenGl), tr("OpenGL, whatever does its work")},
              {render::keyOf(render::SpaceDrawing::Processor), tr("Processor")}},
             [this](const QString& key) { panelWindows_->setSpaceDrawing(render::spaceDrawingOf(key)); });
  const QString program = tr("Program");
  addNamed(program, QStringLiteral("undo"), tr("Undo"), {QKeySequence::Undo},
           [this] { services_.desk.undoStack().undo(); });
  addNamed(program, QStringLiteral("redo"), tr("Redo"), {QKeySequence::Redo},
           [this] { services_.desk.undoStack().redo(); });
  addNamed(program, QStringLiteral("saveAsPdf"), tr("Save as PDF…"), {QKeySequence::Print},
           [this] { savePdf(*this, services_); });
  addNamed(program, QStringLiteral("saveAsNotebook"), tr("Save as notebook…"), {},
           [this] { saveNotebook(*this, services_); });
  addNamed(program, QStringLiteral("choosePython"), tr("Choose the Python for the code…"), {},
           [this] { choosePython(*this, [this] { noteChange(); }); });
  addNamed(program, QStringLiteral("forgetPython"), tr("Use the Python of this machine"), {},
           [this] { forgetPython(*this, [this] { noteChange(); }); });
  addNamed(program, QStringLiteral("shortcuts"), tr("Keyboard shortcuts"),
           {QKeySequence(tr("F1")), QKeySequence(tr("Ctrl+/"))},
           [this] { showShortcuts(actions_, render::themeNamed(themeKey_), this); });
  addNamed(program, QStringLiteral("quit"), tr("Quit"), {QKeySequence::Quit}, [this] { close(); });
}

} // namespace eigenboard::window
