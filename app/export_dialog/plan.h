#pragma once

#include "app/export/animation.h"
#include "app/export/figure_look.h"
#include "app/export/keyframes.h"
#include "app/export_dialog/choices.h"

#include <vector>

namespace eigenboard::export_dialog {

/// What can be exported of a panel: as it stands, and the states that are marked. panel outlives it.
struct Source {
  const panel::Panel* panel = nullptr;
  panel::State state;
  panel::Evaluation evaluation; ///< of the state
  QString problem;              ///< why the state has no picture; else empty
  std::vector<figures::Keyframe> keyframes;
  std::vector<render::ViewLook> looks; ///< how the reader looks at the views
};

/// Where a problem is shown.
enum class Field : std::uint8_t { What, Format, Movement, Rate, Size, Scale, Title, Whole };

struct Problem {
  Field field = Field::Whole;
  QString words;
};

/// What the choices come to.
struct Plan {
  figures::FigureLook look;
  figures::FigureSize size;
  figures::Animation animation; ///< empty for a picture
  double framesPerSecond = 25;
  std::vector<Problem> problems; ///< with any there is nothing to export
  bool ok() const { return problems.empty(); }
};

/// Cost: nothing to speak of, but for the steps of a process that of taking them.
Plan planFor(const Source& source, const Choices& choices);

/// The parameters that a sweep can move.
std::vector<panel::Parameter> sweepable(const panel::Description& description);

/// "transform-shear.svg": of the panel, the preset that it is in, and the kind; of numbered files the stem.
QString proposedName(const Source& source, const Choices& choices);

} // namespace eigenboard::export_dialog
