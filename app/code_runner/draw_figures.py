# Runs a cell of the book and keeps the figures it shows as SVG files, in outlines that every reader of SVG draws alike:
# without clip paths, which some leave out, and without embedded pixels.
import atexit
import importlib.util
import os
import sys
import types

script, folder = sys.argv[1:3]
sys.argv = [script]


def figures_module():
    import numpy as np
    from matplotlib import backend_bases
    from matplotlib._pylab_helpers import Gcf
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.path import Path

    class Renderer(backend_bases.RendererBase):
        def __init__(self, width, height):
            super().__init__()
            self.width, self.height = width, height
            self.parts = []

        def get_canvas_width_height(self):
            return self.width, self.height

        def points_to_pixels(self, points):
            return points

        def outline(self, lines, close):
            made = []
            for line in lines:
                if len(line) < 2:
                    continue
                pairs = [f"{x:.2f} {self.height - y:.2f}" for x, y in line]
                made.append("M" + "L".join(pairs) + ("Z" if close else ""))
            return "".join(made)

        def paint(self, color, alpha):
            red, green, blue = (round(255 * part) for part in color[:3])
            opacity = alpha if alpha is not None else (color[3] if len(color) > 3 else 1.0)
            return f"#{red:02x}{green:02x}{blue:02x}", opacity

        def draw_path(self, gc, path, transform, rgbFace=None):
            box = gc.get_clip_rectangle()
            alpha = gc.get_alpha() if gc.get_forced_alpha() else None
            if rgbFace is not None:
                filled = path.transformed(transform)
                polygons = filled.to_polygons()
                if box is not None:
                    polygons = [p for part in polygons for p in Path(part).clip_to_bbox(box).to_polygons()]
                outline = self.outline(polygons, True)
                color, opacity = self.paint(rgbFace, alpha)
                if outline and opacity > 0:
                    self.parts.append(f'<path d="{outline}" fill="{color}" fill-opacity="{opacity:.3g}"/>')
            width = gc.get_linewidth()
            color, opacity = self.paint(gc.get_rgb(), alpha)
            if width <= 0 or opacity <= 0:
                return
            lines = path.to_polygons(transform, closed_only=False)
            cap = {"projecting": "square"}.get(gc.get_capstyle(), gc.get_capstyle())
            if box is not None:
                room = (box.x0, box.y0, box.x1, box.y1)
                if not all(box.count_contains(line) == len(line) for line in lines):
                    cap = "butt"  # a line that is cut ends at the border
                lines = [part for line in lines
                         for part in Path(line).cleaned(clip=room).to_polygons(closed_only=False)]
            outline = self.outline(lines, False)
            if not outline:
                return
            offset, dashes = gc.get_dashes()
            dashed = f' stroke-dasharray="{" ".join(f"{d:.2f}" for d in dashes)}"' if dashes is not None else ""
            self.parts.append(f'<path d="{outline}" fill="none" stroke="{color}" stroke-opacity="{opacity:.3g}" '
                              f'stroke-width="{width:.2f}" stroke-linecap="{cap}" '
                              f'stroke-linejoin="{gc.get_joinstyle()}"{dashed}/>')

        def draw_image(self, gc, x, y, im, transform=None):
            rows = np.asarray(im)
            box = gc.get_clip_rectangle()
            low, high = (box.y0, box.y1) if box is not None else (0, self.height)
            first = 0
            for end in range(1, len(rows) + 1):  # equal rows together, and in a row equal colours
                if end < len(rows) and np.array_equal(rows[end], rows[first]):
                    continue
                bottom, top = max(y + first, low), min(y + end, high)
                row = rows[first]
                edges = np.flatnonzero(np.any(row[1:] != row[:-1], axis=1)) + 1
                for left, right in zip([0, *edges], [*edges, len(row)]):
                    color, opacity = self.paint(row[left] / 255, None)
                    if opacity > 0 and top > bottom:
                        self.parts.append(f'<rect x="{x + left:.2f}" y="{self.height - top:.2f}" '
                                          f'width="{right - left + 0.2:.2f}" height="{top - bottom + 0.2:.2f}" '
                                          f'fill="{color}" fill-opacity="{opacity:.3g}"/>')
                first = end

        def svg(self):
            size = f'width="{self.width:.0f}" height="{self.height:.0f}" viewBox="0 0 {self.width:.0f} {self.height:.0f}"'
            return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>' + "\n".join(self.parts) + "</svg>\n"

    def keep(*_, **__):
        for manager in Gcf.get_all_fig_managers():
            figure = manager.canvas.figure
            figure.set_dpi(72)
            renderer = Renderer(figure.bbox.width, figure.bbox.height)
            figure.draw(renderer)
            number = len(os.listdir(folder))
            with open(os.path.join(folder, f"{number:03}.svg"), "w") as file:
                file.write(renderer.svg())
        Gcf.destroy_all()

    class Figures(backend_bases._Backend):
        FigureCanvas = FigureCanvasAgg
        FigureManager = backend_bases.FigureManagerBase

    Figures.export(Figures)
    module = types.ModuleType("eigenboard_figures")
    module.__dict__.update(FigureCanvas=FigureCanvasAgg, FigureManager=backend_bases.FigureManagerBase, show=keep,
                           _Backend=Figures)
    return module, keep


if importlib.util.find_spec("matplotlib"):  # otherwise the cell itself will say that it is missing
    module, keep = figures_module()
    sys.modules["eigenboard_figures"] = module
    os.environ["MPLBACKEND"] = "module://eigenboard_figures"
    import matplotlib

    matplotlib.rcParams["backend"] = "module://eigenboard_figures"
    atexit.register(keep)


def run():
    main = types.ModuleType("__main__")
    main.__file__ = script
    sys.modules["__main__"] = main
    with open(script, encoding="utf-8") as file:
        code = compile(file.read(), script, "exec")
    exec(code, main.__dict__)


def tell(kind, error, trace):
    trace = trace.tb_next.tb_next if trace is not None and trace.tb_next is not None else trace
    sys.__excepthook__(kind, error.with_traceback(trace), trace)


sys.excepthook = tell
run()
