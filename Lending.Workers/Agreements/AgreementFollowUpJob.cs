using Lending.Data;
using Lending.Domain;
using Lending.Grains;
using Lending.Providers.ESign;
using Lending.Workers.FollowUp;
using Quartz;

namespace Lending.Workers.Agreements;

/// <summary>Asks the e-sign provider about agreements that are out for signature, so that a lost webhook delays a loan by minutes and not until its link expires.</summary>
[DisallowConcurrentExecution]
public sealed class AgreementFollowUpJob(
    Brands brands, AgreementsOutQuery agreements, IGrainFactory grains, ESignProvider provider, FollowUpRound round, TimeProvider clock,
    ILogger<AgreementFollowUpJob> logger) : BrandJob(brands, logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // After a link's last day nobody signs; a week more catches news that was held up.
    private static readonly TimeSpan Afterwards = TimeSpan.FromDays(7);
    private const int PageSize = 200;

    protected override async Task RunAsync(Brand brand, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var sentOut = new SentOut(now - Afterwards - TimeSpan.FromDays(brand.Settings.ESignLinkDays), now - Patience);
        string? last = null;
        while (await agreements.RunAsync(brand.Code, sentOut, last, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var loanId in page) await round.TryAsync(brand.Code, loanId, "signature", () => LookAsync(brand.Code, loanId, cancellationToken));
            last = page[^1];
        }
    }

    private async Task LookAsync(string brand, string loanId, CancellationToken cancellationToken)
    {
        var loan = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(brand, loanId)).GetAsync(cancellationToken);
        if (loan.Value is not { Agreement: AgreementState.Issued, IssuedAgreement: { } issued }) return;
        if (await provider.FindAsync(issued.ESignReference, cancellationToken) is { } signature)
            await grains.TakeSignatureAsync(brand, loanId, signature, cancellationToken);
    }
}
