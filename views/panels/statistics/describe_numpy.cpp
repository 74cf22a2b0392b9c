#include "views/panels/statistics/describe_model.h"
#include "views/panels/support/python.h"

namespace eigenboard::panels::statistics::describe_panel {

using python::literal;

namespace {

QString valuesCode(const Params& p) {
  return QStringLiteral(R"(from scipy import optimize, stats

x = %1
h, width, start, cut = %2, %3, %4, %5
n = len(x)
chosen = min(%6, n - 1)
nan = np.nan
)")
             .arg(python::array(p.values), literal(p.bandwidth), literal(p.binWidth), literal(p.binStart),
                  literal(p.cut))
             .arg(p.chosen) +
         QStringLiteral(R"(

def slope(t):
    """Of the kernel density estimate, but for a factor."""
    z = (np.atleast_1d(t)[:, None] - x) / h
    return -np.sum(z * np.exp(-z**2 / 2), axis=1)


def peaks_of_estimate():
    low, high = x.min() - h, x.max() + h
    grid = np.linspace(low, high, int(np.ceil((high - low) / (h / 8))) + 1)
    s = slope(grid)
    return [
        optimize.brentq(lambda t: slope(t)[0], a, b, xtol=1e-15, rtol=1e-15)
        for a, b, up, down in zip(grid, grid[1:], s, s[1:])
        if up >= 0 and down < 0
    ]


peaks = peaks_of_estimate() if n else []
mode, highest = nan, 0
for place in peaks:  # of several as high, the least
    height = np.mean(stats.norm.pdf(place, x, h))
    if height > highest * (1 + 1e-9):
        mode, highest = place, height

mean = np.mean(x) if n else nan
q1, median, q3 = np.quantile(x, [0.25, 0.5, 0.75]) if n else (nan, nan, nan)  # method="linear", type 7
iqr = q3 - q1
sd = (np.std(x, ddof=1) if x.max() > x.min() else 0) if n > 1 else nan
rest = np.delete(x, chosen) if n else x
_, counts = np.unique(np.floor((x - start) / width + 1e-9), return_counts=True)
narrow = min(sd, iqr / 1.34) if iqr > 0 else sd

readouts = {
    "mean": mean,
    "median": median,
    "trimmed": stats.trim_mean(x, cut) if n else nan,
    "mode": np.round(mode, 4),  # of a flat top rounding leaves no more
    "peaks": len(peaks),
    "influence_mean": mean - np.mean(rest) if n > 1 else nan,
    "influence_median": median - np.median(rest) if n > 1 else nan,
    "sd": sd,
    "variance": sd**2,
    "mad": stats.median_abs_deviation(x) if n else nan,
    "q1": q1,
    "q3": q3,
    "iqr": iqr,
    "outliers": np.sum((x < q1 - 1.5 * iqr) | (x > q3 + 1.5 * iqr)),
    "tallest": counts.max() if n else 0,
    "scott": sd * n ** (-1 / 5) if n > 1 else nan,
    "silverman": sd * (4 / (3 * n)) ** (1 / 5) if n > 1 else nan,
    "robust": 0.9 * narrow * n ** (-1 / 5) if n > 1 else nan,
    "n": n,
}
)");
}

QString pointsCode(const Params& p) {
  return QStringLiteral(R"(from scipy import stats

points = %1.reshape(-1, 3)
x, y, group = points.T
n = len(points)
chosen = min(%2, n - 1)
nan = np.nan
)")
             .arg(python::array(p.points))
             .arg(p.chosen) +
         QStringLiteral(R"(

def varies(v):
    return len(v) > 1 and v.max() > v.min()


def correlation(x, y):
    return np.corrcoef(x, y)[0, 1] if varies(x) and varies(y) else nan


def line(x, y):
    """Intercept and slope of least squares."""
    if not varies(x):
        return nan, nan
    u = x - x.mean()
    b = u @ (y - y.mean()) / (u @ u)
    return y.mean() - b * x.mean(), b


def centred(v):
    return v - v.mean() if varies(v) else 0 * v


a, b = line(x, y)
cov = np.cov(np.column_stack([centred(x), centred(y)]).T) if n > 1 else np.full((2, 2), nan)
axes = np.linalg.eigvalsh(cov) if n > 1 else [nan, nan]
u, v = np.zeros(n), np.zeros(n)  # about the mean of each group
for g in np.unique(group):
    u[group == g], v[group == g] = centred(x[group == g]), centred(y[group == g])
rest = np.arange(n) != chosen
r = correlation(x, y)

readouts = {
    "pearson": r,
    "spearman": correlation(stats.rankdata(x), stats.rankdata(y)),
    "kendall": stats.kendalltau(x, y)[0] if varies(x) and varies(y) else nan,  # tau-b
    "slope": b,
    "intercept": a,
    "r_squared": r**2,
    "covariance": cov[0, 1],
    "mean_x": x.mean() if n else nan,
    "mean_y": y.mean() if n else nan,
    "sd_x": np.sqrt(cov[0, 0]),
    "sd_y": np.sqrt(cov[1, 1]),
    "pearson_without": correlation(x[rest], y[rest]),
    "slope_without": line(x[rest], y[rest])[1],
    "slope_within": u @ v / (u @ u) if np.any(u != 0) else nan,
    "slope_0": line(x[group == 0], y[group == 0])[1],
    "slope_1": line(x[group == 1], y[group == 1])[1],
    "slope_2": line(x[group == 2], y[group == 2])[1],
    "axis_long": axes[1],
    "axis_short": max(axes[0], 0.0) if n > 1 else nan,
    "n": n,
}
)");
}

} // namespace

QString numpyCode(const Params& params) {
  return python::imports() + (params.mode == Mode::Line ? valuesCode(params) : pointsCode(params)) +
         python::printReadouts();
}

} // namespace eigenboard::panels::statistics::describe_panel
