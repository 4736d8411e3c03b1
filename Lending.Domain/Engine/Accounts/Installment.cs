namespace Lending.Domain.Engine;

/// <summary>One row of the schedule: what is charged, paid, waived and written off of each kind of debt.</summary>
internal sealed class Installment
{
    public int Number { get; set; }

    public DateOnly From { get; set; }

    public DateOnly Due { get; set; }

    public bool IsDownPayment { get; init; }

    /// <summary>Made for what falls due after the last instalment.</summary>
    public bool IsAdditional { get; set; }

    public bool IsReAged { get; set; }

    public Debt Principal { get; } = new();

    public Debt Interest { get; } = new();

    public Debt Fees { get; } = new();

    public Debt Penalties { get; } = new();

    public decimal PaidInAdvance { get; set; }

    public decimal PaidLate { get; set; }

    /// <summary>Nothing is open; MetOn is the day it came to that.</summary>
    public bool Met { get; set; }

    public DateOnly? MetOn { get; set; }

    /// <summary>Fees that come with every instalment, apart from charges with a due date.</summary>
    public decimal InstallmentFees { get; set; }

    public decimal Charged => Sum(Principal.Charged, Interest.Charged, Fees.Charged, Penalties.Charged);

    public decimal Outstanding => Sum(Principal.Open, Interest.Open, Fees.Open, Penalties.Open);

    public decimal Paid => Sum(Principal.Paid, Interest.Paid, Fees.Paid, Penalties.Paid);

    public decimal Waived => Sum(Principal.Waived, Interest.Waived, Fees.Waived, Penalties.Waived);

    // Most debts are nothing, and comparing is much cheaper than adding.
    private static decimal Sum(decimal principal, decimal interest, decimal fees, decimal penalties)
    {
        var sum = interest == 0 ? principal : principal + interest;
        if (fees != 0) sum += fees;
        return penalties == 0 ? sum : sum + penalties;
    }

    public Debt Of(DebtKind kind) => kind switch
    {
        DebtKind.Principal => Principal,
        DebtKind.Interest => Interest,
        DebtKind.Fee => Fees,
        DebtKind.Penalty => Penalties,
    };

    /// <summary>Pays as much of a debt as is open; answers how much.</summary>
    public decimal Pay(DebtKind kind, DateOnly on, decimal amount)
    {
        var portion = Math.Min(Math.Max(Of(kind).Open, 0), amount);
        if (portion == 0) return 0;
        Of(kind).Paid += portion;
        if (on < Due) PaidInAdvance += portion;
        else if (on > Due) PaidLate += portion;
        return portion;
    }

    /// <summary>Takes back as much of a payment as was made; answers how much.</summary>
    public decimal Unpay(DebtKind kind, DateOnly on, decimal amount)
    {
        var portion = Math.Min(Of(kind).Paid, amount);
        Of(kind).Paid -= portion;
        if (on < Due) PaidInAdvance = Precise.NotNegative(PaidInAdvance - portion);
        else if (on > Due) PaidLate = Precise.NotNegative(PaidLate - portion);
        return portion;
    }

    public void CheckMet(DateOnly on)
    {
        if (Outstanding == 0 == Met) return;
        Met = !Met;
        MetOn = Met ? on : null;
    }

    /// <summary>After a payment the day counts again, even where nothing was open before.</summary>
    public void CheckMetByPayment(DateOnly on)
    {
        Met = Outstanding == 0;
        MetOn = Met ? on : null;
    }
}
