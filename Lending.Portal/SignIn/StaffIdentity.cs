using System.Globalization;
using System.Security.Claims;
using Lending.Domain;

namespace Lending.Portal.SignIn;

/// <summary>Who is signed in, as the session cookie says: the Brand, the person, what they may do, and from where they signed in.</summary>
public sealed record StaffIdentity(string Brand, string StaffId, string Name, string Email, StaffRole Role, Grants Grants, string? Origin = null, string? Device = null)
{
    private const string BrandClaim = "brand";
    private const string GrantsClaim = "grants";
    private const string OriginClaim = "origin";
    private const string DeviceClaim = "device";
    private const int DeviceLengthMax = 160;

    /// <summary>How the journal names this person.</summary>
    public Actor Actor => new(ActorKind.Staff, StaffId, Name, Role.ToString(), Origin, Device);

    public bool May(Permission permission, Level level) => Grants.May(permission, level);

    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        var claims = new List<Claim>
        {
            new(ClaimTypes.NameIdentifier, StaffId), new(ClaimTypes.Name, Name), new(ClaimTypes.Email, Email),
            new(ClaimTypes.Role, Role.ToString()), new(BrandClaim, Brand), new(GrantsClaim, Write(Grants)),
        };
        if (Origin is not null) claims.Add(new(OriginClaim, Origin));
        if (Device is not null) claims.Add(new(DeviceClaim, Device.Length > DeviceLengthMax ? Device[..DeviceLengthMax] : Device));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }

    /// <summary>Null when nobody is signed in, or the cookie is of another form than today's.</summary>
    public static StaffIdentity? Of(ClaimsPrincipal principal)
    {
        if (principal.Identity?.IsAuthenticated != true) return null;
        if (principal.FindFirstValue(BrandClaim) is not { } brand || principal.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id) return null;
        if (!Enum.TryParse<StaffRole>(principal.FindFirstValue(ClaimTypes.Role), out var role)) return null;
        return new(
            brand, id, principal.FindFirstValue(ClaimTypes.Name) ?? id, principal.FindFirstValue(ClaimTypes.Email) ?? "", role,
            Read(principal.FindFirstValue(GrantsClaim)), principal.FindFirstValue(OriginClaim), principal.FindFirstValue(DeviceClaim));
    }

    // "Loans=Read Payments=All": names, not numbers, so that a new permission does not shift the meaning of an old cookie.
    private static string Write(Grants grants) => string.Join(' ', grants.Levels.Select(held => string.Create(CultureInfo.InvariantCulture, $"{held.Key}={held.Value}")));

    private static Grants Read(string? text)
    {
        var levels = new List<(Permission, Level)>();
        foreach (var part in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (part.Split('=') is [var name, var held] && Enum.TryParse<Permission>(name, out var permission) && Enum.TryParse<Level>(held, out var level))
                levels.Add((permission, level));
        return Grants.Of([.. levels]);
    }
}
