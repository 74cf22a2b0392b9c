#include "app/command_line/arguments.h"

#include "app/command_line/output.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>

namespace eigenboard::command_line {

std::optional<Arguments> parseArguments(const Command& command, const QStringList& given,
                                        const std::vector<QCommandLineOption>& options, int minimumWords,
                                        int maximumWords) {
  QCommandLineParser parser;
  parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
  for (const QCommandLineOption& option : options)
    parser.addOption(option);
  const auto usage = [&command](const QString& reason) {
    fail(wrongUsage, QCoreApplication::translate("CommandLine", "%1; usage: eigenboard %2 %3")
                         .arg(reason, command.name, command.synopsis));
    return std::nullopt;
  };
  if (!parser.parse(QStringList{command.name} + given)) {
    QString reason = parser.errorText();
    while (reason.endsWith(QLatin1Char('.')))
      reason.chop(1);
    return usage(reason);
  }

  Arguments arguments;
  arguments.words = parser.positionalArguments();
  for (const QCommandLineOption& option : options) {
    const QString name = option.names().constFirst();
    if (parser.isSet(option))
      arguments.options[name] = option.valueName().isEmpty() ? QStringList{QString()} : parser.values(option);
  }
  if (arguments.words.size() < minimumWords)
    return usage(
        QCoreApplication::translate("CommandLine", "something is missing after '%1'").arg(command.name));
  if (maximumWords >= 0 && arguments.words.size() > maximumWords)
    return usage(QCoreApplication::translate("CommandLine", "unexpected argument '%1'")
                     .arg(arguments.words.at(maximumWords)));
  return arguments;
}

} // namespace eigenboard::command_line
