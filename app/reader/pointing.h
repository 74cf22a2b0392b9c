#pragma once

#include "app/reader/reference.h"
#include "app/reader/symbol_lights.h"
#include "views/panel/session.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>

class QMenu;

namespace eigenboard::reader {

class HoverCard;
class Reader;
struct CardEntry;

/// A term (link) or a symbol of a formula (object, symbol) in a text; −1: none.
struct Pointed {
  int text = -1;
  int link = -1;
  int object = -1;
  int symbol = -1;
  friend bool operator==(const Pointed&, const Pointed&) = default;
};

/// What lies under the pointer or the focus and can be explained: terms of the glossary and symbols of
/// formulas. A card explains it after a moment; on the page and the panels it is lit at once.
class Pointing : public QObject {
  Q_OBJECT

 public:
  /// The reader owns it.
  explicit Pointing(Reader& reader);
  ~Pointing() override;

  Reference& reference() { return reference_; }
  const Reference& reference() const { return reference_; }
  const book::GlossaryEntry* termOf(const Target& target) const; ///< null: it is no term that is explained

  Pointed pointedAt(QPointF pagePoint);
  void point(const Pointed& pointed);
  void pointAtFocus();
  void showCardSoon(); ///< again, where something is pointed at: scrolling may have stopped it
  void closeCard();
  void forget();            ///< nothing is pointed at
  void showPage();          ///< another page: its panels are watched, its symbols are not known yet
  QString cardText() const; ///< empty while there is no card

  /// What a tooltip says, on a card as all that is explained.
  void showTip(QPointF pagePoint);
  void leaveTip(QPointF pagePoint); ///< the pointer is there now
  /// Words about something on the page (what an answer was worth), which stand until something else is done.
  /// They leave what comes below in sight. text: that it stands in, or −1.
  void say(const QRectF& pageAnchor, int text, const QString& words);

  void lightPanels(const panel::Names& names);
  std::vector<QRectF> litSymbols();
  /// painter: in page coordinates.
  void paintLights(QPainter& painter, const QRectF& clip);

  /// Fills a menu with the symbols of these formulas that the book explains, each with its words; the one
  /// that is hovered or reached by keys is lit. Empty where there is none.
  void fillSymbolMenu(QMenu& menu, const std::vector<const InlineObject*>& formulas);
  void showSymbolMenu();

 private:
  QString toolTipAt(QPointF pagePoint);
  QRectF thingAt(QPointF pagePoint) const;
  HoverCard& card();
  QRect inWindow(const QRectF& pageRect) const;
  std::vector<Reference::Meaning> meaningsOf(const Pointed& pointed);
  panel::Names namesOf(const Pointed& pointed);
  std::vector<panel::Session*> sessionsOfChapter();
  void relight();
  std::vector<CardEntry> explanations(const Pointed& pointed);
  void showCard();

  Reader& reader_;
  Reference reference_;
  SymbolLights lights_;
  Pointed pointed_;
  QTimer cardTimer_;
  QTimer wordsTimer_; ///< after which words that were said go
  QRectF tipAnchor_;  ///< what the tip that shows is about; null: none shows
  bool isSaying_ = false;
  QPointer<HoverCard> card_; ///< a child of the window
};

} // namespace eigenboard::reader
