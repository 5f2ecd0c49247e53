package io.onrecord.index.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.onrecord.document.Category;
import io.onrecord.document.Role;
import io.onrecord.index.IndexService;
import io.onrecord.index.IndexWorld;
import io.onrecord.index.SampleDocument;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The web page in headless Chromium, the one that the system has; skipped where it has none. */
final class WebPageTest {
  private static final String ATTACK = "<img src=x onerror=\"document.title='owned'\">";
  private static final SampleDocument TALK =
      SampleDocument.at("https://example.org/talk")
          .title("Lanterns on the quay")
          .publishedAt("2024-04-20")
          .turn("Tom Okafor", Role.INTERVIEWER, "Who lights the lanterns?")
          .removed(
              Category.SPONSOR_READ,
              "This talk is brought to you by a rope maker.",
              "sponsor.en.brought-to-you")
          .turn("Ingrid Solheim", Role.INTERVIEWEE, "Open source lanterns light themselves.")
          .repaired("mojibake", 2, "cafÃ©", "café");
  private static final SampleDocument CHINESE =
      SampleDocument.at("https://example.cn/ma-tou")
          .title("碼頭上的燈籠")
          .language("zh-Hant")
          .site("example.cn")
          .publishedAt("2023-01-02")
          .paragraph("碼頭上的燈籠每天晚上都亮著。");
  private static final SampleDocument EVIL =
      SampleDocument.at("javascript:document.title='owned'")
          .title(ATTACK)
          .publishedAt("2022-01-01")
          .site(ATTACK)
          .turn(
              ATTACK,
              Role.INTERVIEWEE,
              "Poison " + ATTACK + "<script>document.title='owned'</script>")
          .removed(Category.ADVERTISEMENT, ATTACK, ATTACK)
          .repaired(ATTACK, 1, ATTACK, "</td>" + ATTACK);

