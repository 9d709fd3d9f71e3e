"""Templates for `init` and `new`: every key is there, most of them as comments."""

from __future__ import annotations

PORTFOLIO = """\
# What your initiatives share. Everything here is optional: delete what you do not need.
format: 1
title: My product
vision: One sentence that every initiative serves
start: {start}                 # day 0 of the calendar
# as_of: {start}               # where we stand; default: start
# framework: customer-value        # or value-effort, rice
# currency: EUR
# engine: fast                     # or exact (needs the extra customer-roadmap[exact])
# minimise: cost-of-delay          # or makespan

# Who the customers are. Worth = (customers + prospects) x lifetime_value x weight.
segments:
  regulars: {{title: Regular customers, customers: 2000, lifetime_value: 300}}
  newcomers: {{title: Newcomers, customers: 500, prospects: 1500, lifetime_value: 200}}

# journey: [discover, join, use, renew]

# What they want, in their words; importance and satisfaction from 0 to 10, as surveyed.
needs:
  quick-start:
    statement: Get going without reading a manual
    importance: 8
    satisfaction: 4
    # stage: join
    # affects: 60%                 # share of customers who meet this need in a year
    # by_segment: {{newcomers: {{importance: 9, satisfaction: 3}}}}
    # evidence: [survey-1]
  see-my-progress:
    statement: See at a glance where I stand
    importance: 7
    satisfaction: 5

# What the organisation wants; kind is customer, commercial or operational.
# objectives:
#   retention: {{title: Keep the customers we win, kind: commercial, weight: 3}}
# balance: {{needs: 50, customer: 10, commercial: 25, operational: 15}}

# Why you believe it: hunch, request, interview, survey, data, experiment or obligation.
evidence:
  talks-1: {{kind: interview, date: {start}, sample: 8, says: Six gave up at step 3}}

# Who does the work. at_once: initiatives at a time; focus: share of time for the roadmap.
teams:
  app: {{people: 3, at_once: 2}}
  data: {{people: 2}}
  # web: {{people: 4, focus: 80%, away: [{{from: {start}, to: {start}, people: 1}}]}}

# holidays: [{start}]
# week: [mon, tue, wed, thu, fri]
# fiscal_year_starts: 1            # the month in which a year's first quarter begins
# fiscal_year_named_by: start      # or end: the calendar year that gives a year its name
# sizes: {{S: 1w, M: 3w, L: 8w}}
# default_effort: {{app: 4w}}
# horizons: {{now: 6w, next: 1q}}
# link_templates: {{PAY: "https://tracker.example.org/PAY-{{id}}"}}
"""

EVENT_STORE = """\
# An enabler: no outcome of its own, worth what it makes possible.
title: One store for what customers do
effort: {data: 3w}
depends_on: []                     # [] says "none"; leaving it out says "nobody has looked"
"""

PROGRESS_PAGE = """\
title: A page that shows my progress
outcomes:
  see-my-progress: {reach: 80%, impact: high, confidence: 50%, evidence: [talks-1]}
effort: {app: 4w, data: 1w..3w}    # a range counts as its middle
depends_on: [event-store]
"""

GUIDED_START = """\
title: A guided start
# idea, proposed, committed, in_progress, paused, delivered or dropped
status: proposed
# owner: app lead
# tags: [onboarding]
# summary: What it is, in two sentences.
# links: [PAY-12]
outcomes:
  quick-start:
    segments: [newcomers]
    reach: 90%
    impact: medium                 # minimal, low, medium, high, massive, or a percentage
    evidence: [talks-1]
    # confidence: 50%
    # measure: {metric: finished set-ups, baseline: 40, target: 70, by: 2030-Q1}
# contributes_to: {retention: {impact: low}}
effort: {app: 2w}
depends_on: []
# not_before: 2030-02
# deadline: 2030-06-30             # after it, a week of delay costs twice
# must: {why: law, note: binds the deadline}
# promised: {date: 2030-Q2, to: customer advisory board}
# pin: {why: the board wants it first, by: COO}
# related: [progress-page]
# perspectives: {customer: Ana, commercial: Ben, operational: Cleo}
# cost: 12000
# internal: false
# x-anything: your own keys begin with x-
"""

INITIATIVE = """\
title: {title}
# status: proposed                 # or idea, committed, in_progress, paused, delivered, ...
# owner:
# summary:
{outcomes}
# contributes_to: {{an-objective: medium}}
{effort}
{depends_on}
# not_before: 2030-02
# deadline: 2030-06-30             # after it, a week of delay costs twice
# must: {{why: law}}                 # makes the deadline binding
# promised: {{date: 2030-Q2, to: somebody}}
"""

FILES = {
    "event-store.yaml": EVENT_STORE,
    "progress-page.yaml": PROGRESS_PAGE,
    "guided-start.yaml": GUIDED_START,
}
