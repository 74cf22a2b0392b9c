#pragma once

#include "app/reader/reader.h"

#include <QtCore/QTemporaryDir>

#include <memory>
#include <optional>

namespace eigenboard::tests {

/// The notation reference (B) and the glossary (H); one that is empty is not written.
struct Appendices {
  QString notation;
  QString glossary;
};

/// A small book in a temporary folder, the real panels, and a reader in a window. Chapter 1.1 has the given
/// text; 1.2 is short and links back; 1.3 is not written.
class ReaderFixture {
 public:
  explicit ReaderFixture(const QString& text, QSize size = {700, 700}, const Appendices& appendices = {});

  reader::Reader& reader() { return *reader_; }
  QString folder() const { return directory_.path(); } ///< of the book
  panel::Desk& desk() { return desk_; }
  panel::Session& transform() { return *desk_.session(QStringLiteral("linear_algebra.transform")); }

  /// Opens chapter 1.1 and waits until its formulas are there and all is painted.
  void open(const QString& chapter = QStringLiteral("1.1"));
  void settle();
  /// Index of the target of that kind whose words (Reader::describe) contain the text; fails the test if
  /// there is none.
  int target(reader::TargetKind kind, const QString& words = {});
  /// A point on the target, in viewport coordinates, after scrolling to it.
  QPoint pointOf(int target);
  void click(int target);
  QString textOf(int target);
  reader::InlineObject& objectOf(int target);
  /// The first live object of that kind on the page, with the place of its baseline on the page.
  struct Found {
    reader::InlineObject* object = nullptr;
    QRectF box;
  };
  Found object(reader::ObjectKind kind, int number = 0);

 private:
  QTemporaryDir directory_;
  panel::Registry registry_;
  panel::Desk desk_;
  typesetting::Typesetter typesetter_;
  book::Book book_;
  std::unique_ptr<reader::Reader> reader_;
};

} // namespace eigenboard::tests
