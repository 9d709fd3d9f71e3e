/* Draws from whole numbers: search/random_draws.py. */

#include "kernel.h"

/* draw: 64 bits that look random. */
u64 draw(u64 seed, u64 round) {
    u64 mixed = seed * 0x9E3779B97F4A7C15u + round * 0xD1B54A32D192ED03u;
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBu;
    return mixed ^ mixed >> 31;
}

/* int.bit_length: the binary digits of a number. */
static i64 digits(u64 number) {
    i64 length = 0;
    for (; number; number >>= 1) length++;
    return length;
}

/* scaled: a number from 1 to about `most`, a small one more often. */
i64 scaled(u64 chance, i64 most) {
    i64 length = (i64)(chance & 0xFF) % larger(1, digits((u64)most) - 1);
    return (i64)1 << length | (i64)(chance >> 8 & (((u64)1 << length) - 1));
}

/* surprise: about how many times 32 random bits halve 1, in units of 1 / ONE. */
i64 surprise(u64 chance) {
    i64 length = digits(chance + 1) - 1;
    return (33 - length) * ONE - (i64)(((chance + 1) * ONE) >> length);
}

/* halved: a number after a share of so many halvings. */
i64 halved(i64 number, i64 halvings, i64 share) {
    i64 whole = halvings * share / ONE, part = halvings * share % ONE;
    return (number * (2 * ONE - part) / (2 * ONE)) >> whole;
}
