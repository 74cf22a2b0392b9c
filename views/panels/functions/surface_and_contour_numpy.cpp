#include "core/algebra/expression_text.h"
#include "views/panels/functions/surface_and_contour_model.h"
#include "views/panels/support/python.h"

namespace eigenboard::panels::functions::surface_and_contour_panel {

namespace {

QString functionCode(const Params& params) {
  const std::vector<std::string> variables{"x", "y"};
  const auto parsed = algebra::parseExpression(params.f.toStdString(), variables);
  return QStringLiteral(R"(
a, b, level = %1, %2, %3


def absolute(u):
    """|u| that has a slope for complex u too."""
    return np.where(np.real(u) < 0, -u, u)


def f(x, y):
    with np.errstate(all="ignore"):
        return %4
)")
      .arg(python::literal(params.a), python::literal(params.b), python::literal(params.level),
           QString::fromStdString(algebra::toPython(parsed.expression, variables, "absolute")));
}

QString slopesCode() {
  return QStringLiteral(R"(

# A complex step: Im f(x + ih)/h is the slope without any difference, so h may be tiny.
h = 1e-200
value = float(f(np.float64(a), np.float64(b)))
slope_x = slope_y = np.nan
if np.isfinite(value):
    slope_x = float(np.imag(f(a + 1j * h, np.float64(b)))) / h
    slope_y = float(np.imag(f(np.float64(a), b + 1j * h))) / h
)");
}

QString levelCode() {
  return QStringLiteral(R"(

def level_length(x, y, z, level):
    """Marching squares over all cells at once. Corners and sides go round a cell from its lower left corner;
    side i runs from corner i to corner i + 1."""
    corners = np.stack([z[:-1, :-1], z[:-1, 1:], z[1:, 1:], z[1:, :-1]])
    cell_x, cell_y = np.meshgrid(x[:-1], y[:-1])
    next_x, next_y = np.meshgrid(x[1:], y[1:])
    corner_x = np.stack([cell_x, next_x, next_x, cell_x])
    corner_y = np.stack([cell_y, cell_y, next_y, next_y])
    with np.errstate(all="ignore"):
        below = corners < level
        crossed = below != np.roll(below, -1, axis=0)
        share = (level - corners) / (np.roll(corners, -1, axis=0) - corners)
        side_x = corner_x + share * (np.roll(corner_x, -1, axis=0) - corner_x)
        side_y = corner_y + share * (np.roll(corner_y, -1, axis=0) - corner_y)
        cuts_first = (corners.mean(axis=0) < level) != below[0]

    def length(i, j, where):
        return np.hypot(side_x[i][where] - side_x[j][where], side_y[i][where] - side_y[j][where]).sum()

    whole = np.isfinite(corners).all(axis=0)
    crossings = np.where(whole, crossed.sum(axis=0), 0)
    total = sum(length(i, j, (crossings == 2) & crossed[i] & crossed[j])
                for i in range(4) for j in range(i + 1, 4))
    # Two lines in one cell: they cut off the corners that its middle does not belong to.
    saddle = crossings == 4
    return (total + length(0, 3, saddle & cuts_first) + length(1, 2, saddle & cuts_first)
            + length(0, 1, saddle & ~cuts_first) + length(2, 3, saddle & ~cuts_first))


n = %1
x = y = -2 + 4 * (np.arange(n) / (n - 1))
grid_x, grid_y = np.meshgrid(x, y)
z = np.broadcast_to(f(grid_x, grid_y), grid_x.shape)
finite = z[np.isfinite(z)]

readouts = {
    "f": value,
    "slope_x": slope_x,
    "slope_y": slope_y,
    "steepness": np.hypot(slope_x, slope_y),
    "level_length": level_length(x, y, z, level),
    "gap": value - level,
    "lowest": finite.min() if finite.size else np.nan,
    "highest": finite.max() if finite.size else np.nan,
}
)")
      .arg(samplesAcross);
}

} // namespace

QString numpyCode(const Params& params) {
  return python::imports() + functionCode(params) + slopesCode() + levelCode() + python::printReadouts();
}

} // namespace eigenboard::panels::functions::surface_and_contour_panel
