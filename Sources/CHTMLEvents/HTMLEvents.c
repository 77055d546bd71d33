#include "CHTMLEvents.h"

#include <libxml/HTMLparser.h>
#include <string.h>

static void open_element(void *user, const xmlChar *name, const xmlChar **attributes) {
    const html_events *events = user;
    events->open(events->user, name, attributes);
}

static void close_element(void *user, const xmlChar *name) {
    const html_events *events = user;
    events->close(events->user, name);
}

static void characters(void *user, const xmlChar *bytes, int count) {
    const html_events *events = user;
    events->text(events->user, bytes, count);
}

int html_events_parse(const char *bytes, int count, const html_events *events) {
    xmlInitParser();
    htmlParserCtxtPtr context = htmlNewParserCtxt();
    if (context == NULL) return -1;
    htmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.startElement = open_element;
    handler.endElement = close_element;
    handler.characters = characters;
    handler.cdataBlock = characters;
    handler.ignorableWhitespace = characters;
    *context->sax = handler;
    context->userData = (void *)events;
    // The bytes are UTF-8 whatever a meta element says.
    htmlDocPtr document = htmlCtxtReadMemory(context, bytes, count, NULL, "UTF-8",
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD);
    if (document != NULL) xmlFreeDoc(document);
    htmlFreeParserCtxt(context);
    return 0;
}
