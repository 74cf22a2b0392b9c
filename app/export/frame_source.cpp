#include "app/export/frame_source.h"

#include "app/export/figure_metadata.h"
#include "app/export/words.h"
#include "views/panel/failure_words.h"
#include "views/render/figure_pdf.h"

namespace eigenboard::figures {
namespace {

QString inFrame(int index, const QString& reason) {
  return reason.isEmpty() ? reason : tr("frame %1: %2").arg(index + 1).arg(reason);
}

} // namespace

FrameSource::FrameSource(const panel::Panel& panel, Animation animation, FigureLook look,
                         typesetting::Typesetter& typesetter)
    : panel_(panel), animation_(std::move(animation)), look_(std::move(look)), typesetter_(typesetter) {}

panel::Evaluation FrameSource::evaluation(int index) try {
  const panel::State& state = frame(index).state;
  if (!run_ || runValues_ != state.values) {
    run_ = panel_.start(state.values);
    runValues_ = state.values;
  }
  while (run_ && run_->length() < state.steps && run_->advance()) {
  }
  panel::Evaluation shown = panel_.evaluate(state.values, run_.get(), state.steps);
  shown.scene = render::lookedAt(std::move(shown.scene), look_.views);
  return shown;
} catch (const std::exception&) { // what a session says of it too
  run_.reset();
  panel::Evaluation failed;
  failed.problem = panel::wordsOfFailure();
  return failed;
}

render::FigureOptions FrameSource::options(int index, const panel::Evaluation& evaluation) const {
  return optionsFor(look_, panel_.description(), frame(index).state, evaluation);
}

render::FigureImage FrameSource::image(int index) {
  const panel::Evaluation shown = evaluation(index);
  if (!shown.problem.isEmpty())
    return {{}, inFrame(index, shown.problem)};
  render::FigureImage made =
      render::figureImage(shown.scene, look_.theme, typesetter_, options(index, shown), &memory_);
  made.error = inFrame(index, made.error);
  return made;
}

render::Figure FrameSource::figure(int index) {
  const panel::Evaluation shown = evaluation(index);
  if (!shown.problem.isEmpty())
    return {{}, inFrame(index, shown.problem)};
  render::Figure made = render::exportFigure(shown.scene, look_.theme, typesetter_, options(index, shown));
  made.error = inFrame(index, made.error);
  return made;
}

QString FrameSource::addPage(render::FigurePdf& pdf, int index) {
  const panel::Evaluation shown = evaluation(index);
  const QString problem =
      shown.problem.isEmpty()
          ? pdf.addPage(shown.scene, look_.theme, render::waitingFormulas(typesetter_), options(index, shown))
          : shown.problem;
  return inFrame(index, problem);
}

QJsonObject FrameSource::metadata() const {
  std::vector<Keyframe> kept;
  for (const AnimationFrame& frame : animation_.frames)
    if (frame.label && kept.size() < mostKeyframes)
      kept.push_back({*frame.label, frame.milliseconds, frame.state});
  // Of a movement without keyframes the first and the last state say what moved; a file of thousands of
  // states would be mostly metadata.
  const bool hasKeyframes = !kept.empty();
  const std::size_t count = animation_.frames.size();
  for (std::size_t i = 0; i < count && !hasKeyframes; ++i)
    if (count <= mostKeyframes || i == 0 || i + 1 == count)
      kept.push_back({{}, animation_.frames[i].milliseconds, animation_.frames[i].state});
  return keyframesMetadata(keyframesToJson(panel_.description(), kept));
}

QString FrameSource::title() const {
  if (!look_.options.title.isEmpty())
    return look_.options.title;
  return look_.options.heading.isEmpty() ? panel_.description().identity.title : look_.options.heading;
}

} // namespace eigenboard::figures
