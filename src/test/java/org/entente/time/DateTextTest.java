package org.entente.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2015-06-09                | am 9. Juni 2015                              | on 9 June 2015
            2023-07                   | im Juli 2023                                 | in July 2023
            2023                      | im Jahr 2023                                 | in 2023
            1992~                     | um 1992                                      | around 1992
            2023-07~                  | um Juli 2023                                 | around July 2023
            2015-06-09~               | um den 9. Juni 2015                          | around 9 June 2015
            2015-06-09?               | am 9. Juni 2015 (unsicher)                   | on 9 June 2015 (uncertain)
            2021-21                   | im Frühjahr 2021                             | in spring 2021
            2021-24                   | im Winter 2021/22                            | in winter 2021/22
            2021-33                   | im ersten Quartal 2021                       | in the first quarter of 2021
            2021-22~                  | etwa im Sommer 2021                          | roughly in summer 2021
            201X                      | in den 2010er Jahren                         | in the 2010s
            19XX                      | zwischen 1900 und 1999                       | between 1900 and 1999
            2023-07-12/2023-07-16     | vom 12. bis 16. Juli 2023                    | from 12 to 16 July 2023
            2017-08-28/2017-09-03     | vom 28. August bis 3. September 2017         | from 28 August to 3 September 2017
            2016-12-30/2017-01-02     | vom 30. Dezember 2016 bis 2. Januar 2017     | from 30 December 2016 to 2 January 2017
            2023-07/2023-09           | von Juli bis September 2023                  | from July to September 2023
            2015/2017                 | von 2015 bis 2017                            | from 2015 to 2017
            2015/2017-09-03           | von 2015 bis zum 3. September 2017           | from 2015 to 3 September 2017
            2015-06-09/2015-06-09     | am 9. Juni 2015                              | on 9 June 2015
            [2017-08-28..2017-09-03]  | zwischen dem 28. August und dem 3. September 2017 | between 28 August and 3 September 2017
            [2023-07-12..2023-07-16]  | zwischen dem 12. und dem 16. Juli 2023       | between 12 and 16 July 2023
            [2023-07..2023-09]        | zwischen Juli und September 2023             | between July and September 2023
            [2015..2017]              | zwischen 2015 und 2017                       | between 2015 and 2017
            [..2017-09-03]            | spätestens am 3. September 2017              | on or before 3 September 2017
            [2017-09..]               | frühestens im September 2017                 | in or after September 2017
            [2015-06-09,2015-06-12]   | am 9. Juni 2015 oder am 12. Juni 2015        | on 9 June 2015 or on 12 June 2015
            {2015-06-09,2015-06-12}   | am 9. Juni 2015 und am 12. Juni 2015         | on 9 June 2015 and on 12 June 2015
            2015-06-09/..             | seit dem 9. Juni 2015                        | since 9 June 2015
            2015/                     | ab 2015, Ende unbekannt                      | from 2015, end unknown
            ../2015-06-09             | bis zum 9. Juni 2015                         | until 9 June 2015
            [..2015]/[2017..]         | mindestens von 2015 bis 2017                 | at least from 2015 to 2017
            [..2015-06-09]/[2016-06-23..] | mindestens vom 9. Juni 2015 bis 23. Juni 2016 | at least from 9 June 2015 to 23 June 2016
            [..2015-06-09]/[2015-06-09..] | mindestens am 9. Juni 2015               | at least on 9 June 2015
            [..2015-06]/[2015-06..]   | irgendwann im Juni 2015                      | some time in June 2015
            [..2023-11-26]/[2023-10-23..] | irgendwann zwischen dem 23. Oktober und dem 26. November 2023 | some time between 23 October and 26 November 2023
            [..2022]/[..2022]         | spätestens im Jahr 2022                      | in or before 2022
            [..2015]/[2016..2017]     | begann spätestens im Jahr 2015, endete zwischen 2016 und 2017 | began in or before 2015, ended between 2016 and 2017
            2015-06-09T10:30:00Z      | am 9. Juni 2015                              | on 9 June 2015
            """)
    void a_date_is_said_as_precisely_as_it_is_known(String edtf, String german, String english) {
        assertThat(DateText.DE.when(edtf)).isEqualTo(german);
        assertThat(DateText.EN.when(edtf)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2015-06-09                | für den 9. Juni 2015                         | for 9 June 2015
            2023-07                   | für Juli 2023                                | for July 2023
            2019                      | für 2019                                     | for 2019
            2019-06~                  | für etwa Juni 2019                           | for about June 2019
            2021-23                   | für den Herbst 2021                          | for autumn 2021
            2021-21                   | für das Frühjahr 2021                        | for spring 2021
            2021-34                   | für das zweite Quartal 2021                  | for the second quarter of 2021
            [2023-04-23..]            | frühestens für den 23. April 2023            | for 23 April 2023 at the earliest
            [..2023-04]               | spätestens für April 2023                    | for April 2023 at the latest
            2023-07-12/2023-07-16     | für die Zeit vom 12. bis 16. Juli 2023       | for the period from 12 to 16 July 2023
            [2017-08-28..2017-09-03]  | für die Zeit zwischen dem 28. August und dem 3. September 2017 | for some time between 28 August and 3 September 2017
            """)
    void so_is_a_planned_one(String edtf, String german, String english) {
        assertThat(DateText.DE.planned(edtf)).isEqualTo(german);
        assertThat(DateText.EN.planned(edtf)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2015-06-09                | 9. Juni 2015                    | 9 June 2015
            2023-07                   | Juli 2023                       | July 2023
            1992~                     | um 1992                         | around 1992
            201X                      | 2010er Jahre                    | 2010s
            2017-08-28/2017-09-03     | 28. August bis 3. September 2017 | 28 August to 3 September 2017
            [..2017]                  | spätestens im Jahr 2017         | in or before 2017
            """)
    void and_one_that_stands_alone(String edtf, String german, String english) {
        assertThat(DateText.DE.plain(edtf)).isEqualTo(german);
        assertThat(DateText.EN.plain(edtf)).isEqualTo(english);
    }

    @Test
    void whoever_reads_no_german_reads_english() {
        assertThat(DateText.in("ru")).isEqualTo(DateText.EN);
        assertThat(DateText.in("de")).isEqualTo(DateText.DE);
    }
}
