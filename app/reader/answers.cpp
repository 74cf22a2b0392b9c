#include "app/reader/answers.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

namespace eigenboard::reader {

namespace {

/// What the answers from this node on are counted below, or empty: as before.
QString beginning(const Node& node) {
  if (node.kind == NodeKind::Exercise)
    return node.exercise.number;
  if (!node.anchor.isEmpty())
    return node.anchor;
  static const QRegularExpression exercise(QStringLiteral("^([0-9]+|[A-Z])\\.[0-9]+\\.[0-9]+(?=\\s)"));
  return node.text ? exercise.match(node.text->content().text).captured() : QString();
}

/// Calls each with every answer of the page and its key, in the order of the text.
template <typename Nodes, typename Visit>
void visitAnswers(Nodes& nodes, QString& anchor, int& number, Visit&& each) {
  for (auto& node : nodes) {
    if (const QString here = beginning(node); !here.isEmpty()) {
      anchor = here;
      number = 0;
    }
    int group = -1; // the circles of a choice are one answer
    if (node.text)
      for (InlineObject& object : node.text->objects()) {
        if (object.kind != ObjectKind::Answer && object.kind != ObjectKind::Choice)
          continue;
        number += object.kind == ObjectKind::Answer || object.group != group ? 1 : 0;
        group = object.group;
        each(object, QStringLiteral("%1/%2").arg(anchor).arg(number));
      }
    visitAnswers(node.children, anchor, number, each);
  }
}

} // namespace

QString answerKey(const std::vector<Node>& nodes, const InlineObject* object) {
  QString anchor;
  QString found;
  int number = 0;
  visitAnswers(nodes, anchor, number, [&](const InlineObject& each, const QString& key) {
    if (&each == object)
      found = key;
  });
  return found;
}

InlineObject* answerWithKey(std::vector<Node>& nodes, const QString& key) {
  QString anchor;
  InlineObject* found = nullptr;
  int number = 0;
  visitAnswers(nodes, anchor, number, [&](InlineObject& each, const QString& here) {
    if (here == key)
      found = &each;
  });
  return found;
}

InlineObject* codeAnswer(std::vector<Node>& nodes, const QString& exercise) {
  QString anchor;
  InlineObject* found = nullptr;
  int number = 0;
  visitAnswers(nodes, anchor, number, [&](InlineObject& each, const QString& key) {
    const auto* check = std::get_if<book::CheckLink>(&each.link);
    if (check && check->kind == book::CheckLink::Kind::Code && key.section(u'/', 0, 0) == exercise)
      found = &each;
  });
  return found;
}

bool putAnswers(std::vector<Node>& nodes, const std::vector<GivenAnswer>& answers) {
  QHash<QString, const GivenAnswer*> byKey;
  for (const GivenAnswer& answer : answers)
    byKey.insert(answer.key, &answer);
  QString anchor;
  int number = 0;
  bool wasPut = false;
  visitAnswers(nodes, anchor, number, [&](InlineObject& object, const QString& key) {
    const GivenAnswer* answer = byKey.value(key);
    const bool isForgotten = answer && answer->text.isEmpty();
    const bool isChoice = object.kind == ObjectKind::Choice;
    if (!answer || (isChoice && !isForgotten && object.text != answer->text))
      return;
    if (!isChoice)
      object.text = answer->text;
    object.mark = isForgotten ? Mark::None : answer->right ? Mark::Right : Mark::Wrong;
    wasPut = true;
  });
  return wasPut;
}

} // namespace eigenboard::reader
