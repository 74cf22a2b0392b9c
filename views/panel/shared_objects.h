#pragma once

#include "views/panel/move.h"
#include "views/panel/registry.h"
#include "views/panel/shared_object.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <map>
#include <optional>

class QUndoStack;

namespace eigenboard::panel {

class Session;

/// The objects that several panels name, and which of their groups and parameters are bound to one. A bound
/// value is the session's like any other; whenever it changes there, by whatever means, the object and all
/// others bound to it follow at once, without undo steps of their own: undoing the first change undoes all.
class SharedObjects : public QObject {
  Q_OBJECT

 public:
  /// Both outlive this.
  SharedObjects(const Registry& registry, QUndoStack& undoStack);

  /// From now on the session's bound values are their objects'. It outlives this, or is gone with the desk.
  void add(Session& session);
  /// The name of the object that a group or parameter is bound to; empty: to none.
  QString nameAt(const Session& session, const QString& key) const;
  /// Titles of the other panels that are bound to the same object.
  QStringList partners(const Session& session, const QString& key) const;

  /// Settings of which some are "@name": those keys take the object's value and are bound to it; an object
  /// that is not there yet takes the panel's value. One undo step. False, and Session::rejected() says why,
  /// when a name or a shape does not fit; then nothing has changed.
  bool apply(Session& session, const Settings& settings, Move move);
  /// Takes a state and binds what the settings bind, without an undo step.
  bool adopt(Session& session, const State& state, const Settings& settings);
  /// The key keeps its value and is its panel's own again. One undo step.
  void letGo(Session& session, const QString& key);

  /// After the session's state has changed: what is bound passes to the others.
  void take(Session& session);

  bool isEmpty() const { return state_.objects.empty() && state_.unknown.isEmpty(); }
  QJsonObject toJson() const { return panel::toJson(state_); }
  /// Empty, or one line for each thing that could not be taken.
  QStringList fromJson(const QJsonValue& json);

 signals:
  void changed(); ///< what is bound to what

 private:
  friend class BindingCommand;
  struct Request {
    State state; ///< with the values of the objects that there are
    Settings settings;
    std::vector<SharedBinding> bindings;
    bool movesObject = false; ///< a value to be bound is another one now
  };
  std::optional<Request> request(Session& session, const State& from, const Settings& settings);
  SharedObject* object(const QString& name);
  const SharedBinding* bindingAt(const QString& panel, const QString& key) const;
  void bind(const SharedBinding& binding);
  void unbind(const QString& panel, const QString& key);
  void removeObject(const QString& name);
  void pass(const QString& name);
  void align(const SharedBinding& binding);
  void note(const SharedBinding& binding);
  Session* sessionOf(const SharedBinding& binding) const;

  const Registry& registry_;
  QUndoStack& undoStack_;
  SharedState state_;
  std::map<QString, Session*> sessions_;
  std::map<std::pair<QString, QString>, QString> seen_; ///< values as they last were, by panel and key
  bool isPassing_ = false;
  const Session* passing_ = nullptr; ///< whose change is passed on
};

} // namespace eigenboard::panel
