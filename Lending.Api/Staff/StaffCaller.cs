using System.Reflection;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;

namespace Lending.Api.Staff;

/// <summary>The signed-in staff member of a request, as the database has them now.</summary>
public sealed class StaffCaller(StaffMember member, HttpContext http)
{
    private static readonly object Key = new();

    public string Id { get; } = member.Id;

    public string Brand { get; } = member.Brand;

    /// <summary>The caller's own key, scoped by person.</summary>
    public string CommandId() => $"{Id}:{IdempotencyKey.Of(http)}";

    public bool May(Permission permission, Level level) => member.Grants.May(permission, level);

    public CommandContext Command() => Command(CommandId());

    public CommandContext Command(string id) => new(
        id, Brand, Caller.ActorOf(http, Id) with { Kind = ActorKind.Staff, Name = member.Name, Role = member.Role.ToString() },
        member.Grants, Correlation.Of(http));

    public static ValueTask<StaffCaller?> BindAsync(HttpContext http, ParameterInfo parameter) => ValueTask.FromResult(Find(http));

    internal static StaffCaller? Find(HttpContext http) =>
        http.Items.TryGetValue(Key, out var member) && member is StaffMember known ? new(known, http) : null;

    internal static void Is(HttpContext http, StaffMember member) => http.Items[Key] = member;
}
