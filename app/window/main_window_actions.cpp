#include "app/navigation/find_bar.h"
#include "app/navigation/side_panel.h"
#include "app/reader/reader.h"
#include "app/stage/stage_widget.h"
#include "app/window/columns.h"
#include "app/window/header_bar.h"
#include "app/window/main_window.h"
#include "app/window/marks_desk.h"
#include "app/window/shortcut_sheet.h"
#include "app/window/travel.h"

#include <QtGui/QAction>
#include <QtWidgets/QMenu>

#include <algorithm>

namespace eigenboard::window {

using controls::Icon;

namespace {
constexpr double zoomStep = 0.1;
}

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

/// What other parts have added to the window as actions, the palette of search for one, stands in the menu
/// and in the list of keys like the rest; the one on Ctrl+K gets the toolbar's lens.
void MainWindow::adoptActions() {
  const QString group = tr("Finding");
  for (QAction* action : actions()) {
    const auto isSame = [action](const WindowAction& known) { return known.action == action; };
    if (std::any_of(actions_.begin(), actions_.end(), isSame))
      continue;
    if (action->shortcut() == QKeySequence(tr("Ctrl+K")))
      action->setObjectName(QStringLiteral("search"));
    const auto last = std::find_if(actions_.rbegin(), actions_.rend(),
                                   [&group](const WindowAction& known) { return known.group == group; });
    actions_.insert(last.base(), {action, group});
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
  addNamed(group, QStringLiteral("previousChapter"), tr("Previous chapter"), {QKeySequence(tr("Ctrl+PgUp"))},
           [this] { turnPage(-1); });
  addNamed(group, QStringLiteral("nextChapter"), tr("Next chapter"), {QKeySequence(tr("Ctrl+PgDown"))},
           [this] { turnPage(1); });
  addNamed(group, QStringLiteral("sides"), tr("Text or panel"), {QKeySequence(tr("F6"))},
           [this] { switchSides(); });
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
           [this] { setZoom(zoom_ - zoomStep); });
  addNamed(group, QStringLiteral("largerText"), tr("Larger text"),
           {QKeySequence::ZoomIn, QKeySequence(tr("Ctrl+="))}, [this] { setZoom(zoom_ + zoomStep); });
  addNamed(group, QStringLiteral("normalText"), tr("Normal text size"), {QKeySequence(tr("Ctrl+0"))},
           [this] { setZoom(1); });
  addNamed(group, QStringLiteral("theme"), tr("Next theme"), {QKeySequence(tr("Ctrl+D"))}, [this] {
    const std::vector<render::Theme> themes = render::themes();
    const auto now = std::find_if(themes.begin(), themes.end(),
                                  [this](const render::Theme& theme) { return theme.key == themeKey_; });
    const bool isLast = now == themes.end() || std::next(now) == themes.end();
    setTheme(isLast ? themes.front().key : std::next(now)->key);
  });
  const QString program = tr("Program");
  addNamed(program, QStringLiteral("undo"), tr("Undo"), {QKeySequence::Undo},
           [this] { services_.desk.undoStack().undo(); });
  addNamed(program, QStringLiteral("redo"), tr("Redo"), {QKeySequence::Redo},
           [this] { services_.desk.undoStack().redo(); });
  addNamed(program, QStringLiteral("shortcuts"), tr("Keyboard shortcuts"),
           {QKeySequence(tr("F1")), QKeySequence(tr("Ctrl+/"))}, [this] { showShortcuts(); });
  addNamed(program, QStringLiteral("quit"), tr("Quit"), {QKeySequence::Quit}, [this] { close(); });
}

void MainWindow::buildHeader() {
  adoptActions();
  const auto button = [this](const char* name, Icon icon, QMenu* menu = nullptr) {
    return HeaderButton{actionNamed(QString::fromLatin1(name)), icon, menu};
  };
  auto* size = new QMenu(this);
  for (const char* name : {"smallerText", "largerText", "normalText"})
    size->addAction(actionNamed(QString::fromLatin1(name)));
  auto* sizeAction = new QAction(tr("Text size"), this);
  sizeAction->setObjectName(QStringLiteral("textSize"));
  auto* more = new QMenu(this);
  QString group;
  for (const WindowAction& known : actions_) {
    if (!group.isEmpty() && group != known.group)
      more->addSeparator();
    group = known.group;
    more->addAction(known.action);
  }
  auto* moreAction = new QAction(tr("More"), this);
  moreAction->setObjectName(QStringLiteral("more"));
  const HeaderButton gap;
  QList<HeaderButton> right{button("find", Icon::FindInPage),
                            button("search", Icon::Search),
                            button("map", Icon::Map),
                            button("bookmark", Icon::Bookmark),
                            HeaderButton{sizeAction, Icon::TextSize, size},
                            button("theme", Icon::Contrast),
                            HeaderButton{moreAction, Icon::More, more}};
  right.removeIf([](const HeaderButton& described) { return !described.action; });
  header_->setButtons({button("contents", Icon::Contents), gap, button("back", Icon::ArrowLeft),
                       button("forward", Icon::ArrowRight), gap, button("previousChapter", Icon::ChevronLeft),
                       button("nextChapter", Icon::ChevronRight)},
                      right);
}

void MainWindow::showShortcuts() {
  auto* sheet = new ShortcutSheet(actions_, render::themeNamed(themeKey_), this);
  sheet->setAttribute(Qt::WA_DeleteOnClose);
  sheet->open();
}

} // namespace eigenboard::window
