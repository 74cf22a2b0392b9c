#include "tests/render/test_scenes.h"
#include "views/render/export.h"
#include "views/render/plane_widget.h"
#include "views/render/safe_write.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QDir>
#include <QtCore/QTextStream>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>

/// plane_pictures FOLDER: the test scenes in every theme and format, and the live widget.
int main(int argc, char** argv) {
  using namespace eigenboard;
  QApplication application(argc, argv);
  QTextStream errors(stderr);
  if (argc != 2) {
    errors << "usage: plane_pictures FOLDER\n";
    return 2;
  }
  const QDir folder(QString::fromLocal8Bit(argv[1]));
  typesetting::Typesetter typesetter;
  int failures = 0;
  if (const QString error = typesetter.typeset(QStringLiteral("x"), typesetting::Style::Inline)->error;
      !error.isEmpty()) {
    errors << error << '\n';
    ++failures;
  }
  const auto save = [&](const QString& name, const scene::Scene& scene, const render::Theme& theme,
                        render::FigureOptions options) {
    options.format = render::formatOfFile(name).value();
    const render::Figure figure = render::exportFigure(scene, theme, typesetter, options);
    const QString problem =
        figure.error.isEmpty() ? render::writeWhole(folder.filePath(name), figure.bytes) : figure.error;
    if (!problem.isEmpty()) {
      errors << problem << '\n';
      ++failures;
    }
  };
  for (const render::Theme& theme : render::themes()) {
    render::FigureOptions options;
    options.size = {700, 560};
    options.formula = QStringLiteral("\\det\\begin{bmatrix}1.5 & 0.5\\\\ 0.3 & 1.2\\end{bmatrix} = 1.65");
    options.title = QStringLiteral("Matrix as transformation");
    options.metadata = {{QStringLiteral("panel"), QStringLiteral("linear_algebra.transform")}};
    for (const char* format : {"svg", "pdf", "png"})
      save(QStringLiteral("transform-%1.%2").arg(theme.key, QString::fromLatin1(format)),
           tests::transformScene(), theme, options);
    options.size = {1120, 500};
    options.formula.clear();
    options.pixelRatio = 2;
    save(QStringLiteral("eigen-%1.png").arg(theme.key), tests::eigenScene(), theme, options);

    render::PlaneWidget widget(typesetter, theme);
    widget.resize(700, 560);
    widget.showView(tests::transformScene().views.front());
    widget.show();
    widget.grab();
    // The labels were asked for by the first painting; the blocking call comes back after them.
    typesetter.typeset(QStringLiteral("x"), typesetting::Style::Inline);
    QApplication::processEvents();
    widget.grab().save(folder.filePath(QStringLiteral("widget-%1.png").arg(theme.key)));
    QApplication::setActiveWindow(&widget);
    widget.clearFocus();
    widget.setFocus(Qt::TabFocusReason);
    QApplication::processEvents();
    widget.grab().save(folder.filePath(QStringLiteral("focus-%1.png").arg(theme.key)));
    const QPointF at = widget.toPixel({0.5, 1.2});
    QMouseEvent hover(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                      Qt::NoModifier);
    QApplication::sendEvent(&widget, &hover);
    widget.grab().save(folder.filePath(QStringLiteral("hover-%1.png").arg(theme.key)));
  }
  return failures == 0 ? 0 : 1;
}
