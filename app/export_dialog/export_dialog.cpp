#include "app/export_dialog/export_dialog.h"

#include "app/export/movie.h"
#include "app/export_dialog/export_form.h"
#include "app/export_dialog/export_preview.h"
#include "app/export_dialog/write_export.h"
#include "views/controls/appearance.h"
#include "views/controls/button.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtGui/QScreen>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSlider>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <numeric>
#include <utility>

namespace eigenboard::export_dialog {

using controls::unit;

namespace {

constexpr int refreshMilliseconds = 30; ///< changes within it are one
constexpr int estimateMilliseconds = 350;
constexpr int formWidth = 324;
constexpr QSize usualSize{1000, 660};
constexpr int usualSteps = 20;

/// What the last time can still mean for this panel and this machine.
Choices admitted(Choices choices, const Source& source) {
  const panel::Description& description = source.panel->description();
  const bool isThere = choices.what == What::Picture ||
                       (choices.what == What::Sweep && !sweepable(description).empty()) ||
                       (choices.what == What::Steps && description.isProcess()) ||
                       (choices.what == What::Keyframes && !source.keyframes.empty());
  if (!isThere)
    choices.what = What::Picture;
  const QList<FileKind> kinds = kindsFor(choices.what);
  if (!kinds.contains(choices.kind) ||
      (choices.kind == FileKind::Movie && !figures::movieProblem().isEmpty()))
    choices.kind = kinds.front();
  if (description.isProcess())
    choices.lastStep = QString::number(
        std::min(description.processes.front().maximumSteps, std::max(usualSteps, source.state.steps)));
  return choices;
}

QString byteText(const Estimate& estimate) {
  if (estimate.bytes <= 0)
    return {};
  const QString size = QLocale().formattedDataSize(estimate.bytes, 0, QLocale::DataSizeSIFormat);
  return estimate.isAbout ? ExportDialog::tr("about %1").arg(size) : size;
}

} // namespace

ExportDialog::ExportDialog(Source source, Choices choices, typesetting::Typesetter& typesetter,
                           const render::Theme& theme, QWidget* parent)
    : QDialog(parent), source_(std::move(source)), typesetter_(typesetter), theme_(theme),
      choices_(admitted(std::move(choices), source_)) {
  setWindowTitle(tr("Export: %1").arg(source_.panel->description().identity.title));
  setPalette(controls::palette(theme));
  setFont(controls::interfaceFont(controls::bodyType));
  form_ = new ExportForm(source_, choices_, theme);
  auto* area = new QScrollArea;
  area->setFrameShape(QFrame::NoFrame);
  area->setWidgetResizable(true);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area->setFocusPolicy(Qt::NoFocus);
  area->setFixedWidth(formWidth);
  form_->setContentsMargins(0, 0, unit + unit / 2, 0);
  area->setWidget(form_);
  area->viewport()->setAutoFillBackground(false);
  form_->setAutoFillBackground(false); // the scroll area has just turned it on
  auto* right = new QVBoxLayout;
  right->setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit);
  right->setSpacing(unit);
  right->addWidget(area, 1);
  right->addLayout(buildButtons());
  auto* columns = new QHBoxLayout(this);
  columns->setContentsMargins(0, 0, 0, 0);
  columns->setSpacing(0);
  columns->addWidget(buildPreview(), 1);
  columns->addLayout(right);
  form_->setFocus();
  // Below a style sheet the dialog's own face does not come down to its fields.
  for (QWidget* field : findChildren<QWidget*>())
    if (!field->testAttribute(Qt::WA_SetFont))
      field->setFont(font());

  refreshTimer_.setSingleShot(true);
  refreshTimer_.setInterval(refreshMilliseconds);
  estimateTimer_.setSingleShot(true);
  estimateTimer_.setInterval(estimateMilliseconds);
  playTimer_.setSingleShot(true);
  connect(&refreshTimer_, &QTimer::timeout, this, &ExportDialog::refresh);
  connect(&estimateTimer_, &QTimer::timeout, this, [this] {
    if (plan_.ok() && paintingProblem_.isEmpty())
      sizeWords_ = byteText(estimateFor(source_, choices_, plan_, typesetter_, preview_->image()));
    describe();
  });
  connect(&playTimer_, &QTimer::timeout, this, &ExportDialog::playOn);
  connect(form_, &ExportForm::changed, this, &ExportDialog::schedule);
  connect(preview_, &ExportPreview::resized, this, &ExportDialog::schedule);
  const QSize room = screen() ? screen()->availableSize() - QSize(40, 80) : usualSize;
  resize(usualSize.boundedTo(room));
}

