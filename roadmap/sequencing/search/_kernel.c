/* The compiled twin of the search: serial schedules, moves and annealing over orders.

   It takes the same steps as incremental.py, neighbourhood.py and annealing.py, in whole
   numbers only, and so comes to the same answers; those files say what each step is for.
   Here a team's calendar is an array of days, and a trial is undone from a log. */

#define Py_LIMITED_API 0x030B0000
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef int64_t i64;
typedef uint64_t u64;
#ifdef __SIZEOF_INT128__
typedef __int128 Price; /* value x days, and days late above all of it */
#define PRICE_BITS 126
#else
typedef int64_t Price;
#define PRICE_BITS 62
#endif
#define ONE 65536
#define PATIENCE 200

enum { COUNT, CREWS, TODAY, LATE_BITS, END_BITS, TOLD_PRICE, MARKED, SCALARS };
enum { HOLD_FIRST, HOLD_CREW, HOLD_HELD, HOLD_NEED, HOLD_LENGTH, BEFORE_FIRST, BEFORE, AFTER_FIRST, AFTER,
       EARLIEST, WEIGHT, DUE, MUST, FLOOR, TOLD, FIXED_START, FIXED_END,
       CAPACITY, FULL, REGULAR, PREFIX_FIRST, PREFIX, INPUTS };

typedef struct { i64 number, ready, start, end, swaps; Price price; } Placed;

typedef struct {
    i64 count, crews, today, late_bits, end_bits, told_price, marked;
    i64 *in[INPUTS];                     /* as in schedule/problem.py, ragged rows by FIRST */
    i64 *memory, *opens;
    uint16_t *cells; i64 days, far;      /* rows of `days`, 0 from day `far` on */
    i64 *row, *trial_row;                /* by part: its crew's units on its turn */
    i64 *active, *moving, active_crews;  /* by crew, in a trial: row `crew` is its units now */
    i64 *order, size, *place, *ready, *start, *end, *best; /* the schedule */
    Price *price, now, least, bound;
    i64 *mark, *crew_mark, stamp, *touched, trial, last_touched;
    i64 *window, width, low, *one, *two, *stack, crew_list_size, *crew_list; /* a move */
    Placed *placed; i64 placings;
    i64 *seeds, *alike, alike_size, steps, rounds;
    struct Turn { u64 key; i64 tie, number; } *turns; i64 turn;
    int lost;                            /* memory ran out */
} Walk;

/* --- calendars ------------------------------------------------------------------- */

static i64 part_end(const Walk *w, i64 part, i64 start) /* presence.py: Presence.end */
{
    i64 crew = w->in[HOLD_CREW][part], regular = w->in[REGULAR][crew];
    if (start >= regular) return start + w->in[HOLD_LENGTH][part];
    const i64 *prefix = w->in[PREFIX] + w->in[PREFIX_FIRST][crew];
    i64 wanted = prefix[start] + w->in[HOLD_NEED][part], full = w->in[FULL][crew];
    if (prefix[regular] < wanted)
        return regular + (wanted - prefix[regular] + full - 1) / full;
    i64 low = start, high = regular;
    while (low < high) {
        i64 middle = (low + high) / 2;
        if (prefix[middle] < wanted) low = middle + 1; else high = middle;
    }
    return low;
}

static i64 opens(const Walk *w, i64 crew, i64 day) /* Presence.open */
{
    if (day >= w->in[REGULAR][crew]) return day;
    return w->opens[w->in[PREFIX_FIRST][crew] + day];
}

static uint16_t *cells(const Walk *w, i64 row)
{
    return w->cells + row * w->days;
}

static void copy(Walk *w, i64 to, i64 from)
{
    memcpy(cells(w, to) + w->today, cells(w, from) + w->today,
           (size_t)(w->far - w->today) * sizeof(uint16_t));
}

static int same(const Walk *w, i64 one, i64 other)
{
    return !memcmp(cells(w, one) + w->today, cells(w, other) + w->today,
                   (size_t)(w->far - w->today) * sizeof(uint16_t));
}

/* Room for days before `end`; rows move apart, the last one first. */
static void reach(Walk *w, i64 end)
{
    if (end > w->far) w->far = end;
    if (end <= w->days || w->lost) return;
    i64 rows = w->crews + 2 * w->in[HOLD_FIRST][w->count], days = 2 * end;
    uint16_t *wider = calloc((size_t)(rows * days), sizeof(uint16_t));
    if (!wider) { w->lost = 1, w->far = w->days; return; }
    for (i64 row = 0; row < rows; row++)
        memcpy(wider + row * days, cells(w, row), (size_t)w->days * sizeof(uint16_t));
    free(w->cells);
    w->cells = wider, w->days = days;
}

