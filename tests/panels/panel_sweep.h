#pragma once

#include "tests/panels/panel_states.h"
#include "views/panel/registry.h"

#include <QtTest/QTest>

namespace eigenboard::tests {

/// A test whose slots have a row for each panel of the registry: panels() in a slot's _data, current() in it.
class PanelSweep : public QObject {
 protected:
  void panels() const {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < registry_.panels().size(); ++i)
      QTest::newRow(qPrintable(registry_.panels()[i]->description().identity.id)) << static_cast<int>(i);
  }
  const panel::Panel& current() const {
    QFETCH(int, index);
    return *registry_.panels()[static_cast<std::size_t>(index)];
  }
  /// The panel and the state, for the message of a failure.
  QString at(const NamedState& named) const {
    return current().description().identity.id + QStringLiteral(", ") + named.name;
  }
  static void append(std::vector<NamedState>& states, const std::vector<NamedState>& more) {
    states.insert(states.end(), more.begin(), more.end());
  }

  const panel::Registry registry_ = panel::registeredPanels();
};

} // namespace eigenboard::tests
