namespace Lending.Domain;

/// <summary>What the tenure of a loan means: days, months or a number of instalments (RF-018, GAP-09).</summary>
public static class Tenures
{
    private const int WeeksInMonth = 4;

    /// <summary>How many instalments a tenure of an instalment product has; four weeks or two halves to a month.</summary>
    public static int InstalmentsOf(LoanProduct product, int tenure)
    {
        if (product.Plan is RepaymentPlan.Payday or RepaymentPlan.CreditLine) return 1;
        var terms = product.Instalments ?? InstalmentTerms.Monthly;
        if (terms.TenureUnit is TenureUnit.Instalments) return tenure;
        return terms.Unit switch
        {
            RepayUnit.Weeks => tenure * WeeksInMonth / terms.Every,
            RepayUnit.SemiMonths => tenure * 2,
            _ => tenure / terms.Every,
        };
    }

    /// <summary>The word for one and for many, as "month" and "months".</summary>
    public static (string One, string Many) UnitOf(LoanProduct product) => product switch
    {
        { Plan: RepaymentPlan.Payday } => ("day", "days"),
        { Instalments.TenureUnit: TenureUnit.Instalments } => ("instalment", "instalments"),
        _ => ("month", "months"),
    };

    public static string Text(LoanProduct product, int tenure) =>
        $"{tenure.ToString(System.Globalization.CultureInfo.InvariantCulture)} {(tenure == 1 ? UnitOf(product).One : UnitOf(product).Many)}";
}
