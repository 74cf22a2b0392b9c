#include "app/book/components.h"

namespace eigenboard::book {

QStringList componentNames() {
  return {QStringLiteral("The problem"),     QStringLiteral("You already know this"),
          QStringLiteral("Intuition"),       QStringLiteral("The mathematics"),
          QStringLiteral("In code"),         QStringLiteral("Where ML uses this"),
          QStringLiteral("Common mistakes"), QStringLiteral("Exercises"),
          QStringLiteral("What comes next")};
}

std::optional<Component> componentOf(const Heading& heading) {
  if (heading.level != 2 || heading.text.empty() || heading.text.front().kind != InlineKind::Text)
    return std::nullopt;
  const QString text = heading.text.front().text;
  const qsizetype colon = text.indexOf(u':');
  const QString name = (colon < 0 ? text : text.first(colon)).trimmed();
  // A subtitle without a colon ("Exercises $x$") would be part of the name, which then is none of the nine.
  if (!componentNames().contains(name) || (colon < 0 && heading.text.size() > 1))
    return std::nullopt;
  Component component{name, {}};
  if (colon < 0)
    return component;
  component.subtitle = heading.text;
  QString& rest = component.subtitle.front().text;
  rest = text.sliced(colon + 1);
  while (!rest.isEmpty() && rest.front().isSpace())
    rest.remove(0, 1);
  if (rest.isEmpty())
    component.subtitle.erase(component.subtitle.begin());
  return component;
}

} // namespace eigenboard::book
