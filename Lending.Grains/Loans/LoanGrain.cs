using System.Collections.Immutable;
using Lending.Data;
using Lending.Domain;
using Microsoft.Extensions.Logging;

namespace Lending.Grains;

/// <summary>
/// Holds one loan in memory and is its only writer in this process. Another process may hold the same loan: the journal refuses an append
/// that does not continue it, and this grain then loads the loan anew and decides again.
/// </summary>
public sealed partial class LoanGrain(
    Journal journal, Brands brands, Products products, Charts charts, RejectionsQuery rejections, OpenLoansQuery openLoans,
    CustomerRecordQuery records, TimeProvider clock, ILogger<LoanGrain> logger) : Grain, ILoanGrain
{
    // A loan contended by several processes settles in one or two rounds; beyond this many something is wrong and the caller should know.
    private const int RoundsMax = 16;

    private Loan _loan = Loan.None;

    private (string Brand, string Id) Key => GrainKeys.Parse(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<Outcome<Loan>> ExecuteAsync(LoanRequest request, CancellationToken cancellationToken)
    {
        var (brand, id) = Key;
        var context = request.Context;
        if (context.Brand != brand) return new LoanNotFound();
        var hash = CommandHash.Of(request.Command);

        for (var round = 1; round <= RoundsMax; round++)
        {
            var now = await CircumstancesAsync(request, cancellationToken);
            var decision = LoanDecider.Decide(_loan, request.Command, now);

            if (decision.Refusal is not null || decision.Events.IsEmpty)
            {
                // A retry is answered as the first try was, even when the loan has moved on since.
                if (await journal.FindCommandAsync(brand, context.CommandId, cancellationToken) is { } known)
                    return await AnswerAgainAsync(known, hash, cancellationToken);

                // The decision stands only if it was made on the loan as the journal has it.
                if (await CatchUpAsync(cancellationToken)) continue;
                return decision.Refusal is { } refusal ? refusal : _loan;
            }

            var (after, facts) = Book(_loan, decision.Events);
            var result = await AppendAsync(new LoanAppend(
                context, hash, id, _loan.Version, facts, decision.Outbox, now.Today(_loan), now.Now, _loan, after, now.Product));
            switch (result)
            {
                case AppendResult.Appended:
                    return _loan = after;
                case AppendResult.Repeated repeated:
                    return await journal.LoanAtAsync(brand, repeated.Id, repeated.Version, cancellationToken);
                case AppendResult.IdReused:
                    return new CommandIdReused();
                case AppendResult.Conflicted conflict:
                    LogConflict(id, _loan.Version, conflict.ActualVersion, round);
                    await LoadAsync(cancellationToken);
                    break;
            }
        }

        throw new TimeoutException($"Loan {id} was changed by others {RoundsMax} times in a row; nothing was stored.");
    }

    public async Task<Outcome<Loan>> GetAsync(CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        return _loan.Version == 0 ? new LoanNotFound() : _loan;
    }

    public async Task<Outcome<ChangePreview>> PreviewAsync(LoanChange change, CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Brand != Key.Brand) return new LoanNotFound();
        await CatchUpAsync(cancellationToken);
        return ChangePreviews.Of(_loan, change, await CircumstancesAsync(new LoanRequest(new ProposeChange("preview", change, ""), context), cancellationToken));
    }

    /// <summary>Applies the events one by one, each with the postings it carries on the loan before it.</summary>
    public static (Loan After, ImmutableArray<BookedFact> Facts) Book(Loan loan, ImmutableArray<LoanEvent> events)
    {
        var facts = ImmutableArray.CreateBuilder<BookedFact>(events.Length);
        foreach (var @event in events)
        {
            facts.Add(new BookedFact(@event, LoanPostings.Of(loan, @event)));
            loan = LoanEvolution.Evolve(loan, @event);
        }
        return (loan, facts.MoveToImmutable());
    }

    private async Task<AppendResult> AppendAsync(LoanAppend append)
    {
        try
        {
            // Not cancellable: a caller that gave up must not leave the write half known.
            return await journal.AppendAsync(append);
        }
        catch
        {
            DeactivateOnIdle(); // The journal may now hold more than memory; the next call loads it.
            throw;
        }
    }

    private async Task<Outcome<Loan>> AnswerAgainAsync(KnownCommand known, string hash, CancellationToken cancellationToken) =>
        known.PayloadHash == hash
            ? await journal.LoanAtAsync(Key.Brand, known.Id, known.Version, cancellationToken)
            : new CommandIdReused();

    private async Task<Circumstances> CircumstancesAsync(LoanRequest request, CancellationToken cancellationToken)
    {
        var (brandCode, id) = Key;
        var brand = await brands.GetAsync(brandCode, cancellationToken);
        var product = request.Command is StartApplication start
            ? await products.FindAsync(brandCode, start.ProductCode, null, cancellationToken)
            : _loan.Version > 0 ? await products.OfLoanAsync(brandCode, _loan, cancellationToken) : null;
        var customer = request.Command switch
        {
            StartApplication c => await ApplicantAsync(c.CustomerId, brand, c.ProductCode, c.Refinances, cancellationToken),
            SubmitApplication when _loan.Version > 0 => await ApplicantAsync(_loan.CustomerId, brand, _loan.ProductCode, _loan.Refinances, cancellationToken),
            ProposeDisbursement or ApproveDisbursement or RequestDraw or ApproveDraw when _loan.Version > 0 =>
                await StandingAsync(_loan.CustomerId, brand, cancellationToken),
            CheckReloan or AcceptReloan when _loan.Version > 0 => await RepaidAsync(brand, cancellationToken),
            _ => null,
        };
        return new Circumstances(request.Context, id, brand, clock.GetUtcNow(), product, customer)
        {
            Accounts = request.Command is ConfirmDisbursement or FailDisbursement or RecordSignature ? await charts.MappingAsync(brandCode, cancellationToken) : [],
            Refinanced = await RefinancedAsync(request.Command, brandCode, cancellationToken),
            Former = await OtherAsync((request.Command as StartApplication)?.ReloanOf, brandCode, cancellationToken),
            Offered = request.Command is CheckReloan or AcceptReloan && _loan.Version > 0
                ? await products.FindAsync(brandCode, _loan.ProductCode, null, cancellationToken)
                : null,
            History = LoanHistory.IsNeeded(_loan, request.Command, brand.BusinessDate)
                ? await journal.EventsAsync(brandCode, id, cancellationToken)
                : null,
        };
    }

    /// <summary>The loan that this one pays off, where the command decides on it.</summary>
    private async Task<RefinancedLoan?> RefinancedAsync(LoanCommand command, string brand, CancellationToken cancellationToken)
    {
        var id = command switch
        {
            StartApplication c => c.Refinances,
            ProposeDisbursement or ApproveDisbursement => _loan.Refinances,
            _ => null,
        };
        if (await OtherAsync(id, brand, cancellationToken) is not { } old) return null;
        var product = await products.OfLoanAsync(brand, old, cancellationToken);
        return product is null ? null : new RefinancedLoan(old, product);
    }

    /// <summary>Another loan that a command names; null where there is none, and for the loan itself.</summary>
    private async Task<Loan?> OtherAsync(string? id, string brand, CancellationToken cancellationToken)
    {
        if (id is null || id == Key.Id) return null;
        var other = await GrainFactory.GetGrain<ILoanGrain>(GrainKeys.Of(brand, id)).GetAsync(cancellationToken);
        return other.IsRefused ? null : other.Value;
    }

    private async Task<CustomerStanding?> StandingAsync(string customerId, Brand brand, CancellationToken cancellationToken)
    {
        var customer = await GrainFactory.GetGrain<ICustomerGrain>(GrainKeys.Of(brand.Code, customerId)).GetAsync(cancellationToken);
        return customer.IsRefused ? null : CustomerStandings.Of(customerId, customer.Value, brand.BusinessDate);
    }

    /// <summary>Somebody who applies, with when this Brand last rejected them and how many such loans they have.</summary>
    private async Task<CustomerStanding?> ApplicantAsync(string customerId, Brand brand, string productCode, string? refinances, CancellationToken cancellationToken) =>
        await StandingAsync(customerId, brand, cancellationToken) is { } standing
            ? standing with
            {
                RejectedOn = await rejections.LatestAsync(brand.Code, customerId, cancellationToken),
                CancelledFor = await rejections.CancelledForAsync(brand.Code, customerId, cancellationToken),
                OpenLoans = await openLoans.CountAsync(brand.Code, customerId, productCode, refinances is null ? [Key.Id] : [Key.Id, refinances], cancellationToken),
            }
            : null;

    /// <summary>Somebody who repaid this loan and may be offered another.</summary>
    private async Task<CustomerStanding?> RepaidAsync(Brand brand, CancellationToken cancellationToken) =>
        await ApplicantAsync(_loan.CustomerId, brand, _loan.ProductCode, null, cancellationToken) is { } standing
            ? standing with { Record = await records.RunAsync(brand.Code, _loan.CustomerId, Key.Id, cancellationToken) }
            : null;

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (brand, id) = Key;
        _loan = (await journal.LoadLoanAsync(brand, id, cancellationToken))?.State ?? Loan.None;
    }

    /// <summary>Loads the loan when another process has moved it on; says whether it had.</summary>
    private async Task<bool> CatchUpAsync(CancellationToken cancellationToken)
    {
        var (brand, id) = Key;
        if (await journal.VersionAsync(brand, id, cancellationToken) == _loan.Version) return false;
        await LoadAsync(cancellationToken);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Loan {LoanId} stood at version {Expected}, the journal at {Actual}; deciding again, round {Round}")]
    private partial void LogConflict(string loanId, int expected, int actual, int round);
}
