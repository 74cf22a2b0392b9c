#pragma once

#include <algorithm>
#include <cstddef>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace eigenboard::panels::recommender {

/// The last few trainings, epoch by epoch, so that choosing another cell of the table, or comparing two
/// trainings, does not train anew. What is kept is what training would give, so nobody can tell whether it
/// was. May be asked from several threads at once; they do not wait for each other's training.
///
/// A Step has its epoch and says whether it isSameModel as another. isMeant(params, first step) says whether
/// a training is the one that is asked for.
template <typename Params, typename Step>
class Trainings {
 public:
  template <typename IsMeant>
  std::optional<Step> first(IsMeant isMeant) {
    const std::scoped_lock lock(mutex_);
    const Memory* memory = remembered(isMeant);
    return memory ? std::optional<Step>(memory->steps.front()) : std::nullopt;
  }

  /// A new training, from its first step on. Those whose first step isLarge are forgotten for it.
  template <typename IsLarge>
  void begin(const Params& params, const Step& first, IsLarge isLarge) {
    const std::scoped_lock lock(mutex_);
    std::erase_if(memories_, [&](const Memory& memory) { return isLarge(memory.steps.front()); });
    if (memories_.size() == mostMemories)
      memories_.erase(memories_.begin());
    memories_.push_back({params, {first}});
  }

  /// The step after one, kept or made.
  template <typename IsMeant, typename Make>
  Step next(const Step& before, IsMeant isMeant, Make make) {
    const auto after = static_cast<std::size_t>(before.epoch) + 1;
    const auto owner = [&]() -> Memory* {
      Memory* memory = remembered(isMeant);
      const bool isOwn =
          memory && after <= memory->steps.size() && memory->steps[after - 1].isSameModel(before);
      return isOwn ? memory : nullptr;
    };
    {
      const std::scoped_lock lock(mutex_);
      const Memory* memory = owner();
      if (memory && after < memory->steps.size())
        return memory->steps[after];
    }
    Step step = make();
    const std::scoped_lock lock(mutex_);
    Memory* memory = owner();
    if (memory && after == memory->steps.size())
      memory->steps.push_back(step);
    return step;
  }

 private:
  static constexpr std::size_t mostMemories = 4;
  struct Memory {
    Params params;
    std::vector<Step> steps;
  };

  /// Null when there is none. The mutex is locked.
  template <typename IsMeant>
  Memory* remembered(IsMeant isMeant) {
    const auto found = std::find_if(memories_.begin(), memories_.end(), [&](const Memory& memory) {
      return isMeant(memory.params, memory.steps.front());
    });
    if (found == memories_.end())
      return nullptr;
    std::rotate(found, found + 1, memories_.end());
    return &memories_.back();
  }

  std::mutex mutex_;
  std::vector<Memory> memories_; ///< the last one used stands last
};

} // namespace eigenboard::panels::recommender
