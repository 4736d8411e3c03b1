using System.Collections.Immutable;
using Lending.Data;
using Lending.Domain;
using Lending.Flows;
using Microsoft.AspNetCore.Identity;

namespace Lending.Api.Tests;

/// <summary>A member of staff made for one test, with an authenticator that gives each code once.</summary>
public sealed class Colleague
{
    public const string Password = "a password for tests only";

    private static readonly PasswordHasher<StaffMember> Hasher = new();
    private static int _last;

    private readonly LendingApp _app;
    private readonly string _secret;

    private Colleague(LendingApp app, StaffMember member, string secret, ApiClient api) => (_app, Member, _secret, Api) = (app, member, secret, api);

    public StaffMember Member { get; }

    public ApiClient Api { get; private set; }

    public static async Task<Colleague> HireAsync(LendingApp app, StaffRole role, string brand = "saffron")
    {
        var number = Interlocked.Increment(ref _last);
        var id = $"{brand}-test-{number}-{Guid.CreateVersion7():N}"[..36];
        var member = new StaffMember(
            brand, id, $"{id}@{brand}.test", $"Tester {number}", role, "", HasTotp: true, ImmutableSortedDictionary<Permission, Level>.Empty, Active: true);
        var secret = Totp.Encode(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20));
        Assert.True(await app.Get<Lending.Data.Staff>().AddAsync(member with { PasswordHash = Hasher.HashPassword(member, Password) }, secret, default));
        return new Colleague(app, member, secret, app.Stranger);
    }

    public static async Task<Colleague> AtWorkAsync(LendingApp app, StaffRole role, string brand = "saffron")
    {
        var colleague = await HireAsync(app, role, brand);
        colleague.Api = app.Stranger.With((await colleague.SignInAsync()).Ok().Text("accessToken")!);
        return colleague;
    }

    public Task<Answer> SignInAsync(string password = Password) =>
        _app.Stranger.PostAsync("/api/v1/staff/sign-in", new { brand = Member.Brand, email = Member.Email, password }, "");

    /// <summary>The code of now, or of another step of thirty seconds.</summary>
    public string Code(int stepsLater = 0) => Totp.CodeOf(_secret, Totp.StepOf(TimeProvider.System.GetUtcNow()) + stepsLater);

    public Task<Answer> DoAsync(string loanId, string what, object? body = null) => Api.PostAsync($"/api/v1/staff/loans/{loanId}/{what}", body);
}
