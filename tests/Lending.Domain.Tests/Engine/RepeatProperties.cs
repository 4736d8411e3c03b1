using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Engine;

/// <summary>The same again, for any product and any history.</summary>
public sealed class RepeatProperties
{
    private static readonly DateOnly Start = new(2025, 1, 31);

    [Cases]
    public void History_RunTwice_IsTheSame(int seed)
    {
        var terms = RandomLoans.Terms(new Random(seed));
        var events = RandomLoans.History(new Random(seed), terms, Start);

        var (first, second) = (LoanSimulation.Run(terms, Start, events).Value, LoanSimulation.Run(terms, Start, events).Value);

        for (var i = 0; i < first.Length; i++) Adding.CheckSame(first[i], second[i]);
    }

    [Cases]
    public void Schedule_OfAnyProduct_RepaysThePrincipalAndAddsUp(int seed)
    {
        var terms = RandomLoans.Terms(new Random(seed));

        var checkpoint = LoanSimulation.Run(terms, Start, [new BusinessDateSet(Start), new Disbursed(Start, terms.Principal)]).Value[1];

        Assert.Equal(terms.Principal, checkpoint.Totals.Principal);
        Assert.Equal(0, checkpoint.Schedule[^1].Balance);
        Adding.Check(checkpoint);
        foreach (var row in checkpoint.Schedule)
            if (row is not { Principal: >= 0, Interest: >= 0, Balance: >= 0 }) Assert.Fail($"{row}");
    }

    [Cases]
    public void Tranches_OfOneDay_AreOneLoan(int seed)
    {
        var terms = RandomLoans.Terms(new Random(seed)) with { DownPayment = null, Family = ScheduleFamily.Progressive };
        var part = decimal.Round(terms.Principal / 3, 2);

        var whole = LoanSimulation.Run(terms, Start, [new Disbursed(Start, terms.Principal)]).Value[^1];
        var parts = LoanSimulation.Run(terms, Start, [new Disbursed(Start, part), new Disbursed(Start, terms.Principal - part)]).Value[^1];

        Assert.Equal(whole.Schedule.Select(row => (row.DueDate, row.Principal, row.Interest)), parts.Schedule.Select(row => (row.DueDate, row.Principal, row.Interest)));
    }
}
