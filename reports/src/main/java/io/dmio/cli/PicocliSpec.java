package io.dmio.cli;

import io.dmio.cli.Syntax.Option;
import io.dmio.cli.Syntax.Positional;
import io.dmio.cli.Syntax.Value;
import io.dmio.run.Seed;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/** Says to picocli what a command understands. */
final class PicocliSpec {

  private PicocliSpec() {}

  /** The command with {@code --help} and all that it declares. */
  static CommandSpec of(Syntax syntax) {
    CommandSpec spec = CommandSpec.create().name(syntax.name());
    spec.usageMessage()
        .description(syntax.about().toArray(new String[0]))
        .sortOptions(false)
        .abbreviateSynopsis(false)
        .hidden(syntax.hidden());
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .type(boolean.class)
            .usageHelp(true)
            .description("Show this help and exit.")
            .build());
    Positional positional = syntax.positional();
    if (positional != null) {
      spec.addPositional(positional(positional));
    }
    syntax.options().forEach(option -> spec.addOption(option(option)));
    return spec;
  }

  private static OptionSpec option(Option option) {
    OptionSpec.Builder builder =
        OptionSpec.builder(option.names().toArray(new String[0]))
            .description(option.about())
            .required(option.required());
    if (option.value() == Value.NONE) {
      return builder.type(boolean.class).build();
    }
    builder.paramLabel(option.label());
    if (option.value() == Value.TEXTS) {
      return builder.type(List.class).auxiliaryTypes(String.class).arity("1").build();
    }
    return option.value() == Value.SEED
        ? builder.type(Long.class).converters(PicocliSpec::seed).build()
        : builder.type(String.class).build();
  }

  private static Long seed(String text) {
    try {
      return Seed.read(text);
    } catch (IllegalArgumentException wrong) {
      throw new TypeConversionException(String.valueOf(wrong.getMessage()));
    }
  }

  private static PositionalParamSpec positional(Positional positional) {
    return PositionalParamSpec.builder()
        .index(positional.single() ? "0" : "0..*")
        .arity(positional.least() + (positional.single() ? "" : "..*"))
        .required(positional.least() > 0)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(positional.label())
        .description(positional.about())
        .build();
  }
}
