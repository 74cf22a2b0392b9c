#include "views/panels/recommender/book_code.h"
#include "views/panels/recommender/explain_model.h"
#include "views/panels/support/python.h"

#include <QtCore/QStringList>

namespace eigenboard::panels::recommender::explain_panel {

using python::literal;

namespace {

QString learnCode() {
  return QStringLiteral(R"(

def solve(W, R, Y, y):
    """Factors and biases of all rows by least squares on what is given (W), the columns held."""
    Z = np.column_stack([Y, np.ones(len(Y))])
    A = np.einsum("ui,ik,il->ukl", W, Z, Z)
    A += np.maximum(1, W.sum(axis=1))[:, None, None] * penalty * np.eye(factors + 1)
    x = np.linalg.solve(A, ((W * (R - mean - y)) @ Z)[:, :, None])[:, :, 0]
    return x[:, :factors], x[:, factors]


def learnt(own):
    """Scores and factors of the table with somebody's own ratings in it."""
    global given, mean, P, Q, b, c
    given = {row[:2]: row[2] for row in rows if row[:2] not in own}
    given |= {place: float(f(stars)) for place, stars in own.items() if stars > 0}
    mean = float(f(np.mean(list(given.values()))))
    R, W = np.zeros((m, n)), np.zeros((m, n))
    for place, stars in given.items():
        R[place], W[place] = stars, 1
    Q, c = first_factors([place[1] for place in given], n, ~seed).astype(float), np.zeros(n)
    for _ in range(sweeps):
        P, b = solve(W, R, Q, c)
        Q, c = solve(W.T, R.T, P, b)
    return mean + b[:, None] + c + P @ Q.T


def ranking(scores, seen):
    """The films that the person has not rated, best first."""
    order = np.argsort(-scores[person].astype(f), kind="stable")
    return [int(one) for one in order if one not in seen]


def nearest(X, place):
    """The largest cosine with another row; none for a row of zeros."""
    lengths = np.linalg.norm(X, axis=1)
    others = [x for x in range(len(X)) if x != place and lengths[x] > 0]
    if lengths[place] == 0 or not others:
        return np.nan
    return max(X[x] @ X[place] / (lengths[x] * lengths[place]) for x in others)


before = ranking(learnt({}), {place[1] for place in given if place[0] == person})
scores = learnt(own)
now = ranking(scores, {place[1] for place in given if place[0] == person})
readouts = {
    "score": scores[person, film],
    "given": given.get((person, film), np.nan),
    "mean": mean,
    "user_bias": b[person],
    "item_bias": c[film],
    "taste": P[person] @ Q[film],
    "rank": now.index(film) + 1 if film in now else np.nan,
    "top": scores[person, now[0]] if now else np.nan,
    "newcomers": len(set(now[:10]) - set(before[:10])),
    "film_alike": nearest(Q, film),
    "person_alike": nearest(P, person),
}
)");
}

} // namespace

QString numpyCode(const Params& params) {
  QString code = python::imports();
  code.replace(QStringLiteral("import json\n"),
               QStringLiteral("import json\nfrom statistics import NormalDist\n"));
  code += bookTableCode(true) + QStringLiteral(R"(m, n = len(cells), len(cells[0])
rows = [(u, i, float(cells[u][i])) for u in range(m) for i in range(n) if cells[u][i] != "-"]
)");
  QStringList own;
  for (Eigen::Index row = 0; row < params.changes.rows(); ++row)
    own += QStringLiteral("(%1, %2): %3")
               .arg(params.changes(row, 0) - 1)
               .arg(params.changes(row, 1) - 1)
               .arg(literal(params.changes(row, 2)));
  code += QStringLiteral("own = {%1}  # (row, column): stars, 0 for none; of equal cells the last\n")
              .arg(own.join(QStringLiteral(", ")));
  code += QStringLiteral("factors, penalty, seed, sweeps = %1, %2, %3, %4\nperson, film = %5, %6\n")
              .arg(params.factors)
              .arg(literal(params.penalty))
              .arg(params.seed)
              .arg(sweeps)
              .arg(params.person - 1)
              .arg(params.film - 1);
  QString start = firstFactorsCode(); // the function alone
  start.truncate(start.indexOf(QStringLiteral("\n\nP = ")) + 1);
  return code + randomCode() + start + learnCode() + python::printReadouts();
}

} // namespace eigenboard::panels::recommender::explain_panel
