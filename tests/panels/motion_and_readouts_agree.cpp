#include "tests/panels/panel_states.h"
#include "views/panel/registry.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <cmath>

using namespace eigenboard;

/// On the way to its map the picture of linear_algebra.transform shows something else than the readouts speak
/// of: it says what, and what is dragged is there all the way.
class MotionAndReadoutsAgree : public QObject {
  Q_OBJECT

  const panel::Registry registry_ = panel::registeredPanels();
  const panel::Panel& panel_ = *registry_.find(QStringLiteral("linear_algebra.transform"));

  panel::Evaluation at(const QString& A, const QString& morph, const QString& compose) const {
    const panel::Settings settings{{QStringLiteral("A"), A},
                                   {QStringLiteral("B"), QStringLiteral("0,-2;1,0")},
                                   {QStringLiteral("morph"), morph},
                                   {QStringLiteral("compose"), compose}};
    const panel::Description& description = panel_.description();
    return tests::evaluateAt(
        panel_, panel::withSettings(description, panel::defaultState(description), settings).state);
  }
  static double readout(const panel::Evaluation& evaluation, const QString& key) {
    for (const panel::Readout& readout : evaluation.readouts)
      if (readout.key == key)
        return readout.value;
    return std::nan("");
  }
  /// By the shoelace formula, from the corners that are drawn.
  static double drawnArea(const panel::Evaluation& evaluation) {
    double twice = 0;
    for (const scene::Mark& mark : std::get<scene::PlaneView>(evaluation.scene.views.front()).marks)
      if (const auto* region = std::get_if<scene::Region>(&mark);
          region && region->name == QStringLiteral("Image of the unit square")) {
        const std::vector<QPointF>& corners = region->outline;
        for (std::size_t i = 0; i < corners.size(); ++i) {
          const QPointF& next = corners[(i + 1) % corners.size()];
          twice += corners[i].x() * next.y() - next.x() * corners[i].y();
        }
      }
    return twice / 2;
  }
  /// The numbers in the label of the area.
  static std::vector<double> toldAreas(const panel::Evaluation& evaluation) {
    std::vector<double> numbers;
    static const QRegularExpression number(QStringLiteral("-?\\d+\\.\\d+"));
    for (const scene::Mark& mark : std::get<scene::PlaneView>(evaluation.scene.views.front()).marks)
      if (const auto* label = std::get_if<scene::Label>(&mark))
        for (auto match = number.globalMatch(label->tex); match.hasNext();)
          numbers.push_back(match.next().captured().toDouble());
    return numbers;
  }

 private slots:
  void theLabelTellsBothAreas_data() {
    QTest::addColumn<QString>("A");
    QTest::addColumn<QString>("morph");
    QTest::addColumn<QString>("compose");
    for (const char* A : {"1.5,0.5;0,1", "1,1;0,1", "1,0;0,-1", "-2,1;0.5,3"})
      for (const char* morph : {"0.1", "0.5", "0.67", "0.99"})
        for (const char* compose : {"false", "true"})
          QTest::addRow("%s at %s, %s", A, morph, compose) << A << morph << compose;
  }
  void theLabelTellsBothAreas() {
    QFETCH(QString, A);
    QFETCH(QString, morph);
    QFETCH(QString, compose);
    const panel::Evaluation evaluation = at(A, morph, compose);
    const std::vector<double> told = toldAreas(evaluation);
    QCOMPARE(told.size(), std::size_t(2));
    constexpr double shownDigits = 0.005 + 1e-9;
    QVERIFY(std::abs(told[0] - drawnArea(evaluation)) <= shownDigits);
    QVERIFY(std::abs(told[1] - readout(evaluation, QStringLiteral("det"))) <= shownDigits);
    QCOMPARE(readout(evaluation, QStringLiteral("det")),
             readout(at(A, QStringLiteral("1"), compose), QStringLiteral("det")));
    QVERIFY(evaluation.spoken.contains(morph));
  }

  void whatIsDraggedIsThereAllTheWay() {
    const QStringList keys{QStringLiteral("e1"), QStringLiteral("e2")};
    for (const char* compose : {"false", "true"})
      for (const char* morph : {"0", "0.4", "1"}) {
        const panel::Evaluation evaluation =
            at(QStringLiteral("1.5,0.5;-1,2"), QString::fromLatin1(morph), QString::fromLatin1(compose));
        QStringList found;
        for (const scene::Handle& handle : std::get<scene::PlaneView>(evaluation.scene.views.front()).handles)
          if (keys.contains(handle.key)) {
            found += handle.key;
            QCOMPARE(handle.position, handle.key == keys[0] ? QPointF(1.5, -1) : QPointF(0.5, 2));
          }
        QCOMPARE(found, keys);
      }
  }

  void atTheEndThereIsOneArea() {
    const panel::Evaluation evaluation =
        at(QStringLiteral("1.5,0.5;0,1"), QStringLiteral("1"), QStringLiteral("false"));
    QCOMPARE(toldAreas(evaluation), std::vector<double>{1.5});
    QVERIFY(std::abs(drawnArea(evaluation) - 1.5) < 1e-12);
  }
};

QTEST_GUILESS_MAIN(MotionAndReadoutsAgree)
#include "motion_and_readouts_agree.moc"
