#include "app/command_line/command.h"

namespace eigenboard::command_line {

std::vector<Command> commands() {
  return {listCommand(),    describeCommand(), evaluateCommand(),  numpyCommand(),    exportCommand(),
          typesetCommand(), printCommand(),    checkCommand(),     runCodeCommand(),  searchCommand(),
          storeCommand(),   notebookCommand(), recommendCommand(), benchmarkCommand()};
}

} // namespace eigenboard::command_line
