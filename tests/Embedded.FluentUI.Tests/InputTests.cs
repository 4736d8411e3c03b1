namespace Embedded.FluentUI.Tests;

public sealed class InputTests : FluentContext
{
    private static readonly string[] DayCounts = ["30/360", "Actual/365"];

    [Fact]
    public void TextInput_WithoutImmediate_CommitsOnChangeOnly()
    {
        string? value = null;
        var input = Render<FluentTextInput>(with => with.Add(i => i.ValueChanged, EventCallback.Factory.Create<string?>(this, typed => value = typed)));

        input.Find("fluent-text-input").Input("ab");
        Assert.Null(value);
        input.Find("fluent-text-input").TriggerEvent("onfluentchange", new FluentChangeEventArgs { Value = "abc" });

        Assert.Equal("abc", value);
    }

    [Fact]
    public void TextInput_Immediate_CommitsWhileTyping()
    {
        string? value = null;
        var input = Render<FluentTextInput>(with => with.Add(i => i.Immediate, true).Add(i => i.ImmediateDelay, 0).Add(i => i.ValueChanged, EventCallback.Factory.Create<string?>(this, typed => value = typed)));

        input.Find("fluent-text-input").Input("ab");

        Assert.Equal("ab", value);
    }

    [Fact]
    public void Select_Changed_BindsTheOptionsValue()
    {
        var value = 0;
        var select = Render<FluentSelect<string, int>>(with => with
            .Add(s => s.Items, DayCounts).Add(s => s.OptionValue, text => text?.Length ?? 0)
            .Add(s => s.ValueChanged, EventCallback.Factory.Create<int>(this, chosen => value = chosen)));

        select.Find("fluent-dropdown").TriggerEvent("onfluentchange", new FluentChangeEventArgs { Value = "10" });

        Assert.Equal(10, value);
        Assert.True(select.FindAll("fluent-option")[1].HasAttribute("selected"));
    }

    [Fact]
    public void Checkbox_Changed_BindsAndSaysSoToReaders()
    {
        var value = false;
        var box = Render<FluentCheckbox>(with => with.Add(b => b.Label, "Autopay").Add(b => b.ValueChanged, EventCallback.Factory.Create<bool>(this, chosen => value = chosen)));

        box.Find("fluent-checkbox").TriggerEvent("onfluentchange", new FluentChangeEventArgs { Checked = true });

        Assert.True(value);
        Assert.Equal("true", box.Find("fluent-checkbox").GetAttribute("aria-checked"));
        Assert.Equal(box.Find("fluent-checkbox").Id, box.Find("label").GetAttribute("for"));
    }

    [Fact]
    public void Tabs_Changed_ShowTheOtherPanel()
    {
        var tabs = Render<FluentTabs>(with => with
            .AddChildContent<FluentTab>(tab => tab.Add(t => t.Id, "one").Add(t => t.Header, "One").AddChildContent("first"))
            .AddChildContent<FluentTab>(tab => tab.Add(t => t.Id, "two").Add(t => t.Header, "Two").AddChildContent("second")));
        Assert.Contains("first", tabs.Find("[role=tabpanel]").TextContent);

        tabs.Find("fluent-tablist").TriggerEvent("onfluentchange", new FluentChangeEventArgs { ActiveId = "two" });

        Assert.Contains("second", tabs.Find("[role=tabpanel]").TextContent);
    }
}
