/* The door to Python: sequencing/compiled.py. Rows of numbers are arrays of int64. */

#include "door.h"

#include <stdlib.h>
#include <string.h>

#define DOOR 4 /* another number whenever a function takes or gives something else */
#define NAME "roadmap.sequencing.search._kernel.schedule"

/* Fills a walk with all that its place in Python says; 0 with an error. */
static int filled(Walk *w, PyObject *scalars, PyObject *inputs, PyObject *order,
                  PyObject *seeds, PyObject *alike) {
    i64 sizes[INPUTS];
    if (copied(w->scalar, SCALARS, scalars) != SCALARS) return refused("not a problem: too few scalars");
    if (!(w->inputs = gathered(inputs, INPUTS, w->input, sizes))) return 0;
    const char *wrong = prepared(w, sizes);
    if (wrong) return refused(wrong);
    w->size = copied(w->order, w->count, order);
    i64 drawn = w->size < 0 ? -1 : copied(w->seeds, w->count, seeds);
    w->alike_size = drawn < 0 ? -1 : copied(w->alike, w->count, alike);
    if (w->alike_size < 0) return 0;
    if (drawn != w->count || (w->alike_size && w->alike_size != w->count) ||
        !orderly(w, w->order, w->size))
        return refused("not an order of what there is");
    rebuild(w, w->order);
    w->least = w->now, w->turn = w->size;
    memcpy(w->best, w->order, (size_t)w->size * sizeof(i64));
    return w->lost ? refused(no_memory) : 1;
}

static void discard(PyObject *capsule) {
    Walk *w = PyCapsule_GetPointer(capsule, NAME);
    if (w) discarded(w);
}

/* schedule(scalars, inputs, order, seeds, alike): a walk from the schedule of an order. */
static PyObject *schedule(PyObject *self, PyObject *args) {
    PyObject *scalars, *inputs, *order, *seeds, *alike;
    if (!PyArg_ParseTuple(args, "OO!OOO", &scalars, &PyTuple_Type, &inputs, &order, &seeds,
                          &alike))
        return NULL;
    Walk *w = calloc(1, sizeof(Walk));
    if (!w) return PyErr_NoMemory();
    PyObject *capsule = PyCapsule_New(w, NAME, discard);
    if (!capsule) free(w);
    if (!capsule || filled(w, scalars, inputs, order, seeds, alike)) return capsule;
    Py_DECREF(capsule);
    return NULL;
}

static Walk *walk_of(PyObject *capsule) {
    return PyCapsule_GetPointer(capsule, NAME);
}

static PyObject *halves(Price price) { /* (high, low), low of 60 bits */
    return Py_BuildValue("LL", (long long)(price >> 60),
                         (long long)(price & (((Price)1 << 60) - 1)));
}

/* Places everything in an order, from which a leg then begins; 0 with an error. */
static int placed(Walk *w, const i64 *order) {
    if (!orderly(w, order, w->size)) return refused("not an order of what there is");
    rebuild(w, order);
    if (w->turn < w->size) w->rounds++;
    w->turn = w->size;
    return w->lost ? refused(no_memory) : 1;
}

/* place(walk, order): places everything in an order; its price. */
static PyObject *place(PyObject *self, PyObject *args) {
    PyObject *capsule, *order;
    Walk *w;
    if (!PyArg_ParseTuple(args, "OO", &capsule, &order) || !(w = walk_of(capsule))) return NULL;
    i64 size = copied(w->window, w->size, order);
    if (size >= 0 && size < w->size) refused("not an order of what there is");
    return size == w->size && placed(w, w->window) ? halves(w->now) : NULL;
}

