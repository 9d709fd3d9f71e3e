/* Moves: search/neighbourhood.py. Each function that makes one gives back whether there is
   any; the move is then `low`, `window` and `moved` of the walk. */

#include "kernel.h"

#include <string.h>

/* Schedule.crew_bits: marks the crews of an initiative. */
static void mark_crews(Walk *w, i64 number, i64 stamp) {
    EACH_PART(w, part, number) w->crew_mark[w->crew[part]] = stamp;
}

/* Whether a crew of an initiative is marked. */
static int shares(const Walk *w, i64 number, i64 stamp) {
    EACH_PART(w, part, number)
        if (w->crew_mark[w->crew[part]] == stamp) return 1;
    return 0;
}

/* Marks the neighbours of an initiative. */
static void mark_row(Walk *w, Rows links, i64 number, i64 stamp) {
    EACH(neighbour, links, number) w->mark[neighbour] = stamp;
}

/* Splits initiatives, forward or backward, into those marked, who mark their neighbours,
   and others; how many are marked. */
static i64 sift(Walk *w, const i64 *from, i64 size, Rows links, i64 *marked, i64 *others) {
    i64 count = 0, way = size < 0 ? -1 : 1;
    for (i64 left = size * way; left; left--, from += way)
        if (w->mark[*from] == w->stamp) {
            mark_row(w, links, *from, w->stamp);
            marked[count++] = *from;
        } else
            *others++ = *from;
    return count;
}

static i64 *reversed(i64 *target, const i64 *list, i64 size) {
    for (i64 at = 0; at < size; at++) target[at] = list[size - 1 - at];
    return target + size;
}

/* Crews in the first `ones` of the window that are also behind `twos` of it. */
static i64 moved_crews(Walk *w, i64 ones, i64 twos) {
    i64 stamp = w->stamp += 2;
    w->moved_size = 0;
    for (i64 at = 0; at < ones; at++) mark_crews(w, w->window[at], stamp - 1);
    for (i64 at = twos; at < w->width; at++)
        EACH_PART(w, part, w->window[at]) {
            i64 crew = w->crew[part];
            if (w->crew_mark[crew] != stamp - 1) continue;
            w->crew_mark[crew] = stamp; /* listed once */
            w->moved[w->moved_size++] = crew;
        }
    return w->moved_size;
}

/* neighbourhood._earlier: to an earlier place, behind what it needs from there on. */
static int earlier(Walk *w, i64 number, i64 place) {
    i64 width = w->place[number] - place + 1;
    w->mark[number] = ++w->stamp;
    i64 going = sift(w, w->order + w->place[number], -width, w->before, w->one, w->two);
    i64 *rest = reversed(w->window, w->one, going);
    reversed(rest, w->two, width - going);
    w->low = place, w->width = width;
    return moved_crews(w, going, going) > 0;
}

/* neighbourhood._useless: marks what only those marked need; the first place of all. */
static i64 useless(Walk *w, i64 number) {
    i64 low = w->place[number], left = 0, *stack = w->one; /* of arcs */
    EACH(needed, w->before, number) stack[left++] = needed;
    while (left) {
        i64 one = stack[--left], only = w->place[one] >= 0 && w->mark[one] != w->stamp;
        EACH(later, w->after, one) only &= w->place[later] < 0 || w->mark[later] == w->stamp;
        if (!only) continue;
        w->mark[one] = w->stamp;
        low = w->place[one] < low ? w->place[one] : low;
        EACH(needed, w->before, one) stack[left++] = needed;
    }
    return low;
}

/* neighbourhood._later: to a later place, before what needs it up to there. */
static int later(Walk *w, i64 number, i64 place, int along) {
    w->mark[number] = ++w->stamp;
    i64 low = along ? useless(w, number) : w->place[number];
    w->low = low, w->width = place - low + 1;
    i64 going = sift(w, w->order + low, w->width, w->after, w->one, w->window);
    i64 staying = w->width - going;
    memcpy(w->window + staying, w->one, (size_t)going * sizeof(i64));
    return moved_crews(w, staying, staying) > 0;
}

