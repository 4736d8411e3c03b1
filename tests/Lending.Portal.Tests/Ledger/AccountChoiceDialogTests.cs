using Lending.Portal.Ledger;

namespace Lending.Portal.Tests.Ledger;

public sealed class AccountChoiceDialogTests : PortalContext
{
    private static readonly ChartOfAccounts Chart = ChartOfAccounts.Of(
        [new("1020-UPI", "UPI collections", AccountKind.Asset, LedgerPurpose.CollectionClearing)], [new(LedgerPurpose.CollectionClearing, "1020-UPI") { Part = "UPI" }]);

    [Fact]
    public async Task Dialog_AsksForTheAccountAndTheChannel()
    {
        (LedgerPurpose, string?, string?)? asked = null;
        var dialog = Dialog((purpose, part, number) => { asked = (purpose, part, number); return null; });
        await dialog.InvokeAsync(() => dialog.Instance.ShowAsync(new(LedgerPurpose.CollectionClearing, "1020")));

        Choose(dialog, "#choice-part", "UPI");
        Choose(dialog, "#choice-account", "1020-UPI UPI collections");
        dialog.Find("#choice-confirm").Click();

        Assert.Equal((LedgerPurpose.CollectionClearing, "UPI", "1020-UPI"), asked);
    }

    [Fact]
    public async Task Dialog_TheStandardAccountChosen_TakesTheChoiceBack()
    {
        (LedgerPurpose, string?, string?)? asked = null;
        var dialog = Dialog((purpose, part, number) => { asked = (purpose, part, number); return null; });
        await dialog.InvokeAsync(() => dialog.Instance.ShowAsync(new(LedgerPurpose.Principal, "1101")));

        dialog.Find("#choice-confirm").Click();

        Assert.Equal((LedgerPurpose.Principal, null, null), asked);
        Assert.Empty(dialog.FindAll("#choice-part"));
    }

    [Fact]
    public async Task Dialog_Refused_SaysWhy()
    {
        var dialog = Dialog((_, _, _) => "A change of this choice waits to be approved.");
        await dialog.InvokeAsync(() => dialog.Instance.ShowAsync(null));

        dialog.Find("#choice-confirm").Click();

        Assert.Contains("waits to be approved", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<AccountChoiceDialog> Dialog(Func<LedgerPurpose, string?, string?, string?> answer) => Render<AccountChoiceDialog>(parameters => parameters
        .Add(each => each.Chart, Chart).Add(each => each.Today, Today)
        .Add(each => each.OnConfirm, (purpose, part, number, _) => Task.FromResult(answer(purpose, part, number))));

    private static void Choose(IRenderedComponent<AccountChoiceDialog> dialog, string select, string text) =>
        dialog.Find(select).Change(dialog.Find(select).QuerySelectorAll("option").First(option => option.TextContent == text).GetAttribute("value")!);
}
