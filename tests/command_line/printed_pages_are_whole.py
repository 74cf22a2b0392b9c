import os
import re
import unicodedata
import unittest
from pathlib import Path

from printed import PrintedTest, poppler, tree_of
from program import BOOK

CHAPTER = next(BOOK.glob("*/06-eigenvalues-and-eigenvectors.md"))


class Printed(PrintedTest):
    def test_every_word_of_the_chapter_is_there(self):
        pdf = self.printed("4.6")
        text = unicodedata.normalize("NFKC", poppler("pdftotext", "-layout", pdf, "-"))  # ligatures to letters
        shown = set(re.findall(r"[a-z]{4,}", text.lower()))
        source = re.sub(r"(?s)^---.*?\n---|```.*?```|\$\$.*?\$\$|\$[^$]*\$|\]\([^)]*\)|<[^>]*>|`[^`]*`", " ",
                        CHAPTER.read_text())
        # Nothing can be turned on paper: the column that names the panel's controls is not there.
        source = re.sub(r"(?ms)^(\| Symbol \|.*?\n)(?=\n)",
                        lambda table: re.sub(r"(?m)(?<!\\)\|[^|]*\|$", "|", table[1]), source)
        # An answer box and the caption of a card are drawn in another way on paper.
        source = re.sub(r"\[[a-z ]+(?= )|^\[.*", " ", source, flags=re.M)
        wanted = {word for word in re.findall(r"(?<![\w\\])[a-z]{4,}(?!\w)", source.lower())}
        missing = wanted - shown
        # A word that stands at a hyphen or between quotation marks may be broken there.
        self.assertLess(len(missing), 0.01 * len(wanted), sorted(missing))

    def test_contents_and_links_lead_where_they_say(self):
        # Up to three chapters have their sections in the contents; of more the contents name the chapters alone.
        for words, entries, links in ((("4.4",), 15, 20), (("level", "4"), 100, 2 * 7 - 1)):
            with self.subTest(words):
                self.contents_and_links_lead_where_they_say(self.printed(*words), entries, links)

    def contents_and_links_lead_where_they_say(self, pdf, entries, more_links_than):
        tree = tree_of(pdf)
        pages = {int(page.get("number")): "".join(page.itertext()) for page in tree.iter("page")}
        for number, text in pages.items():
            self.assertIn(str(number), text)
        items = [(item.text.split("  ")[-1], int(item.get("page"))) for item in tree.iter("item")]
        self.assertGreater(len(items), entries)
        squeezed = {number: re.sub(r"\W", "", text).lower() for number, text in pages.items()}
        for title, page in items:
            words = re.sub(r"\W", "", title.split(":")[-1]).lower()
            if title != "Contents":
                self.assertIn(words, squeezed[page], f"{title} is not on page {page}")
        links = [(link.get("href"), "".join(link.itertext())) for link in tree.iter("a")]
        targets = [int(href.split("#")[1]) for href, _ in links if "#" in href and not href.startswith("http")]
        self.assertGreater(len(targets), more_links_than)
        self.assertTrue(all(target in pages for target in targets))

    def test_mathematics_is_vector_and_fonts_are_embedded(self):
        pdf = self.printed("4.4")
        self.assertEqual(poppler("pdfimages", "-list", pdf).count("\n"), 2, "there are raster pictures")
        fonts = poppler("pdffonts", pdf).splitlines()[2:]
        self.assertTrue(any("KaTeX" in font for font in fonts))
        for font in fonts:
            self.assertEqual(font.split()[-5], "yes", f"not embedded: {font}")
        self.assertLess(os.path.getsize(pdf), 1_500_000)

    def test_the_same_chapter_gives_the_same_bytes(self):
        first = Path(self.printed("4.6")).read_bytes()
        self.assertEqual(first, Path(self.printed("4.6")).read_bytes())

    def test_paper_and_exercises_are_as_asked(self):
        pdf = self.printed("4.6", "--paper", "letter", "--no-hints", "--no-solutions")
        self.assertIn("612 x 792", poppler("pdfinfo", pdf))
        self.assertNotIn("Solutions", poppler("pdftotext", pdf, "-").splitlines())

    def test_the_document_says_what_it_is(self):
        pdf = self.printed("4.6")
        facts = dict(re.findall(r"(?m)^(\w+):\s+(.*)$", poppler("pdfinfo", pdf)))
        self.assertEqual(facts["Title"], "4.6 Eigenvalues & Eigenvectors")
        self.assertEqual(facts["Author"], "The Eigenboard authors")
        # pdfinfo does not tell the language, nor that viewers should show the title; the catalog is plain text.
        catalog = re.search(rb"<<[^\n]*/Type /Catalog[^\n]*", Path(pdf).read_bytes())[0]
        self.assertIn(b"/Lang (en)", catalog)
        self.assertIn(b"/DisplayDocTitle true", catalog)

    def test_wrong_use_is_one_clear_line(self):
        output = str(self.folder / "x.pdf")
        self.fail_with(2, "print", "4.66", "-o", output, words="did you mean")
        self.fail_with(2, "print", "4.6", words="-o FILE.pdf")
        self.fail_with(2, "print", "4.6", "-o", str(self.folder / "x.doc"), words="PDF")
        self.fail_with(2, "print", "4.6", "--paper", "a3", "-o", output, words="a4 or letter")
        self.fail_with(2, "print", "14.1", "-o", output, words="not written yet")
        self.fail_with(1, "print", "4.6", "-o", "/dev/full")
        self.assertFalse(Path(output).exists())


if __name__ == "__main__":
    unittest.main()
