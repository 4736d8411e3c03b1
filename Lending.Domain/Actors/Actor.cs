namespace Lending.Domain;

/// <summary>What kind of being acts.</summary>
public enum ActorKind { Borrower, Staff, System, Provider }

/// <summary>
/// Who did it. Id is the staff or customer id (or the job's or provider's name), Name what the timeline shows (staff and
/// systems only, never a borrower's name), Role the staff role, Origin the network address and Device the client's own label.
/// </summary>
public sealed record Actor(ActorKind Kind, string Id, string Name, string? Role = null, string? Origin = null, string? Device = null)
{
    public static Actor System(string job) => new(ActorKind.System, job, job);

    public static Actor Provider(string name) => new(ActorKind.Provider, name, name);
}

/// <summary>
/// What every command carries besides its own words: a client-made id (the same id is never applied twice), the Brand,
/// the actor with what they may do, and a correlation id that follows the request through every process.
/// </summary>
public sealed record CommandContext(string CommandId, string Brand, Actor Actor, Grants Grants, Guid CorrelationId);
