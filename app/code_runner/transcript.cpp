#include "app/code_runner/transcript.h"

#include <algorithm>
#include <utility>

namespace eigenboard::code_runner {

namespace {

constexpr qsizetype keptErrors = 16'000;

/// How many characters at the end of the text may be the beginning of the word.
qsizetype overlap(const QString& text, const QString& word) {
  for (qsizetype size = std::min(text.size(), word.size() - 1); size > 0; --size)
    if (QStringView(text).last(size) == QStringView(word).first(size))
      return size;
  return 0;
}

} // namespace

Transcript::Transcript(QString path, qsizetype most)
    : path_(std::move(path)), room_(most), errorRoom_(most / 4) {}

void Transcript::add(bool isError, const QByteArray& bytes) {
  if (bytes.isEmpty())
    return;
  if (!isError)
    return append(false, output_(bytes));
  QString text = std::exchange(held_, {}) + QString(errors_(bytes));
  text.replace(path_, QString::fromUtf16(cellName));
  const qsizetype held = overlap(text, path_);
  held_ = text.last(held);
  text.chop(held);
  append(true, text);
}

void Transcript::finish() {
  append(true, std::exchange(held_, {}));
}

void Transcript::append(bool isError, const QString& text) {
  if (text.isEmpty())
    return;
  if (isError)
    lastErrors_ = (lastErrors_ + text).right(keptErrors);
  qsizetype& room = isError && room_ <= 0 ? errorRoom_ : room_;
  QString kept = text.left(std::max<qsizetype>(room, 0));
  // Half of a character is none.
  if (kept.size() < text.size() && !kept.isEmpty() && kept.back().isHighSurrogate())
    kept.chop(1);
  truncated_ = truncated_ || kept.size() < text.size();
  room -= text.size();
  if (kept.isEmpty())
    return;
  if (!pieces_.empty() && pieces_.back().isError == isError)
    pieces_.back().text += kept;
  else
    pieces_.push_back({isError, std::move(kept)});
}

QString Transcript::printed() const {
  QString text;
  for (const Piece& piece : pieces_)
    if (!piece.isError)
      text += piece.text;
  return text;
}

} // namespace eigenboard::code_runner
