#include "app/stage/picture_area.h"

namespace eigenboard::stage {

namespace {
constexpr int gap = 8;
// Side by side once each view is then still at least about as wide as it is tall.
constexpr double wideRatio = 1.35;
} // namespace

PictureArea::PictureArea(typesetting::Typesetter& typesetter, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), typesetter_(typesetter), theme_(theme) {
  setMinimumSize(240, 200);
}

void PictureArea::show(const scene::Scene& scene, panel::Session& session) {
  session_ = &session;
  if (scene.views.empty())
    return;
  if (planes_.size() != scene.views.size())
    setViewCount(scene.views.size());
  for (std::size_t i = 0; i < planes_.size(); ++i)
    planes_[i]->setView(scene.views[i]);
}

void PictureArea::setViewCount(std::size_t count) {
  while (planes_.size() > count) {
    planes_.back()->deleteLater();
    planes_.back()->hide();
    planes_.pop_back();
  }
  while (planes_.size() < count) {
    auto* plane = new render::PlaneWidget(typesetter_, theme_, this);
    plane->setSnapping(snapping_);
    connect(plane, &render::PlaneWidget::gestureBegan, this, [this](const QString& handle) {
      if (session_)
        session_->beginGesture(tr("Drag %1").arg(handle));
    });
    connect(plane, &render::PlaneWidget::gestureEnded, this, [this] {
      if (session_)
        session_->endGesture();
    });
    connect(plane, &render::PlaneWidget::dragged, this, [this](const scene::Assignments& assignments) {
      if (!session_)
        return;
      // Arrow keys send moves without a gesture: a key that repeats becomes one undo step.
      const bool byKey = !session_->isInGesture();
      if (byKey)
        session_->beginGesture(tr("Move by key"), panel::Merging::Briefly);
      session_->set(assignments);
      if (byKey)
        session_->endGesture();
    });
    plane->show();
    planes_.push_back(plane);
  }
  arrange();
}

void PictureArea::setTheme(const render::Theme& theme) {
  theme_ = theme;
  for (render::PlaneWidget* plane : planes_)
    plane->setTheme(theme);
}

void PictureArea::setSnapping(render::Snapping snapping) {
  snapping_ = snapping;
  for (render::PlaneWidget* plane : planes_)
    plane->setSnapping(snapping);
}

void PictureArea::resizeEvent(QResizeEvent*) {
  arrange();
}

void PictureArea::arrange() {
  const int count = static_cast<int>(planes_.size());
  if (count == 0)
    return;
  const bool sideBySide = width() >= wideRatio * height();
  const int length = ((sideBySide ? width() : height()) - gap * (count - 1)) / count;
  for (int i = 0; i < count; ++i) {
    const int offset = i * (length + gap);
    planes_[static_cast<std::size_t>(i)]->setGeometry(sideBySide ? QRect(offset, 0, length, height())
                                                                 : QRect(0, offset, width(), length));
  }
}

} // namespace eigenboard::stage
