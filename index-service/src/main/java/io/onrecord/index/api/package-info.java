/**
 * The HTTP side of the index: the API and the web page.
 *
 * <p>In: requests; every parameter is checked, and what cannot be used is answered by a problem
 * document (RFC 9457) that names it. Out: JSON as {@code /openapi.json} describes it, documents and
 * raw pages byte for byte, and the web pages' files. What changes something is a POST that {@link
 * io.onrecord.index.api.Gate} lets through.
 *
 * <p>What may change: fields and parameters may be added. Nothing that a page or a document holds
 * may ever run in the reader's browser: documents leave as JSON, pages as plain text or octets in a
 * sandbox, and the web page loads nothing that is not its own. Where to look next: {@code
 * io.onrecord.index.api.WebServer} lists every route.
 */
@NullMarked
package io.onrecord.index.api;

import org.jspecify.annotations.NullMarked;
