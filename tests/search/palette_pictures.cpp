// Draws the palette over the window in every theme and several states: palette_pictures FOLDER

#include "app/navigation/palette.h"
#include "app/navigation/palette_list.h"
#include "app/search/service.h"
#include "app/window/main_window.h"

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>

using namespace eigenboard;

int main(int count, char** words) {
  QStandardPaths::setTestModeEnabled(true);
  QApplication application(count, words);
  QApplication::setStyle(QStringLiteral("Fusion"));
  const QString folder = QCoreApplication::arguments().value(1, QDir::tempPath());
  QDir().mkpath(folder);
  for (const render::Theme& theme : render::themes()) {
    window::Services services;
    window::MainWindow window(services);
    window.fromJson({{QStringLiteral("theme"), theme.key},
                     {QStringLiteral("width"), 1280},
                     {QStringLiteral("height"), 800}});
    window.open(window::findPlace(QStringLiteral("4.6"), services.book, services.registry));
    window.show();
    static_cast<void>(QTest::qWaitForWindowExposed(&window));
    window.activateWindow();
    auto& palette = *window.findChild<navigation::Palette*>();
    auto& service = *window.findChild<search::Service*>();
    palette.open(search::Scope::Everything);
    static_cast<void>(QTest::qWaitFor([&service] { return service.isComplete(); }, 20000));
    QTest::qWait(800);
    int number = 0;
    for (const char* query :
         {"", "eigenvalue", "λ", "ne ch", "\"power iteration\"", "eigenvlaue shear", "symetric", "zzqq"}) {
      palette.open(number == 3 ? search::Scope::Commands : search::Scope::Everything);
      palette.field().setText(QString::fromUtf8(query));
      QTest::qWait(400);
      window.grab().save(QStringLiteral("%1/palette-%2-%3.png").arg(folder, theme.key).arg(number++));
    }
    window.resize(700, 480);
    palette.field().setText(QStringLiteral("matrix"));
    QTest::qWait(400);
    window.grab().save(QStringLiteral("%1/palette-%2-small.png").arg(folder, theme.key));
  }
  return 0;
}
