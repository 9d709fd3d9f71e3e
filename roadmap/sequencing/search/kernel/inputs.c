/* What comes in at the door: whether it fits together, and room for all that rests on it.

   compiled.py only sends what does; here nothing else may lead out of the memory. */

#include "kernel.h"

#include <stdlib.h>
#include <string.h>

const char no_memory[] = "too little memory", too_large[] = "more than 64 bits";

/* How many numbers there are in each input: by initiative, part, arc, crew or day. */
enum { NUMBERS, FIRSTS, PARTS, ARCS, CREWS, CREW_FIRSTS, CREW_DAYS };
static const int kinds[INPUTS] = {
    FIRSTS,  PARTS,   PARTS,   PARTS,   PARTS,   FIRSTS,  ARCS,    FIRSTS,
    ARCS,    NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS,
    NUMBERS, CREWS,   CREWS,   CREWS,   CREW_FIRSTS,      CREW_DAYS};

/* Whether all numbers of a row are from `low` to `high`. */
int within(const i64 *row, i64 size, i64 low, i64 high) {
    for (i64 at = 0; at < size; at++)
        if (row[at] < low || row[at] > high) return 0;
    return 1;
}

/* Whether rows follow each other, up to the last item. */
int ragged(const i64 *first, i64 rows, i64 size) {
    for (i64 row = 0; row < rows; row++)
        if (first[row] > first[row + 1]) return 0;
    return first[0] == 0 && first[rows] == size;
}

/* Whether presence is a calendar by crew, with so many days in all. */
int calendars_fit(const Presence *there, i64 crews, i64 size) {
    const i64 *first = there->prefix.first, *prefix = there->prefix.items;
    if (!ragged(first, crews, size) || !within(prefix, size, 0, LARGE) ||
        !within(there->full, crews, 1, LARGE) || !within(there->regular, crews, 0, DAYS))
        return 0;
    for (i64 crew = 0; crew < crews; crew++) {
        if (first[crew + 1] - first[crew] != there->regular[crew] + 1) return 0;
        for (i64 day = first[crew]; day < first[crew + 1] - 1; day++)
            if (prefix[day] > prefix[day + 1]) return 0;
    }
    return 1;
}

/* Whether parts hold people that there are. */
static int people_fit(const Walk *w, i64 parts) {
    if (!ragged(w->parts, w->count, parts) || !within(w->crew, parts, 0, w->crews - 1) ||
        !within(w->need, parts, 1, LARGE) || !within(w->length, parts, 1, DAYS) ||
        !within(w->capacity, w->crews, 0, UINT16_MAX))
        return 0;
    for (i64 number = 0; number < w->count; number++)
        if (w->parts[number + 1] - w->parts[number] > MOST_PARTS) return 0;
    for (i64 part = 0; part < parts; part++)
        if (w->held[part] < 1 || w->held[part] > w->capacity[w->crew[part]]) return 0;
    return 1;
}

/* Whether `after` is `before` from the other end. */
static int network_fits(Walk *w, i64 arcs) {
    if (!ragged(w->before.first, w->count, arcs) || !ragged(w->after.first, w->count, arcs) ||
        !within(w->before.items, arcs, 0, w->count - 1))
        return 0;
    memcpy(w->one, w->after.first, (size_t)w->count * sizeof(i64));
    for (i64 number = 0; number < w->count; number++)
        EACH(needed, w->before, number) {
            i64 turn = w->one[needed]++;
            if (turn >= w->after.first[needed + 1] || w->after.items[turn] != number) return 0;
        }
    i64 marked = w->marked;
    return marked < 0 ||
           (marked < w->count && w->before.first[marked] < w->before.first[marked + 1]);
}

