#include "app/reader/answering.h"

#include "app/reader/reader.h"

#include <QtCore/QStringList>

namespace eigenboard::reader {

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

QString answerHint(const book::CheckLink& check) {
  if (check.kind == book::CheckLink::Kind::Code)
    return Reader::tr("the code above, which is held against cases");
  if (check.kind == book::CheckLink::Kind::Matrix)
    return Reader::tr("a matrix: 1, 2; 3, 4");
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

} // namespace eigenboard::reader
