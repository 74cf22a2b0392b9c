#include "app/window/python_choice.h"

#include "app/code_runner/python.h"
#include "app/reader/code_cells.h"
#include "app/reader/reader.h"
#include "app/window/locations.h"
#include "app/window/main_window.h"

#include <QtCore/QFileInfo>
#include <QtWidgets/QFileDialog>

namespace eigenboard::window {

namespace {

void setPython(MainWindow& window, const QString& path, const std::function<void()>& changed) {
  const code_runner::Python python = code_runner::findPython(path);
  if (!python.problem.isEmpty())
    return window.showMessage(python.problem);
  window.reader().codeCells().setPython(path, codeCacheFolder());
  window.showMessage(MainWindow::tr("Code runs with %1.").arg(python.path));
  changed();
}

} // namespace

void choosePython(MainWindow& window, const std::function<void()>& changed) {
  auto* dialog = new QFileDialog(&window, MainWindow::tr("Python for the code"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  const QString present = window.reader().codeCells().pythonName();
  if (QFileInfo(present).isFile())
    dialog->selectFile(present);
  QObject::connect(dialog, &QFileDialog::fileSelected, &window,
                   [&window, changed](const QString& path) { setPython(window, path, changed); });
  dialog->open();
}

void forgetPython(MainWindow& window, const std::function<void()>& changed) {
  setPython(window, chosenPython(), changed);
}

} // namespace eigenboard::window
