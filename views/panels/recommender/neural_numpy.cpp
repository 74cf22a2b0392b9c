#include "views/panels/recommender/book_code.h"
#include "views/panels/recommender/neural_model.h"
#include "views/panels/support/python.h"

#include <QtCore/QStringList>

namespace eigenboard::panels::recommender::neural_panel {

using python::literal;

namespace {

QString startCode() {
  return QStringLiteral(R"(

def embedding(places, count, seed):
    """A row for each; zeros for who has no rating."""
    X = np.zeros((count, factors))
    for place in set(places):
        random = random_for(seed & MASK, place)
        X[place] = [0.1 * random.normal() for _ in range(factors)]
    return X


X = embedding([row[0] for row in train], m, seed)
Y = embedding([row[1] for row in train], n, ~seed)
stars = np.array([row[2] for row in train])
middle, lowest, highest = stars.mean(), stars.min(), stars.max()
network, inputs = [], 2 * factors
for l, outputs in enumerate(hidden + [1]):  # weights by He and others, column by column
    random = random_for(seed, int.from_bytes(b"layer\0\0\0", "big") + l)
    numbers = np.array([random.normal() for _ in range(inputs * outputs)]) * np.sqrt(2 / inputs)
    network.append((numbers.reshape(inputs, outputs).T.copy(), np.zeros(outputs)))
    inputs = outputs
)");
}

QString trainCode() {
  return QStringLiteral(R"(

def forward(H):
    """What goes into each layer, and what comes out of it before max(0, ·)."""
    into, out = [], []
    for W, bias in network:
        into.append(H)
        out.append(H @ W.T + bias)
        H = np.maximum(out[-1], 0)
    return into, out


class Adam:
    """torch.optim.Adam; for chosen rows of a table torch.optim.SparseAdam, which leaves the other rows alone."""

    def __init__(self, value):
        self.value, self.mean, self.square = value, np.zeros_like(value), np.zeros_like(value)

    def step(self, gradient, t, rows=slice(None)):
        mean = self.mean[rows] = 0.9 * self.mean[rows] + (1 - 0.9) * gradient
        square = self.square[rows] = 0.999 * self.square[rows] + (1 - 0.999) * gradient**2
        root = np.sqrt(1 - 0.999**t)
        eps = 1e-8 if isinstance(rows, slice) else 1e-8 / root
        self.value[rows] -= alpha / (1 - 0.9**t) * mean / (np.sqrt(square) / root + eps)


def gathered(places, gradient):
    """The sum of the rows of each place."""
    rows, at = np.unique(places, return_inverse=True)
    sums = np.zeros((len(rows), gradient.shape[1]))
    np.add.at(sums, at, gradient)
    return rows, sums


people, films = Adam(X), Adam(Y)
weights = [(Adam(W), Adam(bias)) for W, bias in network]
t = 0
for epoch in range(epochs):
    own = random_for(seed, epoch).bits()
    run = random_for(own, 1).shuffled(order)
    for begin in range(0, len(run), 32):
        t += 1
        u, i, r = (np.array(column) for column in zip(*run[begin : begin + 32]))
        H = np.hstack([X[u], Y[i]])
        into, out = forward(H)
        back = 2 / len(u) * (out[-1] + middle - r[:, None])
        gradients = []
        for l in reversed(range(len(network))):
            W = network[l][0]
            gradients.insert(0, (back.T @ into[l] + 2 * 0.001 * W, back.sum(axis=0)))
            back = back @ W
            if l > 0:
                back = np.where(out[l - 1] > 0, back, 0)
        back += 2 / len(u) * lam * H
        for table, places, part in ((people, u, back[:, :factors]), (films, i, back[:, factors:])):
            rows_met, sums = gathered(places, part)
            table.step(sums, t, rows_met)
        for adams, gradient in zip(weights, gradients):
            for adam, one in zip(adams, gradient):
                adam.step(one, t)

P, Q, b, c = P.astype(float), Q.astype(float), b.astype(float), c.astype(float)
tables = {
    "factor": float(mean) + b[:, None] + c + P @ Q.T,
    "network": middle + forward(np.hstack([np.repeat(X, n, axis=0), np.tile(Y, (m, 1))]))[1][-1].reshape(m, n),
}


def rmse(table, part):
    u, i, r = (np.array(column) for column in zip(*part))
    return np.sqrt(np.mean((np.clip(table[u, i], lowest, highest) - r) ** 2))


given = {row[:2]: row[2] for row in train + test}
readouts = {
    "factor_parameters": P.size + Q.size + b.size + c.size,
    "network_parameters": X.size + Y.size + sum(W.size + bias.size for W, bias in network),
    "apart": np.sqrt(np.mean((tables["factor"] - tables["network"]) ** 2)),
    "given": given.get((person, film), np.nan),
}
for name, table in tables.items():
    readouts |= {
        f"{name}_test": rmse(table, test),
        f"{name}_train": rmse(table, train),
        f"{name}_score": table[person, film],
    }
)");
}

} // namespace

QString numpyCode(const Params& params, int steps) {
  QString code = python::imports();
  code.replace(QStringLiteral("import json\n"),
               QStringLiteral("import json\nfrom statistics import NormalDist\n"));
  code += bookTableCode(true) + QStringLiteral(R"(m, n = len(cells), len(cells[0])
rows = [(u, i, float(cells[u][i])) for u in range(m) for i in range(n) if cells[u][i] != "-"]
changes = {}
)");
  QStringList hidden;
  for (const int outputs : params.hidden())
    hidden += QString::number(outputs);
  code += QStringLiteral("factors, rate, penalty, hidden = %1, %2, %3, [%4]\n")
              .arg(params.size)
              .arg(literal(params.factorRate), literal(params.penalty), hidden.join(QStringLiteral(", ")));
  code += QStringLiteral("alpha, lam = np.rint(%1 * 1e6) / 1e6, np.rint(penalty * 1e6) / 1e6\n")
              .arg(literal(params.neuralRate));
  code += QStringLiteral("test_share, seed, epochs = 0.2, %1, %2\nperson, film = %3, %4\n")
              .arg(params.seed)
              .arg(steps)
              .arg(params.person - 1)
              .arg(params.film - 1);
  return code + randomCode() + splitCode() + firstFactorsCode() + gradientCode() + startCode() + trainCode() +
         python::printReadouts();
}

} // namespace eigenboard::panels::recommender::neural_panel
