#pragma once

#include "app/book/link.h"
#include "views/panel/desk.h"

#include <QtCore/QObject>

#include <set>

namespace eigenboard::reader {

/// The numbers of the panels as the text shows them, and what the text may ask of a panel.
class LiveNumbers : public QObject {
  Q_OBJECT

 public:
  /// desk outlives this.
  explicit LiveNumbers(panel::Desk& desk, QObject* parent = nullptr);

  panel::Desk& desk() { return desk_; }
  /// Null for an unknown panel. From then on the panel's changes are told.
  panel::Session* session(const QString& panelId);
  /// Why the link cannot work, or empty.
  QString problem(const book::Link& link);
  /// What a scrub: or value: link shows now; empty for other links and unknown names.
  QString text(const book::Link& link);
  /// The widest text it is expected to show.
  QString widest(const book::Link& link);
  /// The parameter of a scrub: link, or null.
  const panel::Parameter* parameter(const book::Link& link);

 signals:
  void changed(const QString& panelId);
  void goalReached(const QString& panelId, const QString& goal);

 private:
  const panel::Readout* readout(const book::ValueLink& link);

  panel::Desk& desk_;
  std::set<QString> watched_;
};

} // namespace eigenboard::reader