/* Places everything in one order after another, into open arrays; 0 with an error. */
static int placed_in_turn(Walk *w, const Py_buffer *orders, Py_buffer *start, Py_buffer *end) {
    i64 row = w->count * (i64)sizeof(i64), most = row ? start->len / row : 0;
    if (start->len != most * row || end->len != start->len ||
        orders->len != most * w->size * (i64)sizeof(i64))
        return refused("not as many orders as there is room for");
    for (i64 turn = 0; turn < most; turn++) {
        if (!placed(w, (const i64 *)orders->buf + turn * w->size)) return 0;
        memcpy((char *)start->buf + turn * row, w->start, (size_t)row);
        memcpy((char *)end->buf + turn * row, w->end, (size_t)row);
    }
    return 1;
}

/* place_all(walk, orders, start, end): places everything in one order after another, and
   writes when each starts and ends, order by order. */
static PyObject *place_all(PyObject *self, PyObject *args) {
    PyObject *capsule, *rows[3];
    Py_buffer views[3];
    Walk *w;
    int open = 0, done = 0;
    if (!PyArg_ParseTuple(args, "OOOO", &capsule, &rows[0], &rows[1], &rows[2]) ||
        !(w = walk_of(capsule)))
        return NULL;
    while (open < 3 && opened(rows[open], &views[open], open ? PyBUF_WRITABLE : PyBUF_SIMPLE))
        open++;
    if (open == 3) done = placed_in_turn(w, &views[0], &views[1], &views[2]);
    while (open) PyBuffer_Release(&views[--open]);
    return done ? Py_BuildValue("") : NULL;
}

/* walk(walk, until, begin, end, forgiven, halvings, high, low): the steps so far. */
static PyObject *walked(PyObject *self, PyObject *args) {
    PyObject *capsule;
    long long until, begin, end, forgiven, halvings, high, low;
    Walk *w;
    if (!PyArg_ParseTuple(args, "OLLLLLLL", &capsule, &until, &begin, &end, &forgiven, &halvings,
                          &high, &low) ||
        !(w = walk_of(capsule)))
        return NULL;
    if (begin < 0 || begin > w->steps || end <= begin || until > end || end > LARGE / ONE ||
        forgiven < 0 || forgiven > 4000 || halvings < 0 || halvings > 60 || high < 0 ||
        high >= (i64)1 << (PRICE_BITS - 60) || low < 0 || low >= (i64)1 << 60) {
        refused("not a leg that follows");
        return NULL;
    }
    w->bound = ((Price)high << 60) + low;
    walk(w, until, begin, end, forgiven, halvings);
    return w->lost ? PyErr_NoMemory() : PyLong_FromLongLong(w->steps);
}

/* best(walk, order): writes the best order so far; its price. */
static PyObject *best(PyObject *self, PyObject *args) {
    PyObject *capsule, *order;
    Walk *w;
    if (!PyArg_ParseTuple(args, "OO", &capsule, &order) || !(w = walk_of(capsule))) return NULL;
    return written(order, w->best, w->size) ? halves(w->least) : NULL;
}

/* now(walk, order, start, end): writes the schedule as it stands; its price. */
static PyObject *now(PyObject *self, PyObject *args) {
    PyObject *capsule, *order, *start, *end;
    Walk *w;
    if (!PyArg_ParseTuple(args, "OOOO", &capsule, &order, &start, &end) ||
        !(w = walk_of(capsule)))
        return NULL;
    int fit = written(order, w->order, w->size) && written(start, w->start, w->count) &&
              written(end, w->end, w->count);
    return fit ? halves(w->now) : NULL;
}

/* Carries a course out into open arrays; 0 with an error. */
static int carried_out(Course *c, PyObject *inputs, const Py_buffer *start, const Py_buffer *end) {
    i64 sizes[COURSE_INPUTS];
    if (!(c->inputs = gathered(inputs, COURSE_INPUTS, c->input, sizes))) return 0;
    c->count = sizes[0], c->crews = sizes[12], c->start = start->buf, c->end = end->buf;
    i64 row = c->count * (i64)sizeof(i64);
    if (c->draws < 1 || row < 1 || start->len % row || start->len / row != c->draws ||
        end->len != start->len)
        return refused("not as many draws");
    const char *wrong = course_prepared(c, sizes);
    if (wrong) return refused(wrong);
    replay(c);
    return 1;
}

