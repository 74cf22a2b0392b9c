#include "app/window/save_notebook.h"

#include "app/book/notebook.h"
#include "app/reader/reader.h"
#include "app/window/main_window.h"
#include "views/render/safe_write.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtWidgets/QFileDialog>

namespace eigenboard::window {

void saveNotebook(MainWindow& window, Services& services) {
  const book::Chapter* chapter = services.book.find(window.reader().currentChapter());
  if (!chapter || !chapter->written)
    return window.showMessage(MainWindow::tr("No chapter is open that is written."));
  const QString source = QDir(services.book.directory).filePath(chapter->file);
  auto* dialog = new QFileDialog(&window, MainWindow::tr("Save as notebook"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("ipynb"));
  dialog->setNameFilter(MainWindow::tr("Jupyter notebooks (*.ipynb)"));
  dialog->selectFile(QFileInfo(source).completeBaseName() + QStringLiteral(".ipynb"));
  QObject::connect(
      dialog, &QFileDialog::fileSelected, &window, [&window, &services, source](const QString& name) {
        QFile file(source);
        if (!file.open(QIODevice::ReadOnly))
          return window.showMessage(MainWindow::tr("%1 cannot be read.").arg(source));
        const QByteArray bytes = book::notebook(QString::fromUtf8(file.readAll()), services.book.macros);
        const QString problem = render::writeWhole(name, bytes);
        window.showMessage(problem.isEmpty()
                               ? MainWindow::tr("Saved as %1. Jupyter opens it: jupyter lab '%1'").arg(name)
                               : problem);
      });
  dialog->open();
}

} // namespace eigenboard::window
