package io.onrecord.normalize.decode.train;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What ICU's locale data says in a language: names of languages, regions, currencies, cities and
 * units, dates, and numbers spelled out. What it only repeats from English is left out.
 */
public final class LocaleWords {
  private LocaleWords() {}

  /** The letters of the language, lower case. */
  public static Set<Integer> alphabet(String language) {
    Set<Integer> letters = new HashSet<>();
    for (String s : LocaleData.getInstance(new ULocale(language)).getExemplarSet(0, 0)) {
      s.toLowerCase(java.util.Locale.ROOT).codePoints().forEach(letters::add);
    }
    return letters;
  }

  /** The words and phrases of the language, one an entry. */
  public static List<String> phrases(String language) {
    List<String> words = all(new ULocale(language));
    if (!language.equals("en")) {
      Set<String> english = new HashSet<>(all(ULocale.ENGLISH));
      words.removeIf(english::contains);
    }
    return words;
  }

  private static List<String> all(ULocale locale) {
    List<String> words = new ArrayList<>();
    LocaleDisplayNames names = LocaleDisplayNames.getInstance(locale);
    for (String code : java.util.Locale.getISOLanguages()) {
      words.add(names.languageDisplayName(code));
    }
    for (String code : java.util.Locale.getISOCountries()) {
      words.add(names.regionDisplayName(code));
    }
    Currency.getAvailableCurrencies().stream()
        .sorted((a, b) -> a.getCurrencyCode().compareTo(b.getCurrencyCode()))
        .forEach(c -> words.add(c.getName(locale, Currency.LONG_NAME, null)));
    dates(locale, words);
    zones(locale, words);
    units(locale, words);
    numbers(locale, words);
    words.removeIf(w -> w == null || w.length() < 2);
    return words;
  }

  private static void dates(ULocale locale, List<String> words) {
    DateFormatSymbols symbols = new DateFormatSymbols(locale);
    for (int times = 0; times < 10; times++) {
      words.addAll(Arrays.asList(symbols.getMonths()));
      words.addAll(Arrays.asList(symbols.getWeekdays()));
      words.addAll(Arrays.asList(symbols.getEraNames()));
    }
  }

  private static void zones(ULocale locale, List<String> words) {
    TimeZoneNames names = TimeZoneNames.getInstance(locale);
    for (String id : new java.util.TreeSet<>(Arrays.asList(TimeZone.getAvailableIDs()))) {
      words.add(names.getExemplarLocationName(id));
    }
    for (String zone : new java.util.TreeSet<>(names.getAvailableMetaZoneIDs())) {
      words.add(names.getMetaZoneDisplayName(zone, TimeZoneNames.NameType.LONG_STANDARD));
      words.add(names.getMetaZoneDisplayName(zone, TimeZoneNames.NameType.LONG_GENERIC));
    }
  }

  private static void units(ULocale locale, List<String> words) {
    MeasureFormat format = MeasureFormat.getInstance(locale, MeasureFormat.FormatWidth.WIDE);
    MeasureUnit.getAvailable().stream()
        .filter(u -> !"currency".equals(u.getType()))
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .forEach(
            unit -> {
              for (int n : new int[] {1, 2, 7}) {
                words.add(format.formatMeasures(new Measure(n, unit)));
              }
            });
  }

  private static void numbers(ULocale locale, List<String> words) {
    RuleBasedNumberFormat spelled =
        new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
    for (int n = 1; n < 2_000_000; n = n < 120 ? n + 1 : n * 13 / 10) {
      words.add(spelled.format(n));
    }
  }
}
