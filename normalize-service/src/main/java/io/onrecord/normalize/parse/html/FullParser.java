package io.onrecord.normalize.parse.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads any page as a browser does, by jsoup: it knows every rule, and takes its time. */
final class FullParser {
  private FullParser() {}

  static Node read(String html) {
    Document page = Parser.htmlParser().parseInput(OpenFormatting.bounded(html), "");
    Node root = Node.element(Tag.of("#page"));
    Node into = root;
    org.jsoup.nodes.@Nullable Node at = page.firstChild();
    while (at != null) {
      Node copy = copy(at);
      if (copy != null) {
        into.append(copy);
      }
      if (copy != null && at.firstChild() != null) {
        at = at.firstChild();
        into = copy;
        continue;
      }
      while (at != null && at.nextSibling() == null) {
        at = at.parent() == page ? null : at.parent();
        into = at == null || into.parent == null ? root : into.parent;
      }
      at = at == null ? null : at.nextSibling();
    }
    return root;
  }

  private static @Nullable Node copy(org.jsoup.nodes.Node node) {
    if (node instanceof TextNode text) {
      return Node.text(text.getWholeText());
    }
    if (!(node instanceof Element element)) {
      return null;
    }
    Tag tag = Tag.of(element.normalName());
    Node copy = Node.element(tag, attributes(element, tag));
    if (tag == Tag.TITLE && !element.tag().isSelfClosing()) {
      copy.text = element.text();
    } else if (tag == Tag.SCRIPT && HeadReader.linkedData(element.attr("type"))) {
      copy.text = element.data();
    }
    return copy;
  }

  private static String[] attributes(Element element, Tag tag) {
    List<String> attributes = new ArrayList<>();
    if (element.attributesSize() > 0) {
      String[] names = tag.attributes();
      for (Attribute attribute : element.attributes()) {
        char[] name = attribute.getKey().toCharArray();
        String known = name.length == 0 ? null : ReadAttributes.find(names, name, 0, name.length);
        if (known != null) {
          attributes.add(known);
          attributes.add(attribute.getValue());
        }
      }
    }
    return attributes.toArray(String[]::new);
  }
}
