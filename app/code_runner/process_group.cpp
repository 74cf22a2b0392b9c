#include "app/code_runner/process_group.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <string>
#include <sys/sysinfo.h>
#include <unistd.h>

namespace eigenboard::code_runner {

namespace {

struct Stat {
  char state = 'Z';
  long long group = 0;
  long long pages = 0;
};

/// False when the process is gone or its line cannot be read.
bool readStat(int folder, const char* process, Stat& found) {
  const std::string name = std::string(process) + "/stat";
  const int file = openat(folder, name.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0)
    return false;
  char text[1024];
  const ssize_t size = read(file, text, sizeof text - 1);
  close(file);
  if (size <= 0)
    return false;
  text[size] = '\0';
  // The name in parentheses may hold anything, parentheses and blanks included: the last one ends it.
  const char* end = std::strrchr(text, ')');
  return end && std::sscanf(end + 1,
                            " %c %*d %lld %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d %*d %*d "
                            "%*u %*u %lld",
                            &found.state, &found.group, &found.pages) == 3;
}

} // namespace

GroupUsage usageOf(qint64 group) {
  GroupUsage usage;
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(opendir("/proc"), closedir);
  if (!folder)
    return usage;
  const long pageSize = sysconf(_SC_PAGESIZE);
  while (const dirent* entry = readdir(folder.get())) {
    Stat stat;
    if (entry->d_name[0] < '0' || entry->d_name[0] > '9' ||
        !readStat(dirfd(folder.get()), entry->d_name, stat) || stat.group != group || stat.state == 'Z' ||
        stat.state == 'X')
      continue;
    ++usage.processes;
    usage.residentBytes += static_cast<qint64>(stat.pages) * pageSize;
  }
  return usage;
}

int tasksOfMachine() {
  struct sysinfo machine {};
  return sysinfo(&machine) == 0 ? machine.procs : 0;
}

void signalGroup(qint64 group, int signal) {
  if (group > 1)
    kill(static_cast<pid_t>(-group), signal);
}

} // namespace eigenboard::code_runner
