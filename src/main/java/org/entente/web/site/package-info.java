/** What describes the service itself: health, OpenAPI, VoID, site map, citations, static files. */
package org.entente.web.site;
