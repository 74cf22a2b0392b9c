#include "app/code_runner/pipe.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace eigenboard::code_runner {

namespace {

constexpr int heldBytes = 1 << 20; ///< what a pipe may hold on a common system without asking for more rights

void closeFile(int& file) {
  if (const int open = std::exchange(file, -1); open >= 0)
    close(open);
}

} // namespace

Pipe::Pipe() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0)
    return;
  readEnd_ = ends[0];
  writeEnd_ = ends[1];
  fcntl(readEnd_, F_SETFL, O_NONBLOCK);
  fcntl(readEnd_, F_SETPIPE_SZ, heldBytes); // refused: 64 kB, and a flood is read more slowly
}

Pipe::~Pipe() {
  closeReadEnd();
  closeWriteEnd();
}

void Pipe::closeWriteEnd() {
  closeFile(writeEnd_);
}

void Pipe::closeReadEnd() {
  closeFile(readEnd_);
}

QByteArray Pipe::take(qsizetype most) {
  QByteArray bytes;
  constexpr qsizetype step = 64 * 1024;
  while (isOpen() && bytes.size() < most) {
    const qsizetype before = bytes.size();
    const qsizetype wanted = std::min(step, most - before);
    bytes.resize(before + wanted);
    const ssize_t size = read(readEnd_, bytes.data() + before, static_cast<std::size_t>(wanted));
    bytes.resize(before + std::max<qsizetype>(size, 0));
    if (size < 0 && errno == EINTR)
      continue;
    if (size == 0 || (size < 0 && errno != EAGAIN))
      closeReadEnd();
    if (size <= 0)
      break;
  }
  return bytes;
}

} // namespace eigenboard::code_runner
