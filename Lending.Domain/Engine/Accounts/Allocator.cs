namespace Lending.Domain.Engine;

/// <summary>One pass over a progressive loan's history: the schedule as it stands after each movement.</summary>
internal sealed class Allocator(LoanAccount account)
{
    public LoanAccount Account => account;

    public CreditTerms Terms => account.Terms;

    public InterestPlan Plan { get; private set; } = null!; // Set by Begin or Resume before anything is processed.

    public List<Installment> Rows => account.Rows;

    public List<Entry> Processed { get; } = [];

    public decimal Overpaid
    {
        get => account.Overpaid;
        set => account.Overpaid = value;
    }

    /// <summary>The movement at hand is large enough to close the loan.</summary>
    public bool IsPayoff { get; private set; }

    public HashSet<Installment> Skipped { get; } = [];

    public bool FollowsBalance => account.FollowsBalance;

    public decimal InterestRefunded { get; set; }

    /// <summary>Starts from nothing: the due dates, and a plan without money.</summary>
    public void Begin(DateOnly seed)
    {
        (account.IsChargedOff, account.IsWrittenOff, account.IsTerminated) = (false, false, false);
        Overpaid = 0;
        foreach (var charge in account.Charges) charge.Paid = 0;
        var start = account.Terms.Start is ScheduleStart.SubmittedOnDate && account.SubmittedOn < seed ? account.SubmittedOn : seed;
        var periods = account.AgreedDates ?? DueDates.All(account.Terms, start);
        Plan = account.Plan = InterestPlan.Of(
            account.Terms, periods, account.AgreedDates is null ? DateCounting.OnGrid : DateCounting.Agreed, account.Work);
        account.Rows = [.. periods.Select((p, i) => new Installment { Number = i + 1, From = p.From, Due = p.Due, Met = true, MetOn = seed })];
    }

    /// <summary>Goes on where the last event left the loan.</summary>
    public void Resume()
    {
        Plan = account.Plan!;
        Processed.AddRange(account.Live.Where(static e => !e.IsAccounting));
    }

    public void Process(Entry entry)
    {
        IsPayoff = entry.IsPayment && account.Recalculates && Payoffs.IsReachedBy(this, entry);
        CatchUp(entry.Date);
        Movements.Process(this, entry);
        Processed.Add(entry);
    }

    public void CatchUp(DateOnly date)
    {
        if (!FollowsBalance || Terms.Recalculation is { NoneOnPastDue: true }) return;
        if (OverdueInterest.CatchUp(Plan, date, IsPayoff)) RowSync.ByStart(this);
    }

    public void Charge(AccountCharge charge)
    {
        ChargeRows.Add(this, charge);
        if (Overpaid > 0) Overpayments.UseForCharges(this);
    }

    public void Finish()
    {
        IsPayoff = false;
        CatchUp(account.AsOf);
        Close();
    }

    /// <summary>Drops an extra row that nothing is due in, and opens again what is not settled.</summary>
    public void Close()
    {
        if (Rows.Count > 0 && Rows[^1] is { IsAdditional: true, Charged: 0 }) Rows.RemoveAt(Rows.Count - 1);
        foreach (var row in Rows)
            if (row.Outstanding > 0) (row.Met, row.MetOn) = (false, null);
        Renumber();
    }

    public void Renumber()
    {
        for (var i = 0; i < Rows.Count; i++) Rows[i].Number = i + 1;
    }
}
