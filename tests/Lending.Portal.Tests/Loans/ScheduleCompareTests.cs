namespace Lending.Portal.Tests.Loans;

public sealed class ScheduleCompareTests : PortalContext
{
    private static ScheduleRow Row(int number, long principal, long interest, int month = 0) => new(
        number, new DateOnly(2026, 12, 7).AddMonths(number + month), Money.Inr(principal), Money.Inr(interest), Money.Inr(0), Money.Inr(principal + interest), Money.Inr(0),
        Money.Inr(0), "Agreed", Tone.Neutral, "circle_16_regular");

    private static readonly ScheduleRow[] Agreed = [Row(1, 10_000_00, 300_00), Row(2, 10_000_00, 200_00), Row(3, 10_000_00, 100_00)];

    [Fact]
    public void Compare_RowsThatDiffer_AreMarkedWithTheirChangeAndTheOthersAreNot()
    {
        var table = Render<ScheduleCompare>(with => with.Add(c => c.Before, Agreed).Add(c => c.After, [Agreed[0], Row(2, 10_000_00, 150_00), Row(3, 10_000_00, 75_00)]));

        var rows = table.FindAll("tbody tr");
        Assert.Equal([false, true, true], rows.Select(row => row.ClassList.Contains("changed")));
        Assert.Equal(["–", "−50.00", "−25.00"], rows.Select(row => row.QuerySelector("td:last-child")!.TextContent.Trim()));
        Assert.Equal(4, rows[1].QuerySelectorAll("td.differs").Length);
        Assert.Equal("changed", rows[1].QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.Equal("−75.00", table.Find("tfoot td:last-child").TextContent);
    }

    [Fact]
    public void Compare_ALongerSchedule_ShowsTheInstalmentsThatWereNotThere()
    {
        var table = Render<ScheduleCompare>(with => with.Add(c => c.Before, Agreed).Add(c => c.After, [.. Agreed, Row(4, 5_000_00, 50_00)]));

        var added = table.FindAll("tbody tr")[3];
        Assert.Contains("no such instalment", added.TextContent, StringComparison.Ordinal);
        Assert.Equal("+5,050.00", added.QuerySelector("td:last-child")!.TextContent.Trim());
    }

    [Fact]
    public void Compare_OnlyWhatChanged_FoldsTheRestUntilAsked()
    {
        var table = Render<ScheduleCompare>(with => with.Add(c => c.Before, Agreed).Add(c => c.After, [Agreed[0], Agreed[1], Row(3, 10_000_00, 90_00)]).Add(c => c.ChangedOnly, true));
        Assert.Equal(2, table.FindAll("tbody tr").Count);

        table.Find("tbody button.link").Click();

        Assert.Equal(3, table.FindAll("tbody tr").Count);
    }

    [Fact]
    public void Preview_SideBySide_PutsBothSchedulesInOneTable()
    {
        var preview = Render<SchedulePreview>(with => with.Add(p => p.Rows, Agreed).Add(p => p.Original, [Row(1, 10_000_00, 310_00)]).Add(p => p.Today, Today));

        preview.FindAll(".seg button").Single(button => button.TextContent == "Side by side").Click();

        Assert.Equal(["As agreed", "As it stands on 24 Nov 2026"], preview.FindAll("th[scope=colgroup]").Select(head => head.TextContent));
        Assert.Equal(3, preview.FindAll("tbody tr").Count);
    }
}
