#pragma once

#include "app/stage/keyframes.h"
#include "views/panel/desk.h"

namespace eigenboard::stage {

/// The marked states of all panels. Each change is a step on the desk's undo stack.
class KeyframeShelf : public QObject {
  Q_OBJECT

 public:
  /// desk outlives the shelf.
  explicit KeyframeShelf(panel::Desk& desk, QObject* parent = nullptr);

  /// None, for a panel without.
  const Keyframes& of(const QString& panelId) const;
  /// No step where that changes nothing.
  void change(const QString& panelId, const Keyframes& next, const QString& undoText);

  /// Of all panels, {panel id: keyframes}, and back. What belongs to panels that are not registered is kept
  /// as it is.
  QJsonObject toJson() const;
  /// Empty, or one line for each panel whose keyframes could not be taken whole.
  QStringList fromJson(const QJsonObject& json);

 signals:
  void changed(const QString& panelId);

 private:
  friend class KeyframesCommand;
  void put(const QString& panelId, const Keyframes& keyframes);

  panel::Desk& desk_;
  std::map<QString, Keyframes> keyframes_;
  QJsonObject unknown_;
};

} // namespace eigenboard::stage
