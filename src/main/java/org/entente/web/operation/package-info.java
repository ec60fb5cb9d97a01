/** For operators: what runs, backups and compaction while the server is serving. */
@NullMarked
package org.entente.web.operation;

import org.jspecify.annotations.NullMarked;
