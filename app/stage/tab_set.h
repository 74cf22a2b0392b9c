#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

namespace eigenboard::stage {

/// A panel on the stage. isKept: the reader wants it to stay; else it follows the text.
struct Tab {
  QString panel;
  bool isKept = false;
  bool operator==(const Tab&) const = default;
};

/// The panels on the stage: those the reader keeps, and at most one, the last, that follows the text. No
/// panel stands twice. All functions are pure; an index that is none changes nothing.
struct TabSet {
  std::vector<Tab> tabs;
  int current = -1;        ///< −1 only while there are no tabs
  bool isFollowing = true; ///< what the text asks for is brought to the front
  bool operator==(const TabSet&) const = default;
};

/// The text has come to a panel: it takes the place of the one that followed the text. It comes to the front
/// unless a kept panel stands there by the reader's choice.
TabSet follow(TabSet set, const QString& panel);
/// The reader has asked for a panel: it comes to the front whatever is kept.
TabSet show(TabSet set, const QString& panel);
/// The reader has chosen a tab.
TabSet choose(TabSet set, int index);
/// A tab that is let go follows the text from then on, and takes the place of the one that did.
TabSet setKept(TabSet set, int index, bool isKept);
/// The last tab cannot be closed.
TabSet close(TabSet set, int index);
/// The tab that follows the text stays the last.
TabSet move(TabSet set, int from, int to);

int indexOf(const TabSet& set, const QString& panel); ///< −1: it has no tab
QString currentPanel(const TabSet& set);              ///< empty: none

QJsonObject toJson(const TabSet& set);
/// What is not known any more, or stands twice, is left out.
TabSet tabSetFromJson(const QJsonObject& json, const QStringList& knownPanels);

} // namespace eigenboard::stage
