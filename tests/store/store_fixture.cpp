#include "tests/store/store_fixture.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>

namespace eigenboard::tests {

QString storeHand() {
  return QStringLiteral(STORE_HAND);
}

QString askPython(const QString& fileName, const QString& query) {
  QProcess python;
  python.setProcessChannelMode(QProcess::MergedChannels);
  python.start(QStringLiteral("/usr/bin/python3"),
               {QStringLiteral("-c"),
                QStringLiteral("import sqlite3, sys\n"
                               "for row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2]):\n"
                               "    print('|'.join(map(str, row)))\n"),
                fileName, query});
  python.waitForFinished();
  return QString::fromUtf8(python.readAll()).trimmed();
}

HandsReport openByHand(const QString& folder, const QStringList& options) {
  QProcess hand;
  hand.start(storeHand(), QStringList{QStringLiteral("open"), folder} + options);
  hand.waitForFinished();
  const QStringList lines = QString::fromUtf8(hand.readAllStandardOutput()).split(u'\n');
  HandsReport report;
  if (hand.exitStatus() == QProcess::NormalExit && lines.size() > 3) {
    report.condition = static_cast<store::Condition>(lines[0].toInt());
    report.isSaved = lines[1] == QStringLiteral("1");
    report.notes = lines[2].toInt();
    report.message = lines.mid(3).join(u'\n').trimmed();
  } else {
    report.message = QStringLiteral("the other process failed: ") + hand.errorString();
  }
  return report;
}

store::Note note(const QString& chapter, const QString& text, double place) {
  store::Note made;
  made.chapter = chapter;
  made.text = text;
  made.place = place;
  return made;
}

QByteArray bytesOf(const QString& fileName) {
  QFile file(fileName);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeBytes(const QString& fileName, const QByteArray& bytes) {
  QFile file(fileName);
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
    qFatal("the test cannot write %s", qPrintable(fileName));
}

void fill(const QString& folder, int notes) {
  store::Store store;
  store.open(folder);
  for (int i = 1; i <= notes; ++i)
    store.addNote(note(QStringLiteral("4.4"), QStringLiteral("note %1").arg(i), i));
}

} // namespace eigenboard::tests
