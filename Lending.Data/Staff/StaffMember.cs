using System.Collections.Immutable;
using Lending.Domain;

namespace Lending.Data;

/// <summary>
/// A person who works for a Brand. E-mail is lower-case and unique in the Brand; PasswordHash is made elsewhere; Overrides add to or take
/// from the role's permissions (None takes away).
/// </summary>
public sealed record StaffMember(
    string Brand, string Id, string Email, string Name, StaffRole Role, string PasswordHash, bool HasTotp,
    ImmutableSortedDictionary<Permission, Level> Overrides, bool Active)
{
    /// <summary>What they may do: the role's defaults with the overrides on top.</summary>
    public Grants Grants => new() { Levels = StaffRoles.DefaultsOf(Role).Levels.SetItems(Overrides) };
}
