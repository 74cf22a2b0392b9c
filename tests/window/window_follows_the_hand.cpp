#include "app/stage/stage_widget.h"
#include "tests/window/open_window.h"
#include "views/controls/formula_view.h"
#include "views/controls/readout_table.h"
#include "views/render/plane_widget.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QScrollBar>

#include <optional>

using namespace eigenboard;

namespace {

const QString transform = QStringLiteral("linear_algebra.transform");

struct Open : tests::OpenWindow {
  explicit Open(const QString& place) : OpenWindow({1280, 800}, place) {}

  panel::Session& session() { return *services.desk.session(window.stage().currentPanel()); }
  render::PlaneWidget& plane() { return *window.stage().findChild<render::PlaneWidget*>(); }
  QPoint handle(const QString& key) {
    for (const scene::Handle& handle : plane().view().handles)
      if (handle.key == key)
        return plane().toPixel(handle.position).toPoint();
    return {};
  }

  /// Scrolls to the first target of the page whose link is of this kind and passes the test; its place in the
  /// viewport.
  template <typename LinkType>
  QPoint scrollTo(const std::function<bool(const LinkType&)>& wanted) {
    reader::Reader& reader = window.reader();
    const auto centre = [&]() -> std::optional<QPointF> {
      for (const reader::Target& target : reader.layout().targets)
        if (const LinkType* link = std::get_if<LinkType>(linkOf(reader, target)); link && wanted(*link))
          return firstLine(reader, target).center();
      return {};
    };
    const std::optional<QPointF> first = centre();
    if (!first)
      return {};
    reader.verticalScrollBar()->setValue(static_cast<int>(first->y() - reader.viewport()->height() / 2.0));
    QTest::qWait(400); // formulas arrive there, and the page makes room for them
    return (*centre() - QPointF(0, reader.scrolled())).toPoint();
  }

  /// A link that runs over a line's end is clicked in its first line.
  static QRectF firstLine(const reader::Reader& reader, const reader::Target& target) {
    if (target.kind != reader::TargetKind::Link)
      return target.rect;
    const reader::PlacedText& text = reader.layout().texts[static_cast<std::size_t>(target.text)];
    const reader::LinkSpan& link = text.paragraph->content().links[static_cast<std::size_t>(target.index)];
    return text.paragraph->rects(link.span).front().translated(text.origin);
  }

  static const book::Link* linkOf(const reader::Reader& reader, const reader::Target& target) {
    static const book::Link none = book::BrokenLink{};
    if (target.text < 0)
      return &none;
    const reader::Paragraph& paragraph =
        *reader.layout().texts[static_cast<std::size_t>(target.text)].paragraph;
    const auto index = static_cast<std::size_t>(target.index);
    return target.kind == reader::TargetKind::Object ? &paragraph.objects()[index].link
                                                     : &paragraph.content().links[index].link;
  }
};

} // namespace

class WindowFollowsTheHand : public QObject {
  Q_OBJECT

