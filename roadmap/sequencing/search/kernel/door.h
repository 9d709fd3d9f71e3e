/* What the doors to Python share. */

#ifndef ROADMAP_DOOR_H
#define ROADMAP_DOOR_H

#define Py_LIMITED_API 0x030B0000
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include "kernel.h"

int opened(PyObject *numbers, Py_buffer *view, int flags);
i64 copied(i64 *row, i64 room, PyObject *numbers);
int written(PyObject *numbers, const i64 *row, i64 size);
i64 *gathered(PyObject *inputs, i64 count, i64 **rows, i64 *sizes);
int refused(const char *why);

#endif
