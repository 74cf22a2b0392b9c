#include "tests/render/space_scenes.h"
#include "views/render/space/space_painter.h"
#include "views/render/space/space_widget.h"
#include "views/render/svg_device.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTextStream>
#include <QtGui/QImage>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

/// space_pictures FOLDER: the test spaces in every theme, as PNG and as SVG, and the live widget.
int main(int argc, char** argv) {
  using namespace eigenboard;
  QApplication application(argc, argv);
  if (argc != 2) {
    QTextStream(stderr) << "usage: space_pictures FOLDER\n";
    return 2;
  }
  const QDir folder(QString::fromLocal8Bit(argv[1]));
  typesetting::Typesetter typesetter;
  int failures = 0;
  for (const render::Theme& theme : render::themes())
    for (const scene::SpaceView& view :
         {tests::rosenbrockSpace(), tests::bellSpace(), tests::saddleSpace(), tests::planesSpace()}) {
      render::PaintKit kit;
      kit.theme = &theme;
      kit.formulas = render::waitingFormulas(typesetter);
      const QSize size(700, 600);
      const QString name = folder.filePath(view.key + u'-' + theme.key);
      QImage image(size, QImage::Format_RGB32);
      image.fill(theme.surface);
      QPainter painter(&image);
      render::paintSpace(painter, view, view.camera, QRectF(QPointF(), QSizeF(size)), kit);
      painter.end();
      failures += image.save(name + QStringLiteral(".png")) ? 0 : 1;
      render::SvgDevice device({QSizeF(size), view.title, {}, false});
      QPainter vector(&device);
      kit.handles = false;
      vector.fillRect(QRectF(QPointF(), QSizeF(size)), theme.surface);
      render::paintSpace(vector, view, view.camera, QRectF(QPointF(), QSizeF(size)), kit);
      vector.end();
      QFile file(name + QStringLiteral(".svg"));
      const QByteArray bytes = device.bytes();
      failures += file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? 0 : 1;
    }
  for (const render::Theme& theme : render::themes()) {
    render::SpaceWidget widget(typesetter, theme);
    widget.resize(700, 560);
    widget.setView(tests::rosenbrockSpace());
    widget.show();
    widget.grab();
    // The labels were asked for by the first painting; the blocking call comes back after them.
    typesetter.typeset(QStringLiteral("x"), typesetting::Style::Inline);
    QApplication::processEvents();
    const QPointF at = widget.toPixel({0.5, 2.2, 2.6});
    QMouseEvent hover(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                      Qt::NoModifier);
    QApplication::sendEvent(&widget, &hover);
    failures += widget.grab().save(folder.filePath(QStringLiteral("hover-%1.png").arg(theme.key))) ? 0 : 1;
    QApplication::setActiveWindow(&widget);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&widget, &leave);
    widget.setFocus(Qt::TabFocusReason);
    QApplication::processEvents();
    failures += widget.grab().save(folder.filePath(QStringLiteral("focus-%1.png").arg(theme.key))) ? 0 : 1;
  }
  return failures == 0 ? 0 : 1;
}
