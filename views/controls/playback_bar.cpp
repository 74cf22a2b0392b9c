#include "views/controls/playback_bar.h"

#include "views/controls/appearance.h"
#include "views/panel/run_shelf.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>

namespace eigenboard::controls {

namespace {

constexpr int countWidth = 88;
constexpr int leastForSpeed = 220;
constexpr int leastForCount = 260; ///< pixels; a narrower bar gives all its room to the track

} // namespace

PlaybackBar::PlaybackBar(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {
  setFont(interfaceFont(smallType));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, countWidth + unit, 0);
  row->setSpacing(2);
  const auto add = [&](Icon icon, const QString& help) {
    auto* button = new Button(theme, icon, {}, help, this);
    row->addWidget(button);
    return button;
  };
  toStart_ = add(Icon::ToStart, tr("Back to the start"));
  back_ = add(Icon::StepBack, tr("One step back"));
  play_ = add(Icon::Play, tr("Play or pause (Space)"));
  forward_ = add(Icon::StepForward, tr("One step on"));
  keep_ = add(Icon::Flag, tr("Keep this run (R)"));
  row->addSpacing(unit - 2);
  track_ = new StepTrack(theme, this);
  row->addWidget(track_, 1);
  speed_ = new SpeedButton(theme, this);
  row->addWidget(speed_);
  for (Button* button : {back_, forward_}) {
    button->setAutoRepeat(true);
    button->setAutoRepeatInterval(120);
  }
  const auto withSession = [this](auto action) {
    return [this, action] {
      if (session_)
        action(*session_);
    };
  };
  connect(toStart_, &Button::clicked, this, withSession([](panel::Session& session) {
            session.pause();
            session.scrubTo(0);
          }));
  connect(back_, &Button::clicked, this, withSession([](panel::Session& session) {
            session.pause();
            session.stepBack();
          }));
  connect(forward_, &Button::clicked, this, withSession([](panel::Session& session) {
            session.pause();
            session.stepForward();
          }));
  connect(play_, &Button::clicked, this, withSession([](panel::Session& session) {
            session.isPlaying() ? session.pause() : session.play();
          }));
  connect(keep_, &Button::clicked, this, withSession([](panel::Session& session) { session.runs().keep(); }));
  connect(speed_, &SpeedButton::wanted, this, [this](double speed) {
    if (!session_)
      return;
    panel::Manner manner = session_->manner();
    manner.speed = speed;
    session_->setManner(manner);
  });
  connect(speed_, &SpeedButton::refused, this, [this](const QString& reason) {
    if (session_)
      emit session_->rejected(reason);
  });
  const auto wind = [this](int step) {
    session_->pause();
    session_->scrubTo(step);
  };
  connect(track_, &StepTrack::wanted, this, [this, wind](int step) {
    if (session_)
      wind(step);
  });
  connect(track_, &StepTrack::wantedBy, this, [this, wind](int steps) {
    if (session_)
      wind(session_->step() + steps);
  });
}

void PlaybackBar::setSession(panel::Session* session) {
  speed_->finishTyping();
  if (session_)
    disconnect(session_, nullptr, this, nullptr);
  session_ = session;
  if (!session_)
    return;
  connect(session_, &panel::Session::playingChanged, this, &PlaybackBar::refresh);
  connect(session_, &panel::Session::mannerChanged, this, &PlaybackBar::refresh);
  if (session_->isProcess()) {
    forward_->setToolTip(session_->description().processes.front().stepLabel);
    forward_->setAccessibleName(forward_->toolTip());
  }
  refresh();
}

void PlaybackBar::refresh() {
  if (!session_ || !session_->isProcess())
    return;
  const int step = session_->step();
  track_->setSteps(step, session_->recordedSteps(), session_->description().processes.front().maximumSteps);
  speed_->setSpeed(session_->manner().speed);
  play_->setIcon(session_->isPlaying() ? Icon::Pause : Icon::Play);
  const QString count = tr("Step %1").arg(step);
  if (count == count_)
    return;
  count_ = count;
  update(countBox());
}

void PlaybackBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  speed_->setVisible(width() >= leastForSpeed);
  layout()->setContentsMargins(0, 0, width() < leastForCount ? 0 : countWidth + unit, 0);
}

QRect PlaybackBar::countBox() const {
  return {width() - countWidth, 0, countWidth, height()};
}

void PlaybackBar::paintEvent(QPaintEvent*) {
  if (width() < leastForCount)
    return;
  QPainter painter(this);
  painter.setPen(theme().textMuted);
  painter.drawText(countBox(), Qt::AlignVCenter | Qt::AlignLeft, count_);
}

} // namespace eigenboard::controls
