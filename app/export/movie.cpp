#include "app/export/movie.h"

#include "app/export/words.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtGui/QPainter>

#include <cmath>

namespace eigenboard::figures {
namespace {

constexpr int mostBuffered = 16 * 1024 * 1024;
constexpr int tick = 50;         ///< milliseconds between two looks at the progress
constexpr int patience = 30'000; ///< milliseconds in which ffmpeg has to take something
constexpr int largestMovieSide = 8192;
constexpr int longestComplaint = 300;

QString ffmpegPath() {
  return QStandardPaths::findExecutable(QStringLiteral("ffmpeg"));
}

/// A value in ffmpeg's form of metadata, where some characters have a meaning.
QByteArray metadataValue(const QByteArray& text) {
  QByteArray value;
  for (const char byte : text) {
    if (byte == '=' || byte == ';' || byte == '#' || byte == '\\' || byte == '\n')
      value += '\\';
    value += byte;
  }
  return value;
}

QSize evenSize(QSize size) {
  return {size.width() + size.width() % 2, size.height() + size.height() % 2};
}

QImage withEvenSize(const QImage& image, const QColor& ground) {
  QImage even(evenSize(image.size()), QImage::Format_RGB32);
  if (even.size() == image.size() && image.format() == QImage::Format_RGB32)
    return image;
  even.fill(ground);
  QImage plain = image;
  plain.setDevicePixelRatio(1);
  QPainter painter(&even);
  painter.drawImage(0, 0, plain);
  painter.end();
  return even;
}

/// One run of ffmpeg that takes images and leaves a file.
class Encoder {
 public:
  Encoder(QString file, QString metadataFile)
      : file_(std::move(file)), metadataFile_(std::move(metadataFile)) {}
  ~Encoder() {
    if (process_.state() != QProcess::NotRunning) {
      process_.kill();
      process_.waitForFinished();
    }
  }
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;

  void start(QSize size, double framesPerSecond) {
    process_.setProgram(ffmpegPath());
    process_.setArguments({QStringLiteral("-hide_banner"),
                           QStringLiteral("-loglevel"),
                           QStringLiteral("error"),
                           QStringLiteral("-y"),
                           QStringLiteral("-f"),
                           QStringLiteral("rawvideo"),
                           QStringLiteral("-pix_fmt"),
                           QStringLiteral("bgr0"),
                           QStringLiteral("-video_size"),
                           QStringLiteral("%1x%2").arg(size.width()).arg(size.height()),
                           QStringLiteral("-framerate"),
                           QString::number(framesPerSecond, 'f', 3),
                           QStringLiteral("-i"),
                           QStringLiteral("pipe:0"),
                           QStringLiteral("-i"),
                           metadataFile_,
                           QStringLiteral("-map"),
                           QStringLiteral("0:v"),
                           QStringLiteral("-map_metadata"),
                           QStringLiteral("1"),
                           QStringLiteral("-an"),
                           QStringLiteral("-pix_fmt"),
                           QStringLiteral("yuv420p"),
                           QStringLiteral("-fflags"),
                           QStringLiteral("+bitexact"),
                           QStringLiteral("-flags:v"),
                           QStringLiteral("+bitexact"),
                           QStringLiteral("-movflags"),
                           QStringLiteral("+faststart"),
                           file_});
    process_.setStandardOutputFile(QProcess::nullDevice());
    process_.start();
    process_.waitForStarted();
  }

  /// False when ffmpeg ended or takes nothing any more.
  bool write(const QImage& image, const std::function<bool()>& goOn) {
    process_.write(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes());
    return waitUntil([this] { return process_.bytesToWrite() <= mostBuffered; }, goOn);
  }

  bool finish(const std::function<bool()>& goOn) {
    waitUntil([this] { return process_.bytesToWrite() == 0; }, goOn);
    process_.closeWriteChannel();
    waitUntil([this] { return process_.state() == QProcess::NotRunning; }, goOn);
    return process_.state() == QProcess::NotRunning && process_.exitStatus() == QProcess::NormalExit &&
           process_.exitCode() == 0;
  }

