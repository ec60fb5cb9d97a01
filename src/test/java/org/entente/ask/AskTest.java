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

    /** A president of something else, an ambassador elsewhere, a minister of another Land: similar is not the same. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Was Wolfgang Schäuble President of the Bundesrat? | President of the German Bundestag",
                "Was Ilse Aigner President of the Bundestag? | President of the Parliament of Bavaria",
                "War Ilse Aigner Bundestagspräsidentin? | Präsidentin des Bayerischen Landtags",
                "War Bolat Nussupov Botschafter in Dänemark? | Botschafter Kasachstans in Deutschland",
                "Is Omurbek Tekebaev ambassador of Kazakhstan to Germany? | Ambassador of Kyrgyzstan to Germany",
                "War Malu Dreyer Ministerpräsidentin des Saarlandes? | Ministerpräsidentin von Rheinland-Pfalz",
                "Is Sven Schulze Minister-President of Saxony-Anhalt? | Minister of Economy, Tourism",
                "Is Roland Weigert Minister of Economy of Bavaria? | State Secretary",
                "Был ли Токаев президентом Узбекистана? | Президент Казахстана",
                "Was Tokayev president in 1995? | President of Kazakhstan"
            })
    void a_similar_office_is_not_the_one_that_is_asked_for(String question, String other) {
        Answer answer = AskedQuestions.ask(question);
        assertThat(answer.verdict()).as(answer.answer()).isEqualTo(Answer.Verdict.NO_EVIDENCE);
        assertThat(answer.rows()).isEmpty();
        assertThat(answer.answer()).contains(other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Is Ilse Aigner President of the Bavarian Landtag? | President of the Parliament of Bavaria (at least",
                "Ist Wolfgang Schäuble Bundestagspräsident? | Präsident des Deutschen Bundestages (mindestens",
                "Was Steinmeier Federal President? | Federal President of Germany (at least",
                "Was Guido Herz German ambassador to Kazakhstan? | (2011 to 2016)",
                "Seit wann ist Onzhanov Botschafter? | Botschafter Kasachstans in Deutschland",
                "Is Peter Tschentscher First Mayor of Hamburg? | on a day that is not known",
                "Which offices did Helmut Kohl hold? | Federal Chancellor",
                "Welche Ämter hatte Robra? | Kulturminister von Sachsen-Anhalt",
                "Who was First Mayor of Hamburg? | Peter Tschentscher"
            })
    void an_office_is_told_with_what_is_known_of_its_time(String question, String said) {
        Answer answer = AskedQuestions.ask(question);
        assertThat(answer.verdict()).as(answer.answer()).isEqualTo(Answer.Verdict.HELD);
        assertThat(answer.answer()).contains(said);
        assertThat(answer.rows()).allSatisfy(row -> assertThat(row.sources()).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Who is President of Kazakhstan? | last known holder is Kassym-Jomart Tokayev (at least from",
                "Wer ist Präsident von Kasachstan? | zuletzt bekannt ist Kassym-Schomart Tokajew (mindestens",
                "Кто президент Казахстана? | последнее известное имя — Касым-Жомарт Токаев"
            })
    void who_is_in_office_is_the_last_who_is_known(String question, String said) {
        assertThat(AskedQuestions.ask(question).answer()).contains(said);
    }

    /** "In or before 2017" may have been 2012, and nobody can say that it was. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Which Germans met Nazarbayev in 2012? | same-event | Possible, for the dates are only known | met Helmut Kohl",
                "Whom did Horst Köhler meet in 1995? | possible | in or before September 2008 | met Nursultan",
                "Wen traf Merkel vor 2010? | held | bei derselben Veranstaltung, spätestens am 18. Juli 2010 | waren: Nursultan",
                "Кого встретила Меркель до 2010 года? | held | даты известны только так | были (",
                "What happened in Berlin in November 2014? | held | between 13 November and 31 December 2014 | 2 events",
                "Was geschah 2008 in Kasachstan? | possible | Besuch des Bundespräsidenten Köhler | Kein Ereignis",
                "What happened in Berlin on 12 November 2014? | possible | 12 November 2014 or 13 November 2014 | 1 event",
                "Did Angela Merkel meet Nazarbayev in 2010? | possible | in or before February 2012 | met: 8"
            })
    void what_may_have_been_at_that_time_is_told_as_possible(
            String question, String verdict, String said, String unsaid) {
        Answer answer = AskedQuestions.ask(question);
        assertThat(answer.verdict().word()).as(answer.answer()).isEqualTo(verdict);
        assertThat(answer.answer()).contains(said).doesNotContain(unsaid);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wen traf der Bundespräsident 2019? | by-office | dort nennen die Quellen nur das Amt",
                "Whom did the Federal President meet in 2019? | by-office | whom the sources name there by office only, met",
                "Did Scholz meet Tokayev in 2023? | by-office | 29 September 2023",
                "Did Annen visit Uzbekistan in 2018? | announced | none of 112 sources reports that it took place",
                "War Armin Willingmann 2017 in Astana? | held | Den Ort nennt nur die Ankündigung",
                "What did Armin Willingmann lead in 2017? | held | The dates are those of the announcement",
                "Wer unterzeichnete das Rohstoffabkommen von 2012? | contradicted | Angela Merkel und Nursultan Nasarbajew",
                "Кто подписал соглашение о сырье 2012 года? | contradicted | источники противоречат друг другу",
                "Which meetings took place in Berlin in January 2007? | held | Merkel – Nazarbayev 2007",
                "Welche Treffen gab es 2020? | no-evidence | Kein Ereignis (2020)",
                "What was the trade volume between Germany and Kazakhstan in 2018? | held | a share, not a volume"
            })
    void the_sentence_says_no_more_than_the_sources(String question, String verdict, String said) {
        Answer answer = AskedQuestions.ask(question);
        assertThat(answer.verdict().word()).as(answer.answer()).isEqualTo(verdict);
        assertThat(answer.answer()).contains(said);
    }

    @ParameterizedTest
    @CsvSource({"Did Putin meet Tokayev?,Putin", "Встречался ли Путин с Токаевым?,Путин", "War Putin in Astana?,Putin"})
    void a_refusal_names_only_the_word_that_is_not_known(String question, String word) {
        assertThat(AskedQuestions.ask(question).unexplained()).containsExactly(word);
    }

    @Test
    void what_is_suggested_is_a_question_itself() {
        for (String question : List.of(
                "Wen traf der Botschafter Kasachstans in Hessen?",
                "Welche Sorgen gab es 2020?",
                "Какие заботы были у Путина?",
                "Who attended the closing of the Consulate in Hamburg?")) {
            assertThat(AskedQuestions.ask(question).alternatives()).isNotEmpty().allSatisfy(next -> assertThat(
                            AskedQuestions.ask(next.question()).asked())
                    .as(next.question())
                    .isPresent());
        }
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

    @ParameterizedTest
    @ValueSource(strings = {"de", "en", "ru", "mixed"})
    void no_sentence_ends_twice_whatever_abbreviation_stands_at_its_end(String language) {
        assertThat(AskedQuestions.read(language)).allSatisfy(question -> assertThat(
                        AskedQuestions.ask(question.text()).answer())
                .doesNotContainPattern("\\p{L}\\.\\.(\\s|$)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hat Putin Tokajew getroffen? | „Putin“",
                "Did Putin meet Tokayev? | “Putin”",
                "Встречался ли Обама с Токаевым? | «Обама»"
            })
    void words_are_quoted_as_the_language_does_it(String question, String quoted) {
        assertThat(AskedQuestions.ask(question).answer()).contains(quoted);
    }

    @Test
    void names_with_commas_are_told_apart_by_semicolons() {
        assertThat(AskedQuestions.ask("Who attended the opening of the Consulate General in Hamburg?")
                        .answer())
                .contains("Denis Rogov; ")
                .contains("honorary consuls, countries not given; ");
    }
}
