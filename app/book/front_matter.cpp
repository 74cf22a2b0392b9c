#include "app/book/front_matter.h"

#include "app/book/words.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace eigenboard::book {

namespace {

QString unquoted(QStringView text) {
  text = text.trimmed();
  if (text.size() >= 2 && (text[0] == u'"' || text[0] == u'\'') && text.back() == text[0])
    text = text.sliced(1, text.size() - 2);
  return text.toString();
}

QStringList listOf(QStringView text) {
  text = text.trimmed();
  if (text.startsWith(u'[') && text.endsWith(u']'))
    text = text.sliced(1, text.size() - 2);
  QStringList list;
  for (const QStringView part : text.split(u','))
    if (!part.trimmed().isEmpty())
      list.push_back(unquoted(part));
  return list;
}

int wholeNumber(QStringView text, const QString& key, QStringList& problems) {
  bool ok = false;
  const int number = text.trimmed().toInt(&ok);
  if (!ok || number < 0)
    problems.push_back(translated("%1 is not a whole number: %2").arg(key, text.trimmed()));
  return ok && number >= 0 ? number : 0;
}

void take(FrontMatter& matter, const QString& key, QStringView value) {
  if (key == u"id")
    matter.id = unquoted(value);
  else if (key == u"title")
    matter.title = unquoted(value);
  else if (key == u"level")
    matter.level = wholeNumber(value, key, matter.problems);
  else if (key == u"needs")
    matter.needs = listOf(value);
  else if (key == u"panels")
    matter.panels = listOf(value);
  else if (key == u"minutes")
    matter.minutes = wholeNumber(value, key, matter.problems);
  else
    matter.problems.push_back(translated("unknown key '%1' in the front matter").arg(key));
}

} // namespace

FrontMatter readFrontMatter(const QString& source) {
  // A chapter's front matter has a handful of lines; one that does not end soon is none.
  constexpr int longest = 40;
  FrontMatter matter;
  qsizetype position = 0;
  for (int number = 1; number <= longest && position < source.size(); ++number) {
    qsizetype end = source.indexOf(u'\n', position);
    if (end < 0)
      end = source.size();
    const QStringView line = QStringView(source).sliced(position, end - position).trimmed();
    position = end + 1;
    if (number == 1) {
      if (line != u"---")
        return {};
      continue;
    }
    if (line == u"---") {
      matter.present = true;
      matter.lines = number;
      return matter;
    }
    const qsizetype colon = line.indexOf(u':');
    if (line.isEmpty() || line.startsWith(u'#'))
      continue;
    if (colon <= 0)
      matter.problems.push_back(translated("'%1' is not of the form key: value").arg(line));
    else
      take(matter, line.first(colon).trimmed().toString(), line.sliced(colon + 1));
  }
  FrontMatter none;
  if (matter.lines == 0 && source.startsWith(QStringLiteral("---\n")))
    none.problems.push_back(translated("the front matter is not closed by ---"));
  return none;
}

} // namespace eigenboard::book
