#pragma once

#include <functional>

namespace eigenboard::recommender {

/// Calls task(k) for each k in 0 … count − 1, by so many threads (clamped to 1 … 64), the caller's one of
/// them. Who does which is not said, so the result must not depend on it. The task must not throw.
void forEachIndex(int count, int threads, const std::function<void(int)>& task);

} // namespace eigenboard::recommender
