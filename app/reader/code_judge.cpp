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

void collectCode(const std::vector<Node>& nodes, bool isSolution, JudgedExercise& found) {
  for (const Node& node : nodes) {
    if (node.kind == NodeKind::Fold) {
      collectCode(node.children, node.text->content().text == QStringLiteral("Solution"), found);
    } else if (node.kind != NodeKind::Code) {
      continue;
    } else if (node.code.isCell && isSolution && found.check.solution.isEmpty()) {
      found.check.solution = node.code.source;
    } else if (node.code.isCell && !isSolution && !found.cell) {
      found.cell = &node;
      found.check.starter = node.code.source;
    } else if (node.code.language == QStringLiteral("cases")) {
      for (const QString& line : node.code.source.split(u'\n'))
        if (!line.trimmed().isEmpty())
          found.check.cases.push_back(line.trimmed());
    }
  }
}

/// What the program says of a run that told of no case: why it ended.
book::Judgement withReason(book::Judgement judgement, const code_runner::Runner& runner) {
  if (judgement.verdict == book::Verdict::Unreadable)
    judgement.words = code_runner::sentence(runner.outcome(), runner.limits());
  return judgement;
}

} // namespace

JudgedExercise judgedExercise(const std::vector<Node>& nodes, const QString& number) {
  JudgedExercise found;
  if (const Node* exercise = exerciseOf(nodes, number))
    collectCode(exercise->children, false, found);
  return found;
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
