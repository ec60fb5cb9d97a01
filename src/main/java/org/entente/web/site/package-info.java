/** The service itself: health, OpenAPI, VoID, sitemap, citations and static files. */
package org.entente.web.site;
