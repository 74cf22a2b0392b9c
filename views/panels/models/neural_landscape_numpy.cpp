#include "views/panels/models/neural_landscape_words.h"
#include "views/panels/support/python.h"

#include <algorithm>
#include <vector>

namespace eigenboard::panels::models::neural_landscape_panel {

namespace {

QString setupCode(const Params& p) {
  const nets::LabelledPoints data = p.points();
  constexpr const char* kinds[] = {"none", "batch", "layer"};
  return QStringLiteral(R"(import torch
from torch.nn import functional as F

double = torch.float64
points = torch.from_numpy(%1)
labels = torch.from_numpy(%2)
start = torch.from_numpy(%3)  # a row of weights for each neuron, then γ, then the bias or β; layer by layer
raw = %4
hidden, activation, normalization = [%5] * %6, torch.%7, "%8"
rate, span = %9
)")
      .arg(python::array(data.points), python::array(data.labels), python::array(p.start()),
           QStringLiteral("[torch.from_numpy(%1), torch.from_numpy(%2)]")
               .arg(python::array(p.rawDirection(0)), python::array(p.rawDirection(1))),
           QString::number(p.neurons), QString::number(p.layers),
           p.activation == nets::Activation::Tanh ? QStringLiteral("tanh") : QStringLiteral("relu"),
           QString::fromLatin1(kinds[static_cast<int>(p.normalization)]),
           python::literal(p.rate) + QStringLiteral(", ") + python::literal(p.span));
}

QString networkCode() {
  return QStringLiteral(R"(
places, at, width = [], 0, 2  # of each layer: its neurons, its inputs, where weights, γ and bias or β begin
for neurons in hidden + [1]:
    normalized = normalization != "none" and len(places) < len(hidden)
    scale = at + width * neurons
    shift = scale + (neurons if normalized else 0)
    places.append((neurons, width, at, scale if normalized else None, shift))
    at, width = shift + neurons, neurons


def logits(theta):
    """Of all points; theta may be many networks at once, a row each."""
    z = points
    for neurons, width, weights, scale, shift in places:
        W = theta[..., weights : weights + width * neurons].unflatten(-1, (neurons, width))
        z = z @ W.transpose(-1, -2)
        if scale is not None:
            axis = -2 if normalization == "batch" else -1
            spread = torch.sqrt(z.var(axis, unbiased=False, keepdim=True) + 1e-5)
            z = (z - z.mean(axis, keepdim=True)) / spread
            z = z * theta[..., None, scale : scale + neurons]
        z = z + theta[..., None, shift : shift + neurons]
        if shift + neurons < len(start):
            z = activation(z)
    return z[..., 0]


def losses(theta):
    z = logits(theta)
    target = ((labels + 1) / 2).expand_as(z)
    return F.binary_cross_entropy_with_logits(z, target, reduction="none").mean(-1)


def loss_and_gradient(theta):
    theta = theta.detach().requires_grad_()
    loss = losses(theta)
    return loss.detach(), torch.autograd.grad(loss, theta)[0]


def hessian(theta):
    """One copy of the network for each row: copy i gives row i, all in one backward pass."""
    copies = theta.detach().repeat(len(theta), 1).requires_grad_()
    slopes = torch.autograd.grad(losses(copies).sum(), copies, create_graph=True)[0]
    return torch.autograd.grad(slopes.diagonal().sum(), copies)[0]


def accuracy(theta):
    return (logits(theta) * labels > 0).to(double).mean()
)");
}

/// From where Python goes on: a training at the edge of stability multiplies every rounding, and after many
/// steps another library's would be another training.
constexpr int stepsOfPython = 20;

QString trainingCode(const Params& p, int steps) {
  std::vector<Eigen::VectorXd> path;
  for (Step step = start(p);; step = next(p, step)) {
    if (step.state.diverged && !path.empty())
      break;
    path.push_back(step.state.parameters);
    if (static_cast<int>(path.size()) > steps || step.state.diverged)
      break;
  }
  const auto taken = static_cast<int>(path.size()) - 1;
  const int from = std::max(0, taken - stepsOfPython);
  QString code = QStringLiteral("\nstep = %1\n").arg(from);
  code += from == 0 ? QStringLiteral("theta = start\n")
                    : QStringLiteral("# A checkpoint: near the edge of stability roundings grow from step to "
                                     "step.\ntheta = torch.from_numpy(%1)\n")
                          .arg(python::array(path[static_cast<std::size_t>(from)]));
  if (p.plane == PlaneKind::Path)
    code += QStringLiteral("middle = torch.from_numpy(%1)  # half way\n")
                .arg(python::array(path[path.size() / 2]));
  return code + QStringLiteral(R"(
loss, gradient = loss_and_gradient(theta)
while step < %1:
    after = theta - rate * gradient
    there = loss_and_gradient(after)
    if not all(torch.isfinite(part).all() for part in (after, *there)):
        break
    theta, (loss, gradient), step = after, there, step + 1
)")
                    .arg(steps);
}

QString planeCode(const Params& p) {
  QString code = QStringLiteral(R"(

def filter_normalized(direction):
    """Every neuron's weights as long as the network's own; all else stays where it is."""
    fitted = torch.zeros_like(direction)
    for neurons, width, weights, _, _ in places:
        part = slice(weights, weights + neurons * width)
        own, way = theta[part].reshape(neurons, width), direction[part].reshape(neurons, width)
        fitted[part] = (way * (own.norm(dim=1) / way.norm(dim=1))[:, None]).flatten()
    return fitted


first, second = [filter_normalized(direction) for direction in raw]
)");
  if (p.plane == PlaneKind::Path)
    code += QStringLiteral(R"(

def upright(way):
    for _ in range(2):
        way = way - (first @ way) / (first @ first) * first
    return way


# The plane of the start, the middle and the end of the training.
back, spare = start - theta, second
if back.norm() > 1e-9 * theta.norm():
    first, second = back, None
    second = upright(middle - theta)
    if second.norm() <= 1e-9 * first.norm():
        second = upright(spare)
)");
  return code + QStringLiteral(R"(
side = torch.linspace(-span, span, %1, dtype=double)
beta, alpha = torch.meshgrid(side, side, indexing="ij")
grid = losses(theta + alpha[..., None] * first + beta[..., None] * second)

way, share = start - theta, 0.0
if way.norm() > 0:
    frame = torch.stack([first, second], dim=1)
    place = torch.linalg.lstsq(frame, way[:, None]).solution[:, 0]
    share = (frame @ place).norm() / way.norm()

probe = theta + span * (%2 * first + %3 * second)
curvatures = torch.linalg.eigvalsh(hessian(theta))
readouts = {
    "step": step,
    "loss": loss,
    "accuracy": accuracy(theta),
    "slope": gradient.norm(),
    "sharpness": curvatures[-1],
    "lowest_curvature": curvatures[0],
    "eta_lambda": rate * curvatures[-1],
    "parameters": len(theta),
    "share": share,
    "probe_loss": losses(probe),
    "probe_accuracy": accuracy(probe),
    "plane_low": grid.min(),
    "plane_high": grid.max(),
}
)")
                    .arg(gridAcross)
                    .arg(python::literal(p.probe.x()), python::literal(p.probe.y()));
}

} // namespace

QString numpyCode(const Params& params, int steps) {
  return python::imports() + setupCode(params) + networkCode() + trainingCode(params, steps) +
         planeCode(params) + python::printReadouts();
}

} // namespace eigenboard::panels::models::neural_landscape_panel
