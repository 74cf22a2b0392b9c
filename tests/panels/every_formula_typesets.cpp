#include "tests/panels/panel_states.h"
#include "views/panel/registry.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace eigenboard;
using namespace eigenboard::tests;

namespace {

void collect(const scene::Scene& scene, QSet<QString>& formulas) {
  for (const scene::PlaneView* view : scene::viewsOf<scene::PlaneView>(scene)) {
    formulas << view->x.label << view->y.label;
    for (const scene::Mark& mark : view->marks) {
      if (const auto* arrow = std::get_if<scene::Arrow>(&mark))
        formulas << arrow->label;
      if (const auto* label = std::get_if<scene::Label>(&mark))
        formulas << label->tex;
    }
  }
  for (const scene::SpaceView* view : scene::viewsOf<scene::SpaceView>(scene)) {
    formulas << view->x.label << view->y.label << view->z.label;
    for (const scene::Mark3& mark : view->marks) {
      if (const auto* arrow = std::get_if<scene::Arrow3>(&mark))
        formulas << arrow->label;
      if (const auto* label = std::get_if<scene::Label3>(&mark))
        formulas << label->tex;
    }
  }
  for (const scene::ChartView* chart : scene::viewsOf<scene::ChartView>(scene)) {
    formulas << chart->x.label << chart->value.label;
    for (const scene::Category& category : chart->categories)
      formulas << category.label;
    for (const scene::Level& level : chart->levels)
      formulas << level.label;
    for (const scene::Label& label : chart->labels)
      formulas << label.tex;
  }
}

/// All TeX of a panel at its presets, its extremes and some random states.
QSet<QString> formulasOf(const panel::Panel& panel) {
  const panel::Description& description = panel.description();
  QSet<QString> formulas;
  for (const panel::Parameter& parameter : description.parameters)
    formulas << parameter.symbol;
  for (const panel::Group& group : description.groups)
    formulas << group.symbol;
  for (const auto& states :
       {presetStates(description), extremeStates(description), randomStates(description, 3, 40, 10)})
    for (const NamedState& named : states) {
      const panel::Evaluation evaluation = evaluateAt(panel, named.state);
      formulas << evaluation.formula;
      collect(evaluation.scene, formulas);
      for (const panel::Readout& readout : evaluation.readouts)
        formulas << readout.symbol;
      for (const panel::Invariant& invariant : evaluation.invariants)
        formulas << invariant.statement;
    }
  formulas.remove(QString());
  return formulas;
}

} // namespace

class EveryFormulaTypesets : public QObject {
  Q_OBJECT

 private slots:
  void everyFormulaTypesets() {
    typesetting::Typesetter typesetter;
    const panel::Registry registry = panel::registeredPanels();
    for (const panel::PanelPointer& panel : registry.panels()) {
      const QSet<QString> formulas = formulasOf(*panel);
      QVERIFY(formulas.size() > 10);
      for (const QString& tex : formulas) {
        const auto formula = typesetter.typeset(tex, typesetting::Style::Display);
        QVERIFY2(formula->error.isEmpty(),
                 qPrintable(panel->description().identity.id + QStringLiteral(": ") + tex +
                            QLatin1Char('\n') + formula->error));
      }
    }
  }
};

QTEST_MAIN(EveryFormulaTypesets)
#include "every_formula_typesets.moc"
