#include "views/panels/statistics/describe_fields.h"

namespace eigenboard::panels::statistics::describe_panel {

namespace {

std::vector<panel::Column> valueColumns() {
  return {{"x", Words::tr("value"), 0, reach, 0.1, false}};
}

std::vector<panel::Column> pointColumns() {
  return {{"x", Words::tr("across"), 0, reach, 0.1, false},
          {"y", Words::tr("up"), 0, reach, 0.1, false},
          {"group", Words::tr("group"), 0, groupCount - 1, 1, true}};
}

QString textOf(std::vector<panel::Column> columns, int mostRows, const Eigen::MatrixXd& rows) {
  panel::Parameter parameter;
  parameter.kind = panel::Kind::Table;
  parameter.columns = std::move(columns);
  parameter.mostRows = mostRows;
  return tableText(parameter, rows);
}

void addLineFields(panel::Fields<Params>& fields) {
  fields
      .number(&Params::bandwidth,
              {"bandwidth", Words::tr("Bandwidth"), "h",
               Words::tr("The spread of the small bell that each value adds to the smooth estimate.")},
              {0.1, 3, 0.05})
      .onlyWith("mode", {"line"});
  fields
      .choice(&Params::rule,
              {"rule", Words::tr("Compare with"), "",
               Words::tr("A second estimate, dashed, whose bandwidth follows from the values by a rule.")},
              {{"none", Words::tr("Nothing")},
               {"scott", Words::tr("Scott's rule"), Words::tr("s n^(−1/5).")},
               {"silverman", Words::tr("Silverman's rule"), Words::tr("s (4/(3n))^(1/5), best for a bell.")},
               {"robust", Words::tr("Silverman, robust"),
                Words::tr("0.9 n^(−1/5) times the smaller of s and IQR/1.34.")}})
      .onlyWith("mode", {"line"});
  fields
      .number(&Params::binWidth,
              {"bin_width", Words::tr("Width of the bins"), "w",
               Words::tr("Of the histogram. Bars have areas, not heights, that add up to 1.")},
              {0.1, 4, 0.1})
      .onlyWith("mode", {"line"});
  fields
      .number(&Params::binStart,
              {"bin_start", Words::tr("Start of the bins"), "",
               Words::tr("An edge from which the bins are laid out both ways.")},
              {0, 2, 0.1})
      .onlyWith("mode", {"line"});
  fields
      .number(&Params::cut,
              {"cut", Words::tr("Share cut at each end"), "",
               Words::tr("For the trimmed mean: 0 is the mean, towards 0.5 it becomes the median.")},
              {0, 0.45, 0.05})
      .onlyWith("mode", {"line"});
  fields
      .toggle(&Params::sweep,
              {"sweep", Words::tr("Influence of one value"), "",
               Words::tr("A second picture: each centre as the chosen value travels along the line.")})
      .onlyWith("mode", {"line"});
}

void addPlaneFields(panel::Fields<Params>& fields) {
  const auto toggle = [&fields](bool Params::*member, const char* key, const QString& label,
                                const QString& help) {
    fields.toggle(member, {QString::fromLatin1(key), label, "", help}).onlyWith("mode", {"plane"});
  };
  toggle(&Params::line, "line", Words::tr("Line of least squares"),
         Words::tr("With the residuals whose squares it keeps least."));
  toggle(&Params::groups, "groups", Words::tr("Lines of the groups"),
         Words::tr("Each group in its own colour with a line of its own."));
  toggle(&Params::ellipse, "ellipse", Words::tr("Covariance ellipse"),
         Words::tr("One and two spreads about the mean in every direction, with the principal axes."));
  toggle(
      &Params::areas, "areas", Words::tr("Covariance as areas"),
      Words::tr("For each point the rectangle between it and the mean, counted negative in two quarters."));
  toggle(&Params::ranks, "ranks", Words::tr("Ranks"),
         Words::tr("A second picture: each coordinate replaced by its place in the order."));
}

} // namespace

QString valuesText(const Eigen::MatrixXd& values) {
  return textOf(valueColumns(), mostValues, values);
}

QString pointsText(const Eigen::MatrixXd& points) {
  return textOf(pointColumns(), mostPoints, points);
}

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  fields.choice(
      &Params::mode,
      {"mode", Words::tr("Variables"), "", Words::tr("One variable on a line, or two in the plane.")},
      {{"line", Words::tr("One")}, {"plane", Words::tr("Two")}});
  addLineFields(fields);
  addPlaneFields(fields);
  fields.integer(&Params::chosen,
                 {"chosen", Words::tr("Chosen row"), "",
                  Words::tr("The value or point whose influence is told: the one moved last. The first is 0; "
                            "where there are fewer rows it is the last.")},
                 {0, mostValues - 1, 1});
  fields
      .table(&Params::values,
             {"values", Words::tr("Values"), "",
              Words::tr("One in each row. Click the picture to add one, press Delete to remove the focused "
                        "one.")},
             valueColumns(), mostValues)
      .onlyWith("mode", {"line"});
  fields
      .text(&Params::quantity,
            {"quantity", Words::tr("What is measured"), "", Words::tr("The words under the axis.")})
      .onlyWith("mode", {"line"});
  fields
      .table(&Params::points,
             {"points", Words::tr("Points"), "",
              Words::tr("A row for each: across, up, and the number of its group, 0 to 2. Click the plane to "
                        "add one, press Delete to remove the focused one.")},
             pointColumns(), mostPoints)
      .onlyWith("mode", {"plane"});
  fields.text(&Params::xName, {"x_name", Words::tr("Name of x"), "", Words::tr("The words under the axis.")})
      .onlyWith("mode", {"plane"});
  fields
      .text(&Params::yName,
            {"y_name", Words::tr("Name of y"), "", Words::tr("The words at the upright axis.")})
      .onlyWith("mode", {"plane"});
  return fields;
}

} // namespace eigenboard::panels::statistics::describe_panel
