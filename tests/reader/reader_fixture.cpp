#include "tests/reader/reader_fixture.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>
#include <QtWidgets/QScrollBar>

namespace eigenboard::tests {

namespace {

void write(const QString& name, const QByteArray& bytes) {
  QFile file(name);
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
    qFatal("%s cannot be written", qPrintable(name));
}

QJsonObject chapter(const char* id, const char* title, const char* file) {
  return {{QStringLiteral("id"), QString::fromLatin1(id)},
          {QStringLiteral("title"), QString::fromLatin1(title)},
          {QStringLiteral("file"), QString::fromLatin1(file)},
          {QStringLiteral("covers"), QStringLiteral("the covered thing")},
          {QStringLiteral("needs"), QJsonArray()},
          {QStringLiteral("panels"), QJsonArray{QStringLiteral("linear_algebra.transform")}}};
}

book::Book makeBook(const QString& directory, const QString& text, const Appendices& appendices) {
  QDir(directory).mkpath(QStringLiteral("one"));
  const QJsonObject level{{QStringLiteral("number"), 1},
                          {QStringLiteral("title"), QStringLiteral("One")},
                          {QStringLiteral("folder"), QStringLiteral("one")},
                          {QStringLiteral("chapters"), QJsonArray{chapter("1.1", "First", "first.md"),
                                                                  chapter("1.2", "Second", "second.md"),
                                                                  chapter("1.3", "Third", "third.md")}}};
  const QJsonObject map{
      {QStringLiteral("title"), QStringLiteral("A book")},
      {QStringLiteral("levels"), QJsonArray{level}},
      {QStringLiteral("appendices"),
       QJsonObject{{QStringLiteral("title"), QStringLiteral("Appendices")},
                   {QStringLiteral("folder"), QStringLiteral("back")},
                   {QStringLiteral("chapters"), QJsonArray{chapter("B", "Notation", "notation.md"),
                                                           chapter("H", "Glossary", "glossary.md")}}}}};
  QDir(directory).mkpath(QStringLiteral("back"));
  if (!appendices.notation.isEmpty())
    write(directory + QStringLiteral("/back/notation.md"), appendices.notation.toUtf8());
  if (!appendices.glossary.isEmpty())
    write(directory + QStringLiteral("/back/glossary.md"), appendices.glossary.toUtf8());
  write(directory + QStringLiteral("/book.json"), QJsonDocument(map).toJson());
  write(directory + QStringLiteral("/one/first.md"), text.toUtf8());
  write(directory + QStringLiteral("/one/second.md"), "# 1.2 Second\n\nBack to [the first](first.md).\n");
  return book::readBook(directory);
}

} // namespace

ReaderFixture::ReaderFixture(const QString& text, QSize size, const Appendices& appendices)
    : registry_(panel::registeredPanels()), desk_(registry_),
      book_(makeBook(directory_.path(), text, appendices)),
      reader_(std::make_unique<reader::Reader>(book_, desk_, typesetter_,
                                               render::themeNamed(QStringLiteral("light")))) {
  reader_->resize(size);
  reader_->show();
  if (!QTest::qWaitForWindowExposed(reader_.get()))
    qFatal("the window did not appear");
  reader_->activateWindow();
  reader_->setFocus();
}

void ReaderFixture::open(const QString& chapter) {
  reader_->openChapter(chapter);
  settle();
}

void ReaderFixture::settle() {
  const auto complete = [this] {
    for (const reader::PlacedText& text : reader_->layout().texts)
      for (const reader::InlineObject& object : text.paragraph->objects())
        if (object.kind == reader::ObjectKind::Formula && !object.formula)
          return false;
    return true;
  };
  if (!QTest::qWaitFor(complete, 20000))
    qFatal("the formulas did not arrive");
  QTest::qWait(80); // the last batch of formulas is laid out within 40 ms
}

int ReaderFixture::target(reader::TargetKind kind, const QString& words) {
  const auto& targets = reader_->layout().targets;
  for (std::size_t i = 0; i < targets.size(); ++i)
    if (targets[i].kind == kind && reader_->describe(targets[i]).contains(words))
      return static_cast<int>(i);
  qFatal("there is no such target: %s", qPrintable(words));
}

QPoint ReaderFixture::pointOf(int index) {
  const reader::Target& target = reader_->layout().targets.at(static_cast<std::size_t>(index));
  QRectF rect = target.rect;
  if (target.kind == reader::TargetKind::Link) {
    const reader::PlacedText& text = reader_->layout().texts.at(static_cast<std::size_t>(target.text));
    const auto& link = text.paragraph->content().links.at(static_cast<std::size_t>(target.index));
    rect = text.paragraph->rects(link.span).front().translated(text.origin);
  }
  const double top = rect.top() - reader_->scrolled();
  if (top < 0 || rect.bottom() - reader_->scrolled() > reader_->viewport()->height())
    reader_->verticalScrollBar()->setValue(static_cast<int>(rect.top()) - 200);
  return (rect.center() - QPointF(0, reader_->scrolled())).toPoint();
}

void ReaderFixture::click(int target) {
  const QPoint point = pointOf(target);
  QTest::mouseMove(reader_->viewport(), point);
  QTest::mouseClick(reader_->viewport(), Qt::LeftButton, {}, point);
}

QString ReaderFixture::textOf(int target) {
  return objectOf(target).text;
}

reader::InlineObject& ReaderFixture::objectOf(int index) {
  const reader::Target& target = reader_->layout().targets.at(static_cast<std::size_t>(index));
  return reader_->layout()
      .texts.at(static_cast<std::size_t>(target.text))
      .paragraph->objects()
      .at(static_cast<std::size_t>(target.index));
}

ReaderFixture::Found ReaderFixture::object(reader::ObjectKind kind, int number) {
  for (const reader::PlacedText& text : reader_->layout().texts)
    for (reader::InlineObject& object : text.paragraph->objects())
      if (object.kind == kind && number-- == 0)
        return {&object, reader::box(object, text.origin + object.origin)};
  qFatal("there is no such object");
}

} // namespace eigenboard::tests
