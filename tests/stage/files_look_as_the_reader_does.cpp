#include "app/export_dialog/export_dialog.h"
#include "app/stage/picture.h"
#include "app/stage/stage_widget.h"
#include "tests/controls/active_window.h"
#include "views/panel/run_shelf.h"
#include "views/render/chart/chart_widget.h"
#include "views/render/plane_widget.h"
#include "views/render/space/space_widget.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QFile>
#include <QtCore/QMimeData>
#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>

#include <cctype>
#include <cmath>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace eigenboard;

namespace {

/// Whether two SVG files are the same but for a twentieth of a pixel: the outlines that a font gives differ
/// by as much with what was painted before.
bool isAlike(const QByteArray& one, const QByteArray& other) {
  const char* a = one.constData();
  const char* b = other.constData();
  while (*a != 0 && *b != 0) {
    if (std::isdigit(static_cast<unsigned char>(*a)) && std::isdigit(static_cast<unsigned char>(*b))) {
      char* endOfA = nullptr;
      char* endOfB = nullptr;
      const double first = std::strtod(a, &endOfA);
      const double second = std::strtod(b, &endOfB);
      if (first != second && !(std::abs(first - second) <= 0.05))
        return false;
      a = endOfA;
      b = endOfB;
    } else if (*a++ != *b++) {
      return false;
    }
  }
  return *a == *b;
}

} // namespace

/// What the reader has turned, shifted, zoomed and kept is in every copy and file too.
class FilesLookAsTheReaderDoes : public QObject {
  Q_OBJECT

  const panel::Registry registry_ = panel::registeredPanels();
  typesetting::Typesetter typesetter_;

  static void move(QWidget& widget, QPointF position) {
    QMouseEvent event(QEvent::MouseMove, position, widget.mapToGlobal(position), Qt::NoButton, Qt::LeftButton,
                      {});
    QApplication::sendEvent(&widget, &event);
  }