ExportDialog::~ExportDialog() = default;

QWidget* ExportDialog::buildPreview() {
  auto* left = new QWidget;
  preview_ = new ExportPreview(theme_);
  play_ = new controls::Button(theme_, controls::Icon::Play, {}, tr("Play the preview"));
  play_->setCheckable(true);
  moment_ = new QSlider(Qt::Horizontal);
  moment_->setAccessibleName(tr("Frame that the preview shows"));
  moments_ = new QWidget;
  auto* line = new QHBoxLayout(moments_);
  line->setContentsMargins(2 * unit, 0, 2 * unit, 0);
  line->addWidget(play_);
  line->addWidget(moment_, 1);
  facts_ = new QLabel;
  facts_->setFont(controls::interfaceFont(controls::smallType));
  facts_->setStyleSheet(QStringLiteral("color:%1").arg(theme_.textMuted.name()));
  facts_->setContentsMargins(2 * unit, unit / 2, 2 * unit, unit);
  facts_->setMinimumHeight(controls::rowHeight + unit);
  facts_->setAlignment(Qt::AlignCenter);
  facts_->setAccessibleName(tr("Size of the file"));
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(unit / 2);
  column->addWidget(preview_, 1);
  column->addWidget(moments_);
  column->addWidget(facts_);
  moments_->hide();
  connect(moment_, &QSlider::valueChanged, this, &ExportDialog::showFrame);
  connect(play_, &controls::Button::toggled, this, [this](bool isOn) {
    play_->setIcon(isOn ? controls::Icon::Pause : controls::Icon::Play);
    isOn ? playTimer_.start(0) : playTimer_.stop();
  });
  return left;
}

QLayout* ExportDialog::buildButtons() {
  problem_ = new QLabel;
  problem_->setTextFormat(Qt::PlainText);
  problem_->setWordWrap(true);
  problem_->setFont(controls::interfaceFont(controls::smallType));
  problem_->setStyleSheet(QStringLiteral("color:%1").arg(theme_.error.name()));
  problem_->hide();
  progress_ = new QProgressBar;
  progress_->setTextVisible(false);
  progress_->setFixedHeight(6);
  progress_->setAccessibleName(tr("Progress"));
  progress_->hide();
  cancel_ = new QPushButton(tr("Close"));
  cancel_->setAutoDefault(false);
  export_ = new QPushButton(tr("Export…"));
  export_->setDefault(true);
  auto* line = new QHBoxLayout;
  line->addStretch(1);
  line->addWidget(cancel_);
  line->addWidget(export_);
  auto* all = new QVBoxLayout;
  all->setSpacing(unit);
  all->addWidget(problem_);
  all->addWidget(progress_);
  all->addLayout(line);
  connect(cancel_, &QPushButton::clicked, this, &ExportDialog::reject);
  connect(export_, &QPushButton::clicked, this, &ExportDialog::chooseFile);
  return all;
}

void ExportDialog::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  schedule();
}

void ExportDialog::schedule() {
  if (!refreshTimer_.isActive() && !isWorking_)
    refreshTimer_.start();
}

void ExportDialog::refresh() {
  choices_ = form_->choices();
  plan_ = planFor(source_, choices_);
  sizeWords_.clear();
  complain({});
  frames_.reset();
  const bool moves = !plan_.animation.frames.empty();
  moments_->setVisible(moves);
  if (plan_.ok() && moves) {
    figures::FigureLook look = plan_.look;
    look.options.pixelRatio = preview_->fittingRatio(look.options.size, look.options.pixelRatio);
    frames_ = std::make_unique<figures::FrameSource>(*source_.panel, plan_.animation, look, typesetter_);
    moment_->setRange(0, frames_->count() - 1);
  } else {
    play_->setChecked(false);
  }
  showFrame();
  estimateTimer_.start();
}

