#pragma once

#include "app/reader/flow.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QTimer>

namespace eigenboard::reader {

/// Fills the formulas of a page: at once where the typesetter holds them, else as they arrive, nearest to the
/// reader first.
class FormulaLoader : public QObject {
  Q_OBJECT

 public:
  /// typesetter outlives this.
  explicit FormulaLoader(typesetting::Typesetter& typesetter, QObject* parent = nullptr);

  /// Gives every formula of the nodes the layout the typesetter holds; collects those it does not.
  void fill(std::vector<Node>& nodes);
  /// Asks for the missing ones, those of texts nearest to the height y first. Formulas in closed folds come
  /// last. When all those of the window, which is so high, are there, arrived() does not wait for a batch.
  void request(const Layout& layout, double y, double windowHeight);
  typesetting::Typesetter& typesetter() { return typesetter_; }
  bool isComplete() const { return missing_.isEmpty(); }
  /// Forgets the page: what still arrives for it is dropped.
  void clear();

 signals:
  /// Some formulas have arrived and are in their paragraphs, which must be laid out again. At most every 40
  /// ms.
  void arrived();

 private:
  using Key = std::pair<QString, bool>; ///< TeX, display
  void fill(Node& node);
  void ask(const Key& key);
  void receive(const Key& key, const typesetting::FormulaPointer& formula);

  typesetting::Typesetter& typesetter_;
  QHash<Key, std::vector<std::pair<Paragraph*, std::size_t>>> missing_;
  QSet<Key> asked_;
  QSet<Key> urgent_; ///< those that the window shows
  QTimer timer_;
  int page_ = 0;
};

} // namespace eigenboard::reader