  QString complaint() {
    if (process_.error() == QProcess::FailedToStart)
      return tr("ffmpeg could not be started: %1").arg(process_.errorString());
    process_.waitForFinished(tick);
    const QString words =
        QString::fromUtf8(process_.readAllStandardError()).simplified().left(longestComplaint);
    return words.isEmpty() ? tr("ffmpeg stopped before the movie was complete")
                           : tr("ffmpeg could not make the movie: %1").arg(words);
  }

 private:
  bool waitUntil(const std::function<bool()>& isDone, const std::function<bool()>& goOn) {
    QElapsedTimer idle;
    idle.start();
    const auto standing = [this] { return std::pair(process_.bytesToWrite(), QFileInfo(file_).size()); };
    auto before = standing();
    while (!isDone()) {
      if (process_.state() == QProcess::NotRunning || idle.elapsed() > patience || !goOn())
        return false;
      if (process_.bytesToWrite() > 0)
        process_.waitForBytesWritten(tick);
      else
        process_.waitForFinished(tick);
      // It takes frames, or writes what it has taken.
      if (const auto now = standing(); now != before) {
        before = now;
        idle.restart();
      }
    }
    return true;
  }

  QString file_;
  QString metadataFile_;
  QProcess process_;
};

bool writeMetadata(const QString& fileName, FrameSource& frames) {
  const QByteArray text =
      ";FFMETADATA1\ntitle=" + metadataValue(frames.title().simplified().toUtf8()) +
      "\ncomment=" + metadataValue(QJsonDocument(frames.metadata()).toJson(QJsonDocument::Compact)) + '\n';
  QFile file(fileName);
  return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush();
}

AnimationFile noMovie(const QString& reason) {
  return {{}, reason, false};
}

} // namespace

QString movieProblem() {
  return ffmpegPath().isEmpty() ? tr("There is no ffmpeg on this machine, and only it can make an MP4; "
                                     "install it, or choose GIF")
                                : QString();
}

AnimationFile movie(FrameSource& frames, double framesPerSecond, const Progress& progress) {
  if (const QString problem = movieProblem(); !problem.isEmpty())
    return noMovie(problem);
  if (!(framesPerSecond >= 1 && framesPerSecond <= 60))
    return noMovie(tr("there can be %1 to %2 frames a second").arg(1).arg(60));
  const QSize size = evenSize(frames.pixels());
  if (frames.count() == 0 || size.isEmpty() || std::max(size.width(), size.height()) > largestMovieSide)
    return noMovie(tr("%1×%2 pixels are no size for a movie: at most %3 a side")
                       .arg(size.width())
                       .arg(size.height())
                       .arg(largestMovieSide));
  const QTemporaryDir folder;
  const QString made = folder.filePath(QStringLiteral("movie.mp4"));
  const QString metadataFile = folder.filePath(QStringLiteral("metadata.txt"));
  if (!folder.isValid() || !writeMetadata(metadataFile, frames))
    return noMovie(tr("the movie has no temporary folder: %1").arg(folder.errorString()));

  Encoder encoder(made, metadataFile);
  encoder.start(size, framesPerSecond);
  int done = 0;
  bool isCancelled = false;
  const auto goOn = [&] {
    isCancelled = isCancelled || !progress(done, frames.count());
    return !isCancelled;
  };
  double elapsed = 0;
  long written = 0;
  for (int i = 0; i < frames.count(); ++i) {
    const render::FigureImage image = frames.image(i);
    if (!image.error.isEmpty())
      return noMovie(image.error);
    const QImage even = withEvenSize(image.image, frames.look().theme.surface);
    elapsed += frames.milliseconds(i);
    const long until = std::max(written + 1, std::lround(elapsed * framesPerSecond / 1000));
    for (; written < until; ++written)
      if (!encoder.write(even, goOn))
        return isCancelled ? AnimationFile{{}, {}, true} : noMovie(encoder.complaint());
    done = i + 1;
    if (!goOn())
      return {{}, {}, true};
  }
  const bool isComplete = encoder.finish(goOn);
  if (isCancelled)
    return {{}, {}, true};
  QFile file(made);
  if (!isComplete || !file.open(QIODevice::ReadOnly))
    return noMovie(encoder.complaint());
  return {file.readAll(), {}, false};
}

} // namespace eigenboard::figures
