package org.entente.browser;

import org.entente.Slow;

/** The same of all other pages. */
@Slow
class OtherPageTypesTest extends PageTypesTest {
    @Override
    boolean looksAt(String page) {
        return !super.looksAt(page);
    }
}
