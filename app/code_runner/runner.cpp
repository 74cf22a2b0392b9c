#include "app/code_runner/runner.h"

#include "app/code_runner/figures.h"
#include "app/code_runner/process_group.h"
#include "app/code_runner/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QThreadPool>

#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>
#include <utility>

namespace eigenboard::code_runner {

namespace {

constexpr int readMilliseconds = 50;
constexpr int watchMilliseconds = 150;
/// Code that forks without end has hundreds of processes after a tenth of a second, and then it takes as long
/// to end them.
constexpr int crowdMilliseconds = 8;
/// The interface goes first where both want the processor.
constexpr int niceness = 10;
constexpr char sessionNiceness[] = "10";
constexpr char figureScriptName[] = "draw_figures.py";
constexpr char figureFolder[] = "figures";
/// Of one stream at one reading: more than a pipe holds, so that one reading empties it.
constexpr qsizetype readBytes = 2 * 1024 * 1024;

/// A reader's plain shell, as the test of the book has it: one thread, so that sums are added in one order.
QProcessEnvironment environment(const QString& home, const QString& cacheFolder) {
  QProcessEnvironment made;
  const auto set = [&](const char* name, const QString& value) {
    made.insert(QString::fromLatin1(name), value);
  };
  set("PATH", QStringLiteral("/usr/bin:/bin"));
  set("HOME", home);
  set("TMPDIR", home);
  set("LANG", QStringLiteral("C.UTF-8"));
  set("MPLBACKEND", QStringLiteral("Agg"));
  set("MPLCONFIGDIR", cacheFolder.isEmpty() ? home : cacheFolder);
  set("OMP_NUM_THREADS", QStringLiteral("1"));
  set("OPENBLAS_NUM_THREADS", QStringLiteral("1"));
  return made;
}

} // namespace

Runner::Runner(Python python, Limits limits, QString cacheFolder, Sandbox sandbox, QObject* parent)
    : QObject(parent), python_(std::move(python)), limits_(limits), cacheFolder_(std::move(cacheFolder)),
      sandbox_(std::move(sandbox)),
      folder_(std::make_shared<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/eigenboard-cell-XXXXXX"))),
      transcript_(folder_->filePath(QString::fromUtf16(cellName)), limits_.outputCharacters) {
  readTimer_.setSingleShot(true);
  readTimer_.setInterval(readMilliseconds);
  watchTimer_.setInterval(watchMilliseconds);
  crowdTimer_.setInterval(crowdMilliseconds);
  limitTimer_.setSingleShot(true);
  limitTimer_.setTimerType(Qt::PreciseTimer); // a coarse one may end a run a second too soon
  limitTimer_.setInterval(limits_.milliseconds);
  killTimer_.setSingleShot(true);
  killTimer_.setInterval(limits_.graceMilliseconds);
  connect(&readTimer_, &QTimer::timeout, this, &Runner::read);
  connect(&watchTimer_, &QTimer::timeout, this, &Runner::watch);
  connect(&crowdTimer_, &QTimer::timeout, this, &Runner::watchForCrowd);
  connect(&limitTimer_, &QTimer::timeout, this, [this] { end(Ending::TimedOut); });
  connect(&killTimer_, &QTimer::timeout, this, [this] { signalGroup(group_, SIGKILL); });
}

Runner::~Runner() {
  if (!running_)
    return;
  signalGroup(group_, SIGKILL);
  running_ = false; // nobody is told any more
  process_->disconnect(this);
  process_->waitForFinished(); // killed, it is gone at once; who does not wait leaves a zombie
  conclude(0, QProcess::CrashExit);
}

void Runner::start(const QString& code) {
  if (process_ || running_)
    return;
  clock_.start();
  running_ = true;
  if (!python_.problem.isEmpty())
    return fail(python_.problem);
  if (!output_.isOpen() || !errors_.isOpen())
    return fail(text("the code cannot be run: there are too many open files"));
  prepare(code);
}

bool Runner::writeFile(const QString& name, const QByteArray& bytes) {
  QFile file(folder_->filePath(name));
  return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

QStringList Runner::commandFor(const QString& workingFolder) const {
  // -I: no packages and settings of the user's own, -u: what is printed is seen at once.
  QStringList command{python_.path,         QStringLiteral("-I"), QStringLiteral("-B"),
                      QStringLiteral("-u"), QStringLiteral("-X"), QStringLiteral("utf8")};
  if (draws_)
    command.push_back(folder_->filePath(QString::fromLatin1(figureScriptName)));
  command.push_back(folder_->filePath(QString::fromUtf16(cellName)));
  if (draws_)
    command.push_back(folder_->filePath(QString::fromLatin1(figureFolder)));
  if (!sandbox_.works())
    return command;
  QStringList writable{folder_->path()};
  if (!cacheFolder_.isEmpty() && QDir(cacheFolder_).exists())
    writable.push_back(cacheFolder_);
  return lockedIn(sandbox_, writable, workingFolder, command);
}

void Runner::prepare(const QString& code) {
  const QString work = folder_->filePath(QStringLiteral("work"));
  draws_ = mayDraw(code);
  if (!folder_->isValid() || !QDir().mkpath(work) ||
      !writeFile(QString::fromUtf16(cellName), code.toUtf8()) ||
      (draws_ && (!QDir().mkpath(folder_->filePath(QString::fromLatin1(figureFolder))) ||
                  !writeFile(QString::fromLatin1(figureScriptName), figureScript()))))
    return fail(text("the code cannot be run: %1 cannot be written").arg(folder_->path()));
  if (!cacheFolder_.isEmpty())
    QDir().mkpath(cacheFolder_);

  process_ = std::make_unique<QProcess>();
  QStringList command = commandFor(work);
  process_->setProgram(command.takeFirst());
  process_->setArguments(command);
  process_->setWorkingDirectory(work);
  process_->setProcessEnvironment(environment(folder_->path(), cacheFolder_));
  process_->setStandardInputFile(QProcess::nullDevice());
  process_->setStandardOutputFile(QProcess::nullDevice());
  process_->setStandardErrorFile(QProcess::nullDevice());
  process_->setChildProcessModifier(
      [output = output_.writeEnd(), errors = errors_.writeEnd(), limits = limits_, tasks = tasksOfMachine()] {
        // Between fork and exec: only calls that are safe there.
        if (setsid() < 0 || dup2(output, STDOUT_FILENO) < 0 || dup2(errors, STDERR_FILENO) < 0 ||
            !limitThisProcess(limits, tasks))
          _exit(127);
        setpriority(PRIO_PROCESS, 0, niceness);
        // Where the kernel shares the processors among sessions, one process of ours has no say in it, the
        // session has.
        if (const int file = open("/proc/self/autogroup", O_WRONLY | O_CLOEXEC); file >= 0) [[maybe_unused]]
          const ssize_t written = write(file, sessionNiceness, sizeof sessionNiceness - 1);
        prctl(PR_SET_PDEATHSIG, SIGKILL); // when this program is killed, the code does not stay behind
      });
  connect(process_.get(), &QProcess::finished, this, &Runner::conclude);
  connect(process_.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
    if (error == QProcess::FailedToStart)
      fail(text("%1 cannot be started: %2").arg(python_.path, process_->errorString()));
  });
  connect(process_.get(), &QProcess::started, this, [this] { group_ = process_->processId(); });
  process_->start(QIODevice::ReadOnly);
  group_ = process_->processId();
  output_.closeWriteEnd();
  errors_.closeWriteEnd();
  if (!running_)
    return;
  // A reading is due as soon as something comes, but not before the pause after the last one.
  outputNotifier_ = std::make_unique<QSocketNotifier>(output_.readEnd(), QSocketNotifier::Read);
  errorsNotifier_ = std::make_unique<QSocketNotifier>(errors_.readEnd(), QSocketNotifier::Read);
  for (QSocketNotifier* notifier : {outputNotifier_.get(), errorsNotifier_.get()})
    connect(notifier, &QSocketNotifier::activated, this, &Runner::read);
  usualTasks_ = tasksOfMachine();
  watchTimer_.start();
  crowdTimer_.start();
  limitTimer_.start();
}

void Runner::fail(const QString& problem) {
  outcome_.ending = Ending::NotStarted;
  outcome_.problem = problem;
  running_ = false;
  quiet();
  output_.closeWriteEnd();
  errors_.closeWriteEnd();
  QMetaObject::invokeMethod(this, &Runner::finished, Qt::QueuedConnection);
}

void Runner::quiet() {
  for (QTimer* timer : {&readTimer_, &watchTimer_, &crowdTimer_, &limitTimer_, &killTimer_})
    timer->stop();
  outputNotifier_.reset();
  errorsNotifier_.reset();
}

void Runner::read() {
  const bool isPause = readTimer_.isActive();
  for (const auto& notifier : {outputNotifier_.get(), errorsNotifier_.get()})
    if (notifier)
      notifier->setEnabled(false);
  if (isPause)
    return; // the end of the pause reads
  bool isNew = false;
  for (Pipe* pipe : {&output_, &errors_}) {
    const QByteArray bytes = pipe->take(readBytes);
    isNew = isNew || !bytes.isEmpty();
    transcript_.add(pipe == &errors_, bytes);
  }
  if (isNew) {
    if (outcome_.firstOutput < 0)
      outcome_.firstOutput = clock_.elapsed();
    readTimer_.start();
    emit printed();
  }
  // Between two readings the notifiers rest only while the pause lasts.
  if (outputNotifier_)
    outputNotifier_->setEnabled(!isNew && output_.isOpen());
  if (errorsNotifier_)
    errorsNotifier_->setEnabled(!isNew && errors_.isOpen());
}

void Runner::stop() {
  end(Ending::Stopped);
}

void Runner::end(Ending why) {
  if (!running_ || std::exchange(isEnding_, true))
    return;
  outcome_.ending = why;
  if (why == Ending::TooManyProcesses || why == Ending::TooMuchMemory)
    return signalGroup(group_, SIGKILL); // half a second more would not help the machine
  signalGroup(group_, SIGTERM);
  signalGroup(group_, SIGCONT); // who sleeps stopped cannot end
  killTimer_.start();
}

void Runner::watch() {
  // Where hundreds of processes come and go, looking at them takes long: it is done elsewhere, and so is the
  // kill.
  if (!watched_->isLooking.exchange(true))
    QThreadPool::globalInstance()->start([watched = watched_, group = group_, limits = limits_] {
      const GroupUsage usage = usageOf(group);
      const Ending verdict = usage.processes > limits.processes         ? Ending::TooManyProcesses
                             : usage.residentBytes > limits.memoryBytes ? Ending::TooMuchMemory
                                                                        : Ending::Exited;
      if (verdict != Ending::Exited && !watched->isOver) {
        watched->verdict = verdict; // before the kill, whose end is told at once
        signalGroup(group, SIGKILL);
      }
      watched->isLooking = false;
    });
}

void Runner::watchForCrowd() {
  if (const Ending verdict = watched_->verdict; verdict != Ending::Exited)
    return end(verdict);
  const int tasks = tasksOfMachine();
  if (tasks - usualTasks_ <= limits_.processes / 2)
    return;
  usualTasks_ = tasks;
  watch();
}

void Runner::conclude(int exitCode, QProcess::ExitStatus status) {
  signalGroup(group_, SIGKILL); // what the code started and left behind
  quiet();
  watched_->isOver = true;
  if (const Ending verdict = watched_->verdict; verdict != Ending::Exited)
    end(verdict); // it ended before it was told why
  killTimer_.stop();
  transcript_.add(false, output_.take(readBytes));
  transcript_.add(true, errors_.take(readBytes));
  transcript_.finish();
  if (outcome_.firstOutput < 0 && !transcript_.pieces().empty())
    outcome_.firstOutput = clock_.elapsed();
  output_.closeReadEnd();
  errors_.closeReadEnd();
  if (!isEnding_) {
    outcome_.ending = status == QProcess::NormalExit ? Ending::Exited : Ending::Signalled;
    (status == QProcess::NormalExit ? outcome_.exitCode : outcome_.signal) = exitCode;
    // Around a locked-in program stands another, which tells of a signal by its status.
    if (const int signal = sandbox_.works() ? signalOf(outcome_.exitCode) : 0; signal != 0) {
      outcome_.ending = Ending::Signalled;
      outcome_.exitCode = 0;
      outcome_.signal = signal;
    }
  }
  outcome_.isTruncated = transcript_.isTruncated();
  outcome_.milliseconds = clock_.elapsed();
  readTraceback(outcome_, transcript_.lastErrors());
  if (draws_)
    figures_ = figuresIn(folder_->filePath(QString::fromLatin1(figureFolder)));
  // A folder with a hundred thousand files takes long to remove.
  QThreadPool::globalInstance()->start([folder = std::move(folder_)]() mutable { folder.reset(); });
  if (std::exchange(running_, false))
    emit finished();
}

} // namespace eigenboard::code_runner
