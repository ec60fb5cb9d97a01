package org.entente.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entente.time.DateFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions in sentences, asked of the shipped collection. */
class AskTest {
    /** Of 100 questions that may be looked at, so many at least are answered right. */
    private static final int FLOOR = 93;
    /** The same for the mixed questions. */
    private static final int MIXED_FLOOR = 89;

    @ParameterizedTest
    @ValueSource(strings = {"de", "en", "ru"})
    void the_questions_of_the_development_half_are_answered_right_or_honestly(String language) {
        List<AskedQuestions.Result> results = AskedQuestions.read(language).stream()
                .filter(AskedQuestions.Question::develop)
                .map(AskedQuestions::result)
                .toList();
        long answerable =
                results.stream().filter(r -> r.question().answerable()).count();
        long right = results.stream()
                .filter(r -> r.question().answerable() && r.right())
                .count();
        assertThat(100 * right / answerable).as("right").isGreaterThanOrEqualTo(FLOOR);
        assertThat(results.stream().filter(r -> !r.question().answerable()))
                .as("without an answer")
                .allMatch(AskedQuestions.Result::right);
        assertThat(results.stream().filter(AskedQuestions.Result::wrong).map(r -> r.question()
                        .text()))
                .as("answers to other questions")
                .isEmpty();
    }

    /** Written after the grammar, in three languages: people with titles, topics, negations, what is not covered. */
    @Test
    void mixed_questions_are_answered_right_or_honestly() {
        List<AskedQuestions.Result> results = AskedQuestions.read("mixed").stream()
                .map(AskedQuestions::result)
                .toList();
        List<String> missed = results.stream()
                .filter(r -> r.question().answerable() && !r.right())
                .map(r -> r.question().text())
                .toList();
        long answerable =
                results.stream().filter(r -> r.question().answerable()).count();
        assertThat(100 * (answerable - missed.size()) / answerable)
                .as("right; not answered: %s", missed)
                .isGreaterThanOrEqualTo(MIXED_FLOOR);
        assertThat(results.stream().filter(AskedQuestions.Result::wrong).map(r -> r.question()
                        .text()))
                .as("answers to other questions")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Whom did Albert Rau meet in June 2015? | en | held | Eckhard Franz",
                "Встречался ли Роман Василенко с послом Германии Моникой Иверсен? | ru | held | Моника Иверсен",
                "Über wen sind Roland Weigert und Monika Iwersen verbunden? | de | held | Roman Sklyar",
                "Did Armin Willingmann meet Albert Rau? | en | no-evidence | 112 sources"
            })
    void the_answer_comes_in_the_language_of_the_question(
            String question, String language, String verdict, String said) {
        Answer answer = AskedQuestions.ask(question);
        assertThat(answer.language().tag()).isEqualTo(language);
        assertThat(answer.verdict().word()).isEqualTo(verdict);
        assertThat(answer.answer()).contains(said);
        assertThat(answer.rows()).allSatisfy(row -> assertThat(row.sources()).isNotEmpty());
        assertThat(answer.rows().isEmpty()).isEqualTo(verdict.equals("no-evidence"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who was the German ambassador to Uzbekistan in 2019?",
                "Wer war Botschafter in Usbekistan?",
                "Who led the Saxon delegation to Kazakhstan in 2018?",
                "Whom did Schröder meet?",
                "Кого встретил Шрёдер?",
                "Кто был президентом Франции в 2019 году?",
                "Who was the first president of Uzbekistan?",
                "What did Scholz and Tokayev talk about?",
                "Did Wladimir Scholz meet Tokayev?",
                "Mit wem hat sich das BMJ getroffen?",
                "Was geschah in Frankfurt (Oder)?",
                "Warum traf Merkel Tokajew?",
                "Haben sich Merkel und Tokajew nicht getroffen?",
                "Wer war 1990 Bundeskanzler?"
            })
    void what_is_not_asked_is_not_answered(String question) {
        Answer answer = AskedQuestions.ask(question);
        assertThat(answer.rows()).as(answer.answer()).isEmpty();
        assertThat(answer.verdict().word()).isIn("not-understood", "no-evidence", "ambiguous");
        assertThat(answer.alternatives()).isNotEmpty();
    }

    @Test
    void a_name_that_may_be_several_people_lists_them() {
        Answer answer = AskedQuestions.ask("Did Schmidt meet Vassilenko?");
        assertThat(answer.verdict()).isEqualTo(Answer.Verdict.AMBIGUOUS);
        assertThat(answer.alternatives())
                .extracting(Answer.Alternative::label)
                .contains("Christian Schmidt", "Eugen Schmidt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "am 9. Juni 2015 | 2015-06-09",
                "9.6.2015 | 2015-06-09",
                "June 9, 2015 | 2015-06-09",
                "9 июня 2015 года | 2015-06-09",
                "im Juni 2015 | 2015-06",
                "в декабре 2021 года | 2021-12",
                "nach 2019 | 2020/..",
                "before 2010 | ../2009",
                "since 2019 | 2019/..",
                "zwischen 2015 und 2019 | 2015/2019",
                "from 2015 to 2019 | 2015/2019",
                "Herbst 2023 | 2023-09/2023-12"
            })
    void dates_are_read_as_people_write_them(String text, String edtf) {
        assertThat(DateFinder.in(text)).extracting(DateFinder.Found::edtf).containsExactly(edtf);
    }

    @Test
    void a_day_that_does_not_exist_is_no_date() {
        assertThat(DateFinder.in("30. Februar 2012"))
                .noneMatch(found -> found.edtf().length() == 10);
    }

    @Test
    void the_three_languages_have_the_same_sentences() {
        assertThat(AskTexts.in(AskLanguage.DE).keys())
                .isEqualTo(AskTexts.in(AskLanguage.EN).keys());
        assertThat(AskTexts.in(AskLanguage.RU).keys())
                .isEqualTo(AskTexts.in(AskLanguage.EN).keys());
    }
}
