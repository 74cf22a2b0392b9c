#include "views/panels/recommender/book_code.h"
#include "views/panels/recommender/training_model.h"
#include "views/panels/support/python.h"

#include <QtCore/QStringList>

namespace eigenboard::panels::recommender::training_panel {

using python::literal;

namespace {

QString tableCode() {
  return bookTableCode(true) + QStringLiteral(R"(m, n = len(cells), len(cells[0])
rows = [(u, i, float(cells[u][i])) for u in range(m) for i in range(n) if cells[u][i] != "-"]
shown_people, shown_films = range(m), range(n)
)");
}

/// A file, read as the panel reads it.
QString fileCode(const QString& path) {
  QString quoted = path.trimmed();
  quoted.replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('"'), QStringLiteral("\\\""));
  return QStringLiteral(R"(
given, lines, bad = {}, 0, 0
for line in open("%1", encoding="utf-8-sig"):
    if not line.strip():
        continue
    lines += 1
    fields = line.replace("::", ",").replace("\t", ",").replace('"', "").split(",")
    try:
        pair = int(fields[0]), int(fields[1])
        given.pop(pair, None)  # of rows with the same pair the last one stays, in its place
        given[pair] = float(fields[2])
    except (ValueError, IndexError):
        bad += 0 if line.startswith("userId") else 1
users, films = (np.unique([pair[side] for pair in given]) for side in (0, 1))
m, n = len(users) + 1, len(films)  # the last row is yours
rows = [(int(np.searchsorted(users, u)), int(np.searchsorted(films, i)), r) for (u, i), r in given.items()]


def most_rated(places, count, most):
    return sorted(np.argsort(-np.bincount(places, minlength=count), kind="stable")[:most].tolist())


shown_people = most_rated([row[0] for row in rows], m - 1, 40) + [m - 1]
shown_films = most_rated([row[1] for row in rows], n, 30)
)")
      .arg(quoted);
}

QString sweepLoop() {
  return QStringLiteral(R"(
P, Q, b, c, mean = P.astype(float), Q.astype(float), b.astype(float), c.astype(float), float(mean)
if train:
    u, i, r = (np.array(column) for column in zip(*train))
    for _ in range(epochs):
        solve(u, i, P, b, Q, c)
        solve(i, u, Q, c, P, b)
)");
}

QString judgeCode(bool isBook) {
  return QStringLiteral(R"(
P, Q, b, c, mean = P.astype(float), Q.astype(float), b.astype(float), c.astype(float), float(mean)
scores = mean + b[:, None] + c + P @ Q.T
stars = [row[2] for row in train] or [0.0]


def errors(part):
    if not part:
        return np.array([np.nan])
    u, i, r = (np.array(column) for column in zip(*part))
    return np.clip(scores[u, i], min(stars), max(stars)) - r


# Precision: of the best films not met in training, how many were liked in the test?
liked = {}
for u, i, r in test:
    if r >= liked_from:
        liked.setdefault(u, set()).add(i)
met = np.zeros((m, n), bool)
for u, i, r in train:
    met[u, i] = True
judged = sorted(liked)
if len(judged) > 200:
    judged = [judged[k * len(judged) // 200] for k in range(200)]
hits = []
for u in judged:
    ranks = np.argsort(-scores[u].astype(f), kind="stable")
    best = [i for i in ranks if not met[u, i]][:best_count]
    hits.append(sum(i in liked[u] for i in best) / best_count)

# Of the factors shown the map keeps two directions; where they are next to nothing there is no map.
both = np.vstack([P[list(shown_people)], Q[list(shown_films)]])
values, vectors = np.linalg.eigh(both.T @ both) if factors > 2 else (np.ones(factors), np.eye(factors))
reach = np.abs(both @ vectors[:, -2:]).max(initial=0)
with np.errstate(over="ignore", invalid="ignore"):
    share = (values[-2:].sum() / values.sum() if factors > 2 else 1) if reach >= 0.01 else np.nan

u, i = shown_people[min(person, len(shown_people)) - 1], shown_films[min(film, len(shown_films)) - 1]
given = {row[:2]: row[2] for row in train + test}
readouts = {
    "train_rmse": np.sqrt(np.mean(errors(train) ** 2)),
    "test_rmse": np.sqrt(np.mean(errors(test) ** 2)),
    "train_mae": np.mean(np.abs(errors(train))),
    "test_mae": np.mean(np.abs(errors(test))),
    "precision": np.mean(hits) if hits else np.nan,
    "train_ratings": len(train),
    "test_ratings": len(test),
    "parameters": (factors + 1) * (m + n),
    "map_share": share,
    "score": scores[u, i],
    "given": given.get((u, i), np.nan),
    "mean": mean,
    "user_bias": b[u],
    "item_bias": c[i],
    "interaction": P[u] @ Q[i],%1
}
)")
      .arg(isBook ? QString() : QStringLiteral("\n    \"lines\": lines,\n    \"bad_lines\": bad,"));
}

/// {(person, film): stars} of those shown, as places of the table.
QString changesCode(const Params& params) {
  QStringList entries;
  for (int row = 0; row < static_cast<int>(params.changes.rows()); ++row) {
    const int person = static_cast<int>(params.changes(row, 0)) - 1;
    const int film = static_cast<int>(params.changes(row, 1)) - 1;
    entries += QStringLiteral("(%1, %2): %3").arg(person).arg(film).arg(literal(params.changes(row, 2)));
  }
  QString code = QStringLiteral("own = {%1}  # (row, column): stars, 0 for none; of equal cells the last\n")
                     .arg(entries.join(QStringLiteral(", ")));
  return code + QStringLiteral(R"(changes = {
    (shown_people[row], shown_films[column]): stars
    for (row, column), stars in own.items()
    if row < len(shown_people) and column < len(shown_films)
}
)");
}

} // namespace

QString numpyCode(const Params& params, int steps) {
  const bool isBook = !params.hasFile();
  QString code = python::imports();
  code.replace(QStringLiteral("import json\n"),
               QStringLiteral("import json\nfrom statistics import NormalDist\n"));
  code += isBook ? tableCode() : fileCode(params.file);
  code += changesCode(params);
  code += QStringLiteral("factors, rate, penalty = %1, %2, %3\n")
              .arg(params.usedFactors())
              .arg(literal(params.rate), literal(params.regularization));
  code += QStringLiteral("test_share, seed, epochs = %1, %2, %3\n")
              .arg(literal(params.testShare()))
              .arg(params.seed)
              .arg(steps);
  code += QStringLiteral("person, film, best_count = %1, %2, %3\n")
              .arg(params.person)
              .arg(params.film)
              .arg(isBook ? 5 : 10);
  code += QStringLiteral("liked_from = 0.8 * max(row[2] for row in rows)\n");
  code += randomCode() + splitCode() + firstFactorsCode();
  code += params.method == Method::Gradient ? gradientCode() : sweepCode() + sweepLoop();
  return code + judgeCode(isBook) + python::printReadouts();
}

} // namespace eigenboard::panels::recommender::training_panel
