namespace Lending.Domain.Engine;

/// <summary>The open debt is spread over new instalments from a date on.</summary>
internal static class ReAges
{
    public static void Process(Allocator run, Entry entry)
    {
        entry.Reset();
        entry.Amount = 0;
        if (entry.Source is not ReAged terms) return;
        if (run.Terms.Recalculation is not null && run.Terms.AnnualRatePct > 0)
        {
            if (terms.Interest is ReAgeInterest.Default) ReAgePlan.WithInterest(run, entry, terms);
            else ReAgePlan.InEqualParts(run, entry, terms);
        }
        else ReAgeRows.Spread(run, entry, terms);
        if (entry.Amount == 0) entry.FallAway();
        run.Renumber();
    }
}
