#include "app/export_dialog/export_dialog.h"
#include "app/stage/keyframe_shelf.h"
#include "app/stage/notice_line.h"
#include "app/stage/picture.h"
#include "app/stage/stage_header.h"
#include "app/stage/stage_widget.h"
#include "app/stage/takeaway.h"
#include "views/panel/run_shelf.h"

#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QImage>
#include <QtWidgets/QMenu>

namespace eigenboard::stage {

using namespace Qt::StringLiterals;

void StageWidget::buildMenus() {
  QMenu* menu = header_->copyMenu();
  const auto addWithKeys = [&](const QString& words, const QKeySequence& keys, void (StageWidget::*run)()) {
    QAction* action = menu->addAction(words, this, run);
    action->setShortcut(keys); // shown; the stage deals with them
    action->setShortcutContext(Qt::WidgetShortcut);
  };
  addWithKeys(tr("Mark this state"), Qt::Key_K, &StageWidget::markState);
  menu->addSeparator();
  addWithKeys(tr("Copy picture (PNG, SVG and PDF)"), Qt::CTRL | Qt::SHIFT | Qt::Key_C,
              &StageWidget::copyPicture);
  menu->addAction(tr("Copy as NumPy"), this, &StageWidget::copyNumpy);
  menu->addAction(tr("Copy formula as TeX"), this, &StageWidget::copyTex);
  menu->addAction(tr("Copy values as JSON"), this, &StageWidget::copyValues);
  menu->addAction(tr("Copy as image"), this, &StageWidget::copyImage);
  menu->addAction(tr("Copy as SVG"), this, &StageWidget::copySvg);
  menu->addSeparator();
  addWithKeys(tr("Export…"), Qt::CTRL | Qt::Key_E, &StageWidget::chooseExport);
  menu->addSeparator();
  menu->addAction(tr("Present on the whole screen"), this, [this] { emit presentWanted(currentPanel()); });
}

void StageWidget::copied(const QString& what) {
  notice_->showMessage(tr("Copied: %1").arg(what), NoticeLine::Tone::Plain);
}

void StageWidget::copyNumpy() {
  if (!session_)
    return;
  session_->evaluation(); // the steps that the process really takes
  QGuiApplication::clipboard()->setText(session_->panel().numpy(session_->state().values, session_->step()));
  copied(tr("NumPy code of this state"));
}

void StageWidget::copyTex() {
  if (!session_)
    return;
  QGuiApplication::clipboard()->setText(session_->evaluation().formula);
  copied(tr("TeX of the formula"));
}

void StageWidget::copyValues() {
  if (!session_)
    return;
  QGuiApplication::clipboard()->setText(QString::fromUtf8(valuesAsJson(*session_)));
  copied(tr("values as JSON"));
}

void StageWidget::copyImage() {
  if (!session_)
    return;
  const render::Figure png =
      figure(*session_, theme(), typesetter_, render::FigureFormat::Png, 2, picture_->looks());
  if (!png.error.isEmpty())
    return notice_->showMessage(png.error, NoticeLine::Tone::Warning);
  QGuiApplication::clipboard()->setImage(QImage::fromData(png.bytes, "PNG"));
  copied(tr("image"));
}

void StageWidget::copySvg() {
  if (!session_)
    return;
  const render::Figure svg =
      figure(*session_, theme(), typesetter_, render::FigureFormat::Svg, 2, picture_->looks());
  if (!svg.error.isEmpty())
    return notice_->showMessage(svg.error, NoticeLine::Tone::Warning);
  auto* data = new QMimeData;
  data->setData(u"image/svg+xml"_s, svg.bytes);
  data->setText(QString::fromUtf8(svg.bytes));
  QGuiApplication::clipboard()->setMimeData(data);
  copied(tr("SVG"));
}

void StageWidget::copyPicture() {
  if (!session_)
    return;
  CopiedPicture picture = stage::copiedPicture(*session_, theme(), typesetter_, picture_->looks());
  if (!picture.data)
    return notice_->showMessage(picture.error, NoticeLine::Tone::Warning);
  QGuiApplication::clipboard()->setMimeData(picture.data.release());
  copied(tr("picture as PNG, SVG and PDF"));
}

void StageWidget::chooseExport() {
  if (!session_)
    return;
  session_->arrive();
  export_dialog::Source source;
  source.panel = &session_->panel();
  source.evaluation = session_->evaluation(); // and with it the steps that the process really takes
  source.looks = picture_->looks();
  source.evaluation.scene = render::lookedAt(session_->runs().picture(), source.looks);
  source.state = session_->state();
  source.problem = session_->problem();
  for (const Keyframe& keyframe : shelf_->of(currentPanel()))
    source.keyframes.push_back({keyframe.label, keyframe.milliseconds, keyframe.state});
  export_dialog::Choices choices = export_dialog::choicesFromJson(exportChoices_);
  if (exportChoices_.isEmpty())
    choices.theme = theme().key;
  auto* dialog = new export_dialog::ExportDialog(std::move(source), choices, typesetter_, theme(), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &export_dialog::ExportDialog::chosen, this, [this](const QJsonObject& chosen) {
    exportChoices_ = chosen;
    emit exportChosen();
  });
  connect(dialog, &export_dialog::ExportDialog::exported, this, [this](const QString& path) {
    notice_->showMessage(tr("Written: %1").arg(path), NoticeLine::Tone::Plain);
    emit exported(path);
  });
  dialog->open();
}

} // namespace eigenboard::stage
