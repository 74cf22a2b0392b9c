#include "app/book/notebook.h"

#include "app/book/fences.h"
#include "app/book/front_matter.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <utility>

namespace eigenboard::book {

namespace {

/// Notebooks keep text as lines, each with its end.
QJsonArray linesOf(const QString& text) {
  QJsonArray lines;
  for (qsizetype from = 0; from < text.size();) {
    const qsizetype end = text.indexOf(u'\n', from);
    const qsizetype next = end < 0 ? text.size() : end + 1;
    lines.append(text.mid(from, next - from));
    from = next;
  }
  return lines;
}

class NotebookCells {
 public:
  void addText(QString markdown) {
    while (markdown.startsWith(u'\n'))
      markdown.remove(0, 1);
    while (markdown.endsWith(u'\n'))
      markdown.chop(1);
    if (!markdown.isEmpty())
      add(QStringLiteral("markdown"), markdown, {});
  }
  void addCode(QString code) {
    if (code.endsWith(u'\n'))
      code.chop(1);
    add(QStringLiteral("code"), code,
        {{QStringLiteral("execution_count"), QJsonValue::Null}, {QStringLiteral("outputs"), QJsonArray()}});
  }
  /// What the last cell prints.
  void setOutput(const QString& output) {
    QJsonObject cell = cells_.last().toObject();
    cell[QStringLiteral("execution_count")] = ++executed_;
    cell[QStringLiteral("outputs")] =
        QJsonArray{QJsonObject{{QStringLiteral("output_type"), QStringLiteral("stream")},
                               {QStringLiteral("name"), QStringLiteral("stdout")},
                               {QStringLiteral("text"), linesOf(output)}}};
    cells_[cells_.size() - 1] = cell;
  }
  const QJsonArray& all() const { return cells_; }

 private:
  void add(const QString& kind, const QString& source, QJsonObject cell) {
    cell[QStringLiteral("cell_type")] = kind;
    cell[QStringLiteral("id")] = QStringLiteral("cell-%1").arg(cells_.size() + 1);
    cell[QStringLiteral("metadata")] = QJsonObject();
    cell[QStringLiteral("source")] = linesOf(source);
    cells_.append(cell);
  }
  QJsonArray cells_;
  int executed_ = 0;
};

/// The lines of a chapter, sorted into cells.
class Sorter {
 public:
  explicit Sorter(NotebookCells& cells) : cells_(cells) {}

  void take(const QString& line) {
    const bool isCode = fences_.isCode(line);
    if (fence_ != Fence::None) {
      if (line.startsWith(QStringLiteral("```")) || !isCode)
        return endFence();
      fenced_ += line + u'\n';
      return;
    }
    if (isCode && beginsFence(line))
      return;
    if (isCode) { // of another language, or in a fold
      endProse();
      text_ += line + u'\n';
      return;
    }
    isAfterCode_ = isAfterCode_ && line.trimmed().isEmpty();
    if (line.startsWith(QStringLiteral("<details")))
      ++folds_;
    if (line.startsWith(QStringLiteral("</details")))
      --folds_;
    if (line.startsWith(u'#') && folds_ == 0)
      endText();
    prose_ += line + u'\n';
  }

  void end() {
    if (fence_ != Fence::None)
      endFence();
    endText();
  }

 private:
  enum class Fence { None, Python, Output };

  bool beginsFence(const QString& line) {
    if (folds_ > 0 || !line.startsWith(QStringLiteral("```")) || line == QStringLiteral("```"))
      return false;
    const bool isPython = line == QStringLiteral("```python");
    if (!isPython && !(line == QStringLiteral("```output") && isAfterCode_))
      return false;
    if (isPython)
      endText();
    fence_ = isPython ? Fence::Python : Fence::Output;
    fenced_.clear();
    return true;
  }

  void endFence() {
    const bool wasPython = std::exchange(fence_, Fence::None) == Fence::Python;
    if (wasPython)
      cells_.addCode(fenced_);
    else
      cells_.setOutput(fenced_);
    isAfterCode_ = wasPython;
    prose_.clear();
  }

  void endProse() { text_ += withoutLiveLinks(std::exchange(prose_, QString())); }

  void endText() {
    endProse();
    cells_.addText(std::exchange(text_, QString()));
  }

  NotebookCells& cells_;
  FenceTracker fences_;
  Fence fence_ = Fence::None;
  QString fenced_;
  QString prose_; ///< whose links are still live
  QString text_;
  bool isAfterCode_ = false; ///< nothing but blank lines stands between the last code cell and here
  int folds_ = 0;
};

QString definitions(const Macros& macros) {
  QString lines;
  for (const Macro& macro : macros.list)
    lines +=
        QStringLiteral("\\newcommand{%1}%2{%3}\n")
            .arg(macro.name, macro.arguments > 0 ? QStringLiteral("[%1]").arg(macro.arguments) : QString(),
                 macro.body);
  return lines.isEmpty() ? lines : QStringLiteral("$$\n%1$$").arg(lines);
}

} // namespace

QByteArray notebook(const QString& source, const Macros& macros) {
  NotebookCells cells;
  cells.addText(definitions(macros));
  QString text = source;
  QStringList lines = text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).split(u'\n');
  lines.erase(lines.begin(), lines.begin() + readFrontMatter(source).lines);
  Sorter sorter(cells);
  for (const QString& line : lines)
    sorter.take(line);
  sorter.end();
  const QJsonObject kernel{{QStringLiteral("name"), QStringLiteral("python3")},
                           {QStringLiteral("language"), QStringLiteral("python")},
                           {QStringLiteral("display_name"), QStringLiteral("Python 3")}};
  const QJsonObject document{{QStringLiteral("nbformat"), 4},
                             {QStringLiteral("nbformat_minor"), 5},
                             {QStringLiteral("metadata"),
                              QJsonObject{{QStringLiteral("kernelspec"), kernel},
                                          {QStringLiteral("language_info"),
                                           QJsonObject{{QStringLiteral("name"), QStringLiteral("python")}}}}},
                             {QStringLiteral("cells"), cells.all()}};
  return QJsonDocument(document).toJson();
}

} // namespace eigenboard::book