static void hold(Walk *w, i64 part, i64 start, i64 end)
{
    reach(w, end);
    uint16_t *used = cells(w, w->in[HOLD_CREW][part]);
    uint16_t units = (uint16_t)w->in[HOLD_HELD][part];
    for (i64 day = start; day < end && !w->lost; day++) used[day] = (uint16_t)(used[day] + units);
}

static i64 begun(const Walk *w, i64 number, i64 end) /* replanning.py: the last day to begin */
{
    i64 first = w->in[HOLD_FIRST][number], last = w->in[HOLD_FIRST][number + 1];
    for (i64 part = first, day = first < last ? end - 1 : end;; part++) {
        if (part == last) return day;
        if (opens(w, w->in[HOLD_CREW][part], day) > day || part_end(w, part, day) > end)
            day--, part = first - 1;
    }
}

/* The first day from `day` on which all parts of an initiative can start together. A part
   looks at its crew's units now, or, where these do not differ, at those on its turn. */
static i64 first_fit(Walk *w, i64 number, i64 day)
{
    i64 first = w->in[HOLD_FIRST][number], last = w->in[HOLD_FIRST][number + 1];
    if (number == w->marked) return begun(w, w->in[BEFORE][w->in[BEFORE_FIRST][number]], day);
    for (i64 part = first, settled = 0; settled < last - first; settled++) {
        i64 crew = w->in[HOLD_CREW][part], begun = day;
        i64 most = w->in[CAPACITY][crew] - w->in[HOLD_HELD][part];
        const uint16_t *used = cells(w, w->active[crew] ? crew : w->row[part]);
        for (;;) {
            i64 start = opens(w, crew, day), end = part_end(w, part, start);
            day = start;
            if (end > w->far) end = w->far;
            while (end > start && used[end - 1] <= most) end--;
            if (end <= start) break;
            day = end;
        }
        if (day > begun) settled = 0;
        part = part + 1 < last ? part + 1 : first;
    }
    return day;
}

/* --- the schedule of an order ------------------------------------------------------ */

static Price priced(const Walk *w, i64 number, i64 end) /* incremental.py: Schedule.priced */
{
    i64 weight = w->in[WEIGHT][number];
    i64 last = end - 1 > w->in[FLOOR][number] ? end - 1 : w->in[FLOOR][number];
    Price price = (Price)weight * (end - w->today);
    if (last > w->in[DUE][number]) {
        i64 late = last - w->in[DUE][number];
        price += (Price)weight * late;
        if (w->in[MUST][number]) price += (Price)late << w->late_bits;
    }
    if (last > w->in[TOLD][number]) price += w->told_price;
    return price;
}

static i64 ready_day(const Walk *w, i64 number)
{
    i64 day = w->in[EARLIEST][number];
    for (i64 at = w->in[BEFORE_FIRST][number]; at < w->in[BEFORE_FIRST][number + 1]; at++) {
        i64 end = w->end[w->in[BEFORE][at]];
        if (end > day) day = end;
    }
    return day;
}

static i64 held_from(Walk *w, i64 number, i64 start) /* holds its people; its end */
{
    i64 end = start;
    for (i64 part = w->in[HOLD_FIRST][number]; part < w->in[HOLD_FIRST][number + 1]; part++) {
        i64 stop = part_end(w, part, start);
        hold(w, part, start, stop);
        if (stop > end) end = stop;
    }
    return end;
}

static i64 last_end(const Walk *w)
{
    i64 last = 0;
    for (i64 number = 0; number < w->count; number++)
        if (w->end[number] > last) last = w->end[number];
    return last;
}

static void rebuild(Walk *w, const i64 *order)
{
    for (i64 crew = 0; crew < w->crews; crew++) {
        memset(cells(w, crew), 0, (size_t)w->days * sizeof(uint16_t));
        w->active[crew] = 1;
    }
    memmove(w->order, order, (size_t)w->size * sizeof(i64));
    w->now = 0;
    for (i64 number = 0; number < w->count; number++) {
        w->place[number] = -1;
        w->start[number] = w->in[FIXED_START][number];
        w->end[number] = w->in[FIXED_END][number];
        if (w->start[number] >= 0) held_from(w, number, w->start[number]);
    }
    for (i64 place = 0; place < w->size; place++) {
        i64 number = w->order[place];
        w->place[number] = place;
        for (i64 part = w->in[HOLD_FIRST][number]; part < w->in[HOLD_FIRST][number + 1]; part++)
            copy(w, w->row[part], w->in[HOLD_CREW][part]);
        w->ready[number] = ready_day(w, number);
        w->start[number] = first_fit(w, number, w->ready[number]);
        w->end[number] = held_from(w, number, w->start[number]);
        w->price[number] = priced(w, number, w->end[number]);
        w->now += w->price[number];
    }
    if (w->end_bits >= 0) w->now += (Price)last_end(w) << w->end_bits;
    for (i64 crew = 0; crew < w->crews; crew++) w->active[crew] = 0;
}

