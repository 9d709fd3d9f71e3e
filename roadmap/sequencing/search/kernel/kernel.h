/* The compiled twin of the search, in whole numbers only.

   Each file takes the steps of the Python file that its first line names, and comes to the
   same answers; the Python says what each step is for. Days are working days, counted as
   in schedule/problem.py, and ends are exclusive; people are units of a crew.

   To read it: calendar.c, schedule.c, moves.c, trial.c, walk.c; for forecasts replay.c; for
   bounds priced_starts.c, then price_ascent.c. inputs.c checks what comes in, and so does
   ascent_inputs.c for bounds; module.c is the door to Python, with door.c. */

#ifndef ROADMAP_KERNEL_H
#define ROADMAP_KERNEL_H

#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __GNUC__
#pragma GCC visibility push(hidden) /* names like `walk` are nobody else's business */
#endif

typedef int64_t i64;
typedef uint64_t u64;
#undef far /* a macro of Windows */
#ifdef __SIZEOF_INT128__
typedef __int128 Price; /* value x days, with days late in the digits above it */
#define PRICE_BITS 122  /* so that what lies above 60 of them is one number */
#else
typedef int64_t Price;
#define PRICE_BITS 62
#endif

typedef struct { i64 *first, *items; } Rows; /* row n: items[first[n]] until items[first[n + 1]] */

typedef struct { /* by crew: schedule/presence.py */
    i64 *full, *regular;
    Rows prefix; /* units present before each day up to `regular` */
    i64 *opens;  /* beside `prefix`: the first day from each on with anybody present */
} Presence;

typedef struct { u64 key; i64 tie, number; } Turn;
typedef struct { i64 number, ready, start, end, swaps; Price price; } Placed; /* as it was */

#define INPUTS 22
#define SCALARS 7

typedef struct { /* a Schedule, its Trial and a Move, and the walk over them */
    union {
        i64 *input[INPUTS]; /* in the order of compiled.py */
        struct {
            i64 *parts;                        /* by initiative: its first part */
            i64 *crew, *held, *need, *length;  /* by part */
            Rows before, after;                /* by initiative: what it needs, what needs it */
            i64 *earliest, *weight, *due, *must, *floor, *told;
            i64 *fixed_start, *fixed_end;      /* -1 for all that an order places */
            i64 *capacity;                     /* by crew */
            Presence there;
        };
    };
    union {
        i64 scalar[SCALARS];
        struct { i64 count, crews, today, late_bits, end_bits, told_price, marked; };
    };
    i64 *inputs, *memory; /* what is freed in the end */

    uint16_t *cells;      /* units held by day, in rows of `days`; 0 from day `far` on */
    i64 days, far;        /* row `crew` is what it holds now, others what it held on a turn: */
    i64 *row, *trial_row; /* by part: the row of its crew on its turn, and one to spare */
    i64 *ends, *ends_from; /* by part and start its end, and where they begin; or NULL */

    i64 *order, size;                   /* the schedule; place is -1 outside the order */
    i64 *place, *ready, *start, *end;   /* by initiative */
    Price *price, now;

    i64 *window, width, low;            /* a move: the new order from place `low` on, */
    i64 *moved, moved_size;             /* and crews whose order changes */
    i64 *differing, differing_crews;    /* a trial: by crew, whether row `crew` is in use */
    i64 *moving, *touched, trial;       /* = `trial` for crews moved, initiatives touched */
    i64 last_touched, placings;
    Placed *placed;
    i64 *mark, *crew_mark, stamp;       /* sets: those whose mark is the stamp */
    i64 *one, *two;                     /* room to work in */

    i64 *best, *seeds, *alike, alike_size, steps, rounds, turn;
    Turn *turns;
    Price least, bound;
    int lost;                           /* memory ran out: what is held is wrong from then on */
} Walk;

static_assert(offsetof(Walk, there.opens) == INPUTS * sizeof(i64 *), "inputs in their order");

#define COURSE_INPUTS 16

typedef struct { i64 until, units; } Busy; /* people of a crew, and the day that frees them */

typedef struct { /* a Course, and what becomes of it */
    union {
        i64 *input[COURSE_INPUTS]; /* in the order of simulation/compiled.py */
        struct {
            i64 *number, *floor, *waits, *dated; /* by stage; `dated` is a row of `dates`, or -1 */
            Rows before;                         /* by stage: the numbers that it needs */
            i64 *parts, *crew, *held;            /* by stage its first part; the rest by part */
            i64 *dates, *needs;                  /* in rows of draws */
            i64 *capacity;                       /* by crew */
            Presence there;
        };
    };
    i64 count, crews, draws, *start, *end; /* by number in rows of draws */
    i64 *free, *begun, *waiting, *slot;    /* by crew: units, last start, size and place of its */
    Busy *busy;                            /* heap of those to come back */
    i64 *inputs, *memory;                  /* what is freed in the end */
} Course;

static_assert(offsetof(Course, there.opens) == COURSE_INPUTS * sizeof(i64 *), "in their order");

#define ASCENT_INPUTS 21
#define ASCENT_SCALARS 3
enum { ROW_PRICES = ASCENT_INPUTS, ARC_PRICES, ASCENT_SIZES }; /* how many come beside them */

