#include "views/panels/recommender/own_ratings.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

namespace eigenboard::panels::recommender {

namespace {

struct OwnWords {
  Q_DECLARE_TR_FUNCTIONS(OwnRatings)
};

} // namespace

std::vector<panel::Column> changeColumns(int people, int films) {
  return {{QStringLiteral("person"), OwnWords::tr("person"), 1, static_cast<double>(people), 1, true},
          {QStringLiteral("film"), OwnWords::tr("film"), 1, static_cast<double>(films), 1, true},
          {QStringLiteral("stars"), OwnWords::tr("stars"), 0, mostStars, 0.5, false}};
}

std::vector<eigenboard::recommender::RatingChange> changesOf(const Eigen::MatrixXd& changes, int people,
                                                             int films) {
  std::vector<eigenboard::recommender::RatingChange> list;
  for (Eigen::Index row = 0; row < changes.rows(); ++row) {
    const int person = static_cast<int>(changes(row, 0)) - 1;
    const int film = static_cast<int>(changes(row, 1)) - 1;
    const bool isThere = person >= 0 && film >= 0 && person < people && film < films;
    if (isThere && changeRow(changes, person, film) == row)
      list.push_back({person, film, static_cast<float>(changes(row, 2))});
  }
  return list;
}

int changeRow(const Eigen::MatrixXd& changes, int person, int film) {
  for (auto row = static_cast<int>(changes.rows()) - 1; row >= 0; --row)
    if (static_cast<int>(changes(row, 0)) == person + 1 && static_cast<int>(changes(row, 1)) == film + 1)
      return row;
  return -1;
}

scene::Settings withCellSwitched(const Eigen::MatrixXd& changes, CellPlace cell, CellPlace chosen,
                                 double stars) {
  const int own = changeRow(changes, cell.person, cell.film);
  QStringList rows;
  for (int row = 0; row < static_cast<int>(changes.rows()); ++row)
    if (row != own)
      rows += QStringLiteral("%1,%2,%3").arg(changes(row, 0)).arg(changes(row, 1)).arg(changes(row, 2));
  if (own < 0 || cell != chosen)
    rows += QStringLiteral("%1,%2,%3")
                .arg(cell.person + 1)
                .arg(cell.film + 1)
                .arg(own < 0 ? stars : changes(own, 2));
  if (rows.size() > mostChanges)
    rows.removeFirst();
  return {{QStringLiteral("person"), QString::number(cell.person + 1)},
          {QStringLiteral("film"), QString::number(cell.film + 1)},
          {QStringLiteral("changes"), rows.join(QLatin1Char(';'))}};
}

} // namespace eigenboard::panels::recommender
