#pragma once

#include "views/panel/state.h"
#include "views/render/export.h"
#include "views/render/view_look.h"

namespace eigenboard::figures {

/// All that is chosen about a figure but the panel and its state. Of the options, formula, parameters,
/// metadata, creator and (where it is empty) title are filled in for each state.
struct FigureLook {
  render::Theme theme;
  render::FigureOptions options;
  bool withFormula = false;
  bool withParameters = false;
  std::vector<render::ViewLook> views = {}; ///< how the reader looks at them
};

/// The options for one state. evaluation: that of the state.
render::FigureOptions optionsFor(const FigureLook& look, const panel::Description& description,
                                 const panel::State& state, const panel::Evaluation& evaluation);

/// The figure of one state, or why there is none: a problem of the panel is one. Cost: an evaluation and the
/// painting.
render::Figure figureOf(const panel::Panel& panel, const panel::State& state, const FigureLook& look,
                        typesetting::Typesetter& typesetter);

} // namespace eigenboard::figures
