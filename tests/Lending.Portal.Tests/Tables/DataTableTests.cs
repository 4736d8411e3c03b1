using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Lending.Portal.Tests.Tables;

public sealed class DataTableTests : PortalContext
{
    private readonly List<DataTableRequest> _asked = [];
    private IReadOnlySet<string> _selected = new HashSet<string>();
    private string? _peeked;

    [Fact]
    public void Table_AfterLoading_ShowsRangeTotalsAndRowCount()
    {
        var table = Table(rows: 120);

        Assert.Equal("1–50 of 120", table.Find(".foot [role=status]").TextContent);
        Assert.Equal("121", table.Find("table").GetAttribute("aria-rowcount"));
        Assert.Equal("120 in all", table.Find("tfoot td:nth-child(2)").TextContent);
    }

    [Fact]
    public void Key_JAndK_MoveTheOneRowThatHasTheFocus()
    {
        var table = Table(rows: 5);

        Press(table, "j");
        Press(table, "ArrowDown");
        Press(table, "k");

        Assert.Equal("1", Assert.Single(table.FindAll("tbody tr[tabindex='0']")).GetAttribute("data-row"));
    }

    [Fact]
    public void Key_KOnTheFirstRow_Stays()
    {
        var table = Table(rows: 5);

        Press(table, "k");

        Assert.Equal("0", table.Find("tbody tr[tabindex='0']").GetAttribute("data-row"));
    }

    [Fact]
    public void Key_Enter_OpensTheRow()
    {
        var table = Table(rows: 5);

        Press(table, "j");
        Press(table, "Enter");

        Assert.EndsWith("/loans/L002", Services.GetRequiredService<BunitNavigationManager>().Uri);
    }

    [Fact]
    public void Key_Space_PeeksAndAgainClosesThePeek()
    {
        var table = Table(rows: 5);

        Press(table, " ");
        Assert.Equal("L001", _peeked);
        Press(table, " ");
        Assert.Null(_peeked);
    }

    [Fact]
    public void Key_XThenShiftX_SelectsTheRange()
    {
        var table = Table(rows: 5);

        Press(table, "x");
        Press(table, "j");
        Press(table, "j");
        Press(table, "X", shift: true);

        Assert.Equal(["L001", "L002", "L003"], _selected.Order());
        Assert.Contains("3 selected", table.Find(".bulk").TextContent);
    }

    [Fact]
    public void Key_CtrlA_SelectsAllOfTheFilter()
    {
        var table = Table(rows: 120);

        Press(table, "a", ctrl: true);

        Assert.Contains("120 selected, all in this filter", table.Find(".bulk").TextContent);
        Assert.True(table.Instance.AllInFilter);
    }

    [Fact]
    public void Key_EndThenJ_LoadsTheNextPageByKey()
    {
        var table = Table(rows: 120);

        Press(table, "End");
        Press(table, "j");

        Assert.Equal("L050", _asked[^1].AfterKey);
        Assert.Equal("1–100 of 120", table.Find(".foot [role=status]").TextContent);
    }

    [Fact]
    public void Heading_Clicked_SortsAndSaysSo()
    {
        var table = Table(rows: 5);

        table.Find("th .sort").Click();
        Assert.Equal("ascending", table.Find("th:has(.sort)").GetAttribute("aria-sort"));
        table.Find("th .sort").Click();

        Assert.Equal("descending", table.Find("th:has(.sort)").GetAttribute("aria-sort"));
        Assert.Equal([new SortBy("id", true)], _asked[^1].Sorts);
    }

    [Fact]
    public async Task Columns_Unchosen_AreGoneAndKept()
    {
        var table = Table(rows: 5);

        table.FindAll(".cols input")[1].Change(false);

        Assert.DoesNotContain("Due ₹", table.FindAll("thead th").Select(heading => heading.TextContent.Trim()));
        var view = await Services.GetRequiredService<ITableViews>().LoadAsync("loans", CancellationToken.None);
        Assert.Equal(["id"], view!.Columns);
    }

    [Fact]
    public void Load_WithoutRows_SaysSo() => Assert.Contains("Nothing here", Table(rows: 0).Markup);

