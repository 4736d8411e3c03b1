using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Tests.Forms;

public sealed class EntryTests : PortalContext
{
    private Money? _money;

    [Fact]
    public void MoneyInput_OnLeaving_EchoesTheValueAsRead()
    {
        var input = MoneyInput();

        input.Find("input").Input("1.5L");
        Assert.Equal(Money.Inr(1_50_000_00), _money);
        Assert.Equal("1.5L", input.Find("input").GetAttribute("value"));
        input.Find("input").Blur();

        Assert.Equal("1,50,000.00", input.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void MoneyInput_WithNonsense_AdvisesOnlyAfterLeaving()
    {
        var input = MoneyInput();

        input.Find("input").Input("abc");
        Assert.Empty(input.FindAll(".err"));
        input.Find("input").Blur();

        Assert.Equal("Enter an amount, such as 1,50,000 or 1.5L.", input.Find(".err").TextContent.Trim());
        Assert.Equal("true", input.Find("input").GetAttribute("aria-invalid"));
        input.Find("input").Input("500");
        Assert.Empty(input.FindAll(".err"));
    }

    [Fact]
    public void MoneyInput_OverItsLimit_NamesTheLimitAndKeepsTheOldValue()
    {
        var input = MoneyInput(max: Money.Inr(1_000_00));

        input.Find("input").Input("999");
        input.Find("input").Input("1001");
        input.Find("input").Blur();

        Assert.Equal("Enter 1,000.00 or less.", input.Find(".err").TextContent.Trim());
        Assert.Equal(Money.Inr(999_00), _money);
    }

    [Fact]
    public async Task MoneyInput_RequiredAndEmpty_SaysWhatIsMissing()
    {
        var input = MoneyInput(required: true);

        Assert.False(await input.InvokeAsync(() => input.Instance.Check()));

        Assert.Equal("Enter amount.", input.Find(".err").TextContent.Trim());
    }

    [Fact]
    public void DateInput_WithAShift_CountsFromTheBusinessDate()
    {
        DateOnly? date = null;
        var input = Render<DateInput>(with => with.Add(i => i.Label, "Due").Add(i => i.Today, Today)
            .Add(i => i.ValueChanged, EventCallback.Factory.Create<DateOnly?>(this, value => date = value)));

        input.Find("input").Input("+7d");
        input.Find("input").Blur();

        Assert.Equal(new DateOnly(2026, 12, 1), date);
        Assert.Equal("1 Dec 2026", input.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void RateInput_OnLeaving_ShowsItsDecimals()
    {
        var input = Render<RateInput>(with => with.Add(i => i.Label, "Rate"));

        input.Find("input").Input("17,5".Replace(',', '.'));
        input.Find("input").Blur();

        Assert.Equal("17.50", input.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void CodeInput_PastedWithSpaces_KeepsSixDigits()
    {
        string? complete = null;
        var input = Render<CodeInput>(with => with.Add(i => i.OnComplete, EventCallback.Factory.Create<string>(this, code => complete = code)));

        input.Find("input").Input("123 4567");

        Assert.Equal("123456", complete);
    }

    [Fact]
    public void MaskedText_WithoutThePermission_HasNoButton()
    {
        var text = Render<MaskedText>(with => with.Add(t => t.Masked, "•••• 4419").Add(t => t.Label, "account number"));

        Assert.Empty(text.FindAll("button"));
    }

    [Fact]
    public void MaskedText_Revealed_HandsOverTheReason()
    {
        string? given = null;
        var text = Render<MaskedText>(with => with.Add(t => t.Masked, "•••• 4419").Add(t => t.Label, "account number").Add(t => t.MayReveal, true)
            .Add(t => t.OnReveal, reason => { given = reason; return Task.FromResult<string?>("50100287 4419"); }));

        text.Find("button.eye").Click();
        text.Find(".ask fluent-button").Click();
        Assert.Contains("Enter why you need it.", text.Markup);
        text.Find(".ask input").Input("Bank asked for it");
        text.Find(".ask fluent-button").Click();

        Assert.Equal("Bank asked for it", given);
        Assert.Contains("50100287 4419", text.Markup);
    }

    private IRenderedComponent<MoneyInput> MoneyInput(Money? max = null, bool required = false) => Render<MoneyInput>(with => with
        .Add(input => input.Label, "Amount").Add(input => input.Max, max).Add(input => input.Required, required)
        .Add(input => input.ValueChanged, EventCallback.Factory.Create<Money?>(this, value => _money = value)));
}
