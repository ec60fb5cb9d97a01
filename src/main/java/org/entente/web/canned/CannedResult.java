package org.entente.web.canned;

import org.entente.web.page.QuestionResponse;

/** What the store answered to a canned query. */
interface CannedResult {
    /** @param most rows of a download */
    QuestionResponse respond(CannedQuestion question, long most);
}
