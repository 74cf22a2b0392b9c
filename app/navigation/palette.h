#pragma once

#include "app/navigation/palette_rows.h"
#include "app/search/service.h"
#include "views/controls/themed.h"

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QLineEdit;

namespace eigenboard::controls {
class Button;
}

namespace eigenboard::navigation {

class PaletteList;

/// One field over the window that finds everything: text of the book, exercises, terms, panels and commands,
/// as one types. Ctrl+K opens it for everything, Ctrl+Shift+F for the book, Ctrl+Shift+P for commands. Arrow
/// and page keys choose, Enter opens, Escape closes; the keyboard then is where it was before.
class Palette : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  /// service outlives the palette. The palette adds its three actions to the window and covers it when open.
  Palette(search::Service& service, const render::Theme& theme, QWidget* window);

  /// What can be chosen as commands: the titles, keys and tooltips of these actions, before the title what
  /// their property "heading" says, and the words of their property "keywords" (a QStringList). Those that
  /// are disabled or invisible when the palette opens are not offered.
  void setActions(const QList<QAction*>& actions);
  /// Of a target's command; null when there is none.
  QAction* action(const QString& command) const;
  /// Puts a place before the other recent ones, which an empty field shows.
  void addRecent(const search::Result& place);
  /// The chapter that is being read, which is not offered as a recent place.
  void setCurrentChapter(const QString& chapter) { here_ = chapter; }

  void open(search::Scope scope);
  void dismiss();
  bool isOpen() const { return isVisible(); }
  QLineEdit& field() { return *field_; }
  PaletteList& list() { return *list_; }
  search::Scope scope() const { return scope_; }
  /// "12 results", "The best 27 of 113 results": what a screen reader hears.
  QString status() const;

 signals:
  /// The palette is closed by then. words: what was typed.
  void chosen(const eigenboard::search::Target& target, const QString& words);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  bool focusNextPrevChild(bool next) override;
  void themeChanged() override;

 private:
  void addOpeners();
  void buildCard();
  void setScope(search::Scope scope);
  void ask();
  void show(const search::Answer& answer);
  /// "27 results", "The best 27 of 113 results".
  static QString countWords(int shown, const search::Answer& answer);
  void showRows(std::vector<PaletteRow> rows, const QString& status);
  void choose(const PaletteRow& row);
  bool takeKey(int key, Qt::KeyboardModifiers modifiers);
  void readCommands();
  std::vector<search::Result> recentElsewhere() const;
  void tell(const QString& status);
  void place();
  QRect cardRect() const;

  search::Service& service_;
  search::Scope scope_ = search::Scope::Everything;
  QLineEdit* field_ = nullptr;
  std::vector<controls::Button*> scopes_; ///< in the order of Scope
  PaletteList* list_ = nullptr;
  QLabel* status_ = nullptr;
  QLabel* keys_ = nullptr;
  QList<QAction*> openers_;
  QList<QPointer<QAction>> actions_;
  std::vector<search::Command> commands_;
  std::vector<search::Result> recent_;
  QString here_;             ///< the chapter being read
  QPointer<QWidget> before_; ///< had the keyboard's focus when the palette opened
};

} // namespace eigenboard::navigation
