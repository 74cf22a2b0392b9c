#pragma once

#include "app/print/print_book.h"

#include <QtWidgets/QDialog>

class QCheckBox;
class QComboBox;

namespace eigenboard::print {

/// Asks what to print and how, and where to put the PDF, and writes it.
class PrintDialog : public QDialog {
  Q_OBJECT

 public:
  /// All outlive the dialog. chapter: the one that is open.
  PrintDialog(const book::Book& book, const panel::Registry& registry, typesetting::Typesetter& typesetter,
              const QString& chapter, QWidget* parent = nullptr);

  /// What is chosen now.
  PrintRequest request() const;
  /// Prints to a file, with a progress that can be stopped. Empty on success; else why nothing was written.
  QString printTo(const QString& fileName);

 signals:
  void printed(const QString& fileName);

 private:
  void addRange(const QString& label, const QString& word);
  void choose();

  const book::Book& book_;
  const panel::Registry& registry_;
  typesetting::Typesetter& typesetter_;
  QComboBox* range_;
  QComboBox* paper_;
  QCheckBox* hints_;
  QCheckBox* solutions_;
};

} // namespace eigenboard::print
