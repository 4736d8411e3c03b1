using System.Collections.Immutable;
using Lending.Domain;

namespace Lending.Workers.SetUp;

/// <summary>A command line taken apart: the words, and the options written as --name value or --name=value.</summary>
public sealed record CommandWords(ImmutableArray<string> Words, ImmutableDictionary<string, string> Options)
{
    /// <summary>Takes the options that the command knows, refuses every other one by its name, and leaves configuration (--A:B=c, --DataFolder) alone.</summary>
    public static Outcome<CommandWords> Parse(IEnumerable<string> args, params string[] known)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var options = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        using var rest = args.GetEnumerator();
        while (rest.MoveNext())
        {
            if (!rest.Current.StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(rest.Current);
                continue;
            }

            var parts = rest.Current[2..].Split('=', 2);
            if (parts[0] is "DataFolder" || parts[0].Contains(':', StringComparison.Ordinal))
            {
                if (parts.Length == 1) rest.MoveNext();
                continue;
            }
            if (!known.Contains(parts[0])) return new InputInvalid(parts[0], $"is not an option here; known are {string.Join(", ", known)}");
            if (options.ContainsKey(parts[0])) return new InputInvalid(parts[0], "is given twice");
            if (parts.Length == 1 && !rest.MoveNext()) return new InputInvalid(parts[0], "has no value");
            options[parts[0]] = parts.Length == 2 ? parts[1] : rest.Current;
        }

        return new CommandWords(words.ToImmutable(), options.ToImmutable());
    }

    /// <summary>Empty when it was not given, which no rule accepts where a value is needed.</summary>
    public string Of(string option) => Options.GetValueOrDefault(option, "");
}
