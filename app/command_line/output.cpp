#include "app/command_line/output.h"

#include "views/render/safe_write.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <cmath>
#include <cstdio>

namespace eigenboard::command_line {

int print(const QByteArray& bytes) {
  const auto size = static_cast<std::size_t>(bytes.size());
  if (std::fwrite(bytes.constData(), 1, size, stdout) != size || std::fflush(stdout) != 0)
    return fail(workFailed, QCoreApplication::translate("CommandLine", "cannot write to standard output"));
  return success;
}

int printJson(const QJsonValue& value) {
  const QJsonDocument document =
      value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
  return print(document.toJson(QJsonDocument::Indented));
}

int fail(int status, const QString& message) {
  // One line, whatever line breaks and escape sequences the words of the command line brought into it.
  QString line = message;
  for (QChar& character : line)
    if (character.category() == QChar::Other_Control)
      character = QLatin1Char(' ');
  std::fprintf(stderr, "eigenboard: %s\n", line.toUtf8().constData());
  return status;
}

QJsonValue jsonNumber(double value) {
  if (std::isnan(value))
    return QJsonValue::Null;
  if (std::isinf(value))
    return value > 0 ? QStringLiteral("inf") : QStringLiteral("-inf");
  return value;
}

int writeFile(const QString& fileName, const QByteArray& bytes) {
  if (fileName == QStringLiteral("-"))
    return print(bytes);
  const QString error = render::writeWhole(fileName, bytes);
  return error.isEmpty() ? success : fail(workFailed, error);
}

} // namespace eigenboard::command_line
