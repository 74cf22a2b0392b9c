#include "views/panels/recommender/training_model.h"
#include "views/panels/support/python.h"

#include <QtCore/QStringList>

namespace eigenboard::panels::recommender::training_panel {

using python::literal;

namespace {

/// The book's table as text, the reader's empty row the last one.
QString tableCode() {
  const RatingsSource& book = *bookSource();
  std::vector<QStringList> rows(book.people.size());
  for (QStringList& row : rows)
    row.fill(QStringLiteral("-"), static_cast<qsizetype>(book.films.size()));
  for (std::size_t k = 0; k < book.ratings.size(); ++k)
    rows[static_cast<std::size_t>(book.ratings.user[k])][book.ratings.item[k]] =
        QString::number(static_cast<double>(book.ratings.value[k]));
  QString text = QStringLiteral("\n# People down and films across; the last row is yours.\nTABLE = \"\"\"\n");
  for (const QStringList& row : rows)
    text += row.join(QLatin1Char(' ')) + QLatin1Char('\n');
  return text + QStringLiteral(R"("""
cells = [line.split() for line in TABLE.split("\n") if line]
m, n = len(cells), len(cells[0])
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

QString generatorCode() {
  return QStringLiteral(R"(
f = np.float32
MASK = 2**64 - 1


class Random:
    """SplitMix64."""

    def __init__(self, seed):
        self.state = seed & MASK

    def bits(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, count):
        return ((self.bits() >> 32) * count) >> 32

    def normal(self):
        return NormalDist().inv_cdf(((self.bits() >> 12) + 0.5) * 2.0**-52)

    def shuffled(self, things):
        things = list(things)
        for left in range(len(things), 1, -1):
            k = self.below(left)
            things[left - 1], things[k] = things[k], things[left - 1]
        return things


def random_for(seed, part):
    return Random(Random(seed ^ Random(part).bits()).bits())


# Hold a share of the ratings back for the test, and make the reader's changes.
random = random_for(seed, int.from_bytes(b"split", "big"))
left = int(np.floor(test_share * len(rows) + 0.5))
train, test = [], []
for k, row in enumerate(rows):
    taken = random.below(len(rows) - k) < left
    left -= taken
    (test if taken else train).append(row)
train = [row for row in train if row[:2] not in changes]
test = [row for row in test if row[:2] not in changes]
train += [(u, i, float(f(r))) for (u, i), r in sorted(changes.items()) if r > 0]
mean = f(np.mean([row[2] for row in train])) if train else f(0)


def first_factors(places, count, seed):
    """A row for each; zeros for who has no rating."""
    X = np.zeros((count, factors), f)
    for place in set(places):
        random = random_for(seed & MASK, place)
        X[place] = [f(0.1) * f(random.normal()) for _ in range(factors)]
    return X


P = first_factors([row[0] for row in train], m, seed)
Q = first_factors([row[1] for row in train], n, ~seed)
b, c = np.zeros(m, f), np.zeros(n, f)
)");
}

QString gradientCode() {
  return QStringLiteral(R"(

def waves(samples):
    """Groups that can be learnt from at once, one after the other: in none of them does a person or film occur
    twice, and a sample stands after all earlier ones with its person or film."""
    by_user, by_item, groups = {}, {}, []
    for sample in samples:
        wave = max(by_user.get(sample[0], 0), by_item.get(sample[1], 0))
        if wave == len(groups):
            groups.append([])
        groups[wave].append(sample)
        by_user[sample[0]] = by_item[sample[1]] = wave + 1
    return groups


def inner(p, q):
    """In single precision the order of a sum decides its last bit: in eight parts, as the program adds."""
    parts = np.zeros((len(p), 8), f)
    parts[:, :factors] = p * q
    four = parts[:, :4] + parts[:, 4:]
    return (four[:, 0] + four[:, 2]) + (four[:, 1] + four[:, 3])


order = random_for(seed, int.from_bytes(b"order", "big")).shuffled(train)
rate, penalty = f(np.rint(rate * 1e6) / 1e6), f(np.rint(penalty * 1e6) / 1e6)
kept = f(1) - rate * penalty
for epoch in range(epochs if train else 0):
    own = random_for(seed, epoch).bits()
    before = P.copy(), Q.copy(), b.copy(), c.copy()
    fine = True
    with np.errstate(all="ignore"):
        for begin in random_for(own, 0).shuffled(range(0, len(order), 1024)):
            for wave in waves(random_for(own, 2 * begin + 1).shuffled(order[begin : begin + 1024])):
                u, i, r = (np.array(column) for column in zip(*wave))
                e = r.astype(f) - (((mean + b[u]) + c[i]) + inner(P[u], Q[i]))
                b[u] += rate * (e - penalty * b[u])
                c[i] += rate * (e - penalty * c[i])
                pull = (rate * e)[:, None]
                P[u], Q[i] = kept * P[u] + pull * Q[i], kept * Q[i] + pull * P[u]
                fine = fine and np.isfinite(e).all()
    if not (fine and all(np.isfinite(x).all() for x in (P, Q, b, c))):
        P, Q, b, c = before  # the rate is too high
        break
)");
}

QString sweepCode() {
  return QStringLiteral(R"(

def solve(mine, theirs, X, x, Y, y):
    """Each of one side by least squares, the other side held; the penalty as more rows of the problem."""
    for place in np.unique(mine):
        at = mine == place
        A = np.column_stack([Y[theirs[at]], np.ones(at.sum())])
        rest = r[at] - mean - y[theirs[at]]
        A = np.vstack([A, np.sqrt(at.sum() * penalty) * np.eye(factors + 1)])
        solution = np.linalg.lstsq(A, np.append(rest, np.zeros(factors + 1)), rcond=None)[0]
        X[place], x[place] = solution[:factors], solution[factors]


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
  code += generatorCode();
  code += params.method == Method::Gradient ? gradientCode() : sweepCode();
  return code + judgeCode(isBook) + python::printReadouts();
}

} // namespace eigenboard::panels::recommender::training_panel
