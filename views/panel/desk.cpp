#include "views/panel/desk.h"

#include "views/panel/run_shelf.h"

namespace eigenboard::panel {

using namespace Qt::StringLiterals;

namespace {

const QString keptRunsKey = u"runs"_s;
const QString sharedKey = u"shared"_s; // no panel has this id: they have a dot in them
const QString mannerKey = u"manner"_s;

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
  if (const auto saved = saved_.extract(panelId))
    restore(*session, std::move(saved.mapped()));
  shared_.add(*session);
  connect(session, &Session::mannerChanged, this, &Desk::mannerChanged);
  emit sessionCreated(session);
  return session;
}

void Desk::restore(Session& session, Saved saved) {
  QJsonObject& unknown = saved.state.unknown;
  session.setManner(saved.manner);
  session.runs().fromJson(unknown.contains(keptRunsKey) ? unknown.take(keptRunsKey)
                                                        : QJsonValue(QJsonValue::Undefined));
  session.restore(saved.state);
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
    Saved whole{std::move(result.state), manner};
    if (const auto session = sessions_.find(entry.key()); session != sessions_.end())
      restore(*session->second, std::move(whole));
    else
      saved_.insert_or_assign(entry.key(), std::move(whole));
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
