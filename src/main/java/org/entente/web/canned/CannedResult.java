package org.entente.web.canned;

import org.entente.web.page.QuestionResponse;

/** The result of a canned query. */
interface CannedResult {
    /** @param most largest number of rows in a download */
    QuestionResponse respond(CannedQuestion question, long most);
}
