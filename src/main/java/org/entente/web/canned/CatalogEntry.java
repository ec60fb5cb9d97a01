package org.entente.web.canned;

import java.util.List;

/** A canned query as the catalogue lists it, in the reader's language. */
public record CatalogEntry(String id, String summary, String description, List<String> tags) {}
