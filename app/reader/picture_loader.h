#pragma once

#include "app/reader/picture_file.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QThreadPool>

namespace eigenboard::reader {

/// Decodes the pictures of a page on a thread of its own, and keeps those that were last shown.
class PictureLoader : public QObject {
  Q_OBJECT

 public:
  explicit PictureLoader(QObject* parent = nullptr);
  /// Waits for the picture that is being decoded.
  ~PictureLoader() override;

  /// The picture at that many device pixels if it is there; else null, and it is decoded. Once it failed it
  /// is not tried again: problem() then says why.
  QImage image(const PictureFile& picture, QSize pixels);
  QString problem(const PictureFile& picture) const { return problems_.value(picture.file); }
  /// Forgets all: the page is another.
  void clear();

 signals:
  /// A picture is there, or why it is not.
  void arrived();

 private:
  struct Kept {
    QImage image;
    QSize pixels;
    quint64 used = 0;
  };
  void receive(const QString& file, QSize pixels, int page, const LoadedPicture& loaded);

  QThreadPool pool_;
  QHash<QString, Kept> kept_;
  QHash<QString, QSize> asked_;
  QHash<QString, QString> problems_;
  quint64 clock_ = 0;
  int page_ = 0;
};

} // namespace eigenboard::reader
