#include "tests/typesetting/formula_list.h"

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

using eigenboard::typesetting::Style;

namespace {

QString readText(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// Fenced blocks and code spans, blanked out with the line ends kept, so that line numbers stay right.
QString withoutCode(QString text) {
  static const QRegularExpression code(
      QStringLiteral("^(```+|~~~+)[\\s\\S]*?^\\1[ \\t]*$|(`+)(?!`)[\\s\\S]*?(?<!`)\\2(?!`)"),
      QRegularExpression::MultilineOption);
  for (auto matches = code.globalMatch(QString(text)); matches.hasNext();) {
    const QRegularExpressionMatch match = matches.next();
    for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i)
      if (text[i] != u'\n')
        text[i] = u' ';
  }
  return text;
}

} // namespace

QList<ListedFormula> readFormulaList(const QString& path) {
  QList<ListedFormula> formulas;
  int number = 0;
  for (const QString& line : readText(path).split(u'\n')) {
    ++number;
    if (line.startsWith(u"I ") || line.startsWith(u"D "))
      formulas.append({line.mid(2), line.startsWith(u'D') ? Style::Display : Style::Inline,
                       QStringLiteral("%1:%2").arg(QFileInfo(path).fileName()).arg(number)});
  }
  return formulas;
}

QList<ListedFormula> readBookFormulas(const QString& directory) {
  static const QRegularExpression mathematics(QStringLiteral(
      "\\\\[\\\\$]|\\$\\$([\\s\\S]+?)\\$\\$|\\$(?!\\s)((?:\\\\.|[^\\\\$])+?)(?<!\\s)\\$(?!\\d)"));
  QList<ListedFormula> formulas;
  QSet<QPair<QString, bool>> seen;
  QDirIterator files(directory, {QStringLiteral("*.md")}, QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    const QString path = files.next();
    const QString text = withoutCode(readText(path));
    for (auto matches = mathematics.globalMatch(text); matches.hasNext();) {
      const QRegularExpressionMatch match = matches.next();
      const bool display = match.hasCaptured(1);
      const QString tex = match.captured(display ? 1 : 2).trimmed();
      if (tex.isEmpty() || seen.contains({tex, display}))
        continue;
      seen.insert({tex, display});
      const qsizetype line = QStringView(text).left(match.capturedStart()).count(u'\n') + 1;
      formulas.append({tex, display ? Style::Display : Style::Inline,
                       QStringLiteral("%1:%2").arg(QFileInfo(path).fileName()).arg(line)});
    }
  }
  return formulas;
}