/* --- a trial: what a move changes ---------------------------------------------------- */

/* Crews with another order differ from the first of the move on: as they were then. */
static void begin_trial(Walk *w)
{
    i64 left = w->crew_list_size;
    w->trial++, w->placings = 0, w->last_touched = -1, w->active_crews = left;
    for (i64 at = 0; at < w->crew_list_size; at++) w->moving[w->crew_list[at]] = w->trial;
    for (i64 place = w->low; left; place++) {
        i64 number = w->order[place];
        for (i64 part = w->in[HOLD_FIRST][number]; part < w->in[HOLD_FIRST][number + 1]; part++) {
            i64 crew = w->in[HOLD_CREW][part];
            if (w->moving[crew] != w->trial || w->active[crew]) continue;
            copy(w, crew, w->row[part]);
            w->active[crew] = 1, left--;
        }
    }
}

/* Whether a crew of an initiative holds other units on its turn than it did. */
static int differs(Walk *w, i64 number, int moving)
{
    int any = 0;
    for (i64 part = w->in[HOLD_FIRST][number]; part < w->in[HOLD_FIRST][number + 1]; part++) {
        i64 crew = w->in[HOLD_CREW][part];
        if (!w->active[crew]) continue;
        if (!same(w, crew, w->row[part])) any = 1;
        else if (!moving || w->moving[crew] != w->trial) w->active[crew] = 0, w->active_crews--;
    }
    return any;
}

static void touch(Walk *w, i64 number)
{
    for (i64 at = w->in[AFTER_FIRST][number]; at < w->in[AFTER_FIRST][number + 1]; at++) {
        i64 later = w->in[AFTER][at];
        w->touched[later] = w->trial;
        if (w->place[later] > w->last_touched) w->last_touched = w->place[later];
    }
}

/* Hold the people of an initiative from a day on; its end. */
static i64 held_again(Walk *w, i64 number, i64 start, Placed *placed)
{
    i64 first = w->in[HOLD_FIRST][number], last = w->in[HOLD_FIRST][number + 1], end = start;
    for (i64 part = first; part < last; part++) {
        i64 crew = w->in[HOLD_CREW][part], stop = part_end(w, part, start);
        if (w->active[crew]) {
            copy(w, w->trial_row[part], crew);
            placed->swaps |= (i64)1 << (part - first);
        } else if (start != placed->start) {
            copy(w, crew, w->row[part]);
            w->active[crew] = 1, w->active_crews++;
        }
        if (w->active[crew]) hold(w, part, start, stop);
        if (stop > end) end = stop;
    }
    return end;
}

/* Place one initiative of the new order again; what that gains. */
static Price placed_again(Walk *w, i64 number, int other_units)
{
    Placed *placed = &w->placed[w->placings++];
    *placed = (Placed){number, w->ready[number], w->start[number], w->end[number], 0,
                       w->price[number]};
    i64 ready = w->touched[number] == w->trial ? ready_day(w, number) : placed->ready;
    i64 start = placed->start;
    w->ready[number] = ready;
    if (other_units || ready < placed->ready || ready > start)
        start = first_fit(w, number, ready);
    w->start[number] = start;
    i64 end = held_again(w, number, start, placed);
    if (end == placed->end) return 0;
    w->end[number] = end, w->price[number] = priced(w, number, end);
    touch(w, number);
    return placed->price - w->price[number];
}

/* Hold what an initiative held, in crews whose order differs though their units do not. */
static void hold_as_before(Walk *w, i64 number)
{
    for (i64 part = w->in[HOLD_FIRST][number]; part < w->in[HOLD_FIRST][number + 1]; part++)
        if (w->active[w->in[HOLD_CREW][part]])
            hold(w, part, w->start[number], part_end(w, part, w->start[number]));
}

/* Try the move; 0 as soon as it has lost more than `patience` on the way. */
static int change(Walk *w, Price patience, Price *gained)
{
    i64 before = w->end_bits < 0 ? 0 : last_end(w);
    Price gain = 0;
    begin_trial(w);
    for (i64 turn = 0; w->low + turn < w->size; turn++) {
        i64 number = turn < w->width ? w->window[turn] : w->order[w->low + turn];
        int other = w->active_crews && differs(w, number, turn < w->width);
        if (other || w->touched[number] == w->trial) {
            gain += placed_again(w, number, other);
            if (gain < -patience) return 0;
        } else if (w->active_crews)
            hold_as_before(w, number);
        else if (turn >= w->width && w->place[number] >= w->last_touched)
            break;
    }
    if (w->end_bits >= 0) gain += (Price)(before - last_end(w)) * ((Price)1 << w->end_bits);
    *gained = gain;
    return !w->lost;
}

