#include "views/panel/shared_objects.h"

#include "views/panel/binding_command.h"
#include "views/panel/session.h"

#include <QtGui/QUndoStack>

#include <algorithm>
#include <utility>

namespace eigenboard::panel {

using namespace Qt::StringLiterals;

SharedObjects::SharedObjects(const Registry& registry, QUndoStack& undoStack)
    : registry_(registry), undoStack_(undoStack) {}

SharedObject* SharedObjects::object(const QString& name) {
  const auto found = std::find_if(state_.objects.begin(), state_.objects.end(),
                                  [&name](const auto& one) { return one.first == name; });
  return found == state_.objects.end() ? nullptr : &found->second;
}

const SharedBinding* SharedObjects::bindingAt(const QString& panel, const QString& key) const {
  const auto found =
      std::find_if(state_.bindings.begin(), state_.bindings.end(), [&](const SharedBinding& binding) {
        return binding.panel == panel && binding.key == key;
      });
  return found == state_.bindings.end() ? nullptr : &*found;
}

Session* SharedObjects::sessionOf(const SharedBinding& binding) const {
  const auto found = sessions_.find(binding.panel);
  return found == sessions_.end() ? nullptr : found->second;
}

QString SharedObjects::nameAt(const Session& session, const QString& key) const {
  const SharedBinding* binding = bindingAt(session.description().identity.id, key);
  return binding ? binding->name : QString();
}

QStringList SharedObjects::partners(const Session& session, const QString& key) const {
  const QString& id = session.description().identity.id;
  const QString name = nameAt(session, key);
  QStringList titles;
  for (const SharedBinding& binding : state_.bindings)
    if (const Panel* panel = registry_.find(binding.panel);
        panel && binding.name == name && binding.panel != id)
      if (const QString& title = panel->description().identity.title; !titles.contains(title))
        titles += title;
  return titles;
}

void SharedObjects::add(Session& session) {
  sessions_[session.description().identity.id] = &session;
  session.shared_ = this;
  for (const SharedBinding& binding : state_.bindings)
    if (sessionOf(binding) == &session)
      align(binding);
}

std::optional<SharedObjects::Request> SharedObjects::request(Session& session, const State& from,
                                                             const Settings& settings) {
  const Description& description = session.description();
  const StateResult plain = withSettings(description, from, settings);
  if (!plain.ok()) {
    emit session.rejected(plain.error);
    return std::nullopt;
  }
  Request request{plain.state, {}, {}, false};
  for (const auto& [key, text] : settings) {
    if (!namesSharedObject(description, {{key, text}})) {
      request.settings.emplace_back(key, text);
      continue;
    }
    const QString name = text.mid(1);
    request.bindings.push_back({description.identity.id, key, name});
    const SharedObject here = objectAt(description, plain.state, key);
    const SharedObject* there = object(name);
    if (!there)
      continue;
    if (!haveSameShape(here, *there)) {
      emit session.rejected(tr("%1 of %2 is %3, and the shared @%4 is %5")
                                .arg(key, description.identity.id, shapeName(here), name, shapeName(*there)));
      return std::nullopt;
    }
    request.state = withObject(description, std::move(request.state), key, *there);
    // In the panel's own range: as a setting the object's value might be refused.
    const QString value = objectAt(description, request.state, key).value;
    request.settings.emplace_back(key, value);
    request.movesObject = request.movesObject || value != objectAt(description, session.state(), key).value;
  }
  return request;
}

bool SharedObjects::apply(Session& session, const Settings& settings, Move move) {
  const std::optional<Request> wanted = request(session, session.state(), settings);
  if (!wanted)
    return false;
  std::vector<SharedBinding> news;
  for (const SharedBinding& binding : wanted->bindings)
    if (nameAt(session, binding.key) != binding.name)
      news.push_back(binding);
  const bool isEased = move == Move::Eased && news.empty() && !wanted->movesObject;
  const Move whole = move == Move::Eased && !isEased ? Move::ByLink : move;
  if (news.empty())
    return session.apply(wanted->settings, whole);
  QStringList names;
  for (const SharedBinding& binding : news)
    names += u'@' + binding.name;
  undoStack_.beginMacro(tr("Share %1").arg(names.join(u", "_s)));
  // First the value and then the bond, so that undo lets go before the value goes back.
  for (const SharedBinding& binding : news)
    if (!nameAt(session, binding.key).isEmpty())
      letGo(session, binding.key);
  session.apply(wanted->settings, whole);
  for (const SharedBinding& binding : news)
    undoStack_.push(new BindingCommand(*this, binding, true));
  undoStack_.endMacro();
  return true;
}

bool SharedObjects::adopt(Session& session, const State& state, const Settings& settings) {
  const std::optional<Request> wanted = request(session, state, settings);
  for (const SharedBinding& binding : wanted ? wanted->bindings : std::vector<SharedBinding>())
    if (nameAt(session, binding.key) != binding.name)
      unbind(binding.panel, binding.key);
  session.restore(wanted ? wanted->state : state);
  for (const SharedBinding& binding : wanted ? wanted->bindings : std::vector<SharedBinding>())
    bind(binding);
  return wanted.has_value();
}

void SharedObjects::letGo(Session& session, const QString& key) {
  if (const SharedBinding* binding = bindingAt(session.description().identity.id, key))
    undoStack_.push(new BindingCommand(*this, *binding, false));
}

void SharedObjects::bind(const SharedBinding& binding) {
  Session* session = sessionOf(binding);
  if (bindingAt(binding.panel, binding.key) || !session)
    return;
  if (!object(binding.name))
    state_.objects.emplace_back(binding.name,
                                objectAt(session->description(), session->state(), binding.key));
  state_.bindings.push_back(binding);
  align(binding);
  emit changed();
}

void SharedObjects::unbind(const QString& panel, const QString& key) {
  seen_.erase({panel, key});
  const auto removed = std::erase_if(state_.bindings, [&](const SharedBinding& binding) {
    return binding.panel == panel && binding.key == key;
  });
  if (removed > 0)
    emit changed();
}

void SharedObjects::removeObject(const QString& name) {
  std::erase_if(state_.objects, [&name](const auto& one) { return one.first == name; });
}

void SharedObjects::note(const SharedBinding& binding) {
  if (const Session* session = sessionOf(binding))
    seen_[{binding.panel, binding.key}] =
        objectAt(session->description(), session->state(), binding.key).value;
}

/// The session takes its object's value.
void SharedObjects::align(const SharedBinding& binding) {
  Session* session = sessionOf(binding);
  const SharedObject* there = object(binding.name);
  if (!session || !there)
    return;
  State next = withObject(session->description(), session->state(), binding.key, *there);
  if (next.values != session->state().values) {
    // The panel whose own motion is passed on goes on moving.
    if (session != passing_)
      session->stopAnimation();
    // The process goes on to where it was wanted, as in a drag, although a value in between may end it
    // earlier.
    next.steps = std::max(session->wantedSteps_, session->state_.steps);
    const bool wasPassing = std::exchange(isPassing_, true);
    session->assign(std::move(next));
    session->isOwnMove_ = false;
    isPassing_ = wasPassing;
  }
  note(binding);
}

void SharedObjects::pass(const QString& name) {
  for (const SharedBinding& binding : state_.bindings)
    if (binding.name == name)
      align(binding);
}

void SharedObjects::take(Session& session) {
  if (isPassing_)
    return;
  for (const SharedBinding& binding : state_.bindings) {
    if (sessionOf(binding) != &session)
      continue;
    const SharedObject here = objectAt(session.description(), session.state(), binding.key);
    SharedObject* there = object(binding.name);
    QString& seen = seen_[{binding.panel, binding.key}];
    // A value that was cut to this panel's range must not cut the object's when something else changes.
    if (!there || here.value == seen || !haveSameShape(here, *there))
      continue;
    seen = here.value;
    there->value = here.value;
    passing_ = &session;
    pass(binding.name);
    passing_ = nullptr;
  }
}

QStringList SharedObjects::fromJson(const QJsonValue& json) {
  QStringList errors;
  state_ = sharedFromJson(json, errors);
  std::erase_if(state_.bindings, [&](const SharedBinding& binding) {
    const Panel* panel = registry_.find(binding.panel);
    if (!panel)
      return false;
    const Description& description = panel->description();
    const SharedObject here = objectAt(description, defaultState(description), binding.key);
    const SharedObject* there = object(binding.name);
    if (there && haveSameShape(here, *there))
      return false;
    errors += tr("%1 of %2 cannot be the shared @%3").arg(binding.key, binding.panel, binding.name);
    return true;
  });
  seen_.clear();
  for (const SharedBinding& binding : state_.bindings)
    align(binding);
  emit changed();
  return errors;
}

} // namespace eigenboard::panel
