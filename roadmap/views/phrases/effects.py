"""What a scenario buys and costs, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from roadmap.model.portfolio import Portfolio
from roadmap.scoring.figures import figure, percent
from roadmap.studies.difference import Difference
from roadmap.studies.effects import EffectKind, ScenarioEffect
from roadmap.views.phrases.chance_moves import chance_pair
from roadmap.views.phrases.dates import spelled
from roadmap.views.phrases.english import count, grouped, listed
from roadmap.views.phrases.names import quoted
from roadmap.views.phrases.spans import in_weeks

NOTHING = "nothing that the figures show"


@dataclass(frozen=True, slots=True)
class EffectWords:
    """Effects in words: the two sides, the unit of value, the day that it is counted to."""

    difference: Difference
    unit: str
    until: date

    def sentence(self, effects: Iterable[ScenarioEffect], *, gain: bool) -> str:
        """All that a scenario buys (`gain`), or costs, in a sentence."""
        texts = [self.text(effect) for effect in effects if effect.gain is gain]
        return "; ".join(texts) or NOTHING

    def text(self, effect: ScenarioEffect) -> str:
        """An effect in a few words."""
        match effect.kind:
            case EffectKind.CHANCE | EffectKind.DATES | EffectKind.GIVEN_UP:
                return self._dates(effect)
            case EffectKind.PEOPLE | EffectKind.FOCUS | EffectKind.BUDGET:
                return self._price(effect)
            case EffectKind.ADDED | EffectKind.DROPPED:
                return self._initiatives(effect)
            case EffectKind.WAIT:
                weeks = in_weeks(effect.amount)
                return f"value arrives {weeks} {_sooner(effect)} on average"
            case EffectKind.VALUE:
                more = "more" if effect.gain else "fewer"
                points = f"{figure(effect.amount)} {more} {self.unit}"
                return f"{points} by {spelled(self._new, self.until)}"
            case EffectKind.FINISH:
                return f"final delivery {self._weeks(effect.days)} {_earlier(effect)}"
            case EffectKind.DELIVERIES:
                return self._deliveries(effect)

    @property
    def _new(self) -> Portfolio:
        return self.difference.new.portfolio

    def _dates(self, effect: ScenarioEffect) -> str:
        old = self.difference.old.portfolio
        names = listed([self._name(id) for id in dict.fromkeys(d[0] for d in effect.dates)])
        if effect.kind is EffectKind.GIVEN_UP:
            several = "dates" if len(effect.dates) > 1 else "date"
            return f"the {several} of {names} given up"
        if effect.chance is None:
            return f"{names} {'on time' if effect.gain else 'late'}"
        likely = "more" if effect.gain else "less"
        known = old if effect.chance.id in old.initiatives else self._new
        name = quoted(known, effect.chance.id)
        return f"{name} {likely} likely on time ({chance_pair(effect.chance)})"

    def _price(self, effect: ScenarioEffect) -> str:
        more = "less" if effect.gain else "more"
        if effect.kind is EffectKind.BUDGET:
            money = f"{grouped(effect.amount)} {self._new.currency}".strip()
            return f"non-labour cost {money} {'lower' if effect.gain else 'higher'}"
        team = self._new.teams.get(effect.team) or self.difference.old.portfolio.teams.get(
            effect.team
        )
        name = (team.title if team else "") or effect.team
        if effect.kind is EffectKind.FOCUS:
            return f"{percent(effect.amount, 0)} {more} of {name}'s time"
        if effect.gain:
            return f"{count(effect.amount, 'person', 'people')} fewer in {name}"
        return f"{count(effect.amount, 'more person', 'more people')} in {name}"

    def _initiatives(self, effect: ScenarioEffect) -> str:
        names = listed([self._name(id) for id in effect.ids])
        if effect.kind is EffectKind.ADDED:
            return f"{count(effect.amount, 'person-week')} of extra work ({names})"
        return f"{names} given up ({figure(effect.amount)} {self.unit})"

    def _deliveries(self, effect: ScenarioEffect) -> str:
        how_many = count(effect.amount, "delivery", "deliveries")
        text = f"{how_many} {_earlier(effect)}"
        (id,) = effect.ids
        first = "most of all " if effect.amount > 1 else ""
        return f"{text}, {first}{self._name(id)} by {self._weeks(effect.days)}"

    def _name(self, id: str) -> str:
        known = self._new if id in self._new.initiatives else self.difference.old.portfolio
        return quoted(known, id)

    def _weeks(self, days: int) -> str:
        week = self._new.calendar.days_a_week
        if days < week:
            return count(days, "working day")
        return in_weeks(Fraction(days, week))


def _sooner(effect: ScenarioEffect) -> str:
    return "sooner" if effect.gain else "later"


def _earlier(effect: ScenarioEffect) -> str:
    return "earlier" if effect.gain else "later"
