#pragma once

#include "app/export/animation.h"
#include "app/export/figure_look.h"

#include <functional>

namespace eigenboard::render {
class FigurePdf;
}

namespace eigenboard::figures {

/// Told after each frame; false: stop, nothing is written. It may process events.
using Progress = std::function<bool(int done, int all)>;

/// What a writer of many frames gives: bytes for render::writeWhole, or why there are none. Stopped by its
/// progress, it has neither.
struct AnimationFile {
  QByteArray bytes;
  QString error;
  bool isCancelled = false;
};

/// The frames of an animation as pictures, made when they are asked for; none is kept. Asked in their order,
/// a process is run once and not anew for each. Only for the thread of the interface.
class FrameSource {
 public:
  /// panel and typesetter outlive the source.
  FrameSource(const panel::Panel& panel, Animation animation, FigureLook look,
              typesetting::Typesetter& typesetter);

  int count() const { return static_cast<int>(animation_.frames.size()); }
  int milliseconds(int index) const { return frame(index).milliseconds; }
  const Animation& animation() const { return animation_; }
  const FigureLook& look() const { return look_; }
  const panel::Panel& panel() const { return panel_; }
  QSize pixels() const { return (look_.options.size * look_.options.pixelRatio).toSize(); }

  panel::Evaluation evaluation(int index);
  /// Opaque, unless the look is transparent. An error names the frame.
  render::FigureImage image(int index);
  /// In the format of the look.
  render::Figure figure(int index);
  /// As the next page of a PDF; empty, or why not.
  QString addPage(render::FigurePdf& pdf, int index);
  /// The states of the whole animation, as a file keeps them.
  QJsonObject metadata() const;
  /// Of the document: the heading, or the title of the panel.
  QString title() const;

 private:
  render::FigureOptions options(int index, const panel::Evaluation& evaluation) const;
  const AnimationFrame& frame(int index) const { return animation_.frames[static_cast<std::size_t>(index)]; }

  const panel::Panel& panel_;
  Animation animation_;
  FigureLook look_;
  typesetting::Typesetter& typesetter_;
  std::unique_ptr<panel::Run> run_;
  panel::Values runValues_;
  render::FigureMemory memory_;
};

} // namespace eigenboard::figures
