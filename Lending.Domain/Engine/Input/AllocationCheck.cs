using System.Collections.Immutable;

namespace Lending.Domain.Engine;

/// <summary>Reads payment orders: of cumulative loans by name, of progressive loans step by step.</summary>
internal static class AllocationCheck
{
    private const string Progressive = "AdvancedPaymentAllocation";
    private const int Steps = 12;

    public static CreditTerms Add(CreditTerms terms, LoanTermsInput p, Asked asked)
    {
        terms = Order(terms, p.Strategy, asked);
        terms = terms with { ChargebackOrder = Credits(p.CreditAllocation, asked) };
        if (p.Allocation is not { Count: > 0 } sent) return terms;
        if (terms.Family is ScheduleFamily.Cumulative)
        {
            asked.Refuse(new TermsContradict("product.allocation", "Cumulative schedules take a strategy, no allocation."));
            return terms;
        }

        if (!sent.ContainsKey("Default")) asked.Refuse(new InputMissing("product.allocation.Default"));
        var rules = ImmutableDictionary.CreateBuilder<TransactionKind, AllocationRule>();
        foreach (var (name, rule) in sent)
        {
            var field = $"product.allocation.{Short(name)}";
            var read = Rule(rule, asked, field);
            if (name == "Default") terms = terms with { DefaultAllocation = read };
            else rules[asked.Choice<TransactionKind>(name, field)] = read;
        }

        return terms with { Allocations = rules.ToImmutable() };
    }

    private static CreditTerms Order(CreditTerms terms, string? strategy, Asked asked)
    {
        if (strategy is null) return terms;
        var progressive = terms.Family is ScheduleFamily.Progressive;
        if (strategy == Progressive)
        {
            if (!progressive) asked.Refuse(new TermsContradict("product.strategy", "Cumulative schedules need an order by name."));
            return terms;
        }

        if (progressive && asked.Refusal is null) asked.Refuse(new TermsContradict("product.strategy", $"Progressive schedules take {Progressive}."));
        return terms with { ClassicOrder = asked.Choice<ClassicOrder>(strategy, "product.strategy") };
    }

    private static AllocationRule Rule(AllocationInput? input, Asked asked, string field)
    {
        var order = ImmutableArray.CreateBuilder<AllocationStep>(Steps);
        if (input?.Order is not { } sent) asked.Refuse(new InputMissing($"{field}.order"));
        else if (sent.Count != Steps) asked.Refuse(new InputOutOfBounds($"{field}.order", $"{Steps} steps"));
        else
        {
            for (var i = 0; i < sent.Count && asked.Refusal is null; i++)
            {
                if (Step(sent[i]) is not { } step) asked.Refuse(new InputNotAChoice($"{field}.order[{i}]", "PastDue, Due or InAdvance with Penalty, Fee, Interest or Principal"));
                else if (order.Contains(step)) asked.Refuse(new TermsContradict($"{field}.order[{i}]", "Each step stands once."));
                else order.Add(step);
            }
        }

        return new(order.ToImmutable(), asked.Choice<FutureRule>(input?.Future, $"{field}.future", FutureRule.NextInstallment));
    }

    private static AllocationStep? Step(string? name)
    {
        foreach (var when in Enum.GetValues<DueKind>())
            foreach (var what in Enum.GetValues<DebtKind>())
                if (string.Equals(name, $"{when}{what}", StringComparison.Ordinal)) return new(when, what);
        return null;
    }

    private static ImmutableArray<DebtKind> Credits(IReadOnlyDictionary<string, IReadOnlyList<string?>?>? sent, Asked asked)
    {
        if (sent is null || sent.Count == 0) return [];
        const string Field = "product.creditAllocation";
        if (sent.Keys.FirstOrDefault(static k => k != "Chargeback") is { } other) asked.Refuse(new InputNotAChoice($"{Field}.{Short(other)}", "Chargeback"));
        var order = ImmutableArray.CreateBuilder<DebtKind>();
        foreach (var name in sent.GetValueOrDefault("Chargeback") ?? [])
        {
            var kind = asked.Choice<DebtKind>(name, $"{Field}.Chargeback");
            if (order.Contains(kind)) asked.Refuse(new TermsContradict($"{Field}.Chargeback", "Each debt stands once."));
            order.Add(kind);
            if (asked.Refusal is not null) break;
        }

        if (asked.Refusal is null && order.Count != 4) asked.Refuse(new InputOutOfBounds($"{Field}.Chargeback", "all four debts"));
        return order.ToImmutable();
    }

    private static string Short(string name) => name.Length <= 40 ? name : name[..40];
}
