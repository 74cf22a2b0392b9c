#include "app/window/ratings_desk.h"

#include "app/stage/stage_widget.h"
#include "app/window/columns.h"
#include "app/window/keywords.h"
#include "app/window/main_window.h"
#include "app/window/place.h"

#include <QtCore/QFileInfo>
#include <QtGui/QAction>
#include <QtWidgets/QFileDialog>

namespace eigenboard::window {

using namespace Qt::StringLiterals;

namespace {

const QString trainingPanel = u"recommender.training"_s;

/// Enough to see what is learnt, and quick.
constexpr int epochsAtOnce = 20;

QString summary(const panels::recommender::RatingsSource& source) {
  const QString read = RatingsDesk::tr("%1: %2 ratings of %3 people for %4 films.")
                           .arg(source.fileName)
                           .arg(source.ratings.size())
                           .arg(source.ratings.users.size() - 1)
                           .arg(source.ratings.items.size());
  const QString faults = panels::recommender::faultWords(source.report);
  return faults.isEmpty() ? read : read + u' ' + faults;
}

} // namespace

RatingsDesk::RatingsDesk(MainWindow& window, Services& services)
    : QObject(&window), window_(window), services_(services) {
  pool_.setMaxThreadCount(1);
  auto* action = new QAction(tr("Open ratings…"), this);
  action->setObjectName(u"openRatings"_s);
  action->setProperty("keywords", keywordsOf(u"openRatings"_s));
  action->setProperty("group", tr("Panel"));
  connect(action, &QAction::triggered, this, &RatingsDesk::choose);
  window.addAction(action);
}

RatingsDesk::~RatingsDesk() {
  pool_.clear();
  pool_.waitForDone();
}

bool RatingsDesk::looksLikeRatings(const QString& file) {
  for (const QString& ending : {u".data"_s, u".dat"_s, u".csv"_s})
    if (file.endsWith(ending, Qt::CaseInsensitive))
      return true;
  return false;
}

void RatingsDesk::choose() {
  auto* dialog = new QFileDialog(&window_, tr("Open ratings"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setNameFilters({tr("Ratings (*.data *.dat *.csv)"), tr("All files (*)")});
  connect(dialog, &QFileDialog::fileSelected, this, &RatingsDesk::open);
  dialog->open();
}

void RatingsDesk::open(const QString& file) {
  const int asked = ++asked_;
  const QString path = QFileInfo(file).absoluteFilePath();
  pool_.clear();
  pool_.start([this, path, asked] {
    auto source =
        std::make_shared<const panels::recommender::RatingsSource>(panels::recommender::fileSource(path));
    QMetaObject::invokeMethod(
        this,
        [this, path, source, asked] {
          if (asked == asked_)
            show(path, *source);
        },
        Qt::QueuedConnection);
  });
}

void RatingsDesk::show(const QString& file, const panels::recommender::RatingsSource& source) {
  if (!source.problem.isEmpty())
    return window_.showMessage(source.problem);
  panel::Session* session = services_.desk.session(trainingPanel);
  // Rows of the reader's own are of another table; the last row is the reader in every one.
  const panel::StateResult wanted =
      panel::withSettings(session->description(), session->state(),
                          {{u"file"_s, file},
                           {u"changes"_s, QString()},
                           {u"person"_s, QString::number(panels::recommender::mostPeople + 1)},
                           {u"film"_s, u"1"_s},
                           {u"steps"_s, QString::number(epochsAtOnce)}});
  if (!wanted.ok())
    return window_.showMessage(tr("%1: %2.").arg(source.fileName, wanted.error));
  Place place;
  place.panel = trainingPanel;
  window_.showMap(false);
  window_.open(place);
  window_.columns().showStage(true);
  session->goThrough({wanted.state}, {}, tr("Open %1").arg(source.fileName));
  window_.stage().flash();
  window_.stage().focusPicture();
  window_.showMessage(summary(source), tr("Undo"), [this, after = services_.desk.undoStack().index()] {
    if (services_.desk.undoStack().index() == after)
      services_.desk.undoStack().undo();
  });
}

} // namespace eigenboard::window
