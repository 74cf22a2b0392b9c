#include "views/panel/desk.h"

namespace eigenboard::panel {

namespace {

constexpr int longestHistory = 1000; ///< undo steps; a state is small, but a session may last for weeks

} // namespace

Desk::Desk(const Registry& registry, QObject* parent) : QObject(parent), registry_(registry) {
  undoStack_.setUndoLimit(longestHistory);
}

Desk::~Desk() = default;

Session* Desk::session(const QString& panelId) {
  if (const auto found = sessions_.find(panelId); found != sessions_.end())
    return found->second.get();
  const Panel* panel = registry_.find(panelId);
  if (!panel)
    return nullptr;
  Session* session =
      sessions_.emplace(panelId, std::make_unique<Session>(*panel, undoStack_)).first->second.get();
  if (const auto saved = saved_.extract(panelId))
    session->restore(saved.mapped());
  emit sessionCreated(session);
  return session;
}

QJsonObject Desk::toJson() const {
  QJsonObject json = unknown_;
  for (const auto& [panelId, state] : saved_)
    json.insert(panelId, panel::toJson(registry_.find(panelId)->description(), state));
  for (const auto& [panelId, session] : sessions_)
    json.insert(panelId, panel::toJson(session->description(), session->state()));
  return json;
}

QStringList Desk::fromJson(const QJsonObject& json) {
  QStringList errors;
  for (auto entry = json.begin(); entry != json.end(); ++entry) {
    const Panel* panel = registry_.find(entry.key());
    if (!panel) {
      unknown_.insert(entry.key(), entry.value());
      continue;
    }
    StateResult result = panel::fromJson(panel->description(), entry.value().toObject());
    if (!result.ok())
      errors += result.error;
    if (const auto session = sessions_.find(entry.key()); session != sessions_.end())
      session->second->restore(result.state);
    else
      saved_.insert_or_assign(entry.key(), std::move(result.state));
  }
  return errors;
}

} // namespace eigenboard::panel