 private slots:
  void draggingABasisVectorMovesReadoutFormulaAndUndo() {
    Open open(transform);
    QUndoStack& undo = open.services.desk.undoStack();
    const panel::State before = open.session().state();
    const int steps = undo.count();
    const QPoint start = open.handle(QStringLiteral("e2"));
    QVERIFY(!start.isNull());

    QTest::mousePress(&open.plane(), Qt::LeftButton, {}, start);
    for (int move = 1; move <= 20; ++move)
      QTest::mouseMove(&open.plane(), start + QPoint(3 * move, -2 * move), 2);
    QTest::mouseRelease(&open.plane(), Qt::LeftButton, {}, start + QPoint(60, -40));
    QTest::qWait(100);

    const QPointF wanted = open.plane().toPoint(start + QPoint(60, -40));
    QVERIFY(std::abs(open.session().number(QStringLiteral("b")) - wanted.x()) <
            0.03); // a pixel is 0.02 units
    QVERIFY(std::abs(open.session().number(QStringLiteral("d")) - wanted.y()) < 0.03);
    const double determinant =
        open.session().number(QStringLiteral("a")) * open.session().number(QStringLiteral("d")) -
        open.session().number(QStringLiteral("b")) * open.session().number(QStringLiteral("c"));
    QCOMPARE(open.window.stage().readouts().shownValue(QStringLiteral("det")),
             QString::number(determinant, 'f', 2));
    QTRY_VERIFY(open.window.stage().formula().shownFormula().contains(QString::number(determinant, 'f', 2)));
    QCOMPARE(undo.count(), steps + 1);

    QTest::keyClick(&open.window, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(open.session().state().values == before.values);
    QTest::keyClick(&open.window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(open.session().state().values != before.values);
  }

  void arrowKeysMoveTheFocusedHandle() {
    Open open(transform);
    open.plane().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&open.plane(), Qt::Key_Tab);
    const panel::Values before = open.session().state().values;
    QTest::keyClick(&open.plane(), Qt::Key_Right);
    QTest::keyClick(&open.plane(), Qt::Key_Up, Qt::AltModifier);
    QTRY_VERIFY(open.session().state().values != before);
  }

  void aSetLinkMovesThePanelThere() {
    Open open(QStringLiteral("4.4"));
    book::SetLink chosen;
    const QPoint place = open.scrollTo<book::SetLink>([&chosen](const book::SetLink& link) {
      chosen = link;
      return true;
    });
    QVERIFY(!place.isNull());
    QTest::mouseClick(open.window.reader().viewport(), Qt::LeftButton, {}, place);
    panel::Session& session = *open.services.desk.session(chosen.panel);
    const panel::StateResult wanted =
        panel::withSettings(session.description(), session.state(), chosen.settings);
    QVERIFY(wanted.ok());
    QTRY_VERIFY_WITH_TIMEOUT(session.state().values == wanted.state.values && !session.isAnimating(), 3000);
    QCOMPARE(open.window.stage().currentPanel(), chosen.panel);
  }

  void aNumberInASentenceIsDragged() {
    Open open(QStringLiteral("4.4"));
    book::ScrubLink chosen;
    const QPoint place = open.scrollTo<book::ScrubLink>([&chosen](const book::ScrubLink& link) {
      chosen = link;
      return link.parameter == QStringLiteral("b");
    });
    QVERIFY(!place.isNull());
    panel::Session& session = *open.services.desk.session(chosen.panel);
    const double before = session.number(chosen.parameter);
    const int steps = open.services.desk.undoStack().count();
    QWidget* page = open.window.reader().viewport();
    QTest::mousePress(page, Qt::LeftButton, {}, place);
    for (int move = 1; move <= 20; ++move)
      QTest::mouseMove(page, place + QPoint(2 * move, 0), 2);
    QTest::mouseRelease(page, Qt::LeftButton, {}, place + QPoint(40, 0));
    QTRY_VERIFY(session.number(chosen.parameter) > before);
    QCOMPARE(open.services.desk.undoStack().count(), steps + 1);
    QCOMPARE(open.window.stage().currentPanel(), chosen.panel);
  }

  void aRefusedValueIsAMessageInPlace() {
    Open open(transform);
    const panel::Values before = open.session().state().values;
    QSignalSpy refused(&open.session(), &panel::Session::rejected);
    QVERIFY(!open.session().apply({{QStringLiteral("a"), QStringLiteral("nan")}}));
    QCOMPARE(refused.count(), 1);
    QVERIFY(open.session().state().values == before);
  }

  void escapeClosesTheMessage() {
    Open open(QStringLiteral("4.4"));
    open.window.showMessage(QStringLiteral("Something to know."));
    QTest::keyClick(&open.window, Qt::Key_Escape);
    QVERIFY(open.window.message().isEmpty());
  }

  void everyThemeReachesTheWholeWindow() {
    Open open(QStringLiteral("4.4"));
    const QColor light = open.window.grab().toImage().pixelColor(open.window.width() / 4, 300);
    QTest::keyClick(&open.window, Qt::Key_D, Qt::ControlModifier);
    QTest::qWait(200);
    const QImage dark = open.window.grab().toImage();
    QVERIFY(light.lightness() > 200);
    int darkPixels = 0;
    for (int x = 5; x < dark.width(); x += 7)
      for (int y = 5; y < dark.height(); y += 7)
        darkPixels += dark.pixelColor(x, y).lightness() < 90;
    QVERIFY(darkPixels > 0.85 * (dark.width() / 7.0) * (dark.height() / 7.0));
  }
};

QTEST_MAIN(WindowFollowsTheHand)
#include "window_follows_the_hand.moc"
