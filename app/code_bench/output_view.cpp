#include "app/code_bench/output_view.h"

#include "app/code_bench/figure_view.h"
#include "views/controls/appearance.h"

#include <QtCore/QTimer>
#include <QtGui/QTextBlock>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace eigenboard::code_bench {

namespace {

constexpr reader::OutputRoom outputRoom{400, 1000};
constexpr double mostForText = 0.4; ///< of the room, where there are figures under it

} // namespace

OutputView::OutputView(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {
  status_ = new QLabel;
  status_->setTextFormat(Qt::PlainText);
  status_->setWordWrap(true);
  status_->setTextInteractionFlags(Qt::TextSelectableByMouse);
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
  pictures_->viewport()->installEventFilter(this);
  parts_ = new QSplitter(Qt::Vertical);
  parts_->setChildrenCollapsible(false);
  parts_->setHandleWidth(1);
  parts_->addWidget(text_);
  parts_->addWidget(pictures_);
  connect(parts_, &QSplitter::splitterMoved, this, [this] { isDivided_ = true; });
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
  if (std::exchange(isFaulty_, isFaulty) != isFaulty)
    themeChanged();
}

void OutputView::setRun(const reader::CellRun* run) {
  setFigures(run ? run->figures : std::vector<reader::PictureFile>());
  if (run && !run->instead.isNull())
    setPrinted({run->instead, {}, {}, 0});
  else
    setPrinted(run ? reader::outputText(run->pieces, outputRoom, tr("… %1 lines are left out"))
                   : reader::OutputText());
  text_->setVisible(!shown_.text.isEmpty() || shownFigures_.isEmpty());
  shareRoom();
}

void OutputView::setPrinted(const reader::OutputText& output) {
  if (output.text == shown_.text)
    return;
  QScrollBar* bar = text_->verticalScrollBar();
  const bool isNew = !output.text.startsWith(shown_.text.left(200));
  const bool follows = isNew || bar->value() == bar->maximum(); // whoever has scrolled up reads there
  const int before = bar->value();
  shown_ = output;
  text_->setPlainText(QString(output.text).replace(QChar(QChar::LineSeparator), u'\n'));
  markPrinted();
  bar->setValue(follows ? bar->maximum() : before);
  if (follows) // once more when the figures have their room
    QTimer::singleShot(0, bar, [bar] { bar->setValue(bar->maximum()); });
}

void OutputView::markPrinted() {
  QList<QTextEdit::ExtraSelection> marks;
  const auto mark = [&](const reader::Span& span, const QColor& color) {
    QTextEdit::ExtraSelection selection;
    selection.cursor = QTextCursor(text_->document());
    selection.cursor.setPosition(span.start);
    selection.cursor.setPosition(span.start + span.length, QTextCursor::KeepAnchor);
    selection.format.setForeground(color);
    marks.push_back(selection);
  };
  for (const reader::Span& error : shown_.errors)
    mark(error, theme().error);
  if (shown_.cut.length > 0)
    mark(shown_.cut, theme().textMuted);
  text_->setExtraSelections(marks);
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
  column->setContentsMargins(0, controls::unit, 0, 0);
  column->setSpacing(controls::unit);
  for (const reader::PictureFile& figure : figures)
    column->addWidget(new FigureView(figure, theme()));
  column->addStretch(1);
  pictures_->setWidget(sheet); // the one before goes with it
  pictures_->setVisible(!figures.empty());
  fitFigures();
}

/// A figure gets all that a few printed lines leave.
void OutputView::shareRoom() {
  if (isDivided_ || shownFigures_.isEmpty() || shown_.text.isEmpty())
    return;
  const int room = parts_->height();
  const int wanted = static_cast<int>(shown_.text.count(QChar(QChar::LineSeparator)) + 1) *
                         text_->fontMetrics().lineSpacing() +
                     controls::unit;
  const int lines = std::min(wanted, static_cast<int>(mostForText * room));
  parts_->setSizes({lines, room - lines});
}

void OutputView::fitFigures() {
  const QSize room = pictures_->viewport()->size() - QSize(0, controls::unit);
  if (pictures_->widget())
    for (FigureView* figure : pictures_->widget()->findChildren<FigureView*>())
      figure->setRoom(room);
}

bool OutputView::eventFilter(QObject* watched, QEvent* event) {
  if (watched == pictures_->viewport() && event->type() == QEvent::Resize)
    fitFigures();
  return QWidget::eventFilter(watched, event);
}

void OutputView::setType(const QFont& code, const QFont& words) {
  text_->setFont(code);
  status_->setFont(words);
}

QString OutputView::status() const {
  return status_->text();
}

QString OutputView::printed() const {
  return QString(shown_.text).replace(QChar(QChar::LineSeparator), u'\n');
}

void OutputView::themeChanged() {
  const QString page = theme().page.name();
  status_->setStyleSheet(
      QStringLiteral("color:%1").arg((isFaulty_ ? theme().error : theme().textMuted).name()));
  text_->setStyleSheet(
      QStringLiteral("QPlainTextEdit{background:%1;color:%2;border:0;selection-background-color:%3;"
                     "selection-color:%2}")
          .arg(page, theme().text.name(), theme().selection.name()));
  pictures_->setStyleSheet(
      QStringLiteral("QScrollArea,QScrollArea>QWidget>QWidget{background:%1}").arg(page));
  parts_->setStyleSheet(QStringLiteral("QSplitter::handle{background:%1}").arg(theme().rule.name()));
  markPrinted();
}

} // namespace eigenboard::code_bench
