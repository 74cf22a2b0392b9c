#include "views/render/view_widget.h"

#include "views/render/plane_widget.h"
#include "views/render/space/space_widget.h"

namespace eigenboard::render {

namespace {

struct WidgetMaker {
  typesetting::Typesetter& typesetter;
  const Theme& theme;
  QWidget* parent;

  ViewWidget* operator()(const scene::PlaneView&) const { return new PlaneWidget(typesetter, theme, parent); }
  ViewWidget* operator()(const scene::SpaceView&) const { return new SpaceWidget(typesetter, theme, parent); }
};

} // namespace

ViewWidget* makeViewWidget(const scene::View& view, typesetting::Typesetter& typesetter, const Theme& theme,
                           QWidget* parent) {
  return std::visit(WidgetMaker{typesetter, theme, parent}, view);
}

} // namespace eigenboard::render
