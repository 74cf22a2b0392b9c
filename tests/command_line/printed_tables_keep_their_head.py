import re
import unittest

from printed import PrintedTest, pages_of, tree_of


def table(head: str, count: int, cell: str = "some words about it") -> str:
    rows = "".join(f"| row{i} | [{cell}](https://example.org/{i}) |\n" for i in range(count))
    return f"| {head} | Remark |\n|---|---|\n{rows}"


class Tables(PrintedTest):
    def rows_on(self, page: str) -> list[int]:
        return [int(number) for number in re.findall(r"\brow(\d+)\b", page)]

    def test_every_page_of_a_long_table_begins_with_its_head(self):
        pdf = self.printed_book("1.1", c1_1=f"# 1.1 First\n\nWords before.\n\n{table('Quantity', 140)}\nWords after.\n")
        pages = [page for page in pages_of(pdf) if "row" in page]
        self.assertGreater(len(pages), 3)
        for page in pages:
            self.assertEqual(page.count("Quantity"), 1)
            self.assertEqual(page.count("Remark"), 1)
            self.assertLess(page.index("Quantity"), page.index("row"))
        self.assertEqual([row for page in pages for row in self.rows_on(page)], list(range(140)))

    def test_nothing_is_repeated_below_the_table(self):
        words = "\n\n".join("These words fill the pages that follow the table, line after line. " * 8
                            for _ in range(20))
        pdf = self.printed_book("1.1", c1_1=f"# 1.1 First\n\n{table('Quantity', 60)}\n{words}\n")
        pages = pages_of(pdf)
        below = [page for page in pages[1:] if "row" not in page]
        self.assertGreater(len(below), 1)
        for page in below:
            self.assertNotIn("Quantity", page)

    def test_links_lie_on_their_words_on_every_page(self):
        pdf = self.printed_book("1.1", c1_1=f"# 1.1 First\n\n{table('Quantity', 140)}")
        links = {int(link.get("href").rsplit("/", 1)[1]): "".join(link.itertext())
                 for link in tree_of(pdf).iter("a") if "example.org" in link.get("href")}
        self.assertEqual(links, {i: "some words about it" for i in range(140)})
        lines = {}
        for page in tree_of(pdf).iter("page"):
            for text in page.iter("text"):
                place = (page.get("number"), int(text.get("top")) // 4)
                lines.setdefault(place, []).append(text)
        together = 0
        for texts in lines.values():
            row = [re.fullmatch(r"row(\d+)", "".join(text.itertext()).strip()) for text in texts]
            row = [match[1] for match in row if match]
            link = [a.get("href").rsplit("/", 1)[1] for text in texts for a in text.iter("a")
                    if "example.org" in a.get("href")]
            if row and link:
                self.assertEqual(row, link)
                together += 1
        self.assertGreater(together, 70)  # the words of a row may be a pixel higher than its number

    def test_a_head_without_words_is_not_repeated(self):
        pdf = self.printed_book("1.1", c1_1="# 1.1 First\n\n| | |\n|---|---|\n" +
                                "".join(f"| row{i} | b |\n" for i in range(100)))
        self.assertEqual([row for page in pages_of(pdf) for row in self.rows_on(page)], list(range(100)))

    def test_a_head_that_would_fill_the_page_is_not_repeated(self):
        head = "Quantity " + "with a very long description of what it is " * 60
        pdf = self.printed_book("1.1", c1_1=f"# 1.1 First\n\n{table(head, 100)}")
        pages = [page for page in pages_of(pdf)[1:] if "row" in page]
        self.assertEqual([page.count("Quantity") for page in pages], [1] + [0] * (len(pages) - 1))
        self.assertEqual([row for page in pages for row in self.rows_on(page)], list(range(100)))


if __name__ == "__main__":
    unittest.main()
