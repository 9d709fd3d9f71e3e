/* A plan carried out with other lengths of work: simulation/replay.py. */

#include "kernel.h"

#include <string.h>

static int sooner(Busy one, Busy other) {
    return one.until != other.until ? one.until < other.until : one.units < other.units;
}

/* heapq.heappush, onto a heap of so many. */
static void push(Busy *heap, i64 size, Busy item) {
    for (; size && sooner(item, heap[(size - 1) / 2]); size = (size - 1) / 2)
        heap[size] = heap[(size - 1) / 2];
    heap[size] = item;
}

/* heapq.heappop, from a heap of so many. */
static Busy pop(Busy *heap, i64 size) {
    Busy top = heap[0], item = heap[--size];
    i64 at = 0;
    for (i64 child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && sooner(heap[child + 1], heap[child])) child++;
        if (!sooner(heap[child], item)) break;
        heap[at] = heap[child], at = child;
    }
    heap[at] = item;
    return top;
}

/* The day on which a stage starts in a draw; its crews have the people for it by then. */
static i64 stage_start(Course *c, i64 stage, i64 draw) {
    i64 day = c->floor[stage], dated = c->dated[stage], before = -1;
    if (dated >= 0) day = larger(day, c->dates[dated * c->draws + draw]);
    EACH(needed, c->before, stage) day = larger(day, c->end[needed * c->draws + draw]);
    EACH_PART(c, part, stage) {
        i64 crew = c->crew[part];
        day = larger(day, c->begun[crew]);
        while (c->free[crew] < c->held[part]) {
            Busy next = pop(c->busy + c->slot[crew], c->waiting[crew]--);
            c->free[crew] += next.units, day = larger(day, next.until);
        }
    }
    while (c->waits[stage] && day > before) {
        before = day;
        EACH_PART(c, part, stage) day = opens(&c->there, c->crew[part], day);
    }
    return day;
}

/* replay._carried_out: when each initiative starts and ends in one draw. */
static void carried_out(Course *c, i64 draw) {
    memcpy(c->free, c->capacity, (size_t)c->crews * sizeof(i64));
    memset(c->begun, 0, (size_t)c->crews * sizeof(i64));
    memset(c->waiting, 0, (size_t)c->crews * sizeof(i64));
    for (i64 stage = 0; stage < c->count; stage++) {
        i64 start = stage_start(c, stage, draw), end = start;
        EACH_PART(c, part, stage) {
            i64 crew = c->crew[part];
            i64 until = present(&c->there, crew, start, c->needs[part * c->draws + draw]);
            c->free[crew] -= c->held[part], c->begun[crew] = start;
            push(c->busy + c->slot[crew], c->waiting[crew]++, (Busy){until, c->held[part]});
            end = larger(end, until);
        }
        c->start[c->number[stage] * c->draws + draw] = start;
        c->end[c->number[stage] * c->draws + draw] = end;
    }
}

/* replay.replay: carries a plan out in every draw. */
void replay(Course *c) {
    for (i64 draw = 0; draw < c->draws; draw++) carried_out(c, draw);
}
