#include "tests/controls/active_window.h"
#include "tests/support/open_menu.h"
#include "views/controls/formula_view.h"

#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QImage>
#include <QtSvg/QSvgRenderer>

using namespace Qt::StringLiterals;
using namespace eigenboard;

namespace {

/// The formula of a panel, on the screen.
class Shown {
 public:
  explicit Shown(const QString& tex) : view_(typesetter_, render::themeNamed(u"light"_s)) {
    view_.resize(400, 80);
    view_.setFormula(tex);
    QVERIFY(tests::showActive(view_));
    QTRY_COMPARE(view_.shownFormula(), tex);
  }
  void choose(const QString& text) {
    tests::withMenu([text](QMenu& menu) { tests::choose(menu, text); });
    openMenu();
  }
  /// By the right mouse button, as the window system tells it.
  void openMenu() {
    const QPoint at = view_.rect().center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, view_.mapToGlobal(at));
    QApplication::sendEvent(&view_, &event);
  }

 private:
  typesetting::Typesetter typesetter_;
  controls::FormulaView view_;
};

} // namespace

/// The formula under a panel leaves it in the same four ways as one in the page.
class PanelFormulaIsCopied : public QObject {
  Q_OBJECT

 private slots:
  void init() { QGuiApplication::clipboard()->clear(); }

  void asTexAndAsWords() {
    Shown shown(u"\\det A=\\frac12"_s);
    shown.choose(u"Copy TeX"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"\\det A=\\frac12"_s);
    shown.choose(u"Copy as words"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"the determinant of A equals one half"_s);
  }

  void asSvgThatOthersDraw() {
    Shown shown(u"\\frac{a}{b}"_s);
    shown.choose(u"Copy as SVG"_s);
    QSvgRenderer renderer(QGuiApplication::clipboard()->mimeData()->data(u"image/svg+xml"_s));
    QVERIFY(renderer.isValid());
    QVERIFY(renderer.defaultSize().height() > renderer.defaultSize().width()); // a fraction stands upright
  }

  void asAnImageOnNothing() {
    Shown shown(u"\\frac{a}{b}"_s);
    shown.choose(u"Copy as image"_s);
    const QImage image = QGuiApplication::clipboard()->image().convertToFormat(QImage::Format_ARGB32);
    QVERIFY(image.height() > image.width() && image.height() > 100);
    QCOMPARE(qAlpha(image.pixel(0, 0)), 0);
    // The bar of the fraction is ink across the middle.
    int darkest = 255;
    for (int y = image.height() / 3; y < 2 * image.height() / 3; ++y)
      if (qAlpha(image.pixel(image.width() / 2, y)) > 200)
        darkest = std::min(darkest, qGray(image.pixel(image.width() / 2, y)));
    QVERIFY(darkest < 100);
  }

  void withAnErrorOnlyItsTexIsOffered() {
    Shown shown(u"\\frac{1}{"_s);
    QStringList enabled;
    tests::withMenu([&enabled](QMenu& menu) {
      for (const QAction* action : menu.actions())
        if (action->isEnabled())
          enabled += action->text();
    });
    shown.openMenu();
    QCOMPARE(enabled, QStringList(u"Copy TeX"_s));
  }

  void withoutAFormulaThereIsNoMenu() {
    Shown shown({});
    bool opened = false;
    tests::withMenu([&opened](QMenu&) { opened = true; });
    shown.openMenu();
    QTest::qWait(300);
    QVERIFY(!opened);
  }
};

QTEST_MAIN(PanelFormulaIsCopied)
#include "panel_formula_is_copied_four_ways.moc"
