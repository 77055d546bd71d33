#ifndef CZEROMQ_SHIM_H
#define CZEROMQ_SHIM_H

#include <errno.h>
#include <zmq.h>

// Not in Swift's Glibc module.
#ifdef __linux__
#include <sys/eventfd.h>
#endif

// Accepted by every stable build of libzmq since 4.3.0 (zmq_setsockopt(3)),
// but declared only for draft builds; the numbers are those of zmq.h.
#ifndef ZMQ_ZAP_ENFORCE_DOMAIN
#define ZMQ_ZAP_ENFORCE_DOMAIN 93
#endif
#ifndef ZMQ_ZERO_COPY_RECV
#define ZMQ_ZERO_COPY_RECV 10
#endif

#endif
