#include "app/export/numbered_frames.h"
#include "app/export_dialog/export_dialog.h"
#include "app/export_dialog/export_form.h"

#include <QtCore/QDir>
#include <QtCore/QTimer>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMessageBox>

namespace eigenboard::export_dialog {

void ExportDialog::chooseFile() {
  refreshTimer_.stop();
  refresh();
  if (!plan_.ok() || !paintingProblem_.isEmpty())
    return;
  auto* dialog = new QFileDialog(this, tr("Export"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  if (QDir folder(choices_.folder); !choices_.folder.isEmpty() && folder.exists())
    dialog->setDirectory(folder);
  const QString name = proposedName(source_, choices_);
  if (isFolder(choices_.kind)) {
    dialog->setWindowTitle(tr("Folder for %1").arg(figures::numberedName(name, 0, formatOf(choices_.kind))));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
  } else {
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(endingOf(choices_.kind));
    dialog->setNameFilter(tr("%1 (*.%2)").arg(labelOf(choices_.kind), endingOf(choices_.kind)));
    dialog->selectFile(name);
  }
  connect(dialog, &QFileDialog::fileSelected, this, [this, name](const QString& path) {
    QString file = path;
    const bool isMany = isFolder(choices_.kind);
    if (!isMany && !file.endsWith(u'.' + endingOf(choices_.kind), Qt::CaseInsensitive))
      file += u'.' + endingOf(choices_.kind);
    const QString first = QDir(path).filePath(figures::numberedName(name, 0, formatOf(choices_.kind)));
    // The file dialog asks before a file is replaced; of files in a folder it knows nothing.
    if (isMany && QFileInfo::exists(first) &&
        QMessageBox::question(this, tr("Export"),
                              tr("This folder has numbered files of this name already. Replace them?")) !=
            QMessageBox::Yes)
      return;
    QTimer::singleShot(0, this, [this, file] { writeTo(file); }); // once the file dialog has gone
  });
  dialog->open();
}

} // namespace eigenboard::export_dialog
