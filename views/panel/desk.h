#pragma once

#include "views/panel/registry.h"
#include "views/panel/session.h"
#include "views/panel/shared_objects.h"

#include <map>

namespace eigenboard::panel {

/// The panels in use: one session for each panel id, made when first asked for, all on one undo stack, so
/// that the text and the stage speak of the same state.
class Desk : public QObject {
  Q_OBJECT

 public:
  /// registry outlives the desk.
  explicit Desk(const Registry& registry, QObject* parent = nullptr);
  ~Desk() override;

  const Registry& registry() const { return registry_; }
  QUndoStack& undoStack() { return undoStack_; }
  /// Null for an unknown panel.
  Session* session(const QString& panelId);
  SharedObjects& shared() { return shared_; }
  /// States, manners and kept runs of all sessions, {panel id: state}, and "shared", the objects that several
  /// name; and back. Panels that are not registered are kept as they are.
  QJsonObject toJson() const;
  /// Empty, or one line for each state that could not be taken whole.
  QStringList fromJson(const QJsonObject& json);
  /// The reader's wish for all panels: what would move jumps.
  void setReducedMotion(bool isReduced);
  bool isMotionReduced() const { return isMotionReduced_; }

 signals:
  void sessionCreated(eigenboard::panel::Session* session);
  void mannerChanged(); ///< of any session

 private:
  struct Saved {
    State state;
    Manner manner;
  };
  void restore(Session& session, Saved saved);
  const Registry& registry_;
  QUndoStack undoStack_;
  SharedObjects shared_;
  std::map<QString, std::unique_ptr<Session>> sessions_;
  std::map<QString, Saved> saved_; ///< of panels not asked for yet
  bool isMotionReduced_ = false;
  QJsonObject unknown_;
};

} // namespace eigenboard::panel
