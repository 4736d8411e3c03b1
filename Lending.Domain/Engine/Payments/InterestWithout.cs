namespace Lending.Domain.Engine;

/// <summary>The interest to a day of the loan as it is, less that of the same loan lent without the refunded amounts.</summary>
internal static class InterestWithout
{
    public static decimal Refunds(Allocator run, Entry entry)
    {
        var before = DueUpTo(run.Plan, entry.Date);
        var after = DueUpTo(Lent(run, entry), entry.Date);
        return Precise.NotNegative(before - run.InterestRefunded - after);
    }

    private static decimal DueUpTo(InterestPlan plan, DateOnly date) => PlanOnDate.CutAt(plan, date).TotalInterest;

    // The same history with smaller tranches: refunds come off the first tranche they are not earlier than.
    private static InterestPlan Lent(Allocator run, Entry entry)
    {
        var account = new LoanAccount(run.Terms with { InterestRefund = false }, run.Account.SubmittedOn) { BusinessDate = run.Account.BusinessDate, AsOf = entry.Date, Work = run.Account.Work };
        var refunded = run.Processed.Where(e => e is { Reverted: false, Kind: TransactionKind.MerchantIssuedRefund or TransactionKind.PayoutRefund }
            && run.Account.Entries.Exists(r => r is { Kind: TransactionKind.InterestRefund, Reverted: false } && ReferenceEquals(r.Related, e))).Sum(e => e.Amount);
        foreach (var processed in run.Processed)
        {
            if (processed.Kind is TransactionKind.MerchantIssuedRefund or TransactionKind.PayoutRefund or TransactionKind.InterestRefund || processed.Reverted) continue;
            var amount = processed.Amount;
            if (processed.Kind is TransactionKind.Disbursement)
            {
                var cut = Math.Min(refunded, amount);
                (amount, refunded) = (amount - cut, refunded - cut);
                if (amount == 0) continue;
            }

            account.Enter(processed.Kind, processed.Date, amount, processed.Related, processed.Source);
        }

        account.Changes.AddRange(run.Account.Changes);
        Replay.Run(account);
        return account.Plan ?? InterestPlan.Of(run.Terms with { AnnualRatePct = 0 }, [.. run.Plan.Periods.Select(p => (p.From, p.Due))], DateCounting.Moved, run.Account.Work);
    }
}
