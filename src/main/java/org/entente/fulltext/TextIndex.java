package org.entente.fulltext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** An index of texts in memory. Thread-safe. */
public final class TextIndex {
    /** Lucene says at its start that it could be faster with a module that is not part of Java; nobody needs to read that. */
    private static final Logger QUIET =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        QUIET.setLevel(Level.OFF);
    }

    /** How words are taken apart, by language; "" for all others. */
    private static final Map<String, Analyzer> ANALYZERS = Map.of(
            "de", new GermanAnalyzer(),
            "en", new EnglishAnalyzer(),
            "ru", new RussianAnalyzer(),
            "", new StandardAnalyzer());

    /** From this length on a word is also found as the beginning of a longer one, as German puts them together. */
    private static final int BEGINNING = 5;

    private static final float WHOLE = 2;
    /** The field with the position in the list. */
    private static final String NUMBER = "#";

    private final List<Text> texts;
    private final IndexSearcher searcher;

    /**
     * A text.
     *
     * @param language tag of its language; "" if it is not known
     */
    public record Text(String text, String language) {
        private String field() {
            return ANALYZERS.containsKey(language) ? language : "";
        }
    }

    /**
     * A text in which all words were found.
     *
     * @param number its position in the list of all texts, from 0
     * @param pieces the text, parted where a word that was looked for begins and ends
     */
    public record Hit(int number, double score, List<Piece> pieces) {}

    /** @param found whether it is a word that was looked for */
    public record Piece(String text, boolean found) {}

    private TextIndex(List<Text> texts, IndexSearcher searcher) {
        this.texts = texts;
        this.searcher = searcher;
    }

    public static TextIndex of(List<Text> texts) {
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            Analyzer analyzer = new PerFieldAnalyzerWrapper(analyzer(""), ANALYZERS);
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (int number = 0; number < texts.size(); number++) {
                    Text text = texts.get(number);
                    Document document = new Document();
                    document.add(new TextField(text.field(), text.text(), Field.Store.NO));
                    document.add(new StoredField(NUMBER, number));
                    writer.addDocument(document);
                }
            }
            return new TextIndex(List.copyOf(texts), new IndexSearcher(DirectoryReader.open(directory)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts that have all words, in any form of the language in which they are written; the best first. */
    public List<Hit> search(String words, int most) {
        BooleanQuery.Builder anyLanguage = new BooleanQuery.Builder();
        boolean asked = false;
        for (String language : ANALYZERS.keySet()) {
            Set<String> stems = stems(words, language);
            if (!stems.isEmpty()) {
                anyLanguage.add(all(stems, language), Occur.SHOULD);
                asked = true;
            }
        }
        if (!asked) {
            return List.of();
        }
        try {
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc found : searcher.search(anyLanguage.build(), most).scoreDocs) {
                int number = searcher.storedFields()
                        .document(found.doc)
                        .getField(NUMBER)
                        .numericValue()
                        .intValue();
                Text text = texts.get(number);
                hits.add(new Hit(number, found.score, pieces(text, stems(words, text.field()))));
            }
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BooleanQuery all(Set<String> stems, String field) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String stem : stems) {
            BooleanQuery.Builder word = new BooleanQuery.Builder();
            word.add(new BoostQuery(new TermQuery(new Term(field, stem)), WHOLE), Occur.SHOULD);
            if (stem.length() >= BEGINNING) {
                word.add(new PrefixQuery(new Term(field, stem)), Occur.SHOULD);
            }
            all.add(word.build(), Occur.MUST);
        }
        return all.build();
    }

    /** The words of a text without their endings, and without words such as "the". */
    public static Set<String> stems(String words, String language) {
        Set<String> stems = new LinkedHashSet<>();
        each(words, language, (stem, from, to) -> stems.add(stem));
        return stems;
    }

    private static List<Piece> pieces(Text text, Set<String> stems) {
        List<Piece> pieces = new ArrayList<>();
        int[] at = {0};
        each(text.text(), text.field(), (stem, from, to) -> {
            boolean found = stems.stream()
                    .anyMatch(asked -> stem.equals(asked) || asked.length() >= BEGINNING && stem.startsWith(asked));
            if (found && from >= at[0]) {
                if (from > at[0]) {
                    pieces.add(new Piece(text.text().substring(at[0], from), false));
                }
                pieces.add(new Piece(text.text().substring(from, to), true));
                at[0] = to;
            }
        });
        if (at[0] < text.text().length()) {
            pieces.add(new Piece(text.text().substring(at[0]), false));
        }
        return pieces;
    }

    private interface Word {
        void take(String stem, int from, int to);
    }

    private static void each(String text, String language, Word word) {
        try (TokenStream tokens = analyzer(language).tokenStream(language, text)) {
            CharTermAttribute stem = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                word.take(stem.toString(), offset.startOffset(), offset.endOffset());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Analyzer analyzer(String language) {
        Analyzer own = ANALYZERS.get(language);
        return own == null ? new StandardAnalyzer() : own;
    }
}
