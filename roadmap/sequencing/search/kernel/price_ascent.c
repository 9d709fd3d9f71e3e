/* Better prices, round by round: bounds/price_ascent.py. */

#include "kernel.h"

#include <string.h>

#define SHIFT 16                  /* price_ascent.SHIFT, */
#define WHOLE ((i64)1 << 10)      /* ONE, */
#define MEMORY 4                  /* MEMORY, */
#define PATIENCE 20               /* PATIENCE, */
#define ARCS 4                    /* ARCS, */
#define FIRST (WHOLE * 3 / 8)     /* and FIRST */
#define STEEP ((i64)1 << 28)      /* more than any slope is, */
#define AIM ((i64)1 << 46)        /* and than any aim */

/* a // b, for b above 0. */
static i64 floored(i64 number, i64 by) {
    return number / by - (number % by < 0);
}

/* _mean: the direction so far, turned towards a new slope. */
static i64 turned(const Ascent *a, i64 old, i64 slope) {
    return a->round ? old + floored(slope - old, MEMORY) : slope;
}

/* _gradient and _mean: the direction from here. */
static void turn(Ascent *a) {
    i64 late = -a->late_room;
    held(a);
    for (i64 row = 0; row < a->row_count; row++) {
        i64 *use = a->sums + row * (a->days + 1), *way = a->way.rows + row * a->days;
        const i64 *room = a->rooms + row * a->days;
        for (i64 day = 0; day < a->days; day++) {
            i64 slope = floored(WHOLE * (use[day] - room[day]), larger(1, a->widest[row]));
            if (slope >= STEEP) a->lost = 1;
            way[day] = turned(a, way[day], slope);
        }
    }
    for (i64 node = 0; node < a->count; node++) {
        i64 place = a->place[node];
        if (a->late.first[node] < a->late.first[node + 1])
            late += a->late.items[a->late.first[node] + place];
        EACH(arc, a->after, node) a->arc_start[arc] = a->first[node] + place;
        EACH(arc, a->before, node) a->arc_end[arc] = a->ends[a->starts[node] + place];
    }
    a->way.late = turned(a, a->way.late, WHOLE * late);
}

/* _steepness: the square of the gradient, without what would make a price negative. */
static i64 steepness(Ascent *a) {
    i64 steep = 0, apart = 0, late = a->way.late;
    if (late > 0 || a->now.late) grow(a, &steep, late < 0 ? -late : late, late < 0 ? -late : late);
    for (i64 at = 0; at < a->row_count * a->days; at++) {
        i64 slope = a->way.rows[at];
        if (slope <= 0 && !a->now.rows[at]) continue;
        steep += slope * slope;
        if (steep > MOST) {
            a->lost = 1;
            return 0;
        }
    }
    for (i64 arc = 0; arc < a->arc_count; arc++) {
        i64 days = a->arc_end[arc] - a->arc_start[arc];
        apart += days < 0 ? -days : days;
    }
    grow(a, &steep, apart, WHOLE * WHOLE / ARCS);
    return steep;
}

/* The prices of a line a step further; a slope is at most the root of `steep` where it counts. */
static void step_line(i64 *line, const i64 *way, i64 size, i64 rate) {
    for (i64 at = 0; at < size; at++) {
        if (way[at] <= 0 && !line[at]) continue;
        line[at] = larger(0, line[at] + (rate * way[at] >> SHIFT));
    }
}

/* _stepped: prices a step further, as far as would gain `aim` if the bound were straight. */
static void step(Ascent *a, i64 aim) {
    i64 steep = steepness(a), widest = 1;
    for (i64 row = 0; row < a->row_count; row++) widest = larger(widest, a->widest[row]);
    if (steep > MOST / widest) a->lost = 1;
    if (!steep || a->lost) return;
    for (i64 row = 0; row < a->row_count; row++) {
        i64 rate = (aim << SHIFT) / (steep * larger(1, a->widest[row]));
        step_line(a->now.rows + row * a->days, a->way.rows + row * a->days, a->days, rate);
    }
    i64 days = aim * WHOLE / (steep * ARCS);
    for (i64 arc = 0; arc < a->arc_count; arc++) {
        i64 start = a->arc_start[arc], end = a->arc_end[arc], *line = a->now.arcs + arc * a->days;
        for (i64 day = start; day < end; day++) line[day] += days;
        for (i64 day = end; day < start; day++) line[day] = larger(0, line[day] - days);
    }
    step_line(&a->now.late, &a->way.late, 1, (aim << SHIFT) / steep);
}

/* Remembers prices as the best ones. */
static void keep(Ascent *a) {
    memcpy(a->kept.rows, a->now.rows, (size_t)(a->row_count * a->days) * sizeof(i64));
    memcpy(a->kept.arcs, a->now.arcs, (size_t)(a->arc_count * a->days) * sizeof(i64));
    a->kept.late = a->now.late;
}

/* One round of ascended, of so many; whether others can better the bound. */
int ascend(Ascent *a, i64 rounds) {
    i64 bound = priced_starts(a), aim = 0;
    if (a->lost) return 0;
    if (!a->round) a->pace = FIRST;
    a->stuck = bound > a->best + a->best / (WHOLE * WHOLE) ? 0 : a->stuck + 1;
    if (bound > a->best) {
        a->best = bound;
        keep(a);
    }
    if (a->best >= a->known || !a->pace) return 0;
    if (a->stuck * PATIENCE >= rounds) a->pace = a->pace * 2 / 3, a->stuck = 0;
    turn(a);
    grow(a, &aim, a->pace, larger(a->known - bound, a->known / WHOLE));
    if (aim >= AIM) a->lost = 1;
    if (!a->lost) step(a, aim);
    a->round++;
    return !a->lost;
}