typedef struct { i64 *rows, *arcs, late; } Lines; /* a price for each day, or a slope */

typedef struct { /* a TimeIndexed, its prices so far, and the way they take */
    union {
        i64 *input[ASCENT_INPUTS]; /* in the order of bounds/compiled_ascent.py */
        struct {
            i64 *first, *costs, *ends;      /* by node, which has a start on each day from `first` */
            Rows late, closed;              /* by node: days late by start or nothing; places */
            i64 *uses, *demand, *until;     /* by node its first use; by use; by use and start */
            Rows rows;                      /* by demand: the rows of which it holds something, */
            i64 *units;                     /* and how much */
            i64 *parent, *needing, *places; /* by node; `places` by its parent's starts */
            Rows after, before;             /* by node: arcs beside the forest */
            i64 *rooms;                     /* by row and day */
        };
    };
    union {
        i64 scalar[ASCENT_SCALARS];
        struct { i64 days, known, late_room; };
    };
    i64 count, row_count, demands, arc_count, *widest; /* `widest` is the most room of a row */
    i64 *starts, *untils, *links;        /* by node: where its costs, `until` and `places` begin */
    i64 *total, *least, *place;          /* by start; by start; by node */
    i64 *tolls, *ahead, *sums;           /* until before each day, one more day in each line */
    i64 *arc_start, *arc_end;            /* where each arc stands at these places */
    Lines now, kept, way;                /* prices, the best ones, and the direction */
    i64 most_cost, most_late, best, pace, stuck, round;
    int lost;                            /* a number was too large: all is wrong from then on */
    i64 *inputs, *memory, *lines;        /* what is freed in the end */
} Ascent;

static_assert(offsetof(Ascent, rooms) == (ASCENT_INPUTS - 1) * sizeof(i64 *), "in their order");
static_assert(-3 >> 1 == -2, "shifts round down, as in Python");

#define EACH_PART(w, part, number) \
    for (i64 part = (w)->parts[number]; part < (w)->parts[(number) + 1]; part++)
#define EACH(item, rows, number) \
    for (i64 at_ = (rows).first[number], item; \
         at_ < (rows).first[(number) + 1] && ((item) = (rows).items[at_], 1); at_++)

static inline i64 larger(i64 one, i64 other) { return one > other ? one : other; }
static inline uint16_t *cells(const Walk *w, i64 row) { return w->cells + row * w->days; }

/* calendar.c */
i64 present(const Presence *there, i64 crew, i64 start, i64 need);
i64 opens(const Presence *there, i64 crew, i64 day);
i64 part_end(const Walk *w, i64 part, i64 start);
int ends_kept(Walk *w, i64 parts);
void copy(Walk *w, i64 to, i64 from);
void hold(Walk *w, i64 part, i64 start, i64 end);
i64 first_fit(const Walk *w, i64 number, i64 day);
/* schedule.c */
Price priced(const Walk *w, i64 number, i64 end);
i64 ready_day(const Walk *w, i64 number);
i64 last_end(const Walk *w);
void rebuild(Walk *w, const i64 *order);
/* trial.c */
int change(Walk *w, Price patience, Price *gained);
void end_trial(Walk *w, int kept);
/* moves.c */
int drawn_move(Walk *w, i64 number, u64 chance);
/* draws.c */
u64 draw(u64 seed, u64 round);
i64 scaled(u64 chance, i64 most);
i64 surprise(u64 chance);
i64 halved(i64 number, i64 halvings, i64 share);
/* inputs.c */
extern const char no_memory[], too_large[];
int within(const i64 *row, i64 size, i64 low, i64 high);
int ragged(const i64 *first, i64 rows, i64 size);
int calendars_fit(const Presence *there, i64 crews, i64 size);
int orderly(Walk *w, const i64 *order, i64 size);
void open_days(Presence *there, i64 crews);
const char *prepared(Walk *w, const i64 *sizes);
void discarded(Walk *w);
const char *course_prepared(Course *c, const i64 *sizes);
void course_discarded(Course *c);
/* replay.c */
void replay(Course *c);
/* ascent_inputs.c */
const char *ascent_prepared(Ascent *a, const i64 *sizes);
void ascent_discarded(Ascent *a);
/* priced_starts.c */
void grow(Ascent *a, i64 *sum, i64 one, i64 other);
i64 priced_starts(Ascent *a);
void held(Ascent *a);
/* price_ascent.c */
int ascend(Ascent *a, i64 rounds);
/* walk.c */
void walk(Walk *w, i64 until, i64 begin, i64 end, i64 forgiven, i64 halvings);

#define ONE 65536             /* what draws take for one */
#define MOST_ENDS ((i64)1 << 21) /* how many ends of parts are worth keeping */
#define DAYS ((i64)1 << 30)   /* more of each than fits into a plan: days, */
#define CELLS ((i64)1 << 29)  /* days of all rows together, */
#define LARGE ((i64)1 << 60)  /* values and units of presence, */
#define MOST_PARTS 62         /* and parts of an initiative */
#define MOST (LARGE / 2)      /* what prices add up to */

#ifdef __GNUC__
#pragma GCC visibility pop
#endif
#endif
