/* What comes in of a bound: whether it fits together, and room for all that rests on it.

   bounds/compiled_ascent.py only sends what does, but for numbers that are too large. */

#include "kernel.h"

#include <stdlib.h>
#include <string.h>

#define UNITS DAYS                 /* more of each than fits into a team: units, */
#define TOGETHER ((i64)1 << 40)    /* and days late, or units, of all initiatives together */

/* Where the lines of each node begin, one after the other; what they come to in the end. */
static int laid_out(Ascent *a, const i64 *sizes) {
    i64 n = a->count;
    a->starts = a->memory, a->untils = a->starts + n + 1, a->links = a->untils + n + 1;
    for (i64 node = 0; node < n; node++) {
        i64 size = a->days + 1 - a->first[node], parent = a->parent[node];
        a->starts[node + 1] = a->starts[node] + size;
        a->untils[node + 1] = a->untils[node] + size * (a->uses[node + 1] - a->uses[node]);
        i64 above = parent < 0 ? 0 : a->starts[parent + 1] - a->starts[parent];
        a->links[node + 1] = a->links[node] + above;
    }
    return sizes[1] == a->starts[n] && sizes[2] == a->starts[n] && sizes[9] == a->untils[n] &&
           sizes[15] == a->links[n];
}

/* Whether there is a row or a number for all that asks for one. */
static int model_fits(Ascent *a, const i64 *sizes) {
    if (!within(&a->days, 1, 1, DAYS)) return 0;
    i64 n = a->count, uses = sizes[8], rows = a->row_count = sizes[20] / a->days;
    i64 arcs = a->arc_count = sizes[ARC_PRICES] / a->days;
    a->demands = sizes[10] - 1;
    if (a->demands < 0 || sizes[20] != rows * a->days || sizes[ROW_PRICES] != rows * a->days ||
        sizes[ARC_PRICES] != arcs * a->days)
        return 0;
    i64 firsts[] = {3, 5, 7, 16, 18}, items[] = {4, 6, 8, 17, 19};
    for (int at = 0; at < 5; at++)
        if (sizes[firsts[at]] != n + 1 || !ragged(a->input[firsts[at]], n, sizes[items[at]]))
            return 0;
    if (sizes[13] != n || sizes[14] != n || sizes[12] != sizes[11] ||
        !ragged(a->rows.first, a->demands, sizes[11]) || !within(a->first, n, 0, a->days) ||
        !within(a->demand, uses, 0, a->demands - 1) || !within(a->needing, n, 0, 1) ||
        !within(a->rows.items, sizes[11], 0, rows - 1) ||
        !within(a->after.items, sizes[17], 0, arcs - 1) ||
        !within(a->before.items, sizes[19], 0, arcs - 1))
        return 0;
    for (i64 node = 0; node < n; node++)
        if (a->parent[node] < -1 || a->parent[node] >= node) return 0;
    return laid_out(a, sizes) && within(a->ends, sizes[2], 0, a->days) &&
           within(a->until, sizes[9], 0, a->days);
}

/* Whether what is said of a node lies among its starts. */
static int node_fits(const Ascent *a, i64 node) {
    i64 size = a->starts[node + 1] - a->starts[node];
    i64 late = a->late.first[node + 1] - a->late.first[node];
    i64 closed = a->closed.first[node + 1] - a->closed.first[node];
    i64 links = a->links[node + 1] - a->links[node];
    return (!late || late == size) &&
           within(a->closed.items + a->closed.first[node], closed, 0, size - 2) &&
           within(a->places + a->links[node], links, 0, size - 1);
}

static i64 most_of(const i64 *line, i64 size) {
    i64 most = 0;
    for (i64 at = 0; at < size; at++) most = larger(most, line[at]);
    return most;
}

/* Adds up what starts cost, hold and are late at most; whether that is not too large. */
static int numbers_fit(Ascent *a, const i64 *sizes) {
    i64 held = 0;
    if (!within(&a->known, 1, 0, MOST) || !within(&a->late_room, 1, 0, TOGETHER) ||
        !within(a->costs, sizes[1], 0, MOST) || !within(a->late.items, sizes[4], 0, DAYS) ||
        !within(a->rooms, sizes[20], 0, UNITS) || !within(a->units, sizes[12], 0, UNITS))
        return 0;
    for (i64 node = 0; node < a->count; node++) {
        i64 late = a->late.first[node], size = a->starts[node + 1] - a->starts[node];
        a->most_late += most_of(a->late.items + late, a->late.first[node + 1] - late);
        grow(a, &a->most_cost, 1, most_of(a->costs + a->starts[node], size));
        for (i64 use = a->uses[node]; use < a->uses[node + 1]; use++)
            for (i64 at = a->rows.first[a->demand[use]]; at < a->rows.first[a->demand[use] + 1]; at++)
                grow(a, &held, 1, a->units[at]);
    }
    for (i64 row = 0; row < a->row_count; row++)
        a->widest[row] = most_of(a->rooms + row * a->days, a->days);
    return !a->lost && held <= TOGETHER && a->most_late <= TOGETHER &&
           within(a->kept.rows, a->row_count * a->days, 0, MOST) &&
           within(a->kept.arcs, a->arc_count * a->days, 0, MOST) && within(&a->kept.late, 1, 0, MOST);
}

/* Finds room for all lines; 0 where there is too little memory. */
static int allotted(Ascent *a) {
    i64 starts = a->starts[a->count], days = a->days, width = days + 1, arcs = a->arc_count;
    struct { i64 **row, size; } rows[] = {
        {&a->widest, a->row_count}, {&a->total, starts}, {&a->least, starts},
        {&a->place, a->count}, {&a->tolls, a->demands * width}, {&a->ahead, arcs * width},
        {&a->sums, a->row_count * width}, {&a->arc_start, arcs}, {&a->arc_end, arcs},
        {&a->now.rows, a->row_count * days}, {&a->now.arcs, arcs * days},
        {&a->way.rows, a->row_count * days}};
    size_t total = 1, count = sizeof rows / sizeof *rows;
    for (size_t at = 0; at < count; at++) total += (size_t)rows[at].size;
    i64 *row = a->lines = calloc(total, sizeof(i64));
    for (size_t at = 0; row && at < count; at++) *rows[at].row = row, row += rows[at].size;
    return row != NULL;
}

/* Makes prices ready to be bettered; what is wrong with the inputs, or NULL. */
const char *ascent_prepared(Ascent *a, const i64 *sizes) {
    a->count = sizes[0];
    if (!(a->memory = calloc((size_t)(3 * (a->count + 1)), sizeof(i64)))) return no_memory;
    if (!model_fits(a, sizes)) return "not a model";
    for (i64 node = 0; node < a->count; node++)
        if (!node_fits(a, node)) return "not a model";
    if (!allotted(a)) return no_memory;
    if (!numbers_fit(a, sizes)) return too_large;
    memcpy(a->now.rows, a->kept.rows, (size_t)(a->row_count * a->days) * sizeof(i64));
    memcpy(a->now.arcs, a->kept.arcs, (size_t)(a->arc_count * a->days) * sizeof(i64));
    a->now.late = a->kept.late;
    return NULL;
}

/* What is freed in the end. */
void ascent_discarded(Ascent *a) {
    free(a->inputs), free(a->memory), free(a->lines);
}
