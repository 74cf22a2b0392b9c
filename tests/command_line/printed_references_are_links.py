import re
import unittest

from printed import PrintedTest, poppler, tree_of

FIRST = "# 1.1 First\n\nWords of the beginning.\n"
SECOND = "# 1.2 Second\n\nWords of the middle.\n"
NOTATION = ("# B Notation\n\n| Symbol | Said | Met in |\n|---|---|---|\n"
            "| x | ex, as in 1.1 | 1.1 |\n| y | why | 1.2, H |\n| z | zed | 9.9 |\n")
GLOSSARY = ("# H Glossary\n\nNothing is met in: 1.1 here.\n\n### norm\n\nA length, see 1.2.\n\n"
            "Met in: 1.1, 1.2, 9.9. See also: [angle](#angle), 1.2.\n\n### angle\n\nA turn.\n\nMet in: 1.2.\n")


class References(PrintedTest):
    def links(self, pdf: str) -> list[str]:
        """What leads where, on the pages after the contents."""
        tree = tree_of(pdf)
        pages = {int(page.get("number")): "".join(page.itertext()) for page in tree.iter("page")}
        found = []
        for page in tree.iter("page"):
            if page.get("number") == "1":
                continue
            for link in page.iter("a"):
                words = "".join(link.itertext()).strip(" ,.")
                if not words:
                    continue  # the edge of a link's rectangle touches the comma after it
                place = pages[int(link.get("href").split("#")[1])]
                found.append(f"{words} > {re.search(r'(?:First|Second|Notation|Glossary)', place)[0]}")
        return sorted(found)

    def test_chapters_of_the_glossary_lead_to_their_pages(self):
        pdf = self.printed_book("book", c1_1=FIRST, c1_2=SECOND, B=NOTATION, H=GLOSSARY)
        self.assertEqual(self.links(pdf), ["1.1 > First", "1.1 > First", "1.2 > Second", "1.2 > Second", "1.2 > Second",
                                           "H > Glossary", "angle > Glossary"])
        self.assertIn("Met in: 1.1, 1.2, 9.9. See also: angle, 1.2.", poppler("pdftotext", pdf, "-"))

    def test_what_is_not_printed_stays_words(self):
        pdf = self.printed_book("H", c1_1=FIRST, c1_2=SECOND, B=NOTATION, H=GLOSSARY)
        self.assertEqual(self.links(pdf), ["angle > Glossary"])
        self.assertIn("Met in: 1.1, 1.2, 9.9. See also: angle, 1.2.", poppler("pdftotext", pdf, "-"))


if __name__ == "__main__":
    unittest.main()
