#include "views/render/safe_write.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using eigenboard::render::writeWhole;

/// A file is written whole, or it stays as it was and one line says why.
class SafeWriteKeepsTheOldFile : public QObject {
  Q_OBJECT

 private slots:
  void init();
  void writesAndReplaces();
  void keepsPermissionsAndLinks();
  void refuses_data();
  void refuses();
  void survivesAFullDisk();
  void writesToPipes();
  void refusesAReadOnlyFolder();

 private:
  QByteArray content(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(missing)");
  }
  QStringList entries() {
    return QDir(folder_->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
  }

  std::unique_ptr<QTemporaryDir> folder_;
  QString old_;
};

namespace {

/// No file of this process grows beyond so many bytes while this lives.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    getrlimit(RLIMIT_FSIZE, &before_);
    rlimit limit = before_;
    limit.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &before_); }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_{};
};

} // namespace

void SafeWriteKeepsTheOldFile::init() {
  folder_ = std::make_unique<QTemporaryDir>();
  old_ = folder_->filePath(QStringLiteral("old.svg"));
  QFile file(old_);
  QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old") == 3);
}

void SafeWriteKeepsTheOldFile::writesAndReplaces() {
  const QByteArray large(3 << 20, 'x');
  QCOMPARE(writeWhole(old_, large), QString());
  QCOMPARE(content(old_), large);
  const QString fresh = folder_->filePath(QStringLiteral("neu mit Leerzeichen é.svg"));
  QCOMPARE(writeWhole(fresh, "new"), QString());
  QCOMPARE(content(fresh), QByteArray("new"));
  QCOMPARE(writeWhole(fresh, {}), QString());
  QCOMPARE(content(fresh), QByteArray());
  QCOMPARE(entries().size(), 2); // no temporary file stays behind
  const QString longName = folder_->filePath(QString(255, u'n'));
  QCOMPARE(writeWhole(longName, "new"), QString());
}

void SafeWriteKeepsTheOldFile::keepsPermissionsAndLinks() {
  QVERIFY(::chmod(QFile::encodeName(old_).constData(), 0640) == 0);
  const QString link = folder_->filePath(QStringLiteral("link.svg"));
  QVERIFY(QFile::link(old_, link));
  QCOMPARE(writeWhole(link, "through the link"), QString());
  QVERIFY(QFileInfo(link).isSymLink());
  QCOMPARE(content(old_), QByteArray("through the link"));
  struct stat status {};
  QVERIFY(::stat(QFile::encodeName(old_).constData(), &status) == 0);
  QCOMPARE(static_cast<int>(status.st_mode & 0777), 0640);
}

void SafeWriteKeepsTheOldFile::refuses_data() {
  QTest::addColumn<QString>("name");
  QTest::newRow("empty name") << QString();
  QTest::newRow("full device") << QStringLiteral("/dev/full");
  QTest::newRow("a folder") << QStringLiteral("%1");
  QTest::newRow("missing folder") << QStringLiteral("%1/missing/figure.svg");
  QTest::newRow("through a file") << QStringLiteral("%1/old.svg/figure.svg");
  QTest::newRow("in /proc") << QStringLiteral("/proc/eigenboard.svg");
  QTest::newRow("no permission, even for root") << QStringLiteral("/proc/version");
  QTest::newRow("name too long") << QStringLiteral("%1/") + QString(300, u'n');
}

void SafeWriteKeepsTheOldFile::refuses() {
  QFETCH(QString, name);
  if (name.contains(u'%'))
    name = name.arg(folder_->path());
  const QString reason = writeWhole(name, "new");
  QVERIFY(!reason.isEmpty());
  QVERIFY2(!reason.contains(u'\n'), qPrintable(reason));
  QVERIFY2(name.isEmpty() || reason.contains(name), qPrintable(reason));
  QCOMPARE(content(old_), QByteArray("old"));
  QCOMPARE(entries(), QStringList{QStringLiteral("old.svg")});
}

void SafeWriteKeepsTheOldFile::survivesAFullDisk() {
  QString reason;
  {
    const FileSizeLimit limit(1000);
    reason = writeWhole(old_, QByteArray(5000, 'x'));
  }
  QVERIFY(!reason.isEmpty());
  QCOMPARE(content(old_), QByteArray("old"));
  QCOMPARE(entries(), QStringList{QStringLiteral("old.svg")});
}

void SafeWriteKeepsTheOldFile::writesToPipes() {
  int ends[2] = {-1, -1};
  QVERIFY(::pipe(ends) == 0);
  const QString name = QStringLiteral("/dev/fd/%1").arg(ends[1]);
  QCOMPARE(writeWhole(name, "through a pipe"), QString());
  char received[32] = {};
  QCOMPARE(static_cast<int>(::read(ends[0], received, sizeof received)), 14);
  QCOMPARE(QByteArray(received), QByteArray("through a pipe"));
  ::close(ends[0]);
  // Nobody reads any more: an error, not a signal that ends the program.
  QVERIFY(!writeWhole(name, "nobody").isEmpty());
  ::close(ends[1]);
}

void SafeWriteKeepsTheOldFile::refusesAReadOnlyFolder() {
  const QByteArray path = QFile::encodeName(folder_->path());
  QVERIFY(::chmod(path.constData(), 0555) == 0);
  // Root may write everywhere, so the question is put with the rights of nobody, as far as those can be
  // taken.
  const bool isRoot = ::geteuid() == 0;
  const uid_t nobody = 65534;
  if (isRoot)
    QVERIFY(::seteuid(nobody) == 0);
  const QString reason = writeWhole(old_, "new");
  if (isRoot)
    QVERIFY(::seteuid(0) == 0);
  ::chmod(path.constData(), 0755);
  QVERIFY(!reason.isEmpty());
  QCOMPARE(content(old_), QByteArray("old"));
}

QTEST_GUILESS_MAIN(SafeWriteKeepsTheOldFile)
#include "safe_write_keeps_the_old_file.moc"
