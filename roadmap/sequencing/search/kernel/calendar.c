/* The days of crews: schedule/presence.py, first_fit.py and serial.py. */

#include "kernel.h"

#include <stdlib.h>
#include <string.h>

/* Presence.end: the first day by which `need` units were present from `start` on. */
i64 present(const Presence *there, i64 crew, i64 start, i64 need) {
    i64 regular = there->regular[crew], full = there->full[crew];
    if (start >= regular) return start + (need + full - 1) / full;
    const i64 *prefix = there->prefix.items + there->prefix.first[crew];
    i64 wanted = prefix[start] + need, low = start, high = regular;
    if (prefix[regular] < wanted) return regular + (wanted - prefix[regular] + full - 1) / full;
    while (low < high) {
        i64 middle = (low + high) / 2;
        if (prefix[middle] < wanted) low = middle + 1;
        else high = middle;
    }
    return low;
}

/* Presence.open: the first day from `day` on with anybody present. */
i64 opens(const Presence *there, i64 crew, i64 day) {
    return day < there->regular[crew] ? there->opens[there->prefix.first[crew] + day] : day;
}

/* Presence.end of a part: the day after its last, if it starts on `start`. */
i64 part_end(const Walk *w, i64 part, i64 start) {
    i64 crew = w->crew[part];
    if (start >= w->there.regular[crew]) return start + w->length[part];
    if (w->ends) return w->ends[w->ends_from[part] + start];
    return present(&w->there, crew, start, w->need[part]);
}

/* Keeps the ends of parts that start before presence is regular, if there are not too many;
   0 where there is too little memory. */
int ends_kept(Walk *w, i64 parts) {
    i64 total = 0;
    for (i64 part = 0; part < parts && total <= MOST_ENDS; part++) {
        w->ends_from[part] = total;
        total += w->there.regular[w->crew[part]];
    }
    if (total > MOST_ENDS) return 1;
    i64 *end = w->ends = malloc((size_t)(total + 1) * sizeof(i64));
    for (i64 part = 0; end && part < parts; part++)
        for (i64 day = 0; day < w->there.regular[w->crew[part]]; day++)
            *end++ = present(&w->there, w->crew[part], day, w->need[part]);
    return w->ends != NULL;
}

/* Makes a row of units the same as another one. */
void copy(Walk *w, i64 to, i64 from) {
    memcpy(cells(w, to) + w->today, cells(w, from) + w->today,
           (size_t)(w->far - w->today) * sizeof(uint16_t));
}

/* Makes room for days before `end`: rows move apart. */
static void reach(Walk *w, i64 end) {
    if (w->lost) return;
    w->far = larger(w->far, end);
    if (end <= w->days) return;
    i64 rows = w->crews + 2 * w->parts[w->count], days = 2 * end;
    uint16_t *wider = NULL;
    if (end < DAYS && rows <= CELLS / days)
        wider = calloc((size_t)(rows * days), sizeof(uint16_t));
    if (!wider) {
        w->lost = 1, w->far = w->days;
        return;
    }
    for (i64 row = 0; row < rows; row++)
        memcpy(wider + row * days, cells(w, row), (size_t)w->days * sizeof(uint16_t));
    free(w->cells);
    w->cells = wider, w->days = days;
}

/* Timetable._held: holds the people of a part. */
void hold(Walk *w, i64 part, i64 start, i64 end) {
    reach(w, end);
    uint16_t *used = cells(w, w->crew[part]), units = (uint16_t)w->held[part];
    for (i64 day = start; day < end && !w->lost; day++) used[day] = (uint16_t)(used[day] + units);
}

/* replanning._begins: the last day on which an initiative that ends then can have begun. */
static i64 begun(const Walk *w, i64 number, i64 end) {
    i64 first = w->parts[number], last = w->parts[number + 1], day = first < last ? end - 1 : end;
    for (i64 part = first; part < last && day >= 0; part++)
        if (opens(&w->there, w->crew[part], day) > day || part_end(w, part, day) > end)
            day--, part = first - 1;
    return larger(day, 0);
}

/* The first day from `day` on that has room for a part throughout. */
static i64 part_fit(const Walk *w, i64 part, i64 day) {
    i64 crew = w->crew[part], most = w->capacity[crew] - w->held[part];
    const uint16_t *used = cells(w, w->differing[crew] ? crew : w->row[part]);
    for (i64 known = day;;) { /* there is room from `day` until `known` */
        i64 start = opens(&w->there, crew, day), end = part_end(w, part, start);
        if (end > w->far) end = w->far;
        i64 from = larger(start, known);
        for (day = end; day > from && used[day - 1] <= most;) day--;
        if (day <= from) return start;
        known = end;
    }
}

/* first_fit.fitter: the first day from `day` on that all parts can start on, together. */
i64 first_fit(const Walk *w, i64 number, i64 day) {
    i64 first = w->parts[number], last = w->parts[number + 1];
    if (number == w->marked) return begun(w, w->before.items[w->before.first[number]], day);
    for (i64 part = first, settled = 0; settled < last - first; settled++) {
        i64 fit = part_fit(w, part, day);
        if (fit > day) settled = 0;
        day = fit, part = part + 1 < last ? part + 1 : first;
    }
    return day;
}
