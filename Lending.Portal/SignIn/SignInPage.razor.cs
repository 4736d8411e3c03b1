using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.SignIn;

/// <summary>The one page for people who are not signed in. Rendered on the server, as a cookie cannot be set from an open circuit.</summary>
public sealed partial class SignInPage(SignInDesk desk, NavigationManager navigation)
{
    private string? _problem;
    private string? _emailError;
    private string? _passwordError;

    [CascadingParameter] private HttpContext? Http { get; set; }
    [SupplyParameterFromForm] private SignInInput Input { get; set; } = default!;

    /// <summary>Where the person wanted to go.</summary>
    [SupplyParameterFromQuery] private string? To { get; set; }

    protected override void OnInitialized() => Input ??= new();

    private async Task SubmitAsync()
    {
        _emailError = string.IsNullOrWhiteSpace(Input.Email) ? "Enter your e-mail address." : null;
        _passwordError = string.IsNullOrEmpty(Input.Password) ? "Enter your password." : null;
        if (_emailError is not null || _passwordError is not null || Http is null) return;

        var answer = await desk.TryAsync(Input.Email!, Input.Password!, Http.Connection.RemoteIpAddress?.ToString(), Http.Request.Headers.UserAgent.ToString(), Http.RequestAborted);
        switch (answer)
        {
            case SignInAnswer.In { Person: var person }:
                await Http.SignInAsync(SessionCookie.Scheme, person.ToPrincipal(SessionCookie.Scheme), new AuthenticationProperties { IsPersistent = false });
                navigation.NavigateTo(IsOurs(To) ? To! : StaffNavigation.LandingOf(person), forceLoad: true);
                break;
            case SignInAnswer.Wrong wrong:
                _problem = $"E-mail address and password do not match. {wrong.TriesLeft} {(wrong.TriesLeft == 1 ? "try" : "tries")} left.";
                break;
            default:
                _problem = $"Too many wrong tries. Try again in {SignInAttempts.Lock.Minutes} minutes.";
                break;
        }

        Input.Password = null;
    }

    /// <summary>A path of this portal: never another site, which "//" and "/\" would be.</summary>
    private static bool IsOurs(string? to) =>
        to is { Length: > 1 } && to[0] == '/' && to[1] is not ('/' or '\\') && !to.StartsWith("/sign-", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What the sign-in form holds.</summary>
public sealed class SignInInput
{
    public string? Email { get; set; }
    public string? Password { get; set; }
}
