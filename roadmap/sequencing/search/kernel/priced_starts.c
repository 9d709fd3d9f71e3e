/* The cheapest starts at given prices: bounds/priced_starts.py. */

#include "kernel.h"

#include <string.h>

#define NEVER LARGE /* priced_starts.NEVER; here never more, so that it may be added up */

static i64 size_of(const Ascent *a, i64 node) { return a->starts[node + 1] - a->starts[node]; }

/* A sum that grows by a product of numbers not below 0; lost where it would be too large. */
void grow(Ascent *a, i64 *sum, i64 one, i64 other) {
    if (one && other > (MOST - *sum) / one) a->lost = 1;
    else *sum += one * other;
}

/* What a line costs from the first day until before each. */
static void summed(Ascent *a, i64 *sums, const i64 *line) {
    sums[0] = 0;
    for (i64 day = 0; day < a->days && !a->lost; day++) {
        sums[day + 1] = sums[day] + line[day];
        if (sums[day + 1] > MOST) a->lost = 1;
    }
}

/* _tolls: what each demand costs from the first day until before each. */
static void find_tolls(Ascent *a) {
    i64 width = a->days + 1;
    for (i64 row = 0; row < a->row_count && !a->lost; row++)
        summed(a, a->sums + row * width, a->now.rows + row * a->days);
    memset(a->tolls, 0, (size_t)(a->demands * width) * sizeof(i64));
    for (i64 demand = 0; demand < a->demands && !a->lost; demand++)
        for (i64 at = a->rows.first[demand]; at < a->rows.first[demand + 1]; at++) {
            const i64 *sums = a->sums + a->rows.items[at] * width;
            i64 *toll = a->tolls + demand * width, units = a->units[at], last = toll[a->days];
            grow(a, &last, units, sums[a->days]);
            for (i64 day = 0; day < width && !a->lost; day++) toll[day] += units * sums[day];
        }
}

/* The prices of each arc from each day on. */
static void look_ahead(Ascent *a) {
    for (i64 arc = 0; arc < a->arc_count && !a->lost; arc++) {
        i64 *ahead = a->ahead + arc * (a->days + 1), *line = a->now.arcs + arc * a->days;
        ahead[a->days] = 0;
        for (i64 day = a->days - 1; day >= 0 && !a->lost; day--) {
            ahead[day] = ahead[day + 1] + line[day];
            if (ahead[day] > MOST) a->lost = 1;
        }
    }
}

/* Loses what could add up to more than MOST, so that nothing below needs to be watched. */
static void watch(Ascent *a) {
    i64 most = a->most_cost;
    grow(a, &most, a->now.late, a->most_late + a->late_room);
    for (i64 node = 0; node < a->count && !a->lost; node++) {
        for (i64 use = a->uses[node]; use < a->uses[node + 1]; use++)
            grow(a, &most, 1, a->tolls[a->demand[use] * (a->days + 1) + a->days]);
        EACH(arc, a->after, node) grow(a, &most, 1, a->ahead[arc * (a->days + 1)]);
        EACH(arc, a->before, node) grow(a, &most, 1, a->ahead[arc * (a->days + 1)]);
    }
    for (i64 row = 0; row < a->row_count && !a->lost; row++)
        grow(a, &most, a->widest[row], a->sums[row * (a->days + 1) + a->days]);
}

/* _alone: adds what a node costs by start, with what it holds, to what its branches do. */
static void add_own(Ascent *a, i64 node) {
    i64 from = a->starts[node], size = size_of(a, node), first = a->first[node];
    i64 *total = a->total + from, width = a->days + 1;
    const i64 *ends = a->ends + from, *until = a->until + a->untils[node];
    const i64 *late = a->late.items + a->late.first[node];
    for (i64 at = 0; at < size; at++) total[at] += a->costs[from + at];
    if (a->late.first[node] < a->late.first[node + 1])
        for (i64 at = 0; at < size; at++) total[at] += a->now.late * late[at];
    for (i64 use = a->uses[node]; use < a->uses[node + 1]; use++, until += size) {
        const i64 *toll = a->tolls + a->demand[use] * width;
        for (i64 at = 0; at < size; at++) total[at] += toll[until[at]] - toll[first + at];
    }
    EACH(arc, a->after, node)
        for (i64 at = 0; at < size; at++) total[at] += a->ahead[arc * width + first + at];
    EACH(arc, a->before, node)
        for (i64 at = 0; at < size; at++) total[at] -= a->ahead[arc * width + ends[at]];
    for (i64 at = 0; at < size; at++) total[at] = total[at] > MOST ? NEVER : total[at];
    EACH(place, a->closed, node) total[place] = NEVER;
}

