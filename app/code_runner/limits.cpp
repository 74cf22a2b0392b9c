#include "app/code_runner/limits.h"

#include <sys/resource.h>

namespace eigenboard::code_runner {

bool limitThisProcess(const Limits& limits, int tasks) {
  const auto limit = [](auto resource, rlim_t value) {
    struct rlimit now {};
    if (getrlimit(resource, &now) != 0)
      return false;
    const rlim_t bound = now.rlim_max == RLIM_INFINITY || value < now.rlim_max ? value : now.rlim_max;
    const struct rlimit wanted { bound, bound };
    return setrlimit(resource, &wanted) == 0;
  };
  // Data, not address space: PyTorch maps far more than it uses, most of all with a graphics card. The kernel
  // counts the processes of the user, not of the run, and those of root not at all: this bound only slows a
  // flood of them until it is seen from outside (process_group).
  return limit(RLIMIT_CORE, 0) && limit(RLIMIT_DATA, static_cast<rlim_t>(limits.memoryBytes)) &&
         limit(RLIMIT_FSIZE, static_cast<rlim_t>(limits.fileBytes)) && limit(RLIMIT_NOFILE, 512) &&
         limit(RLIMIT_NPROC, static_cast<rlim_t>(tasks + 2 * limits.processes));
}

} // namespace eigenboard::code_runner
