#include "app/stage/tab_set.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace eigenboard::stage {

using namespace Qt::StringLiterals;

namespace {

bool isIndex(const TabSet& set, int index) {
  return index >= 0 && index < static_cast<int>(set.tabs.size());
}

Tab& tabAt(TabSet& set, int index) {
  return set.tabs[static_cast<std::size_t>(index)];
}

int last(const TabSet& set) {
  return static_cast<int>(set.tabs.size()) - 1;
}

/// The place of the tab that follows the text; −1: every tab is kept.
int follower(const TabSet& set) {
  return !set.tabs.empty() && !set.tabs.back().isKept ? last(set) : -1;
}

/// Gives the panel the place that follows the text. It has no tab yet.
void placeFollower(TabSet& set, const QString& panel) {
  if (follower(set) < 0)
    set.tabs.push_back({panel, false});
  else
    set.tabs.back().panel = panel;
}

} // namespace

int indexOf(const TabSet& set, const QString& panel) {
  const auto found =
      std::find_if(set.tabs.begin(), set.tabs.end(), [&](const Tab& tab) { return tab.panel == panel; });
  return found == set.tabs.end() ? -1 : static_cast<int>(found - set.tabs.begin());
}

QString currentPanel(const TabSet& set) {
  return isIndex(set, set.current) ? set.tabs[static_cast<std::size_t>(set.current)].panel : QString();
}

TabSet follow(TabSet set, const QString& panel) {
  if (indexOf(set, panel) < 0)
    placeFollower(set, panel);
  if (set.isFollowing || set.current < 0)
    set.current = indexOf(set, panel);
  return set;
}

TabSet show(TabSet set, const QString& panel) {
  if (indexOf(set, panel) < 0)
    placeFollower(set, panel);
  set.current = indexOf(set, panel);
  set.isFollowing = set.isFollowing || !tabAt(set, set.current).isKept;
  return set;
}

TabSet choose(TabSet set, int index) {
  if (!isIndex(set, index))
    return set;
  set.current = index;
  set.isFollowing = !tabAt(set, index).isKept;
  return set;
}

TabSet setKept(TabSet set, int index, bool isKept) {
  if (!isIndex(set, index) || tabAt(set, index).isKept == isKept)
    return set;
  const QString shown = currentPanel(set);
  const QString panel = tabAt(set, index).panel;
  if (isKept) {
    tabAt(set, index).isKept = true;
  } else {
    set.tabs.erase(set.tabs.begin() + index);
    const QString displaced = follower(set) >= 0 ? set.tabs.back().panel : QString();
    placeFollower(set, panel);
    set.current = indexOf(set, shown == displaced ? panel : shown);
  }
  if (currentPanel(set) == panel)
    set.isFollowing = !isKept;
  return set;
}

TabSet close(TabSet set, int index) {
  if (!isIndex(set, index) || set.tabs.size() < 2)
    return set;
  const bool wasCurrent = index == set.current;
  set.tabs.erase(set.tabs.begin() + index);
  if (!wasCurrent) {
    set.current -= index < set.current ? 1 : 0;
    return set;
  }
  const int next = follower(set) >= 0 ? follower(set) : std::min(index, last(set));
  return choose(std::move(set), next);
}

TabSet move(TabSet set, int from, int to) {
  const int end = follower(set) >= 0 ? last(set) - 1 : last(set);
  if (from < 0 || from > end || to < 0 || to > end || from == to)
    return set;
  const QString shown = currentPanel(set);
  const Tab tab = tabAt(set, from);
  set.tabs.erase(set.tabs.begin() + from);
  set.tabs.insert(set.tabs.begin() + to, tab);
  set.current = indexOf(set, shown);
  return set;
}

QJsonObject toJson(const TabSet& set) {
  QJsonArray tabs;
  for (const Tab& tab : set.tabs)
    tabs.append(QJsonObject{{u"panel"_s, tab.panel}, {u"kept"_s, tab.isKept}});
  return {{u"tabs"_s, tabs}, {u"current"_s, currentPanel(set)}, {u"following"_s, set.isFollowing}};
}

TabSet tabSetFromJson(const QJsonObject& json, const QStringList& knownPanels) {
  TabSet set;
  QString following;
  for (const QJsonValue& value : json[u"tabs"_s].toArray()) {
    const QString panel = value[u"panel"_s].toString();
    if (!knownPanels.contains(panel) || indexOf(set, panel) >= 0)
      continue;
    if (value[u"kept"_s].toBool())
      set.tabs.push_back({panel, true});
    else
      following = panel;
  }
  if (!following.isEmpty() && indexOf(set, following) < 0)
    set.tabs.push_back({following, false});
  if (set.tabs.empty())
    return set;
  set.current = std::max(0, indexOf(set, json[u"current"_s].toString()));
  set.isFollowing = json[u"following"_s].toBool(true) || !tabAt(set, set.current).isKept;
  return set;
}

} // namespace eigenboard::stage
