#include "app/code_bench/output_view.h"

#include "app/code_bench/figure_view.h"
#include "app/reader/output_text.h"
#include "views/controls/appearance.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QTextBlock>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QVBoxLayout>

namespace eigenboard::code_bench {

namespace {

constexpr reader::OutputRoom room{400, 1000};

QList<QTextEdit::ExtraSelection> marks(const reader::OutputText& output, QTextDocument* document,
                                       const render::Theme& theme) {
  QList<QTextEdit::ExtraSelection> made;
  const auto mark = [&](const reader::Span& span, const QColor& color) {
    QTextEdit::ExtraSelection selection;
    selection.cursor = QTextCursor(document);
    selection.cursor.setPosition(span.start);
    selection.cursor.setPosition(span.start + span.length, QTextCursor::KeepAnchor);
    selection.format.setForeground(color);
    made.push_back(selection);
  };
  for (const reader::Span& error : output.errors)
    mark(error, theme.error);
  if (output.cut.length > 0)
    mark(output.cut, theme.textMuted);
  return made;
}

} // namespace

OutputView::OutputView(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {
  status_ = new QLabel;
  status_->setWordWrap(true);
  status_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  status_->setFont(controls::interfaceFont(controls::smallType));
  text_ = new QPlainTextEdit;
  text_->setReadOnly(true);
  text_->setFrameShape(QFrame::NoFrame);
  text_->setLineWrapMode(QPlainTextEdit::NoWrap);
  text_->document()->setDocumentMargin(0);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  text_->setAccessibleName(tr("What the code printed"));
  pictures_ = new QScrollArea;
  pictures_->setWidgetResizable(true);
  pictures_->setFrameShape(QFrame::NoFrame);
  pictures_->setAccessibleName(tr("Figures that the code drew"));
  parts_ = new QSplitter(Qt::Vertical);
  parts_->setChildrenCollapsible(false);
  parts_->setHandleWidth(1);
  parts_->addWidget(text_);
  parts_->addWidget(pictures_);
  parts_->setStretchFactor(0, 1);
  parts_->setStretchFactor(1, 2);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, controls::unit, 0, 0);
  column->setSpacing(controls::unit / 2);
  column->addWidget(status_);
  column->addWidget(parts_, 1);
  pictures_->hide();
  themeChanged();
}

void OutputView::setStatus(const QString& words, bool isFaulty) {
  status_->setText(words);
  if (isFaulty != isFaulty_) {
    isFaulty_ = isFaulty;
    themeChanged();
  }
}

void OutputView::setPrinted(const std::vector<code_runner::Piece>& pieces) {
  reader::OutputText output = reader::outputText(pieces, room, tr("… %1 lines are left out"));
  output.text.replace(QChar(QChar::LineSeparator), u'\n');
  if (output.text != text_->toPlainText()) {
    QScrollBar* bar = text_->verticalScrollBar();
    const bool follows = bar->value() == bar->maximum(); // whoever has scrolled up reads there
    const int before = bar->value();
    text_->setPlainText(output.text);
    bar->setValue(follows ? bar->maximum() : before);
  }
  text_->setExtraSelections(marks(output, text_->document(), theme()));
  text_->setVisible(!output.text.isEmpty() || shownFigures_.isEmpty());
}

void OutputView::setFigures(const std::vector<reader::PictureFile>& figures) {
  QStringList files;
  for (const reader::PictureFile& figure : figures)
    files.push_back(figure.file);
  if (files == shownFigures_)
    return;
  shownFigures_ = files;
  auto* sheet = new QWidget;
  auto* column = new QVBoxLayout(sheet);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(controls::unit);
  for (const reader::PictureFile& figure : figures)
    column->addWidget(new FigureView(figure, theme()));
  column->addStretch(1);
  pictures_->setWidget(sheet); // the one before goes with it
  pictures_->setVisible(!figures.empty());
  text_->setVisible(!text_->toPlainText().isEmpty() || figures.empty());
}

void OutputView::setCodeFont(const QFont& font) {
  text_->setFont(font);
}

QString OutputView::status() const {
  return status_->text();
}

QString OutputView::printed() const {
  return text_->toPlainText();
}

void OutputView::themeChanged() {
  status_->setStyleSheet(
      QStringLiteral("color:%1").arg((isFaulty_ ? theme().error : theme().textMuted).name()));
  text_->setStyleSheet(
      QStringLiteral("QPlainTextEdit{background:%1;color:%2;border:0;selection-background-color:%3;"
                     "selection-color:%2}")
          .arg(theme().page.name(), theme().text.name(), theme().selection.name()));
  pictures_->setStyleSheet(
      QStringLiteral("QScrollArea,QScrollArea>QWidget>QWidget{background:%1}").arg(theme().page.name()));
  parts_->setStyleSheet(QStringLiteral("QSplitter::handle{background:%1}").arg(theme().rule.name()));
}

} // namespace eigenboard::code_bench
