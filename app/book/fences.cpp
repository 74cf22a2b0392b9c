#include "app/book/fences.h"

#include <algorithm>

namespace eigenboard::book {

namespace {

qsizetype runLength(QStringView text, QChar mark) {
  qsizetype length = 0;
  while (length < text.size() && text[length] == mark)
    ++length;
  return length;
}

/// Length of a list marker with the blank after it, or 0.
qsizetype listMarker(QStringView text) {
  qsizetype length = 0;
  while (length < text.size() && length < 9 && text[length].isDigit())
    ++length;
  if (length > 0) {
    if (length >= text.size() || (text[length] != u'.' && text[length] != u')'))
      return 0;
    ++length;
  } else if (!text.isEmpty() && (text[0] == u'-' || text[0] == u'*' || text[0] == u'+')) {
    length = 1;
  } else {
    return 0;
  }
  return length < text.size() && text[length].isSpace() ? length + 1 : 0;
}

} // namespace

qsizetype containerPrefix(QStringView line) {
  qsizetype length = 0;
  while (length < line.size() && (line[length] == u' ' || line[length] == u'\t' || line[length] == u'>'))
    ++length;
  return length;
}

int containersOpened(QStringView line) {
  int count = 0;
  while (!line.isEmpty()) {
    if (line[0] == u'>') {
      ++count;
      line = line.sliced(1);
    } else if (line[0].isSpace()) {
      line = line.sliced(1);
    } else if (const qsizetype marker = listMarker(line); marker > 0) {
      ++count;
      line = line.sliced(marker);
    } else {
      break;
    }
  }
  return count;
}

bool FenceTracker::isCode(QStringView line) {
  const qsizetype prefix = containerPrefix(line);
  const int depth = static_cast<int>(line.first(prefix).count(u'>'));
  QStringView text = line.sliced(prefix);
  if (length_ > 0) {
    if (depth < quoteDepth_) {
      length_ = 0; // the quote ended, and its open fence with it
    } else {
      const qsizetype closing = runLength(text, mark_);
      if (closing >= length_ && text.sliced(closing).trimmed().isEmpty())
        length_ = 0;
      return true;
    }
  }
  while (const qsizetype marker = listMarker(text))
    text = text.sliced(marker).trimmed();
  for (const QChar mark : {QChar(u'`'), QChar(u'~')}) {
    const qsizetype opening = runLength(text, mark);
    if (opening < 3 || (mark == u'`' && text.sliced(opening).contains(u'`')))
      continue;
    mark_ = mark;
    length_ = opening;
    quoteDepth_ = depth;
    return true;
  }
  return false;
}

} // namespace eigenboard::book
