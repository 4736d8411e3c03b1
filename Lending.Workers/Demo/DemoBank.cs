using System.Net.Http.Json;
using Lending.Domain;
using Lending.Providers.Mandates;
using Lending.Workers.Autopay;

namespace Lending.Workers.Demo;

/// <summary>The bank of demo borrowers who pay automatically: what they press on the page of their mandate, and how their debits went. All of it at the real sandbox.</summary>
public sealed class DemoBank(string brand, MandateProvider provider, MandateNews news)
{
    private static readonly HttpClient Http = new();

    public Task ApproveAsync(Mandate mandate, CancellationToken cancellationToken) => PressAsync(mandate.Url!, "answer", new { approve = true }, cancellationToken);

    /// <summary>The account has money again, or none.</summary>
    public async Task FundAsync(Mandate mandate, bool full, CancellationToken cancellationToken)
    {
        if (await provider.FindAsync(mandate.Id, cancellationToken) is { } order)
            await PressAsync(order.Url.ToString(), "account", new { account = full ? "pays" : "no_funds" }, cancellationToken);
    }

    /// <summary>Takes over what the provider says of a mandate that waits and of a debit under way, as the follow-up would.</summary>
    public async Task TellAsync(string loanId, Mandate mandate, CancellationToken cancellationToken)
    {
        if (mandate.State is MandateState.Requested && await provider.FindAsync(mandate.Id, cancellationToken) is { } order)
            await news.TakeAsync(brand, loanId, order, cancellationToken);
        if (mandate.Presentation is { State: PresentationState.Presented } made && await provider.FindDebitAsync(made.Reference, cancellationToken) is { } debit)
            await news.TakeAsync(brand, loanId, debit, cancellationToken);
    }

    private static async Task PressAsync(string page, string button, object body, CancellationToken cancellationToken) =>
        (await Http.PostAsJsonAsync($"{page}/{button}", body, cancellationToken)).EnsureSuccessStatusCode();
}
