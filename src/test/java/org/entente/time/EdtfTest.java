package org.entente.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdtfTest {
    /** Text, then earliest and latest start, earliest and latest end; "-" is no bound. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023                        | 2023-01-01 | 2023-12-31 | 2023-01-01 | 2023-12-31
            0000                        | 0000-01-01 | 0000-12-31 | 0000-01-01 | 0000-12-31
            2023-07                     | 2023-07-01 | 2023-07-31 | 2023-07-01 | 2023-07-31
            2024-02                     | 2024-02-01 | 2024-02-29 | 2024-02-01 | 2024-02-29
            2015-06-09                  | 2015-06-09 | 2015-06-09 | 2015-06-09 | 2015-06-09
            2024-02-29                  | 2024-02-29 | 2024-02-29 | 2024-02-29 | 2024-02-29
            2015-06-09T10:30:00Z        | 2015-06-09 | 2015-06-09 | 2015-06-09 | 2015-06-09
            2015-06-09T10:30:00+05:00   | 2015-06-09 | 2015-06-09 | 2015-06-09 | 2015-06-09
            2015-06-09T23:59            | 2015-06-09 | 2015-06-09 | 2015-06-09 | 2015-06-09
            2021-21                     | 2021-03-01 | 2021-05-31 | 2021-03-01 | 2021-05-31
            2021-22                     | 2021-06-01 | 2021-08-31 | 2021-06-01 | 2021-08-31
            2021-23                     | 2021-09-01 | 2021-11-30 | 2021-09-01 | 2021-11-30
            2021-24                     | 2021-12-01 | 2022-02-28 | 2021-12-01 | 2022-02-28
            2023-24                     | 2023-12-01 | 2024-02-29 | 2023-12-01 | 2024-02-29
            2016-33                     | 2016-01-01 | 2016-03-31 | 2016-01-01 | 2016-03-31
            2016-36                     | 2016-10-01 | 2016-12-31 | 2016-10-01 | 2016-12-31
            202X                        | 2020-01-01 | 2029-12-31 | 2020-01-01 | 2029-12-31
            20XX                        | 2000-01-01 | 2099-12-31 | 2000-01-01 | 2099-12-31
            2023-XX                     | 2023-01-01 | 2023-12-31 | 2023-01-01 | 2023-12-31
            2023-07-XX                  | 2023-07-01 | 2023-07-31 | 2023-07-01 | 2023-07-31
            2023-XX-XX                  | 2023-01-01 | 2023-12-31 | 2023-01-01 | 2023-12-31
            2023?                       | 2023-01-01 | 2023-12-31 | 2023-01-01 | 2023-12-31
            2023-07-12?                 | 2023-07-12 | 2023-07-12 | 2023-07-12 | 2023-07-12
            2023~                       | 2022-01-01 | 2024-12-31 | 2022-01-01 | 2024-12-31
            2023-07~                    | 2023-06-01 | 2023-08-31 | 2023-06-01 | 2023-08-31
            2024-02~                    | 2024-01-01 | 2024-03-31 | 2024-01-01 | 2024-03-31
            2021-23~                    | 2021-08-01 | 2021-12-31 | 2021-08-01 | 2021-12-31
            2023-07-12~                 | 2023-07-09 | 2023-07-15 | 2023-07-09 | 2023-07-15
            2023-07-12%                 | 2023-07-09 | 2023-07-15 | 2023-07-09 | 2023-07-15
            2023-07-XX~                 | 2023-06-01 | 2023-08-31 | 2023-06-01 | 2023-08-31
            2023-XX~                    | 2022-01-01 | 2024-12-31 | 2022-01-01 | 2024-12-31
            202X~                       | 2019-01-01 | 2030-12-31 | 2019-01-01 | 2030-12-31
            2023~-07-12                 | 2022-07-12 | 2024-07-12 | 2022-07-12 | 2024-07-12
            2023-~07-12                 | 2023-06-12 | 2023-08-12 | 2023-06-12 | 2023-08-12
            2023-07-~12                 | 2023-07-09 | 2023-07-15 | 2023-07-09 | 2023-07-15
            ?2023-07-12                 | 2023-07-12 | 2023-07-12 | 2023-07-12 | 2023-07-12
            0000~                       | 0000-01-01 | 0001-12-31 | 0000-01-01 | 0001-12-31
            9999~                       | 9998-01-01 | 9999-12-31 | 9998-01-01 | 9999-12-31
            2023-07-12/2023-07-16       | 2023-07-12 | 2023-07-12 | 2023-07-16 | 2023-07-16
            2016-01-01/2016-12-31       | 2016-01-01 | 2016-01-01 | 2016-12-31 | 2016-12-31
            2023-06/2023-08             | 2023-06-01 | 2023-06-30 | 2023-08-01 | 2023-08-31
            2023-07/2023-07             | 2023-07-01 | 2023-07-31 | 2023-07-01 | 2023-07-31
            2023/2023-07                | 2023-01-01 | 2023-07-31 | 2023-07-01 | 2023-07-31
            2015-06-09~/2015-06-20      | 2015-06-06 | 2015-06-12 | 2015-06-20 | 2015-06-20
            2015-06-09/..               | 2015-06-09 | 2015-06-09 | 2015-06-09 | -
            2015-06-09/                 | 2015-06-09 | 2015-06-09 | 2015-06-09 | -
            ../2015-06-09               | -          | 2015-06-09 | 2015-06-09 | 2015-06-09
            /2015-06                    | -          | 2015-06-30 | 2015-06-01 | 2015-06-30
            [2023-07-12..2023-07-16]    | 2023-07-12 | 2023-07-16 | 2023-07-12 | 2023-07-16
            [2023-07-12,2023-07-16]     | 2023-07-12 | 2023-07-16 | 2023-07-12 | 2023-07-16
            [2021,2023-07,2023-09]      | 2021-01-01 | 2023-09-30 | 2021-01-01 | 2023-09-30
            [2023-09,2021]              | 2021-01-01 | 2023-09-30 | 2021-01-01 | 2023-09-30
            [..2015-06-09]              | -          | 2015-06-09 | -          | 2015-06-09
            [2015-06-09..]              | 2015-06-09 | -          | 2015-06-09 | -
            [..2010,2012,2014..]        | -          | -          | -          | -
            {2020,2022}                 | 2020-01-01 | 2020-12-31 | 2022-01-01 | 2022-12-31
            {2023-07-12..2023-07-16}    | 2023-07-12 | 2023-07-12 | 2023-07-16 | 2023-07-16
            {..2020}                    | -          | 2020-12-31 | 2020-01-01 | 2020-12-31
            [..2015-06-09]/[2015-06-09..] | -        | 2015-06-09 | 2015-06-09 | -
            2010-03-01/[2015-06-09..]   | 2010-03-01 | 2010-03-01 | 2015-06-09 | -
            [2010..2012]/2015           | 2010-01-01 | 2012-12-31 | 2015-01-01 | 2015-12-31
            """)
    void a_text_has_these_bounds(String text, String es, String ls, String ee, String le) {
        Edtf edtf = Edtf.parse(text);

        assertThat(edtf.bounds()).isEqualTo(new TimeBounds(day(es), day(ls), day(ee), day(le)));
        assertThat(edtf.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                        | 0  | the text is empty
            2023-13                   | 5  | month 13 does not exist
            2023-00                   | 5  | month 00 does not exist
            2023-02-30                | 8  | day 30 does not exist in 2023-02
            2023-02-29                | 8  | day 29 does not exist in 2023-02
            2023-07-00                | 8  | day 00 does not exist
            2023-07-16/2023-07-12     | 11 | the end is before the start
            [2023-08..2023-07]        | 10 | the end is before the start
            -0044                     | 0  | years before 0000 are not supported
            Y17000                    | 0  | more than four digits are not supported
            20235                     | 4  | a year has four digits
            2023-7                    | 6  | unexpected end of the text
            2023-7-12                 | 6  | unexpected "-"
            2023-071                  | 7  | too many digits
            12.07.2023                | 2  | unexpected "."
            ..                        | 0  | names no date
            ../..                     | 2  | neither end of the interval names a date
            /                         | 0  | neither end of the interval names a date
            2020/2021/2022            | 9  | unexpected "/"
            [2020,2021                | 0  | the set is not closed
            []                        | 1  | unexpected "]"
            [..]                      | 3  | unexpected "]"
            [2020..,2022]             | 7  | unexpected ","
            [2020,..2022]             | 6  | unexpected "."
            {2020,2021}/2022          | 0  | a set of all its members is no end of an interval
            2020..2022                | 4  | unexpected "."
            2X23                      | 1  | such an unspecified year is not supported
            20X3                      | 3  | such an unspecified year is not supported
            202X-07                   | 4  | a month after an unspecified year
            2023-XX-12                | 8  | a day in an unspecified month
            2023-25                   | 5  | the sub-year grouping 25 is not supported
            2021-23-01                | 7  | a season or quarter has no day
            2023-07~?                 | 8  | two qualifiers in a row
            2023-07-12T25:00          | 11 | 25 is too much
            2023-07-12T10             | 13 | unexpected end of the text
            2023-07-12 10:00          | 10 | unexpected " "
            ` 2023`                   | 0  | unexpected " "
            mid-June                  | 0  | unexpected "m"
            """)
    void a_wrong_text_is_refused_with_place_and_reason(String text, int index, String problem) {
        assertThatThrownBy(() -> Edtf.parse(text)).isInstanceOfSatisfying(EdtfException.class, e -> {
            assertThat(e.problem()).contains(problem);
            assertThat(e.index()).isEqualTo(index);
            assertThat(e).hasMessageContaining("at character " + index).hasMessageContaining("expected ");
        });
    }

    @Test
    void what_printing_needs_is_kept() {
        EdtfTerm.Date autumn = (EdtfTerm.Date) Edtf.parse("2021-23?").term();
        EdtfTerm.Date about = (EdtfTerm.Date) Edtf.parse("2023-07-12~").term();

        assertThat(autumn.precision()).isEqualTo(EdtfTerm.Precision.SEASON);
        assertThat(autumn.part()).isEqualTo(23);
        assertThat(autumn.uncertain()).isTrue();
        assertThat(autumn.approximate()).isFalse();
        assertThat(about.day()).isEqualTo(12);
        assertThat(about.approximate()).isTrue();
        assertThat(((EdtfTerm.Interval) Edtf.parse("2020/..").term()).end()).isEqualTo(EdtfTerm.NoDate.OPEN);
        assertThat(((EdtfTerm.Interval) Edtf.parse("2020/").term()).end()).isEqualTo(EdtfTerm.NoDate.UNKNOWN);
    }

    private static LocalDate day(String cell) {
        return cell.equals("-") ? null : LocalDate.parse(cell);
    }
}
