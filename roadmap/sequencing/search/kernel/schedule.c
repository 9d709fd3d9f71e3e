/* The schedule of an order: Schedule in search/incremental.py. */

#include "kernel.h"

#include <string.h>

/* Schedule.priced: what an end costs. */
Price priced(const Walk *w, i64 number, i64 end) {
    i64 last = larger(end - 1, w->floor[number]), late = last - w->due[number];
    Price weight = w->weight[number], price = weight * (end - w->today);
    if (late > 0) price += weight * late;
    if (late > 0 && w->must[number]) price += (Price)late << w->late_bits;
    return last > w->told[number] ? price + w->told_price : price;
}

/* Schedule._ready: the first day on which neither a date nor a dependency is in the way. */
i64 ready_day(const Walk *w, i64 number) {
    i64 day = w->earliest[number];
    EACH(needed, w->before, number) day = larger(day, w->end[needed]);
    return day;
}

/* The last end of all; 0 where there is none. */
i64 last_end(const Walk *w) {
    i64 last = 0;
    for (i64 number = 0; number < w->count; number++) last = larger(last, w->end[number]);
    return last;
}

/* Timetable.put: holds the people of an initiative from `start` on; its end. */
static i64 put(Walk *w, i64 number, i64 start) {
    i64 end = start;
    EACH_PART(w, part, number) {
        i64 until = part_end(w, part, start);
        hold(w, part, start, until);
        end = larger(end, until);
    }
    return end;
}

/* Schedule.rebuild: places everything in an order. */
void rebuild(Walk *w, const i64 *order) {
    memmove(w->order, order, (size_t)w->size * sizeof(i64));
    for (i64 crew = 0; crew < w->crews; crew++) {
        memset(cells(w, crew), 0, (size_t)w->days * sizeof(uint16_t));
        w->differing[crew] = 1;
    }
    for (i64 number = 0; number < w->count; number++) {
        w->place[number] = -1;
        w->start[number] = w->fixed_start[number], w->end[number] = w->fixed_end[number];
        if (w->start[number] >= 0) put(w, number, w->start[number]);
    }
    w->now = 0;
    for (i64 place = 0; place < w->size && !w->lost; place++) {
        i64 number = w->order[place];
        w->place[number] = place;
        EACH_PART(w, part, number) copy(w, w->row[part], w->crew[part]);
        w->ready[number] = ready_day(w, number);
        w->start[number] = first_fit(w, number, w->ready[number]);
        w->end[number] = put(w, number, w->start[number]);
        w->price[number] = priced(w, number, w->end[number]);
        w->now += w->price[number];
    }
    if (w->end_bits >= 0) w->now += (Price)last_end(w) << w->end_bits;
    memset(w->differing, 0, (size_t)w->crews * sizeof(i64));
}
