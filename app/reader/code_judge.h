#pragma once

#include "app/book/code_check.h"
#include "app/code_runner/runner.h"

#include <map>
#include <memory>

namespace eigenboard::reader {

struct Node;

/// The exercise that the answer stands in, as its check needs it: the cell's node (null: there is none), the
/// solution and the cases.
struct JudgedExercise {
  const Node* cell = nullptr;
  book::CodeCheck check;
};
JudgedExercise judgedExercise(const std::vector<Node>& nodes, const QString& number);

/// Runs the cases of check:code. Never waits.
class CodeJudge : public QObject {
  Q_OBJECT

 public:
  /// answer: its key. While its cases still run, nothing happens.
  void judge(const QString& answer, std::unique_ptr<code_runner::Runner> runner, const QString& script);
  bool isJudging(const QString& answer) const { return runs_.contains(answer); }

 signals:
  void judged(const QString& answer, const eigenboard::book::Judgement& judgement);

 private:
  std::map<QString, std::unique_ptr<code_runner::Runner>> runs_;
};

} // namespace eigenboard::reader