/* neighbourhood._swapped: before the one at a place, and that one behind where it was. */
static int swapped(Walk *w, i64 number, i64 place) {
    i64 between = w->place[number] - place;
    w->mark[number] = ++w->stamp;
    i64 going = sift(w, w->order + w->place[number], -between, w->before, w->one, w->two);
    if (w->mark[w->order[place]] == w->stamp) return 0;
    i64 *rest = reversed(w->window, w->one, going);
    w->two[between - going] = w->order[place];
    w->mark[w->order[place]] = ++w->stamp;
    i64 left = between - going + 1;
    i64 coming = sift(w, w->two + left - 1, -left, w->after, w->one, rest);
    memcpy(rest + left - coming, w->one, (size_t)coming * sizeof(i64));
    w->low = place, w->width = between + 1;
    return moved_crews(w, w->width, 0) > 0;
}

/* neighbourhood._held: who has no people yet though all is ready, it or what it waits for;
   -1 where there is nobody. */
static i64 held_up(const Walk *w, i64 number, u64 choice) {
    while (w->ready[number] == w->start[number]) {
        i64 count = 0, day = w->start[number], waiting = number;
        EACH(needed, w->before, number) count += w->end[needed] == day && w->place[needed] >= 0;
        if (!count) return -1;
        i64 turn = (i64)(choice % (u64)count);
        EACH(needed, w->before, waiting)
            if (w->end[needed] == day && w->place[needed] >= 0 && !turn--) number = needed;
        choice >>= 1;
    }
    return number;
}

/* neighbourhood._in_the_way, backward, and _waiting, forward: the place of the rank-th one,
   or the last there is, that holds an initiative's people while it is ready, or is ready
   while it holds theirs; -1 where there is none. */
static i64 rival(Walk *w, i64 number, i64 rank, i64 way) {
    i64 last = -1, ready = w->ready[number], end = w->end[number];
    mark_crews(w, number, ++w->stamp);
    for (i64 place = w->place[number] + way; rank && 0 <= place && place < w->size; place += way) {
        i64 other = w->order[place];
        int waits = w->ready[other] < end && w->ready[other] < w->start[other];
        if ((way < 0 ? w->end[other] > ready : waits) && shares(w, other, w->stamp))
            last = place, rank--;
    }
    return last;
}

/* neighbourhood._before and _instead: in front of one in the way, or into its place. */
static int before(Walk *w, i64 number, i64 rank, u64 choice, int instead) {
    i64 held = held_up(w, number, choice >> 2);
    i64 place = held < 0 ? -1 : rival(w, held, rank, -1);
    if (place < 0) return 0;
    return instead ? swapped(w, held, place) : earlier(w, choice & 1 ? held : number, place);
}

/* neighbourhood._behind: behind one that it is in the way of. */
static int behind(Walk *w, i64 number, i64 rank, u64 choice) {
    i64 place = rival(w, number, rank, 1);
    return place >= 0 && later(w, number, place, choice >> 1 & 1);
}

/* neighbourhood.drawn: a move with an initiative, drawn from 32 random bits. */
int drawn_move(Walk *w, i64 number, u64 chance) {
    i64 rank = scaled(chance & 0xFFFF, w->size), back = chance >> 16 & 1;
    u64 choice = chance >> 17;
    if ((chance >> 24 & 7) < 3) {
        i64 place = w->place[number] + (back ? rank : -rank);
        place = place < 0 ? 0 : place < w->size ? place : w->size - 1;
        return place < w->place[number] ? earlier(w, number, place)
                                        : later(w, number, place, 0);
    }
    if (chance >> 27 & 1) return before(w, number, rank, choice, 1);
    if (back) return before(w, number, rank, choice, 0) || behind(w, number, rank, choice);
    return behind(w, number, rank, choice) || before(w, number, rank, choice, 0);
}
