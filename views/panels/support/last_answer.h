#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace eigenboard::panels {

/// The last answer to a question, kept so that a drag which leaves the question as it was does not ask again.
/// The answer must depend on the question alone, so that nobody can tell whether it was kept. May be asked
/// from several threads at once; they do not wait for each other's answers.
template <typename Question, typename Answer>
class LastAnswer {
 public:
  template <typename Find>
  std::shared_ptr<const Answer> to(const Question& question, Find find) {
    {
      const std::scoped_lock lock(mutex_);
      if (answer_ && question_ == question)
        return answer_;
    }
    auto found = std::make_shared<const Answer>(find());
    const std::scoped_lock lock(mutex_);
    question_ = question;
    answer_ = found;
    return found;
  }

  /// For an answer that was broken off, and so is none.
  void forget() {
    const std::scoped_lock lock(mutex_);
    answer_.reset();
  }

 private:
  std::mutex mutex_;
  std::optional<Question> question_;
  std::shared_ptr<const Answer> answer_;
};

} // namespace eigenboard::panels