/* replay(draws, inputs, start, end): writes when each initiative starts and ends by draw. */
static PyObject *replayed(PyObject *self, PyObject *args) {
    PyObject *inputs, *starts, *ends;
    Course course = {0};
    Py_buffer start, end;
    long long draws;
    int done = 0;
    if (!PyArg_ParseTuple(args, "LO!OO", &draws, &PyTuple_Type, &inputs, &starts, &ends) ||
        !opened(starts, &start, PyBUF_WRITABLE))
        return NULL;
    course.draws = draws;
    if (opened(ends, &end, PyBUF_WRITABLE)) {
        done = carried_out(&course, inputs, &start, &end);
        course_discarded(&course);
        PyBuffer_Release(&end);
    }
    PyBuffer_Release(&start);
    return done ? Py_BuildValue("") : NULL;
}

/* Betters prices in open arrays in some rounds; 0 with an error. */
static int bettered(Ascent *a, PyObject *scalars, PyObject *inputs, const Py_buffer *views,
                    i64 rounds) {
    i64 sizes[ASCENT_SIZES], round = 0;
    for (int at = 0; at < 2; at++) sizes[ROW_PRICES + at] = views[at].len / (i64)sizeof(i64);
    a->kept.rows = views[0].buf, a->kept.arcs = views[1].buf;
    if (copied(a->scalar, ASCENT_SCALARS, scalars) != ASCENT_SCALARS)
        return refused("not a model: too few scalars");
    if (!(a->inputs = gathered(inputs, ASCENT_INPUTS, a->input, sizes))) return 0;
    const char *wrong = ascent_prepared(a, sizes);
    if (wrong) return refused(wrong);
    while (round++ < rounds && ascend(a, rounds))
        if (PyErr_CheckSignals()) return 0;
    return a->lost ? refused(too_large) : 1;
}

/* ascend(rounds, scalars, inputs, rows, arcs, late): betters prices, and writes the best ones;
   the bound that they give, and the price of a day late. */
static PyObject *ascended(PyObject *self, PyObject *args) {
    PyObject *scalars, *inputs, *lines[2];
    Ascent ascent = {0};
    Py_buffer views[2];
    long long rounds, late;
    int open = 0, done = 0;
    if (!PyArg_ParseTuple(args, "LOO!OOL", &rounds, &scalars, &PyTuple_Type, &inputs, &lines[0],
                          &lines[1], &late))
        return NULL;
    while (open < 2 && opened(lines[open], &views[open], PyBUF_WRITABLE)) open++;
    if (open == 2) {
        ascent.kept.late = late;
        done = bettered(&ascent, scalars, inputs, views, rounds);
        ascent_discarded(&ascent);
    }
    while (open) PyBuffer_Release(&views[--open]);
    return done ? Py_BuildValue("LL", (long long)ascent.best, (long long)ascent.kept.late) : NULL;
}

static PyMethodDef methods[] = {
    {"schedule", schedule, METH_VARARGS, NULL}, {"place", place, METH_VARARGS, NULL},
    {"place_all", place_all, METH_VARARGS, NULL}, {"walk", walked, METH_VARARGS, NULL},
    {"best", best, METH_VARARGS, NULL}, {"now", now, METH_VARARGS, NULL},
    {"replay", replayed, METH_VARARGS, NULL}, {"ascend", ascended, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_kernel", NULL, 0, methods,
                                    NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__kernel(void) {
    PyObject *made = PyModule_Create(&module);
    if (made) PyModule_AddIntConstant(made, "DOOR", DOOR);
    if (made) PyModule_AddIntConstant(made, "PRICE_BITS", PRICE_BITS);
    return made;
}
