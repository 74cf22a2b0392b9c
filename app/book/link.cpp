#include "app/book/link.h"

#include "app/book/check_link.h"
#include "app/book/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QUrl>

#include <algorithm>

namespace eigenboard::book {

namespace {

QString decoded(QStringView text) {
  return QUrl::fromPercentEncoding(text.toUtf8());
}

struct Query {
  panel::Settings settings;
  QString error;

  QString take(const QString& key) {
    const auto at =
        std::find_if(settings.begin(), settings.end(), [&](const auto& s) { return s.first == key; });
    if (at == settings.end())
      return {};
    QString value = at->second;
    settings.erase(at);
    return value;
  }
};

Query parseQuery(QStringView text) {
  Query query;
  if (text.isEmpty())
    return query;
  for (const QStringView part : text.split(u'&')) {
    const qsizetype equals = part.indexOf(u'=');
    if (equals <= 0) {
      query.error = translated("'%1' is not of the form key=value").arg(part);
      return query;
    }
    query.settings.emplace_back(decoded(part.first(equals)), decoded(part.sliced(equals + 1)));
  }
  return query;
}

Link brokenLink(const QString& reason) {
  return BrokenLink{reason};
}

/// "panel.id/key": both parts, or empty ones.
std::pair<QString, QString> panelAndKey(QStringView path) {
  const qsizetype slash = path.indexOf(u'/');
  if (slash <= 0 || slash + 1 >= path.size())
    return {};
  return {decoded(path.first(slash)), decoded(path.sliced(slash + 1))};
}

Link parseValue(const QString& panel, const QString& key, Query& query) {
  ValueLink link{panel, key, -1};
  const QString digits = query.take(QStringLiteral("digits"));
  if (!digits.isEmpty()) {
    bool ok = false;
    link.digits = digits.toInt(&ok);
    if (!ok || link.digits < 0 || link.digits > 12)
      return brokenLink(translated("digits=%1: a whole number from 0 to 12 is needed").arg(digits));
  }
  return link;
}

Link parseLive(QStringView scheme, QStringView rest) {
  const qsizetype question = rest.indexOf(u'?');
  const QStringView path = question < 0 ? rest : rest.first(question);
  Query query = parseQuery(question < 0 ? QStringView() : rest.sliced(question + 1));
  if (!query.error.isEmpty())
    return brokenLink(query.error);
  if (path.isEmpty())
    return brokenLink(translated("%1: names nothing").arg(scheme));
  Link link;
  if (scheme == u"panel")
    return PanelLink{decoded(path), query.settings};
  if (scheme == u"set") {
    if (query.settings.empty())
      return brokenLink(translated("set: names no key to set (set:%1?key=value)").arg(path));
    return SetLink{decoded(path), query.settings};
  }
  if (scheme == u"term") {
    link = TermLink{decoded(path)};
  } else if (scheme == u"check") {
    return checkLink(decoded(path), query.settings);
  } else {
    const auto [panel, key] = panelAndKey(path);
    if (panel.isEmpty())
      return brokenLink(translated("%1:%2 is not of the form %1:panel/key").arg(scheme, path));
    if (scheme == u"scrub")
      link = ScrubLink{panel, key};
    else if (scheme == u"goal")
      link = GoalLink{panel, key};
    else
      link = parseValue(panel, key, query);
  }
  if (!std::holds_alternative<BrokenLink>(link) && !query.settings.empty())
    return brokenLink(translated("%1: does not know '%2'").arg(scheme, query.settings.front().first));
  return link;
}

QString unknown(const QString& what, const QString& key, const QString& panel,
                const std::vector<QString>& known) {
  QString text = translated("unknown %1 '%2'").arg(what, key);
  if (!panel.isEmpty())
    text += translated(" of %1").arg(panel);
  return text + panel::didYouMean(key, known);
}

template <typename Named>
bool has(const std::vector<Named>& list, const QString& key) {
  return std::any_of(list.begin(), list.end(), [&](const Named& named) { return named.key == key; });
}

template <typename Named>
std::vector<QString> keys(const std::vector<Named>& list) {
  std::vector<QString> names;
  for (const Named& named : list)
    names.push_back(named.key);
  return names;
}

} // namespace

Link parseLink(const QString& target) {
  const qsizetype colon = target.indexOf(u':');
  const qsizetype slash = target.indexOf(u'/');
  if (target.isEmpty())
    return brokenLink(translated("the link has no target"));
  if (colon < 0 || (slash >= 0 && slash < colon)) {
    const qsizetype hash = target.indexOf(u'#');
    if (hash < 0)
      return FileLink{decoded(target), {}};
    return FileLink{decoded(QStringView(target).first(hash)), decoded(QStringView(target).sliced(hash + 1))};
  }
  const QString scheme = target.first(colon).toLower();
  static const QStringList live = {QStringLiteral("panel"), QStringLiteral("set"),  QStringLiteral("scrub"),
                                   QStringLiteral("value"), QStringLiteral("goal"), QStringLiteral("term"),
                                   QStringLiteral("check")};
  if (live.contains(scheme))
    return parseLive(scheme, QStringView(target).sliced(colon + 1));
  if (scheme == u"http" || scheme == u"https" || scheme == u"mailto")
    return WebLink{target};
  return brokenLink(unknown(translated("kind of link"), scheme, {}, {live.begin(), live.end()}));
}

QString panelOf(const Link& link) {
  return std::visit(
      [](const auto& kind) -> QString {
        if constexpr (requires { kind.panel; })
          return kind.panel;
        else
          return {};
      },
      link);
}

namespace {

std::vector<panel::Readout> readoutsAt(const panel::Panel& panel, const panel::State& state) {
  const std::unique_ptr<panel::Run> run = panel.start(state.values);
  return panel.evaluate(state.values, run.get(), 0).readouts;
}

/// A panel may have a readout only in some of its modes, which its presets show.
QString readoutProblem(const panel::Panel& panel, const QString& key) {
  const panel::Description& description = panel.description();
  const std::vector<panel::Readout> usual = readoutsAt(panel, defaultState(description));
  if (has(usual, key))
    return {};
  for (const panel::Preset& preset : description.presets) {
    const panel::StateResult state =
        withSettings(description, defaultState(description), {{QStringLiteral("preset"), preset.key}});
    if (state.ok() && has(readoutsAt(panel, state.state), key))
      return {};
  }
  return unknown(translated("readout"), key, description.identity.id, keys(usual));
}

} // namespace

QString linkProblem(const Link& link, const panel::Registry& registry) {
  if (const auto* dead = std::get_if<BrokenLink>(&link))
    return dead->reason;
  if (const auto* check = std::get_if<CheckLink>(&link))
    return checkProblem(*check);
  const QString id = panelOf(link);
  if (id.isEmpty())
    return {};
  const panel::Panel* panel = registry.find(id);
  if (!panel)
    return unknown(translated("panel"), id, {}, registry.ids());
  const panel::Description& description = panel->description();
  const auto settings = [&](const panel::Settings& wanted) {
    return withSettings(description, defaultState(description), wanted).error;
  };
  if (const auto* place = std::get_if<PanelLink>(&link))
    return settings(place->settings);
  if (const auto* set = std::get_if<SetLink>(&link))
    return settings(set->settings);
  if (const auto* scrub = std::get_if<ScrubLink>(&link)) {
    const int index = parameterIndex(description, scrub->parameter);
    if (index < 0)
      return unknown(translated("parameter"), scrub->parameter, id, keys(description.parameters));
    const panel::Kind kind = description.parameters[static_cast<std::size_t>(index)].kind;
    if (kind != panel::Kind::Number && kind != panel::Kind::Integer)
      return translated("'%1' of %2 is not a number and cannot be dragged").arg(scrub->parameter, id);
  }
  if (const auto* goal = std::get_if<GoalLink>(&link); goal && !has(description.goals, goal->goal))
    return unknown(translated("goal"), goal->goal, id, keys(description.goals));
  if (const auto* value = std::get_if<ValueLink>(&link))
    return readoutProblem(*panel, value->readout);
  return {};
}

} // namespace eigenboard::book
