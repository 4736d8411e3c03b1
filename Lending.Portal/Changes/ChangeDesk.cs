using Lending.Data;
using Lending.Domain;
using Lending.Grains;
using Lending.Portal.SignIn;

namespace Lending.Portal.Changes;

/// <summary>Asks a loan what a change would do to it now, for the signed-in person.</summary>
public sealed class ChangeDesk(IGrainFactory grains, Charts charts, StaffSession session)
{
    public async Task<ChangeEffect> EffectAsync(string loanId, LoanChange change, CancellationToken cancellationToken)
    {
        var person = await session.PersonAsync();
        var loan = grains.GetGrain<ILoanGrain>(GrainKeys.Of(person.Brand, loanId));
        var preview = await loan.PreviewAsync(change, StaffSession.ContextOf(person, "preview"), cancellationToken);
        if (preview.IsRefused) return new(change, preview);
        var chart = await charts.GetAsync(person.Brand, cancellationToken);
        return new(change, preview.Value with { Postings = [.. preview.Value.Postings.Select(chart.Named)] });
    }
}
