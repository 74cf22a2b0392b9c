#include "tests/book_source/lint_fixture.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace eigenboard::book {

namespace {

QString exercise(int number) {
  return QStringLiteral("**4.4.%1** How large is the area? [answer](check:number?value=2&tol=0.01)\n\n"
                        "<details><summary>Hint</summary>\n\nMultiply the sides of %1.\n\n</details>\n\n"
                        "<details><summary>Solution</summary>\n\nIt is $2\\cdot 1$ for %1.\n\n</details>\n\n")
      .arg(number);
}

QString exercises() {
  QString text;
  for (int number = 1; number <= 8; ++number) {
    if (number == 1)
      text += QStringLiteral("### Verify\n\n");
    if (number == 4)
      text += QStringLiteral("### Apply\n\n");
    if (number == 7)
      text += QStringLiteral("### Build\n\n");
    text += exercise(number);
  }
  return text;
}

QString smallChapter(const QString& id, const QString& title) {
  QString text =
      QStringLiteral(
          "---\nid: %1\ntitle: %2\nlevel: 4\nneeds: []\npanels: []\nminutes: 5\n---\n\n# %1 %2\n\n")
          .arg(id, title);
  for (const char* name : {"The problem", "You already know this", "Intuition", "The mathematics", "In code",
                           "Where ML uses this", "Common mistakes"})
    text += QStringLiteral("## %1\n\nWords.\n\n").arg(QLatin1StringView(name));
  return text + QStringLiteral("## Exercises\n\n") + exercises().replace(QStringLiteral("4.4."), id + u'.') +
         QStringLiteral("## What comes next\n\nWords.\n");
}

} // namespace

QString LintFixture::chapterSource() {
  return QString::fromUtf8(R"(---
id: 4.4
title: Maps
level: 4
needs: [4.6]
panels: [linear_algebra.transform]
minutes: 30
---

# 4.4 Maps

A matrix moves points.

## The problem: a job

| Film | Area |
|---|---|
| Salt | $\lvert x\rvert$ |

## You already know this

See [turns](06-turns.md#the-problem), [below](#intuition) and ![a square](square.png).

## Intuition

[Drag the columns](panel:linear_algebra.transform?preset=shear)

The cell is [1](scrub:linear_algebra.transform/b) and the area [1.00](value:linear_algebra.transform/area?digits=2).
A [determinant](term:determinant) is an area; try to [flip it](goal:linear_algebra.transform/flip).

Then [almost a collapse](set:linear_algebra.transform?preset=near_singular) has $\kappa$ near
[82](value:linear_algebra.transform/kappa?digits=0), with [1.05](scrub:linear_algebra.transform/d) in the corner.

[Four rounds](set:linear_algebra.eigen?preset=symmetric&process=qr&steps=4) leave
[0.0247](value:linear_algebra.eigen/below_diagonal?digits=4).
[Lean the other way](set:linear_algebra.transform?b=-0.5) to [-0.5](scrub:linear_algebra.transform/b).

## The mathematics: first part

$$
\det\begin{bmatrix}a&b\\c&d\end{bmatrix}=ad-bc.
$$

The area is a difference of products.

## The mathematics: second part

> $$
> x^2
> $$
>
> A square.

## In code

```python
print(1)
```

```output
1
```

## Where ML uses this

Everywhere.

## Common mistakes

- Order.

<details><summary>Symbols in this chapter</summary>

| Symbol | Said | Meaning here | On the panel |
|---|---|---|---|
| $b$ | b | The lean of the square. | `b`, `area` |

</details>

## Exercises

)") + exercises() +
         QStringLiteral("## What comes next\n\nThe next chapter.\n");
}

QString LintFixture::mapSource() {
  return QString::fromUtf8(R"({"title": "Small", "levels": [{"number": 4, "title": "Maps", "subtitle": "s",
  "folder": "04-level-4-maps", "needs": [], "chapters": [
    {"id": "4.4", "title": "Maps", "file": "04-maps.md", "covers": "c", "needs": ["4.6"],
     "panels": ["linear_algebra.transform"]},
    {"id": "4.5", "title": "Systems", "file": "05-systems.md", "covers": "c", "needs": [], "panels": []},
    {"id": "4.6", "title": "Turns", "file": "06-turns.md", "covers": "c", "needs": [], "panels": []}]}],
 "appendices": {"title": "Appendices", "folder": "15-appendices", "chapters": [
    {"id": "H", "title": "Glossary", "file": "H-glossary.md", "covers": "c", "needs": [], "panels": []}]},
 "paths": []})");
}

LintFixture::LintFixture() {
  write(QStringLiteral("book.json"), mapSource());
  write(chapterFile(), chapterSource());
  write(otherFile(), smallChapter(QStringLiteral("4.6"), QStringLiteral("Turns")));
  // An appendix has no components, no exercises, and formulas that stand one below the other.
  write(glossaryFile(),
        QStringLiteral("---\nid: H\ntitle: Glossary\nneeds: []\npanels: []\nminutes: 5\n---\n\n"
                       "# Glossary\n\n## D\n\n### determinant\n\nThe factor on area.\n\n$$\nad-bc\n$$\n\n"
                       "$$\na+d\n$$\n\nMet in: 4.4. See also: [determinant](#determinant).\n"));
  write(QStringLiteral("04-level-4-maps/square.png"), QByteArray("\x89PNG"));
  write(QStringLiteral("README.md"), QStringLiteral("# How to write a chapter\n"));
}

void LintFixture::write(const QString& file, const QByteArray& bytes) const {
  const QString path = folder_.filePath(file);
  QDir().mkpath(QFileInfo(path).path());
  QFile target(path);
  if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size())
    qFatal("cannot write %s", qPrintable(path));
}

} // namespace eigenboard::book
