#include "views/panel/definition.h"
#include "views/panels/linear_algebra/matrix_product_words.h"

#include <QtCore/QCoreApplication>

#include <cmath>

namespace eigenboard::panels::linear_algebra {

namespace matrix_product_panel {

namespace {

std::vector<QString> cellKeys(const QString& letter) {
  std::vector<QString> keys;
  for (int row = 1; row <= mostCells; ++row)
    for (int column = 1; column <= mostCells; ++column)
      keys.push_back(QStringLiteral("%1%2%3").arg(letter).arg(row).arg(column));
  return keys;
}

panel::Fields<Params> fields() {
  const panel::Range sizes{1, mostCells, 1};
  const panel::Range entries{-largestEntry, largestEntry, 0.1};
  panel::Fields<Params> fields;
  fields.choice(
      &Params::order,
      {"order", Words::tr("Read it by"), "", Words::tr("Four orders for the same multiplications.")},
      {{"entries", Words::tr("Entries: row times column")},
       {"rows", Words::tr("Rows: mixes of the rows of B")},
       {"columns", Words::tr("Columns: mixes of the columns of A")},
       {"outer", Words::tr("Layers: outer products")}});
  fields.choice(&Params::form,
                {"form", Words::tr("Product"), "",
                 Words::tr("A layer stores its weights W as (out, in) and computes X Wᵀ + b.")},
                {{"product", Words::tr("C = A B")}, {"layer", Words::tr("Layer: Y = X Wᵀ + b")}});
  fields.integer(
      &Params::rowsOfA,
      {"rows_a", Words::tr("Rows on the left"), "m", Words::tr("Of A; of X, the size of the batch.")}, sizes);
  fields.integer(&Params::columnsOfA,
                 {"columns_a", Words::tr("Columns on the left"), "k",
                  Words::tr("Of A; of X, the features that come in.")},
                 sizes);
  fields.integer(
      &Params::rowsOfB,
      {"rows_b", Words::tr("Rows on the right"), "k'",
       Words::tr("Of B; of Wᵀ, the features it expects. There is a product when it is the number of columns "
                 "on the left.")},
      sizes);
  fields.integer(&Params::columnsOfB,
                 {"columns_b", Words::tr("Columns on the right"), "n",
                  Words::tr("Of B; of Wᵀ, the features that go out.")},
                 sizes);
  fields.integer(
      &Params::row,
      {"row", Words::tr("Row to look at"), "i", Words::tr("Of the product, while no process runs.")}, sizes);
  fields.onlyWith("order", {"entries", "rows"});
  fields.integer(
      &Params::column,
      {"column", Words::tr("Column to look at"), "j", Words::tr("Of the product, while no process runs.")},
      sizes);
  fields.onlyWith("order", {"entries", "columns"});
  fields.integer(&Params::inner,
                 {"inner", Words::tr("Layer to look at"), "l", Words::tr("Which outer product is lit.")},
                 sizes);
  fields.onlyWith("order", {"outer"});
  fields.choice(&Params::beside,
                {"beside", Words::tr("Hold beside it"), "", Words::tr("A second product, to compare with.")},
                {{"nothing", Words::tr("Nothing")},
                 {"swapped", Words::tr("The other order, B A")},
                 {"transposed", Words::tr("Transposed, Bᵀ Aᵀ")}});
  fields.toggle(&Params::edit, {"edit", Words::tr("Change the numbers"), "",
                                Words::tr("A knob in every cell, and the tables to type into.")});
  fields.matrix(&Params::A,
                {"A", Words::tr("Left factor"), "A",
                 Words::tr("Of the table the part with the chosen shape counts; in a layer it is X.")},
                cellKeys(QStringLiteral("a")), entries);
  fields.onlyWith("edit");
  fields.matrix(
      &Params::B,
      {"B", Words::tr("Right factor"), "B",
       Words::tr("Of the table the part with the chosen shape counts; in a layer it is W, a row for each "
                 "feature that goes out.")},
      cellKeys(QStringLiteral("b")), entries);
  fields.onlyWith("edit");
  fields.point(
      &Params::bias,
      {"bias", Words::tr("Bias"), "\\mathbf{b}", Words::tr("What each column of a layer begins with.")},
      {"bias1", "bias2", "bias3", "bias4"}, entries);
  fields.onlyWith("form", {"layer"});
  return fields;
}

std::vector<panel::Preset> presets() {
  const auto shaped = [](const char* m, const char* k, const char* inner, const char* n) {
    return std::vector<std::pair<QString, QString>>{{"rows_a", QLatin1String(m)},
                                                    {"columns_a", QLatin1String(k)},
                                                    {"rows_b", QLatin1String(inner)},
                                                    {"columns_b", QLatin1String(n)}};
  };
  const auto with = [](std::vector<std::pair<QString, QString>> settings,
                       const std::vector<std::pair<QString, QString>>& more) {
    settings.insert(settings.end(), more.begin(), more.end());
    return settings;
  };
  return {
      {"entries",
       Words::tr("Row meets column"),
       Words::tr(
           "The lit row runs into the product from the left, the lit column from above, and they meet in "
           "one entry. Each wire is one multiplication. Click any entry of the product."),
       {}},
      {"rows", Words::tr("Rows mix rows"),
       Words::tr(
           "A row of the product is a mix of the rows of B; the weights stand in the row of A. Here A swaps "
           "two rows and adds one to the last: elimination is a product from the left."),
       with(shaped("3", "3", "3", "3"),
            {{"order", "rows"}, {"row", "3"}, {"A", "0,1,0,0;1,0,0,0;-2,0,1,0;0,0,0,1"}})},
      {"columns", Words::tr("Columns mix columns"),
       Words::tr("A column of the product is a mix of the columns of A, with the weights that stand in the "
                 "column of "
                 "B. All that A B can reach lies in the span of the columns of A."),
       with(shaped("3", "2", "2", "3"), {{"order", "columns"}, {"column", "2"}})},
      {"outer", Words::tr("Layer upon layer"),
       Words::tr("Column l times row l fills a whole table of rank one. The product is the sum of k such "
                 "layers, which "
                 "is why a product through an inner size of 2 has a rank of at most 2."),
       with(shaped("3", "2", "2", "4"), {{"order", "outer"}}), 1},
      {"shape_error", Words::tr("Shape error"),
       Words::tr("A has 3 columns, B has 2 rows: one wire ends in the air, because one number of each row "
                 "has nothing "
                 "to be multiplied with. Pull the upper edge of B until the wires meet."),
       shaped("2", "3", "2", "2")},
      {"layer", Words::tr("A layer"),
       Words::tr("A batch of 3 with 2 features goes through a layer with 4 outputs. W is stored as 4×2 (out, "
                 "in), so "
                 "that the product needs its transpose; each column begins with its bias."),
       with(shaped("3", "2", "2", "4"), {{"form", "layer"},
                                         {"A", "1,0,0,0;0,1,0,0;1,-2,0,0;0,0,0,0"},
                                         {"B", "2,-1,0,0;0.5,1,0,0;-1,0,0,0;1.5,3,0,0"},
                                         {"row", "3"},
                                         {"column", "1"}})},
      {"lookup", Words::tr("One-hot picks a row"),
       Words::tr(
           "Each row of A holds a single 1, so each row of the product is a row of B, unmixed. An embedding "
           "layer is this product, carried out as a lookup."),
       with(shaped("4", "4", "4", "4"), {{"order", "rows"},
                                         {"A", "0,0,1,0;1,0,0,0;0,0,1,0;0,0,0,1"},
                                         {"B", "0.5,1,-2,0;-1,2,0,1;3,-0.5,1.5,2;1,1,2,-1"},
                                         {"row", "1"}})},
      {"recommender", Words::tr("Users times films"),
       Words::tr(
           "Three users and four films, two tastes each. Stored as films × tastes, the right factor is "
           "transposed: entry (i, j) is the score of film j for user i, and the whole table has rank 2."),
       with(shaped("3", "2", "2", "4"), {{"form", "layer"},
                                         {"order", "outer"},
                                         {"A", "2,0.5,0,0;0.5,2,0,0;1.5,1.5,0,0;0,0,0,0"},
                                         {"B", "2,0,0,0;1.5,0.5,0,0;0,2,0,0;1,1,0,0"},
                                         {"bias", "0,0,0,0"}})},
      {"non_commuting", Words::tr("Order matters"),
       Words::tr(
           "A shears, B turns by a right angle. Shear after turn is not turn after shear, so A B and B A "
           "differ. What they share is less: trace, determinant and eigenvalues."),
       with(shaped("2", "2", "2", "2"), {{"beside", "swapped"},
                                         {"A", "1,1,0,0;0,1,0,0;0,0,0,0;0,0,0,0"},
                                         {"B", "0,-1,0,0;1,0,0,0;0,0,0,0;0,0,0,0"},
                                         {"row", "1"}})},
      {"transposed",
       Words::tr("Mirrored"),
       Words::tr("Transposing swaps rows and columns, and with them the factors: row i of A meets column j "
                 "of B just as "
                 "row j of Bᵀ meets column i of Aᵀ. The lit entry is the same number, mirrored."),
       {{"beside", "transposed"}}},
  };
}

bool isSquarePair(const Result& r) {
  return r.fits() && r.m() == r.inner() && r.n() == r.m() && r.m() >= 2;
}

bool isMultipleOfIdentity(const Eigen::MatrixXd& M) {
  return M.isApprox(M(0, 0) * Eigen::MatrixXd::Identity(M.rows(), M.cols()), 1e-9);
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"shape_error", Words::tr("Choose two shapes that cannot be multiplied"),
       [](const Params&, const Result& r) { return !r.fits(); }},
      {"step_through", Words::tr("Step to the last multiplication"),
       [](const Params&, const Result& r) { return r.isRunning() && r.now.isFinished(); }},
      {"unchanged", Words::tr("Find a B that leaves A as it is"),
       [](const Params& p, const Result& r) {
         return !p.isLayer() && r.fits() && r.n() == r.inner() && r.inner() >= 2 && !r.A().isZero(0) &&
                r.whole.isApprox(r.A(), 1e-9);
       }},
      {"zero", Words::tr("Make a product of zeros, though neither factor is 0"),
       [](const Params& p, const Result& r) {
         return !p.isLayer() && r.fits() && !r.A().isZero(0) && !r.B().isZero(0) && r.whole.isZero(1e-9);
       }},
      {"commute", Words::tr("Find two matrices that commute, neither a multiple of the identity"),
       [](const Params& p, const Result& r) {
         return !p.isLayer() && isSquarePair(r) && r.commutator <= 1e-9 && !isMultipleOfIdentity(r.A()) &&
                !isMultipleOfIdentity(r.B());
       }},
      {"inverse", Words::tr("Undo A: make the product the identity"),
       [](const Params& p, const Result& r) {
         return !p.isLayer() && isSquarePair(r) && !isMultipleOfIdentity(r.A()) &&
                r.whole.isApprox(Eigen::MatrixXd::Identity(r.m(), r.m()), 1e-9);
       }},
      {"rank_one", Words::tr("Fill a table of 3 by 3 or more with a single layer"),
       [](const Params&, const Result& r) { return r.fits() && r.inner() == 1 && r.m() >= 3 && r.n() >= 3; }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"form", "product"},
        {"order", "entries"},
        {"beside", "nothing"},
        {"rows_a", "2"},
        {"columns_a", "3"},
        {"rows_b", "3"},
        {"columns_b", "2"},
        {"row", "1"},
        {"column", "1"}},
       700},
      {{{"column", "2"}}, 1200},
      {{{"row", "2"}}, 1200},
      {{{"a21", "-2"}}, 1600},
      {{{"a21", "3"}}, 1200, 12},
      {{{"rows_b", "2"}}, 1800},
      {{{"rows_b", "3"}}, 1200},
      {{{"order", "rows"}}, 1800},
      {{{"order", "columns"}}, 1800},
      {{{"order", "outer"}, {"inner", "1"}}, 1500, 3},
  };
}

} // namespace

} // namespace matrix_product_panel

panel::PanelPointer matrix_product() {
  using namespace matrix_product_panel;
  panel::Definition<Params, Result, Step> definition;
  definition.identity = {"linear_algebra.matrix_product", Words::tr("Matrix product"),
                         Words::tr("Multiplies two matrices by entries, by rows, by columns and by layers, "
                                   "and shows why shapes must fit."),
                         "4.3"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.process =
      panel::Process<Params, Step>{Words::tr("Multiply: one step"), mostSteps, start, next, isFinished, 2};
  definition.model = evaluate;
  definition.scene = drawn;
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.numpy = numpyCode;
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::linear_algebra
