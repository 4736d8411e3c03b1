namespace Embedded.FluentUI.Tests;

public sealed class ButtonTests : FluentContext
{
    [Fact]
    public void Button_HasItsRoleAndAppearance()
    {
        var button = Render<FluentButton>(with => with.Add(b => b.Appearance, ButtonAppearance.Primary).AddChildContent("Pay")).Find("fluent-button");

        Assert.Equal(("button", "primary", "button"), (button.GetAttribute("role"), button.GetAttribute("appearance"), button.GetAttribute("type")));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Button_DisabledOrLoading_DoesNotClick(bool disabled, bool loading)
    {
        var clicks = 0;
        var button = Render<FluentButton>(with => with.Add(b => b.Disabled, disabled).Add(b => b.Loading, loading).Add(b => b.OnClick, _ => clicks++));

        button.Find("fluent-button").Click();

        Assert.Equal(0, clicks);
    }

    [Fact]
    public void Button_WithOnlyAnIcon_IsNamedByItsTitle() =>
        Assert.Equal("More", Render<FluentButton>(with => with.Add(b => b.IconOnly, true).Add(b => b.Title, "More")).Find("fluent-button").GetAttribute("aria-label"));
}
