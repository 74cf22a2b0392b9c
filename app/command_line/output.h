#pragma once

#include "app/command_line/command.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonValue>

namespace eigenboard::command_line {

/// Writes to standard output and flushes. The exit status: success, or workFailed after a line on standard
/// error when the bytes did not all go out.
int print(const QByteArray& bytes);
int printJson(const QJsonValue& value);

/// One line on standard error, "eigenboard: " before it; gives the status back.
int fail(int status, const QString& message);

/// Finite numbers as they are; NaN as null; infinities as "inf" and "-inf".
QJsonValue jsonNumber(double value);

/// Writes a file whole or not at all, "-" meaning standard output; fails with the reason.
int writeFile(const QString& fileName, const QByteArray& bytes);

} // namespace eigenboard::command_line
