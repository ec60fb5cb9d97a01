package org.entente.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2015 | 2015",
                "9.6.2015 | 2015-06-09",
                "09. 06. 2015 | 2015-06-09",
                "9. Juni 2015 | 2015-06-09",
                "June 9, 2015 | 2015-06-09",
                "9 июня 2015 | 2015-06-09",
                "Juni 2015 | 2015-06",
                "june 2015 | 2015-06",
                "июнь 2015 | 2015-06",
                "06/2015 | 2015-06",
                "2015-06-09T14:30:00Z | 2015-06-09",
                "ca. 1960 | 1960~",
                "um 1960 | 1960~",
                "около 1960 | 1960~",
                "2015-06/2016 | 2015-06/2016",
                "20150609 | 2015-06-09",
                "2015/06 | 2015-06",
                "13/06/2015 | 2015-06-13",
                "06/13/2015 | 2015-06-13",
                "06/06/2015 | 2015-06-06",
                "9-Jun-2015 | 2015-06-09",
                "2015-Jun-09 | 2015-06-09",
                "2015 June 9 | 2015-06-09",
                "9 июня 2015 г. | 2015-06-09",
                "Dienstag, 9. Juni 2015 | 2015-06-09",
                "Tue, 9 Jun 2015 00:00:00 GMT | 2015-06-09",
                "2015-06-09Z | 2015-06-09",
                "2015-06-09+02:00 | 2015-06-09",
                "+2015-06-09T00:00:00Z | 2015-06-09",
                "2015-2016 | 2015/2016",
                "2015\u20132016 | 2015/2016",
                "2015/2016 | 2015/2016",
                "09.06.2015 - 10.06.2015 | 2015-06-09/2015-06-10",
                "9.\u201310. Juni 2015 | 2015-06-09/2015-06-10",
                "9.-10.6.2015 | 2015-06-09/2015-06-10"
            })
    void dates_of_tables_are_read_in_the_languages_of_the_collection(String written, String edtf) {
        assertThat(DateParser.edtf(written)).isEqualTo(edtf);
        assertThat(DateParser.bounds(written)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "09/01/1960",
                "01.09.60",
                "31.2.2015",
                "32.13.2015",
                "soon",
                "",
                "2016/2015",
                "2016-2015",
                "9/6/2015",
                "09.06.15",
                "20151309",
                "99/99/2015",
                "13/13/2015",
                "31/06/2015",
                "2015/13",
                "13.-14.13.2015",
                "42164",
                "1.1.1"
            })
    void what_can_be_read_in_two_ways_or_in_none_is_no_date(String written) {
        assertThat(DateParser.bounds(written)).isEmpty();
    }
}
