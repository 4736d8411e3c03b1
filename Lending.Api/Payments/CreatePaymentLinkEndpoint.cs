using Lending.Api.Loans;
using Lending.Api.Onboarding;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Lending.Providers.Calls;
using Lending.Providers.PaymentLinks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Payments;

public static class CreatePaymentLinkEndpoint
{
    private const int DaysOpen = 3;

    public sealed record Request(MoneyDto Amount);

    public sealed record Answer(string LinkId, string LoanId, string Url, MoneyAnswer Amount, DateTimeOffset ExpiresAt, string State);

    public static void Map(RouteGroupBuilder changes) => changes.MapPost("/payment-links", HandleAsync).WithName("CreatePaymentLink").WithTags("Payments")
        .WithSummary("Open a page where one amount can be paid; at most what closes the loan today");

    private static async Task<Results<Created<Answer>, ProblemHttpResult>> HandleAsync(
        Request request, OwnedLoan owned, HttpContext http, BorrowerCommands commands, Journal journal, LoanViews views, OnboardingCustomer customers,
        FieldCipher cipher, PaymentLinkProvider links, TimeProvider clock, CancellationToken cancellationToken)
    {
        var amount = request.Amount.In(owned.Loan.Currency);
        if (amount.IsRefused) return Problems.From(amount.Refusal);
        var linkId = LoanReference.Of(
            owned.Caller.Brand, owned.LoanId, $"link-{IdempotencyKey.ReferenceOf(http, $"{owned.Caller.Brand}/{owned.LoanId}", "payment-link")}");
        if (await journal.FindCommandAsync(owned.Caller.Brand, owned.Caller.Command().CommandId, cancellationToken) is not null
            && await links.FindAsync(linkId, cancellationToken) is { } known) return CreatedOf(owned, known);

        var (brand, figures, _) = await views.FiguresAsync(owned.Caller.Brand, owned.Loan, cancellationToken);
        if (owned.Loan.Account is not (AccountState.Active or AccountState.WrittenOff))
            return Problems.From(new NotInThisState("Paying", LoanViews.NameOf(figures.Status)));
        if (owned.Loan.Hold is { } hold && hold.Covers(brand.BusinessDate)) return Problems.From(new LoanOnHold(hold.Kind));
        var most = owned.Loan.Account is AccountState.WrittenOff ? LoanFigures.LossLeftOf(owned.Loan) : figures.Payoff;
        if (amount.Value > most) return Problems.From(new PaymentTooLarge(most));
        var customer = await customers.WithProfileAsync(owned.Caller, cancellationToken);
        if (customer.IsRefused) return Problems.From(customer.Refusal);

        // Whole days, so that a retry asks for the very same link.
        var expires = new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date.AddDays(DaysOpen + 1), TimeSpan.Zero);
        var made = await links.CreateAsync(
            new PaymentLinkRequest(
                linkId, amount.Value.Minor, amount.Value.Currency.Code, $"Loan {owned.LoanId}",
                cipher.Open(brand.Code, Field.Name, customer.Value.Profile!.FullName),
                customer.Value.Mobile is { } mobile ? cipher.Open(brand.Code, Field.Mobile, mobile) : null, expires),
            cancellationToken);
        var link = made.Value ?? (made.Refusal!.Code == ProviderRefusal.ReferenceReused ? await links.FindAsync(linkId, cancellationToken) : null);
        if (link is null) return Problems.From(new ProviderRefused(made.Refusal!.Code, "amount"));

        var recorded = await commands.RunAsync(
            owned, new RecordPaymentLink(linkId, amount.Value, link.Url.ToString(), brand.BusinessDate.AddDays(DaysOpen)), cancellationToken);
        return recorded.IsRefused ? Problems.From(recorded.Refusal) : CreatedOf(owned, link);
    }

    private static Created<Answer> CreatedOf(OwnedLoan owned, PaymentLink link) => TypedResults.Created(
        link.Url, new Answer(
            link.ClientReference, owned.LoanId, link.Url.ToString(), MoneyAnswer.Of(new Money(link.AmountMinor, Currency.Of(link.Currency))),
            link.ExpiresAt, LoanViews.NameOf(link.State)));
}
