using System.ComponentModel.DataAnnotations;
using Lending.Api.Consent;
using Lending.Api.Loans;
using Lending.Api.Onboarding;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Lending.Grains;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Reloans;

public static class AcceptReloanEndpoint
{
    /// <summary>Amount and tenure are as offered where they are left out. Consent is given anew for the new loan; KYC stands.</summary>
    public sealed record Request(GiveConsentEndpoint.Request Consent, MoneyDto? Amount = null, [Range(1, 1_000)] int? Tenure = null);

    public static void Map(RouteGroupBuilder reloan) => reloan.MapPost("/accept", HandleAsync).WithName("AcceptReloan")
        .WithSummary("Take the offer, or less of it: it becomes an application, to be submitted as any other");

    private static async Task<Results<Created<LoanAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, OwnedLoan owned, IGrainFactory grains, BorrowerCommands commands, OnboardingCustomer customers, Numbers numbers, Brands brands,
        LoanViews views, CancellationToken cancellationToken)
    {
        if (!request.Consent.DataSharing || !request.Consent.BureauEnquiry) return Problems.From(new ConsentIncomplete());
        Outcome<Money>? amount = request.Amount?.In(owned.Loan.Currency);
        if (amount is { IsRefused: true }) return Problems.From(amount.Refusal);

        var accepted = await AcceptAsync(request, amount?.Value, owned, commands, numbers, brands, cancellationToken);
        if (accepted.IsRefused) return Problems.From(accepted.Refusal);
        var former = accepted.Value;

        // Both can be repeated; should this request die here, the platform starts the application and the next try gives the consent.
        var caller = owned.Caller;
        var consent = new GiveConsent(request.Consent.TermsVersion, request.Consent.PrivacyVersion, DataSharing: true, BureauEnquiry: true) { ForReloanOf = owned.LoanId };
        var given = await customers.ExecuteAsync(caller, consent, $"{ReloanAccepting.StartIdOf(former)}:consent:{consent.TermsVersion}:{consent.PrivacyVersion}", cancellationToken);
        if (given.IsRefused) return Problems.From(given.Refusal);
        var id = former.Reloan!.Application!;
        var started = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(caller.Brand, id)).ExecuteAsync(
            new LoanRequest(ReloanAccepting.StartOf(former), caller.Command(ReloanAccepting.StartIdOf(former))), cancellationToken);
        return started.IsRefused
            ? Problems.From(started.Refusal)
            : TypedResults.Created($"/api/v1/loans/{id}", await views.AnswerAsync(caller.Brand, id, started.Value, cancellationToken));
    }

    /// <summary>The repaid loan once its offer is taken. One that was taken in these very terms is not taken again.</summary>
    private static async Task<Outcome<Loan>> AcceptAsync(
        Request request, Money? amount, OwnedLoan owned, BorrowerCommands commands, Numbers numbers, Brands brands, CancellationToken cancellationToken)
    {
        if (owned.Loan.Reloan is not { Offer: { } terms } offer) return new ReloanNotFound();
        bool IsTaken(Loan loan) => loan.Reloan is { Application: not null, State: ReloanState.Approved } taken && taken.Number == offer.Number
            && taken.Taken == (amount ?? terms.Amount) && taken.TakenTenure == (request.Tenure ?? terms.Tenure);
        if (IsTaken(owned.Loan)) return owned.Loan;

        var brand = await brands.GetAsync(owned.Caller.Brand, cancellationToken);
        var id = await numbers.NextAsync(owned.Caller.Brand, "LN", brand.BusinessDate, cancellationToken);
        var outcome = await commands.RunAsync(owned, new AcceptReloan(offer.Number, id, amount, request.Tenure), cancellationToken);

        // Of two tries at the same moment one takes the offer; the other finds it taken.
        if (outcome.Refusal is not (CommandIdReused or ReloanNotOpen)) return outcome;
        var now = await commands.LookAsync(owned, cancellationToken);
        return !now.IsRefused && IsTaken(now.Value) ? now : outcome;
    }
}
