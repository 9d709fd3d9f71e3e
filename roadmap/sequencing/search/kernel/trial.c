/* What a move changes: Trial and Schedule.change in search/incremental.py.

   Python keeps what crews hold before and after each turn. Here a part has the row of its
   crew before its turn, a trial overwrites the schedule, and `placed` remembers what was. */

#include "kernel.h"

#include <string.h>

/* Schedule._held_at: crews with another order hold what they did before the move. */
static void begin_trial(Walk *w) {
    i64 left = w->moved_size;
    w->trial++, w->placings = 0, w->last_touched = -1, w->differing_crews = left;
    for (i64 at = 0; at < w->moved_size; at++) w->moving[w->moved[at]] = w->trial;
    for (i64 place = w->low; left; place++)
        EACH_PART(w, part, w->order[place]) {
            i64 crew = w->crew[part];
            if (w->moving[crew] != w->trial || w->differing[crew]) continue;
            copy(w, crew, w->row[part]);
            w->differing[crew] = 1, left--;
        }
}

/* Schedule._held_now: whether a crew of an initiative holds other units than on its turn.
   Crews that do not differ any longer, unless they are moved. */
static int differs(Walk *w, i64 number, int moving) {
    int any = 0;
    EACH_PART(w, part, number) {
        i64 crew = w->crew[part], day = w->today;
        if (!w->differing[crew]) continue;
        if (memcmp(cells(w, crew) + day, cells(w, w->row[part]) + day,
                   (size_t)(w->far - day) * sizeof(uint16_t)))
            any = 1;
        else if (!moving || w->moving[crew] != w->trial)
            w->differing[crew] = 0, w->differing_crews--;
    }
    return any;
}

/* Schedule._hold: holds an initiative's people in crews that differ; its end. */
static i64 held_again(Walk *w, i64 number, i64 start, Placed *was) {
    i64 end = start, bit = 1;
    EACH_PART(w, part, number) {
        i64 crew = w->crew[part], until = part_end(w, part, start);
        if (w->differing[crew]) {
            copy(w, w->trial_row[part], crew);
            was->swaps |= bit;
        } else if (start != was->start) {
            copy(w, crew, w->row[part]);
            w->differing[crew] = 1, w->differing_crews++;
        }
        if (w->differing[crew]) hold(w, part, start, until);
        end = larger(end, until), bit *= 2;
    }
    return end;
}

/* Schedule._replay, one turn: places an initiative again; what that gains. */
static Price placed_again(Walk *w, i64 number, int other_units) {
    i64 start = w->start[number], ready = w->ready[number], end = w->end[number];
    Placed *was = &w->placed[w->placings++];
    *was = (Placed){number, ready, start, end, 0, w->price[number]};
    if (w->touched[number] == w->trial) ready = ready_day(w, number);
    if (other_units || ready < was->ready || ready > start) start = first_fit(w, number, ready);
    w->ready[number] = ready, w->start[number] = start;
    w->end[number] = end = held_again(w, number, start, was);
    if (end == was->end) return 0;
    EACH(later, w->after, number) {
        w->touched[later] = w->trial;
        w->last_touched = larger(w->last_touched, w->place[later]);
    }
    w->price[number] = priced(w, number, end);
    return was->price - w->price[number];
}

/* Schedule._hold: holds what an initiative held, in crews that differ. */
static void hold_as_before(Walk *w, i64 number) {
    i64 start = w->start[number];
    EACH_PART(w, part, number)
        if (w->differing[w->crew[part]]) hold(w, part, start, part_end(w, part, start));
}

/* Schedule.change: makes the move, and says what it gains; 0 as soon as it has lost more
   than `patience` on the way. */
int change(Walk *w, Price patience, Price *gained) {
    i64 last = w->end_bits < 0 ? 0 : last_end(w);
    *gained = 0;
    begin_trial(w);
    for (i64 turn = 0; w->low + turn < w->size; turn++) {
        int inside = turn < w->width;
        i64 number = inside ? w->window[turn] : w->order[w->low + turn];
        int other_units = w->differing_crews && differs(w, number, inside);
        if (other_units || w->touched[number] == w->trial) {
            *gained += placed_again(w, number, other_units);
            if (*gained < -patience) return 0;
        } else if (w->differing_crews)
            hold_as_before(w, number);
        else if (!inside && w->place[number] >= w->last_touched)
            break;
    }
    if (w->end_bits >= 0) *gained += (last - last_end(w)) * ((Price)1 << w->end_bits);
    return !w->lost;
}

/* Schedule.accept, or all as it was before the trial. */
void end_trial(Walk *w, int kept) {
    for (i64 at = 0; at < w->placings; at++) {
        Placed *was = &w->placed[at];
        i64 number = was->number;
        if (!kept) {
            w->ready[number] = was->ready, w->start[number] = was->start;
            w->end[number] = was->end, w->price[number] = was->price;
            continue;
        }
        EACH_PART(w, part, number)
            if (was->swaps >> (part - w->parts[number]) & 1) {
                i64 row = w->row[part];
                w->row[part] = w->trial_row[part], w->trial_row[part] = row;
            }
    }
    memset(w->differing, 0, (size_t)w->crews * sizeof(i64));
    for (i64 at = 0; kept && at < w->width; at++) {
        w->order[w->low + at] = w->window[at];
        w->place[w->window[at]] = w->low + at;
    }
}
