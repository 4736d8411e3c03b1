namespace Lending.Domain.Engine;

/// <summary>The day end of one loan: interest of overdue principal is brought up to the business date.</summary>
internal static class DayEnds
{
    public static Refusal? Close(LoanAccount account)
    {
        if (!account.IsDisbursed) return null;
        if (account.Recalculates && (account.Terms.Family is ScheduleFamily.Progressive || ClassicReplay.Recalculates(account))) AccountEvents.Rebuild(account);
        account.ClosedThrough = account.BusinessDate;
        return null;
    }
}
