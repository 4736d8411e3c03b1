namespace Lending.Domain.Engine;

/// <summary>Due dates that were moved: the instalments after a moved one are counted from its new date.</summary>
internal static class DueDateChanges
{
    public static (DateOnly From, DateOnly Due)[] Apply(LoanAccount account, (DateOnly From, DateOnly Due)[] periods)
    {
        foreach (var change in account.Changes.OfType<DueDateMoved>())
        {
            var index = Array.FindIndex(periods, p => p.Due == change.From);
            if (index < 0) continue;
            periods[index].Due = change.To;
            for (var i = index + 1; i < periods.Length; i++)
                periods[i] = (periods[i - 1].Due, DueDates.Of(account.Terms, change.To, i - index));
        }

        return periods;
    }
}
