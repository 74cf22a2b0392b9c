#include "app/window/travel.h"

#include <utility>

namespace eigenboard::window {

using navigation::Spot;

Travel::Travel(const book::Book& book, reader::Reader& reader, stage::StageWidget& stage, QObject* parent)
    : QObject(parent), book_(book), reader_(reader), stage_(stage) {
  connect(&reader, &reader::Reader::jumping, this, &Travel::leave);
  connect(&reader, &reader::Reader::jumped, this, &Travel::arrive);
}

Spot Travel::here() const {
  return {reader_.currentChapter(), reader_.position(), stage_.currentPanel()};
}

void Travel::leave() {
  if (jumps_++ > 0)
    return;
  left_ = here();
  if (!left_.chapter.isEmpty())
    navigation::settle(history_, left_);
}

void Travel::arrive() {
  if (--jumps_ > 0)
    return;
  jumps_ = 0;
  const Spot now = here();
  if (now.chapter.isEmpty())
    return;
  if (history_.spots.empty() || left_.chapter.isEmpty())
    navigation::settle(history_, now); // the first page after a start: where one was
  else if (navigation::isFar(left_, now))
    navigation::visit(history_, now);
  emit changed();
}

void Travel::goBack() {
  if (!canGoBack())
    return;
  navigation::settle(history_, here());
  show(navigation::goBack(history_));
}

void Travel::goForward() {
  if (!canGoForward())
    return;
  navigation::settle(history_, here());
  show(navigation::goForward(history_));
}

void Travel::show(const Spot& spot) {
  ++jumps_; // moving along the history adds nothing to it
  if (spot.chapter != reader_.currentChapter())
    reader_.openChapter(spot.chapter);
  reader_.setPosition(spot.position);
  if (!spot.panel.isEmpty())
    stage_.showPanel(spot.panel);
  --jumps_;
  emit changed();
}

QJsonObject Travel::toJson() const {
  navigation::History history = history_;
  if (const Spot now = here(); !now.chapter.isEmpty())
    navigation::settle(history, now);
  return navigation::toJson(history);
}

void Travel::fromJson(const QJsonObject& json) {
  history_ = navigation::historyFromJson(json, book_);
  emit changed();
}

} // namespace eigenboard::window
