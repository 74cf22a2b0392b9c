#include "app/reader/answering.h"

#include "app/book/answer.h"
#include "app/reader/answers.h"
#include "app/reader/reader.h"

#include <QtCore/QStringList>

namespace eigenboard::reader {

namespace {

Mark markOf(book::Verdict verdict) {
  switch (verdict) {
  case book::Verdict::Right:
    return Mark::Right;
  case book::Verdict::NotYet:
    return Mark::Wrong;
  case book::Verdict::Unreadable:
    return Mark::Unreadable;
  }
  return Mark::Wrong;
}

} // namespace

QString answerHint(const book::CheckLink& check) {
  if (check.kind != book::CheckLink::Kind::Expression)
    return Reader::tr("a number");
  QStringList names;
  for (const algebra::Variable& variable : check.variables)
    names.push_back(QString::fromStdString(variable.name));
  return names.isEmpty() ? Reader::tr("an expression")
                         : Reader::tr("an expression in %1").arg(names.join(QStringLiteral(", ")));
}

QString describeAnswer(const InlineObject& answer) {
  switch (answer.mark) {
  case Mark::Right:
    return Reader::tr("Your answer %1 is right").arg(answer.text);
  case Mark::Wrong:
    return Reader::tr("Your answer %1 is not right yet").arg(answer.text);
  case Mark::Unreadable:
    return Reader::tr("Your answer %1 cannot be read").arg(answer.text);
  case Mark::None:
    break;
  }
  return Reader::tr("Your answer: %1").arg(answerHint(std::get<book::CheckLink>(answer.link)));
}

int circleOf(const Paragraph& paragraph, const LinkSpan& option) {
  const auto& objects = paragraph.objects();
  for (std::size_t i = 0; i < objects.size(); ++i)
    if (objects[i].kind == ObjectKind::Choice && objects[i].position == option.span.start)
      return static_cast<int>(i);
  return -1;
}

QString describeOption(const Paragraph& paragraph, const LinkSpan& option) {
  const int index = circleOf(paragraph, option);
  if (index < 0)
    return {};
  const InlineObject& circle = paragraph.objects()[static_cast<std::size_t>(index)];
  const auto& check = std::get<book::CheckLink>(circle.link);
  const QString place = Reader::tr("Choice %1 of %2: %3")
                            .arg(check.options.indexOf(circle.text) + 1)
                            .arg(check.options.size())
                            .arg(circle.text);
  return circle.mark == Mark::Right   ? Reader::tr("%1, chosen, right").arg(place)
         : circle.mark == Mark::Wrong ? Reader::tr("%1, chosen, not right yet").arg(place)
                                      : place;
}

bool Reader::isOption(int index) const {
  if (index < 0 || index >= static_cast<int>(layout_.targets.size()))
    return false;
  const Target& target = layout_.targets[static_cast<std::size_t>(index)];
  if (target.kind != TargetKind::Link)
    return false;
  const Paragraph& paragraph = *layout_.texts[static_cast<std::size_t>(target.text)].paragraph;
  return paragraph.content().links[static_cast<std::size_t>(target.index)].isOption;
}

/// To the option before or after in the same choice; choosing it is a step of its own, because it is judged.
bool Reader::stepOption(int direction) {
  const int next = state_.focused + direction;
  if (!isOption(state_.focused))
    return false;
  if (isOption(next)) {
    const auto groupOf = [this](int index) {
      const Target& target = layout_.targets[static_cast<std::size_t>(index)];
      const Paragraph& paragraph = *layout_.texts[static_cast<std::size_t>(target.text)].paragraph;
      const int circle =
          circleOf(paragraph, paragraph.content().links[static_cast<std::size_t>(target.index)]);
      return std::pair(target.text, paragraph.objects()[static_cast<std::size_t>(circle)].group);
    };
    if (groupOf(next) == groupOf(state_.focused)) {
      state_.isByKeyboard = true;
      setFocused(next);
      ensureVisible(layout_.targets[static_cast<std::size_t>(next)].rect);
    }
  }
  return true;
}

void Reader::choose(int index) {
  const Target target = layout_.targets[static_cast<std::size_t>(index)];
  const PlacedText& text = layout_.texts[static_cast<std::size_t>(target.text)];
  Paragraph& paragraph = *text.paragraph;
  const int chosen = circleOf(paragraph, paragraph.content().links[static_cast<std::size_t>(target.index)]);
  if (chosen < 0)
    return;
  InlineObject& circle = paragraph.objects()[static_cast<std::size_t>(chosen)];
  const book::Judgement judgement = book::judgeAnswer(std::get<book::CheckLink>(circle.link), circle.text);
  for (InlineObject& other : paragraph.objects())
    if (other.kind == ObjectKind::Choice && other.group == circle.group)
      other.mark = Mark::None;
  circle.mark = markOf(judgement.verdict);
  updatePage(text.rect());
  say(target, judgement.words);
  emit answerGiven(answerKey(nodes_, &circle), circle.text, judgement.verdict == book::Verdict::Right);
  noticeExercises();
}

void Reader::check(InlineObject& object, const QString& answer) {
  const book::Judgement judgement = book::judgeAnswer(std::get<book::CheckLink>(object.link), answer);
  object.text = answer;
  object.mark = markOf(judgement.verdict);
  say(edited_, judgement.words);
  updatePage(edited_.rect);
  emit answerGiven(answerKey(nodes_, &object), answer, judgement.verdict == book::Verdict::Right);
  noticeExercises();
}

} // namespace eigenboard::reader
