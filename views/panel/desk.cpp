#include "views/panel/desk.h"

namespace eigenboard::panel {

namespace {

const QString mannerKey = QStringLiteral("manner");

QJsonObject withManner(QJsonObject state, const Manner& manner) {
  if (const QJsonObject json = toJson(manner); !json.isEmpty())
    state.insert(mannerKey, json);
  return state;
}

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
  session->setReducedMotion(isMotionReduced_);
  if (const auto saved = saved_.extract(panelId)) {
    session->setManner(saved.mapped().manner);
    session->restore(saved.mapped().state);
  }
  connect(session, &Session::mannerChanged, this, &Desk::mannerChanged);
  emit sessionCreated(session);
  return session;
}

QJsonObject Desk::toJson() const {
  QJsonObject json = unknown_;
  for (const auto& [panelId, saved] : saved_)
    json.insert(panelId,
                withManner(panel::toJson(registry_.find(panelId)->description(), saved.state), saved.manner));
  for (const auto& [panelId, session] : sessions_)
    json.insert(panelId,
                withManner(panel::toJson(session->description(), session->state()), session->manner()));
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
    QJsonObject saved = entry.value().toObject();
    const Manner manner = mannerFromJson(panel->description(), saved.take(mannerKey).toObject());
    StateResult result = panel::fromJson(panel->description(), saved);
    if (!result.ok())
      errors += result.error;
    if (const auto session = sessions_.find(entry.key()); session != sessions_.end()) {
      session->second->setManner(manner);
      session->second->restore(result.state);
    } else {
      saved_.insert_or_assign(entry.key(), Saved{std::move(result.state), manner});
    }
  }
  return errors;
}

void Desk::setReducedMotion(bool isReduced) {
  isMotionReduced_ = isReduced;
  for (const auto& [panelId, session] : sessions_)
    session->setReducedMotion(isReduced);
}

} // namespace eigenboard::panel
