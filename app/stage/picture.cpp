#include "app/stage/picture.h"

#include "app/stage/problem_banner.h"
#include "views/controls/appearance.h"

#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>

#include <algorithm>

namespace eigenboard::stage {

namespace {

constexpr int frame = 4; ///< room for the flash, so that it repaints no plane
constexpr int flashTicks = 24;
constexpr int flashTickMilliseconds = 33;

/// Lets what lies below it fade. Takes no clicks: a handle there may be what mends the problem.
class Veil : public QWidget, public controls::Themed {
 public:
  Veil(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QColor ground = theme().surface;
    ground.setAlphaF(0.55F);
    QPainter(this).fillRect(rect(), ground);
  }
};

} // namespace

Picture::Picture(typesetting::Typesetter& typesetter, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), typesetter_(typesetter) {
  layout_ = new QBoxLayout(QBoxLayout::LeftToRight, this);
  layout_->setContentsMargins(frame, frame, frame, frame);
  layout_->setSpacing(controls::unit);
  veil_ = new Veil(theme, this);
  veil_->hide();
  banner_ = new ProblemBanner(theme, this);
  banner_->hide();
  setAccessibleName(tr("Picture"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  flashTimer_.setInterval(flashTickMilliseconds);
  connect(&flashTimer_, &QTimer::timeout, this, [this] {
    flashStrength_ = std::max(0.0, flashStrength_ - 1.0 / flashTicks);
    if (flashStrength_ == 0)
      flashTimer_.stop();
    if (isMotionReduced_ && flashStrength_ > 0)
      return;
    // Only the frame: the planes inside have not changed.
    update(QRegion(rect()) - QRegion(rect().adjusted(frame, frame, -frame, -frame)));
  });
}

Picture::View* Picture::known(const scene::View& wanted) {
  const auto found = std::find_if(views_.begin(), views_.end(), [&](const View& view) {
    return view.key == scene::keyOf(wanted) && view.kind == wanted.index();
  });
  return found == views_.end() ? nullptr : &*found;
}

void Picture::makeView(const scene::View& wanted) {
  render::ViewWidget* widget = render::makeViewWidget(wanted, typesetter_, theme(), this);
  widget->setSnapping(snapping_);
  widget->setScale(scale_);
  widget->setFocusPolicy(viewFocus_);
  widget->setLights(isLit_);
  widget->setGraphicsCard(card_);
  connect(widget, &render::ViewWidget::gestureBegan, this, &Picture::gestureBegan);
  connect(widget, &render::ViewWidget::gestureEnded, this, &Picture::gestureEnded);
  connect(widget, &render::ViewWidget::dragged, this, &Picture::dragged);
  connect(widget, &render::ViewWidget::edited, this, &Picture::edited);
  connect(widget, &render::ViewWidget::pointedAt, this, &Picture::pointedAt);
  views_.push_back({scene::keyOf(wanted), wanted.index(), widget, false});
}

std::vector<render::ViewLook> Picture::looks() const {
  std::vector<render::ViewLook> looks;
  for (const View& view : views_)
    if (const auto look = view.widget->look(); look && view.isShown)
      looks.push_back(*look);
  return looks;
}

void Picture::setSpaceDrawing(render::SpaceDrawing drawing) {
  card_ = std::make_shared<render::GraphicsCard>(drawing);
  for (const View& view : views_)
    view.widget->setGraphicsCard(card_);
}

void Picture::setLights(const render::IsLit& isLit) {
  isLit_ = isLit;
  for (const View& view : views_)
    view.widget->setLights(isLit);
}

void Picture::setScene(const scene::Scene& scene) {
  std::size_t shown = 0;
  bool isSame = true;
  for (const View& view : views_)
    shown += view.isShown ? 1 : 0;
  for (const scene::View& wanted : scene.views) {
    const View* view = known(wanted);
    isSame = isSame && view && view->isShown;
  }
  if (!isSame || shown != scene.views.size())
    arrange(scene);
  for (const scene::View& wanted : scene.views)
    known(wanted)->widget->showView(wanted);
}

void Picture::arrange(const scene::Scene& scene) {
  for (View& view : views_) {
    view.isShown = false;
    layout_->removeWidget(view.widget);
  }
  for (const scene::View& wanted : scene.views) {
    if (!known(wanted))
      makeView(wanted);
    View* view = known(wanted);
    view->isShown = true;
    layout_->addWidget(view->widget, 1);
  }
  for (const View& view : views_)
    view.widget->setVisible(view.isShown);
  orient();
  veil_->raise();
  banner_->raise();
  emit arranged();
}

void Picture::orient() {
  const int count = std::max(1, layout_->count());
  const double across = std::min(static_cast<double>(width()) / count, static_cast<double>(height()));
  const double down = std::min(static_cast<double>(width()), static_cast<double>(height()) / count);
  // A little larger is not worth the loss of "beside".
  constexpr double worthIt = 1.2;
  const auto direction = down > worthIt * across ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
  if (layout_->direction() != direction)
    layout_->setDirection(direction);
}

render::ViewWidget* Picture::view(const QString& key) const {
  for (const View& view : views_)
    if (view.isShown && view.key == key)
      return view.widget;
  return nullptr;
}

void Picture::clear() {
  for (const View& view : views_)
    view.widget->deleteLater();
  for (const View& view : views_) {
    view.widget->disconnect(this);
    view.widget->hide();
  }
  views_.clear();
  setProblem({});
}

void Picture::setProblem(const QString& problem) {
  if (problem == banner_->text())
    return;
  banner_->setText(problem);
  banner_->setVisible(!problem.isEmpty());
  veil_->setVisible(!problem.isEmpty());
  placeBanner();
}

QString Picture::problem() const {
  return banner_->text();
}

void Picture::setSnapping(render::Snapping snapping) {
  snapping_ = snapping;
  for (const View& view : views_)
    view.widget->setSnapping(snapping);
}

void Picture::setScale(double scale) {
  scale_ = scale;
  for (const View& view : views_)
    view.widget->setScale(scale);
}

void Picture::setViewFocus(Qt::FocusPolicy policy) {
  viewFocus_ = policy;
  for (const View& view : views_)
    view.widget->setFocusPolicy(policy);
}

void Picture::flash(bool isMotionReduced) {
  isMotionReduced_ = isMotionReduced;
  flashStrength_ = 1;
  flashTimer_.start();
  update();
}

void Picture::placeBanner() {
  if (banner_->isHidden())
    return;
  veil_->setGeometry(rect());
  veil_->raise();
  // Over the titles, so that the plots and their handles stay free.
  banner_->setGeometry(0, 0, width(), banner_->heightForWidth(width()));
  banner_->raise();
}

void Picture::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  orient();
  placeBanner();
}

void Picture::paintEvent(QPaintEvent*) {
  if (flashStrength_ <= 0)
    return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QColor color = theme().link;
  color.setAlphaF(static_cast<float>(isMotionReduced_ ? 1 : flashStrength_));
  painter.setPen(QPen(color, 3));
  painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4);
}

void Picture::themeChanged() {
  for (const View& view : views_)
    view.widget->setTheme(theme());
}

} // namespace eigenboard::stage
