#include "app/window/header_bar.h"
#include "app/window/main_window.h"

#include <QtGui/QAction>
#include <QtWidgets/QMenu>

#include <algorithm>

namespace eigenboard::window {

using controls::Icon;

namespace {

/// What other parts have added to the window as actions, the palette of search for one, stands in the menu
/// and in the list of keys like the rest, in the group that its property names; the one on Ctrl+K gets the
/// toolbar's lens. A new group stands before the last one, which has the way out.
void adoptActions(const QList<QAction*>& offered, const QString& usual, std::vector<WindowAction>& known) {
  for (QAction* action : offered) {
    const auto isSame = [action](const WindowAction& other) { return other.action == action; };
    if (std::any_of(known.begin(), known.end(), isSame))
      continue;
    if (action->shortcut() == QKeySequence(MainWindow::tr("Ctrl+K")))
      action->setObjectName(QStringLiteral("search"));
    const QString named = action->property("group").toString();
    const QString group = named.isEmpty() ? usual : named;
    const auto last = std::find_if(known.rbegin(), known.rend(),
                                   [&group](const WindowAction& other) { return other.group == group; });
    const auto lastGroup = std::find_if(known.begin(), known.end(), [&known](const WindowAction& other) {
      return other.group == known.back().group;
    });
    known.insert(last == known.rend() ? lastGroup : last.base(), {action, group});
  }
}

/// Group by group; the choices of one heading in a submenu of that name.
QMenu* menuOf(const std::vector<WindowAction>& actions, QWidget* window) {
  auto* menu = new QMenu(window);
  QMenu* choices = nullptr;
  QString group;
  for (const WindowAction& known : actions) {
    if (!group.isEmpty() && group != known.group)
      menu->addSeparator();
    group = known.group;
    const QString heading = known.action->property("heading").toString();
    if (!heading.isEmpty() && (!choices || choices->title() != heading))
      choices = menu->addMenu(heading);
    (heading.isEmpty() ? menu : choices)->addAction(known.action);
  }
  return menu;
}

} // namespace

void MainWindow::buildHeader() {
  adoptActions(actions(), tr("Finding"), actions_);
  const auto button = [this](const char* name, Icon icon, QMenu* menu = nullptr) {
    return HeaderButton{actionNamed(QString::fromLatin1(name)), icon, menu};
  };
  auto* size = new QMenu(this);
  for (const char* name : {"smallerText", "largerText", "normalText"})
    size->addAction(actionNamed(QString::fromLatin1(name)));
  auto* sizeAction = new QAction(tr("Text size"), this);
  sizeAction->setObjectName(QStringLiteral("textSize"));
  auto* moreAction = new QAction(tr("More"), this);
  moreAction->setObjectName(QStringLiteral("more"));
  const HeaderButton gap;
  QList<HeaderButton> right{button("find", Icon::FindInPage),
                            button("search", Icon::Search),
                            button("map", Icon::Map),
                            button("bookmark", Icon::Bookmark),
                            HeaderButton{sizeAction, Icon::TextSize, size},
                            button("theme", Icon::Contrast),
                            HeaderButton{moreAction, Icon::More, menuOf(actions_, this)}};
  right.removeIf([](const HeaderButton& described) { return !described.action; });
  header_->setButtons({button("contents", Icon::Contents), gap, button("back", Icon::ArrowLeft),
                       button("forward", Icon::ArrowRight), gap, button("previousChapter", Icon::ChevronLeft),
                       button("nextChapter", Icon::ChevronRight)},
                      right);
}

} // namespace eigenboard::window
