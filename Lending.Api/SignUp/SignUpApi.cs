using Lending.Api.Requests;

namespace Lending.Api.SignUp;

/// <summary>How a borrower gets in: a code to the phone or mailbox, then tokens. Open to anyone, so nothing here says whether a contact is known.</summary>
public static class SignUpApi
{
    public static IServiceCollection AddSignUp(this IServiceCollection services) => services
        .AddSingleton<OtpSettings>().AddSingleton<OtpChallenges>().AddSingleton<OtpVelocity>().AddSingleton<OtpMessages>()
        .AddSingleton<AccessTokens>().AddSingleton<RefreshTokens>().AddSingleton<Registration>();

    public static void MapSignUpApi(this IEndpointRouteBuilder api)
    {
        var signUp = api.MapGroup("").WithTags("Sign-up").AllowAnonymous();
        var changes = signUp.MapChanges();

        AskForOtpEndpoint.Map(changes);
        VerifyOtpEndpoint.Map(changes);
        RefreshTokenEndpoint.Map(signUp);
        SignOutEndpoint.Map(signUp);
    }
}