static void end_trial(Walk *w, int kept)
{
    for (i64 at = 0; at < w->placings; at++) {
        Placed *was = &w->placed[at];
        i64 number = was->number, first = w->in[HOLD_FIRST][number];
        if (!kept) {
            w->ready[number] = was->ready, w->start[number] = was->start;
            w->end[number] = was->end, w->price[number] = was->price;
            continue;
        }
        for (i64 part = first; was->swaps >> (part - first); part++)
            if (was->swaps >> (part - first) & 1) {
                i64 row = w->row[part];
                w->row[part] = w->trial_row[part], w->trial_row[part] = row;
            }
    }
    for (i64 crew = 0; crew < w->crews; crew++) w->active[crew] = 0;
    for (i64 at = 0; kept && at < w->width; at++) {
        w->order[w->low + at] = w->window[at];
        w->place[w->window[at]] = w->low + at;
    }
}

/* --- moves: neighbourhood.py ----------------------------------------------------------- */

static u64 draw(u64 seed, u64 round)
{
    u64 mixed = seed * 0x9E3779B97F4A7C15u + round * 0xD1B54A32D192ED03u;
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBu;
    return mixed ^ mixed >> 31;
}

static i64 digits(u64 number) /* binary ones: int.bit_length() */
{
    i64 length = 0;
    for (; number; number >>= 1) length++;
    return length;
}

static i64 scaled(u64 chance, i64 most)
{
    i64 longest = digits((u64)most) - 1;
    i64 length = (i64)(chance & 0xFF) % (longest > 1 ? longest : 1);
    return (i64)1 << length | (i64)(chance >> 8 & (((u64)1 << length) - 1));
}

static int shares(const Walk *w, i64 number, i64 stamp) /* a crew that has this stamp */
{
    for (i64 at = w->in[HOLD_FIRST][number]; at < w->in[HOLD_FIRST][number + 1]; at++)
        if (w->crew_mark[w->in[HOLD_CREW][at]] == stamp) return 1;
    return 0;
}

static void stamp_crews(Walk *w, i64 number, i64 stamp)
{
    for (i64 at = w->in[HOLD_FIRST][number]; at < w->in[HOLD_FIRST][number + 1]; at++)
        w->crew_mark[w->in[HOLD_CREW][at]] = stamp;
}

static void stamp_row(Walk *w, int first, i64 number, i64 stamp) /* neighbours in a graph */
{
    for (i64 at = w->in[first][number]; at < w->in[first][number + 1]; at++)
        w->mark[w->in[first + 1][at]] = stamp;
}

/* The move that puts some before others; 0 where they share no crew. */
static int arranged(Walk *w, i64 low, i64 ones, i64 twos)
{
    i64 stamp = w->stamp += 2;
    w->low = low, w->width = ones + twos, w->crew_list_size = 0;
    for (i64 at = 0; at < ones; at++) stamp_crews(w, w->window[at] = w->one[at], stamp - 1);
    for (i64 at = 0; at < twos; at++) {
        i64 number = w->window[ones + at] = w->two[at];
        for (i64 part = w->in[HOLD_FIRST][number]; part < w->in[HOLD_FIRST][number + 1]; part++) {
            i64 crew = w->in[HOLD_CREW][part];
            if (w->crew_mark[crew] != stamp - 1) continue;
            w->crew_mark[crew] = stamp; /* listed once */
            w->crew_list[w->crew_list_size++] = crew;
        }
    }
    return w->crew_list_size > 0;
}

static void reversed(i64 *list, i64 size)
{
    for (i64 at = 0; at < size / 2; at++) {
        i64 other = list[at];
        list[at] = list[size - 1 - at], list[size - 1 - at] = other;
    }
}

static int earlier(Walk *w, i64 number, i64 place)
{
    i64 ones = 0, twos = 0, needed = ++w->stamp;
    w->one[ones++] = number;
    stamp_row(w, BEFORE_FIRST, number, needed);
    for (i64 at = w->place[number] - 1; at >= place; at--) {
        i64 other = w->order[at];
        if (w->mark[other] == needed) {
            w->one[ones++] = other;
            stamp_row(w, BEFORE_FIRST, other, needed);
        } else
            w->two[twos++] = other;
    }
    reversed(w->one, ones), reversed(w->two, twos);
    return arranged(w, place, ones, twos);
}

