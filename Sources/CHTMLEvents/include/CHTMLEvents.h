#ifndef CHTMLEVENTS_H
#define CHTMLEVENTS_H

#include <stddef.h>

// libxml2's HTML parser as a stream of events. Its own headers bring the system's ICU, which the Swift toolchain's
// cannot stand beside; so they are included in the C file only.

/// What the parser calls; `user` is handed through. Names and values end with NUL and live until the parse is over
/// (names) or the call returns (values). `attributes` is a null-ended list of names and values in turn, or null.
typedef struct {
    void *user;
    void (*open)(void *user, const unsigned char *name, const unsigned char **attributes);
    void (*close)(void *user, const unsigned char *name);
    void (*text)(void *user, const unsigned char *bytes, int count);
} html_events;

/// Parses UTF-8 without NUL. Broken markup is repaired as libxml2 does.
/// Returns 0, or -1 when there is no memory for a parser.
int html_events_parse(const char *bytes, int count, const html_events *events);

#endif
