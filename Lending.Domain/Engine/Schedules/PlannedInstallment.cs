namespace Lending.Domain.Engine;

/// <summary>An instalment as contracted, before anything is paid. Interest counts from the day after From to Due; a down payment has both on one day.</summary>
public readonly record struct PlannedInstallment(int Number, DateOnly From, DateOnly Due, decimal Principal, decimal Interest)
{
    public decimal Amount => Principal + Interest;
}
