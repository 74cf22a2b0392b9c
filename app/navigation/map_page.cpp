#include "app/navigation/map_page.h"

#include "app/book/reading_path.h"
#include "app/navigation/map_canvas.h"
#include "app/navigation/map_legend.h"
#include "views/controls/appearance.h"
#include "views/controls/button.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

namespace eigenboard::navigation {

using controls::unit;

namespace {
constexpr int titleType = 18;
constexpr int detailHeight = 52;
} // namespace

MapPage::MapPage(const book::Book& book, store::Store& store, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), book_(book), store_(store) {
  setAccessibleName(tr("Map of the book"));
  canvas_ = new MapCanvas(book, theme);
  area_ = new QScrollArea;
  area_->setFrameShape(QFrame::NoFrame);
  area_->setWidget(canvas_);
  area_->setFocusPolicy(Qt::NoFocus);
  area_->viewport()->installEventFilter(this);
  connect(canvas_, &MapCanvas::chapterChosen, this, &MapPage::chapterChosen);
  connect(canvas_, &MapCanvas::pointed, this, [this](const MapStationButton* station) {
    showDetail(station);
    if (station && station->hasFocus())
      area_->ensureWidgetVisible(canvas_->station(station->chapter().id), 60, 60);
  });
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(makeHead());
  column->addWidget(area_, 1);
  column->addWidget(new MapLegend(theme));
  column->addWidget(makeDetail());
  themeChanged();
}

QWidget* MapPage::makeHead() {
  auto* head = new QWidget;
  auto* column = new QVBoxLayout(head);
  column->setContentsMargins(3 * unit, 2 * unit, 2 * unit, 0);
  column->setSpacing(unit / 2);
  auto* row = new QHBoxLayout;
  row->setSpacing(unit / 2);
  title_ = new QLabel(tr("Map of the book"));
  title_->setFont(controls::interfaceFont(titleType, QFont::DemiBold));
  row->addWidget(title_);
  row->addStretch(1);
  for (const book::ReadingPath& path : book_.paths) {
    auto* button = new controls::Button(theme(), controls::Icon::None, path.title, path.note);
    button->setCheckable(true);
    connect(button, &controls::Button::clicked, this, [this, id = path.id] { emit pathChosen(id); });
    row->addWidget(button);
    paths_.append(button);
  }
  row->addSpacing(unit);
  auto* close = new controls::Button(theme(), controls::Icon::Cross, {}, tr("Close the map (Esc)"));
  connect(close, &controls::Button::clicked, this, &MapPage::closeWanted);
  row->addWidget(close);
  column->addLayout(row);
  greeting_ = new QLabel;
  greeting_->setFont(controls::interfaceFont(controls::bodyType));
  greeting_->setWordWrap(true);
  greeting_->hide();
  column->addWidget(greeting_);
  return head;
}

QWidget* MapPage::makeDetail() {
  auto* detail = new QWidget;
  detail->setFixedHeight(detailHeight);
  auto* column = new QVBoxLayout(detail);
  column->setContentsMargins(3 * unit, 0, 3 * unit, unit);
  column->setSpacing(2);
  detailTitle_ = new QLabel;
  detailTitle_->setFont(controls::interfaceFont(controls::bodyType, QFont::DemiBold));
  detailText_ = new QLabel;
  detailText_->setFont(controls::interfaceFont(controls::smallType));
  for (QLabel* label : {detailTitle_, detailText_}) {
    label->setTextFormat(Qt::PlainText);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    column->addWidget(label);
  }
  return detail;
}

void MapPage::refresh(const QString& currentChapter, const QString& path, const Outlines& outlines) {
  current_ = currentChapter;
  const book::ReadingPath* chosen = book::pathOf(book_, path);
  path_ = chosen ? chosen->id : QString();
  for (qsizetype i = 0; i < paths_.size(); ++i)
    paths_[i]->setChecked(book_.paths[static_cast<std::size_t>(i)].id == path_);
  next_ = readableNext(book_, outlines, store_);
  const QStringList order = chosen ? chosen->chapters : QStringList();
  QHash<QString, QString> above;
  QHash<QString, QString> below;
  for (const book::Level& level : book_.levels)
    for (std::size_t i = 1; level.number >= 0 && i < level.chapters.size(); ++i) {
      above[level.chapters[i].id] = level.chapters[i - 1].id;
      below[level.chapters[i - 1].id] = level.chapters[i].id;
    }
  canvas_->setState(
      [&](const book::Chapter& chapter) {
        StationState state;
        state.progress = progressOf(chapter.id, outlines, store_);
        state.isCurrent = chapter.id == current_;
        state.isNext = next_.contains(chapter.id);
        const qsizetype index = order.indexOf(chapter.id);
        state.pathIndex = static_cast<int>(index) + 1;
        state.pathAbove = index > 0 && order[index - 1] == above.value(chapter.id);
        state.pathBelow =
            index >= 0 && index + 1 < order.size() && order[index + 1] == below.value(chapter.id);
        return state;
      },
      [&](const book::Level& level) { return fractionOf(level, outlines, store_); });
  showDetail(nullptr);
}

void MapPage::setGreeting(const QString& words) {
  greeting_->setText(words);
  greeting_->setVisible(!words.isEmpty());
}

void MapPage::focusCurrent() {
  const QString id = canvas_->station(current_) ? current_ : next_.value(0);
  if (MapStationButton* station = canvas_->station(id))
    station->setFocus(Qt::OtherFocusReason);
  else
    setFocus();
}

void MapPage::showDetail(const MapStationButton* station) {
  if (!station) {
    const book::ReadingPath* path = book::pathOf(book_, path_);
    detailTitle_->setText(path ? path->title : tr("Every chapter and what it builds on"));
    detailText_->setText(path ? path->note : QString());
    return;
  }
  const book::Chapter& chapter = station->chapter();
  QStringList needed;
  for (const QString& id : chapter.needs)
    if (const book::Chapter* other = book_.find(id))
      needed += tr("%1 %2").arg(other->id, other->title);
  detailTitle_->setText(tr("%1 %2  ·  %3").arg(chapter.id, chapter.title, station->stateWords()));
  QStringList words;
  if (!chapter.covers.isEmpty())
    words += chapter.covers.at(0).toUpper() + chapter.covers.mid(1);
  if (!needed.isEmpty())
    words += tr("Builds on %1").arg(needed.join(QStringLiteral(", ")));
  if (const int index = station->state().pathIndex; index > 0)
    words += book::pathLine(book::placeOnPath(book_, path_, chapter.id));
  detailText_->setText(words.join(QStringLiteral("  ·  ")));
}

bool MapPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == area_->viewport() && event->type() == QEvent::Resize)
    canvas_->setSpace(static_cast<QResizeEvent*>(event)->size());
  return QWidget::eventFilter(watched, event);
}

void MapPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape)
    emit closeWanted();
  else
    QWidget::keyPressEvent(event);
}

void MapPage::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), theme().page);
}

void MapPage::themeChanged() {
  QPalette colors = controls::palette(theme());
  colors.setColor(QPalette::Window, theme().page);
  setPalette(colors);
  for (QLabel* label : {greeting_, detailText_})
    label->setStyleSheet(QStringLiteral("color:%1").arg(theme().textMuted.name()));
}

} // namespace eigenboard::navigation
