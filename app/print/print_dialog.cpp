#include "app/print/print_dialog.h"

#include "views/render/safe_write.h"

#include <QtCore/QLocale>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QProgressDialog>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace eigenboard::print {

namespace {

const book::Level* levelOf(const book::Book& book, const QString& chapter) {
  for (const book::Level& level : book.levels)
    for (const book::Chapter& candidate : level.chapters)
      if (candidate.id == chapter)
        return &level;
  return nullptr;
}

bool isMetric() {
  return QLocale().measurementSystem() == QLocale::MetricSystem;
}

} // namespace

PrintDialog::PrintDialog(const book::Book& book, const panel::Registry& registry,
                         typesetting::Typesetter& typesetter, const QString& chapter, QWidget* parent)
    : QDialog(parent), book_(book), registry_(registry), typesetter_(typesetter) {
  setWindowTitle(tr("Save as PDF"));
  range_ = new QComboBox;
  paper_ = new QComboBox;
  hints_ = new QCheckBox(tr("Hints of the exercises"));
  solutions_ = new QCheckBox(tr("Solutions"));
  hints_->setChecked(true);
  solutions_->setChecked(true);
  paper_->addItem(tr("A4"), QStringLiteral("a4"));
  paper_->addItem(tr("Letter"), QStringLiteral("letter"));
  paper_->setCurrentIndex(isMetric() ? 0 : 1);
  if (const book::Chapter* open = book.find(chapter))
    addRange(tr("This chapter: %1 %2").arg(open->id, open->title), open->id);
  if (const book::Level* level = levelOf(book, chapter))
    addRange(
        level->number < 0 ? tr("The appendices") : tr("Level %1, %2").arg(level->number).arg(level->title),
        level->number < 0 ? QStringLiteral("appendices") : QStringLiteral("level %1").arg(level->number));
  addRange(tr("The book, as far as it is written"), QStringLiteral("book"));

  auto* form = new QFormLayout(this);
  form->addRow(tr("What"), range_);
  form->addRow(tr("Paper"), paper_);
  form->addRow(tr("With"), hints_);
  form->addRow(QString(), solutions_);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  QPushButton* save = buttons->addButton(tr("Save as PDF…"), QDialogButtonBox::AcceptRole);
  save->setEnabled(range_->count() > 0);
  save->setDefault(true);
  connect(buttons, &QDialogButtonBox::accepted, this, &PrintDialog::choose);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  form->addRow(buttons);
}

void PrintDialog::addRange(const QString& label, const QString& word) {
  if (!requestFor(book_, word).chapters.isEmpty())
    range_->addItem(label, word);
}

PrintRequest PrintDialog::request() const {
  PrintRequest request = requestFor(book_, range_->currentData().toString());
  request.paper = paper_->currentData().toString() == QStringLiteral("letter") ? letter() : a4();
  request.hints = hints_->isChecked();
  request.solutions = solutions_->isChecked();
  return request;
}

QString PrintDialog::printTo(const QString& fileName) {
  const PrintRequest wanted = request();
  QProgressDialog progress(tr("Setting the pages…"), tr("Stop"), 0,
                           std::max(1, static_cast<int>(wanted.chapters.size())), this);
  progress.setWindowModality(Qt::WindowModal);
  progress.setMinimumDuration(400);
  const PdfBytes pdf = printBook(book_, registry_, typesetter_, wanted, [&progress](int done, int) {
    progress.setValue(done); // lets events through, since the progress is modal
    return !progress.wasCanceled();
  });
  return pdf.error.isEmpty() ? render::writeWhole(fileName, pdf.bytes) : pdf.error;
}

void PrintDialog::choose() {
  const QString name =
      QStringLiteral("eigenboard-%1.pdf").arg(range_->currentData().toString().replace(u' ', u'-'));
  QString fileName = QFileDialog::getSaveFileName(this, tr("Save as PDF"), name, tr("PDF (*.pdf)"));
  if (fileName.isEmpty())
    return;
  if (!fileName.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive))
    fileName += QStringLiteral(".pdf");
  if (const QString error = printTo(fileName); !error.isEmpty()) {
    QMessageBox::warning(this, tr("Save as PDF"), tr("Nothing was saved: %1.").arg(error));
    return;
  }
  emit printed(fileName);
  accept();
}

} // namespace eigenboard::print
