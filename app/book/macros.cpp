#include "app/book/macros.h"

#include "app/book/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringDecoder>

#include <algorithm>
#include <optional>
#include <set>

namespace eigenboard::book {

namespace {

constexpr qint64 largestMacroFile = 64 * 1024;
constexpr std::size_t mostMacros = 300;
constexpr qsizetype longestBody = 1000;

/// The line up to a % that is not escaped.
QString withoutComment(const QString& line) {
  for (qsizetype i = 0; i < line.size(); ++i) {
    if (line[i] == u'\\')
      ++i;
    else if (line[i] == u'%')
      return line.first(i).trimmed();
  }
  return line.trimmed();
}

/// The end of the group whose brace opens at the position; −1 when nothing closes it.
qsizetype endOfGroup(const QString& text, qsizetype position) {
  int depth = 0;
  for (qsizetype i = position; i < text.size(); ++i) {
    if (text[i] == u'\\')
      ++i;
    else if (text[i] == u'{')
      ++depth;
    else if (text[i] == u'}' && --depth == 0)
      return i;
  }
  return -1;
}

/// Why the body does not go with that many arguments; empty when it does. KaTeX counts the arguments of a
/// macro by its body.
QString bodyProblem(const Macro& macro) {
  if (macro.body.size() > longestBody)
    return translated("the definition of %1 is longer than %2 characters").arg(macro.name).arg(longestBody);
  std::set<int> used;
  for (qsizetype i = 0; i < macro.body.size(); ++i) {
    if (macro.body[i] == u'\\') {
      ++i;
    } else if (macro.body[i] == u'#') {
      const int number = i + 1 < macro.body.size() ? macro.body[i + 1].digitValue() : -1;
      if (number < 1 || number > macro.arguments)
        return translated("'#' in the definition of %1 is followed by no number of an argument; it has %2")
            .arg(macro.name)
            .arg(macro.arguments);
      used.insert(number);
    }
  }
  for (int number = 1; number <= macro.arguments; ++number)
    if (used.count(number) == 0)
      return translated("argument %1 of %2 is never used").arg(number).arg(macro.name);
  return {};
}

/// One line with a definition on it. Gives the macro or writes why there is none.
std::optional<Macro> parseDefinition(const QString& line, QString& problem) {
  static const QRegularExpression head(
      QStringLiteral("^\\\\(newcommand|renewcommand|providecommand|DeclareMathOperator)(\\*?)\\s*"
                     "(?:\\{\\s*(\\\\[A-Za-z]+)\\s*\\}|(\\\\[A-Za-z]+))\\s*(?:\\[\\s*(\\d+)\\s*\\])?\\s*"));
  const QRegularExpressionMatch match = head.match(line);
  if (!match.hasMatch()) {
    problem = translated("a line reads \\newcommand{\\name}[arguments]{definition} or "
                         "\\DeclareMathOperator{\\name}{text}");
    return std::nullopt;
  }
  const qsizetype begin = match.capturedEnd();
  const qsizetype end = begin < line.size() && line[begin] == u'{' ? endOfGroup(line, begin) : -1;
  Macro macro;
  macro.name = match.captured(3) + match.captured(4);
  macro.arguments = match.captured(5).toInt();
  if (end < 0)
    problem = translated("the definition of %1 has to stand in braces on the same line").arg(macro.name);
  else if (end + 1 < line.size())
    problem = translated("after the definition of %1 stands '%2'").arg(macro.name, line.mid(end + 1, 40));
  else if (macro.arguments > 9)
    problem = translated("%1 has %2 arguments; at most 9 are possible").arg(macro.name).arg(macro.arguments);
  if (!problem.isEmpty())
    return std::nullopt;
  macro.body = line.mid(begin + 1, end - begin - 1).trimmed();
  problem = bodyProblem(macro);
  if (match.captured(1) == u"DeclareMathOperator") {
    if (match.hasCaptured(5))
      problem = translated("the operator %1 can have no arguments").arg(macro.name);
    macro.body = QStringLiteral("\\operatorname") + match.captured(2) + u'{' + macro.body + u'}';
  }
  return problem.isEmpty() ? std::optional(macro) : std::nullopt;
}

std::set<QString> commandsIn(const QString& body) {
  static const QRegularExpression command(QStringLiteral("\\\\(?:[A-Za-z]+|.)"));
  std::set<QString> names;
  for (auto matches = command.globalMatch(body); matches.hasNext();)
    names.insert(matches.next().captured());
  return names;
}

/// Whether the macro leads to one of that name, directly or through others.
bool leadsTo(const QHash<QString, QString>& texts, const QString& from, const QString& name,
             std::set<QString>& visited) {
  const std::set<QString> commands = commandsIn(texts[from]);
  return std::any_of(commands.begin(), commands.end(), [&](const QString& command) {
    return command == name || (texts.contains(command) && visited.insert(command).second &&
                               leadsTo(texts, command, name, visited));
  });
}

void dropCircles(Macros& macros) {
  const QHash<QString, QString> texts = macros.texts();
  std::erase_if(macros.list, [&](const Macro& macro) {
    std::set<QString> visited;
    const bool circle = leadsTo(texts, macro.name, macro.name, visited);
    if (circle)
      macros.problems.push_back({macro.line, translated("%1 leads back to itself").arg(macro.name)});
    return circle;
  });
}

Macros failed(const QString& reason) {
  Macros macros;
  macros.problems.push_back({1, reason});
  return macros;
}

} // namespace

QHash<QString, QString> Macros::texts() const {
  QHash<QString, QString> texts;
  for (const Macro& macro : list)
    texts.insert(macro.name, macro.body);
  return texts;
}

Macros parseMacros(const QString& source) {
  if (source.size() > largestMacroFile)
    return failed(translated("the file of macros is larger than 64 KB"));
  Macros macros;
  std::set<QString> names;
  int number = 0;
  for (const QString& whole : source.split(u'\n')) {
    ++number;
    const QString line = withoutComment(whole);
    if (line.isEmpty())
      continue;
    QString problem;
    std::optional<Macro> macro = parseDefinition(line, problem);
    if (macro && !names.insert(macro->name).second)
      problem = translated("%1 is defined twice").arg(macro->name);
    else if (macro && macros.list.size() >= mostMacros)
      problem = translated("there are more than %1 macros").arg(static_cast<qulonglong>(mostMacros));
    if (!problem.isEmpty()) {
      macros.problems.push_back({number, problem});
    } else {
      macro->line = number;
      macros.list.push_back(*std::move(macro));
    }
  }
  dropCircles(macros);
  return macros;
}

Macros readMacros(const QString& directory, const QString& file) {
  const QString path = QDir(directory).filePath(file);
  QFile opened(path);
  Macros macros;
  if (!QFileInfo(path).isFile()) { // a folder opens, but does not read
    macros = failed(translated("there is no such file"));
  } else if (!opened.open(QIODevice::ReadOnly)) {
    macros = failed(opened.errorString());
  } else {
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(opened.read(largestMacroFile + 1));
    macros = decoder.hasError() ? failed(translated("the file of macros is not UTF-8")) : parseMacros(text);
  }
  macros.file = file;
  return macros;
}

} // namespace eigenboard::book
