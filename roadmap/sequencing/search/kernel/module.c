/* The door to Python: search/compiled.py. Rows of numbers are arrays of int64. */

#define Py_LIMITED_API 0x030B0000
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include "kernel.h"

#include <stdlib.h>
#include <string.h>

/* Copies an array into a row with so much room; how many numbers, -1 with an error. */
static i64 copied(i64 *row, i64 room, PyObject *numbers) {
    Py_buffer view;
    if (PyObject_GetBuffer(numbers, &view, PyBUF_SIMPLE)) return -1;
    i64 size = view.len / (i64)sizeof(i64);
    if (size <= room) memcpy(row, view.buf, (size_t)size * sizeof(i64));
    else PyErr_SetString(PyExc_ValueError, "more numbers than there is room for");
    PyBuffer_Release(&view);
    return size <= room ? size : -1;
}

/* Copies a row into an array; 0 with an error. */
static int written(PyObject *numbers, const i64 *row, i64 size) {
    Py_buffer view;
    if (PyObject_GetBuffer(numbers, &view, PyBUF_WRITABLE)) return 0;
    int fits = view.len >= size * (i64)sizeof(i64);
    if (fits) memcpy(view.buf, row, (size_t)size * sizeof(i64));
    else PyErr_SetString(PyExc_ValueError, "too little room for all numbers");
    PyBuffer_Release(&view);
    return fits;
}

/* Copies a tuple of arrays into rows of one block, which it gives back; NULL with an error. */
static i64 *gathered(PyObject *inputs, i64 **rows, i64 count) {
    i64 total = 1;
    if (PyTuple_Size(inputs) != count) {
        PyErr_SetString(PyExc_ValueError, "not as many rows as there are inputs");
        return NULL;
    }
    for (i64 at = 0; at < count; at++) total += PyObject_Size(PyTuple_GetItem(inputs, at));
    i64 *block = PyErr_Occurred() ? NULL : calloc((size_t)total, sizeof(i64)), *row = block;
    for (i64 at = 0; block && at < count; at++) {
        i64 size = copied(rows[at] = row, total, PyTuple_GetItem(inputs, at));
        if (size < 0) {
            free(block);
            return NULL;
        }
        row += size, total -= size;
    }
    return block || PyErr_Occurred() ? block : (i64 *)PyErr_NoMemory();
}

/* For each crew and day up to its regular one the first day with anybody present. */
static void open_days(Presence *there, i64 crews) {
    for (i64 crew = 0; crew < crews; crew++) {
        const i64 *prefix = there->prefix.items + there->prefix.first[crew];
        i64 *open = there->opens + there->prefix.first[crew], day = there->regular[crew];
        for (open[day] = day; --day >= 0;)
            open[day] = prefix[day] == prefix[day + 1] ? open[day + 1] : day;
    }
}

/* Finds room for all rows of a walk whose inputs are known. */
static int allotted(Walk *w) {
    i64 n = w->count + 1, c = w->crews + 1, parts = w->parts[w->count];
    i64 arcs = w->before.first[w->count], days = w->there.prefix.first[w->crews];
    struct { i64 **row, size; } rows[] = {
        {&w->there.opens, days}, {&w->row, parts}, {&w->trial_row, parts}, {&w->order, n},
        {&w->place, n}, {&w->ready, n}, {&w->start, n}, {&w->end, n}, {&w->window, n},
        {&w->moved, c}, {&w->differing, c}, {&w->moving, c}, {&w->touched, n}, {&w->mark, n},
        {&w->crew_mark, c}, {&w->one, n + arcs}, {&w->two, n}, {&w->best, n},
        {&w->seeds, n}, {&w->alike, n}};
    size_t total = 1, count = sizeof rows / sizeof *rows;
    for (size_t at = 0; at < count; at++) total += (size_t)rows[at].size;
    i64 *row = w->memory = calloc(total, sizeof(i64));
    w->days = w->far = w->today + 1;
    w->cells = calloc((size_t)((w->crews + 2 * parts) * w->days) + 1, sizeof(uint16_t));
    w->price = calloc((size_t)n, sizeof(Price));
    w->placed = calloc((size_t)n, sizeof(Placed));
    w->turns = calloc((size_t)n, sizeof(Turn));
    if (!row || !w->cells || !w->price || !w->placed || !w->turns) return 0;
    for (size_t at = 0; at < count; at++) *rows[at].row = row, row += rows[at].size;
    for (i64 part = 0; part < parts; part++)
        w->row[part] = w->crews + part, w->trial_row[part] = w->crews + parts + part;
    return 1;
}

static void discard(PyObject *capsule) {
    Walk *w = PyCapsule_GetPointer(capsule, NULL);
    if (!w) return;
    free(w->inputs), free(w->memory), free(w->cells);
    free(w->price), free(w->placed), free(w->turns), free(w);
}

/* schedule(scalars, inputs, order, seeds, alike): a walk from the schedule of an order. */
static PyObject *schedule(PyObject *self, PyObject *args) {
    PyObject *scalars, *inputs, *order, *seeds, *alike, *capsule = NULL;
    if (!PyArg_ParseTuple(args, "OO!OOO", &scalars, &PyTuple_Type, &inputs, &order, &seeds,
                          &alike))
        return NULL;
    Walk *w = calloc(1, sizeof(Walk));
    if (!w || !(capsule = PyCapsule_New(w, NULL, discard))) {
        free(w);
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    }
    if (copied(w->scalar, SCALARS, scalars) == SCALARS &&
        (w->inputs = gathered(inputs, w->input, INPUTS))) {
        if (!allotted(w)) PyErr_NoMemory();
        else if ((w->size = copied(w->order, w->count, order)) >= 0 &&
                 copied(w->seeds, w->count, seeds) >= 0 &&
                 (w->alike_size = copied(w->alike, w->count, alike)) >= 0) {
            open_days(&w->there, w->crews);
            rebuild(w, w->order);
            w->least = w->now, w->turn = w->size;
            memcpy(w->best, w->order, (size_t)w->size * sizeof(i64));
            return capsule;
        }
    }
    if (!PyErr_Occurred()) PyErr_SetString(PyExc_ValueError, "too few scalars");
    Py_DECREF(capsule);
    return NULL;
}

static Walk *walk_of(PyObject *capsule) {
    return PyCapsule_GetPointer(capsule, NULL);
}

static PyObject *halves(Price price) { /* (high, low), low of 60 bits */
    return Py_BuildValue("LL", (long long)(price >> 60),
                         (long long)(price & (((Price)1 << 60) - 1)));
}

/* place(walk, order): places everything in an order, from which a leg then begins. */
static PyObject *place(PyObject *self, PyObject *args) {
    PyObject *capsule, *order;
    Walk *w;
    if (!PyArg_ParseTuple(args, "OO", &capsule, &order) || !(w = walk_of(capsule))) return NULL;
    if (copied(w->window, w->size, order) < 0) return NULL;
    rebuild(w, w->window);
    if (w->turn < w->size) w->rounds++;
    w->turn = w->size;
    return halves(w->now);
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

static PyMethodDef methods[] = {
    {"schedule", schedule, METH_VARARGS, NULL}, {"place", place, METH_VARARGS, NULL},
    {"walk", walked, METH_VARARGS, NULL},       {"best", best, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_kernel", NULL, 0, methods,
                                    NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__kernel(void) {
    PyObject *made = PyModule_Create(&module);
    if (made) PyModule_AddIntConstant(made, "PRICE_BITS", PRICE_BITS);
    return made;
}
