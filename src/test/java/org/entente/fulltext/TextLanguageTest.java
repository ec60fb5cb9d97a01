package org.entente.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLanguageTest {
    private static final Set<String> READ = Set.of("de", "en", "ru");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | Le président du Conseil, Pierre Mendès France, a rencontré M. Eden à Genève ; ils ont parlé de la paix.
            es | El ministro se reunió con el presidente de la República en Madrid y hablaron de los tratados.
            it | Il ministro degli Esteri ha incontrato il presidente del Consiglio, che lo ha ricevuto nella sua residenza.
            nl | De minister heeft de president van het land ontmoet, en zij hebben met elkaar gesproken over het verdrag.
            pt | O ministro encontrou-se com o presidente da República em Lisboa e falaram sobre os acordos que não foram assinados.
            uk | Міністр закордонних справ зустрівся з послом, щоб обговорити її візит до Києва та угоди, які є в силі.
            kk | Сыртқы істер министрі елшімен кездесіп, екі ел арасындағы ынтымақтастық мәселелерін талқылады.
            zh | 外交部长在日内瓦会见了英国外交大臣,双方就和平问题交换了意见。
            el | Ο υπουργός συναντήθηκε με τον πρόεδρο.
            und | Minister spraw zagranicznych spotkał się z ambasadorem, aby omówić jego wizytę oraz umowy podpisane przez obie strony podczas ostatniego szczytu, gdy rozmawiano długo o pokoju.
            """)
    void a_text_in_another_language_is_told_by_it(String tag, String text) {
        assertThat(TextLanguage.otherThan(READ, text)).contains(tag);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Der Ministerpräsident traf den Botschafter in Erfurt; sie sprachen über die Zusammenarbeit.
            The minister met the ambassador in Geneva, and they spoke of peace.
            Министр встретился с послом в Женеве, и они говорили о мире.
            Pierre Mendès France, Anthony Eden, Genève
            Mit Bundeskanzler Olaf Scholz
            ''
            """)
    void a_text_that_is_read_or_too_short_is_not(String text) {
        assertThat(TextLanguage.otherThan(READ, text)).isEmpty();
    }

    @Test
    void whoever_reads_french_is_not_told_of_it() {
        assertThat(TextLanguage.otherThan(
                        Set.of("fr"), "Le ministre a rencontré le président, et ils ont parlé de la paix."))
                .isEmpty();
    }
}
