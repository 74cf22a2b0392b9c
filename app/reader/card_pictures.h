#pragma once

#include "app/book/link.h"
#include "views/panel/desk.h"
#include "views/render/theme.h"

#include <QtCore/QCache>
#include <QtCore/QTimer>
#include <QtGui/QImage>

#include <deque>
#include <set>

namespace eigenboard::reader {

/// Small pictures of panels for their cards in the text, drawn one by one while the reader has nothing else
/// to do, and kept.
class CardPictures : public QObject {
  Q_OBJECT

 public:
  /// desk outlives this.
  explicit CardPictures(panel::Desk& desk, QObject* parent = nullptr);

  /// The picture if it is there, else null, and it will be drawn. live: the panel as it stands, redrawn a few
  /// times a second while it changes; until that is there, and for a card whose panel is elsewhere, the state
  /// that the card asks for.
  QImage image(const book::PanelLink& card, bool live, const render::Theme& theme, QSize size,
               double pixelRatio);

 signals:
  /// A picture is there, or is another.
  void arrived();

 private:
  struct Wanted {
    QString key;
    book::PanelLink card;
    bool live = false;
    render::Theme theme;
    QSize size;
    double pixelRatio = 1;
  };
  QImage ask(const Wanted& wanted);
  void drawNext();
  QImage draw(const Wanted& wanted);
  void watch(const QString& panelId);
  void redrawLive();

  panel::Desk& desk_;
  QCache<QString, QImage> images_;
  std::deque<Wanted> queue_;
  std::set<QString> refused_; ///< what cannot be drawn is not tried again
  std::set<QString> watched_;
  std::set<QString> changed_; ///< panels that moved since their live picture was drawn
  std::vector<Wanted> live_;  ///< the live pictures that were last asked for
  QTimer idle_;
  QTimer following_;
};

} // namespace eigenboard::reader
