#pragma once

#include "views/controls/themed.h"

#include <QtWidgets/QWidget>

#include <vector>

class QLabel;
class QListWidget;
class QListWidgetItem;

namespace eigenboard::controls {
class Button;
}

namespace eigenboard::navigation {

/// A bookmark or a note in its list.
struct MarkEntry {
  qint64 id = 0;
  QString title;  ///< label of a bookmark, text of a note
  QString detail; ///< where it is, or what it says
};

/// A list of bookmarks or of notes: Enter or a click goes there, F2 changes, Delete removes.
class MarksList : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  enum class Renaming : std::uint8_t { InPlace, Outside }; ///< Outside: changeWanted() says it is wanted
  struct Words {
    QString name;   ///< of the list, for screen readers
    QString empty;  ///< what to do when there is nothing yet
    QString change; ///< on the button: "Rename"
  };
  MarksList(const Words& words, Renaming renaming, const render::Theme& theme, QWidget* parent = nullptr);

  /// Keeps what is selected.
  void setEntries(const std::vector<MarkEntry>& entries);
  QListWidget& list() { return *list_; }

 signals:
  void chosen(qint64 id);
  void renamed(qint64 id, const QString& title);
  void changeWanted(qint64 id);
  void removeWanted(qint64 id);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void themeChanged() override;

 private:
  qint64 selected() const;
  void change();
  void remove();
  void refreshButtons();

  Renaming renaming_;
  QListWidget* list_ = nullptr;
  QLabel* empty_ = nullptr;
  controls::Button* change_ = nullptr;
  controls::Button* remove_ = nullptr;
  bool isFilling_ = false;
};

} // namespace eigenboard::navigation