  static void choose(stage::StageWidget& stage, const QString& command) {
    for (QMenu* menu : stage.findChildren<QMenu*>())
      for (QAction* action : menu->actions())
        if (action->text() == command)
          return action->trigger();
    qFatal("no command %s", qPrintable(command));
  }
  /// By the keys for it.
  static QByteArray copiedSvg(stage::StageWidget& stage) {
    QGuiApplication::clipboard()->clear();
    QTest::keySequence(&stage, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    return data ? data->data(u"image/svg+xml"_s) : QByteArray();
  }
  static QByteArray writtenBy(export_dialog::ExportDialog& dialog) {
    QTemporaryDir folder;
    QFile file(folder.filePath(u"figure.svg"_s));
    dialog.show();
    dialog.writeTo(file.fileName());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
  static QByteArray exportedSvg(stage::StageWidget& stage) {
    QTest::keySequence(&stage, QKeySequence(Qt::CTRL | Qt::Key_E));
    auto* dialog = stage.findChild<export_dialog::ExportDialog*>();
    if (!dialog)
      return {};
    const QByteArray written = writtenBy(*dialog);
    QCoreApplication::sendPostedEvents(dialog, QEvent::DeferredDelete);
    return written;
  }

 private slots:
  void filesAndCopiesLookAsTheReaderDoes_data() {
    QTest::addColumn<QString>("panel");
    QTest::newRow("plane") << u"linear_algebra.transform"_s;
    QTest::newRow("space") << u"functions.surface_and_contour"_s;
  }

  /// The reader shifts or turns a view and zooms: what is copied and written shows that, and what it showed
  /// before once the view is reset.
  void filesAndCopiesLookAsTheReaderDoes() {
    QFETCH(QString, panel);
    panel::Desk desk(registry_);
    stage::StageWidget stage(desk, typesetter_, render::themeNamed(u"light"_s));
    stage.resize(900, 760);
    QVERIFY(stage.showPanel(panel));
    QVERIFY(tests::showActive(stage));
    panel::Session& session = *desk.session(panel);
    const scene::View& front = session.evaluation().scene.views.front();
    render::ViewWidget& view = *stage.picture().view(scene::keyOf(front));
    QCOMPARE(std::holds_alternative<scene::SpaceView>(front), QTest::currentDataTag() == "space"_L1);
    const QByteArray before = copiedSvg(stage);
    const QByteArray fileBefore = exportedSvg(stage);
    QVERIFY(before.contains("<svg") && fileBefore.contains("<svg"));

    const QPoint ground(view.width() - 30, view.height() - 30);
    QTest::mousePress(&view, Qt::LeftButton, {}, ground);
    move(view, QPointF(ground) - QPointF(70, 25));
    QTest::mouseRelease(&view, Qt::LeftButton, {}, ground - QPoint(70, 25));
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Plus);
    QCoreApplication::processEvents();

    // The same scene with what the widget shows now, by hand.
    scene::Scene seen = session.evaluation().scene;
    if (auto* space = std::get_if<scene::SpaceView>(&seen.views.front())) {
      const scene::Camera camera = dynamic_cast<render::SpaceWidget&>(view).camera();
      QVERIFY(camera.azimuth != space->camera.azimuth && camera.zoom != space->camera.zoom);
      space->camera = camera;
    } else {
      auto& plane = std::get<scene::PlaneView>(seen.views.front());
      const render::PlaneRange range = view.look()->range.value();
      const auto& widget = dynamic_cast<const render::PlaneWidget&>(view);
      // By the widget's own pixels: so far does it reach, and no farther than it is wide.
      QVERIFY(widget.toPixel({range.left, range.top}).x() >= -0.5);
      QVERIFY(widget.toPixel({range.right, range.bottom}).x() <= view.width() + 0.5);
      QVERIFY(widget.toPixel({range.right, 0}).x() - widget.toPixel({range.left, 0}).x() >
              0.7 * view.width());
      plane.x.minimum = range.left;
      plane.x.maximum = range.right;
      plane.y.minimum = range.bottom;
      plane.y.maximum = range.top;
    }
    export_dialog::Source source;
    source.panel = &session.panel();
    source.state = session.state();
    source.evaluation = session.evaluation();
    source.evaluation.scene = seen;
    export_dialog::ExportDialog byHand(source, {}, typesetter_, render::themeNamed(u"light"_s));
    const QByteArray file = exportedSvg(stage);
    QVERIFY(!isAlike(file, fileBefore));
    QVERIFY(isAlike(file, writtenBy(byHand)));
    const QByteArray copy = copiedSvg(stage);
    QVERIFY(!isAlike(copy, before));
    choose(stage, u"Copy as SVG"_s);
    QVERIFY(isAlike(QGuiApplication::clipboard()->mimeData()->data(u"image/svg+xml"_s), copy));
    choose(stage, u"Copy as image"_s);
    const QImage image = QGuiApplication::clipboard()->image();
    QTest::keyClick(&view, Qt::Key_Home);
    QVERIFY(isAlike(copiedSvg(stage), before));
    QVERIFY(isAlike(exportedSvg(stage), fileBefore));
    choose(stage, u"Copy as image"_s);
    QVERIFY(QGuiApplication::clipboard()->image() != image);
  }

  /// The bars of a kept run stay as outlines behind the ones that the reader drags on, in every file too.
  void keptBarsLeaveTheirOutlines() {
    const QString panel = u"information.entropy"_s;
    panel::Desk desk(registry_);
    stage::StageWidget stage(desk, typesetter_, render::themeNamed(u"light"_s));
    stage.resize(900, 760);
    QVERIFY(stage.showPanel(panel));
    QVERIFY(tests::showActive(stage));
    panel::Session& session = *desk.session(panel);
    auto& chart = dynamic_cast<render::ChartWidget&>(*stage.picture().view(u"bars"_s));
    const std::vector<double> kept = chart.view().bars.at(0).values;
    stage.setFocus();
    QTest::keyClick(&stage, Qt::Key_R);
    QCOMPARE(session.runs().runs().size(), std::size_t{1});
    QVERIFY(chart.view().earlierBars.empty()); // it is the present run
    const QPointF start = chart.gripPixel(0).value();
    QTest::mousePress(&chart, Qt::LeftButton, {}, start.toPoint());
    move(chart, start + QPointF(0, 40));
    move(chart, start + QPointF(0, 80));
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, (start + QPointF(0, 80)).toPoint());
    QTRY_COMPARE(chart.view().earlierBars.size(), std::size_t{1});
    QCOMPARE(chart.view().earlierBars[0].at(0).values, kept);
    QVERIFY(chart.view().bars.at(0).values.at(0) < kept.at(0) - 0.05);
    // Where the bar of A ended there is its outline, and with the run's eye closed only the ground.
    move(chart, QPointF(2, 2));
    const QPoint end = chart.toPixel(-0.2, kept.at(0)).toPoint();
    const auto isMarked = [&chart, end] {
      const QImage shown = chart.grab().toImage();
      const QColor ground = shown.pixelColor(end + QPoint(0, 9));
      for (int dy = -2; dy <= 2; ++dy)
        if (shown.pixelColor(end + QPoint(0, dy)).saturation() > ground.saturation() + 20)
          return true;
      return false;
    };
    QTRY_VERIFY(isMarked());
    const auto paths = [&stage] { return copiedSvg(stage).count("<path"); };
    const qsizetype with = paths();
    session.runs().setGhost(0, false);
    QTRY_VERIFY(chart.view().earlierBars.empty());
    QTRY_VERIFY(!isMarked());
    QVERIFY(paths() < with);
  }
};

QTEST_MAIN(FilesLookAsTheReaderDoes)
#include "files_look_as_the_reader_does.moc"
