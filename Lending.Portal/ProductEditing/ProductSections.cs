using System.Collections.Immutable;
using Lending.Domain;

namespace Lending.Portal.ProductEditing;

/// <summary>A part of the editor and the inputs in it, by the start of their names.</summary>
public sealed record ProductSection(string Id, string Title, params ImmutableArray<string> Inputs)
{
    public bool Holds(string input) => Inputs.Any(start => input.StartsWith(start, StringComparison.Ordinal));
}

/// <summary>The parts of the editor, and what is wrong in each.</summary>
public static class ProductSections
{
    public static readonly ImmutableArray<ProductSection> All =
    [
        new("identity", "Identity", "code", "name", "internalId", "category", "description", "extendedDescription", "plan"),
        new("term", "Amount and term", "amount", "tenure"),
        new("schedule", "Interest and schedule", "ratePercent", "rounding", "instalments", "line"),
        new("fees", "Fees and taxes", "fees"),
        new("coupons", "Coupons", "coupons"),
        new("late", "Late charges", "penalty", "lateCharges"),
        new("paying", "Payments", "waterfall", "goodwillWaterfall", "excess", "prepayment"),
        new("accounts", "Ledger accounts", "accounts"),
        new("risk", "Delinquency, NPA", "daysTo", "provision", "suspend", "overridable"),
    ];

    public static ImmutableArray<InputInvalid> FaultsIn(ProductSection section, ImmutableArray<InputInvalid> faults) =>
        [.. faults.Where(fault => section.Holds(fault.Input))];
}
