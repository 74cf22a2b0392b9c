#include <cstdio>

// Linked with the whole archive of core: had any function of core a need beyond the standard library,
// this program could not be linked or started.
int main() {
  return std::puts("core stands alone") < 0 ? 1 : 0;
}
