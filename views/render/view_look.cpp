#include "views/render/view_look.h"

namespace eigenboard::render {

scene::Scene lookedAt(scene::Scene scene, const std::vector<ViewLook>& looks) {
  for (const ViewLook& look : looks)
    for (scene::View& any : scene.views) {
      if (scene::keyOf(any) != look.key)
        continue;
      if (auto* space = std::get_if<scene::SpaceView>(&any); space && look.camera)
        space->camera = *look.camera;
      if (auto* plane = std::get_if<scene::PlaneView>(&any); plane && look.range) {
        plane->x.minimum = look.range->left;
        plane->x.maximum = look.range->right;
        plane->y.minimum = look.range->bottom;
        plane->y.maximum = look.range->top;
      }
    }
  return scene;
}

} // namespace eigenboard::render
