using System.Globalization;

namespace Lending.Flows;

/// <summary>A signed-in member of staff at work, over HTTP only, with the six digits from the Sandbox's authenticator.</summary>
public sealed class Desk(ApiClient api, HttpClient sandbox, string email)
{
    private string? _lastCode;

    public ApiClient Api { get; } = api;

    /// <summary>The part of the e-mail after the @ names the Brand, as with all demo staff.</summary>
    public static async Task<Desk> SignInAsync(
        HttpClient api, HttpClient sandbox, string email, string password, CancellationToken cancellationToken = default)
    {
        var stranger = new ApiClient(api);
        var brand = email.Split('@')[1].Split('.')[0];
        var answer = (await stranger.PostAsync("/api/v1/staff/sign-in", new { brand, email, password }, "", cancellationToken)).Ok();
        return new Desk(stranger.With(answer.Text("accessToken")!), sandbox, email);
    }

    /// <summary>State, figures, schedule, ledger and timeline.</summary>
    public async Task<Answer> FileAsync(string loanId, CancellationToken cancellationToken = default) =>
        (await Api.GetAsync($"/api/v1/staff/loans/{loanId}", cancellationToken)).Ok();

    public Task<Answer> RecommendAsync(string loanId, long amountMinor, CancellationToken cancellationToken = default) =>
        DoAsync(loanId, "credit-approval", new { amount = Inr(amountMinor), note = "Papers read, income covers the instalment." }, cancellationToken);

    public Task<Answer> SanctionAsync(string loanId, long amountMinor, CancellationToken cancellationToken = default) =>
        DoAsync(loanId, "sanction", new { amount = Inr(amountMinor), note = "Within policy." }, cancellationToken);

    public Task<Answer> ProposePayoutAsync(string loanId, string channel = "IMPS", CancellationToken cancellationToken = default) =>
        DoAsync(loanId, "disbursement/proposal", new { channel }, cancellationToken);

    public async Task<Answer> ApprovePayoutAsync(string loanId, long netMinor, CancellationToken cancellationToken = default) =>
        await DoAsync(loanId, "disbursement/approval", new { net = Inr(netMinor), code = await CodeAsync(cancellationToken) }, cancellationToken);

    /// <summary>Records money received by hand and returns the payment's id.</summary>
    public async Task<string> RecordPaymentAsync(
        string loanId, long amountMinor, string reference, DateOnly receivedOn, CancellationToken cancellationToken = default) =>
        (await Api.PostAsync($"/api/v1/staff/loans/{loanId}/payments", new
        {
            amount = Inr(amountMinor), channel = "CASH", reference, receivedOn, note = "Paid at the branch.",
        }, cancellationToken: cancellationToken)).Created().Text("paymentId")!;

    public async Task<Answer> ApprovePaymentAsync(string loanId, string paymentId, CancellationToken cancellationToken = default) =>
        await DoAsync(loanId, $"payments/{paymentId}/approval", new { code = await CodeAsync(cancellationToken) }, cancellationToken);

    public async Task<DateOnly> BusinessDateAsync(CancellationToken cancellationToken = default) => DateOnly.ParseExact(
        (await Api.GetAsync("/api/v1/staff/business-date", cancellationToken)).Ok().Text("businessDate")!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Has every day before this one closed and waits until it is the Brand's business date.</summary>
    public async Task MoveToAsync(DateOnly day, CancellationToken cancellationToken = default)
    {
        var through = day.AddDays(-1);
        (await Api.PostAsync("/api/v1/staff/day-ends", new { through }, cancellationToken: cancellationToken)).Expect(System.Net.HttpStatusCode.Accepted);
        var run = await Waiting.ForAsync(
            async () => (await Api.GetAsync("/api/v1/staff/day-ends?limit=10", cancellationToken)).Ok().At("runs")!.AsArray()
                .FirstOrDefault(run => (string?)run!["through"] == through.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                    && (string?)run["state"] is ("done" or "failed")),
            $"the days to {through:yyyy-MM-dd} to be closed", cancellationToken);
        if ((string?)run["state"] is "failed") throw new InvalidOperationException($"Day end through {through:yyyy-MM-dd} failed: {run.ToJsonString()}");
    }

    public async Task<Answer> TrialBalanceAsync(CancellationToken cancellationToken = default) =>
        (await Api.GetAsync("/api/v1/staff/trial-balance", cancellationToken)).Ok();

    /// <summary>A code this person has not used yet; waits for the next one when it has to.</summary>
    public async Task<string> CodeAsync(CancellationToken cancellationToken = default) => _lastCode = await Waiting.ForAsync(
        async () => (await new ApiClient(sandbox).GetAsync($"/api/totp?email={Uri.EscapeDataString(email)}", cancellationToken)).Ok().Text("code") is { } code
            && code != _lastCode ? code : null,
        $"a new code of {email}", cancellationToken);

    private async Task<Answer> DoAsync(string loanId, string what, object body, CancellationToken cancellationToken) =>
        (await Api.PostAsync($"/api/v1/staff/loans/{loanId}/{what}", body, cancellationToken: cancellationToken)).Ok();

    private static object Inr(long minor) => new { minor, currency = "INR" };
}
