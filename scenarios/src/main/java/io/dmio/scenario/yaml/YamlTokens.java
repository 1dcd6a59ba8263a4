package io.dmio.scenario.yaml;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.JsonReadContext;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.dataformat.yaml.JacksonYAMLParseException;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a YAML text. All scalars are texts here: the language has types of its own. Keys
 * may be aliases, lists and mappings, where Jackson's parser gives up: the language has no use for
 * them, but whoever wrote one wants to hear of the other mistakes too.
 */
final class YamlTokens extends YAMLParser {

  private final YamlSource source;

  /** The mappings of which a key is being read that is a list or a mapping, innermost first. */
  private final Deque<JsonReadContext> inKey = new ArrayDeque<>();

  private boolean keyEnded;

  YamlTokens(YamlSource source) {
    super(context(), 0, 0, null, null, new StringReader(source.text()));
    this.source = source;
  }

  private static IOContext context() {
    return new IOContext(
        StreamReadConstraints.defaults(),
        StreamWriteConstraints.defaults(),
        ErrorReportConfiguration.defaults(),
        new BufferRecycler(),
        ContentReference.unknown(),
        true);
  }

  /** Where the current token starts. */
  Mark start() {
    return source.mark(currentTokenLocation());
  }

  /** The place after the current token; after the marker of a document if that was read last. */
  Mark end() {
    return source.mark(currentLocation());
  }

  @Override
  public @Nullable JsonToken nextToken() throws IOException {
    if (keyEnded) {
      keyEnded = false;
      _currToken = JsonToken.FIELD_NAME;
    }
    JsonToken token;
    try {
      token = super.nextToken();
    } catch (JsonParseException e) {
      return accept(e);
    }
    if (token != null && token.isStructEnd() && _parsingContext == inKey.peek()) {
      inKey.pop();
      keyEnded = true;
    }
    return token;
  }

  /** Makes a token of what Jackson's parser refuses, unless it is broken YAML. */
  private JsonToken accept(JsonParseException refusal) throws IOException {
    if (refusal instanceof JacksonYAMLParseException || refusal.getCause() != null) {
      throw refusal;
    }
    if (!_parsingContext.inObject() || _currToken == JsonToken.FIELD_NAME) {
      return _updateToken(JsonToken.VALUE_STRING);
    }
    int from = start().index();
    int to = end().index();
    if (from < to && source.text().charAt(from) == '*') {
      _currentIsAlias = true;
      _currentFieldName = source.text().substring(from + 1, to);
      return _updateToken(JsonToken.FIELD_NAME);
    }
    JsonLocation at = currentTokenLocation();
    inKey.push(_parsingContext);
    if (source.startsList(from, to)) {
      createChildArrayContext(at.getLineNr(), at.getColumnNr());
      return _updateToken(JsonToken.START_ARRAY);
    }
    createChildObjectContext(at.getLineNr(), at.getColumnNr());
    return _updateToken(JsonToken.START_OBJECT);
  }

  /** Of scalars with a tag it fails for what is no number. */
  @Override
  protected JsonToken _decodeNumberScalar(String value, int length) {
    return JsonToken.VALUE_STRING;
  }
}
