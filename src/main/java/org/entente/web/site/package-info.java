/** The service itself: health, OpenAPI, VoID, sitemap, citations and static files. */
@NullMarked
package org.entente.web.site;

import org.jspecify.annotations.NullMarked;
