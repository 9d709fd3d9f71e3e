/* The door to Python: what all functions behind it ask of their arguments. */

#include "door.h"

#include <stdlib.h>
#include <string.h>

/* Opens an array of int64; 0 with an error. */
int opened(PyObject *numbers, Py_buffer *view, int flags) {
    if (PyObject_GetBuffer(numbers, view, flags | PyBUF_FORMAT | PyBUF_ND)) return 0;
    if (view->itemsize == sizeof(i64) && view->format && !strcmp(view->format, "q")) return 1;
    PyBuffer_Release(view);
    PyErr_SetString(PyExc_TypeError, "not an array of int64");
    return 0;
}

/* Copies an array into a row with so much room; how many numbers, -1 with an error. */
i64 copied(i64 *row, i64 room, PyObject *numbers) {
    Py_buffer view;
    if (!opened(numbers, &view, PyBUF_SIMPLE)) return -1;
    i64 size = view.len / (i64)sizeof(i64);
    if (size <= room) memcpy(row, view.buf, (size_t)size * sizeof(i64));
    else PyErr_SetString(PyExc_ValueError, "more numbers than there is room for");
    PyBuffer_Release(&view);
    return size <= room ? size : -1;
}

/* Copies a row into an array; 0 with an error. */
int written(PyObject *numbers, const i64 *row, i64 size) {
    Py_buffer view;
    if (!opened(numbers, &view, PyBUF_WRITABLE)) return 0;
    int fits = view.len >= size * (i64)sizeof(i64);
    if (fits) memcpy(view.buf, row, (size_t)size * sizeof(i64));
    else PyErr_SetString(PyExc_ValueError, "too little room for all numbers");
    PyBuffer_Release(&view);
    return fits;
}

/* Copies a tuple of arrays into rows of one block, and gives that; NULL with an error. */
i64 *gathered(PyObject *inputs, i64 count, i64 **rows, i64 *sizes) {
    i64 total = 1;
    if (PyTuple_Size(inputs) != count) {
        PyErr_SetString(PyExc_ValueError, "not a problem: other rows");
        return NULL;
    }
    for (i64 at = 0; at < count; at++) {
        i64 size = PyObject_Size(PyTuple_GetItem(inputs, at));
        if (size < 0) return NULL;
        total += size;
    }
    i64 *block = calloc((size_t)total, sizeof(i64)), *row = block;
    if (!block) PyErr_NoMemory();
    for (i64 at = 0; block && at < count; at++) {
        sizes[at] = copied(rows[at] = row, total, PyTuple_GetItem(inputs, at));
        if (sizes[at] < 0) {
            free(block);
            return NULL;
        }
        row += sizes[at], total -= sizes[at];
    }
    return block;
}

/* 0, with the error that is said of some inputs. */
int refused(const char *why) {
    if (why == no_memory) PyErr_NoMemory();
    else if (why == too_large) PyErr_SetString(PyExc_OverflowError, why);
    else if (!PyErr_Occurred()) PyErr_SetString(PyExc_ValueError, why);
    return 0;
}
