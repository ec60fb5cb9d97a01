package org.entente.ask;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in Russian words. What is more than a day, a month, a year or a span of them stays EDTF. */
final class RussianDates {
    private static final List<String> OF = List.of(
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря");
    private static final List<String> MONTHS = List.of(
            "январь",
            "февраль",
            "март",
            "апрель",
            "май",
            "июнь",
            "июль",
            "август",
            "сентябрь",
            "октябрь",
            "ноябрь",
            "декабрь");
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?(~?)");
    private static final Pattern BETWEEN = Pattern.compile("\\[([\\d-]*)\\.\\.([\\d-]*)]");

    private RussianDates() {}

    static String plain(String edtf) {
        Matcher between = BETWEEN.matcher(edtf);
        if (between.matches()) {
            String from = between.group(1);
            String to = between.group(2);
            if (from.isEmpty()) {
                return "не позднее: " + one(to);
            }
            return to.isEmpty() ? "не ранее: " + one(from) : one(from) + " – " + one(to) + " (точный день неизвестен)";
        }
        int slash = edtf.indexOf('/');
        if (slash < 0) {
            return one(edtf);
        }
        String from = edtf.substring(0, slash);
        String to = edtf.substring(slash + 1);
        if (from.equals("..") || to.equals("..")) {
            return from.equals("..") ? "по: " + plain(to) : "начало: " + plain(from) + ", конец неизвестен";
        }
        return from.startsWith("[") || to.startsWith("[") ? ends(from, to) : plain(from) + " – " + plain(to);
    }

    /** A time whose ends are not known to the day: "at least from … to …" where it is known from within. */
    private static String ends(String from, String to) {
        if (from.startsWith("[..") && to.endsWith("..]")) {
            String first = one(from.substring(3, from.length() - 1));
            String last = one(to.substring(1, to.length() - 3));
            return first.equals(last) ? "по меньшей мере " + first : "по меньшей мере: " + first + " – " + last;
        }
        return "начало: " + plain(from) + ", конец: " + plain(to);
    }

    private static String one(String edtf) {
        Matcher date = DATE.matcher(edtf);
        if (!date.matches()) {
            return edtf;
        }
        String about = date.group(4).isEmpty() ? "" : "около ";
        if (date.group(2) == null) {
            return about + date.group(1) + " г.";
        }
        int month = Integer.parseInt(date.group(2)) - 1;
        if (month < 0 || month > 11) {
            return edtf;
        }
        return date.group(3) == null
                ? about + MONTHS.get(month) + " " + date.group(1) + " г."
                : about + Integer.parseInt(date.group(3)) + " " + OF.get(month) + " " + date.group(1) + " г.";
    }
}
