using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Products;

public sealed class ProductRulesTests
{
    public static TheoryData<string, LoanProduct> Wrong => new()
    {
        { "instalments", A.Payday with { Instalments = new() } },
        { "instalments.tenureUnit", A.Emi with { Instalments = new() { Unit = RepayUnit.Days, Interest = InterestPeriods.Daily, Method = RepayMethod.EqualPrincipal } } },
        { "instalments.interest", A.Emi with { Instalments = new() { Unit = RepayUnit.Days, TenureUnit = TenureUnit.Instalments } } },
        { "instalments.daysInYear", A.Emi with { Instalments = new() { DaysInYear = YearLength.Days360 } } },
        { "instalments.rules", A.Emi with { Instalments = new() { Method = RepayMethod.EqualPrincipal, Rules = ScheduleFamily.Progressive } } },
        { "instalments.restGoesTo", A.Emi with { Instalments = new() { RestGoesTo = RestTaker.Spread } } },
        { "instalments.balloonPercent", A.Emi with { Instalments = new() { BalloonPercent = 10m } } },
        { "instalments.brokenPeriod", A.Emi with { Instalments = new() { BrokenPeriod = BrokenPeriod.Upfront } } },
        { "instalments.gracePrincipal", A.Emi with { Instalments = new() { GracePrincipal = 3 } } },
        { "instalments.multipleOf", A.Emi with { Instalments = new() { MultipleOf = 1_000 } } },
        { "instalments.quarterOfMonth", A.Emi with { Instalments = new() { QuarterOfMonth = true } } },
        { "instalments.daysAfterPayout", A.Emi with { Instalments = new() { DaysAfterPayout = [10] } } },
        { "instalments.semiMonthlyDays", A.Emi with { Instalments = new() { Unit = RepayUnit.SemiMonths, SemiMonthlyDays = [31, 1] } } },
        { "fees[0].base", A.Emi with { Fees = [new("a", "A", 1m, null, 0m) { Base = FeeBase.Interest }] } },
        { "fees[0].when", A.Payday with { Fees = [new("a", "A", 1m, null, 0m) { When = FeeTime.EachInstalment }] } },
        { "fees[0].tdsBooked", A.Emi with { Fees = [new("a", "A", 1m, null, 0m) { TdsBooked = true }] } },
        { "fees[0].tdsBooked", A.Emi with { Fees = [new("a", "A", 1m, null, 0m) { TdsPercent = 10m, TdsBooked = true, When = FeeTime.EachInstalment }] } },
        { "fees[0].tdsPercent", A.Emi with { Fees = [new("a", "A", 1m, null, 0m) { TdsPercent = 31m }] } },
        { "fees", A.Emi with { AmountMin = A.Inr(1_000_00), Fees = [new("a", "A", null, A.Inr(1_000_00), 0m) { TdsPercent = 10m, TdsBooked = true }] } },
        { "coupons[0].feeCode", A.Emi with { Coupons = [new("ABC", "nothing", 10m, null)] } },
        { "lateCharges", A.Emi with { LateCharges = new() { Percent = 1m } } },
        { "lateCharges.compound", A.Emi with { Penalty = new(0m), LateCharges = new() { Fixed = A.Inr(10_00), Compound = true } } },
        { "lateCharges.compoundEvery", A.Emi with { Penalty = new(0m), LateCharges = new() { Percent = 1m, CompoundEvery = LateCompounding.Weekly } } },
        { "lateCharges.compoundEvery", A.Emi with { Penalty = new(0m), LateCharges = new() { Percent = 1m, Compound = true, CompoundEvery = LateCompounding.Weekly, ByHand = true } } },
        { "lateCharges.compoundEvery", A.Emi with { Penalty = new(0m), LateCharges = new() { Percent = 1m, Compound = true, Frequency = LateChargeFrequency.Weekly } } },
        { "lateCharges.compoundEvery", A.Emi with { Penalty = new(0m), LateCharges = new() { Percent = 1m, Compound = true, Frequency = LateChargeFrequency.Monthly, CompoundEvery = LateCompounding.Weekly } } },
        { "lateCharges.compoundEvery", A.Payday with { Penalty = new(0m), LateCharges = new() { Percent = 1m, Compound = true, CompoundEvery = LateCompounding.Instalment } } },
        { "lateCharges.bands[1].fromDpd", A.Emi with { Penalty = new(0m), LateCharges = new() { Bands = [new("Late", 5, 1m, null), new("Later", 5, 2m, null)] } } },
        { "waterfall.order", A.Emi with { Waterfall = new([DebtKind.Fee, DebtKind.Fee, DebtKind.Interest, DebtKind.Principal]) } },
        { "excess", A.Payday with { Excess = ExcessMoney.ReduceTenure } },
        { "prepayment.foreclosurePercent", A.Emi with { Prepayment = new(0m, 11m, 18m) } },
        { "overridable", A.Emi with { Overridable = [OverridableField.Fees, OverridableField.Fees] } },
        { "provision[1].percent", A.Emi with { Provision = [new(0, 5m), new(30, 1m)] } },
        { "internalId", A.Emi with { InternalId = "a b" } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Check_ASettingThatDoesNotFit_NamesIt(string field, LoanProduct product) =>
        Assert.Contains(field, ProductRules.Check(product).Select(broken => broken.Input));

    [Fact]
    public void Check_TheProductsOfTheTests_FindsNothing() =>
        Assert.Empty(ProductRules.Check(A.Emi).Concat(ProductRules.Check(A.Payday)));

    [Fact]
    public void Deserialize_AProductStoredBeforeTheSettings_ReadsWithTodaysBehaviour()
    {
        const string Stored = """
            {"code":"EMI","version":1,"name":"Salary EMI","plan":"Emi","amountMin":"INR 1500000","amountMax":"INR 50000000","tenureMin":3,"tenureMax":24,
             "ratePercent":18,"fees":[{"code":"processing","name":"Processing fee","percent":2,"gstPercent":18,"taxInclusive":false}],
             "penalty":{"dailyPercent":0.08,"graceDays":0},"daysToDelinquent":30,"daysToNpa":90,"rounding":"AwayFromZero"}
            """;

        var product = System.Text.Json.JsonSerializer.Deserialize<LoanProduct>(Stored, LendingJson.Options)!;

        Assert.Empty(ProductRules.Check(product));
        Assert.Equal((null, Waterfall.Default, ExcessMoney.HoldAsAdvance, FeeTime.Payout), (product.Instalments, product.Waterfall, product.Excess, product.Fees[0].When));
        Assert.Equal((0m, false), (product.Fees[0].TdsPercent, product.Fees[0].TdsBooked));
    }
}
