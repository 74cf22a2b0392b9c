#include "app/export/deck.h"

#include "app/export/figure_metadata.h"
#include "views/render/figure_pdf.h"

namespace eigenboard::figures {

AnimationFile deck(FrameSource& frames, const Progress& progress) {
  render::FigureOptions document = frames.look().options;
  document.format = render::FigureFormat::Pdf;
  document.title = frames.title();
  document.creator = creator();
  document.metadata = frames.metadata();
  render::FigurePdf pdf(document);
  for (int i = 0; i < frames.count(); ++i) {
    if (const QString problem = frames.addPage(pdf, i); !problem.isEmpty())
      return {{}, problem, false};
    if (!progress(i + 1, frames.count()))
      return {{}, {}, true};
  }
  const render::Figure made = pdf.finish();
  return {made.bytes, made.error, false};
}

} // namespace eigenboard::figures
