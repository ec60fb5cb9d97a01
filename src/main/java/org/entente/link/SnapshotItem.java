package org.entente.link;

import java.util.Set;
import org.entente.wikidata.WikidataEntity;

/**
 * An item of the snapshot, ready to be compared.
 *
 * @param kinds see {@link ItemKinds}
 */
record SnapshotItem(WikidataEntity entity, Set<String> kinds, Naming naming) {}
