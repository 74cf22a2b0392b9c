#include "app/export/figure_look.h"

#include "app/export/figure_metadata.h"
#include "app/export/parameter_line.h"
#include "views/panel/evaluate_at.h"

namespace eigenboard::figures {

render::FigureOptions optionsFor(const FigureLook& look, const panel::Description& description,
                                 const panel::State& state, const panel::Evaluation& evaluation) {
  render::FigureOptions options = look.options;
  options.formula = look.withFormula ? evaluation.formula : QString();
  options.parameters = look.withParameters ? parameterLine(description, state) : QStringList();
  options.metadata = stateMetadata(panel::toJson(description, state));
  options.creator = creator();
  if (options.title.isEmpty())
    options.title = options.heading.isEmpty() ? description.identity.title : options.heading;
  return options;
}

render::Figure figureOf(const panel::Panel& panel, const panel::State& state, const FigureLook& look,
                        typesetting::Typesetter& typesetter) {
  const panel::Evaluation evaluation = panel::evaluateAt(panel, state);
  if (!evaluation.problem.isEmpty())
    return {{}, evaluation.problem};
  return render::exportFigure(render::lookedAt(evaluation.scene, look.views), look.theme, typesetter,
                              optionsFor(look, panel.description(), state, evaluation));
}

} // namespace eigenboard::figures