  @TempDir private static Path directory;
  private static IndexService service;
  private static Playwright playwright;
  private static Browser browser;

  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> chromium = chromium();
    assumeTrue(chromium.isPresent(), "no Chromium on this machine");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(List.of("--no-sandbox")));
    IndexWorld world = new IndexWorld(directory);
    service = world.start();
    world.publish(TALK, CHINESE, EVIL);
    List<SampleDocument> many = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      many.add(
          SampleDocument.at("https://example.org/rope/" + i)
              .title("Rope " + i)
              .publishedAt("2021-01-01")
              .paragraph("A rope of some length."));
    }
    world.publish(many.toArray(SampleDocument[]::new));
    world.awaitIndexed(service, TALK, CHINESE, EVIL, many.getLast());
    world.awaitCaughtUp(service);
  }

  @AfterAll
  static void stop() throws IOException {
    if (playwright != null) {
      playwright.close();
    }
    if (service != null) {
      service.close();
    }
  }

  @BeforeEach
  void open() {
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + service.port())
                .setViewportSize(390, 800)
                .setColorScheme(ColorScheme.DARK));
    page = context.newPage();
    page.setDefaultTimeout(30_000);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onRequest(request -> requests.add(request.url()));
  }

  @AfterEach
  void nothingWentWrongAndNothingLeftThisServer() {
    context.close();
    assertThat(complaints).isEmpty();
    assertThat(requests).allMatch(url -> url.startsWith("http://127.0.0.1:" + service.port()));
  }

  @Test
  void theNewestDocumentsAreThereBeforeAnythingIsTyped() {
    page.navigate("/");
    assertThat(status()).containsText("26 documents, newest first");
    assertThat(results().first()).containsText("Lanterns on the quay");
  }

  @Test
  void aSearchInTheOtherScriptFindsAndMarks() {
    page.navigate("/");
    search("码头上的灯笼");
    assertThat(status()).hasText("1 document");
    assertThat(page.locator(".passages mark")).hasText("碼頭上的燈籠");
    assertThat(page.url()).contains("?q=%E7%A0%81");
    assertThat(page).hasTitle("码头上的灯笼 · Onrecord");
  }

  @Test
  void aPhraseFindsAndNamesTheSpeaker() {
    page.navigate("/?q=%22open+source%22");
    assertThat(results()).hasCount(1);
    assertThat(page.locator(".passages li"))
        .hasText("Ingrid Solheim: Open source lanterns light themselves.");
  }

  @Test
  void aDocumentIsReadWithItsSpeakersAndWhatWasRemovedIsShownInPlaceOnDemand() {
    page.navigate("/?q=lanterns");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lanterns on the quay"))
        .click();
    assertThat(page.locator("h1")).hasText("Lanterns on the quay");
    assertThat(page.locator(".speaker")).hasText(new String[] {"Tom Okafor", "Ingrid Solheim"});
    Locator removed = page.locator(".removed");
    assertThat(removed).isHidden();
    page.getByLabel("Show what was removed (1)").check();
    assertThat(removed).isVisible();
    assertThat(removed).containsText("sponsor read, 97 % sure, rule sponsor.en.brought-to-you");
    assertThat(removed).containsText("brought to you by a rope maker");
    assertThat(page.locator(".text > *").nth(2)).hasText(removed.textContent());
    assertThat(page.locator(".about")).containsText("declared as gb2312");
    assertThat(page.locator(".about del")).hasText("cafÃ©");
    assertThat(page.locator(".about ins")).hasText("café");
    assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("JSON")))
        .hasAttribute("href", "/api/documents/" + TALK.id());
  }

  @Test
  void backAndForwardAndTheAddressShowTheSame() {
    page.navigate("/");
    search("lanterns");
    assertThat(results()).hasCount(1);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lanterns on the quay"))
        .click();
    assertThat(page.locator("h1")).isVisible();
    page.goBack();
    assertThat(results()).hasCount(1);
    assertThat(page.locator("#q")).hasValue("lanterns");
    page.goBack();
    assertThat(status()).containsText("newest first");
    page.goForward();
    page.goForward();
    assertThat(page.locator("h1")).hasText("Lanterns on the quay");
    page.reload();
    assertThat(page.locator("h1")).hasText("Lanterns on the quay");
    page.getByText("Back to the results").click();
    assertThat(results()).hasCount(1);
  }

  @Test
  void aPassageLeadsToItsPlace() {
    page.navigate("/?q=themselves");
    page.locator(".passages a").click();
    assertThat(page.locator(".aimed")).hasText("Open source lanterns light themselves.");
    assertThat(page.url()).endsWith("#b1");
  }

  @Test
  void filtersNarrowAndClear() {
    page.navigate("/");
    page.locator("#filters summary").click();
    page.getByLabel("Language").selectOption("zh-Hant");
    assertThat(status()).hasText("1 document, newest first");
    assertThat(page.url()).contains("language=zh-Hant");
    assertThat(page.locator("#filter-count")).hasText(" (1)");
    page.getByText("Clear filters").click();
    assertThat(status()).containsText("26 documents");
    page.getByLabel("Speaker").fill("solheim");
    page.getByLabel("Speaker").press("Enter");
    assertThat(results()).hasCount(1);
  }

  @Test
  void pagesAreTurned() {
    page.navigate("/?q=rope");
    assertThat(results()).hasCount(10);
    page.getByText("Next →").click();
    assertThat(page.locator(".pages")).containsText("Page 2 of 3");
    page.getByText("Next →").click();
    assertThat(results()).hasCount(3);
    page.getByText("← Previous").click();
    assertThat(page.locator(".pages")).containsText("Page 2 of 3");
  }

  @Test
  void whatADocumentSaysIsTextAndNothingElse() {
    page.navigate("/?q=poison");
    assertThat(page.locator(".hits h2")).hasText(ATTACK);
    page.locator(".hits h2 a").click();
    assertThat(page.locator("h1")).hasText(ATTACK);
    page.getByLabel("Show what was removed (1)").check();
    assertThat(page.locator(".removed")).containsText(ATTACK);
    assertThat(page.locator(".text")).containsText("<script>document.title='owned'</script>");
    assertThat(page.locator("#view img, #view script")).hasCount(0);
    assertThat(page.getByText("Original")).hasCount(0);
    assertThat(page.title()).isEqualTo(ATTACK + " · Onrecord");
  }

  @Test
  void theKeyboardIsEnough() {
    page.navigate("/");
    assertThat(results().first()).isVisible();
    page.keyboard().press("/");
    assertThat(page.locator("#q")).isFocused();
    page.keyboard().type("lanterns");
    page.keyboard().press("Enter");
    assertThat(results()).hasCount(1);
    Locator title = page.locator(".hits h2 a");
    for (int i = 0; i < 6 && !(Boolean) title.evaluate("e => e === document.activeElement"); i++) {
      page.keyboard().press("Tab");
    }
    assertThat(title).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).isFocused();
  }

  @Test
  void nothingIsWiderThanAPhone() {
    for (String path : List.of("/", "/?q=rope", "/?document=" + TALK.id())) {
      page.navigate(path);
      assertThat(page.locator(path.contains("document") ? "h1" : ".hits > li").first()).isVisible();
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
    }
  }

  @Test
  void mistakesAndEmptyResultsAreExplained() {
    page.navigate("/?q=lighthouse");
    assertThat(status()).hasText("No documents");
    assertThat(page.locator(".nothing")).containsText("Nothing matches");
    page.navigate("/?q=lanterns+quay+submarine");
    assertThat(status()).containsText("No document has all of it");
    page.navigate("/?document=nobody");
    assertThat(status()).hasText("no document has the id nobody");
    complaints.removeIf(text -> text.contains("404"));
  }

  private void search(String text) {
    page.locator("#q").fill(text);
    page.locator("#q").press("Enter");
  }

  private Locator results() {
    return page.locator(".hits > li");
  }

  private Locator status() {
    return page.locator("#status");
  }

  private static Optional<Path> chromium() {
    Stream<String> folders =
        Stream.concat(
            Stream.of("/usr/bin"),
            Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)));
    return folders
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
