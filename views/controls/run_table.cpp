#include "views/controls/run_table.h"

#include "views/controls/appearance.h"
#include "views/panel/run_shelf.h"
#include "views/panel/run_text.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QVBoxLayout>

namespace eigenboard::controls {

RunTable::RunTable(typesetting::Typesetter& typesetter, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme) {
  setAccessibleName(tr("Runs to compare"));
  setFont(interfaceFont(smallType, QFont::DemiBold));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, unit, 0, 0);
  whole->setSpacing(0);
  auto* line = new QHBoxLayout;
  line->setSpacing(0);
  line->addStretch(1);
  const auto add = [&](Icon icon, const QString& help) {
    auto* button = new Button(theme, icon, {}, help, this);
    line->addWidget(button);
    return button;
  };
  left_ = add(Icon::ChevronLeft, tr("Columns before"));
  right_ = add(Icon::ChevronRight, tr("More columns"));
  differences_ = add(Icon::Difference, tr("Show differences from the present run"));
  differences_->setCheckable(true);
  copy_ = add(Icon::Copy, tr("Copy the table"));
  copy_->setLook(Button::Look::Menu);
  keep_ = add(Icon::Flag, tr("Keep this run (R)"));
  rows_ = new RunRows(typesetter, theme, this);
  whole->addLayout(line);
  whole->addWidget(rows_);

  connect(left_, &Button::clicked, rows_, [this] { rows_->scrollColumns(-1); });
  connect(right_, &Button::clicked, rows_, [this] { rows_->scrollColumns(1); });
  connect(differences_, &Button::toggled, rows_, &RunRows::setShowsDifferences);
  connect(rows_, &RunRows::columnsMoved, this, [this] {
    left_->setEnabled(rows_->canScroll(-1));
    right_->setEnabled(rows_->canScroll(1));
  });
  connect(keep_, &Button::clicked, this, [this] {
    if (session_)
      session_->runs().keep();
  });
  const auto copy = [this](panel::TableForm form, const QString& what) {
    if (!session_)
      return;
    QGuiApplication::clipboard()->setText(panel::runsAsText(*session_, form));
    emit copied(what);
  };
  auto* menu = new QMenu(copy_);
  menu->addAction(tr("Copy for a spreadsheet (TSV)"), this,
                  [copy] { copy(panel::TableForm::Tsv, tr("runs as TSV")); });
  menu->addAction(tr("Copy as CSV"), this, [copy] { copy(panel::TableForm::Csv, tr("runs as CSV")); });
  menu->addAction(tr("Copy as Markdown"), this,
                  [copy] { copy(panel::TableForm::Markdown, tr("runs as Markdown")); });
  connect(copy_, &Button::clicked, menu,
          [this, menu] { menu->popup(copy_->mapToGlobal(QPoint(0, copy_->height()))); });
  connect(rows_, &RunRows::copyWanted, this, [copy] { copy(panel::TableForm::Tsv, tr("runs as TSV")); });
  arrange();
}

void RunTable::setSession(panel::Session* session) {
  if (session_)
    session_->runs().disconnect(this);
  session_ = session;
  setVisible(session && panel::hasRuns(session->description()));
  if (session_)
    connect(&session_->runs(), &panel::RunShelf::changed, this, [this] {
      const bool isMore = session_->runs().runs().size() > shown_;
      rows_->refresh();
      arrange();
      if (isMore)
        emit grew();
    });
  rows_->setSession(session);
  arrange();
}

void RunTable::refresh() {
  rows_->refresh();
}

void RunTable::arrange() {
  shown_ = session_ ? session_->runs().runs().size() : 0;
  const bool isEmpty = shown_ == 0;
  for (QWidget* part :
       {static_cast<QWidget*>(left_), static_cast<QWidget*>(right_), static_cast<QWidget*>(differences_),
        static_cast<QWidget*>(copy_), static_cast<QWidget*>(rows_)})
    part->setVisible(!isEmpty);
  update();
}

void RunTable::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(QRect(0, 0, width(), 1), theme().rule);
  const bool isEmpty = shown_ == 0;
  painter.setFont(isEmpty ? interfaceFont(smallType) : font());
  painter.setPen(theme().textMuted);
  const int right = isEmpty ? keep_->x() : left_->x();
  const QString words = isEmpty ? tr("Keep a run to compare it with the next") : tr("Runs");
  const QRect box(0, keep_->y(), right, keep_->height());
  painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft,
                   painter.fontMetrics().elidedText(words, Qt::ElideRight, box.width()));
}

} // namespace eigenboard::controls
