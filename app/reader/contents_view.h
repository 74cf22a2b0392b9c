#pragma once

#include "app/book/book.h"
#include "views/render/theme.h"

#include <QtWidgets/QTreeView>

#include <memory>

class QStandardItemModel;

namespace eigenboard::reader {

/// The table of contents: levels, their chapters and the appendices. Chapters that are not written yet stand back, and
/// can be chosen all the same. Arrow keys move, Enter chooses, letters search.
class ContentsView : public QTreeView {
  Q_OBJECT

public:
  /// book outlives the view.
  ContentsView(const book::Book& book, const render::Theme& theme, QWidget* parent = nullptr);
  ~ContentsView() override;

  /// Marks the chapter and opens its level; an unknown id marks none.
  void setCurrentChapter(const QString& id);
  QString currentChapter() const { return current_; }
  void setTheme(const render::Theme& theme);

signals:
  void chapterChosen(const QString& id);

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  void fill();
  void choose(const QModelIndex& index);

  const book::Book& book_;
  render::Theme theme_;
  QStandardItemModel* model_ = nullptr;
  QString current_;
};

} // namespace eigenboard::reader
