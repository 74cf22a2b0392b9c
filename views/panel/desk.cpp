#include "views/panel/desk.h"

#include "views/panel/run_shelf.h"

namespace eigenboard::panel {

using namespace Qt::StringLiterals;

namespace {

const QString keptRunsKey = u"runs"_s;
const QString sharedKey = u"shared"_s; // no panel has this id: they have a dot in them
const QString mannerKey = QStringLiteral("manner");

QJsonObject withManner(QJsonObject state, const Manner& manner) {
  if (const QJsonObject json = toJson(manner); !json.isEmpty())
    state.insert(mannerKey, json);
  return state;
}

constexpr int longestHistory = 1000; ///< undo steps; a state is small, but a session may last for weeks

} // namespace

Desk::Desk(const Registry& registry, QObject* parent)
    : QObject(parent), registry_(registry), shared_(registry, undoStack_) {
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
  if (auto saved = saved_.extract(panelId)) {
    session->setManner(saved.mapped().manner);
    restore(*session, std::move(saved.mapped().state));
  }
  connect(session, &Session::mannerChanged, this, &Desk::mannerChanged);
  shared_.add(*session);
  emit sessionCreated(session);
  return session;
}

void Desk::restore(Session& session, State state) {
  session.runs().fromJson(state.unknown.contains(keptRunsKey) ? state.unknown.take(keptRunsKey)
                                                              : QJsonValue(QJsonValue::Undefined));
  session.restore(state);
}

QJsonObject Desk::toJson() const {
  QJsonObject json = unknown_;
  for (const auto& [panelId, saved] : saved_)
    json.insert(panelId,
                withManner(panel::toJson(registry_.find(panelId)->description(), saved.state), saved.manner));
  for (const auto& [panelId, session] : sessions_) {
    QJsonObject state =
        withManner(panel::toJson(session->description(), session->state()), session->manner());
    if (!session->runs().runs().empty())
      state.insert(keptRunsKey, session->runs().toJson());
    json.insert(panelId, state);
  }
  if (!shared_.isEmpty())
    json.insert(sharedKey, shared_.toJson());
  return json;
}

QStringList Desk::fromJson(const QJsonObject& json) {
  QStringList errors;
  for (auto entry = json.begin(); entry != json.end(); ++entry) {
    if (entry.key() == sharedKey)
      continue;
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
    const QString runsError = keptRunsFromJson(panel->description(), saved.value(keptRunsKey)).error;
    if (!runsError.isEmpty())
      errors += runsError;
    if (const auto session = sessions_.find(entry.key()); session != sessions_.end()) {
      session->second->setManner(manner);
      restore(*session->second, std::move(result.state));
    } else {
      saved_.insert_or_assign(entry.key(), Saved{std::move(result.state), manner});
    }
  }
  if (json.contains(sharedKey))
    errors += shared_.fromJson(json.value(sharedKey));
  return errors;
}

void Desk::setReducedMotion(bool isReduced) {
  isMotionReduced_ = isReduced;
  for (const auto& [panelId, session] : sessions_)
    session->setReducedMotion(isReduced);
}

} // namespace eigenboard::panel
