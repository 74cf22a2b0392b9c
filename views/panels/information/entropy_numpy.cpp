#include "views/panels/information/entropy_model.h"
#include "views/panels/support/python.h"

namespace eigenboard::panels::information::entropy_panel {

namespace {

QString formatCode(numerics::Precision precision) {
  switch (precision) {
  case numerics::Precision::Single:
    return QStringLiteral(R"(

def fp(x):
    """The nearest number of single precision."""
    return float(np.float32(x))
)");
  case numerics::Precision::Half:
    return QStringLiteral(R"(

def fp(x):
    """The nearest number of half precision."""
    return float(np.float16(x))
)");
  case numerics::Precision::BFloat16:
    return QStringLiteral(R"(

def fp(x):
    """The nearest number of bfloat16, which has 8 significant bits and which NumPy does not know."""
    mantissa, exponent = np.frexp(x)
    return float(np.ldexp(np.rint(np.ldexp(mantissa, 8)), exponent - 8))
)");
  case numerics::Precision::Double:
    break;
  }
  return QStringLiteral(R"(

def fp(x):
    """Double precision is what Python counts in."""
    return float(x)
)");
}

QString codeCode() {
  return QStringLiteral(R"(
weights[weights < 1e-6] = 0.0
if not weights.any():
    weights = np.ones(6)
p = weights / weights.sum()


def entropy(q):
    """In bits, with 0 log 0 = 0."""
    q = q[q > 0]
    return -np.sum(q * np.log2(q)) + 0.0


H = entropy(p)

# Huffman: the two lightest become one, again and again; each union adds a bit to all below it. Of equal weights
# the one that was made first goes first, which keeps the longest word short.
used = [float(w) for w in weights if w > 0]
heap = [(w, order, 0) for order, w in enumerate(used)]
heapq.heapify(heap)
order, L = len(heap), 0.0
while len(heap) > 1:
    first, _, depth_of_first = heapq.heappop(heap)
    second, _, depth_of_second = heapq.heappop(heap)
    L += (first + second) / sum(used)
    heapq.heappush(heap, (first + second, order, max(depth_of_first, depth_of_second) + 1))
    order += 1
longest_word = heap[0][2]

# P(X = i, Y = j): X down the rows, Y along the columns.
table = np.array([[y * given1, (1 - y) * given2], [y * (1 - given1), (1 - y) * (1 - given2)]])
px, py = table.sum(axis=1), table.sum(axis=0)
x_given_y = sum(py[j] * entropy(table[:, j] / py[j]) for j in range(2) if py[j] > 0)
y_given_x = sum(px[i] * entropy(table[i] / px[i]) for i in range(2) if px[i] > 0)
product = np.outer(px, py)
seen = table > 0
mutual = np.sum(table[seen] * np.log2(table[seen] / product[seen]))
)");
}

QString roundedCode() {
  return QStringLiteral(R"(

def term(q):
    """-q log2 q, every operation rounded."""
    q = fp(q)
    return -fp(q * fp(np.log2(q))) + 0.0 if q > 0 else 0.0


def total(numbers):
    result = 0.0
    for number in numbers:
        result = fp(result + fp(number))
    return result


rounded_entropy = total(term(q) for q in p)
both = total(term(q) for q in table.ravel())
rows = [total(row) for row in table]
of_x = total(term(row) for row in rows)
rest = [
    fp(s * total(term(fp(fp(q) / s)) for q in row)) for s, row in zip(rows, table) if s > 0
]
chain_gap = fp(both - fp(of_x + total(rest)))

readouts = {
    "entropy": H,
    "code_length": L,
    "redundancy": L - H,
    "perplexity": 2**H,
    "longest_word": longest_word,
    "symbols": len(used),
    "entropy_x": entropy(px),
    "entropy_y": entropy(py),
    "entropy_xy": entropy(table.ravel()),
    "x_given_y": x_given_y,
    "y_given_x": y_given_x,
    "mutual": mutual,
    "rounded_entropy": rounded_entropy,
    "rounding_error": rounded_entropy - H,
    "chain_gap": chain_gap,
}
)");
}

} // namespace

QString numpyCode(const Params& p) {
  const Eigen::RowVectorXd weights{{p.a, p.b, p.c, p.d, p.e, p.f}};
  const QString data = QStringLiteral("\nweights = %1\ny, given1, given2 = %2, %3, %4\n")
                           .arg(python::array(weights.transpose()), python::literal(p.y),
                                python::literal(p.given1), python::literal(p.given2));
  return QStringLiteral("import heapq\n") + python::imports() + formatCode(p.precision) + data + codeCode() +
         roundedCode() + python::printReadouts();
}

} // namespace eigenboard::panels::information::entropy_panel
