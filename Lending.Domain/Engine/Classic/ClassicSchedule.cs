namespace Lending.Domain.Engine;

/// <summary>The schedule of a cumulative loan (rules CLASSIC-DECL and CLASSIC-FLAT).</summary>
internal static class ClassicSchedule
{
    /// <summary>Rows for the tranches paid out; a later tranche is spread over the instalments from the one it falls in.</summary>
    public static List<Installment> Of(CreditTerms terms, (DateOnly From, DateOnly Due)[] periods, IReadOnlyList<(DateOnly Date, decimal Amount)> tranches)
    {
        var rows = new List<Installment>(periods.Length + tranches.Count);
        foreach (var (from, due) in periods) rows.Add(new Installment { From = from, Due = due });
        return WithDownPayments(terms, Plain(terms, rows, tranches), tranches);
    }

    public static List<Installment> WithDownPayments(CreditTerms terms, List<Installment> rows, IReadOnlyList<(DateOnly Date, decimal Amount)> tranches)
    {
        if (terms.DownPayment is not null)
            foreach (var (date, amount) in tranches) DownPayments.AddRow(terms, rows, date, DownPayments.AmountOf(terms, amount));
        for (var i = 0; i < rows.Count; i++) rows[i].Number = i + 1;
        return rows;
    }

    private static List<Installment> Plain(CreditTerms terms, List<Installment> rows, IReadOnlyList<(DateOnly Date, decimal Amount)> tranches)
    {
        var lent = tranches.Select(t => (t.Date, Amount: t.Amount - DownPayments.AmountOf(terms, t.Amount))).ToList();
        if (terms.InterestBase is InterestBase.Flat) Flat(terms, rows, tranches.Sum(t => t.Amount), lent.Sum(t => t.Amount));
        else Declining(terms, rows, lent);
        return rows;
    }

    private static void Declining(CreditTerms terms, List<Installment> rows, List<(DateOnly Date, decimal Amount)> lent)
    {
        var (balance, level, next) = (0m, 0m, 0);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var interest = 0m;
            var from = row.From;
            var added = false;
            while (next < lent.Count && (lent[next].Date <= row.Due || i == rows.Count - 1))
            {
                var (date, amount) = lent[next++];
                if (date > from && date <= row.Due && balance > 0) interest += Earned(terms, balance, row, from, date);
                if (date > from && date <= row.Due) from = date;
                balance += amount;
                added = true;
            }

            if (added) level = LevelOf(terms, balance, rows.Count - Math.Max(i, terms.GracePrincipal), (row.From, row.Due));
            interest = terms.Money(interest + Earned(terms, balance, row, from, row.Due));
            row.Interest.Charged = interest;
            row.Principal.Charged = PrincipalOf(terms, rows, i, balance, level, interest);
            balance -= row.Principal.Charged;
        }
    }

    private static decimal PrincipalOf(CreditTerms terms, List<Installment> rows, int i, decimal balance, decimal level, decimal interest)
    {
        if (i == rows.Count - 1) return balance;
        if (i < terms.GracePrincipal) return 0;
        var principal = terms.Amortization is Amortization.EqualPrincipalPayments ? level : Precise.NotNegative(level - interest);
        return Math.Min(principal, balance);
    }

    private static decimal Earned(CreditTerms terms, decimal balance, Installment row, DateOnly from, DateOnly to)
    {
        if (terms.AnnualRatePct == 0 || balance == 0) return 0;
        var wholePeriod = from == row.From && to == row.Due;
        if (terms.InterestPeriods is InterestPeriods.SameAsRepaymentPeriod && (wholePeriod || !terms.PartialPeriodInterest))
            return to == row.Due ? Precise.Times(balance, ClassicRates.OfPeriod(terms)) : 0;
        return Precise.Times(balance, ClassicRates.OfDays(terms, from, to));
    }

    /// <summary>What every instalment pays: in all, or of principal where that is equal.</summary>
    public static decimal LevelOf(CreditTerms terms, decimal balance, int n, (DateOnly From, DateOnly Due) period)
    {
        if (terms.Amortization is Amortization.EqualPrincipalPayments) return terms.Money(Precise.Over(balance, n));
        var rate = ClassicRates.OfLevel(terms, period.From, period.Due);
        var (product, f, one) = (1m, 1m, 1m);
        for (var i = 0; i < n; i++)
        {
            product = Precise.Times(product, 1 + rate);
            if (i > 0) f = Precise.Round(one + Precise.Times(f, 1 + rate));
            if (product > 100_000_000m) (product, f, one) = (product / 100_000_000m, f / 100_000_000m, one / 100_000_000m);
        }

        return Precise.Multiple(terms.Money(Precise.Over(Precise.Times(product, balance), f)), terms.InstallmentMultipleOf);
    }

    // With a down payment the interest base stays the whole amount.
    private static void Flat(CreditTerms terms, List<Installment> rows, decimal whole, decimal toRepay)
    {
        var n = rows.Count;
        var rate = ClassicRates.OfPeriod(terms);
        var total = terms.Money(Precise.Times(whole, Precise.Times(rate, n)));
        var each = terms.Money(Precise.Times(whole, rate));
        var principal = terms.Money(Precise.Over(toRepay, n - terms.GracePrincipal));
        if (terms.InstallmentMultipleOf > 0) principal = Precise.Multiple(principal + each, terms.InstallmentMultipleOf) - each;
        var interestLeft = total;
        for (var i = 0; i < n; i++)
        {
            // Interest of less than a cent rounds up to one; the cents end with the total, so the last instalment never bears less than none.
            var last = i == n - 1;
            rows[i].Interest.Charged = last ? interestLeft : Math.Min(each, interestLeft);
            interestLeft -= rows[i].Interest.Charged;
            rows[i].Principal.Charged = last ? toRepay : i < terms.GracePrincipal ? 0 : Math.Min(principal, toRepay);
            toRepay -= rows[i].Principal.Charged;
        }
    }
}