void ExportDialog::showFrame() {
  paintingProblem_.clear();
  render::FigureImage shown;
  if (plan_.ok() && frames_) {
    shown = frames_->image(moment_->value());
  } else if (plan_.ok()) {
    render::FigureOptions options =
        figures::optionsFor(plan_.look, source_.panel->description(), source_.state, source_.evaluation);
    options.pixelRatio = preview_->fittingRatio(options.size, options.pixelRatio);
    shown = render::figureImage(source_.evaluation.scene, plan_.look.theme, typesetter_, options);
  }
  if (!shown.image.isNull())
    preview_->setImage(shown.image);
  paintingProblem_ = shown.error;
  preview_->setProblem(plan_.ok() ? shown.error : tr("See what is marked on the right"));
  form_->showProblems(plan_.problems);
  export_->setEnabled(plan_.ok() && paintingProblem_.isEmpty() && !isWorking_);
  describe();
}

void ExportDialog::playOn() {
  if (!frames_ || !play_->isChecked())
    return;
  QElapsedTimer clock;
  clock.start();
  moment_->setValue((moment_->value() + 1) % std::max(1, frames_->count()));
  const int spent = static_cast<int>(clock.elapsed());
  playTimer_.start(std::max(1, frames_->milliseconds(moment_->value()) - spent));
}

/// Pixels, size on paper, frames, and bytes when they are known.
void ExportDialog::describe() {
  QStringList facts;
  if (plan_.ok()) {
    facts += figures::sizeText(plan_.size);
    const std::vector<figures::AnimationFrame>& frames = plan_.animation.frames;
    if (!frames.empty()) {
      const int all =
          std::accumulate(frames.begin(), frames.end(), 0, [](int sum, const figures::AnimationFrame& frame) {
            return sum + frame.milliseconds;
          });
      facts += tr("%1 frames").arg(frames.size());
      if (choices_.kind == FileKind::Gif || choices_.kind == FileKind::Movie)
        facts += tr("%1 s").arg(QString::number(all / 1000.0, 'f', 1));
    }
    facts += sizeWords_;
    facts.removeAll(QString());
  }
  facts_->setText(facts.join(QStringLiteral("   ·   ")));
  facts_->setAccessibleDescription(facts_->text());
}

void ExportDialog::complain(const QString& words) {
  problem_->setText(words);
  problem_->setVisible(!words.isEmpty());
}

void ExportDialog::setWorking(bool isWorking) {
  isWorking_ = isWorking;
  isStopped_ = false;
  play_->setChecked(false);
  form_->setEnabled(!isWorking);
  moments_->setEnabled(!isWorking);
  export_->setEnabled(!isWorking);
  cancel_->setText(isWorking ? tr("Stop") : tr("Close"));
  progress_->setVisible(isWorking);
}

void ExportDialog::writeTo(const QString& path) {
  if (refreshTimer_.isActive()) {
    refreshTimer_.stop();
    refresh(); // what was typed a moment ago
  }
  if (isWorking_ || !plan_.ok() || !paintingProblem_.isEmpty())
    return;
  complain({});
  setWorking(true);
  progress_->setRange(0, 0);
  const Outcome outcome = writeExport(source_, choices_, plan_, typesetter_, path, [this](int done, int all) {
    progress_->setRange(0, all);
    progress_->setValue(done);
    QCoreApplication::processEvents();
    return !isStopped_;
  });
  setWorking(false);
  if (!outcome.ok())
    return complain(outcome.isCancelled ? tr("Stopped; nothing more was written.") : outcome.error);
  // Only a folder that could be written is offered again.
  form_->setFolder(isFolder(choices_.kind) ? path : QFileInfo(path).absolutePath());
  emit chosen(toJson(form_->choices()));
  emit exported(path);
  accept();
}

void ExportDialog::reject() {
  if (isWorking_) {
    isStopped_ = true;
    return;
  }
  emit chosen(toJson(form_->choices()));
  QDialog::reject();
}

} // namespace eigenboard::export_dialog
