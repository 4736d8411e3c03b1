using Sandbox.People;
using Sandbox.Storage;

namespace Sandbox.Authenticator;

/// <summary>Whose codes the authenticator shows: those it was configured with, then those somebody added.</summary>
internal sealed class StaffList
{
    private const int Shown = 100;

    private readonly Shelf<StaffMember> _staff;
    private readonly Changes _changes;

    public StaffList(StateFile file, SandboxSettings settings, Changes changes)
    {
        (_staff, _changes) = (new Shelf<StaffMember>("staff", file), changes);
        foreach (var email in settings.DemoStaff) Add(email);
    }

    internal IReadOnlyList<StaffMember> All() => [.. _staff.Newest(Shown).OrderBy(member => member.Email, StringComparer.Ordinal)];

    internal bool Add(string email)
    {
        var address = email.Trim().ToLowerInvariant();
        if (!Formats.Email.IsMatch(address)) return false;
        if (_staff.GetOrAdd(address, () => new StaffMember(address)).Added) _changes.Tell("staff");
        return true;
    }
}

/// <summary>A member of demo staff.</summary>
internal sealed record StaffMember(string Email);
