#pragma once

#include "app/code_runner/outcome.h"
#include "app/code_runner/pipe.h"
#include "app/code_runner/python.h"
#include "app/code_runner/sandbox.h"
#include "app/code_runner/transcript.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QProcess>
#include <QtCore/QSocketNotifier>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>

#include <atomic>
#include <memory>

namespace eigenboard::code_runner {

/// Runs one piece of Python as a process group of its own, in a fresh folder that is removed afterwards, with
/// nothing to read and with limits. Without a sandbox it is not locked in: the code can read and write what
/// the user can. Never waits.
class Runner : public QObject {
  Q_OBJECT

 public:
  /// cacheFolder: where libraries may keep what takes long to make (Matplotlib its list of fonts); empty:
  /// nowhere.
  explicit Runner(Python python, Limits limits = {}, QString cacheFolder = {}, Sandbox sandbox = {},
                  QObject* parent = nullptr);
  /// Kills what still runs.
  ~Runner() override;

  /// Once for each runner. Ends with finished(), also when it cannot start.
  void start(const QString& code);
  /// Asks all its processes to end, and kills them when they do not within the grace.
  void stop();
  bool isRunning() const { return running_; }
  qint64 milliseconds() const { return clock_.isValid() ? clock_.elapsed() : 0; }
  qint64 processGroup() const { return group_; }

  const Python& python() const { return python_; }
  const Limits& limits() const { return limits_; }
  const Transcript& transcript() const { return transcript_; }
  const Outcome& outcome() const { return outcome_; }                 ///< once it is finished
  const std::vector<QByteArray>& figures() const { return figures_; } ///< the same: SVG (figures.h)

 signals:
  /// There is more in the transcript: at most 20 times a second.
  void printed();
  void finished();

 private:
  void prepare(const QString& code);
  bool writeFile(const QString& name, const QByteArray& bytes);
  QStringList commandFor(const QString& workingFolder) const;
  void fail(const QString& problem);
  /// What is seen of the group from another thread.
  struct Watched {
    std::atomic<bool> isLooking = false;
    std::atomic<bool> isOver = false;
    std::atomic<Ending> verdict = Ending::Exited; ///< otherwise the group was killed for it
  };

  /// No timer and no notifier is at work any more.
  void quiet();
  void read();
  void end(Ending why);
  void watch();
  void watchForCrowd();
  void conclude(int exitCode, QProcess::ExitStatus status);

  Python python_;
  Limits limits_;
  QString cacheFolder_;
  Sandbox sandbox_;
  std::shared_ptr<QTemporaryDir> folder_;
  Transcript transcript_;
  Outcome outcome_;
  std::vector<QByteArray> figures_;
  bool draws_ = false;
  Pipe output_;
  Pipe errors_;
  std::unique_ptr<QSocketNotifier> outputNotifier_;
  std::unique_ptr<QSocketNotifier> errorsNotifier_;
  std::unique_ptr<QProcess> process_;
  QTimer readTimer_;
  QTimer watchTimer_;
  QTimer crowdTimer_;
  QTimer limitTimer_;
  QTimer killTimer_;
  QElapsedTimer clock_;
  std::shared_ptr<Watched> watched_ = std::make_shared<Watched>();
  qint64 group_ = 0;
  int usualTasks_ = 0; ///< of the machine, when it was last seen that they are not ours
  bool running_ = false;
  bool isEnding_ = false;
};

} // namespace eigenboard::code_runner
