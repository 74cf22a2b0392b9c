#pragma once

#include <QtCore/QByteArray>

namespace eigenboard::code_runner {

/// A pipe from a child process. Whoever reads seldom holds the writer up: the kernel keeps at most a megabyte
/// for it.
class Pipe {
 public:
  Pipe();
  ~Pipe();
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  bool isOpen() const { return readEnd_ >= 0; }
  int readEnd() const { return readEnd_; }
  int writeEnd() const { return writeEnd_; }
  /// After the fork, in the parent: from then on the end of the last writer is seen.
  void closeWriteEnd();
  void closeReadEnd();
  /// What is there, at most so many bytes; never waits. At the end of the stream the pipe is closed.
  QByteArray take(qsizetype most);

 private:
  int readEnd_ = -1;
  int writeEnd_ = -1;
};

} // namespace eigenboard::code_runner
