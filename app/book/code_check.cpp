#include "app/book/code_check.h"

#include "app/book/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace eigenboard::book {

namespace {

/// Begins the line that tells of the cases, among whatever else may have been printed.
constexpr QLatin1StringView told("eigenboard-cases ");
constexpr qsizetype longestValue = 120; ///< characters

/// A Python literal: JSON's strings are Python's.
QString literal(const QJsonArray& values) {
  return QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact));
}

void collect(std::span<const Block> blocks, bool isSolution, CodeCheck& found) {
  for (const Block& block : blocks) {
    if (const auto* fold = std::get_if<Fold>(&block.content)) {
      collect(fold->blocks, plainText(fold->summary) == QStringLiteral("Solution"), found);
    } else if (const auto* code = std::get_if<Code>(&block.content)) {
      if (code->language == QStringLiteral("python")) {
        QString& place = isSolution ? found.solution : found.starter;
        if (place.isEmpty())
          place = code->text;
      } else if (code->language == QStringLiteral("cases")) {
        for (const QString& line : code->text.split(u'\n'))
          if (!line.trimmed().isEmpty())
            found.cases.push_back(line.trimmed());
      }
    }
  }
}

constexpr char16_t script[] = uR"(import contextlib, io, json, sys

code, solution, function, cases = %1


def world(source, name):
    made = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(source, name, "exec"), made)
    return made


def outcome(made, case):
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            return eval(case, made), None
    except Exception as error:
        return None, error


def plain(value):
    return value.item() if getattr(value, "shape", None) == () else value


def alike(given, wanted):
    given, wanted = plain(given), plain(wanted)
    if isinstance(wanted, (str, bytes, bool, type(None), dict, set, frozenset)):
        return type(given) is type(wanted) and given == wanted
    if isinstance(wanted, (list, tuple)) and not all(isinstance(x, (int, float, complex)) for x in wanted):
        return (hasattr(given, "__len__") and len(given) == len(wanted)
                and all(alike(g, w) for g, w in zip(given, wanted)))
    try:
        import numpy as np

        given, wanted = np.asarray(given), np.asarray(wanted)
        if given.shape != wanted.shape or given.dtype == object or wanted.dtype == object:
            return False
        return bool(np.allclose(given, wanted, rtol=1e-7, atol=1e-9, equal_nan=True))
    except (ImportError, TypeError, ValueError):
        return bool(given == wanted)


def tell(**facts):
    print("\n%2" + json.dumps(facts))


def shown(value):
    return repr(value)[:1000]


try:
    mine = world(code, "cell.py")
except BaseException as error:
    error.__traceback__ = error.__traceback__.tb_next.tb_next
    sys.excepthook(type(error), error, error.__traceback__)
    sys.exit(1)
if not callable(mine.get(function)):
    tell(missing=function)
    sys.exit()
theirs = world(solution, "solution.py")
for number, case in enumerate(cases):
    wanted, expected = outcome(theirs, case)
    given, error = outcome(mine, case)
    if expected is not None:
        right = type(error) is type(expected)
    else:
        right = error is None and alike(given, wanted)
    if not right:
        said = f"{type(error).__name__}: {error}" if error is not None else shown(given)
        tell(case=case, gives=said, raises=error is not None, right=number, of=len(cases))
        break
else:
    tell(right=len(cases), of=len(cases))
)";

} // namespace

CodeCheck codeCheck(std::span<const Block> exercise) {
  CodeCheck found;
  collect(exercise, false, found);
  return found;
}

QString codeCheckProblem(const CodeCheck& check, const QString& function) {
  const QString definition = QStringLiteral("def %1(").arg(function);
  if (!check.starter.contains(definition))
    return translated("check:code: the exercise has no python fence with 'def %1('").arg(function);
  if (!check.solution.contains(definition))
    return translated("check:code: its solution has no python fence with 'def %1('").arg(function);
  if (check.cases.isEmpty())
    return translated("check:code: its solution has no `cases` fence with calls of %1").arg(function);
  return {};
}

QString codeCheckScript(const CodeCheck& check, const QString& code, const QString& function) {
  const QJsonArray facts{code, check.solution, function, QJsonArray::fromStringList(check.cases)};
  return QString::fromUtf16(script).arg(literal(facts), told);
}

Judgement judgeCode(const QString& printed) {
  const qsizetype begin = printed.lastIndexOf(u'\n' + QString(told));
  if (begin < 0)
    return {Verdict::Unreadable, {}};
  const qsizetype from = begin + 1 + told.size();
  const QJsonObject facts =
      QJsonDocument::fromJson(printed.mid(from, printed.indexOf(u'\n', from) - from).toUtf8()).object();
  if (facts.contains(QStringLiteral("missing")))
    return {Verdict::NotYet,
            translated("Not yet: there is no function %1").arg(facts[QStringLiteral("missing")].toString())};
  const int of = facts[QStringLiteral("of")].toInt();
  if (of > 0 && facts[QStringLiteral("right")].toInt() == of)
    return {Verdict::Right, translated("Right: all %1 cases").arg(of)};
  QString value = facts[QStringLiteral("gives")].toString();
  if (value.size() > longestValue)
    value = value.left(longestValue) + u'…';
  const QString sentence = facts[QStringLiteral("raises")].toBool() ? translated("Not yet: %1 raises %2")
                                                                    : translated("Not yet: %1 gives %2");
  return {Verdict::NotYet, sentence.arg(facts[QStringLiteral("case")].toString(), value)};
}

} // namespace eigenboard::book
