#pragma once

#include "tests/fuzz/mutation.h"

#include <cstdint>

/// The parser on one input. Whatever must be true of every answer is checked here, by abort() where it is
/// not; the sanitizers check the rest.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace eigenboard::tests {

/// Where the driver begins. root: of the project.
Seeds seedsOf(const std::string& root);
/// Inputs of the target are at most so many bytes long.
extern const std::size_t longestInput;

/// Ends the program with the name of what is not true.
void mustHold(bool holds, const char* what);

} // namespace eigenboard::tests
