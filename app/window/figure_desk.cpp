#include "app/window/figure_desk.h"

#include "app/stage/keyframe_shelf.h"
#include "app/stage/stage_widget.h"
#include "app/window/columns.h"
#include "app/window/drop_shade.h"
#include "app/window/figure_file.h"
#include "app/window/keywords.h"
#include "app/window/main_window.h"
#include "app/window/ratings_desk.h"

#include <QtCore/QFileInfo>
#include <QtCore/QMimeData>
#include <QtCore/QUrl>
#include <QtGui/QAction>
#include <QtGui/QDesktopServices>
#include <QtGui/QDropEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFileDialog>

#include <algorithm>

namespace eigenboard::window {

using namespace Qt::StringLiterals;

namespace {

constexpr int leavingMilliseconds = 60;
constexpr qsizetype mostDropped = 100; ///< files that are looked at

QStringList localFiles(const QMimeData& mime) {
  QStringList files;
  for (const QUrl& url : mime.urls()) {
    if (url.isLocalFile())
      files += url.toLocalFile();
    if (files.size() == mostDropped)
      break;
  }
  return files;
}

bool looksLikeFigure(const QString& file) {
  for (const QString& ending : {u".png"_s, u".svg"_s, u".pdf"_s})
    if (file.endsWith(ending, Qt::CaseInsensitive))
      return true;
  return false;
}

} // namespace

FigureDesk::FigureDesk(MainWindow& window, Services& services)
    : QObject(&window), window_(window), services_(services),
      shade_(new DropShade(window.stage().theme(), &window)) {
  pool_.setMaxThreadCount(1);
  leaving_.setSingleShot(true);
  leaving_.setInterval(leavingMilliseconds);
  connect(&leaving_, &QTimer::timeout, shade_, &QWidget::hide);
  window.setAcceptDrops(true);
  addAction(u"openFigure"_s, tr("Open figure…"), QKeySequence::Open, [this] { choose(); });
  ratings_ = new RatingsDesk(window, services); // its action stands after this one
  addAction(u"exportFigure"_s, tr("Export the figure…"), tr("Ctrl+E"),
            [this] { window_.stage().chooseExport(); });
  addAction(u"copyPicture"_s, tr("Copy the picture"), tr("Ctrl+Shift+C"),
            [this] { window_.stage().copyPicture(); });
  addAction(u"markState"_s, tr("Mark this state of the panel"), Qt::Key_K,
            [this] { window_.stage().markState(); })
      ->setShortcutContext(
          Qt::WidgetShortcut); // shown; the stage deals with it, so that K can be typed elsewhere
  connect(&window.stage(), &stage::StageWidget::exported, this, [this](const QString& path) {
    const QFileInfo written(path);
    const QString folder = written.isDir() ? path : written.absolutePath();
    window_.showMessage(tr("Exported: %1").arg(written.fileName()), tr("Show folder"),
                        [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
  });
  qApp->installEventFilter(this);
}

FigureDesk::~FigureDesk() {
  pool_.clear();
  pool_.waitForDone();
}

QAction* FigureDesk::addAction(const QString& name, const QString& text, const QKeySequence& keys,
                               const std::function<void()>& run) {
  auto* action = new QAction(text, this);
  action->setObjectName(name);
  action->setShortcut(keys);
  action->setProperty("keywords", keywordsOf(name));
  action->setProperty("group", tr("Panel"));
  connect(action, &QAction::triggered, this, run);
  window_.addAction(action);
  return action;
}

void FigureDesk::choose() {
  auto* dialog = new QFileDialog(&window_, tr("Open figure"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setNameFilters({tr("Figures (*.png *.svg *.pdf)"), tr("All files (*)")});
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { open({file}); });
  dialog->open();
}

void FigureDesk::open(const QStringList& files) {
  const int asked = ++asked_;
  pool_.clear();
  pool_.start([this, files, asked] {
    const OpenedFigure figure = openFigure(files);
    QMetaObject::invokeMethod(
        this,
        [this, figure, asked] {
          if (asked == asked_)
            show(figure);
        },
        Qt::QueuedConnection);
  });
}

void FigureDesk::show(const OpenedFigure& figure) {
  if (!figure.error.isEmpty())
    return window_.showMessage(figure.error);
  const figures::RestoredFigure restored = figures::restoredFigure(figure.stored, services_.registry);
  if (!restored.ok())
    return window_.showMessage(tr("%1: %2.").arg(figure.fileName, restored.error));
  const QString id = restored.panel->description().identity.id;
  panel::Session* session = services_.desk.session(id);
  Place place;
  place.panel = id;
  window_.showMap(false);
  window_.open(place);
  window_.columns().showStage(true);
  const bool isThere =
      session->state().values == restored.state.values && session->step() == restored.state.steps;
  const stage::KeyframesResult read =
      stage::keyframesFromJson(restored.panel->description(), figure.stored.keyframes);
  const stage::Keyframes before = window_.stage().keyframes().of(id);
  const stage::Keyframes news = stage::unknownTo(before, read.keyframes);
  stage::Keyframes marked = before;
  for (const stage::Keyframe& one : news)
    marked = stage::added(std::move(marked), one);
  const std::size_t taken = marked.size() - before.size();
  const bool hasMarks = taken > 0;
  const QString undoText = tr("Open %1").arg(figure.fileName);
  if (hasMarks)
    services_.desk.undoStack().beginMacro(undoText);
  session->goThrough({restored.state}, {}, undoText);
  if (hasMarks) { // a deck brings its marked states, after the reader's own
    window_.stage().keyframes().change(id, marked, undoText);
    services_.desk.undoStack().endMacro();
  }
  window_.stage().flash();
  window_.stage().focusPicture();
  QStringList remarks{restored.remark, read.error};
  remarks.removeAll(QString());
  const QString problem =
      remarks.isEmpty() ? QString()
                        : tr(" Not all of it could be taken: %1.").arg(remarks.join(QStringLiteral("; ")));
  if (isThere && news.empty())
    return window_.showMessage(tr("%1: the panel stands as in this figure already.").arg(figure.fileName) +
                               problem);
  const QString added = !hasMarks        ? QString()
                        : before.empty() ? tr(" Marked states brought back: %1.").arg(marked.size())
                                         : tr(" Marked states added after your own: %1.").arg(taken);
  const QString full = taken < news.size() ? tr(" There is room for %1 of a panel, so %2 are left out.")
                                                 .arg(stage::mostKeyframes)
                                                 .arg(news.size() - taken)
                                           : QString();
  window_.showMessage(tr("%1: the panel stands as in this figure.").arg(figure.fileName) + added + full +
                          problem,
                      tr("Undo"), [this, after = services_.desk.undoStack().index()] {
                        if (services_.desk.undoStack().index() == after)
                          services_.desk.undoStack().undo();
                      });
}

void FigureDesk::greet(const QMimeData& dragged) {
  leaving_.stop();
  const QStringList files = localFiles(dragged);
  const bool isAny = std::any_of(files.begin(), files.end(), looksLikeFigure);
  const bool isRatings = std::any_of(files.begin(), files.end(), RatingsDesk::looksLikeRatings);
  if (files.isEmpty())
    shade_->show(tr("Only files on this computer can be opened here"), true);
  else if (!isAny && isRatings)
    shade_->show(tr("Drop the ratings to learn from them"), false);
  else if (!isAny)
    shade_->show(
        tr("Only figures (PNG, SVG or PDF that Eigenboard has exported) and ratings (u.data, ratings.dat, "
           "ratings.csv) can be opened here"),
        true);
  else
    shade_->show(tr("Drop the figure to bring its panel back"), false);
}

void FigureDesk::drop(const QMimeData& dropped) {
  leaving_.stop();
  shade_->hide();
  const QStringList files = localFiles(dropped);
  const auto ratings = std::find_if(files.begin(), files.end(), RatingsDesk::looksLikeRatings);
  if (files.isEmpty())
    window_.showMessage(tr("Only files on this computer can be opened. Save the figure first."));
  else if (ratings != files.end() && std::none_of(files.begin(), files.end(), looksLikeFigure))
    ratings_->open(*ratings);
  else
    open(files);
}

bool FigureDesk::eventFilter(QObject* watched, QEvent* event) {
  const QEvent::Type type = event->type();
  const bool isDrag = type == QEvent::DragEnter || type == QEvent::DragMove || type == QEvent::Drop ||
                      type == QEvent::DragLeave;
  const auto* widget = isDrag ? qobject_cast<QWidget*>(watched) : nullptr;
  if (!widget || widget->window() != &window_)
    return QObject::eventFilter(watched, event);
  if (type == QEvent::DragLeave) {
    if (shade_->isVisible())
      leaving_.start();
    return QObject::eventFilter(watched, event);
  }
  auto* drag = static_cast<QDropEvent*>(event);
  if (!drag->mimeData()->hasUrls())
    return QObject::eventFilter(watched, event);
  drag->setDropAction(Qt::CopyAction);
  drag->accept();
  if (type == QEvent::Drop)
    drop(*drag->mimeData());
  else
    greet(*drag->mimeData());
  return true;
}

} // namespace eigenboard::window
