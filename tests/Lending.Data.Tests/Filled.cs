using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using Lending.Domain;

namespace Lending.Data.Tests;

/// <summary>
/// Makes a value of which every field that is kept says something, each something else. It knows nothing of the types it fills, so that a new field is filled without
/// anybody's doing.
/// </summary>
internal sealed class Filled
{
    // A record that holds another of its kind holds one, as a payout the one before it.
    private const int WithinItselfMax = 2;

    private readonly List<Type> _within = [];
    private int _last;

    public static T Of<T>() => (T)new Filled().Of(typeof(T));

    private object Of(Type type) => Nullable.GetUnderlyingType(type) is { } value ? Of(value)
        : type == typeof(string) ? $"text-{++_last}"
        : type == typeof(int) ? ++_last
        : type == typeof(decimal) ? ++_last + 0.250m
        : type == typeof(bool) ? true
        : type == typeof(Money) ? Money.Inr(++_last)
        : type == typeof(DateOnly) ? A.Day.AddDays(++_last)
        : type == typeof(DateTimeOffset) ? A.Noon.AddMinutes(++_last)
        : type.IsEnum ? Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!
        : type.IsGenericType ? Collection(type)
        : type.IsAbstract ? Of(type.GetCustomAttributes<JsonDerivedTypeAttribute>().First().DerivedType)
        : Record(type);

    private object Collection(Type type)
    {
        var of = type.GetGenericTypeDefinition();
        var item = Of(type.GetGenericArguments()[^1]);
        return of == typeof(ImmutableArray<>) ? Method(nameof(ArrayOf)) : of == typeof(ImmutableSortedDictionary<,>) ? Method(nameof(DictionaryOf))
            : throw new NotSupportedException($"Nobody has said how {type} is filled.");

        object Method(string name) =>
            typeof(Filled).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item.GetType().IsSubclassOf(type.GetGenericArguments()[^1]) ? type.GetGenericArguments()[^1] : item.GetType()).Invoke(null, [item])!;
    }

    private static ImmutableArray<T> ArrayOf<T>(T item) => [item];

    private static ImmutableSortedDictionary<string, T> DictionaryOf<T>(T item) => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal).Add("key", item);

    private object Record(Type type)
    {
        _within.Add(type);
        var made = type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;
        var record = made.Invoke([.. made.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
        var given = made.GetParameters().Select(parameter => parameter.Name).ToHashSet();
        foreach (var property in type.GetProperties())
            if (property.CanWrite && !given.Contains(property.Name) && _within.Count(each => each == property.PropertyType) < WithinItselfMax && property.GetCustomAttribute<JsonIgnoreAttribute>() is null) property.SetValue(record, Of(property.PropertyType));
        _within.RemoveAt(_within.Count - 1);
        return record;
    }
}
