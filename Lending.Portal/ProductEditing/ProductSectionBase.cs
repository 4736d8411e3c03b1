using System.Collections.Immutable;
using System.Globalization;
using Lending.Domain;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.ProductEditing;

/// <summary>One section of the editor: draws a product and answers with a changed one. Faults are those of the whole product.</summary>
public abstract class ProductSectionBase : ComponentBase
{
    [Parameter, EditorRequired] public LoanProduct Product { get; set; } = null!;
    [Parameter] public EventCallback<LoanProduct> ProductChanged { get; set; }
    [Parameter] public ImmutableArray<InputInvalid> Faults { get; set; } = [];

    /// <summary>The version new loans are made under, to show what was changed; null for a new product.</summary>
    [Parameter] public LoanProduct? Live { get; set; }

    protected InstalmentTerms Terms => Product.Instalments ?? InstalmentTerms.Monthly;

    protected InstalmentTerms? LiveTerms => Live is { Plan: RepaymentPlan.Emi } ? Live.Instalments ?? InstalmentTerms.Monthly : null;

    protected bool IsPayday => Product.Plan is RepaymentPlan.Payday;

    protected bool IsLine => Product.Plan is RepaymentPlan.CreditLine;

    /// <summary>Whether it is repaid in instalments, and so has what only these have.</summary>
    protected bool IsEmi => Product.Plan is RepaymentPlan.Emi;

    protected Task SetAsync(LoanProduct product) => ProductChanged.InvokeAsync(ProductSettling.Settle(product));

    protected Task SetAsync(InstalmentTerms terms) => SetAsync(Product with { Instalments = terms });

    /// <summary>What is wrong with an input, as a sentence.</summary>
    protected string? Error(string input)
    {
        foreach (var fault in Faults)
            if (fault.Input == input) return $"{char.ToUpper(fault.Problem[0], CultureInfo.InvariantCulture)}{fault.Problem[1..]}.";
        return null;
    }

    /// <summary>The value in force, when it is another one.</summary>
    protected static string? Was<T>(T? live, T value, Func<T, string> text) =>
        live is null || EqualityComparer<T>.Default.Equals(live, value) ? null : text(live);

    protected static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    protected static int Whole(decimal? value) => (int)Math.Clamp(value ?? 0m, 0m, 100_000_000m);
}
