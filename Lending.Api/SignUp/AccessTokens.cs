using System.Security.Claims;
using System.Text;
using Lending.Api.Requests;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Lending.Api.SignUp;

/// <summary>Signed access tokens: customer and Brand, for a quarter of an hour.</summary>
public sealed class AccessTokens(IConfiguration configuration, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    internal const string Issuer = "lending";

    private const string Audience = "borrowers";

    private const int KeyBytesMin = 32;

    private readonly SigningCredentials _signing = new(KeyOf(configuration), SecurityAlgorithms.HmacSha256);

    public string Issue(string customerId, string brand)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer, Audience = Audience, IssuedAt = now, NotBefore = now, Expires = now + Lifetime, SigningCredentials = _signing,
            Subject = new ClaimsIdentity([new("sub", customerId), new(Caller.BrandClaim, brand), new("jti", Guid.CreateVersion7().ToString("N"))]),
        });
    }

    /// <summary>What the bearer scheme accepts: our signature, issuer and audience, within the lifetime.</summary>
    public static void Configure(JwtBearerOptions bearer, IConfiguration configuration) => Configure(bearer, configuration, Audience);

    internal static void Configure(JwtBearerOptions bearer, IConfiguration configuration, string audience)
    {
        bearer.MapInboundClaims = false;
        bearer.IncludeErrorDetails = false;
        bearer.TokenValidationParameters = new()
        {
            ValidIssuer = Issuer, ValidAudience = audience, IssuerSigningKey = KeyOf(configuration),
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256], RequireSignedTokens = true, RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromSeconds(30), NameClaimType = "sub",
        };
    }

    internal static SymmetricSecurityKey KeyOf(IConfiguration configuration) =>
        Encoding.UTF8.GetBytes(configuration["Jwt:Key"] ?? "") is { Length: >= KeyBytesMin } key
            ? new(key)
            : throw new InvalidOperationException("Jwt:Key is not configured, or has less than 32 bytes.");
}
