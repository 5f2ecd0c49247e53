package io.onrecord.normalize.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes in, text out: what decides, and what a declaration is worth. */
class DecoderTest {
  private static final String CHINESE = "今天的会议上，大家讨论了下一年的计划，并且决定增加预算。";
  private static final String TRADITIONAL = "今天的會議上，大家討論了下一年的計劃，並且決定增加預算。";
  private final Decoder decoder = new Decoder();

  @ParameterizedTest
  @CsvSource({
    "GB18030, gb18030, 今天的会议上大家讨论了下一年的计划",
    "Big5, Big5, 今天的會議上大家討論了下一年的計劃",
    "windows-31j, Shift_JIS, 来年の計画について会議で話し合いました",
    "EUC-JP, EUC-JP, 来年の計画について会議で話し合いました",
    "x-windows-949, EUC-KR, 오늘 회의에서 내년 계획을 논의했습니다",
    "windows-1251, windows-1251, Сегодня на собрании обсудили план на следующий год",
    "KOI8-R, KOI8-R, Сегодня на собрании обсудили план на следующий год",
    "IBM866, IBM866, Сегодня на собрании обсудили план на следующий год",
    "ISO-8859-5, ISO-8859-5, Сегодня на собрании обсудили план на следующий год",
    "windows-1253, windows-1253, Σήμερα συζητήσαμε το σχέδιο για το επόμενο έτος",
    "windows-1255, windows-1255, היום דנו בישיבה בתוכנית לשנה הבאה",
    "windows-1256, windows-1256, ناقش الجميع اليوم خطة السنة القادمة في الاجتماع",
    "x-windows-874, windows-874, วันนี้ที่ประชุมได้หารือแผนงานของปีหน้า",
  })
  void findsTheEncodingOfUndeclaredText(String charset, String name, String text) {
    Decoded decoded = decoder.decode(text.getBytes(Charset.forName(charset)), Optional.empty());

    assertThat(decoded.text()).isEqualTo(text);
    assertThat(decoded.encoding().charset()).isEqualTo(name);
    assertThat(decoded.encoding().decidedBy()).isEqualTo("statistics");
  }

  @Test
  void aWrongDeclarationLosesAgainstTheBytes() {
    String page = "<html><head><meta charset=\"big5\"></head><body>" + CHINESE + "</body></html>";

    assertThat(decoder.decode(gb(page), Optional.of("text/html; charset=Shift_JIS")).text())
        .isEqualTo(page);
    assertThat(decoder.decode(page.getBytes(UTF_8), Optional.of("text/html; charset=gbk")).text())
        .isEqualTo(page);
  }

  @Test
  void theDeclarationDecidesWhereTheBytesSayLittle() {
    byte[] bytes = "10 \u00A4".getBytes(ISO_8859_1);

    assertThat(decoder.decode(bytes, Optional.of("text/plain; charset=iso-8859-15")).text())
        .isEqualTo("10 €");
    assertThat(decoder.decode(bytes, Optional.of("text/plain; charset=iso-8859-1")).text())
        .isEqualTo("10 ¤");
    assertThat(
            decoder
                .decode(bytes, Optional.of("text/plain; charset=iso-8859-15"))
                .encoding()
                .decidedBy())
        .isEqualTo("http");
  }

  @Test
  void aCutAndAFewForeignBytesDoNotUnmakeUtf8() {
    byte[] bytes = CHINESE.getBytes(UTF_8);
    byte[] cut = Arrays.copyOfRange(bytes, 1, bytes.length - 1);
    byte[] dirty = bytes.clone();
    dirty[30] = (byte) 0xFF;

    assertThat(decoder.decode(cut, Optional.empty()).encoding().charset()).isEqualTo("UTF-8");
    assertThat(decoder.decode(dirty, Optional.of("text/html; charset=gbk")).encoding().charset())
        .isEqualTo("UTF-8");
  }

  @Test
  void wideCharactersNeedNoMark() {
    assertThat(decoder.decode(CHINESE.getBytes(UTF_16LE), Optional.empty()).text())
        .isEqualTo(CHINESE);
    assertThat(decoder.decode("plain words".getBytes(UTF_16BE), Optional.empty()).text())
        .isEqualTo("plain words");
    assertThat(
            decoder
                .decode(TRADITIONAL.getBytes(Charset.forName("UTF-32BE")), Optional.empty())
                .text())
        .isEqualTo(TRADITIONAL);
  }

  @Test
  void aMarkDecidesAndIsNoText() {
    byte[] marked = ("\uFEFF" + CHINESE).getBytes(UTF_16BE);

    Decoded decoded = decoder.decode(marked, Optional.of("text/html; charset=gbk"));

    assertThat(decoded.text()).isEqualTo(CHINESE);
    assertThat(decoded.encoding().decidedBy()).isEqualTo("bom");
    assertThat(decoded.encoding().declared()).contains("gbk");
  }

  @Test
  void escapeSequencesGiveSevenBitEncodingsAway() {
    byte[] japanese = "会議".getBytes(Charset.forName("ISO-2022-JP"));
    byte[] hz = "~{<:Ky2;S{~} fine".getBytes(UTF_8);

    assertThat(decoder.decode(japanese, Optional.empty()).text()).isEqualTo("会議");
    assertThat(decoder.decode(hz, Optional.empty()).text()).isEqualTo("己所不欲 fine");
  }

  @Test
  void anInvalidPairLeavesTheAsciiAfterIt() {
    assertThat(Decoder.text(new byte[] {(byte) 0xB0, '<', 'p', '>'}, "Big5"))
        .isEqualTo("\uFFFD<p>");
    assertThat(Decoder.text(new byte[] {(byte) 0x81, '0', 'a'}, "gb18030")).isEqualTo("\uFFFD0a");
    assertThat(Decoder.text(new byte[] {(byte) 0x80}, "gb18030")).isEqualTo("€");
    assertThat(Decoder.text(new byte[] {(byte) 0x81}, "windows-1252")).isEqualTo("\u0081");
  }

  @Test
  void emptyAndBinaryBytesAreRead() {
    byte[] binary = new byte[100_000];
    new java.util.Random(7).nextBytes(binary);

    assertThat(decoder.decode(new byte[0], Optional.empty()).text()).isEmpty();
    assertThat(decoder.decode(binary, Optional.empty()).text()).isNotEmpty();
  }

  private static byte[] gb(String text) {
    return text.getBytes(Charset.forName("GB18030"));
  }
}
