package io.onrecord.ingest.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.onrecord.ingest.IngestService;
import io.onrecord.ingest.IngestWorld;
import io.onrecord.ingest.VirtualWeb;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about sources in the system's Chromium; skipped where it has none. */
final class SourcesPageTest {
  @Test
  void aPersonNamesASourceSeesHowItIsDoingLeavesItAloneAndTakesItAway() throws Exception {
    Optional<Path> chromium = chromium();
    assumeTrue(chromium.isPresent(), "no Chromium on this machine");
    try (VirtualWeb web = new VirtualWeb();
        IngestWorld world = new IngestWorld();
        Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
      web.on(1, "/feed", "text/xml", VirtualWeb.feed(List.of("/1")));
      web.on(1, "/1", "text/html", "one");
      web.on(2, "/feed", e -> VirtualWeb.answer(e, 500, "text/html", "ill"));
      IngestService service = world.start();
      world.awaitReady(service);
      Browser browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(chromium.get())
                      .setArgs(List.of("--no-sandbox")));
      Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(390, 800));
      page.setDefaultTimeout(30_000);
      List<String> complaints = new ArrayList<>();
      page.onPageError(complaints::add);
      page.navigate("http://127.0.0.1:%d/sources".formatted(service.port()));
      assertThat(page.locator("#summary")).containsText("Nothing is followed yet");

      follow(page, web.url(1, "/feed"), "<b>one");
      assertThat(page.locator("#note")).hasText("<b>one is followed from now on.");
      assertThat(page.locator("tbody tr")).containsText("<b>one" + web.url(1, "/feed"));
      assertThat(page.locator("td.ok")).isVisible();
      follow(page, web.url(2, "/feed"), "ill");
      assertThat(page.locator("td.failing")).containsText("500");
      assertThat(page.locator("#summary")).containsText("2 followed (1 failing, 1 ok)");
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);

      follow(page, web.url(1, "/other"), "ill");
      assertThat(page.locator("#note.error")).containsText("remove it first");
      page.getByLabel("Pause ill").click();
      assertThat(page.locator("td.paused")).isVisible();
      page.getByLabel("Remove ill").click();
      assertThat(page.locator("tbody tr")).hasCount(1);
      assertThat(complaints).isEmpty();
    }
  }

  private static void follow(Page page, String url, String name) {
    page.getByLabel("Address").fill(url);
    page.getByLabel("Name").fill(name);
    page.getByText("Follow", new Page.GetByTextOptions().setExact(true)).click();
  }

  private static Optional<Path> chromium() {
    return Stream.concat(
            Stream.of("/usr/bin"),
            Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
