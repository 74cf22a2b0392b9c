#pragma once

#include "app/command_line/command.h"

#include <QtCore/QCommandLineOption>
#include <QtCore/QMap>

#include <optional>
#include <vector>

namespace eigenboard::command_line {

/// What a command was given: words in order, and the values of its options.
struct Arguments {
  QStringList words;
  QMap<QString, QStringList> options; ///< by the option's first name; a flag has one empty value
  bool has(const QString& name) const { return options.contains(name); }
  /// The last value given, or the fallback.
  QString value(const QString& name, const QString& fallback = {}) const {
    return options.contains(name) ? options.value(name).last() : fallback;
  }
};

/// Nothing after a wrong command line, which has then been explained on standard error: unknown options,
/// missing values, fewer words than minimumWords or more than maximumWords (negative: any number).
std::optional<Arguments> parseArguments(const Command& command, const QStringList& given,
                                        const std::vector<QCommandLineOption>& options, int minimumWords,
                                        int maximumWords);

} // namespace eigenboard::command_line
