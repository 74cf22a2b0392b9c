#include "tests/reader/code_fixture.h"

#include "app/reader/code_editor.h"

#include <QtTest/QTest>

namespace eigenboard::tests {

using reader::TargetKind;

namespace {

constexpr auto codePage = R"(# 1.1 First

Words before the code.

```python
a = 6
print(a * 7)
```

```output
42
```

Words after it.

```python
x = [1]
y = x[3]
print(y)
```

Nothing is recorded here:

```python
for i in range(300): print("line", i)
```

```python
import time
print("begun", flush=True)
time.sleep(60)
```

```cpp
int main() {}
```
)";

QString wordsOf(const reader::Paragraph& text) {
  return text.copy({0, text.length()});
}

} // namespace

CodeFixture::CodeFixture() : ReaderFixture(QString::fromUtf8(codePage)) {}

std::vector<int> CodeFixture::codeTargets(TargetKind kind) {
  std::vector<int> found;
  for (std::size_t i = 0; i < reader().layout().targets.size(); ++i)
    if (reader().layout().targets[i].kind == kind)
      found.push_back(static_cast<int>(i));
  return found;
}

int CodeFixture::codeTarget(TargetKind kind, std::size_t number) {
  return codeTargets(kind).at(number);
}

const reader::Node& CodeFixture::cell(std::size_t number) {
  return *reader().layout().targets.at(static_cast<std::size_t>(codeTarget(TargetKind::Run, number))).node;
}

QString CodeFixture::outputOf(std::size_t number) {
  const reader::Node& node = cell(number);
  return node.children.empty() || !node.children.front().text ? QString()
                                                              : wordsOf(*node.children.front().text);
}

QString CodeFixture::statusOf(std::size_t number) {
  const reader::Node& node = cell(number);
  return node.children.empty() ? QString() : wordsOf(*node.children.front().children.front().text);
}

bool CodeFixture::finishes(std::size_t number) {
  return QTest::qWaitFor([&] { return !cell(number).code.isRunning && !cell(number).children.empty(); },
                         20'000);
}

reader::CodeEditor* CodeFixture::editor() {
  return reader().viewport()->findChild<reader::CodeEditor*>();
}

} // namespace eigenboard::tests
