/* A walk over orders: search/walk.py. */

#include "kernel.h"

#include <stdlib.h>
#include <string.h>

#define PATIENCE 200 /* walk.PATIENCE */

/* PlainWalk._changes_nothing: whether a move only swaps initiatives that are alike. */
static int changes_nothing(const Walk *w) {
    if (!w->alike_size) return 0;
    for (i64 at = 0; at < w->width; at++)
        if (w->alike[w->window[at]] != w->alike[w->order[w->low + at]]) return 0;
    return 1;
}

/* PlainWalk._step: tries one move with an initiative, and keeps it if it may. */
static void step(Walk *w, i64 number, u64 chance, i64 forgiven) {
    w->steps++;
    if (!drawn_move(w, number, chance & 0xFFFFFFFF) || changes_nothing(w)) return;
    Price mean = (w->least & (((Price)1 << w->late_bits) - 1)) / w->size, gain = 0;
    Price allowed = mean * (forgiven * surprise(chance >> 32) / 1000) / ONE;
    int kept = change(w, allowed + mean * PATIENCE / 1000, &gain) && gain >= -allowed;
    end_trial(w, kept);
    if (!kept) return;
    w->now -= gain;
    if (w->now >= w->least) return;
    w->least = w->now;
    memcpy(w->best, w->order, (size_t)w->size * sizeof(i64));
}

static int by_key(const void *one, const void *other) {
    const Turn *a = one, *b = other;
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    return a->tie < b->tie ? -1 : a->tie > b->tie;
}

/* PlainWalk._begin_round: puts the order by start, and draws whose turn is when. */
static void begin_round(Walk *w) {
    for (i64 place = 0; place < w->size; place++) {
        i64 number = w->order[place];
        w->turns[place] = (Turn){(u64)w->start[number], place, number};
    }
    qsort(w->turns, (size_t)w->size, sizeof(Turn), by_key);
    for (i64 place = 0; place < w->size; place++) w->order[place] = w->turns[place].number;
    rebuild(w, w->order);
    for (i64 place = 0; place < w->size; place++) {
        i64 number = w->order[place];
        u64 key = draw((u64)w->seeds[number], (u64)w->rounds);
        w->turns[place] = (Turn){key, number, number};
    }
    qsort(w->turns, (size_t)w->size, sizeof(Turn), by_key);
    w->turn = 0;
}

/* PlainWalk.walk: takes steps until so many are taken, or nothing can be better. */
void walk(Walk *w, i64 until, i64 begin, i64 end, i64 forgiven, i64 halvings) {
    while (w->steps < until && w->least > w->bound && w->size && !w->lost) {
        if (w->turn >= w->size) begin_round(w);
        Turn *turn = &w->turns[w->turn++];
        i64 cooled = ONE * (w->steps - begin) / (end - begin);
        step(w, turn->number, draw(turn->key, (u64)w->rounds),
             halved(forgiven, halvings, cooled));
        if (w->turn == w->size) w->rounds++;
    }
}
