#pragma once

#include <QtCore/QString>
#include <QtCore/QStringDecoder>

#include <vector>

namespace eigenboard::code_runner {

/// A stretch of what code wrote, to standard output or to standard error.
struct Piece {
  bool isError = false;
  QString text;
  bool operator==(const Piece&) const = default;
};

/// All that a run wrote, in the order in which it arrived, up to a number of characters. Bytes that are no
/// UTF-8 become replacement characters. In messages the script's path stands as cellName, so that they read
/// alike every time.
class Transcript {
 public:
  /// path: of the script. most: characters that are kept of both streams together; of standard error a
  /// quarter more, so that a flood does not hide why it ended.
  Transcript(QString path, qsizetype most);

  void add(bool isError, const QByteArray& bytes);
  /// Nothing more comes: what was held back is let out.
  void finish();

  const std::vector<Piece>& pieces() const { return pieces_; }
  bool isTruncated() const { return truncated_; }
  /// What was printed to standard output.
  QString printed() const;
  /// The last part of standard error, where a traceback stands; kept when the rest is not.
  const QString& lastErrors() const { return lastErrors_; }

 private:
  void append(bool isError, const QString& text);

  QString path_;
  qsizetype room_;
  qsizetype errorRoom_;
  QStringDecoder output_{QStringDecoder::Utf8};
  QStringDecoder errors_{QStringDecoder::Utf8};
  QString held_; ///< the end of standard error that may be the beginning of the path
  std::vector<Piece> pieces_;
  QString lastErrors_;
  bool truncated_ = false;
};

/// What the script is called in messages.
inline constexpr char16_t cellName[] = u"cell.py";

} // namespace eigenboard::code_runner
