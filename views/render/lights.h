#pragma once

#include "views/render/plane_frame.h"
#include "views/render/theme.h"

#include <QtCore/QStringList>

#include <functional>

class QPainter;

namespace eigenboard::render {

/// What a handle or mark of a view is called elsewhere: the keys it sets, and the symbol of its label.
struct MarkNames {
  QStringList keys;
  QString symbol; ///< TeX; of a label such as "\sigma_1 = 2" what stands before the equals sign
  bool isEmpty() const { return keys.isEmpty() && symbol.isEmpty(); }
  friend bool operator==(const MarkNames&, const MarkNames&) = default;
};

MarkNames namesOf(const scene::Handle& handle);
/// Empty for a mark without a label.
MarkNames namesOf(const scene::Mark& mark);

/// The names of the handle, or else of the mark, under a pixel; empty where there is none that has names.
MarkNames namesAt(const scene::PlaneView& view, const PlaneFrame& frame, QPointF pixel, double reach);

using IsLit = std::function<bool(const MarkNames&)>;

/// The pixels that the light of the lit handles and marks covers; empty when none is lit.
QRectF lightArea(const scene::PlaneView& view, const PlaneFrame& frame, const IsLit& isLit);

/// Lays a translucent band in the colour of Role::Highlight on every lit mark, and a thin ring round
/// lit handles and labels.
void paintLights(QPainter& painter, const scene::PlaneView& view, const PlaneFrame& frame, const IsLit& isLit,
                 const Theme& theme);

} // namespace eigenboard::render