    [Fact]
    public void Load_ThatFails_OffersARetryThatWorks()
    {
        var failing = true;
        var table = Table(rows: 3, before: () => { if (failing) throw new TimeoutException("The database is away."); });
        Assert.Contains("Loans could not be loaded.", table.Find("[role=alert]").TextContent);

        failing = false;
        table.Find("[role=alert] fluent-button").Click();

        Assert.Equal(3, table.FindAll("tbody tr[data-row]").Count);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-12.50", "-12.50")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\"")]
    [InlineData(null, "")]
    public void CsvCell_IsQuotedAndFormulaSafe(string? value, string cell) => Assert.Equal(cell, Csv.Cell(value));

    private static void Press(IRenderedComponent<DataTable<string>> table, string key, bool shift = false, bool ctrl = false) =>
        table.Find("tbody").KeyDown(new KeyboardEventArgs { Key = key, ShiftKey = shift, CtrlKey = ctrl });

    [Fact]
    public void Export_OfTheWholeFilter_IsWrittenDownWithoutTheSearchAndThenSaved()
    {
        var table = Render<DataTable<string>>(with => with
            .Add(t => t.Load, (request, _) => Task.FromResult<DataTablePage<string>>(new(["L001", "L002"], 2, null, null)))
            .Add(t => t.Key, row => row).Add(t => t.Name, "Loans").Add(t => t.ViewKey, "loans").Add(t => t.CsvName, "loans")
            .Add(t => t.Filter, FilterValue.FromQuery("/loans?view=late&product=emi,payday")).Add(t => t.Search, "Asha Rao")
            .AddChildContent<Column<string>>(column => column.Add(c => c.Id, "id").Add(c => c.Title, "Loan").Add(c => c.CsvText, row => row).Add(c => c.ChildContent, row => builder => builder.AddContent(0, row))));

        table.Find("[aria-label='Save as CSV']").Click();

        var saved = Assert.Single(((CircuitExportLog)Services.GetRequiredService<IExportLog>()).Saved);
        Assert.Equal(("Loans", "view=late&product=emi,payday; with a search text", 2), (saved.List, saved.Filter, saved.Rows));
        Assert.Equal(["Loan"], saved.Columns);
        Assert.Equal("Loan\r\nL001\r\nL002\r\n", Assert.Single(JSInterop.Invocations["portal.download"]).Arguments[2]);
    }

    private IRenderedComponent<DataTable<string>> Table(int rows, Action? before = null) => Render<DataTable<string>>(with => with
        .Add(table => table.Load, (request, _) =>
        {
            _asked.Add(request);
            before?.Invoke();
            var from = request.AfterKey is null ? 0 : int.Parse(request.AfterKey[1..], System.Globalization.CultureInfo.InvariantCulture);
            var page = Enumerable.Range(from + 1, Math.Min(request.Take, rows - from)).Select(i => $"L{i:000}").ToList();
            return Task.FromResult<DataTablePage<string>>(new(page, rows, new Dictionary<string, string> { ["id"] = $"{rows} in all" }, from + page.Count < rows ? page[^1] : null));
        })
        .Add(table => table.Key, row => row)
        .Add(table => table.Name, "Loans")
        .Add(table => table.ViewKey, "loans")
        .Add(table => table.RowHref, row => $"/loans/{row}")
        .Add(table => table.Selectable, true)
        .Add(table => table.PeekChanged, EventCallback.Factory.Create<string?>(this, row => _peeked = row))
        .Add(table => table.SelectionChanged, EventCallback.Factory.Create<IReadOnlySet<string>>(this, keys => _selected = keys))
        .AddChildContent<Column<string>>(column => column.Add(c => c.Id, "id").Add(c => c.Title, "Loan").Add(c => c.Sortable, true).Add(c => c.Hideable, false).Add(c => c.ChildContent, row => builder => builder.AddContent(0, row)))
        .AddChildContent<Column<string>>(column => column.Add(c => c.Id, "due").Add(c => c.Title, "Due ₹").Add(c => c.End, true).Add(c => c.ChildContent, _ => builder => builder.AddContent(0, "11,485.04"))));
}