static int dates_fit(const Walk *w) {
    i64 n = w->count;
    return within(w->earliest, n, 0, DAYS) && within(w->weight, n, 0, LARGE) &&
           within(w->due, n, -DAYS, INT64_MAX) && within(w->must, n, 0, 1) &&
           within(w->floor, n, 0, DAYS) && within(w->told, n, -DAYS, INT64_MAX) &&
           within(w->fixed_start, n, -1, DAYS) && within(w->fixed_end, n, -1, DAYS) &&
           w->late_bits >= 0 && w->late_bits < PRICE_BITS && w->end_bits >= -1 &&
           w->end_bits < PRICE_BITS && w->told_price >= 0 && w->told_price <= LARGE;
}

/* Whether an order has each once, after all that it needs. */
int orderly(Walk *w, const i64 *order, i64 size) {
    i64 waiting = ++w->stamp, done = ++w->stamp;
    for (i64 place = 0; place < size; place++) {
        if (order[place] < 0 || order[place] >= w->count || w->mark[order[place]] == waiting)
            return 0;
        w->mark[order[place]] = waiting;
    }
    for (i64 place = 0; place < size; place++) {
        EACH(needed, w->before, order[place])
            if (w->mark[needed] == waiting) return 0;
        w->mark[order[place]] = done;
    }
    return 1;
}

/* For each crew and day up to its regular one the first day with anybody present. */
void open_days(Presence *there, i64 crews) {
    for (i64 crew = 0; crew < crews; crew++) {
        const i64 *prefix = there->prefix.items + there->prefix.first[crew];
        i64 *open = there->opens + there->prefix.first[crew], day = there->regular[crew];
        for (open[day] = day; --day >= 0;)
            open[day] = prefix[day] == prefix[day + 1] ? open[day + 1] : day;
    }
}

/* Finds room for all rows of a walk; 0 where there is too little memory. */
static int allotted(Walk *w, i64 parts, i64 arcs, i64 days) {
    i64 n = w->count + 1, c = w->crews + 1;
    struct { i64 **row, size; } rows[] = {
        {&w->there.opens, days}, {&w->row, parts}, {&w->trial_row, parts}, {&w->ends_from, parts},
        {&w->order, n},
        {&w->place, n}, {&w->ready, n}, {&w->start, n}, {&w->end, n}, {&w->window, n},
        {&w->moved, c}, {&w->differing, c}, {&w->moving, c}, {&w->touched, n}, {&w->mark, n},
        {&w->crew_mark, c}, {&w->one, n + arcs}, {&w->two, n}, {&w->best, n},
        {&w->seeds, n}, {&w->alike, n}};
    size_t total = 1, count = sizeof rows / sizeof *rows;
    for (size_t at = 0; at < count; at++) total += (size_t)rows[at].size;
    i64 *row = w->memory = calloc(total, sizeof(i64));
    w->days = w->far = w->today + 1;
    w->cells = calloc((size_t)((w->crews + 2 * parts + 1) * w->days), sizeof(uint16_t));
    w->price = calloc((size_t)n, sizeof(Price));
    w->placed = calloc((size_t)n, sizeof(Placed));
    w->turns = calloc((size_t)n, sizeof(Turn));
    if (!row || !w->cells || !w->price || !w->placed || !w->turns) return 0;
    for (size_t at = 0; at < count; at++) *rows[at].row = row, row += rows[at].size;
    for (i64 part = 0; part < parts; part++)
        w->row[part] = w->crews + part, w->trial_row[part] = w->crews + parts + part;
    return 1;
}

/* Makes a walk ready for an order; what is wrong with its inputs, or NULL. */
const char *prepared(Walk *w, const i64 *sizes) {
    if (!within(&w->count, 1, 0, DAYS) || !within(&w->crews, 1, 0, DAYS)) return "too many";
    i64 parts = sizes[1], arcs = sizes[6], days = sizes[INPUTS - 1];
    i64 wanted[] = {w->count, w->count + 1, parts, arcs, w->crews, w->crews + 1, days};
    for (int at = 0; at < INPUTS; at++)
        if (sizes[at] != wanted[kinds[at]]) return "rows of other lengths";
    if (!within(&w->today, 1, 0, DAYS - 1) || w->crews + 2 * parts >= CELLS / (w->today + 1))
        return "too many days";
    if (!allotted(w, parts, arcs, days)) return no_memory;
    if (!people_fit(w, parts) || !calendars_fit(&w->there, w->crews, days) ||
        !network_fits(w, arcs) || !dates_fit(w))
        return "numbers that lead out of their rows";
    open_days(&w->there, w->crews);
    return ends_kept(w, parts) ? NULL : no_memory;
}