/* Stamps as `going` what only they need; the first place of them all. */
static i64 useless(Walk *w, i64 number, i64 going)
{
    i64 low = w->place[number], left = 0;
    for (i64 at = w->in[BEFORE_FIRST][number]; at < w->in[BEFORE_FIRST][number + 1]; at++)
        w->stack[left++] = w->in[BEFORE][at];
    while (left) {
        i64 one = w->stack[--left], only = w->place[one] >= 0 && w->mark[one] != going;
        for (i64 at = w->in[AFTER_FIRST][one]; only && at < w->in[AFTER_FIRST][one + 1]; at++) {
            i64 later = w->in[AFTER][at];
            only = w->place[later] < 0 || w->mark[later] == going;
        }
        if (!only) continue;
        w->mark[one] = going;
        if (w->place[one] < low) low = w->place[one];
        for (i64 at = w->in[BEFORE_FIRST][one]; at < w->in[BEFORE_FIRST][one + 1]; at++)
            w->stack[left++] = w->in[BEFORE][at];
    }
    return low;
}

static int later(Walk *w, i64 number, i64 place, int along)
{
    i64 going = ++w->stamp, ones = 0, twos = 0;
    w->mark[number] = going;
    i64 low = along ? useless(w, number, going) : w->place[number];
    for (i64 at = low; at <= place; at++) /* `going` stands in `one` until it is sorted out */
        w->one[ones++] = w->mark[w->order[at]] == going;
    i64 waiting = ++w->stamp, firsts = 0;
    stamp_row(w, AFTER_FIRST, number, waiting);
    for (i64 at = low; at <= place; at++) {
        i64 other = w->order[at];
        if (w->mark[other] == waiting && other != number) {
            stamp_row(w, AFTER_FIRST, other, waiting);
            w->two[twos++] = other;
        } else if (w->one[at - low])
            w->two[twos++] = other;
        else
            w->one[firsts++] = other;
    }
    return arranged(w, low, firsts, twos);
}

static int swapped(Walk *w, i64 number, i64 place)
{
    i64 other = w->order[place], ones = 0, between = 0, needed = ++w->stamp;
    w->mark[number] = needed;
    for (i64 at = w->place[number]; at > place; at--) {
        i64 one = w->order[at];
        if (w->mark[one] == needed) {
            w->one[ones++] = one;
            stamp_row(w, BEFORE_FIRST, one, needed);
        } else
            w->two[between++] = one;
    }
    if (w->mark[other] == needed) return 0;
    i64 waiting = ++w->stamp, width = 0, coming = 0;
    stamp_row(w, AFTER_FIRST, other, waiting);
    for (i64 at = ones - 1; at >= 0; at--) w->window[width++] = w->one[at];
    w->one[coming++] = other;
    for (i64 at = between - 1; at >= 0; at--) {
        i64 one = w->two[at];
        if (w->mark[one] == waiting) {
            stamp_row(w, AFTER_FIRST, one, waiting);
            w->one[coming++] = one;
        } else
            w->window[width++] = one;
    }
    for (i64 at = 0; at < coming; at++) w->window[width++] = w->one[at];
    w->low = place, w->width = width, w->crew_list_size = 0;
    i64 stamp = ++w->stamp;
    for (i64 at = 0; at < width; at++)
        for (i64 part = w->in[HOLD_FIRST][w->window[at]];
             part < w->in[HOLD_FIRST][w->window[at] + 1]; part++) {
            i64 crew = w->in[HOLD_CREW][part];
            if (w->crew_mark[crew] == stamp) continue;
            w->crew_mark[crew] = stamp;
            w->crew_list[w->crew_list_size++] = crew;
        }
    return 1;
}

/* Who has no people yet though all is ready: an initiative, or what it waits for. */
static i64 held_up(const Walk *w, i64 number, u64 choice)
{
    while (w->ready[number] == w->start[number]) {
        i64 first = w->in[BEFORE_FIRST][number], end = w->in[BEFORE_FIRST][number + 1], count = 0;
        for (i64 at = first; at < end; at++) {
            i64 one = w->in[BEFORE][at];
            count += w->end[one] == w->start[number] && w->place[one] >= 0;
        }
        if (!count) return -1;
        i64 turn = (i64)(choice % (u64)count), day = w->start[number];
        for (i64 at = first; turn >= 0; at++) {
            i64 one = w->in[BEFORE][at];
            if (w->end[one] == day && w->place[one] >= 0 && turn-- == 0) number = one;
        }
        choice >>= 1;
    }
    return number;
}

static i64 in_the_way(Walk *w, i64 number, i64 rank)
{
    i64 found = -1, stamp = ++w->stamp;
    stamp_crews(w, number, stamp);
    for (i64 place = w->place[number] - 1; rank && place >= 0; place--)
        if (w->end[w->order[place]] > w->ready[number] && shares(w, w->order[place], stamp))
            found = place, rank--;
    return found;
}

