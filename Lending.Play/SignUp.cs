namespace Lending.Flows;

/// <summary>The way in: a code to the phone, then tokens.</summary>
public static class SignUp
{
    /// <summary>Signs a person up through a Brand, or in again.</summary>
    public static async Task<Borrower> RunAsync(
        HttpClient api, HttpClient sandbox, string brand, Person person, CancellationToken cancellationToken = default)
    {
        var stranger = new ApiClient(api);
        var phone = new Phone(sandbox, person.Mobile);
        var asked = (await AskAsync(stranger, brand, new { mobile = person.Mobile, whatsAppOptIn = true }, null, cancellationToken)).Ok();
        var code = await phone.CodeAsync("code", cancellationToken);
        var answer = (await stranger.PostAsync(
            "/api/v1/otp/verify", new { challengeId = asked.Text("challengeId"), code }, cancellationToken: cancellationToken)).Ok();
        return new Borrower(
            stranger.With(answer.Text("accessToken")!), person, phone, sandbox, brand, answer.Text("customerId")!, answer.Text("refreshToken")!);
    }

    /// <summary>Signs somebody up through their mailbox; the lender learns of their phone only at the Aadhaar step.</summary>
    public static async Task<Borrower> RunByEmailAsync(
        HttpClient api, HttpClient sandbox, string brand, Person person, string email, CancellationToken cancellationToken = default)
    {
        var stranger = new ApiClient(api);
        var asked = (await AskAsync(stranger, brand, new { email }, null, cancellationToken)).Ok();
        var code = await new Phone(sandbox, email).CodeAsync("code", cancellationToken);
        var answer = (await stranger.PostAsync(
            "/api/v1/otp/verify", new { challengeId = asked.Text("challengeId"), code }, cancellationToken: cancellationToken)).Ok();
        return new Borrower(
            stranger.With(answer.Text("accessToken")!), person, new Phone(sandbox, person.Mobile), sandbox, brand, answer.Text("customerId")!,
            answer.Text("refreshToken")!, namesPhoneForAadhaar: true);
    }

    public static Task<Answer> AskAsync(ApiClient api, string brand, object body, string? key, CancellationToken cancellationToken) => api.SendAsync(
        HttpMethod.Post, "/api/v1/otp", System.Net.Http.Json.JsonContent.Create(body, body.GetType()), key, cancellationToken, ("X-Brand", brand));
}
