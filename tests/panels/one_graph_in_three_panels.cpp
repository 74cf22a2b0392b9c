#include "views/panel/desk.h"
#include "views/panel/table.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using namespace eigenboard::panel;

/// The graph that is drawn in the editor is the one that algorithms run on and whose properties are measured.
class OneGraphInThreePanels : public QObject {
  Q_OBJECT

  const Registry registry_ = registeredPanels();
  std::unique_ptr<Desk> desk_;
  Session& editor() { return *desk_->session(u"graph.editor"_s); }
  Session& algorithms() { return *desk_->session(u"graph.algorithms"_s); }
  Session& properties() { return *desk_->session(u"graph.properties"_s); }

  static Eigen::MatrixXd table(Session& session, const QString& key) {
    const int index = parameterIndex(session.description(), key);
    const auto at = static_cast<std::size_t>(index);
    return tableOf(session.description().parameters[at], session.state().values[at]);
  }
  static double readout(Session& session, const QString& key) {
    for (const Readout& one : session.evaluation().readouts)
      if (one.key == key)
        return one.value;
    return -1;
  }

 private slots:
  void init() {
    desk_ = std::make_unique<Desk>(registry_);
    for (Session* session : {&editor(), &algorithms(), &properties()})
      QVERIFY(session->apply({{u"nodes"_s, u"@N"_s}, {u"edges"_s, u"@E"_s}}));
  }

  void allHaveTheGraphOfTheFirst() {
    QCOMPARE(table(algorithms(), u"edges"_s), table(editor(), u"edges"_s));
    QCOMPARE(table(properties(), u"edges"_s), table(editor(), u"edges"_s));
    QCOMPARE(table(algorithms(), u"nodes"_s), Eigen::MatrixXd(table(editor(), u"nodes"_s).leftCols(2)));
    QCOMPARE(readout(properties(), u"m"_s), readout(editor(), u"m"_s));
  }

  void whatOneChangesAllHave() {
    QVERIFY(algorithms().apply({{u"edges.0.weight"_s, u"7.5"_s}, {u"nodes.2.x"_s, u"1.5"_s}}));
    QCOMPARE(table(editor(), u"edges"_s)(0, 2), 7.5);
    QCOMPARE(table(editor(), u"nodes"_s)(2, 0), 1.5);
    QVERIFY(editor().apply({{u"edges"_s, u"0,5;5,1"_s}})); // weights left out are 1
    QCOMPARE(table(algorithms(), u"edges"_s), (Eigen::MatrixXd{{0, 5, 1}, {5, 1, 1}}));
    QCOMPARE(readout(properties(), u"m"_s), 2.0);
    desk_->undoStack().undo();
    QCOMPARE(table(algorithms(), u"edges"_s)(0, 2), 7.5);
    QCOMPARE(table(properties(), u"edges"_s).rows(), Eigen::Index{12});
  }

  void pinsAreTheEditorsOwn() {
    QVERIFY(editor().apply({{u"nodes.3.pin"_s, u"1"_s}}));
    QVERIFY(algorithms().apply({{u"nodes.3.y"_s, u"-2"_s}}));
    QCOMPARE(table(editor(), u"nodes"_s)(3, 1), -2.0);
    QCOMPARE(table(editor(), u"nodes"_s)(3, 2), 1.0);
  }
};

QTEST_GUILESS_MAIN(OneGraphInThreePanels)
#include "one_graph_in_three_panels.moc"