/* What is freed in the end. */
void discarded(Walk *w) {
    free(w->inputs), free(w->memory), free(w->cells), free(w->ends);
    free(w->price), free(w->placed), free(w->turns), free(w);
}

/* Whether the inputs of a course fit together. */
static int course_fits(const Course *c, const i64 *sizes) {
    i64 parts = sizes[7], dates = sizes[9] / c->draws;
    i64 wanted[COURSE_INPUTS] = {
        c->count,     c->count, c->count, c->count, c->count + 1,     sizes[5],
        c->count + 1, parts,    parts,    dates * c->draws, parts * c->draws,
        c->crews,     c->crews, c->crews, c->crews + 1,     sizes[15]};
    for (int at = 0; at < COURSE_INPUTS; at++)
        if (sizes[at] != wanted[at]) return 0;
    if (!within(c->number, c->count, 0, c->count - 1) || !within(c->floor, c->count, 0, DAYS) ||
        !within(c->dated, c->count, -1, dates - 1) ||
        !ragged(c->before.first, c->count, sizes[5]) ||
        !within(c->before.items, sizes[5], 0, c->count - 1) || !ragged(c->parts, c->count, parts) ||
        !within(c->crew, parts, 0, c->crews - 1) || !calendars_fit(&c->there, c->crews, sizes[15]))
        return 0;
    for (i64 part = 0; part < parts; part++)
        if (c->held[part] < 1 || c->held[part] > c->capacity[c->crew[part]]) return 0;
    return within(c->capacity, c->crews, 0, LARGE);
}

/* Whether no day can be beyond 64 bits, if all work follows on the last date. */
static int days_fit(const Course *c, i64 parts, i64 dates) {
    i64 total = 0;
    if (!within(c->dates, dates * c->draws, 0, LARGE)) return 0;
    for (i64 part = 0; part < parts; part++) {
        const i64 *needs = c->needs + part * c->draws;
        i64 most = 0;
        for (i64 draw = 0; draw < c->draws; draw++) most = larger(most, needs[draw]);
        if (!within(needs, c->draws, 0, LARGE) || (total += most) > LARGE) return 0;
    }
    return 1;
}

/* Makes a course ready to be carried out; what is wrong with its inputs, or NULL. */
const char *course_prepared(Course *c, const i64 *sizes) {
    if (!course_fits(c, sizes)) return "not a course";
    i64 parts = sizes[7], days = sizes[15], crews = c->crews;
    if (!days_fit(c, parts, sizes[9] / c->draws)) return too_large;
    i64 *row = c->memory = calloc((size_t)(4 * crews + days + 1), sizeof(i64));
    c->busy = calloc((size_t)parts + 1, sizeof(Busy));
    if (!row || !c->busy) return no_memory;
    c->free = row, c->begun = row + crews, c->waiting = row + 2 * crews;
    c->slot = row + 3 * crews, c->there.opens = row + 4 * crews;
    open_days(&c->there, crews);
    for (i64 part = 0; part < parts; part++) c->slot[c->crew[part]]++;
    for (i64 crew = 0, first = 0; crew < crews; crew++) {
        i64 own = c->slot[crew];
        c->slot[crew] = first, first += own;
    }
    return NULL;
}

/* What is freed in the end. */
void course_discarded(Course *c) {
    free(c->inputs), free(c->memory), free(c->busy);
}
