#include "app/command_line/program.h"

int main(int argc, char** argv) {
  return eigenboard::command_line::runProgram(argc, argv);
}
