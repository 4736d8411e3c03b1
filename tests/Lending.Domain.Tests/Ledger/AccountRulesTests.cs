using System.Collections.Immutable;

namespace Lending.Domain.Tests.Ledger;

public sealed class AccountRulesTests
{
    private static readonly Account Gold = new("1101-GOLD", "Gold loans", AccountKind.Asset, LedgerPurpose.Principal) { ActiveFrom = A.Day };

    private static readonly ChartOfAccounts Chart = ChartOfAccounts.Of(
        [Gold, Gold with { Number = "1101-OLD", RetiredOn = A.Day }, Gold with { Number = "1101-SOON", ActiveFrom = A.Day.AddDays(1) }, new("1020-UPI", "UPI", AccountKind.Asset, LedgerPurpose.CollectionClearing)],
        [new(LedgerPurpose.CollectionClearing, "1020-UPI") { Part = "UPI" }]);

    [Fact]
    public void Standard_HasOneAccountForEveryPurpose()
    {
        Assert.Equal(Enum.GetValues<LedgerPurpose>().Length, ChartOfAccounts.Standard.Accounts.Length);
        Assert.All(Enum.GetValues<LedgerPurpose>(), purpose => Assert.Equal(purpose, ChartOfAccounts.Standard.For(purpose).Purpose));
    }

    [Fact]
    public void Chart_ARenamedStandardAccount_KeepsItsNumberAndPurpose()
    {
        var chart = ChartOfAccounts.Of([Accounts.Principal with { Name = "Advances" }], []);

        Assert.Equal("Advances", chart.For(LedgerPurpose.Principal).Name);
        Assert.Equal(Accounts.All.Length, chart.Accounts.Length);
    }

    [Theory]
    [InlineData("1101", "account_exists")]
    [InlineData("1101-GOLD", "account_exists")]
    [InlineData("1111", "input_invalid")]
    [InlineData("11 01", "input_invalid")]
    [InlineData("11", "input_invalid")]
    [InlineData("110101", null)]
    [InlineData("GL-77.1", null)]
    public void New_NumberThatIsTakenReservedOrMalformed_IsRefusedByName(string number, string? code)
    {
        var refusal = AccountRules.CheckNew(Chart, Gold with { Number = number });

        Assert.Equal(number == "1101" ? "input_invalid" : code, refusal?.Code);
        Assert.Equal(code is null ? null : "number", refusal is InputInvalid invalid ? invalid.Input : refusal?.Field);
    }

    [Fact]
    public void New_ForThePurposeThatIsTheSameForEveryLoan_IsRefused() =>
        Assert.Equal("purpose", Assert.IsType<InputInvalid>(AccountRules.CheckNew(Chart, Gold with { Number = "1030-X", Purpose = LedgerPurpose.RefinanceClearing })).Input);

    [Theory]
    [InlineData(LedgerPurpose.Principal, "1101-GOLD", null, null)]
    [InlineData(LedgerPurpose.Principal, "1101-NONE", null, "account_not_found")]
    [InlineData(LedgerPurpose.InterestIncome, "1101-GOLD", null, "account_serves_another")]
    [InlineData(LedgerPurpose.Principal, "1101-OLD", null, "account_not_active")]
    [InlineData(LedgerPurpose.Principal, "1101-SOON", null, "account_not_active")]
    [InlineData(LedgerPurpose.RefinanceClearing, "1030", null, "purpose_not_chosen")]
    [InlineData(LedgerPurpose.Principal, "1101-GOLD", "UPI", "input_invalid")]
    [InlineData(LedgerPurpose.CollectionClearing, "1020-UPI", "Payment link", null)]
    public void Choice_IsRefusedByNameWhereTheAccountCannotServe(LedgerPurpose purpose, string number, string? part, string? code) =>
        Assert.Equal(code, AccountRules.CheckChoice(Chart, new(purpose, number) { Part = part }, A.Day)?.Code);

    [Fact]
    public void Product_NamingAccountsThatCannotServe_NamesEachField()
    {
        var product = A.Emi with { Accounts = [new(LedgerPurpose.Principal, "1101-OLD"), new(LedgerPurpose.Principal, "1101-GOLD"), new(LedgerPurpose.WrittenOff, "1101-GOLD")] };

        Assert.Equal(["accounts[0].number", "accounts[2].number"], AccountRules.Check(Chart, product, A.Day).Select(fault => fault.Input));
    }

    [Theory]
    [InlineData(LedgerPurpose.FeeIncome, "processing", true)]
    [InlineData(LedgerPurpose.FeeIncome, "instalments", true)]
    [InlineData(LedgerPurpose.FeeIncome, "unknown", false)]
    [InlineData(LedgerPurpose.Principal, "UPI", false)]
    [InlineData(LedgerPurpose.CollectionClearing, "UPI", true)]
    [InlineData(LedgerPurpose.RefinanceClearing, null, false)]
    public void Product_Parts_AreChannelsOfClearingAndItsOwnFees(LedgerPurpose purpose, string? part, bool admitted)
    {
        var product = A.Emi with { Fees = [new FeeTerms("processing", "Processing", 2m, null, 18m)], Accounts = [new(purpose, "4101-X") { Part = part }] };

        Assert.Equal(admitted, ProductRules.Check(product).IsEmpty);
    }

    [Fact]
    public void Product_NamingAPurposeTwice_IsRefused()
    {
        var product = A.Emi with { Accounts = [new(LedgerPurpose.CollectionClearing, "1020-A") { Part = "UPI" }, new(LedgerPurpose.CollectionClearing, "1020-B") { Part = "upi" }] };

        Assert.Equal("accounts[1]", Assert.Single(ProductRules.Check(product)).Input);
    }
}