static i64 waiting_behind(Walk *w, i64 number, i64 rank)
{
    i64 found = -1, stamp = ++w->stamp;
    stamp_crews(w, number, stamp);
    for (i64 place = w->place[number] + 1; rank && place < w->size; place++) {
        i64 other = w->order[place];
        if (w->ready[other] < w->end[number] && w->ready[other] < w->start[other] &&
            shares(w, other, stamp))
            found = place, rank--;
    }
    return found;
}

static int before(Walk *w, i64 number, i64 rank, u64 choice)
{
    i64 held = held_up(w, number, choice >> 2);
    i64 place = held < 0 ? -1 : in_the_way(w, held, rank);
    return place >= 0 && earlier(w, choice & 1 ? held : number, place);
}

static int behind(Walk *w, i64 number, i64 rank, u64 choice)
{
    i64 place = waiting_behind(w, number, rank);
    return place >= 0 && later(w, number, place, choice >> 1 & 1);
}

static int drawn(Walk *w, i64 number, u64 chance) /* a move to try, if there is one */
{
    i64 rank = scaled(chance & 0xFFFF, w->size), back = chance >> 16 & 1;
    u64 choice = chance >> 17;
    if ((chance >> 24 & 7) < 3) {
        i64 place = w->place[number] + (back ? rank : -rank);
        place = place < 0 ? 0 : place < w->size ? place : w->size - 1;
        return place < w->place[number] ? earlier(w, number, place)
                                        : later(w, number, place, 0);
    }
    if (chance >> 27 & 1) {
        i64 held = held_up(w, number, choice >> 2);
        i64 place = held < 0 ? -1 : in_the_way(w, held, rank);
        return place >= 0 && swapped(w, held, place);
    }
    if (back) return before(w, number, rank, choice) || behind(w, number, rank, choice);
    return behind(w, number, rank, choice) || before(w, number, rank, choice);
}

/* --- annealing: annealing.py ------------------------------------------------------------ */

static i64 surprise(u64 chance)
{
    i64 length = digits(chance + 1) - 1;
    return (33 - length) * ONE - (i64)(((chance + 1) * ONE) >> length);
}

static i64 halved(i64 number, i64 halvings, i64 share)
{
    i64 whole = halvings * share / ONE, part = halvings * share % ONE;
    return (number * (2 * ONE - part) / (2 * ONE)) >> whole;
}

static void step(Walk *w, i64 number, u64 chance, i64 forgiven)
{
    w->steps++;
    if (!drawn(w, number, chance & 0xFFFFFFFF)) return;
    if (w->alike_size) {
        i64 same = 1;
        for (i64 at = 0; same && at < w->width; at++)
            same = w->alike[w->window[at]] == w->alike[w->order[w->low + at]];
        if (same) return;
    }
    Price mean = (w->least & (((Price)1 << w->late_bits) - 1)) / w->size, gain = 0;
    Price allowed = mean * (forgiven * surprise(chance >> 32) / 1000) / ONE;
    int kept = change(w, allowed + mean * PATIENCE / 1000, &gain) && gain >= -allowed;
    end_trial(w, kept);
    if (!kept) return;
    w->now -= gain;
    if (w->now < w->least) {
        w->least = w->now;
        memcpy(w->best, w->order, (size_t)w->size * sizeof(i64));
    }
}

static int by_key(const void *one, const void *other)
{
    const struct Turn *a = one, *b = other;
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    return a->tie < b->tie ? -1 : a->tie > b->tie;
}

/* Put the order by start, which leaves the schedule as it is, and draw whose turn is when. */
static void begin_round(Walk *w)
{
    for (i64 place = 0; place < w->size; place++) {
        i64 number = w->order[place];
        w->turns[place] = (struct Turn){(u64)w->start[number], place, number};
    }
    qsort(w->turns, (size_t)w->size, sizeof(struct Turn), by_key);
    for (i64 place = 0; place < w->size; place++) w->order[place] = w->turns[place].number;
    rebuild(w, w->order);
    for (i64 place = 0; place < w->size; place++) {
        i64 number = w->order[place];
        u64 key = draw((u64)w->seeds[number], (u64)w->rounds);
        w->turns[place] = (struct Turn){key, number, number};
    }
    qsort(w->turns, (size_t)w->size, sizeof(struct Turn), by_key);
    w->turn = 0;
}