/* _from and _until: the least of a node's costs from each start on, or up to it. */
static void find_least(Ascent *a, i64 node) {
    i64 size = size_of(a, node), low = NEVER, *least = a->least + a->starts[node];
    const i64 *total = a->total + a->starts[node];
    if (a->needing[node])
        for (i64 at = size - 1; at >= 0; at--) least[at] = low = total[at] < low ? total[at] : low;
    else
        for (i64 at = 0; at < size; at++) least[at] = low = total[at] < low ? total[at] : low;
}

/* _upward: by node and start what its branch costs, and the least of what its parent allows. */
static void upward(Ascent *a) {
    memset(a->total, 0, (size_t)a->starts[a->count] * sizeof(i64));
    for (i64 node = a->count - 1; node >= 0; node--) {
        add_own(a, node);
        i64 parent = a->parent[node];
        if (parent < 0) continue;
        find_least(a, node);
        const i64 *least = a->least + a->starts[node], *places = a->places + a->links[node];
        i64 *total = a->total + a->starts[parent], size = size_of(a, parent);
        for (i64 at = 0; at < size; at++) {
            i64 sum = total[at] + least[places[at]];
            total[at] = sum > MOST ? NEVER : sum;
        }
    }
}

/* _downward: the cheapest start of each node, given that of its parent; what roots cost. */
static i64 downward(Ascent *a) {
    i64 bound = 0;
    for (i64 node = 0; node < a->count; node++) {
        const i64 *total = a->total + a->starts[node], *least = a->least + a->starts[node];
        i64 parent = a->parent[node], last = size_of(a, node) - 1, at = 0, low = NEVER;
        if (parent < 0) {
            for (i64 start = 0; start <= last; start++) low = total[start] < low ? total[start] : low;
            if (low == NEVER) a->lost = 1;
            else bound += low;
        } else {
            i64 place = a->places[a->links[node] + a->place[parent]];
            low = least[place], at = a->needing[node] ? place : 0;
        }
        while (at < last && total[at] != low) at++;
        a->place[node] = at;
    }
    return bound;
}

/* priced_starts: finds the starts that cost least; the bound. */
i64 priced_starts(Ascent *a) {
    find_tolls(a);
    look_ahead(a);
    watch(a);
    if (a->lost) return 0;
    upward(a);
    i64 bound = downward(a) - a->now.late * a->late_room;
    for (i64 at = 0; at < a->row_count * a->days; at++) bound -= a->now.rows[at] * a->rooms[at];
    return bound;
}

/* held: writes the units of each row that are held on each day into `sums`. */
void held(Ascent *a) {
    i64 width = a->days + 1;
    memset(a->sums, 0, (size_t)(a->row_count * width) * sizeof(i64));
    for (i64 node = 0; node < a->count; node++) {
        i64 start = a->first[node] + a->place[node], size = size_of(a, node);
        const i64 *until = a->until + a->untils[node] + a->place[node];
        for (i64 use = a->uses[node]; use < a->uses[node + 1]; use++, until += size)
            for (i64 at = a->rows.first[a->demand[use]]; at < a->rows.first[a->demand[use] + 1]; at++) {
                i64 *change = a->sums + a->rows.items[at] * width;
                change[start] += a->units[at], change[*until] -= a->units[at];
            }
    }
    for (i64 row = 0; row < a->row_count; row++)
        for (i64 day = 1, *use = a->sums + row * width; day < a->days; day++) use[day] += use[day - 1];
}
