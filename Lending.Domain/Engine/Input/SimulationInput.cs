using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lending.Domain.Engine;

/// <summary>A request for a simulation as it is sent; nothing in it is checked yet (<see cref="SimulationCheck"/>).</summary>
public sealed record SimulationInput(
    LoanTermsInput? Product, DateOnly? SubmittedOn, IReadOnlyList<EventInput?>? Events, IReadOnlyList<InstallmentFeeInput?>? InstallmentCharges = null);

/// <summary>The terms of a loan as they are sent. Absent means off or none.</summary>
public sealed record LoanTermsInput
{
    public decimal? Principal { get; init; }

    public decimal? AnnualRatePct { get; init; }

    public int? Installments { get; init; }

    public int? RepayEvery { get; init; }

    public string? RepayUnit { get; init; }

    public string? ScheduleType { get; init; }

    public string? InterestType { get; init; }

    public string? Amortization { get; init; }

    public string? InterestCalcPeriod { get; init; }

    public string? DaysInYear { get; init; }

    public string? DaysInMonth { get; init; }

    public string? DaysInYearStrategy { get; init; }

    public int? Decimals { get; init; }

    public int? InstallmentMultipleOf { get; init; }

    public int? GracePrincipal { get; init; }

    public int? GraceInterestPayment { get; init; }

    public int? InterestFreePeriods { get; init; }

    public DownPaymentInput? DownPayment { get; init; }

    public bool? AllowPartialPeriodInterest { get; init; }

    public string? RepaymentStartDateType { get; init; }

    public IReadOnlyList<PlannedDisbursementInput?>? ExpectedDisbursements { get; init; }

    public bool? MultiDisburse { get; init; }

    public bool? FullTermTranche { get; init; }

    public bool? InterestRecognitionOnDisbursementDate { get; init; }

    public string? MonthEndDueDate { get; init; }

    public string? Strategy { get; init; }

    public IReadOnlyDictionary<string, AllocationInput?>? Allocation { get; init; }

    public string? Processing { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string?>?>? CreditAllocation { get; init; }

    public RecalculationInput? InterestRecalculation { get; init; }

    public bool? InterestRefund { get; init; }

    public string? ChargeOffBehaviour { get; init; }
}

/// <summary>A down payment as it is sent.</summary>
public sealed record DownPaymentInput(decimal? Percent, bool? Auto = null);

/// <summary>A planned tranche as it is sent.</summary>
public sealed record PlannedDisbursementInput(DateOnly? Date, decimal? Amount);

/// <summary>A payment order as it is sent.</summary>
public sealed record AllocationInput(IReadOnlyList<string?>? Order, string? Future = null);

/// <summary>Interest recalculation as it is sent.</summary>
public sealed record RecalculationInput(
    string? Rest = null, int? RestInterval = null, string? PreClose = null, string? Adjust = null, string? Compounding = null,
    string? CompoundingFreq = null, bool? NoCalcOnPastDue = null);

/// <summary>A fee of every instalment as it is sent.</summary>
public sealed record InstallmentFeeInput(string? Charge, decimal? Amount);

/// <summary>An event as it is sent; which fields count depends on its type.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record EventInput
{
    public string? Type { get; init; }

    public DateOnly? Date { get; init; }

    public decimal? Amount { get; init; }

    public string? Tx { get; init; }

    public string? Kind { get; init; }

    public string? Charge { get; init; }

    public DateOnly? DueDate { get; init; }

    public int? Nth { get; init; }

    public int? PaymentNr { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public int? Days { get; init; }

    public bool? InterestRefund { get; init; }

    public EventParamsInput? Params { get; init; }

    /// <summary>Members that no event has: kept, to be refused by name.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; init; }
}

/// <summary>The parameters of a reschedule, re-age or re-amortisation as they are sent.</summary>
public sealed record EventParamsInput
{
    [JsonConverter(typeof(WrittenDateJson))]
    public DateOnly? RescheduleFromDate { get; init; }

    [JsonConverter(typeof(WrittenDateJson))]
    public DateOnly? SubmittedOnDate { get; init; }

    [JsonConverter(typeof(WrittenDateJson))]
    public DateOnly? AdjustedDueDate { get; init; }

    public int? GraceOnPrincipal { get; init; }

    public int? GraceOnInterest { get; init; }

    public int? ExtraTerms { get; init; }

    public decimal? NewInterestRate { get; init; }

    [JsonConverter(typeof(WrittenDateJson))]
    public DateOnly? StartDate { get; init; }

    public int? NumberOfInstallments { get; init; }

    public int? FrequencyNumber { get; init; }

    public string? FrequencyType { get; init; }

    public string? ReAgeInterestHandling { get; init; }

    public string? ReAmortizationInterestHandling { get; init; }
}
