#include "app/stage/keyframe_shelf.h"
#include "app/stage/keyframe_strip.h"
#include "app/stage/notice_line.h"
#include "app/stage/stage_widget.h"
#include "tests/controls/active_window.h"
#include "tests/panel/sample_panel.h"
#include "tests/support/open_menu.h"
#include "views/controls/button.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using stage::Keyframe;
using stage::KeyframeCard;
using stage::Keyframes;

namespace {

const QString sample = u"samples.map"_s;

QString labelsOf(const Keyframes& keyframes) {
  QString labels;
  for (const Keyframe& keyframe : keyframes)
    labels += keyframe.label;
  return labels;
}

} // namespace

class StatesAreMarkedAndPlayed : public QObject {
  Q_OBJECT

  const panel::Registry registry_ = tests::sampleRegistry();
  typesetting::Typesetter typesetter_;
  std::unique_ptr<panel::Desk> desk_;
  std::unique_ptr<stage::StageWidget> stage_;
  panel::Session* session_ = nullptr;

  const panel::Description& description() { return registry_.find(sample)->description(); }
  const Keyframes& kept() { return stage_->keyframes().of(sample); }
  KeyframeCard* card(int index) { return stage_->keyframeStrip().card(index); }
  double vx() { return session_->number(u"vx"_s); }
  void mark(double x) {
    session_->set(u"vx"_s, x);
    QTest::keyClick(stage_.get(), Qt::Key_K);
    QCoreApplication::processEvents();
  }
  controls::Button* button(const QString& start) {
    for (controls::Button* button : stage_->findChildren<controls::Button*>())
      if (button->accessibleName().startsWith(start))
        return button;
    qFatal("no button %s", qPrintable(start));
  }
  static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    QCoreApplication::processEvents();
  }
  void type(const QString& text) {
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(line);
    line->selectAll();
    QTest::keyClicks(line, text);
    QTest::keyClick(line, Qt::Key_Return);
    QCoreApplication::processEvents();
  }

 private slots:
  void init() {
    desk_ = std::make_unique<panel::Desk>(registry_);
    stage_ = std::make_unique<stage::StageWidget>(*desk_, typesetter_, render::themeNamed(u"light"_s));
    stage_->resize(900, 800);
    QVERIFY(stage_->showPanel(sample));
    session_ = desk_->session(sample);
    QVERIFY(tests::showActive(*stage_));
  }
  void cleanup() {
    stage_.reset();
    desk_.reset();
  }

  void keyKMarksAndTheStripShowsIt() {
    QVERIFY(stage_->keyframeStrip().isHidden());
    mark(2);
    QVERIFY(stage_->keyframeStrip().isVisible());
    QCOMPARE(kept().size(), std::size_t(1));
    QVERIFY(card(0)->isPresent());
    mark(-1);
    QCOMPARE(kept().size(), std::size_t(2));
    QTRY_VERIFY(!card(0)->isPresent());
    QVERIFY(card(1)->isPresent());
    QVERIFY(card(1)->accessibleName().startsWith(u"Marked state 2 of 2"_s));
    // The pictures differ once they are there: v points elsewhere.
    const auto shot = [this](int index) {
      return card(index)->grab(QRect(QPoint(24, 6), QSize(60, 40))).toImage();
    };
    session_->set(u"vx"_s, 0.3); // neither is framed as the present one
    QTRY_VERIFY(!card(1)->isPresent());
    QTRY_VERIFY(shot(0) != shot(1));
    const QImage light = shot(0);
    QTRY_VERIFY(light.pixelColor(5, 5) != light.pixelColor(30, 20) || light != shot(1));
    QTest::keySequence(stage_.get(), QKeySequence(Qt::CTRL | Qt::Key_Z)); // the change of vx
    QTest::keySequence(stage_.get(), QKeySequence(Qt::CTRL | Qt::Key_Z)); // the mark
    QCOMPARE(kept().size(), std::size_t(1));
    QTest::keySequence(stage_.get(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    QCOMPARE(kept().size(), std::size_t(2));
    QTest::mouseClick(button(u"Mark this state"_s), Qt::LeftButton);
    QCOMPARE(kept().size(), std::size_t(3));
  }

  void aPresetGivesItsName() {
    session_->apply({{u"preset"_s, description().presets.front().key}});
    QTest::keyClick(stage_.get(), Qt::Key_K);
    QCOMPARE(kept()[0].label, description().presets.front().label);
  }

  void aClickAndEnterGoThereEased() {
    mark(2);
    mark(-2);
    const int steps = desk_->undoStack().count();
    QTest::mouseClick(card(0), Qt::LeftButton);
    QVERIFY(session_->isAnimating());
    QTest::qWait(250);
    QVERIFY2(vx() > -2 && vx() < 2, qPrintable(QString::number(vx())));
    QTRY_COMPARE(vx(), 2.0);
    QTRY_VERIFY(card(0)->isPresent());
    QCOMPARE(desk_->undoStack().count(), steps + 1);
    press(Qt::Key_Right);
    QCOMPARE(QApplication::focusWidget(), card(1));
    press(Qt::Key_Return);
    QTRY_COMPARE(vx(), -2.0);
    QTest::keySequence(QApplication::focusWidget(), QKeySequence(Qt::CTRL | Qt::Key_Z));
    QCOMPARE(vx(), 2.0);
  }

  void labelsAndDurationsAreTyped() {
    mark(2);
    card(0)->setFocus();
    press(Qt::Key_F2);
    type(u"Far right"_s);
    QCOMPARE(kept()[0].label, u"Far right"_s);
    QCOMPARE(QApplication::focusWidget(), card(0));
    press(Qt::Key_D);
    type(u"2.5"_s);
    QCOMPARE(kept()[0].milliseconds, 2500);
    press(Qt::Key_D);
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    type(u"soon"_s);
    QCOMPARE(QApplication::focusWidget(), line); // stays open with the reason
    QVERIFY(stage_->notice().text().contains(u"'soon' is not a duration"_s));
    press(Qt::Key_Escape);
    QCOMPARE(kept()[0].milliseconds, 2500);
    // What is typed is kept when the reader goes elsewhere.
    press(Qt::Key_D);
    QTest::keyClicks(QApplication::focusWidget(), u"4"_s);
    stage_->focusPicture();
    QTRY_COMPARE(kept()[0].milliseconds, 4000);
    QTest::keySequence(stage_.get(), QKeySequence(Qt::CTRL | Qt::Key_Z));
    QCOMPARE(kept()[0].milliseconds, 2500);
    QTest::mouseDClick(card(0), Qt::LeftButton, {}, QPoint(20, KeyframeCard::whole.height() - 8));
    QVERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()));
    type(u"Twice"_s);
    QCOMPARE(kept()[0].label, u"Twice"_s);
  }

  void theyAreReorderedByKeysAndByDrag() {
    for (const double x : {1.5, 2.5, 3.5})
      mark(x);
    Keyframes named = kept();
    named[0].label = u"a"_s;
    named[1].label = u"b"_s;
    named[2].label = u"c"_s;
    stage_->keyframes().change(sample, named, u"Name"_s);
    card(0)->setFocus();
    press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(labelsOf(kept()), u"bac"_s);
    QCOMPARE(QApplication::focusWidget(), card(1)); // goes with it
    press(Qt::Key_Left, Qt::AltModifier);
    press(Qt::Key_Left, Qt::AltModifier); // is the first already
    QCOMPARE(labelsOf(kept()), u"abc"_s);
    const auto drag = [this](int from, int beyond) {
      const QPoint start(30, 30);
      const QPoint end = card(from)->mapFromGlobal(card(beyond)->mapToGlobal(QPoint(70, 30)));
      QTest::mousePress(card(from), Qt::LeftButton, {}, start);
      for (int i = 1; i <= 6; ++i) {
        const QPointF at = QPointF(start) + QPointF(end - start) * i / 6;
        QMouseEvent move(QEvent::MouseMove, at, card(from)->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                         {});
        QApplication::sendEvent(card(from), &move);
      }
      QTest::mouseRelease(card(from), Qt::LeftButton, {}, end);
      QCoreApplication::processEvents();
    };
    const double before = vx();
    drag(0, 2);
    QCOMPARE(labelsOf(kept()), u"bca"_s);
    QVERIFY(!session_->isAnimating()); // a drag is no click
    QCOMPARE(vx(), before);
    QTest::keySequence(stage_.get(), QKeySequence(Qt::CTRL | Qt::Key_Z));
    QCOMPARE(labelsOf(kept()), u"abc"_s);
  }

  void theyAreRemovedAndReplaced() {
    mark(2);
    mark(3);
    session_->set(u"vx"_s, -1.5);
    QTRY_VERIFY(!card(1)->isPresent());
    card(0)->setFocus();
    press(Qt::Key_R);
    QCOMPARE(
        std::get<double>(
            kept()[0].state.values[static_cast<std::size_t>(panel::parameterIndex(description(), u"vx"_s))]),
        -1.5);
    tests::withMenu([](QMenu& menu) { tests::choose(menu, u"Remove"_s); });
    QContextMenuEvent menu(QContextMenuEvent::Keyboard, QPoint(5, 5), card(0)->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(card(0), &menu);
    QTRY_COMPARE(kept().size(), std::size_t(1));
    QTest::qWait(200);
    card(0)->setFocus();
    press(Qt::Key_Delete);
    QVERIFY(kept().empty());
    QVERIFY(stage_->keyframeStrip().isHidden());
    QVERIFY(QApplication::focusWidget() && QApplication::focusWidget()->isVisible());
    QTest::keySequence(stage_.get(), QKeySequence(Qt::CTRL | Qt::Key_Z));
    QTest::keySequence(stage_.get(), QKeySequence(Qt::CTRL | Qt::Key_Z));
    QCOMPARE(kept().size(), std::size_t(2));
    QVERIFY(stage_->keyframeStrip().isVisible());
  }

  void allArePlayedInOrderAsOneStep() {
    mark(-3);
    mark(3);
    mark(-1);
    Keyframes quick = kept();
    for (Keyframe& keyframe : quick)
      keyframe.milliseconds = 200;
    stage_->keyframes().change(sample, quick, u"Time"_s);
    session_->set(u"vx"_s, 0.);
    const int steps = desk_->undoStack().count();
    double least = 0;
    double most = 0;
    connect(session_, &panel::Session::evaluated, stage_.get(), [&] {
      if (most < 2.9)
        least = std::min(least, vx());
      most = std::max(most, vx());
    });
    QTest::mouseClick(button(u"Play the marked states"_s), Qt::LeftButton);
    QVERIFY(session_->isAnimating());
    QTRY_VERIFY_WITH_TIMEOUT(!session_->isAnimating(), 5000);
    QCOMPARE(least, -3.0);
    QCOMPARE(most, 3.0);
    QCOMPARE(vx(), -1.0);
    QCOMPARE(desk_->undoStack().count(), steps + 1);
    QTest::keySequence(stage_.get(), QKeySequence(Qt::CTRL | Qt::Key_Z));
    QCOMPARE(vx(), 0.0);
    // A second press stops it where it is.
    QTest::mouseClick(button(u"Play the marked states"_s), Qt::LeftButton);
    QTest::qWait(150);
    QTest::mouseClick(button(u"Play the marked states"_s), Qt::LeftButton);
    QVERIFY(!session_->isAnimating());
    const double stopped = vx();
    QTest::qWait(200);
    QCOMPARE(vx(), stopped);
  }

  void theyBelongToTheirPanelAndToTheSession() {
    mark(2);
    QVERIFY(stage_->showPanel(u"samples.square"_s));
    QVERIFY(stage_->keyframeStrip().isHidden());
    QVERIFY(stage_->showPanel(sample));
    QVERIFY(stage_->keyframeStrip().isVisible());
    QJsonObject json = stage_->keyframes().toJson();
    json.insert(u"panel.of.another.version"_s, QJsonArray{1, 2});
    panel::Desk other(registry_);
    stage::KeyframeShelf shelf(other);
    QVERIFY(shelf.fromJson(json).isEmpty());
    QVERIFY(stage::isSame(shelf.of(sample), kept()));
    QCOMPARE(shelf.toJson(), json);
    QCOMPARE(other.undoStack().count(), 0);
  }

  void theFileThatIsSavedIsTheOneThatIsRead() {
    mark(2);
    QTemporaryDir folder;
    const QString file = folder.filePath(u"k.json"_s);
    QTest::mouseClick(button(u"More: mark"_s), Qt::LeftButton);
    QTRY_VERIFY(QApplication::activePopupWidget());
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    tests::choose(*menu, u"Save as keyframes.json…"_s);
    auto* dialog = stage_->findChild<QFileDialog*>();
    QVERIFY(dialog);
    dialog->selectFile(file);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(QFileInfo::exists(file));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const figures::KeyframesResult read = figures::keyframesFromBytes(written.readAll(), registry_);
    QVERIFY2(read.ok(), qPrintable(read.error));
    QVERIFY(stage::isSame(read.keyframes, kept()));
  }

  /// Typed into the dialog: a folder that is not there, and one that is a file.
  void aFileThatCannotBeWrittenIsToldInWords() {
    mark(2);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto notice = [this](const QString& fileName) {
      tests::withMenu([](QMenu& menu) { tests::choose(menu, u"Save as keyframes.json…"_s); });
      QTest::mouseClick(button(u"More: mark"_s), Qt::LeftButton);
      QPointer<QFileDialog> dialog;
      if (!QTest::qWaitFor([&] { return (dialog = stage_->findChild<QFileDialog*>()) != nullptr; }))
        return u"no dialog"_s;
      auto* line = dialog->findChild<QLineEdit*>();
      line->setText(fileName);
      QTest::keyClick(line, Qt::Key_Return);
      return QTest::qWaitFor([&] { return !dialog; }) ? stage_->notice().text() : u"still asking"_s;
    };
    const QString missing = folder.filePath(u"missing/k.json"_s);
    QCOMPARE(notice(missing), u"cannot write %1: No such file or directory"_s.arg(missing));
    const QString below = folder.filePath(u"file/k.json"_s);
    QCOMPARE(notice(below), u"cannot write %1: Not a directory"_s.arg(below));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"file"_s});
    const QString good = folder.filePath(u"k.json"_s);
    QCOMPARE(notice(good), u"Written: "_s + good);
  }
};

QTEST_MAIN(StatesAreMarkedAndPlayed)
#include "states_are_marked_and_played.moc"
