import json
import re
import shutil
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

import numpy
from PIL import Image

from program import ProgramTest, panels

PANEL = "linear_algebra.transform"
PROCESS = "linear_algebra.eigen"


def pixels(image: Image.Image) -> numpy.ndarray:
    return numpy.asarray(image.convert("RGB")).astype(int)


class Movements(ProgramTest):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)

    def export(self, name: str, *arguments: str) -> Path:
        target = self.folder / name
        self.succeed("export", *arguments, "-o", str(target))
        return target

    def opened(self, file: Path) -> Image.Image:
        image = Image.open(file)
        self.addCleanup(image.close)
        return image

    def keyframes(self, panel: str, states: list[dict]) -> str:
        file = self.folder / "keyframes.json"
        file.write_text(json.dumps({"panel": panel, "version": 1, "keyframes": states}))
        return str(file)

    def test_a_gif_is_the_pictures_of_its_states(self):
        for panel, sweep in ((PANEL, "b=-1:2:12"), (PROCESS, "a=0.5:2:12")):
            look = ("--size", "480x270", "--formula")
            gif = self.opened(self.export("s.gif", panel, "--sweep", sweep, "--fps", "30", *look))
            frames = self.folder / "frames"
            self.succeed("export", panel, "--sweep", sweep, *look, "--frames", str(frames))
            names = sorted(file.name for file in frames.iterdir())
            self.assertEqual(names, [f"{panel}-{number:04}.png" for number in range(1, 13)])
            self.assertEqual((gif.size, gif.n_frames, gif.info["loop"]), ((480, 270), 12, 0))
            palette = numpy.array(gif.getpalette()).reshape(-1, 3)
            elapsed = 0
            for number, name in enumerate(names):
                gif.seek(number)
                elapsed += gif.info["duration"]
                # Hundredths of a second, without drift.
                self.assertLessEqual(abs(elapsed - (number + 1) * 1000 / 30), 5 + 1)
                shown, true = pixels(gif), pixels(Image.open(frames / name))
                error = ((shown - true) ** 2).sum(axis=2)
                # Each pixel has the nearest colour of the palette: none is nearer, by trying all for every 7th pixel.
                sample = true.reshape(-1, 3)[::7]
                least = ((sample[:, None, :] - palette[None, :255, :]) ** 2).sum(axis=2).min(axis=1)
                numpy.testing.assert_array_equal(error.reshape(-1)[::7], least)
                # And the palette is a good one: nowhere as far off as three fifths of the fixed cube of 8 by 8 by 4
                # colours, whose corners are 16, 16 and 32 from the middles of its cells.
                self.assertLess(numpy.sqrt(error.max()), 0.6 * numpy.sqrt(16**2 + 16**2 + 32**2))
                colours, counts = numpy.unique(true.reshape(-1, 3), axis=0, return_counts=True)
                self.assertEqual(error[(true == colours[counts.argmax()]).all(axis=2)].max(), 0, "flat colours are exact")
            shutil.rmtree(frames)

    def test_a_gif_writes_what_changes_only(self):
        still = [{"milliseconds": 100, "state": {"panel": PANEL, "version": 1, "values": {}}}] * 40
        many = self.export("m.gif", "--keyframes", self.keyframes(PANEL, still), "--size", "480x270").stat().st_size
        one = self.export("1.gif", "--keyframes", self.keyframes(PANEL, still[:1]), "--size", "480x270").stat().st_size
        self.assertLess(many - one, 40 * 100 + 12 * 1024)  # headers, and the states in the comment

    def test_processes_have_a_frame_a_step(self):
        gif = self.opened(self.export("p.gif", PROCESS, "--steps", "0:5", "--fps", "4", "--size", "320x180"))
        self.assertEqual((gif.n_frames, gif.info["duration"]), (6, 250))

    def test_keyframes_last_as_long_as_they_say(self):
        states = [{"label": "A", "milliseconds": 700, "state": {"panel": PANEL, "version": 1, "values": {"b": b}}}
                  for b in ("0", "1.5")]
        gif = self.opened(self.export("k.gif", "--keyframes", self.keyframes(PANEL, states), "--size", "320x180"))
        durations = []
        for number in range(gif.n_frames):
            gif.seek(number)
            durations.append(gif.info["duration"])
        self.assertEqual((durations[0], durations[-1]), (700, 700))
        self.assertEqual(sum(durations), 1400 + 14 * 40)

    def test_the_states_are_kept(self):
        gif = self.opened(self.export("c.gif", PANEL, "--sweep", "b=0:2:3", "--size", "320x180"))
        comment = gif.info["comment"]
        stored = json.loads(comment)
        self.assertEqual([frame["state"]["values"].get("b") for frame in stored["keyframes"]["keyframes"]][1], "1")
        self.assertRegex(stored["eigenboard"], r"^\d+\.\d+\.\d+$")

    def test_a_deck_has_a_page_a_keyframe(self):
        states = [{"milliseconds": 500, "state": {"panel": PANEL, "version": 1, "values": {"b": b}}} for b in ("0", "1", "2")]
        file = self.keyframes(PANEL, states)
        for extra, pages in (((), 3), (("--in-betweens", "4"), 11)):
            deck = self.export("d.pdf", "--keyframes", file, "--slide", "full", "--title", "Deck", *extra)
            info = subprocess.run(["pdfinfo", str(deck)], capture_output=True, text=True, check=True).stdout
            self.assertRegex(info, rf"Pages:\s+{pages}\n")
            width, height = map(float, re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", info).groups())
            self.assertEqual((width, height), (1440, 810))
            packet = subprocess.run(["pdfinfo", "-meta", str(deck)], capture_output=True, text=True, check=True).stdout
            # What was marked is stored, whatever pages stand in between.
            self.assertEqual(packet.count("milliseconds"), len(states))
        again = self.export("e.pdf", "--keyframes", file, "--slide", "full", "--title", "Deck", "--in-betweens", "4")
        self.assertEqual(deck.read_bytes(), again.read_bytes())

    @unittest.skipUnless(shutil.which("ffmpeg") and shutil.which("ffprobe"), "no ffmpeg: MP4 is not judged")
    def test_a_movie_is_read_by_ffprobe(self):
        movie = self.export("m.mp4", PANEL, "--sweep", "b=0:1:50", "--fps", "25", "--size", "321x181")
        shown = json.loads(subprocess.run(
            ["ffprobe", "-v", "error", "-count_frames", "-show_streams", "-show_format", "-of", "json", str(movie)],
            capture_output=True, check=True).stdout)
        self.assertEqual(len(shown["streams"]), 1, "no sound")
        stream = shown["streams"][0]
        self.assertEqual((stream["width"], stream["height"], stream["pix_fmt"]), (322, 182, "yuv420p"))
        self.assertEqual((stream["nb_read_frames"], stream["r_frame_rate"]), ("50", "25/1"))
        self.assertAlmostEqual(float(shown["format"]["duration"]), 2, delta=0.001)
        self.assertEqual(json.loads(shown["format"]["tags"]["comment"])["keyframes"]["panel"], PANEL)
        again = self.export("n.mp4", PANEL, "--sweep", "b=0:1:50", "--fps", "25", "--size", "321x181")
        self.assertEqual(movie.read_bytes(), again.read_bytes())
        self.assertEqual(sorted(file.name for file in self.folder.iterdir()), ["m.mp4", "n.mp4"])

    def test_without_ffmpeg_the_reason_is_told(self):
        message = self.fail_with(1, "export", PANEL, "--sweep", "b=0:1:3", "-o", str(self.folder / "x.mp4"), PATH="/nowhere")
        self.assertIn("ffmpeg", message)
        (self.folder / "bin").mkdir()
        broken = self.folder / "bin" / "ffmpeg"
        broken.write_text("#!/bin/sh\necho 'no codec today' >&2\nexit 3\n")
        broken.chmod(0o755)
        message = self.fail_with(1, "export", PANEL, "--sweep", "b=0:1:3", "-o", str(self.folder / "x.mp4"),
                                 PATH=str(self.folder / "bin"))
        self.assertIn("no codec today", message)
        self.assertEqual([file.name for file in self.folder.iterdir()], ["bin"])

    def test_wrong_wishes_are_one_clear_line(self):
        out = ("-o", str(self.folder / "x.gif"))
        for arguments, words in (
                ((PANEL, "--sweep", "b=0"), "key=from:to"), ((PANEL, "--sweep", "bb=0:1"), "did you mean 'b'"),
                ((PANEL, "--steps", "0:4"), "no process"), ((PROCESS, "--steps", "a:b"), "0:60"),
                ((PANEL, "--sweep", "b=0:1", "--fps", "1000"), "1 to 60"), ((PANEL,), "--sweep"),
                ((PANEL, "--sweep", "b=0:1", "--size", "85mm"), "85x60mm"),
                ((PANEL, "--sweep", "b=0:1", "--slide", "huge"), "full, half, square, 4k, column, print, print300"),
                ((PANEL, "--sweep", "b=0:1", "--slide", "full", "--dpi", "300"), "--dpi"),
                ((PANEL, "--sweep", "b=0:1", "--size", "100x100mm", "--dpi", "0"), "30 to 2400"),
                ((PANEL, "--sweep", "b=0:1", "--steps", "0:3"), "name one")):
            self.fail_with(2, "export", *arguments, *out, words=words)
        self.fail_with(2, "export", PANEL, "--sweep", "b=0:1", "-o", str(self.folder / "x.png"), words="FILE.gif")
        self.fail_with(2, "export", PANEL, "--fps", "5", "-o", str(self.folder / "x.png"), words="--sweep")
        self.fail_with(1, "export", "--keyframes", "/no/such.json", *out, words="/no/such.json")
        self.fail_with(1, "export", "--keyframes", self.keyframes("no.panel", [{}]), *out, words="no.panel")
        self.assertEqual([file.name for file in self.folder.iterdir()], ["keyframes.json"])

    def test_every_figure_of_the_book_in_every_format(self):
        count = sum(len(self.succeed_json("describe", panel, "--json")["presets"]) for panel in panels())
        for form in ("svg", "pdf", "png"):
            folder = self.folder / form
            start = time.monotonic()
            self.succeed("export", "--all", "--format", form, "-o", str(folder))
            seconds = time.monotonic() - start
            self.assertEqual(len(list(folder.glob(f"*.{form}"))), count)
            self.assertEqual(len(list(folder.iterdir())), count)
            self.assertLess(seconds / count, 1, "seconds a figure")


if __name__ == "__main__":
    unittest.main()