static void walk(Walk *w, i64 until, i64 begin, i64 end, i64 forgiven, i64 halvings)
{
    while (w->steps < until && w->least > w->bound && !w->lost) {
        if (w->turn >= w->size) begin_round(w);
        struct Turn *turn = &w->turns[w->turn++];
        i64 cooled = ONE * (w->steps - begin) / (end - begin);
        step(w, turn->number, draw(turn->key, (u64)w->rounds),
             halved(forgiven, halvings, cooled));
        if (w->turn == w->size) w->rounds++;
    }
}

/* --- the door to Python ------------------------------------------------------------------ */

static void discard(PyObject *capsule)
{
    Walk *w = PyCapsule_GetPointer(capsule, NULL);
    if (!w) return;
    free(w->memory), free(w->cells), free(w->price), free(w->placed), free(w->turns), free(w);
}

static i64 copied(i64 *target, PyObject *numbers, i64 room) /* how many; -1 with an error */
{
    Py_buffer view;
    if (PyObject_GetBuffer(numbers, &view, PyBUF_SIMPLE)) return -1;
    i64 size = view.len / (i64)sizeof(i64);
    if (size > room) PyErr_SetString(PyExc_ValueError, "more numbers than there is room for");
    else memcpy(target, view.buf, (size_t)view.len);
    PyBuffer_Release(&view);
    return size > room ? -1 : size;
}

static i64 length(PyObject *numbers)
{
    return (i64)PyObject_Size(numbers);
}

static int allotted(Walk *w, i64 inputs, i64 holds, i64 arcs, i64 days_away)
{
    i64 n = w->count, c = w->crews;
    i64 *at = w->memory = calloc((size_t)(inputs + days_away + 2 * holds + arcs + 16 * n + 6 * c + 64), sizeof(i64));
    w->days = w->far = w->today + 1;
    w->cells = calloc((size_t)((c + 2 * holds) * w->days), sizeof(uint16_t));
    w->price = calloc((size_t)n + 1, sizeof(Price));
    w->placed = calloc((size_t)n + 1, sizeof(Placed));
    w->turns = calloc((size_t)n + 1, sizeof(struct Turn));
    if (!at || !w->cells || !w->price || !w->placed || !w->turns) return 0;
    i64 **rows[] = {&w->order, &w->place, &w->ready, &w->start, &w->end, &w->best, &w->mark,
                    &w->touched, &w->window, &w->one, &w->two, &w->seeds, &w->alike};
    at += inputs;
    w->opens = at, at += days_away;
    w->row = at, at += holds;
    w->trial_row = at, at += holds;
    for (i64 part = 0; part < holds; part++)
        w->row[part] = c + part, w->trial_row[part] = c + holds + part;
    w->stack = at, at += arcs + n + 1;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) *rows[row] = at, at += n + 1;
    i64 **by_crew[] = {&w->active, &w->moving, &w->crew_mark, &w->crew_list};
    for (size_t row = 0; row < sizeof by_crew / sizeof *by_crew; row++) *by_crew[row] = at, at += c + 1;
    return 1;
}

static void open_days(Walk *w) /* by crew and day the first day with anybody there */
{
    for (i64 crew = 0; crew < w->crews; crew++) {
        i64 first = w->in[PREFIX_FIRST][crew], regular = w->in[REGULAR][crew];
        for (i64 day = regular, next = regular; day >= 0; day--) {
            const i64 *prefix = w->in[PREFIX] + first;
            if (day < regular && prefix[day] != prefix[day + 1]) next = day;
            w->opens[first + day] = next;
        }
    }
}

/* schedule(scalars, inputs, order, seeds, alike): a schedule; all are arrays of int64. */
static PyObject *schedule(PyObject *self, PyObject *args)
{
    PyObject *scalars, *inputs, *order, *seeds, *alike;
    i64 scalar[SCALARS], total = 0;
    if (!PyArg_ParseTuple(args, "OO!OOO", &scalars, &PyTuple_Type, &inputs, &order, &seeds, &alike))
        return NULL;
    if (copied(scalar, scalars, SCALARS) != SCALARS || PyTuple_Size(inputs) != INPUTS)
        return PyErr_Occurred() ? NULL : PyErr_Format(PyExc_ValueError, "not a problem");
    Walk *w = calloc(1, sizeof(Walk));
    if (!w) return PyErr_NoMemory();
    PyObject *capsule = PyCapsule_New(w, NULL, discard);
    if (!capsule) { free(w); return NULL; }
    w->count = scalar[COUNT], w->crews = scalar[CREWS], w->today = scalar[TODAY];
    w->late_bits = scalar[LATE_BITS];
    w->end_bits = scalar[END_BITS], w->told_price = scalar[TOLD_PRICE];
    w->marked = scalar[MARKED];
    for (Py_ssize_t at = 0; at < INPUTS; at++) total += length(PyTuple_GetItem(inputs, at)) + 1;
    if (PyErr_Occurred() ||
        !allotted(w, total, length(PyTuple_GetItem(inputs, HOLD_CREW)),
                  length(PyTuple_GetItem(inputs, BEFORE)), length(PyTuple_GetItem(inputs, PREFIX)) + 1)) {
        Py_DECREF(capsule);
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    }
    i64 *row = w->memory;
    for (Py_ssize_t at = 0; at < INPUTS; at++) {
        i64 size = copied(w->in[at] = row, PyTuple_GetItem(inputs, at), total);
        if (size < 0) { Py_DECREF(capsule); return NULL; }
        row += size + 1;
    }
    w->size = copied(w->order, order, w->count);
    if (w->size < 0 || copied(w->seeds, seeds, w->count) < 0 ||
        (w->alike_size = copied(w->alike, alike, w->count)) < 0) {
        Py_DECREF(capsule);
        return NULL;
    }
    open_days(w);
    rebuild(w, w->order);
    w->least = w->now, w->turn = w->size;
    memcpy(w->best, w->order, (size_t)w->size * sizeof(i64));
    return capsule;
}

