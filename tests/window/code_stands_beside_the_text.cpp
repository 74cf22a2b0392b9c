#include "app/code_bench/code_bench.h"
#include "app/code_bench/output_view.h"
#include "app/code_bench/python_editor.h"
#include "app/reader/code_cells.h"
#include "app/stage/stage_widget.h"
#include "app/window/beside.h"
#include "app/window/columns.h"
#include "tests/window/open_window.h"

#include <QtGui/QAction>
#include <QtTest/QTest>

#include <algorithm>

using namespace eigenboard;

namespace {

/// The first target of that kind on the page; −1: none.
int targetOf(reader::Reader& reader, reader::TargetKind kind) {
  const auto& targets = reader.layout().targets;
  const auto found = std::find_if(targets.begin(), targets.end(),
                                  [&](const reader::Target& target) { return target.kind == kind; });
  return found == targets.end() ? -1 : static_cast<int>(found - targets.begin());
}

} // namespace

/// The editor stands where the panel stands, and each comes when it is wanted.
class CodeStandsBesideTheText : public QObject {
  Q_OBJECT

 private slots:
  void keysOpenItAndCloseIt() {
    tests::OpenWindow open;
    window::Beside& beside = open.window.beside();
    open.reader().setFocus();
    QVERIFY(!beside.showsCode() && !beside.bench());
    open.key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(beside.showsCode());
    QVERIFY(beside.bench()->editor().hasFocus());
    QVERIFY(beside.bench()->isVisible() && !open.window.stage().isVisible());
    QVERIFY(open.reader().isVisible());
    QVERIFY(open.window.actionNamed(QStringLiteral("code"))->isChecked());
    QVERIFY(!beside.bench()->editor().text().isEmpty());
    open.type(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!beside.bench()->output().printed().isEmpty(), 20'000);
    open.key(Qt::Key_F6); // between text and code, as between text and panel
    QVERIFY(open.reader().hasFocus());
    open.key(Qt::Key_F6);
    QVERIFY(beside.bench()->editor().hasFocus());
    open.type(Qt::Key_Escape);
    QVERIFY(!beside.showsCode() && open.window.stage().isVisible());
    QVERIFY(open.reader().hasFocus());
    QVERIFY(!open.window.actionNamed(QStringLiteral("code"))->isChecked());
  }

  void itsButtonOpensIt() {
    tests::OpenWindow open;
    open.reader().activate(targetOf(open.reader(), reader::TargetKind::Beside));
    QVERIFY(open.window.beside().showsCode());
    QVERIFY(open.window.beside().codeKey().startsWith(QStringLiteral("4.4/1/")));
  }

  /// A link that needs the panel brings it; scrolling past a card of one does not.
  void linksBringThePanelBack() {
    tests::OpenWindow open;
    open.reader().activate(targetOf(open.reader(), reader::TargetKind::Beside));
    open.reader().setPosition(20);
    QTest::qWait(200);
    QVERIFY(open.window.beside().showsCode());
    open.reader().activate(targetOf(open.reader(), reader::TargetKind::Card));
    QVERIFY(!open.window.beside().showsCode() && open.window.stage().isVisible());
  }

  void itComesBackWithItsChapter() {
    tests::OpenWindow open;
    window::Beside& beside = open.window.beside();
    open.reader().activate(targetOf(open.reader(), reader::TargetKind::Beside));
    open.reader().openChapter(tests::secondChapter);
    QVERIFY(!beside.showsCode() && open.window.stage().isVisible());
    open.reader().openChapter(tests::firstChapter);
    QVERIFY(beside.showsCode());
    beside.showStage();
    open.reader().openChapter(tests::secondChapter);
    open.reader().openChapter(tests::firstChapter);
    QVERIFY(!beside.showsCode());
  }

  void inANarrowWindowItIsAlone() {
    tests::OpenWindow open({800, 700});
    QVERIFY(open.window.columns().isSingle());
    open.reader().activate(targetOf(open.reader(), reader::TargetKind::Beside));
    QVERIFY(open.window.beside().bench()->isVisible() && !open.reader().isVisible());
    QVERIFY(open.window.beside().bench()->editor().hasFocus());
    open.type(Qt::Key_Escape);
    QVERIFY(open.reader().isVisible() && open.reader().hasFocus());
  }

  /// A later start finds the code in front again, with what was written.
  void aLaterStartFindsIt() {
    QJsonObject session;
    {
      tests::OpenWindow open;
      open.reader().activate(targetOf(open.reader(), reader::TargetKind::Beside));
      open.window.beside().bench()->editor().setText(QStringLiteral("print('mine')"));
      QTest::qWait(50);
      session = open.window.toJson();
    }
    window::Services services;
    window::MainWindow later(services);
    later.fromJson(session);
    later.openAt(session);
    QVERIFY(later.beside().showsCode());
    QCOMPARE(later.beside().bench()->editor().text(), QStringLiteral("print('mine')"));
    QJsonObject damaged = session;
    damaged[QStringLiteral("code")] = QStringLiteral("no such cell");
    later.openAt(damaged);
    QVERIFY(!later.beside().showsCode());
  }

  void themeAndTextSizeReachIt() {
    tests::OpenWindow open;
    open.reader().activate(targetOf(open.reader(), reader::TargetKind::Beside));
    code_bench::PythonEditor& editor = open.window.beside().bench()->editor();
    QTest::qWait(100);
    const QColor light = editor.viewport()->grab().toImage().pixelColor(300, editor.height() - 40);
    const int height = editor.textHeight(0);
    open.key(Qt::Key_D, Qt::ControlModifier);
    QTest::qWait(100);
    const QColor dark = editor.viewport()->grab().toImage().pixelColor(300, editor.height() - 40);
    QCOMPARE(light, render::themeNamed(QStringLiteral("light")).codeSurface);
    QCOMPARE(dark, render::themeNamed(QStringLiteral("dark")).codeSurface);
    open.key(Qt::Key_Equal, Qt::ControlModifier);
    open.key(Qt::Key_Equal, Qt::ControlModifier);
    QVERIFY(editor.textHeight(0) > height);
  }
};

QTEST_MAIN(CodeStandsBesideTheText)
#include "code_stands_beside_the_text.moc"
