#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <functional>
#include <vector>

namespace eigenboard::command_line {

inline constexpr int success = 0;
inline constexpr int workFailed = 1;
inline constexpr int wrongUsage = 2;

/// Which application object a command needs before it runs.
enum class Needs : std::uint8_t { Core, Widgets };

/// One word of the command line. run gets the arguments after the word and gives the exit status.
struct Command {
  QString name;
  QString synopsis; ///< what follows the name in the usage line
  QString summary;
  Needs needs = Needs::Core;
  std::function<int(const QStringList&)> run;
};

/// Every command, in the order of the help text.
std::vector<Command> commands();

Command listCommand();
Command describeCommand();
Command evaluateCommand();
Command numpyCommand();
Command exportCommand();
Command typesetCommand();
Command printCommand();
Command checkCommand();
Command storeCommand();
Command runCodeCommand();
Command notebookCommand();
Command recommendCommand();
Command benchmarkCommand();
Command searchCommand();

} // namespace eigenboard::command_line
