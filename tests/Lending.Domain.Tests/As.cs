using System.Text.Json;

namespace Lending.Domain.Tests;

/// <summary>Values as the journal writes them: the way to compare records that hold arrays.</summary>
internal static class As
{
    public static string Json<T>(T value) => JsonSerializer.Serialize(value, value!.GetType(), LendingJson.Options);

    public static T Copy<T>(T value) => (T)JsonSerializer.Deserialize(Json(value), value!.GetType(), LendingJson.Options)!;
}
