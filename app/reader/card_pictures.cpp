#include "app/reader/card_pictures.h"

#include "views/render/thumbnail.h"

#include <algorithm>
#include <utility>

namespace eigenboard::reader {

namespace {

constexpr int keptBytes = 8'000'000;
constexpr int idleMilliseconds = 25;    ///< from one picture to the next: input and painting come between
constexpr int followMilliseconds = 250; ///< a live picture is redrawn at most so often
constexpr std::size_t longestQueue = 64;
constexpr std::size_t mostLive = 16;

QString keyOf(const book::PanelLink& card, bool live, const render::Theme& theme, QSize size, double ratio) {
  QString key = QStringLiteral("%1|%2|%3×%4@%5|")
                    .arg(card.panel, theme.key)
                    .arg(size.width())
                    .arg(size.height())
                    .arg(ratio);
  if (live)
    return key + QStringLiteral("live");
  for (const auto& [name, value] : card.settings)
    key += name + u'=' + value + u'&';
  return key;
}

} // namespace

CardPictures::CardPictures(panel::Desk& desk, QObject* parent)
    : QObject(parent), desk_(desk), images_(keptBytes) {
  idle_.setSingleShot(true);
  idle_.setInterval(idleMilliseconds);
  following_.setSingleShot(true);
  following_.setInterval(followMilliseconds);
  connect(&idle_, &QTimer::timeout, this, &CardPictures::drawNext);
  connect(&following_, &QTimer::timeout, this, &CardPictures::redrawLive);
}

QImage CardPictures::image(const book::PanelLink& card, bool live, const render::Theme& theme, QSize size,
                           double pixelRatio) {
  if (live) {
    watch(card.panel);
    const QImage shown =
        ask({keyOf(card, true, theme, size, pixelRatio), card, true, theme, size, pixelRatio});
    if (!shown.isNull())
      return shown;
  }
  return ask({keyOf(card, false, theme, size, pixelRatio), card, false, theme, size, pixelRatio});
}

QImage CardPictures::ask(const Wanted& wanted) {
  const auto same = [&](const Wanted& other) { return other.key == wanted.key; };
  if (wanted.live && std::none_of(live_.begin(), live_.end(), same)) {
    live_.push_back(wanted);
    if (live_.size() > mostLive)
      live_.erase(live_.begin());
  }
  if (const QImage* image = images_.object(wanted.key))
    return *image;
  const bool isKnown = refused_.contains(wanted.key) || std::any_of(queue_.begin(), queue_.end(), same);
  if (!isKnown && queue_.size() < longestQueue) {
    queue_.push_back(wanted);
    if (!idle_.isActive())
      idle_.start();
  }
  return {};
}

void CardPictures::drawNext() {
  if (queue_.empty())
    return;
  const Wanted wanted = std::move(queue_.front());
  queue_.pop_front();
  const QImage image = draw(wanted);
  if (image.isNull())
    refused_.insert(wanted.key);
  else
    images_.insert(wanted.key, new QImage(image), static_cast<int>(image.sizeInBytes()));
  if (!queue_.empty())
    idle_.start();
  emit arrived();
}

QImage CardPictures::draw(const Wanted& wanted) {
  const panel::Panel* panel = desk_.registry().find(wanted.card.panel);
  if (!panel)
    return {};
  if (wanted.live) {
    panel::Session* session = desk_.session(wanted.card.panel);
    return render::thumbnail(session->evaluation().scene, wanted.theme, wanted.size, wanted.pixelRatio);
  }
  const panel::Description& description = panel->description();
  const panel::StateResult state =
      panel::withSettings(description, panel::defaultState(description), wanted.card.settings);
  if (!state.ok())
    return {};
  if (panel->isSlowAt(state.state.values))
    return {}; // the page would stand still for it
  const std::unique_ptr<panel::Run> run = panel->start(state.state.values);
  int step = 0;
  while (run && step < state.state.steps && run->advance())
    ++step;
  const panel::Evaluation evaluation = panel->evaluate(state.state.values, run.get(), step);
  return render::thumbnail(evaluation.scene, wanted.theme, wanted.size, wanted.pixelRatio);
}

void CardPictures::watch(const QString& panelId) {
  if (watched_.contains(panelId))
    return;
  watched_.insert(panelId);
  panel::Session* session = desk_.session(panelId);
  if (!session)
    return;
  connect(session, &panel::Session::evaluated, this, [this, panelId] {
    changed_.insert(panelId);
    if (!following_.isActive())
      following_.start();
  });
}

void CardPictures::redrawLive() {
  const std::set<QString> changed = std::exchange(changed_, {});
  for (const Wanted& wanted : live_) {
    const QImage image = changed.contains(wanted.card.panel) ? draw(wanted) : QImage();
    if (!image.isNull())
      images_.insert(wanted.key, new QImage(image), static_cast<int>(image.sizeInBytes()));
  }
  emit arrived();
}

} // namespace eigenboard::reader
