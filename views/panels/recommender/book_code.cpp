#include "views/panels/recommender/book_code.h"

#include "views/panels/recommender/book_ratings.h"

#include <QtCore/QStringList>

#include <vector>

namespace eigenboard::panels::recommender {

QString bookTableCode(bool withReader) {
  const BookRatings& book = bookRatings();
  std::vector<QStringList> rows(book.people.size() + (withReader ? 1 : 0));
  for (QStringList& row : rows)
    row.fill(QStringLiteral("-"), static_cast<qsizetype>(book.films.size()));
  for (std::size_t k = 0; k < book.ratings.size(); ++k)
    rows[static_cast<std::size_t>(book.ratings.user[k])][book.ratings.item[k]] =
        QString::number(static_cast<double>(book.ratings.value[k]));
  QString text =
      withReader
          ? QStringLiteral("\n# People down and films across; the last row is yours.\nTABLE = \"\"\"\n")
          : QStringLiteral("\n# People down and films across.\nTABLE = \"\"\"\n");
  for (const QStringList& row : rows)
    text += row.join(QLatin1Char(' ')) + QLatin1Char('\n');
  return text + QStringLiteral("\"\"\"\ncells = [line.split() for line in TABLE.split(\"\\n\") if line]\n");
}

QString randomCode() {
  return QStringLiteral(R"(
f = np.float32
MASK, STRIDE = 2**64 - 1, 0x9E3779B97F4A7C15


def mixed(z):
    """SplitMix64's function of its state; of one or of an array."""
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


class Random:
    """SplitMix64: the state grows by a constant, so that many numbers can be drawn at once."""

    def __init__(self, seed):
        self.state = seed & MASK

    def bits(self):
        self.state = (self.state + STRIDE) & MASK
        return mixed(self.state)

    def below(self, count):
        return ((self.bits() >> 32) * count) >> 32

    def normal(self):
        return NormalDist().inv_cdf(((self.bits() >> 12) + 0.5) * 2.0**-52)

    def shuffled(self, things):
        things = list(things)
        left = np.arange(len(things), 1, -1, dtype=np.uint64)
        states = self.state + STRIDE * np.arange(1, len(left) + 1, dtype=np.uint64)
        self.state = (self.state + STRIDE * len(left)) & MASK
        places = ((mixed(states) >> 32) * left) >> 32
        for last, k in zip(left.tolist(), places.tolist()):
            things[last - 1], things[k] = things[k], things[last - 1]
        return things


def random_for(seed, part):
    return Random(Random(seed ^ Random(part).bits()).bits())
)");
}

QString firstFactorsCode() {
  return QStringLiteral(R"(

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
)");
}

QString splitCode() {
  return QStringLiteral(R"(
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
)");
}

QString gradientCode() {
  return QStringLiteral(R"(

def waves(samples):
    """Groups that can be learnt from at once, one after the other: in none of them does a person or film occur
    twice, and a sample stands after all earlier ones with its person or film."""
    by_user, by_item, groups = [0] * m, [0] * n, []
    for sample in samples:
        u, i, _ = sample
        wave = max(by_user[u], by_item[i])
        if wave == len(groups):
            groups.append([])
        groups[wave].append(sample)
        by_user[u] = by_item[i] = wave + 1
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
    with np.errstate(all="ignore"):
        for begin in random_for(own, 0).shuffled(range(0, len(order), 1024)):
            for wave in waves(random_for(own, 2 * begin + 1).shuffled(order[begin : begin + 1024])):
                u, i, r = (np.array(column) for column in zip(*wave))
                p, q, bias, other = P[u], Q[i], b[u], c[i]
                e = r.astype(f) - (((mean + bias) + other) + inner(p, q))
                b[u] = bias + rate * (e - penalty * bias)
                c[i] = other + rate * (e - penalty * other)
                pull = (rate * e)[:, None]
                P[u], Q[i] = kept * p + pull * q, kept * q + pull * p
    if not all(np.isfinite(x).all() for x in (P, Q, b, c)):  # an error beyond every number stays in a bias
        P, Q, b, c = before  # the rate is too high
        break
)");
}

} // namespace eigenboard::panels::recommender
