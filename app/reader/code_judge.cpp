#include "app/reader/code_judge.h"

#include "app/reader/manuscript.h"

namespace eigenboard::reader {

namespace {

const Node* exerciseOf(const std::vector<Node>& nodes, const QString& number) {
  for (const Node& node : nodes) {
    if (node.kind == NodeKind::Exercise && node.exercise.number == number)
      return &node;
    if (const Node* found = exerciseOf(node.children, number))
      return found;
  }
  return nullptr;
}

/// The first cell that stands in no fold.
const Node* cellOf(const Node& exercise) {
  for (const Node& node : exercise.children)
    if (node.kind == NodeKind::Code && node.code.isCell)
      return &node;
  return nullptr;
}

/// What the program says of a run that told of no case: why it ended.
book::Judgement withReason(book::Judgement judgement, const code_runner::Runner& runner) {
  if (judgement.verdict == book::Verdict::Unreadable)
    judgement.words = code_runner::sentence(runner.outcome(), runner.limits());
  return judgement;
}

} // namespace

JudgedExercise judgedExercise(const std::vector<Node>& nodes, const QString& number) {
  const Node* exercise = exerciseOf(nodes, number);
  return exercise ? JudgedExercise{cellOf(*exercise), exercise->exercise.code} : JudgedExercise();
}

void CodeJudge::judge(const QString& answer, std::unique_ptr<code_runner::Runner> runner,
                      const QString& script) {
  if (isJudging(answer))
    return;
  code_runner::Runner& started = *(runs_[answer] = std::move(runner));
  connect(&started, &code_runner::Runner::finished, this, [this, answer] {
    const auto found = runs_.find(answer);
    // It is telling: it goes when it is done with that.
    code_runner::Runner* done = found->second.release();
    runs_.erase(found);
    done->deleteLater();
    emit judged(answer, withReason(book::judgeCode(done->transcript().printed()), *done));
  });
  started.start(script);
}

} // namespace eigenboard::reader
