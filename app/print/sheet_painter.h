#pragma once

#include "app/print/document.h"
#include "views/panel/registry.h"
#include "views/render/theme.h"
#include "views/typesetting/typesetter.h"

class QCPPainter;

namespace eigenboard::print {

/// With what sheets are painted; all of it outlives the painting.
struct Ink {
  const panel::Registry& registry;
  typesetting::Typesetter& typesetter;
  const reader::Typography& type;
  const render::Theme& theme;
  const Paper& paper;
};

/// One page of a text with its figures, the running head and the page's number. The painter's unit is the px
/// of the paper.
void paintSheet(QCPPainter& painter, const Ink& ink, const SetText& text, int page,
                const QString& runningHead, int pageNumber);

} // namespace eigenboard::print
