using System.Diagnostics;
using Lending.Domain;
using Microsoft.AspNetCore.Components.Authorization;

namespace Lending.Portal.SignIn;

/// <summary>The person of a circuit, and what their commands carry.</summary>
public sealed class StaffSession(AuthenticationStateProvider authentication)
{
    /// <summary>Throws when nobody is signed in: a page that asks is open to staff only.</summary>
    public async Task<StaffIdentity> PersonAsync() =>
        StaffIdentity.Of((await authentication.GetAuthenticationStateAsync()).User) ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The context of one command. The id is the form's: the same for a retry of the same words.</summary>
    public static CommandContext ContextOf(StaffIdentity person, string commandId) =>
        new(commandId, person.Brand, person.Actor, person.Grants, CorrelationId());

    /// <summary>Follows the request through every process: the trace's own id where there is one.</summary>
    public static Guid CorrelationId()
    {
        if (Activity.Current is not { } activity) return Guid.CreateVersion7();
        Span<byte> bytes = stackalloc byte[16];
        activity.TraceId.CopyTo(bytes);
        return new Guid(bytes, bigEndian: true);
    }
}
