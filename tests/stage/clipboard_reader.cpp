// clipboard_reader read FOLDER: writes what the clipboard of the display holds, a file for each format, and
// prints their names. clipboard_reader own WORDS: takes the clipboard, says so and goes away with it.

#include <QtCore/QFile>
#include <QtCore/QMimeData>
#include <QtCore/QTimer>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QImage>

#include <cstdio>

namespace {

void write(const QString& folder, const QString& format, const QByteArray& bytes) {
  QFile file(folder + u'/' + QString(format).replace(u'/', u'_'));
  if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size())
    std::printf("%s\n", qPrintable(format));
}

} // namespace

int main(int argc, char** argv) {
  QGuiApplication application(argc, argv);
  const QStringList words = application.arguments();
  QTimer::singleShot(50, &application, [words] {
    QClipboard* clipboard = QGuiApplication::clipboard();
    if (words.value(1) == QStringLiteral("own")) {
      clipboard->setText(words.value(2));
    } else {
      const QMimeData* data = clipboard->mimeData();
      for (const QString& format : data->formats())
        write(words.value(2), format, data->data(format));
      const QImage image = clipboard->image();
      if (!image.isNull() && image.save(words.value(2) + QStringLiteral("/image.png")))
        std::printf("image\n");
    }
    std::fflush(stdout);
    QTimer::singleShot(100, [] { std::_Exit(0); }); // without the leave that a program takes
  });
  return QGuiApplication::exec();
}