static Walk *walk_of(PyObject *capsule)
{
    return PyCapsule_GetPointer(capsule, NULL);
}

static PyObject *halves(Price price) /* the price as (high, low), low of 60 bits */
{
    return Py_BuildValue("LL", (long long)(price >> 60),
                         (long long)(price & (((Price)1 << 60) - 1)));
}

static int written(PyObject *target, const i64 *numbers, i64 size)
{
    Py_buffer view;
    if (PyObject_GetBuffer(target, &view, PyBUF_WRITABLE)) return 0;
    int fits = view.len >= size * (i64)sizeof(i64);
    if (fits) memcpy(view.buf, numbers, (size_t)size * sizeof(i64));
    else PyErr_SetString(PyExc_ValueError, "too little room");
    PyBuffer_Release(&view);
    return fits;
}

/* place(walk, order): place everything in an order, from which a leg then begins. */
static PyObject *place(PyObject *self, PyObject *args)
{
    PyObject *capsule, *order;
    Walk *w;
    if (!PyArg_ParseTuple(args, "OO", &capsule, &order) || !(w = walk_of(capsule))) return NULL;
    if (copied(w->window, order, w->size) < 0) return NULL;
    rebuild(w, w->window);
    if (w->turn < w->size) w->rounds++;
    w->turn = w->size;
    return halves(w->now);
}

/* walk(walk, until, begin, end, forgiven, halvings, high, low): steps so far. */
static PyObject *walked(PyObject *self, PyObject *args)
{
    PyObject *capsule;
    long long until, begin, end, forgiven, halvings, high, low;
    Walk *w;
    if (!PyArg_ParseTuple(args, "OLLLLLLL", &capsule, &until, &begin, &end, &forgiven, &halvings,
                          &high, &low) || !(w = walk_of(capsule)))
        return NULL;
    w->bound = ((Price)high << 60) + low;
    walk(w, until, begin, end, forgiven, halvings);
    return w->lost ? PyErr_NoMemory() : PyLong_FromLongLong(w->steps);
}

/* best(walk, order): writes the best order so far; its price. */
static PyObject *best(PyObject *self, PyObject *args)
{
    PyObject *capsule, *order;
    Walk *w;
    if (!PyArg_ParseTuple(args, "OO", &capsule, &order) || !(w = walk_of(capsule))) return NULL;
    return written(order, w->best, w->size) ? halves(w->least) : NULL;
}

/* now(walk, order, start, end): writes the schedule as it stands; its price. */
static PyObject *now(PyObject *self, PyObject *args)
{
    PyObject *capsule, *order, *start, *end;
    Walk *w;
    if (!PyArg_ParseTuple(args, "OOOO", &capsule, &order, &start, &end) || !(w = walk_of(capsule)))
        return NULL;
    int fit = written(order, w->order, w->size) && written(start, w->start, w->count) &&
              written(end, w->end, w->count);
    return fit ? halves(w->now) : NULL;
}

static PyMethodDef methods[] = {
    {"schedule", schedule, METH_VARARGS, NULL}, {"place", place, METH_VARARGS, NULL},
    {"walk", walked, METH_VARARGS, NULL},       {"best", best, METH_VARARGS, NULL},
    {"now", now, METH_VARARGS, NULL},           {NULL, NULL, 0, NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_kernel", NULL, 0, methods,
                                    NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__kernel(void)
{
    PyObject *made = PyModule_Create(&module);
    if (made) PyModule_AddIntConstant(made, "PRICE_BITS", PRICE_BITS);
    return made;
}
