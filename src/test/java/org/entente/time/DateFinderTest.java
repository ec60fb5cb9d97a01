package org.entente.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFinderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9 June 2015              | 2015-06-09
            June 9, 2015             | 2015-06-09
            9th of June 2015         | 2015-06-09
            9. Juni 2015             | 2015-06-09
            9.6.2015                 | 2015-06-09
            09.06.2015               | 2015-06-09
            2015-6-9                 | 2015-06-09
            2015/06/09               | 2015-06-09
            9 июня 2015 года         | 2015-06-09
            Juni 2015                | 2015-06
            июнь 2015                | 2015-06
            в июне 2015              | ''
            6/2015                   | 2015-06
            2015                     | 2015
            2015 год                 | 2015
            after 2019               | 2020/..
            nach Juni 2019           | 2019-07/..
            seit 2019                | 2019/..
            before 2019              | ../2018
            bis Juni 2019            | ../2019-06
            после 2019               | 2020/..
            2015 bis 2019            | 2015/2019
            from 2015 to 2019        | 2015/2019
            June 2015 – August 2016  | 2015-06/2016-08
            9.6.2015 – 12.6.2015     | 2015-06-09/2015-06-12
            zwischen Juni 2015 und August 2016 | 2015-06/2016-08
            с июня 2015 по август 2016 | 2015-06/2016-08
            spring 2015              | 2015-03/2015-06
            ca. 2015                 | 2015~
            """)
    void a_date_is_read_as_people_write_it(String text, String edtf) {
        assertThat(DateFinder.whole(text).orElse("")).isEqualTo(edtf);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "blah",
                "9/6/2015",
                "31 February 2015",
                "Rau 2015",
                "2016 to 2015",
                "2015 2016 2017",
                "no 2015"
            })
    void what_is_no_date_or_could_be_two_is_not_guessed(String text) {
        assertThat(DateFinder.whole(text)).isEmpty();
    }
}
