package io.onrecord.normalize.repair.mojibake;

import java.util.List;

/** The character sets that text is wrongly read in, and rightly. */
final class LegacyCharsets {
  static final LegacyCharset WINDOWS_1252 =
      LegacyCharset.singleByte("windows-1252", "windows-1252", "ISO-8859-1");
  static final LegacyCharset WINDOWS_1250 =
      LegacyCharset.singleByte("windows-1250", "windows-1250");
  static final LegacyCharset WINDOWS_1251 =
      LegacyCharset.singleByte("windows-1251", "windows-1251");
  static final LegacyCharset MAC_ROMAN =
      LegacyCharset.singleByte("macintosh", "x-MacRoman")
          .mayHaveBecome(0xDB, 0xA4)
          .mayHaveBecome(0xF0, 0xF8FF);
  static final LegacyCharset IBM437 =
      LegacyCharset.singleByte("ibm437", "IBM437").mayHaveBecome(0xE6, 0x3BC);
  static final LegacyCharset GB18030 =
      LegacyCharset.doubleByte(
              "gb18030",
              List.of("GB18030", "GBK", "x-mswin-936"),
              List.of(
                  UserArea.of(0xAA, 0xAF, 0xE000, 0xA1, 0xFE),
                  UserArea.of(0xF8, 0xFE, 0xE234, 0xA1, 0xFE),
                  UserArea.of(0xA1, 0xA7, 0xE4C6, 0x40, 0x7E, 0x80, 0xA0)))
          .mayHaveBecome(0xA8BC, 0xE7C7)
          .mayHaveBecome(0xA8BC, 0x1E3F)
          .widerIn("GB18030");
  static final LegacyCharset BIG5 =
      LegacyCharset.doubleByte(
          "big5",
          List.of("x-windows-950", "x-MS950-HKSCS"),
          List.of(
              UserArea.of(0xFA, 0xFE, 0xE000, 0x40, 0x7E, 0xA1, 0xFE),
              UserArea.of(0x8E, 0xA0, 0xE311, 0x40, 0x7E, 0xA1, 0xFE),
              UserArea.of(0x81, 0x8D, 0xEEB8, 0x40, 0x7E, 0xA1, 0xFE),
              UserArea.of(0xC6, 0xC6, 0xF6B1, 0xA1, 0xFE),
              UserArea.of(0xC7, 0xC8, 0xF70F, 0x40, 0x7E, 0xA1, 0xFE)));

  /**
   * Big5 as the first Unicode tables had it: other places for kana, Cyrillic and circled digits.
   */
  static final LegacyCharset OLD_BIG5 =
      LegacyCharset.doubleByte("big5", List.of("Big5", "x-windows-950"), List.of());

  static final LegacyCharset CP949 =
      LegacyCharset.doubleByte("cp949", List.of("x-windows-949"), List.of());
  static final LegacyCharset SHIFT_JIS =
      LegacyCharset.doubleByte(
              "shift_jis",
              List.of("windows-31j", "Shift_JIS"),
              List.of(UserArea.of(0xF0, 0xF9, 0xE000, 0x40, 0x7E, 0x80, 0xFC)))
          .mayHaveBecome(0x80, 0x80)
          .mayHaveBecome(0xA0, 0xF8F0)
          .mayHaveBecome(0xA0, 0xA0)
          .mayHaveBecome(0xFD, 0xF8F1)
          .mayHaveBecome(0xFE, 0xF8F2)
          .mayHaveBecome(0xFF, 0xF8F3);
  static final LegacyCharset EUC_JP =
      LegacyCharset.doubleByte("euc-jp", List.of("EUC-JP"), List.of());

  /** All that text is wrongly read in; those of one byte a character first. */
  static final List<LegacyCharset> MISREAD =
      List.of(
          WINDOWS_1252,
          WINDOWS_1250,
          WINDOWS_1251,
          MAC_ROMAN,
          IBM437,
          GB18030,
          BIG5,
          CP949,
          SHIFT_JIS,
          OLD_BIG5);

  /** All legacy sets that misread text was written in. */
  static final List<LegacyCharset> WRITTEN = List.of(GB18030, BIG5, CP949, SHIFT_JIS, EUC_JP);

  private LegacyCharsets() {}
}
