#include "app/stage/keyframe_shelf.h"

#include <QtCore/QPointer>
#include <QtGui/QUndoCommand>

namespace eigenboard::stage {

/// One undo step: a panel's whole list before and after.
class KeyframesCommand final : public QUndoCommand {
 public:
  KeyframesCommand(KeyframeShelf& shelf, QString panelId, Keyframes before, Keyframes after,
                   const QString& text)
      : QUndoCommand(text), shelf_(&shelf), panelId_(std::move(panelId)), before_(std::move(before)),
        after_(std::move(after)) {}
  void undo() override { put(before_); }
  void redo() override { put(after_); }

 private:
  void put(const Keyframes& keyframes) {
    if (shelf_)
      shelf_->put(panelId_, keyframes);
  }
  QPointer<KeyframeShelf> shelf_; ///< null once the stage is gone: then the command does nothing
  QString panelId_;
  Keyframes before_;
  Keyframes after_;
};

KeyframeShelf::KeyframeShelf(panel::Desk& desk, QObject* parent) : QObject(parent), desk_(desk) {}

const Keyframes& KeyframeShelf::of(const QString& panelId) const {
  static const Keyframes none;
  const auto found = keyframes_.find(panelId);
  return found == keyframes_.end() ? none : found->second;
}

void KeyframeShelf::change(const QString& panelId, const Keyframes& next, const QString& undoText) {
  if (!isSame(next, of(panelId)))
    desk_.undoStack().push(new KeyframesCommand(*this, panelId, of(panelId), next, undoText));
}

void KeyframeShelf::put(const QString& panelId, const Keyframes& keyframes) {
  if (keyframes.empty())
    keyframes_.erase(panelId);
  else
    keyframes_.insert_or_assign(panelId, keyframes);
  emit changed(panelId);
}

QJsonObject KeyframeShelf::toJson() const {
  QJsonObject json = unknown_;
  for (const auto& [panelId, keyframes] : keyframes_)
    if (const panel::Panel* panel = desk_.registry().find(panelId))
      json.insert(panelId, figures::keyframesToJson(panel->description(), keyframes));
  return json;
}

QStringList KeyframeShelf::fromJson(const QJsonObject& json) {
  QStringList errors;
  for (auto entry = json.begin(); entry != json.end(); ++entry) {
    const panel::Panel* panel = desk_.registry().find(entry.key());
    if (!panel) {
      unknown_.insert(entry.key(), entry.value());
      continue;
    }
    const KeyframesResult result = keyframesFromJson(panel->description(), entry.value().toObject());
    if (!result.error.isEmpty())
      errors += result.error;
    put(entry.key(), result.keyframes);
  }
  return errors;
}

} // namespace eigenboard::stage
