/**
 * The Model Context Protocol: tools for language models at {@code /mcp} and over standard input. A tool is an address of this
 * service, called from within ({@link org.entente.web.http.LocalClient}), so that limits, formats and errors are those of
 * everybody. {@code tools.yaml} and {@code prompts.yaml} say what is offered.
 */
@NullMarked
package org.entente.web.mcp;

import org.jspecify.annotations.NullMarked;
